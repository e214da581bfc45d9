import { DOMAIN_NOUNS } from '../../language/en/organisations.js';
import { STATE_NOUNS } from '../../language/en/place-contexts.js';
import { ACTING_WORDS, SPEECH_WORDS } from '../../language/en/speech-words.js';
import { DO, HAVE, MODALS } from '../../language/en/verb-forms.js';
import type { LocalName } from '../../model/analysis.js';
import type { Span } from '../../model/span.js';
import { compareSpans } from '../../text/order.js';
import type { ParsedText } from '../../text/parsed.js';
import { isSite } from '../names/kinds.js';
import { lowerWords, nameWords } from '../names/name-words.js';
import { isTitleCase, keyOf, type Word } from '../words.js';
import { believe, type Context, isParty, keyFor, type NameCover, SURE, WEAK } from './belief.js';
import {
  countryPoint,
  demonymOf,
  districtsNamed,
  type GazetteerEntry,
  regionsNamed,
  townsNamed,
} from './gazetteer.js';
import type { Home } from './home.js';

/** A mention that may be of any of several places. */
export interface Mention extends Span {
  readonly name: string;
  /** Folded; mentions of one key are of one place unless something next to them tells otherwise. */
  readonly key: string;
  readonly sentence: number;
  readonly entries: readonly GazetteerEntry[];
  readonly demonym: boolean;
  /** Inside the name of a body or a building ("Danbury Superior Court"). */
  readonly embedded: boolean;
  /** It speaks: "Washington said". */
  readonly speaks: boolean;
  /** How sure it is that this is a place at all: at least SURE, or between WEAK and SURE. */
  readonly belief: number;
  /** Start of the capitalised word behind a comma: there stands a state or country, or the next of a list. */
  readonly commaNext: number | null;
  /** The same behind a comma, "and" or "or": the next of an enumeration. */
  readonly joinedNext: number | null;
  /** Words next to it speak for the state among its readings ("New York Gov."). */
  readonly asState: boolean;
}

/** In words: the longest name looked up ("Democratic Republic of the Congo"). */
const LONGEST = 5;

/** Mentions of places in text order, each with all its readings. Names of people, outlets, laws and operations hide what they hold. */
export function findMentions(parsed: ParsedText, names: readonly LocalName[], home: Home): Mention[] {
  const sentences = nameWords(parsed);
  const context: Context = {
    names: coverOf(names),
    home,
    people: peopleWords(names),
    common: lowerWords(parsed),
  };
  const mentions: Mention[] = [];
  sentences.forEach((words, sentence) => {
    const headline = isTitleCase(words);
    for (let i = 0; i < words.length; ) {
      const listed = countiesAt(words, i, sentence);
      if (listed !== null) {
        mentions.push(...listed.mentions);
        i = listed.to;
        continue;
      }
      const found = mentionAt(words, i, sentence, headline, context);
      if (found === null) {
        i++;
        continue;
      }
      mentions.push(found.mention);
      i = found.to;
    }
  });
  return listed(mentions, parsed.text);
}

/** "Tampa, Pensacola and Gainesville": what stands in a list with a sure place is one. */
function listed(mentions: readonly Mention[], text: string): Mention[] {
  const joined = (a: Mention | undefined, b: Mention | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.sentence === b.sentence &&
    !a.demonym &&
    !b.demonym &&
    /^(?:,|,? and|,? or|;)\s$/.test(text.slice(a.end, b.start));
  const sure = mentions.map(({ belief }) => belief >= SURE);
  for (let k = 1; k < mentions.length; k++)
    if (sure[k - 1] && !mentions[k]!.embedded && joined(mentions[k - 1], mentions[k])) sure[k] = true;
  for (let k = mentions.length - 2; k >= 0; k--)
    if (sure[k + 1] && !mentions[k]!.embedded && joined(mentions[k], mentions[k + 1])) sure[k] = true;
  return mentions.map((mention, k) =>
    sure[k] && mention.belief < SURE ? { ...mention, belief: SURE } : mention,
  );
}

// What names hide

function coverOf(names: readonly LocalName[]): NameCover {
  const spans = names
    .filter(({ kind }) => kind !== 'other')
    .flatMap(({ kind, mentions }) => mentions.map((span) => ({ kind, span })));
  spans.sort((a, b) => compareSpans(a.span, b.span));
  return (offset) => {
    let low = 0;
    let high = spans.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const { span } = spans[middle]!;
      if (offset < span.start) high = middle - 1;
      else if (offset >= span.end) low = middle + 1;
      else return spans[middle]!;
    }
    return null;
  };
}

