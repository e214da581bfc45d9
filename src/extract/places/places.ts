import { FUNCTION_WORDS } from '../../language/en/common-words.js';
import { FACILITY_HEADS } from '../../language/en/organisations.js';
import { SPEECH_WORDS } from '../../language/en/speech-words.js';
import type { LocalName, LocalPlace } from '../../model/analysis.js';
import { compareSpans } from '../../text/order.js';
import type { ParsedText } from '../../text/parsed.js';
import { isTitleCase, keyOf, type Word, wordsOf } from '../words.js';
import { countryPoint, demonymOf, fold, type GazetteerEntry, regionsNamed, townsNamed } from './gazetteer.js';
import { choose, type Toponym } from './toponyms.js';

/** In words: the longest name looked up ("Democratic Republic of the Congo"). */
const LONGEST = 5;

/**
 * Mentions of places in text order, each with the reading chosen among its namesakes. Names of people, organisations,
 * outlets, laws and operations hide the place names inside them.
 */
export function findPlaces(parsed: ParsedText, names: readonly LocalName[]): LocalPlace[] {
  const hidden = hiddenSpans(names);
  const facilities = facilityMentions(names, parsed);
  const toponyms: Toponym[] = [];
  const unlocated: LocalPlace[] = [];
  for (const sentence of parsed.sentences) {
    const words = partsOf(wordsOf(parsed, sentence));
    const headline = isTitleCase(words);
    for (let i = 0; i < words.length; ) {
      const facility = facilities.get(words[i]!.start);
      if (facility !== undefined) {
        unlocated.push({ ...facility, sentence: sentence.index });
        while (i < words.length && words[i]!.start < facility.span.end) i++;
        continue;
      }
      const found = toponymAt(words, i, sentence.index, headline, hidden);
      if (found === null) {
        i++;
        continue;
      }
      toponyms.push(found.toponym);
      i = found.to;
    }
  }
  // A small town's name that is nowhere used as a place ("Bush", "Clinton") is left alone.
  const strong = new Set(toponyms.filter((toponym) => !toponym.weak).map((toponym) => toponym.name));
  const kept = toponyms.filter((toponym) => !toponym.weak || strong.has(toponym.name));
  const places: LocalPlace[] = choose(kept).map(({ toponym, entry }) => ({
    span: { start: toponym.start, end: toponym.end },
    name: toponym.name,
    country: entry.country,
    lat: entry.lat,
    lon: entry.lon,
    literal: toponym.literal,
    kind: toponym.demonym ? ('demonym' as const) : entry.kind,
    sentence: toponym.sentence,
  }));
  return [...places, ...unlocated].sort((a, b) => compareSpans(a.span, b.span));
}

/** Roads, counties, rivers and buildings by start: the table has no point for them. */
function facilityMentions(names: readonly LocalName[], parsed: ParsedText): Map<number, LocalPlace> {
  const map = new Map<number, LocalPlace>();
  for (const name of names) {
    if (name.kind !== 'place') continue;
    for (const span of name.mentions) {
      const text = parsed.text.slice(span.start, span.end);
      const words = fold(text).split(/\s+/);
      const head = words[words.length - 1]!.replace(/\.$/, '');
      if (words.length < 2 || !FACILITY_HEADS.has(head)) continue;
      if (
        regionsNamed(words.join(' ')).length > 0 ||
        (townsNamed(words.join(' '))[0]?.population ?? 0) >= WHOLE_TOWN_POPULATION
      )
        continue;
      const kind =
        /^(?:county|parish|province|valley|region|coast|island|islands|peninsula|gulf|ocean|sea)$/.test(head)
          ? 'region'
          : 'facility';
      map.set(span.start, {
        span,
        name: text,
        country: null,
        lat: null,
        lon: null,
        literal: true,
        kind,
        sentence: null,
      });
    }
  }
  return map;
}

/** "Long Beach" is a town although it ends like a facility. */
const WHOLE_TOWN_POPULATION = 5_000;

/** Words with hyphenated names taken apart ("Egypt-US", "D-Minneapolis"), where the whole is no place itself. */
function partsOf(words: readonly Word[]): readonly Word[] {
  const apart = (word: Word): boolean =>
    word.capital &&
    /^\p{Lu}[\p{L}.]*[-–]\p{Lu}/u.test(word.text) &&
    townsNamed(word.key).length === 0 &&
    regionsNamed(word.key).length === 0;
  if (!words.some(apart)) return words;
  return words.flatMap((word) => {
    if (!apart(word)) return [word];
    let at = word.start;
    return word.text.split(/[-–]/).map((text, k) => {
      const start = at;
      at += text.length + 1;
      return {
        ...word,
        text,
        start,
        end: start + text.length,
        key: keyOf(text),
        spaced: k === 0 && word.spaced,
        capital: /^\p{Lu}/u.test(text),
      };
    });
  });
}

