/** Last words that an outlet's name is often without. Lower case. */
export const GENERIC_ENDS: ReadonlySet<string> = new Set([
  'news',
  'newspaper',
  'newspapers',
  'magazine',
  'online',
  'agency',
]);

/** Words of a body's name that its acronym leaves out. Lower case. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(['and', 'of', 'the', 'for', 'on', 'in', 'to', 'at']);

/** Words for craft: the name behind one is the craft's ("the trawler Constance Ann"). Lower case. */
export const CRAFT: ReadonlySet<string> = new Set(
  'ship boat vessel trawler ferry tanker freighter yacht tug barge schooner liner cruiser destroyer frigate carrier submarine lifeboat lugger steamer'.split(
    ' ',
  ),
);

/** Words after which “of” goes on with the same name (“Gulf of …”, “Clerk of …”). Lower case. */
export const OF_OPENERS: ReadonlySet<string> = new Set(
  `city gulf state states republic kingdom lord king queen prince duke statue secretary isle bay church sea people
declaration clerk university museum board bank valley mount gates knights speaker`.split(/\s+/),
);

/** Prepositions of place. Lower case. */
export const LOCATIVE: ReadonlySet<string> = new Set(
  `in at near outside across throughout toward towards around inside from to`.split(/\s+/),
);

/** Words that an ordinal opens a name with ("9th Circuit", "First Amendment"). Lower case. */
export const NUMBERED_HEADS: ReadonlySet<string> = new Set(
  `circuit amendment street avenue ave st precinct infantry airborne division regiment battalion brigade cavalry fleet fighter army corps
marine armored armoured squadron wing ward arrondissement armoured`.split(/\s+/),
);

/** Ordinals in words that open such names. Lower case. */
export const ORDINALS: ReadonlySet<string> = new Set(
  `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
twenty-first twenty-second`.split(/\s+/),
);

/** Groups that own or make up a body ("Teachers' Union", "Veterans of …", "Sheriff's Office"). Lower case. */
export const OWNING_GROUPS: ReadonlySet<string> = new Set(
  `children women men people workers farmers teachers veterans girls boys officers daughters sons friends sheriff attorney governor
prosecutor coroner players lawyers bishops fishermen seamen miners nurses doctors physicians students parents writers
mothers fathers citizens residents tenants journalists firefighters`.split(/\s+/),
);

/** Heads of names that a name in the genitive opens ("Martha's Vineyard", "Joey's Cafe"). Lower case. */
export const POSSESSED_HEADS: ReadonlySet<string> = new Set(
  `hospital vineyard cafe café restaurant grill diner deli pub tavern bar pizza pizzeria wharf bakery steakhouse saloon hotel inn
lighthouse cathedral college infirmary hospice kitchen point gate`.split(/\s+/),
);

/** Bodies whose names name two fields ("Ways and Means Committee"). Lower case. */
export const COMMITTEES: ReadonlySet<string> = new Set(
  'committee subcommittee department ministry administration commission directorate'.split(' '),
);

/** Letters that are short for a common noun, no body. Upper case. */
export const COMMON_ACRONYMS: ReadonlySet<string> = new Set(
  `TV DOB LSD SSN CEO CFO COO CTO LGBT LGBTQ LGBTQI WASP DNA RNA POTUS FLOTUS SCOTUS PAC PACS VP UFO ATM PHD GDP GNP HIV AIDS DUI DWI SUV CCTV IT AI IQ
ID IDS FAQ PR HR MP MPS MEP MEPS MSP MSPS TD TDS CPI VAT MD DJ RIP OK BBQ IED IEDS ISP QE PTSD ADHD STEM PPE PCR ICU ER CPR EMT
EMTS BA MA MBA GPA SAT GPS GMT EST EDT PST PDT CST CDT UTC BST CET AM PM AD BC BCE CE UK-WIDE USB PC PCS CD DVD HD LED
RSVP VIP VIPS WMD WMDS ICBM IVF STD STDS OCD MRI CT ETA FYI TBD TBA ASAP AKA DIY EV EVS POW POWS MIA NGO NGOS SMS URL PDF
HTML RSS LLC INC LTD PLC CO CORP JR SR II III IV VI VII VIII IX XI XII MM KM MPH HQ CV ET CT MT PT`.split(
    /\s+/,
  ),
);

/** Words of direction that open the name of a land ("Eastern Europe"). Lower case. */
export const DIRECTIONS: ReadonlySet<string> = new Set(
  'eastern western northern southern latin central native'.split(' '),
);

/** Lands that no table of countries and states has. Folded. */
export const LANDS: ReadonlySet<string> = new Set(
  'europe asia africa america hemisphere ireland england scotland wales ocean'.split(' '),
);

/** First words of the names of lands and waters ("Lake Orrel", "Mount Vig"). Lower case. */
export const LAND_OPENERS: ReadonlySet<string> = new Set(
  'lake mount mt cape fort gulf isle strait sea bay rio'.split(' '),
);

/** Laws and programmes fixed by law that no word tells to be one. Folded. */
export const PROPER_LAWS: ReadonlySet<string> = new Set(
  `obamacare|romneycare|medicare|medicaid|social security|nafta|usmca|daca|dapa|foia|hipaa|gdpr|jcpoa|title ix|title vii|magna carta|constitution
medicare for all|bill of rights|patriot act|jim crow|glass-steagall|dodd-frank|mccain-feingold|sarbanes-oxley|taft-hartley|voting rights
affordable care act|green new deal|new deal|good friday agreement|brexit withdrawal agreement|basic law|grundgesetz`
    .split(/[|\n]/)
    .map((name) => name.trim()),
);
