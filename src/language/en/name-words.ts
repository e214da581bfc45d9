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
