/**
 * Bodies that news knows by their letters: acronym → full name. Used only where the text itself gives the acronym and a
 * broken long form ("Department of Homeland acting Secretary"), since letters alone may be another country's body.
 */
export const BODIES: ReadonlyMap<string, string> = new Map([
  ['DHS', 'Department of Homeland Security'],
  ['HHS', 'Department of Health and Human Services'],
  ['HUD', 'Department of Housing and Urban Development'],
  ['DOJ', 'Department of Justice'],
  ['DOD', 'Department of Defense'],
  ['FBI', 'Federal Bureau of Investigation'],
  ['CIA', 'Central Intelligence Agency'],
  ['NSA', 'National Security Agency'],
  ['EPA', 'Environmental Protection Agency'],
  ['FDA', 'Food and Drug Administration'],
  ['FAA', 'Federal Aviation Administration'],
  ['SEC', 'Securities and Exchange Commission'],
  ['IRS', 'Internal Revenue Service'],
  ['CBP', 'Customs and Border Protection'],
  ['ICE', 'Immigration and Customs Enforcement'],
  ['CDC', 'Centers for Disease Control and Prevention'],
  ['FEMA', 'Federal Emergency Management Agency'],
  ['NHS', 'National Health Service'],
  ['NCA', 'National Crime Agency'],
  ['HMRC', 'His Majesty’s Revenue and Customs'],
  ['WHO', 'World Health Organization'],
  ['IMF', 'International Monetary Fund'],
  ['ECB', 'European Central Bank'],
  ['NATO', 'North Atlantic Treaty Organization'],
  ['IAEA', 'International Atomic Energy Agency'],
  ['UNHCR', 'United Nations High Commissioner for Refugees'],
]);

/**
 * Bodies whose names have no word that tells what they are: chambers and seats of government, parties and armed groups,
 * companies, universities. Folded. Names that are towns' or people's too ("Ford", "Oxford") are left out.
 */
export const PROPER_BODIES: ReadonlySet<string> = new Set(
  `congress|senate|house|white house|gop|pentagon|kremlin|vatican|holy see|capitol hill|downing street|whitehall|holyrood|stormont
bundestag|bundesrat|bundeswehr|knesset|duma|state duma|riksdag|storting|folketing|dail|seanad|oireachtas|lok sabha|rajya sabha
elysee|scotland yard|new scotland yard|interpol|europol|eurojust|frontex|mossad|shin bet|hezbollah|hizbullah|hamas|fatah|taliban|al qaeda
al-qaeda|al qaida|al-qaida|al shabaab|al-shabaab|boko haram|islamic state|isis|isil|daesh|ku klux klan|wall street|federal reserve
planned parenthood|afl-cio|greenpeace|oxfam|red cross|red crescent|unicef|unesco|amnesty international|human rights watch|salvation army
sinn fein|fianna fail|fine gael|likud|plaid cymru|united russia|tea party|twitter|facebook|google|microsoft|apple inc|uber|lyft|airbnb
netflix|youtube|instagram|whatsapp|snapchat|tiktok|linkedin|reddit|walmart|wal-mart|tesco|ikea|boeing|airbus|lockheed martin|general motors
general electric|toyota|volkswagen|nissan|honda|hyundai|siemens|exxon|exxonmobil|exxon mobil|goldman sachs|morgan stanley|jpmorgan
jpmorgan chase|barclays|citigroup|citibank|wells fargo|lehman brothers|deloitte|mckinsey|pfizer|moderna|astrazeneca|huawei|samsung
sony|nokia|intel|verizon|comcast|starbucks|mcdonald's|burger king|coca-cola|pepsi|nike|adidas|disney|walt disney|paramount|harvard
yale|princeton|stanford|cornell|georgetown|dartmouth|notre dame|rasmussen|gallup|quinnipiac|ipsos|yougov|marist|getty images|wikileaks
wikipedia|black lives matter|occupy wall street|moveon|moveon.org|emily's list|coast guard|national guard|secret service|border patrol
marine corps|state department|justice department|treasury department|supreme court|joint chiefs|joint chiefs of staff|peace corps
citizens united|halliburton|blackwater|enron|aramco|gazprom|rosneft|opec|nato|eu|un|u.n.|united nations|european union`
    .split(/[|\n]/)
    .map((name) => name.trim()),
);

/** Bodies that stand behind a person's name without being part of one name with it ("the Obama White House"). Folded. */
export const BODIES_OF_PEOPLE: ReadonlySet<string> = new Set(
  'white house|state department|justice department|administration|super pac|pac|supreme court|campaign|cabinet|doctrine|government|presidency'.split(
    '|',
  ),
);
