import { OPEN_LIST_OPENERS } from '../../language/en/enumerations.js';
import { LIST_LINKS, PRONOUNS } from '../../language/en/list-words.js';
import type { LocalPlace } from '../../model/analysis.js';
import type { ParsedSentence, Token } from '../../text/parsed.js';

/** Fewer things are a pair, not a list. */
export const MIN_ITEMS = 3;
/** Longest item, in tokens: longer stretches between commas are clauses. */
export const LONGEST_ITEM = 9;

/** Half-open, in tokens of the sentence. */
export interface Item {
  readonly from: number;
  readonly to: number;
}

/** The words that join the last two items. */
export const isCoordinator = (token: Token): boolean =>
  token.norm === 'and' || token.norm === 'or' || token.norm === '&';
export const isComma = (token: Token | undefined): boolean => token?.norm === ',' || token?.norm === ';';

/** The items that the coordinator at token `at` joins, or null where they are fewer than three. */
export function itemsAround(
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

/** A dash between parts of a sentence, no hyphen. */
export const isBreak = ({ text }: Token): boolean => text === '—' || text === '–' || text === '--';

const PHRASE = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PART', 'SYM', 'X']);
/** Whether a token may stand inside an item. */
export function inPhrase(token: Token): boolean {
  if (PRONOUNS.has(token.norm) || isBreak(token)) return false;
  return (
    PHRASE.has(token.pos) ||
    LIST_LINKS.has(token.norm) ||
    (token.pos === 'VERB' && /(?:ing|ed)$/.test(token.norm))
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
    (LIST_LINKS.has(tokens[from]!.norm) || tokens[from]!.pos === 'PART') &&
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
