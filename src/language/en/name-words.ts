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
declaration clerk`.split(/\s+/),
);

/** Prepositions of place. Lower case. */
export const LOCATIVE: ReadonlySet<string> = new Set(
  `in at near outside across throughout toward towards around inside from to`.split(/\s+/),
);
