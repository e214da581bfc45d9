/** Other names of large towns, folded → name in the table of towns, and the country. They win over smaller namesakes. */
export const TOWN_ALIASES: Readonly<Record<string, readonly [string, string]>> = {
  'new york': ['new york city', 'US'], nyc: ['new york city', 'US'], washington: ['washington, d.c.', 'US'], 'd.c.': ['washington, d.c.', 'US'], dc: ['washington, d.c.', 'US'],
  'washington, d.c.': ['washington, d.c.', 'US'], 'washington d.c.': ['washington, d.c.', 'US'], 'washington dc': ['washington, d.c.', 'US'],
  'l.a.': ['los angeles', 'US'], philly: ['philadelphia', 'US'], vegas: ['las vegas', 'US'], 'saint louis': ['st. louis', 'US'], 'saint paul': ['st. paul', 'US'],
  kiev: ['kyiv', 'UA'], bombay: ['mumbai', 'IN'], calcutta: ['kolkata', 'IN'], madras: ['chennai', 'IN'], bangalore: ['bengaluru', 'IN'], 'new delhi': ['new delhi', 'IN'],
  peking: ['beijing', 'CN'], saigon: ['ho chi minh city', 'VN'], rangoon: ['yangon', 'MM'], jerusalem: ['jerusalem', 'IL'], frankfurt: ['frankfurt am main', 'DE'],
  'the hague': ['the hague', 'NL'], 'mexico city': ['mexico city', 'MX'], 'quebec city': ['quebec', 'CA'], 'tel aviv': ['tel aviv', 'IL'], danzig: ['gdansk', 'PL'],
};