/** Starts and ends of names that are no places, sorted; their insides are not looked up. */
function hiddenSpans(names: readonly LocalName[]): (offset: number) => boolean {
  const spans = names
    .filter((name) => name.kind !== 'place' && name.kind !== 'other')
    .flatMap((name) => name.mentions);
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

/** How many words from `i` on may be one place name: capitals, and small words between them. */
function reach(words: readonly Word[], i: number): number {
  let n = 1;
  for (let k = 1; k < LONGEST && i + k < words.length; k++) {
    const word = words[i + k]!;
    if (word.capital && word.line === words[i]!.line) n = k + 1;
    else if (!SMALL_WORDS.has(word.key)) break;
  }
  return n;
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'de', 'la', 'del', 'du', 'upon', 'on', 'sur']);

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
  for (let n = reach(words, i); n > 0; n--) {
    const last = words[i + n - 1]!;
    if (!last.capital || last.line !== first.line) continue;
    const part = words.slice(i, i + n);
    if (part.some((word) => hidden(word.start))) continue;
    const joined = part
      .map((word) =>
        word.text.endsWith('.') && /\..*\.|^\p{Lu}\p{Ll}{2,4}\.$/u.test(word.text)
          ? `${word.key.replace(/\.$/, '')}.`
          : word.key,
      )
      .join(' ');
    const key = joined.replace(/^st /, 'st. ').replace(/^mt /, 'mt. ').replace(/^ft /, 'fort ');
    const regions = regionsNamed(key);
    const demonym = regions.length === 0 ? demonymOf(key) : null;
    if (demonym !== null) {
      const point = countryPoint(demonym);
      const entry: GazetteerEntry = {
        kind: 'country',
        country: demonym,
        admin: '',
        lat: point?.lat ?? null,
        lon: point?.lon ?? null,
        population: 0,
      };
      return { toponym: toponym(part, sentence, [entry], words, i, n, true), to: i + n };
    }
    if (key.length < 3 && regions.length === 0) continue;
    if (first.text.length === 2 && first.key === 'us' && first.text !== 'US') continue;
    const towns = townsNamed(key);
    const entries = regions.length > 0 ? [...regions, ...towns] : towns;
    if (entries.length === 0) continue;
    const belief = n === 1 && regions.length === 0 ? believable(words, i, towns, headline) : 'yes';
    if (belief === 'no') continue;
    if (n === 1 && /\.$/.test(key) && !/^(?:u\.s\.|u\.k\.|u\.a\.e\.)/.test(key) && words[i - 1]?.text !== ',')
      continue;
    // Part of a longer capitalised name: "Boston Celtics" is no town, "Paris, Texas" and "Chicago Mayor" are.
    return {
      toponym: { ...toponym(part, sentence, entries, words, i, n, false), weak: belief === 'weak' },
      to: i + n,
    };
  }
  return null;
}

/** A town's name in one word is a common word too: at the head of a sentence or in a headline it must be large. */
function believable(
  words: readonly Word[],
  i: number,
  towns: readonly GazetteerEntry[],
  headline: boolean,
): 'yes' | 'weak' | 'no' {
  const word = words[i]!;
  if (
    FUNCTION_WORDS.has(word.key) ||
    /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|god|christmas|police|man|van|old town|old)$/.test(
      word.key,
    )
  )
    return 'no';
  const largest = towns[0]?.population ?? 0;
  const before = words[i - 1];
  const next = words[i + 1];
  const located = /^(?:in|at|from|near|outside|of|to)$/.test(before?.key ?? '');
  const comma = next?.text === ',' && words[i + 2]?.capital === true;
  if (headline || before === undefined || /^["“‘'—(]$/.test(before.text))
    return largest >= LARGE_TOWN
      ? 'yes'
      : comma && !headline
        ? 'weak'
        : largest >= SMALL_TOWN
          ? 'weak'
          : 'no';
  // Inside a capitalised sequence it is a piece of another name.
  const inside =
    (before.capital && before.spaced && /^\p{L}/u.test(before.text)) ||
    (next?.capital === true && next.spaced && /^\p{L}/u.test(next.text));
  if (inside) return largest >= LARGE_TOWN && !(before.capital && /^\p{L}/u.test(before.text)) ? 'yes' : 'no';
  return located || comma || largest >= LARGE_TOWN ? 'yes' : 'weak';
}

/** A town's name alone is believed anywhere from this size on; chosen on samples of geo_trnews and geo_lgl. */
const LARGE_TOWN = 100_000;
const SMALL_TOWN = 1_000;

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
    weak: false,
    commaNext: next?.text === ',' && words[i + n + 1]?.capital === true ? words[i + n + 1]!.start : null,
  };
}
