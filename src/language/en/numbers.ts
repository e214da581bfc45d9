import { lookup } from '../lookup.js';

/** Number words below a hundred. */
export const SMALL_NUMBERS: Readonly<Record<string, number>> = lookup({
  zero: 0,
  nought: 0,
  naught: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
});

/** Words that multiply what stands before them. */
export const SCALES: Readonly<Record<string, number>> = lookup({
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  quadrillion: 1e15,
  lakh: 1e5,
  crore: 1e7,
});

/** Their plurals, which multiply a number ("two dozens", "5 crores") and otherwise give only a size (VAGUE_COUNTS). */
export const PLURAL_SCALES: Readonly<Record<string, number>> = lookup({
  dozens: 12,
  dz: 12,
  dzs: 12,
  doz: 12,
  dozs: 12,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  trillions: 1e12,
  lakhs: 1e5,
  crores: 1e7,
});

/** Short scales behind digits that are nothing else. */
export const SURE_SHORT_SCALES: Readonly<Record<string, number>> = lookup({
  mn: 1e6,
  mln: 1e6,
  mil: 1e6,
  mio: 1e6,
  bn: 1e9,
  bln: 1e9,
  tn: 1e12,
  tln: 1e12,
  trn: 1e12,
});

/** Short scales of one or two letters: attached to the digits, or behind an amount of money. */
export const SHORT_SCALES: Readonly<Record<string, number>> = lookup({
  k: 1e3,
  m: 1e6,
  mm: 1e6,
  b: 1e9,
  t: 1e12,
});

/** Ordinal words, for dates, quarters and denominators. */
export const ORDINALS: Readonly<Record<string, number>> = lookup({
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  nineth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
  hundredth: 100,
  thousandth: 1e3,
  millionth: 1e6,
  billionth: 1e9,
  trillionth: 1e12,
});

/** Denominators that are no ordinals. */
export const DENOMINATORS: Readonly<Record<string, number>> = lookup({ half: 2, halve: 2, quarter: 4 });

/** Words that make a scale vague: [least, most] of it ("a few hundred", "several thousand"). */
export const VAGUE_COEFFICIENTS: Readonly<Record<string, readonly [number, number]>> = lookup({
  few: [2, 9],
  several: [3, 9],
  couple: [2, 3],
  many: [2, 99],
});

/** Plurals that give only a size, [min, max]. */
export const VAGUE_COUNTS: Readonly<Record<string, readonly [number, number]>> = lookup({
  dozens: [24, 99],
  scores: [40, 199],
  hundreds: [200, 999],
  thousands: [2000, 9999],
  millions: [2e6, 999e6],
  billions: [2e9, 999e9],
  trillions: [2e12, 999e12],
  handful: [2, 6],
  couple: [2, 3],
});

export const VULGAR_FRACTIONS: Readonly<Record<string, number>> = lookup({
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
});
