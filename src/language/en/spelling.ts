/** British spellings in names of bodies → the American one: accounts of two countries name one body. */
export const AMERICAN_SPELLING: ReadonlyMap<string, string> = new Map([
  ['harbour', 'harbor'],
  ['labour', 'labor'],
  ['defence', 'defense'],
  ['centre', 'center'],
  ['programme', 'program'],
  ['organisation', 'organization'],
  ['theatre', 'theater'],
]);
