import { STATEMENT_ROLES } from '../model/document.js';
import type { Span } from '../model/span.js';
import type { ParsedText } from '../text/parsed.js';
import { unmarkedQuotations } from './layouts.js';
import { closeOf, doubleMarkAt, mayBeMark, opensSingle, singleClosers } from './quote-marks.js';

/** A stretch in quotation marks, marks included, or set apart by layout. Outermost ones only; those inside are part of it. */
export interface Quotation extends Span {
  readonly block: number;
  /** False where the closing mark is missing; the quotation then ends with its sentence or block. */
  readonly closed: boolean;
  /** True where the same quotation goes on in the next paragraph. */
  readonly continues: boolean;
  /** `block`: set apart without marks, as an indented block or after a speaker's label. */
  readonly style: 'double' | 'single' | 'block';
}

/** A quotation whose closing mark is missing never takes more than this of its block. */
const MAX_UNCLOSED = 1_200;
/** One that goes on in the next paragraph takes no more than this of its own. */
const MAX_CONTINUED = 4_000;
/** A closing mark is looked for in so many paragraphs below. */
const MAX_PARAGRAPHS = 6;
/** An unclosed quotation that begins with a sentence runs to the end of its paragraph where no more than this is left. */
const MAX_REST = 400;

/** `“I saw it, Calder said. “It was late.”`: the mark is missing before the words that say who speaks. */
const SAID =
  /,\s(?:(?:he|she|they|the \p{Ll}+|\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3}) (?:said|says|added)|(?:said|says|added) (?:he|she|they|the \p{Ll}+|\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,3}))[.]?\s*$/u;
const MAX_SAID = 100;

function beforeWhoSpeaks(text: string, start: number, end: number): number {
  const said = SAID.exec(text.slice(Math.max(start + 1, end - MAX_SAID), end));
  return said === null ? end : end - said[0].length + 1;
}

/** The quotations of every statement-making block, in order. Linear in the length of the text. */
export function findQuotations(parsed: ParsedText): Quotation[] {
  const found: Quotation[] = [];
  const { text, blocks } = parsed;
  const sentenceEnd = sentenceEnds(parsed);
  const unmarked = new Map(unmarkedQuotations(parsed).map((q) => [q.block, q]));
  /** The block in which a quotation that is open over paragraphs closes, or -1. */
  let closesIn = -1;
  blocks.forEach((block, index) => {
    if (!STATEMENT_ROLES.has(block.role)) return;
    const set = unmarked.get(index);
    if (set !== undefined) {
      found.push(set);
      return;
    }
    const push = (
      start: number,
      end: number,
      closed: boolean,
      style: Quotation['style'],
      continues = false,
    ) => found.push({ start, end, block: index, closed, continues, style });
    if (index < closesIn) {
      push(block.start, block.end, false, 'double', true);
      return;
    }
    let open = index === closesIn ? block.start : -1;
    const singles = singleClosers(text, block.start, block.end);
    let nextSingle = 0;
    /** Ends an unclosed quotation at its sentence, so that it never swallows what follows. */
    const abandon = (limit: number) => {
      const end = Math.min(sentenceEnd(open, limit), limit, open + MAX_UNCLOSED);
      if (end > open + 1) push(open, beforeWhoSpeaks(text, open, end), false, 'double');
    };
    const pairs = nestedClosers(text, block.start, block.end);
    for (let i = block.start; i < block.end; i++) {
      const code = text.charCodeAt(i);
      if (!mayBeMark(code)) continue;
      const mark = doubleMarkAt(text, i, block.start, block.end, open);
      if (mark !== null) {
        if (mark.opens) {
          const inner = open >= 0 ? pairs.get(i) : undefined;
          if (inner !== undefined) {
            i = inner;
            continue;
          }
          if (open >= 0) abandon(i);
          open = i;
        } else if (open >= 0) {
          push(open, i + mark.width, true, 'double');
          open = -1;
        }
        i += mark.width - 1;
        continue;
      }
      if (open >= 0 || (code !== 39 && code !== 0x2018)) continue;
      if (!opensSingle(text, i, block.start, block.end)) continue;
      while (nextSingle < singles.length && singles[nextSingle]! <= i) nextSingle++;
      const close = closeOf(text, singles, nextSingle, i, block.end);
      if (close < 0) continue;
      push(i, close + 1, true, 'single');
      i = close;
    }
    if (open < 0) return;
    const rest = block.end - open;
    const next = blocks[index + 1];
    const opensNext =
      next !== undefined &&
      STATEMENT_ROLES.has(next.role) &&
      /^\s*["“'‘`«„]/.test(text.slice(next.start, next.start + 3));
    const starts = open === block.start || beginsSentence(text, block.start, open);
    if (rest <= MAX_CONTINUED && opensNext) push(open, block.end, false, 'double', true);
    else if (rest <= MAX_CONTINUED && starts && closingBlock(parsed, index) > 0) {
      closesIn = closingBlock(parsed, index);
      push(open, block.end, false, 'double', true);
    } else if (
      /[.!?…,]$/.test(text.slice(Math.max(open, block.end - 8), block.end).trimEnd()) &&
      (open === firstMark(text, block.start) ? rest <= MAX_UNCLOSED : starts && rest <= MAX_REST)
    )
      push(open, beforeWhoSpeaks(text, open, block.end), false, 'double');
    else abandon(block.end);
  });
  return found;
}

/**
 * The paragraph below `index` whose first double mark closes what nothing there opened, with no mark in those between;
 * -1 where there is none. Letters quoted in full are set so.
 */
function closingBlock({ text, blocks }: ParsedText, index: number): number {
  for (let k = index + 1; k < blocks.length && k <= index + MAX_PARAGRAPHS; k++) {
    const { start, end, role } = blocks[k]!;
    if (role !== 'body' && role !== 'quote') return -1;
    if (end - start > MAX_CONTINUED) return -1;
    for (let i = start; i < end; i++) {
      if (!mayBeMark(text.charCodeAt(i))) continue;
      const mark = doubleMarkAt(text, i, start, end, -1);
      if (mark !== null) return mark.opens ? -1 : k;
    }
  }
  return -1;
}

/** For each curly mark that opens right inside an open quotation, the place of its own closing mark: `“… “it” …”`. */
function nestedClosers(text: string, start: number, end: number): ReadonlyMap<number, number> {
  const marks: number[] = [];
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x201c || code === 0x201d) marks.push(i);
  }
  const pairs = new Map<number, number>();
  const opens = (k: number): boolean => text.charCodeAt(marks[k]!) === 0x201c;
  for (let k = 1; k + 2 < marks.length; k++)
    if (opens(k - 1) && opens(k) && !opens(k + 1) && !opens(k + 2)) pairs.set(marks[k]!, marks[k + 1]!);
  return pairs;
}

/** Whether a mark stands where a sentence begins: after a stop, a colon, or a closing mark. */
function beginsSentence(text: string, start: number, at: number): boolean {
  let i = at - 1;
  while (i > start && /\s/.test(text[i]!)) i--;
  return i <= start || /[.!?:”"]/.test(text[i]!);
}

function firstMark(text: string, from: number): number {
  let i = from;
  while (text[i] === ' ') i++;
  return i;
}

function sentenceEnds(parsed: ParsedText): (from: number, limit: number) => number {
  let at = 0;
  return (from, limit) => {
    const { sentences } = parsed;
    while (at > 0 && sentences[at - 1]!.end > from) at--;
    while (at < sentences.length && sentences[at]!.end <= from) at++;
    return at < sentences.length ? sentences[at]!.end : limit;
  };
}
