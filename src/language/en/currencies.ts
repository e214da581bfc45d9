/** Signs before or after an amount → ISO 4217. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: 'USD', '£': 'GBP', '€': 'EUR', '¥': 'JPY', '₹': 'INR', '₩': 'KRW', '₽': 'RUB', '₺': 'TRY', '₴': 'UAH', '₪': 'ILS', '₦': 'NGN', '₱': 'PHP', '฿': 'THB', '₾': 'GEL', '₫': 'VND', '₿': 'BTC', '₭': 'LAK', '₡': 'CRC', '¢': 'USD',
};

/** Letters directly before "$" → ISO 4217. */
export const DOLLAR_PREFIXES: Readonly<Record<string, string>> = {
  us: 'USD', 'u.s.': 'USD', usd: 'USD', c: 'CAD', ca: 'CAD', cad: 'CAD', can: 'CAD', a: 'AUD', au: 'AUD', aud: 'AUD', nz: 'NZD', hk: 'HKD', s: 'SGD', sg: 'SGD', nt: 'TWD', r: 'BRL', mx: 'MXN',
};

/** ISO codes as written with amounts. */
export const CURRENCY_CODES: ReadonlySet<string> = new Set(
  'USD EUR GBP JPY CHF CAD AUD NZD CNY RMB INR RUB BRL MXN ZAR SEK NOK DKK PLN CZK HUF TRY ILS KRW HKD SGD THB IDR MYR PHP VND AED SAR EGP NGN KES UAH GEL DEM FRF ITL ESP BTC TWD ARS CLP COP PKR LKR RON BGN'.split(' '),
);

/** Words after an amount, singular and plural; the adjective before decides among namesakes (see CURRENCY_ADJECTIVES). */
export const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  dollar: 'USD', dollars: 'USD', buck: 'USD', bucks: 'USD', euro: 'EUR', euros: 'EUR', pound: 'GBP', pounds: 'GBP', sterling: 'GBP', quid: 'GBP', yen: 'JPY', yuan: 'CNY', renminbi: 'CNY', rmb: 'CNY',
  franc: 'CHF', francs: 'CHF', rupee: 'INR', rupees: 'INR', ruble: 'RUB', rubles: 'RUB', rouble: 'RUB', roubles: 'RUB', peso: 'MXN', pesos: 'MXN', real: 'BRL', reais: 'BRL', rand: 'ZAR', won: 'KRW',
  lira: 'TRY', liras: 'TRY', shekel: 'ILS', shekels: 'ILS', krona: 'SEK', kronor: 'SEK', kroner: 'NOK', krone: 'NOK', zloty: 'PLN', hryvnia: 'UAH', baht: 'THB', dirham: 'AED', dirhams: 'AED', riyal: 'SAR', riyals: 'SAR', ringgit: 'MYR', rupiah: 'IDR',
  bitcoin: 'BTC', bitcoins: 'BTC', satoshi: 'satoshi', mark: 'DEM', marks: 'DEM', markka: 'FIM', markkaa: 'FIM', peseta: 'ESP', pesetas: 'ESP', guilder: 'NLG', guilders: 'NLG', lari: 'GEL', kip: 'LAK', 'colón': 'CRC', colon: 'CRC', colones: 'CRC', naira: 'NGN', dong: 'VND', forint: 'HUF', koruna: 'CZK', dinar: 'IQD', dinars: 'IQD', sen: 'sen',
};

/** Minor units: ISO 4217 of the unit they are a hundredth of. */
export const MINOR_CURRENCY_WORDS: Readonly<Record<string, string>> = {
  cent: 'USD', cents: 'USD', penny: 'GBP', pence: 'GBP', pennies: 'USD', p: 'GBP', kopeck: 'RUB', kopecks: 'RUB',
};

/** "adjective word" → ISO 4217. */
export const CURRENCY_ADJECTIVES: Readonly<Record<string, string>> = {
  'us dollar': 'USD', 'u.s. dollar': 'USD', 'american dollar': 'USD', 'canadian dollar': 'CAD', 'australian dollar': 'AUD', 'zealand dollar': 'NZD', 'kong dollar': 'HKD', 'singapore dollar': 'SGD', 'taiwan dollar': 'TWD', 'swiss franc': 'CHF', 'french franc': 'FRF', 'belgian franc': 'BEF', 'chinese yuan': 'CNY', 'japanese yen': 'JPY', 'british pound': 'GBP', 'egyptian pound': 'EGP', 'mexican peso': 'MXN', 'argentine peso': 'ARS', 'philippine peso': 'PHP', 'chilean peso': 'CLP', 'colombian peso': 'COP', 'indian rupee': 'INR', 'lankan rupee': 'LKR', 'pakistani rupee': 'PKR', 'turkish lira': 'TRY', 'italian lira': 'ITL', 'danish krone': 'DKK', 'danish kroner': 'DKK', 'norwegian kroner': 'NOK', 'swedish krona': 'SEK', 'german mark': 'DEM', 'finnish markka': 'FIM', 'deutsche mark': 'DEM', 'iraqi dinar': 'IQD', 'kuwaiti dinar': 'KWD', 'georgian lari': 'GEL', 'lao kip': 'LAK', 'rican colón': 'CRC',
};
