import { GIVEN_SYLLABLES, KEPT_OPENERS, NAME_PREFIXES, PARTY_LETTERS } from '../../language/en/compounds.js';
import { OUTLET_HEADS, OUTLETS } from '../../language/en/organisations.js';
import type { ParsedText } from '../../text/parsed.js';
import { demonymOf, districtsNamed, isGivenName, regionsNamed, townsNamed } from '../places/gazetteer.js';
import { keyOf, type Word, wordsOf } from '../words.js';

const memo = new WeakMap<ParsedText, readonly (readonly Word[])[]>();

/**
 * The words of every sentence with compounds of names taken apart ("Egypt-US", "pro-Lund", "Kettering-based",
 * "D-Pa.", "Post/Argus"); names that are one with their hyphen stay whole ("Wilkes-Barre", "Ki-moon").
 */
export function nameWords(parsed: ParsedText): readonly (readonly Word[])[] {
  let sentences = memo.get(parsed);
  if (sentences === undefined) {
    const whole = parsed.sentences.map((sentence) => wordsOf(parsed, sentence));
    const joined = whole.map((words) => words.some(isJoined));
    const alone = new Set<string>();
    const borne = new Set<string>();
    if (joined.includes(true))
      whole.forEach((words, i) => {
        for (let k = 0; k < words.length; k++) {
          const word = words[k]!;
          if (word.capital) alone.add(word.key);
          if (joined[i] && k > 0 && isJoined(word) && isGivenName(words[k - 1]!.key)) borne.add(word.key);
        }
      });
    sentences = whole.map((words, i) =>
      joined[i]
        ? words.flatMap((word, k) =>
            isJoined(word) && !isGiven(word, words[k - 1]) && !(borne.has(word.key) && isSurname(word))
              ? apart(word, alone)
              : [word],
          )
        : words,
    );
    memo.set(parsed, sentences);
  }
  return sentences;
}

/** "Ban Ki-moon": the name of a family before it. */
function isGiven({ text }: Word, before: Word | undefined): boolean {
  const [first, second, ...rest] = text.split('-') as [string, string?, ...string[]];
  return (
    before?.capital === true && rest.length === 0 && first.length < 7 && GIVEN_SYLLABLES.has(second ?? '')
  );
}

const lowerMemo = new WeakMap<ParsedText, ReadonlySet<string>>();

/** Keys of the words that stand somewhere in the document without a capital. */
export function lowerWords(parsed: ParsedText): ReadonlySet<string> {
  let lower = lowerMemo.get(parsed);
  if (lower === undefined) {
    const keys = new Set<string>();
    for (const words of nameWords(parsed)) for (const word of words) if (!word.capital) keys.add(word.key);
    lower = keys;
    lowerMemo.set(parsed, lower);
  }
  return lower;
}

const JOINED = /[\p{L}.][-‑–/]\p{L}/u;
/** Words join only around these marks: three letters at least. */
const isJoined = ({ text }: Word): boolean => text.length > 2 && JOINT.test(text) && JOINED.test(text);
const JOINT = /[-‑–/]/;

/** `alone`: keys of the words that stand with a capital and without a hyphen in the document. */
function apart(word: Word, alone: ReadonlySet<string>): Word[] {
  const at = cutOf(word, alone);
  if (at === 0) return [word];
  const [head, tail] = [word.text.slice(0, at), word.text.slice(at + 1)];
  return [
    { ...word, ...part(head), end: word.start + at },
    ...apart({ ...word, ...part(tail), start: word.start + at + 1, spaced: false }, alone),
  ];
}

function part(text: string): Pick<Word, 'text' | 'key' | 'capital'> {
  return { text, key: keyOf(text), capital: /^\p{Lu}/u.test(text) };
}

/** Index of the mark at which the word falls apart; 0 where it is one. */
function cutOf({ text, key }: Word, alone: ReadonlySet<string>): number {
  const slash = text.search(/(?<=[\p{L}.])\/\p{L}/u);
  if (slash > 0) return slash;
  const at = text.search(/(?<=[\p{L}.])[-‑–]\p{L}/u);
  if (at < 1) return 0;
  const parts = text.split(/[-‑–]/);
  const [first, next] = [parts[0]!, parts[1]!];
  const folded = key.replace(/[‑–]/g, '-');
  if (/^(?:[Aa]l|[Ee]l|as|an|d|l)$/.test(first)) return 0;
  if (OUTLET_HEADS.has(folded) || OUTLETS.has(folded)) return 0;
  if (NAME_PREFIXES.has(first.toLowerCase())) return /^\p{Lu}/u.test(next) ? at : 0;
  if (!/^\p{Lu}/u.test(first)) return 0;
  if (PARTY_LETTERS.has(first)) return at;
  if (isKnown(folded) || isKnown(`${folded} county`)) return 0;
  const last = parts[parts.length - 1]!;
  if (!/^\p{Lu}/u.test(last)) {
    if (KEPT_OPENERS.has(first.toLowerCase()) || first.length < 2) return 0;
    // "Tel-Aviv-based": the last mark; "Day-to-day" has no name.
    const small = parts.findIndex((p) => !/^\p{Lu}/u.test(p));
    return small === parts.length - 1 ? parts.slice(0, small).join('-').length : at;
  }
  if (text[at] === '–') return at;
  const keys = parts.map((p) => keyOf(p));
  if (keys.some((k) => !isGivenName(k) && (regionsNamed(k).length > 0 || demonymOf(k) !== null || isTown(k))))
    return at;
  return keys.every((k) => k.length > 2 && alone.has(k)) && !isGivenName(keys[0]!) ? at : 0;
}

/** "Jose Lopez-Sanchez": towns are called after both surnames, and neither is large. */
function isSurname({ text }: Word): boolean {
  const parts = text.split(/[-‑]/);
  return parts.length === 2 && parts.every((p) => /^\p{Lu}\p{L}+$/u.test(p) && !isLarge(keyOf(p)));
}

const isLarge = (key: string): boolean =>
  regionsNamed(key).length > 0 || demonymOf(key) !== null || (townsNamed(key)[0]?.population ?? 0) >= LARGE;
/** From here on a town's name is one, whatever given name stands before it. By hand: "Lopez" and "Sanchez" are smaller. */
const LARGE = 400_000;

const isTown = (key: string): boolean => (townsNamed(key)[0]?.population ?? 0) >= TOWN_POPULATION;
const isKnown = (key: string): boolean =>
  townsNamed(key).length > 0 || regionsNamed(key).length > 0 || districtsNamed(key).length > 0;
/** Smaller towns share too many names with people and things. */
const TOWN_POPULATION = 15_000;
