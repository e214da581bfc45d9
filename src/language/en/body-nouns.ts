/** Common nouns by which a text calls a body again that it has named ("the directorate", "the board"), lower case. */
export const BODY_NOUNS: ReadonlySet<string> = new Set(
  `agency administration assembly association authority board brigade bureau cabinet centre center chamber church commission committee
  company corporation council court department directorate division federation firm force foundation fund government guild
  hospital inquiry inspectorate institute institution league ministry museum office organisation organization panel party
  police registry school secretariat service society treasury tribunal trust union university watchdog`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** "the judges", "the auditors": those who act for a body, by a word of its name. Plurals. */
export const MEMBERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    judges: 'court',
    justices: 'court',
    auditors: 'audit',
    councillors: 'council',
    councilors: 'council',
    commissioners: 'commission',
    senators: 'senate',
    inspectors: 'inspectorate',
    firefighters: 'brigade',
  }),
);

/** Nouns that a text uses of a body of any kind. */
export const ANY_BODY: ReadonlySet<string> = new Set(
  'agency body group organisation organization institution authority service'.split(' '),
);
