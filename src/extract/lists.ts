import { OPEN_LIST_CLOSERS, OPEN_LIST_OPENERS, PLACE_HEADS } from '../language/en/enumerations.js';
import type { LocalFigure, LocalList, LocalName, LocalPlace } from '../model/analysis.js';
import type { Span } from '../model/span.js';
import { compareSpans } from '../text/order.js';
import type { ParsedSentence, ParsedText, Token } from '../text/parsed.js';

/** Fewer things are a pair, not a list. */
const MIN_ITEMS = 3;
/** Longest item, in tokens: longer stretches between commas are clauses. */
const LONGEST_ITEM = 9;
/** Tokens looked at before a list for its head. */
const HEAD_WINDOW = 30;

/** Half-open, in tokens of the sentence. */
interface Item {
  readonly from: number;
  readonly to: number;
}

/** Enumerations of three or more like things ("A, B, C and D"), in text order. */
export function findLists(
  parsed: ParsedText,
  figures: readonly LocalFigure[],
  places: readonly LocalPlace[],
  names: readonly LocalName[],
): LocalList[] {
  const named = new Set<number>();
  for (const name of names) for (const mention of name.mentions) named.add(mention.start);
  for (const place of places) named.add(place.span.start);
  const placeAt = new Map(places.map((place) => [place.span.start, place]));
  const figuresOf = new Map<number, LocalFigure[]>();
  for (const figure of figures) {
    const list = figuresOf.get(figure.sentence);
    if (list === undefined) figuresOf.set(figure.sentence, [figure]);
    else list.push(figure);
  }
  const insideName = nameCover(names);
  const lists: LocalList[] = [];
  for (const sentence of parsed.sentences) {
    let free = 0;
    for (let i = 0; i < sentence.tokens.length; i++) {
      if (!isCoordinator(sentence.tokens[i]!) || insideName(sentence.tokens[i]!.start)) continue;
      const items = itemsAround(sentence, i, free, placeAt);
      if (items === null) continue;
      const spans = items.map((item) => trimmed(sentence, item));
      if (!alike(sentence, items, spans, named)) continue;
      free = items[items.length - 1]!.to;
      i = free - 1;
      lists.push(describe(parsed, sentence, items, spans, figuresOf.get(sentence.index) ?? [], placeAt));
    }
  }
  return lists;
}

/** True for offsets inside a name: "Customs and Border Protection" is one thing. */
function nameCover(names: readonly LocalName[]): (offset: number) => boolean {
  const spans = names.flatMap((name) => name.mentions).sort(compareSpans);
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

const isCoordinator = (token: Token): boolean =>
  token.norm === 'and' || token.norm === 'or' || token.norm === '&';
const isComma = (token: Token | undefined): boolean => token?.norm === ',' || token?.norm === ';';

/** The items that the coordinator at token `at` joins, or null where they are fewer than three. */
function itemsAround(
  sentence: ParsedSentence,
  at: number,
  free: number,
  placeAt: ReadonlyMap<number, LocalPlace>,
): Item[] | null {
  const { tokens } = sentence;
  const last = phraseAfter(tokens, at + 1);
  if (last === null) return null;
  const items: Item[] = [];
  let end = isComma(tokens[at - 1]) ? at - 1 : at;
  for (;;) {
    let start = end;
    while (start > free && !isComma(tokens[start - 1]) && end - start <= LONGEST_ITEM) start--;
    const whole = start > free && isComma(tokens[start - 1]) && isPhrase(tokens, start, end);
    const state = whole ? abbreviationOf(tokens, start, end, placeAt) : false;
    if (state && start - 2 >= free) {
      // "Newark, N.J.": one item.
      let town = start - 1;
      while (town > free && !isComma(tokens[town - 1]) && start - town <= LONGEST_ITEM) town--;
      const from = town > free && isComma(tokens[town - 1]) ? town : tailPhrase(tokens, free, start - 1);
      if (from === null) break;
      items.unshift({ from, to: end });
      if (from !== town || !isComma(tokens[from - 1])) break;
      end = from - 1;
      continue;
    }
    if (whole) {
      items.unshift({ from: start, to: end });
      end = start - 1;
      continue;
    }
    const from = tailPhrase(tokens, free, end);
    if (from !== null) items.unshift({ from, to: end });
    break;
  }
  const state = isComma(tokens[last.to]) && placeAt.get(tokens[last.to + 1]?.start ?? -1)?.kind === 'state';
  items.push(state && tokens[last.to + 1]!.norm.endsWith('.') ? { from: last.from, to: last.to + 2 } : last);
  return items.length >= MIN_ITEMS ? items : null;
}

function abbreviationOf(
  tokens: readonly Token[],
  start: number,
  end: number,
  placeAt: ReadonlyMap<number, LocalPlace>,
): boolean {
  return (
    end - start <= 2 &&
    tokens[end - 1]!.norm.endsWith('.') &&
    placeAt.get(tokens[start]!.start)?.kind === 'state'
  );
}

const PHRASE = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PART', 'SYM', 'X']);
const LINKS = new Set(['of', '-', '’', "'s", '.', '/', '&', '–', '$', '%', 'de', 'the']);
const DETERMINED = new Set([
  'he',
  'she',
  'they',
  'it',
  'we',
  'i',
  'you',
  'who',
  'which',
  'that',
  'there',
  'this',
  'these',
]);

function inPhrase(token: Token): boolean {
  if (DETERMINED.has(token.norm)) return false;
  return (
    PHRASE.has(token.pos) || LINKS.has(token.norm) || (token.pos === 'VERB' && /(?:ing|ed)$/.test(token.norm))
  );
}

function hasHead(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.pos === 'NOUN' || tokens[i]!.pos === 'PROPN') return true;
  return false;
}

