import type { ParsedText, Token } from '../text/parsed.js';
import type { Quotation } from './quotes.js';

/**
 * A sentence as an attribution sees it: whole quotations inside, so that `“A. B,” she said.` is one frame.
 * `quote[i]` is the index of the quotation that word i lies in (marks included), or -1.
 */
export interface Frame {
  readonly block: number;
  readonly words: readonly Token[];
  readonly quote: Int32Array;
  readonly headline: boolean;
}

const CLOSES_OPEN_ENDED = /[,?!]["”'’]$|[,?!]['’]['’]$/;
const ABBREVIATED =
  /^(?:sens?|reps?|gov|govs|gen|lt|col|sgt|capt|messrs|mr|mrs|ms|dr|prof|rev|st|hon|pres|atty|supt|no|d|r)$/;

/** Cuts every block into frames. */
export function buildFrames(parsed: ParsedText, quotations: readonly Quotation[]): Frame[] {
  const frames: Frame[] = [];
  let q = 0;
  let words: Token[] = [];
  let quote: number[] = [];
  let block = -1;
  const flush = () => {
    if (words.length > 0) {
      frames.push({
        block,
        words,
        quote: Int32Array.from(quote),
        headline: parsed.blocks[block]?.role === 'headline',
      });
    }
    words = [];
    quote = [];
  };
  for (const sentence of parsed.sentences) {
    if (sentence.block !== block || !joins(parsed, words, quote, quotations, sentence.tokens)) flush();
    block = sentence.block;
    for (const token of sentence.tokens) {
      while (q < quotations.length && quotations[q]!.end <= token.start) q++;
      const inside = q < quotations.length && quotations[q]!.start <= token.start;
      words.push(token);
      quote.push(inside ? q : -1);
    }
  }
  flush();
  return frames;
}

/** Whether the next sentence belongs to the frame so far: a quotation is open, or "…?” he asked" goes on. */
function joins(
  parsed: ParsedText,
  words: readonly Token[],
  quote: readonly number[],
  quotations: readonly Quotation[],
  next: readonly Token[],
): boolean {
  const last = words.length - 1;
  const head = next[0];
  if (last < 0 || head === undefined) return false;
  const open = quote[last]!;
  if (open >= 0 && quotations[open]!.end > head.start) return true;
  if (
    last >= 1 &&
    words[last]!.text === '.' &&
    ABBREVIATED.test(words[last - 1]!.norm) &&
    words[last - 1]!.end === words[last]!.start
  ) {
    return true;
  }
  if (open < 0) return false;
  const tail = parsed.text.slice(Math.max(0, words[last]!.end - 3), words[last]!.end);
  if (/^[a-z]/.test(head.text)) return true;
  return CLOSES_OPEN_ENDED.test(tail) && next.length <= 30 && /[,]["”'’]+$/.test(tail);
}
