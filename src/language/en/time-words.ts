import { lookup } from '../lookup.js';

/** Where a phrase of time points from the time it is measured from. */
export const SHIFTS: Readonly<Record<string, 'last' | 'this' | 'next'>> = lookup({
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
});

/** Words before a time for a part of it, as TIMEX3 names the part. */
export const POSITIONS: Readonly<Record<string, 'START' | 'MID' | 'END' | 'EARLIER' | 'LATER'>> = lookup({
  early: 'START',
  earlier: 'EARLIER',
  late: 'END',
  later: 'LATER',
  mid: 'MID',
  middle: 'MID',
});

/** "the end of", "at the beginning of": edges and middles of a time. */
export const EDGES: Readonly<Record<string, 'START' | 'MID' | 'END' | 'LATER'>> = lookup({
  end: 'END',
  close: 'END',
  beginning: 'START',
  start: 'START',
  outset: 'START',
  middle: 'MID',
  rest: 'LATER',
  remainder: 'LATER',
});

/** Words that make a time approximate. */
export const ABOUT: ReadonlySet<string> = new Set(
  'about around roughly approximately nearly almost circa some'.split(' '),
);

/** Words before a time that make it the end or the start of a stretch. */
export const RELATIONS: Readonly<Record<string, 'since' | 'until' | 'before' | 'after' | 'by'>> = lookup({
  since: 'since',
  until: 'until',
  till: 'until',
  til: 'until',
  through: 'until',
  thru: 'until',
  before: 'before',
  after: 'after',
  by: 'by',
  starting: 'since',
  beginning: 'since',
});

/** Words next before a number that show it to be a year. */
export const YEAR_CUES: ReadonlySet<string> = new Set(
  'in since by of from until till through to during before after late early mid fiscal year and between circa around spring summer autumn fall winter end throughout for fiscal'.split(
    ' ',
  ),
);

/** Words that open a phrase of time, besides months, days, seasons, numbers and the like. */
export const OTHER_OPENERS: readonly string[] =
  'the a an one today yesterday tomorrow tonight overnight every each noon midnight midday fiscal calendar year years months weekends nights weeks decades centuries days q half several few many recent some couple about around nearly almost about roughly approximately hundred thousand million billion dozen quarter'.split(
    ' ',
  );

/** "At once": a time without a day. */
export const AT_ONCE =
  /\b(?:at once|immediately|right away|straight away|straightaway|without delay|forthwith)\b/i;

/** Words that tell a time from the day of writing: "began last month" and "will last a month" have no verb in common. */
export const DEICTIC = /\b(?:last|next|past|coming)\b/giu;
