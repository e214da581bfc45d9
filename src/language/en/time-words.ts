/** Where a phrase of time points from the time it is measured from. */
export const SHIFTS: Readonly<Record<string, 'last' | 'this' | 'next'>> = {
  last: 'last',
  past: 'last',
  previous: 'last',
  preceding: 'last',
  prior: 'last',
  this: 'this',
  current: 'this',
  next: 'next',
  coming: 'next',
  following: 'next',
  upcoming: 'next',
};

/** Words before a phrase that belong to it and do not change its value at the precision kept. */
export const POSITIONS: ReadonlySet<string> = new Set(['early', 'earlier', 'late', 'later', 'mid', 'middle']);

/** Words next before a number that show it to be a year. */
export const YEAR_CUES: ReadonlySet<string> = new Set(
  'in since by of from until till through to during before after late early mid fiscal year and between circa around spring summer autumn fall winter end throughout for'.split(
    ' ',
  ),
);

/** Words that open a phrase of time, besides months, days, seasons, numbers and the like. */
export const OTHER_OPENERS: readonly string[] =
  'the a an one today yesterday tomorrow tonight overnight every each noon midnight midday fiscal year years months weeks decades centuries days q half several few many recent some couple nearly almost about roughly approximately hundred thousand million billion dozen quarter'.split(
    ' ',
  );
