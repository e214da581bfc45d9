import { lookup } from '../lookup.js';

/** Months with their short forms, without full stop. */
export const MONTHS: Readonly<Record<string, number>> = lookup({
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
});

/** Days of the week, Monday 1 to Sunday 7, with short forms. */
export const WEEKDAYS: Readonly<Record<string, number>> = lookup({
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
  mondays: 1,
  tuesdays: 2,
  wednesdays: 3,
  thursdays: 4,
  fridays: 5,
  saturdays: 6,
  sundays: 7,
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
  sat: 6,
  sun: 7,
});

/** Seasons, as TIMEX3 writes them. */
export const SEASONS: Readonly<Record<string, string>> = lookup({
  spring: 'SP',
  summer: 'SU',
  autumn: 'FA',
  fall: 'FA',
  winter: 'WI',
});

/** Decades in words → the tens of their years. */
export const DECADES: Readonly<Record<string, string>> = lookup({
  twenties: '2',
  thirties: '3',
  forties: '4',
  fifties: '5',
  sixties: '6',
  seventies: '7',
  eighties: '8',
  nineties: '9',
});

/** Parts of the day, as TIMEX3 writes them. */
export const DAY_PARTS: Readonly<Record<string, string>> = lookup({
  morning: 'TMO',
  mornings: 'TMO',
  afternoon: 'TAF',
  afternoons: 'TAF',
  evening: 'TEV',
  evenings: 'TEV',
  night: 'TNI',
  nights: 'TNI',
  midday: 'TMI',
  dawn: 'TDA',
  overnight: 'TNI',
});

/** Units of time: TIMEX3 letter, "T" before those shorter than a day. */
export const TIME_UNITS: Readonly<Record<string, string>> = lookup({
  second: 'TS',
  seconds: 'TS',
  sec: 'TS',
  secs: 'TS',
  minute: 'TM',
  minutes: 'TM',
  min: 'TM',
  mins: 'TM',
  hour: 'TH',
  hours: 'TH',
  hr: 'TH',
  hrs: 'TH',
  day: 'D',
  days: 'D',
  week: 'W',
  weeks: 'W',
  month: 'M',
  months: 'M',
  quarter: 'Q',
  quarters: 'Q',
  year: 'Y',
  years: 'Y',
  yr: 'Y',
  yrs: 'Y',
  decade: 'E',
  decades: 'E',
  century: 'C',
  centuries: 'C',
  weekend: 'WE',
  weekends: 'WE',
  fortnight: 'F',
  night: 'N',
  nights: 'N',
});

/** Words and phrases for the present, the past and the future as such. */
export const REFERENCES: Readonly<Record<string, 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'>> = lookup({
  now: 'PRESENT_REF',
  currently: 'PRESENT_REF',
  current: 'PRESENT_REF',
  presently: 'PRESENT_REF',
  nowadays: 'PRESENT_REF',
  'at present': 'PRESENT_REF',
  'these days': 'PRESENT_REF',
  'at the moment': 'PRESENT_REF',
  'at this time': 'PRESENT_REF',
  'right now': 'PRESENT_REF',
  recently: 'PAST_REF',
  recent: 'PAST_REF',
  lately: 'PAST_REF',
  formerly: 'PAST_REF',
  'the past': 'PAST_REF',
  'long ago': 'PAST_REF',
  soon: 'FUTURE_REF',
  'the future': 'FUTURE_REF',
  'the near future': 'FUTURE_REF',
  'the foreseeable future': 'FUTURE_REF',
  shortly: 'FUTURE_REF',
});

/** Adverbs and adjectives for what recurs: TIMEX3 value. */
export const RECURRENCES: Readonly<Record<string, string>> = lookup({
  daily: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  quarterly: 'P3M',
  yearly: 'P1Y',
  annually: 'P1Y',
  hourly: 'PT1H',
  nightly: 'P1D',
  biweekly: 'P2W',
  fortnightly: 'P2W',
});

/** Time zones and the like that may follow a time of day. */
export const TIME_ZONES: ReadonlySet<string> = new Set(
  'gmt bst utc est edt cst cdt mst mdt pst pdt cet cest et pt ct mt'.split(' '),
);

/** A season without its year: "in winter" is of every year. */
export const EVERY_YEAR = /^(?:winter|spring|summer|autumn)s?$/i;

/** A day by its name. */
export const NAMED_DAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;
