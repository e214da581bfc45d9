/** What each UTF-16 code unit is to the tokeniser: part of a word, as the letter it folds to, or what parts words. */

// Kinds; letters stand for themselves, folded, and all lie above these. As in assembly/classify.ts.
export const SEPARATOR = 0;
/** Inside a word, not part of it: accents, soft hyphens, joiners. */
export const IGNORED = 1;
/** Folds to several letters: ß, æ, ligatures. */
export const SEVERAL = 2;
/** A word of its own. */
export const SINGLE = 3;
/** Not looked up yet; surrogates always, since only their pair tells. */
export const UNKNOWN = 4;

const FIRST_SURROGATE = 0xd800;
const FIRST_LOW = 0xdc00;

const SEVERAL_LETTERS: ReadonlyMap<number, string> = new Map(
  Object.entries({
    ß: 'ss',
    ẞ: 'ss',
    æ: 'ae',
    Æ: 'ae',
    œ: 'oe',
    Œ: 'oe',
    ﬀ: 'ff',
    ﬁ: 'fi',
    ﬂ: 'fl',
    ﬃ: 'ffi',
    ﬄ: 'ffl',
  }).map(([letter, letters]) => [letter.charCodeAt(0), letters]),
);
/** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs; soft hyphen, zero-width (non-)joiners, tatweel. */
const IGNORABLE = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060\ufeff\u0640]/;
const WORD = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts without spaces between words: Thai, Lao, Myanmar, Khmer, kana, Han. */
const UNSEGMENTED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;

/** Kind of a unit that is no surrogate, or the letter it folds to. */
export function kindOf(unit: number): number {
  const character = String.fromCharCode(unit);
  if (SEVERAL_LETTERS.has(unit)) return SEVERAL;
  if (IGNORABLE.test(character)) return IGNORED;
  if (!WORD.test(character)) return SEPARATOR;
  return UNSEGMENTED.test(character) ? SINGLE : foldedOf(unit);
}

/** What a letter folds to. */
export function foldedOf(unit: number): number {
  const character = String.fromCharCode(unit);
  const base = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const lower = base.length === 1 ? base : character.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

/** Kind of a pair of surrogates; a letter is told from other kinds by being above them. */
export function kindOfPair(high: number, low: number): number {
  const character = String.fromCodePoint(0x10000 + ((high - FIRST_SURROGATE) << 10) + (low - FIRST_LOW));
  if (!WORD.test(character)) return SEPARATOR;
  return UNSEGMENTED.test(character) ? SINGLE : low;
}

/** The letters that a unit of kind SEVERAL folds to, the first in the lowest byte. */
export function lettersOf(unit: number): number {
  return [...SEVERAL_LETTERS.get(unit)!].reduce(
    (packed, letter, i) => packed | (letter.charCodeAt(0) << (8 * i)),
    0,
  );
}
