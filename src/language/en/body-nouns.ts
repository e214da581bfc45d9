/** Common nouns by which a text calls a body again that it has named ("the directorate", "the board"), lower case. */
export const BODY_NOUNS: ReadonlySet<string> = new Set(
  `agency administration association authority board bureau cabinet centre center chamber church commission committee
  company corporation council court department directorate division federation firm force foundation fund government guild
  hospital inquiry inspectorate institute institution league ministry museum office organisation organization panel party
  police registry school secretariat service society tribunal trust union university watchdog`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