function peopleWords(names: readonly LocalName[]): Set<string> {
  const words = new Set<string>();
  for (const { kind, name } of names) {
    if (kind !== 'person') continue;
    for (const word of name.split(/\s+/)) words.add(keyOf(word));
  }
  return words;
}

// One mention

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

function mentionAt(
  words: readonly Word[],
  i: number,
  sentence: number,
  headline: boolean,
  context: Context,
): { readonly mention: Mention; readonly to: number } | null {
  const first = words[i]!;
  if (!first.capital) return null;
  const cover = context.names(first.start);
  const embedded = cover !== null && !isSite(cover.kind);
  if (embedded && !(cover.kind === 'organisation' && opensPlace(words, i, cover.span))) return null;
  // "Center of Research for Development"
  if (embedded && DOMAIN_NOUNS.has(words[i]!.key)) return null;
  for (let n = reach(words, i); n > 0; n--) {
    const last = words[i + n - 1]!;
    if (!last.capital || last.line !== first.line) continue;
    if (
      embedded &&
      (last.end > cover.span.end || (last.end === cover.span.end && first.start === cover.span.start))
    )
      continue;
    if (!embedded && n > 1 && words.slice(i + 1, i + n).some((word) => hides(context.names(word.start))))
      continue;
    const part = words.slice(i, i + n);
    const key = keyFor(part);
    const regions = regionsNamed(key);
    const demonym = regions.length === 0 ? demonymOf(key) : null;
    // "in Chinese": the language
    if (
      demonym !== null &&
      n === 1 &&
      /^(?:in|speak|speaks|spoke|speaking|learn|learned|little)$/.test(words[i - 1]?.key ?? '') &&
      words[i + 1]?.pos !== 'NOUN' &&
      words[i + 1]?.pos !== 'ADJ' &&
      words[i + 1]?.capital !== true
    )
      return null;
    if (demonym !== null) {
      if (embedded && n === 1 && cover.span.end - cover.span.start <= last.end - first.start) return null;
      return { mention: demonymMention(part, sentence, demonym, embedded), to: i + n };
    }
    if (key.length < 3 && regions.length === 0) continue;
    if (first.text.length === 2 && first.key === 'us' && first.text !== 'US') continue;
    const towns = townsNamed(key);
    const districts = districtsNamed(key);
    if (regions.length + towns.length + districts.length === 0) continue;
    if (
      n === 1 &&
      /\.$/.test(key) &&
      !/^(?:u\.s\.|u\.k\.|u\.a\.e\.)/.test(key) &&
      !isAbbreviatedState(words, i)
    )
      continue;
    const belief = believe(words, i, n, { regions, towns, districts }, headline, embedded, key, context);
    if (belief < WEAK && !(belief > WEAK - 1 && isListItem(words, i, n))) continue;
    const next = words[i + n];
    return {
      mention: {
        start: first.start,
        end: last.end,
        name: part.map((word) => word.text).join(' '),
        key,
        sentence,
        entries: [...regions, ...towns, ...districts],
        demonym: false,
        embedded,
        speaks: acts(words, i + n),
        belief,
        joinedNext: joinedNext(words, i + n),
        commaNext: next?.text === ',' && words[i + n + 1]?.capital === true ? words[i + n + 1]!.start : null,
        asState:
          (next !== undefined && STATE_NOUNS.has(next.key)) ||
          words[i - 1]?.key === 'upstate' ||
          (words[i - 1]?.key === 'of' && words[i - 2]?.key === 'state') ||
          isRepresented(words, i),
      },
      to: i + n,
    };
  }
  return null;
}

/** Where the next of an enumeration starts: a capitalised word behind a comma, "and" or "or" at word `at`. */
function joinedNext(words: readonly Word[], at: number): number | null {
  let next = words[at]?.text === ',' ? at + 1 : at;
  if (words[next]?.key === 'and' || words[next]?.key === 'or') next += 1;
  return next > at && words[next]?.capital === true ? words[next]!.start : null;
}