function isPhrase(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > LONGEST_ITEM) return false;
  for (let i = from; i < to; i++) if (!inPhrase(tokens[i]!)) return false;
  return hasHead(tokens, from, to) && tokens[from]!.pos !== 'VERB';
}

/** Where the noun phrase that ends before token `end` starts, or null. */
function tailPhrase(tokens: readonly Token[], free: number, end: number): number | null {
  let from = end;
  while (from > free && end - from < LONGEST_ITEM) {
    const token = tokens[from - 1]!;
    if (!inPhrase(token) || token.pos === 'VERB' || OPEN_LIST_OPENERS.has(token.norm)) break;
    from--;
    if (token.pos === 'DET') break;
  }
  while (
    from < end &&
    (LINKS.has(tokens[from]!.norm) || tokens[from]!.pos === 'PART') &&
    tokens[from]!.norm !== 'the'
  )
    from++;
  return from < end && hasHead(tokens, from, end) ? from : null;
}

/** The noun phrase that starts at token `from`, or null. */
function phraseAfter(tokens: readonly Token[], from: number): Item | null {
  let to = from;
  while (to < tokens.length && to - from < LONGEST_ITEM && inPhrase(tokens[to]!)) {
    if (to > from && tokens[to]!.pos === 'VERB') break;
    if (tokens[to]!.pos === 'DET' && to > from && tokens[to - 1]!.norm !== 'of') break;
    to++;
  }
  while (to > from && !hasHead(tokens, to - 1, to)) to--;
  return to > from ? { from, to } : null;
}

function trimmed(sentence: ParsedSentence, item: Item): Span {
  return { start: sentence.tokens[item.from]!.start, end: sentence.tokens[item.to - 1]!.end };
}

/** All names, or all common nouns of a similar make: "Monday, officials and the city" is no list. */
function alike(
  sentence: ParsedSentence,
  items: readonly Item[],
  spans: readonly Span[],
  named: ReadonlySet<number>,
): boolean {
  const { tokens } = sentence;
  const proper = items.map(({ from, to }, i) => {
    if (named.has(spans[i]!.start)) return true;
    for (let k = from; k < to; k++)
      if (named.has(tokens[k]!.start) && (k === from || tokens[k - 1]!.norm === 'the')) return true;
    return tokens[to - 1]!.pos === 'PROPN' && /^\p{Lu}/u.test(tokens[to - 1]!.text);
  });
  const names = proper.filter(Boolean).length;
  if (names === items.length) return true;
  if (names > 0) return names >= items.length - 1 && items.length > MIN_ITEMS;
  // Common nouns: the first of three must not be a phrase of time or a clause's tail of another shape.
  const lengths = items.map(({ from, to }) => to - from);
  return Math.max(...lengths) - Math.min(...lengths) <= 4;
}

