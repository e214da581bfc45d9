import { lookup } from '../lookup.js';

/** Unit words and symbols → English unit name in the singular. Symbols that are words too ("in", "a") are left out. */
export const UNITS: Readonly<Record<string, string>> = lookup(
  Object.fromEntries(
    `metre:m metre metres meter meters|kilometre:km kms kilometre kilometres kilometer kilometers|centimetre:cm cms centimetre centimetres centimeter centimeters
millimetre:mm millimetre millimetres millimeter millimeters|decimetre:dm decimetre decimetres decimeter decimeters|micrometre:µm μm micrometre micrometres micrometer micrometers micron microns|nanometre:nm nanometre nanometres nanometer nanometers|picometre:pm picometre picometres picometer picometers
mile:mi mile miles|yard:yd yds yard yards|foot:ft foot feet|inch:inch inches|nautical mile:nmi|furlong:furlong furlongs|fathom:fathom fathoms
gram:g gr gram grams gramme grammes|kilogram:kg kgs kilogram kilograms kilo kilos kilogramme kilogrammes|milligram:mg milligram milligrams milligramme milligrammes|microgram:mcg µg μg microgram micrograms microgramme microgrammes
tonne:t tonne tonnes|ton:ton tons|pound:lb lbs|ounce:oz ounce ounces|stone:stone|dram:dram drams drachma drachmas|carat:carat carats|kilotonne:kt kilotonne kilotonnes kiloton kilotons|megaton:megaton megatons
litre:l litre litres liter liters|millilitre:ml millilitre millilitres milliliter milliliters|centilitre:cl centilitre centilitres centiliter centiliters|gallon:gal gals gallon gallons|pint:pint pints|quart:quart quarts|barrel:bbl bbls barrel barrels|bushel:bushel bushels|tablespoon:tablespoon tablespoons tbsp|teaspoon:teaspoon teaspoons tsp|cup:cup cups
hectare:ha hectare hectares|acre:acre acres
second:sec secs second seconds|minute:min mins minute minutes|hour:hr hrs hour hours h|day:day days|week:week weeks|month:month months|year:yr yrs year years|decade:decade decades|century:century centuries|millisecond:ms msec millisecond milliseconds|microsecond:microsecond microseconds|nanosecond:ns nanosecond nanoseconds
bit:bit bits|byte:byte bytes|kilobyte:kb kilobyte kilobytes|megabyte:mb megabyte megabytes|gigabyte:gb gigabyte gigabytes|terabyte:tb terabyte terabytes|petabyte:pb petabyte petabytes|kilobit:kbit kilobit kilobits|megabit:mbit megabit megabits|gigabit:gbit gigabit gigabits
watt:w watt watts|kilowatt:kw kilowatt kilowatts|megawatt:mw megawatt megawatts|gigawatt:gw gigawatt gigawatts|terawatt:tw terawatt terawatts|kilowatt-hour:kwh|megawatt-hour:mwh|gigawatt-hour:gwh|terawatt-hour:twh|horsepower:hp horsepower|joule:j joule joules|kilojoule:kj kilojoule kilojoules|megajoule:mj megajoule megajoules|calorie:calorie calories|kilocalorie:kcal kilocalorie kilocalories
volt:v volt volts|kilovolt:kv kilovolt kilovolts|ampere:amp amps ampere amperes|ohm:ohm ohms|hertz:hz hertz|kilohertz:khz kilohertz|megahertz:mhz megahertz|gigahertz:ghz gigahertz|decibel:db decibel decibels|radian:rad radian radians|newton:newton newtons
pascal:pa pascal pascals|hectopascal:hpa hectopascal hectopascals|kilopascal:kpa kilopascal kilopascals|megapascal:mpa megapascal megapascals|bar:bar|millibar:millibar millibars mbar|atmosphere:atm|psi:psi
mile per hour:mph|kilometre per hour:kmh kph kmph|knot:knot knots
celsius:celsius celcius centigrade centigrate c|fahrenheit:fahrenheit farenheit f|kelvin:k kelvin kelvins|basis point:bp bps
becquerel:bq becquerel becquerels|sievert:sv sievert sieverts|millisievert:msv millisievert millisieverts|tesla:tesla|candela:candela|lumen:lumen lumens|lux:lux|mole:mole moles`
      .split(/[|\n]/)
      .flatMap((row) => {
        const [name, words] = row.split(':') as [string, string];
        return words.split(' ').map((word) => [word, name] as const);
      }),
  ),
);

/** Units that are a letter or two: only attached to digits ("20m") or after a hyphen. */
export const LETTER_UNITS: ReadonlySet<string> = new Set(
  'm g l h w c f t v j k mi ha min db gr gal pa kt sv ns pm ms bp bar lux dm'.split(' '),
);

/** Where these are written with a capital they are something else, as a rule ("10 M", "5G", "8K", "2H"). */
export const SMALL_LETTER_UNITS: ReadonlySet<string> = new Set('m g l h t k min mi'.split(' '));

/** Units that a pointed-out article makes a rate: "$5 a gallon". */
export const RATE_UNITS: ReadonlySet<string> = new Set(
  'second minute hour day week month year gallon ounce barrel pound ton tonne mile kilogram acre litre bushel'.split(
    ' ',
  ),
);

/** Things that an amount may be per, besides units: word → singular. */
export const RATE_NOUNS: Readonly<Record<string, string>> = lookup(
  Object.fromEntries(
    'share head capita dozen person household night gallon barrel ounce tonne student pupil patient vehicle car unit plot room week-end game trip hectare'
      .split(' ')
      .map((word) => [word, word]),
  ),
);

/** Percentages. */
export const PERCENT_WORDS: ReadonlySet<string> = new Set(['percent', 'percents', 'pct', 'percentage', '%']);
