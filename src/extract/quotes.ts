import { STATEMENT_ROLES } from '../model/document.js';
import type { Span } from '../model/span.js';
import type { ParsedText } from '../text/parsed.js';

/** A stretch in quotation marks, marks included. Outermost ones only; those inside are part of it. */
export interface Quotation extends Span {
  readonly block: number;
  /** False where the closing mark is missing; the quotation then ends with its sentence or block. */
  readonly closed: boolean;
  /** True where the next paragraph opens with a mark again: the same quotation goes on there. */
  readonly continues: boolean;
  readonly style: 'double' | 'single';
}

/** A single-quoted stretch longer than this is taken for stray apostrophes (longest seen in polnear_train: about 900). */
const MAX_SINGLE = 1_500;
/** A quotation whose closing mark is missing never takes more than this of its block. */
const MAX_UNCLOSED = 1_200;

const OPEN_DOUBLE = /[“„«]/;
const CLOSE_DOUBLE = /[”»]/;
const BEFORE_OPEN = /[\s([{—–\-/“‘"'`,:;>]/;
const WORD = /[\p{L}\p{N}]/u;
const ELISION = /^(?:\d0s|em|til|tis|twas|cause|bout|round|n|nuff|ere)\b/i;

/** The quotations of every statement-making block, in order. Linear in the length of the text. */
export function findQuotations(parsed: ParsedText): Quotation[] {
  const found: Quotation[] = [];
  const { text, blocks } = parsed;
  const sentenceEnd = sentenceEnds(parsed);
  blocks.forEach((block, index) => {
    if (!STATEMENT_ROLES.has(block.role)) return;
    const singles = singleClosers(text, block.start, block.end);
    let nextSingle = 0;
    let open = -1;
    const push = (
      start: number,
      end: number,
      closed: boolean,
      style: Quotation['style'],
      continues = false,
    ) => found.push({ start, end, block: index, closed, continues, style });
    /** Ends an unclosed quotation at its sentence, so that it never swallows what follows. */
    const abandon = (limit: number) => {
      const end = Math.min(sentenceEnd(open, limit), limit, open + MAX_UNCLOSED);
      if (end > open + 1) push(open, end, false, 'double');
    };
    for (let i = block.start; i < block.end; i++) {
      const code = text.charCodeAt(i);
      // Quotation marks are 34, 39, 96, 0xab, 0xbb and 0x2018–0x201e: everything else passes at once.
      if (
        code !== 34 &&
        code !== 39 &&
        code !== 96 &&
        code !== 0xab &&
        code !== 0xbb &&
        (code < 0x2018 || code > 0x201e)
      )
        continue;
      const mark = text[i]!;
      const doubled =
        (code === 39 || code === 96 || code === 0x2018 || code === 0x2019) && text[i + 1] === mark;
      if (code === 34 || doubled || OPEN_DOUBLE.test(mark) || CLOSE_DOUBLE.test(mark)) {
        const width = doubled ? 2 : 1;
        const opens =
          OPEN_DOUBLE.test(mark) || code === 96 || code === 0x2018
            ? true
            : CLOSE_DOUBLE.test(mark)
              ? false
              : opensHere(text, i, width, block.start, block.end, open >= 0);
        if (opens) {
          if (open >= 0) abandon(i);
          open = i;
        } else if (open >= 0) {
          push(open, i + width, true, 'double');
          open = -1;
        }
        i += width - 1;
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
    if (open >= 0) {
      const next = blocks[index + 1];
      const goesOn = next !== undefined && /^\s*["“'‘`«]/.test(text.slice(next.start, next.start + 3));
      if (goesOn) push(open, block.end, false, 'double', true);
      else if (
        block.end - open <= MAX_UNCLOSED &&
        /[.!?…,]$/.test(text.slice(open, block.end).trimEnd()) &&
        open === firstMark(text, block.start)
      ) {
        push(open, block.end, false, 'double');
      } else abandon(block.end);
    }
  });
  return found;
}

function firstMark(text: string, from: number): number {
  let i = from;
  while (text[i] === ' ') i++;
  return i;
}

function opensHere(
  text: string,
  i: number,
  width: number,
  start: number,
  end: number,
  isOpen: boolean,
): boolean {
  const before = i === start ? ' ' : text[i - 1]!;
  const after = i + width >= end ? ' ' : text[i + width]!;
  const spaceBefore = BEFORE_OPEN.test(before);
  const spaceAfter = /\s/.test(after);
  if (spaceBefore && !spaceAfter) return /[\s([{]/.test(before) || !isOpen;
  if (!spaceBefore)
    return !isOpen && !spaceAfter && WORD.test(after) && !WORD.test(before) && !/[.,!?;:]/.test(before);
  return !isOpen;
}

function opensSingle(text: string, i: number, start: number, end: number): boolean {
  const before = i === start ? ' ' : text[i - 1]!;
  if (!BEFORE_OPEN.test(before)) return false;
  const rest = text.slice(i + 1, Math.min(end, i + 8));
  return /^[\p{L}\p{N}([$£“"@#.…]/u.test(rest) && !ELISION.test(rest);
}

/** Positions of single marks that may close: after a word or its stop, before something that is no letter. */
function singleClosers(text: string, start: number, end: number): number[] {
  const closers: number[] = [];
  for (let i = start + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 39 && code !== 0x2019) continue;
    if (/\s/.test(text[i - 1]!) || (i + 1 < end && WORD.test(text[i + 1]!))) continue;
    closers.push(i);
  }
  return closers;
}

/** The closing mark for a single one at `open`, or -1. After "s" before a word it may be a genitive: then a later one wins. */
function closeOf(text: string, closers: readonly number[], from: number, open: number, end: number): number {
  let genitive = -1;
  for (let k = from; k < closers.length && k < from + 8; k++) {
    const at = closers[k]!;
    if (at - open > MAX_SINGLE) break;
    if (at === open + 1) continue;
    const maybeGenitive = text[at - 1] === 's' && /^ [a-z]/.test(text.slice(at + 1, Math.min(end, at + 3)));
    if (!maybeGenitive) return genitive >= 0 && reopens(text, genitive, at) ? genitive : at;
    if (genitive < 0) genitive = at;
  }
  return genitive;
}

function reopens(text: string, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x2018 || (c === 39 && /\s/.test(text[i - 1]!) && WORD.test(text[i + 1] ?? ' '))) return true;
  }
  return false;
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