function describe(
  parsed: ParsedText,
  sentence: ParsedSentence,
  items: readonly Item[],
  spans: readonly Span[],
  figures: readonly LocalFigure[],
  placeAt: ReadonlyMap<number, LocalPlace>,
): LocalList {
  const { tokens } = sentence;
  const first = items[0]!.from;
  const last = items[items.length - 1]!.to;
  const towns = spans.filter((span) => placeAt.has(span.start)).length * 2 > spans.length;
  const opener = openerBefore(tokens, first);
  const closer = [3, 2].find((n) =>
    OPEN_LIST_CLOSERS.has(
      tokens
        .slice(last, last + n)
        .map((t) => t.norm)
        .join(' '),
    ),
  );
  let head = '';
  if (closer !== undefined) head = headAfter(tokens, last + closer);
  if (head === '' && (opener !== null || towns))
    head = headBefore(tokens, opener?.from ?? first, towns, opener !== null);
  const stated =
    head === ''
      ? undefined
      : figures.find(
          (figure) =>
            counts(figure, head) &&
            figure.span.end <= (closer === undefined ? spans[0]!.start : Number.POSITIVE_INFINITY),
        );
  return {
    span: { start: spans[0]!.start, end: spans[spans.length - 1]!.end },
    items: spans,
    head,
    stated: stated?.value ?? null,
    statedSpan: stated?.span ?? null,
    open:
      closer !== undefined ||
      opener?.open === true ||
      /^,? (?:and|among) (?:others|elsewhere|more)\b/.test(
        parsed.text.slice(spans[spans.length - 1]!.end, spans[spans.length - 1]!.end + 20),
      ),
    sentence: sentence.index,
  };
}

function openerBefore(
  tokens: readonly Token[],
  first: number,
): { readonly from: number; readonly open: boolean } | null {
  let at = first;
  if (isComma(tokens[at - 1]) || tokens[at - 1]?.norm === 'in') at--;
  for (const n of [2, 1]) {
    if (at - n < 0) continue;
    const words = tokens
      .slice(at - n, at)
      .map((token) => token.norm)
      .join(' ');
    if (OPEN_LIST_OPENERS.has(words)) return { from: at - n, open: true };
  }
  const mark = tokens[first - 1]?.norm;
  if (mark === ':' || mark === '—' || mark === '–' || mark === '(') return { from: first - 1, open: false };
  return null;
}

/** The plural noun that the list spells out: for towns the nearest noun of places, else the noun next before. */
function headBefore(tokens: readonly Token[], before: number, towns: boolean, opened: boolean): string {
  let nearest = '';
  for (let i = before - 1; i >= Math.max(0, before - HEAD_WINDOW); i--) {
    const token = tokens[i]!;
    if (token.pos !== 'NOUN' && token.pos !== 'PROPN') continue;
    if (towns && PLACE_HEADS.has(token.norm)) return token.norm;
    if (nearest === '' && /s$|people|men|women|children/.test(token.norm)) nearest = token.norm;
  }
  return towns || !opened ? '' : nearest;
}

function headAfter(tokens: readonly Token[], from: number): string {
  let head = '';
  for (let i = from; i < Math.min(tokens.length, from + LONGEST_ITEM); i++) {
    const token = tokens[i]!;
    if (token.pos === 'NOUN') head = token.norm;
    else if (head !== '' || !inPhrase(token)) break;
  }
  return head;
}

function counts(figure: LocalFigure, head: string): boolean {
  return (
    figure.unit === '' &&
    figure.value !== null &&
    Number.isInteger(figure.value) &&
    figure.of.toLowerCase().split(' ').at(-1) === head
  );
}