const hides = (cover: ReturnType<NameCover>): boolean => cover !== null && !isSite(cover.kind);

/** "Moscow said", "China has accused", "France will not agree": who is at the place speaks or acts. */
function acts(words: readonly Word[], at: number): boolean {
  let next = at;
  while (next < at + 3 && isAuxiliary(words[next]?.key ?? '')) next++;
  const verb = words[next]?.key ?? '';
  return SPEECH_WORDS.has(verb) || ACTING_WORDS.has(verb);
}

const isAuxiliary = (key: string): boolean =>
  HAVE.has(key) || DO.has(key) || MODALS.has(key) || key === 'not' || key === 'also';

/** "Rep. Ada Lund of New York" */
function isRepresented(words: readonly Word[], i: number): boolean {
  if (words[i - 1]?.key !== 'of') return false;
  for (let k = i - 2; k >= Math.max(0, i - 5) && words[k]!.capital; k--)
    if (/^(?:rep|sen|senator|gov|governor|representative|congressman|congresswoman)$/.test(words[k]!.key))
      return true;
  return false;
}

/** A name inside a body's name that can be where it is: at its head, or behind "of". */
function opensPlace(words: readonly Word[], i: number, span: Span): boolean {
  return words[i]!.start === span.start || /^(?:of|in|for)$/.test(words[i - 1]?.key ?? '');
}

/** Between commas, or behind one and before "and": only a list can tell more. */
function isListItem(words: readonly Word[], i: number, n: number): boolean {
  return /^(?:,|and)$/.test(words[i - 1]?.key ?? '') && /^(?:,|and)$/.test(words[i + n]?.key ?? '');
}

/** "D.C.", "D-Pa.", "Harrisburg, Pa." */
function isAbbreviatedState(words: readonly Word[], i: number): boolean {
  if (/^(?:\p{L}\.){2,}$/u.test(words[i]!.text)) return true;
  const before = words[i - 1];
  return before?.text === ',' || before?.text === '(' || before?.capital === true || isParty(words, i);
}

function demonymMention(
  part: readonly Word[],
  sentence: number,
  country: string,
  embedded: boolean,
): Mention {
  const point = countryPoint(country);
  const entry: GazetteerEntry = {
    kind: 'country',
    country,
    admin: '',
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    population: 0,
  };
  return {
    start: part[0]!.start,
    end: part[part.length - 1]!.end,
    name: part.map((word) => word.text).join(' '),
    key: `demonym ${country}`,
    sentence,
    entries: [entry],
    demonym: true,
    embedded,
    speaks: false,
    belief: SURE,
    commaNext: null,
    joinedNext: null,
    asState: false,
  };
}

// Belief

// Lists of counties

/** "Becker, Clay, Douglas and Grant counties": each is a county. */
function countiesAt(
  words: readonly Word[],
  i: number,
  sentence: number,
): { readonly mentions: readonly Mention[]; readonly to: number } | null {
  if (!words[i]!.capital || words[i - 1]?.text === ',') return null;
  const items: { readonly from: number; readonly to: number }[] = [];
  let at = i;
  for (;;) {
    const from = at;
    while (words[at]?.capital === true && at - from < 3) at++;
    if (at === from) return null;
    items.push({ from, to: at });
    if (/^(?:counties|parishes)$/.test(words[at]?.key ?? '')) break;
    while (/^(?:,|and|or|&)$/.test(words[at]?.key ?? '')) at++;
    if (at === items[items.length - 1]!.to || items.length > MOST_COUNTIES) return null;
  }
  const head = words[at]!.key === 'parishes' ? 'parish' : 'county';
  const mentions = items.flatMap(({ from, to }): Mention[] => {
    const part = words.slice(from, to);
    const key = `${keyFor(part)} ${head}`;
    const entries = districtsNamed(key);
    if (entries.length === 0) return [];
    return [
      {
        start: part[0]!.start,
        end: part[part.length - 1]!.end,
        name: part.map((word) => word.text).join(' '),
        key,
        sentence,
        entries,
        demonym: false,
        embedded: false,
        speaks: false,
        belief: SURE,
        commaNext: null,
        joinedNext: null,
        asState: false,
      },
    ];
  });
  return mentions.length * 2 < items.length ? null : { mentions, to: at };
}

const MOST_COUNTIES = 30;
