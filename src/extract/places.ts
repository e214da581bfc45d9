import type { LocalName, LocalPlace } from '../model/analysis.js';
import { compareSpans } from '../text/order.js';
import type { ParsedText } from '../text/parsed.js';
import { SPEECH_WORDS } from '../language/en/speech-words.js';
import { FUNCTION_WORDS } from '../language/en/common-words.js';
import { demonymOf, countryPoint, type GazetteerEntry, regionsNamed, townsNamed } from './gazetteer.js';
import { choose, type Toponym } from './toponyms.js';
import { isTitleCase, type Word, wordsOf } from './words.js';

/** In words: the longest name looked up ("Democratic Republic of the Congo"). */
const LONGEST = 5;

/**
 * Mentions of places in text order, each with the reading chosen among its namesakes. Names of people, organisations,
 * outlets, laws and operations hide the place names inside them.
 */
export function findPlaces(parsed: ParsedText, names: readonly LocalName[]): LocalPlace[] {
  const hidden = hiddenSpans(names);
  const toponyms: Toponym[] = [];
  for (const sentence of parsed.sentences) {
    const words = wordsOf(parsed, sentence);
    const headline = isTitleCase(words);
    for (let i = 0; i < words.length; ) {
      const found = toponymAt(words, i, sentence.index, headline, hidden);
      if (found === null) {
        i++;
        continue;
      }
      toponyms.push(found.toponym);
      i = found.to;
    }
  }
  const places = choose(toponyms).map(({ toponym, entry }) => ({
    span: { start: toponym.start, end: toponym.end },
    name: toponym.name,
    country: entry.country,
    lat: entry.lat,
    lon: entry.lon,
    literal: toponym.literal,
    kind: toponym.demonym ? ('demonym' as const) : entry.kind,
    sentence: toponym.sentence,
  }));
  return places.sort((a, b) => compareSpans(a.span, b.span));
}

/** Starts and ends of names that are no places, sorted; their insides are not looked up. */
function hiddenSpans(names: readonly LocalName[]): (offset: number) => boolean {
  const spans = names.filter((name) => name.kind !== 'place' && name.kind !== 'other').flatMap((name) => name.mentions);
  spans.sort(compareSpans);
  return (offset) => {
    let low = 0;
    let high = spans.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const span = spans[middle]!;
      if (offset < span.start) high = middle - 1;
      else if (offset >= span.end) low = middle + 1;
      else return true;
    }
    return false;
  };
}

function toponymAt(
  words: readonly Word[],
  i: number,
  sentence: number,
  headline: boolean,
  hidden: (offset: number) => boolean,
): { readonly toponym: Toponym; readonly to: number } | null {
  const first = words[i]!;
  if (!first.capital) return null;
  if (hidden(first.start)) return null;
  for (let n = Math.min(LONGEST, words.length - i); n > 0; n--) {
    const last = words[i + n - 1]!;
    if (!last.capital || last.line !== first.line) continue;
    const part = words.slice(i, i + n);
    if (part.some((word, k) => k > 0 && !word.capital && !/^(?:of|the|and|de|la|del|du|upon|on|sur)$/.test(word.key))) continue;
    if (part.some((word) => hidden(word.start))) continue;
    const joined = part.map((word) => (word.text.endsWith('.') && /\..*\.|^\p{Lu}\p{Ll}{2,4}\.$/u.test(word.text) ? `${word.key.replace(/\.$/, '')}.` : word.key)).join(' ');
    const key = joined.replace(/^st /, 'st. ').replace(/^mt /, 'mt. ').replace(/^ft /, 'fort ');
    const regions = regionsNamed(key);
    const demonym = regions.length === 0 ? demonymOf(key) : null;
    if (demonym !== null) {
      const point = countryPoint(demonym);
      const entry: GazetteerEntry = { kind: 'country', country: demonym, admin: '', lat: point?.lat ?? null, lon: point?.lon ?? null, population: 0 };
      return { toponym: toponym(part, sentence, [entry], words, i, n, true), to: i + n };
    }
    if (key.length < 3 && regions.length === 0) continue;
    if (first.text.length === 2 && first.key === 'us' && first.text !== 'US') continue;
    const towns = townsNamed(key);
    const entries = regions.length > 0 ? [...regions, ...towns] : towns;
    if (entries.length === 0) continue;
    if (n === 1 && regions.length === 0 && !believable(words, i, towns, headline)) continue;
    if (n === 1 && /\.$/.test(key) && !/^(?:u\.s\.|u\.k\.|u\.a\.e\.)/.test(key) && words[i - 1]?.text !== ',') continue;
    // Part of a longer capitalised name: "Boston Celtics" is no town, "Paris, Texas" and "Chicago Mayor" are.
    return { toponym: toponym(part, sentence, entries, words, i, n, false), to: i + n };
  }
  return null;
}

/** A town's name in one word is a common word too: at the head of a sentence or in a headline it must be large. */
function believable(words: readonly Word[], i: number, towns: readonly GazetteerEntry[], headline: boolean): boolean {
  const word = words[i]!;
  if (FUNCTION_WORDS.has(word.key) || /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(word.key)) return false;
  const largest = towns[0]?.population ?? 0;
  const before = words[i - 1];
  const next = words[i + 1];
  const located = /^(?:in|at|from|near|outside|of|to)$/.test(before?.key ?? '');
  const comma = next?.text === ',' && words[i + 2]?.capital === true;
  if (headline || before === undefined || /^["“‘'—(]$/.test(before.text)) return largest >= 100_000 || (comma && !headline);
  // Inside a capitalised sequence it is a piece of another name.
  const inside = (before.capital && before.spaced && /^\p{L}/u.test(before.text)) || (next?.capital === true && next.spaced && /^\p{L}/u.test(next.text));
  if (inside) return largest >= 100_000 && !(before.capital && /^\p{L}/u.test(before.text));
  return located || comma || largest >= 15_000;
}

function toponym(
  part: readonly Word[],
  sentence: number,
  entries: readonly GazetteerEntry[],
  words: readonly Word[],
  i: number,
  n: number,
  demonym: boolean,
): Toponym {
  const last = part[part.length - 1]!;
  const next = words[i + n];
  const says = next !== undefined && SPEECH_WORDS.has(next.key);
  return {
    start: part[0]!.start,
    end: last.end,
    name: part.map((word) => word.text).join(' '),
    sentence,
    entries,
    demonym,
    literal: !demonym && !says,
    hintAfter: next?.text === ',' && words[i + n + 1]?.capital === true ? i + n + 1 : null,
    commaNext: next?.text === ',' && words[i + n + 1]?.capital === true ? words[i + n + 1]!.start : null,
  };
}
