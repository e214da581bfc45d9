import type { ParsedText, Token } from '../text/parsed.js';
import { isSayVerb } from './cues.js';
import type { NameIndex } from './names/name-index.js';
import type { Quotation } from './quotes.js';

/** A sentence as an attribution sees it: whole quotations inside, so that `“A. B,” she said.` is one frame. */
export interface Frame {
  readonly block: number;
  readonly words: readonly Token[];
  /** The index of the quotation that word i lies in (marks included), or -1. */
  readonly quote: Int32Array;
  /** 1 where that quotation reads as speech, 0 where it is a term or a title inside a phrase. */
  readonly speech: Uint8Array;
  readonly headline: boolean;
  /** In a headline, a summary or a list of points: what stands there is told again in full below. */
  readonly display: boolean;
}

/** Longer frames are cut: no sentence of news is so long, and what is looked up inside a frame stays bounded. */
const MAX_WORDS = 2_000;
/** A quotation of this many tokens, marks included, is speech whatever its stops (terms and titles are shorter). */
const SPEECH_WORDS = 12;
/** A shorter one before a comma is speech from this many tokens on. */
const SPEECH_WORDS_BEFORE_COMMA = 7;

const ABBREVIATED =
  /^(?:sens?|reps?|gov|govs|gen|lt|col|sgt|capt|messrs|mr|mrs|ms|dr|prof|rev|st|hon|pres|atty|supt|no|d|r)$/;

/** Cuts every block into frames. Words inside names count as proper nouns there. */
export function buildFrames(parsed: ParsedText, quotations: readonly Quotation[], names: NameIndex): Frame[] {
  const frames: Frame[] = [];
  let q = 0;
  let words: Token[] = [];
  let quote: number[] = [];
  let block = -1;
  const flush = () => {
    if (words.length > 0) frames.push(frameOf(parsed, quotations, block, words, quote));
    words = [];
    quote = [];
  };
  const inName = names.coverage();
  for (const sentence of parsed.sentences) {
    if (sentence.block !== block || !joins(parsed, words, quote, quotations, q, sentence.tokens)) flush();
    block = sentence.block;
    for (const token of sentence.tokens) {
      while (q < quotations.length && quotations[q]!.end <= token.start) q++;
      const inside = q < quotations.length && quotations[q]!.start <= token.start;
      words.push(
        inName(token.start) && token.pos !== 'PROPN' && token.pos !== 'PUNCT'
          ? { ...token, pos: 'PROPN' }
          : token,
      );
      quote.push(inside ? q : -1);
      if (words.length >= MAX_WORDS) flush();
    }
  }
  flush();
  return frames;
}

function frameOf(
  parsed: ParsedText,
  quotations: readonly Quotation[],
  block: number,
  words: readonly Token[],
  quote: readonly number[],
): Frame {
  const speech = new Uint8Array(words.length);
  for (let from = 0; from < words.length; ) {
    let to = from + 1;
    while (to < words.length && quote[to] === quote[from]) to++;
    if (quote[from]! >= 0 && isSpeech(words, quotations[quote[from]!]!, from, to)) speech.fill(1, from, to);
    from = to;
  }
  const role = parsed.blocks[block]?.role;
  const headline = role === 'headline';
  const display = headline || role === 'heading' || role === 'summary' || role === 'list';
  return { block, words, quote: Int32Array.from(quote), speech, headline, display };
}

/** A quotation that reads as speech: it is long, has a stop or a comma at its end, or lacks its closing mark. */
function isSpeech(words: readonly Token[], quotation: Quotation, from: number, to: number): boolean {
  if (!quotation.closed || quotation.style === 'block' || to - from >= SPEECH_WORDS) return true;
  if (isTitle(words, from, to)) return false;
  for (let i = to - 1; i >= Math.max(from, to - 3); i--) if (/^[,.!?…]$/.test(words[i]!.text)) return true;
  return words[to]?.text === ',' && to - from >= SPEECH_WORDS_BEFORE_COMMA;
}

const TITLE_LEADS: ReadonlySet<string> = new Set(['ADP', 'DET', 'NOUN', 'PROPN', 'PART', 'ADJ']);
/** Longest title, in tokens with its marks. */
const MAX_TITLE = 10;

/** on “Fox & Friends.”: words in capitals after a preposition or an article name a programme or a work. */
function isTitle(words: readonly Token[], from: number, to: number): boolean {
  const before = words[from - 1];
  if (before === undefined || to - from > MAX_TITLE) return false;
  if (!TITLE_LEADS.has(before.pos) && !/^(?:tells?|told)$/.test(before.norm)) return false;
  for (let i = from; i < to; i++) {
    if (/^\p{Ll}/u.test(words[i]!.text) && !/^(?:of|the|and|in|on|a|to|for|with|at)$/.test(words[i]!.norm))
      return false;
  }
  return true;
}

/** A sentence that only says who spoke is not longer, in tokens. */
const MAX_TAG = 30;

/** "Obama said.", "the mayor asked on Tuesday.": a subject and a verb of saying, and no "that" or quotation behind it. */
function namesSpeaker(next: readonly Token[]): boolean {
  for (let i = 1; i < next.length && i < 12; i++) {
    const w = next[i]!;
    if (isSayVerb(w.norm)) return !/^(?:that|:|“|")$/.test(next[i + 1]?.text ?? '');
    if (w.pos === 'AUX') return false;
  }
  return false;
}

/** Whether the next sentence belongs to the frame so far: a quotation is open, or "…,” he asked" goes on. */
function joins(
  parsed: ParsedText,
  words: readonly Token[],
  quote: readonly number[],
  quotations: readonly Quotation[],
  upcoming: number,
  next: readonly Token[],
): boolean {
  const last = words.length - 1;
  const head = next[0];
  if (last < 0 || head === undefined) return false;
  const open = quote[last]!;
  if (open >= 0 && quotations[open]!.end > head.start) return true;
  const before = words[last - 1];
  if (words[last]!.text === '.' && before?.end === words[last]!.start && ABBREVIATED.test(before.norm))
    return true;
  if (open < 0) return labels(words, quotations, upcoming, head);
  if (/^[a-z]/.test(head.text)) return true;
  const tail = parsed.text.slice(Math.max(0, words[last]!.end - 3), words[last]!.end);
  if (!/[.,?!]["”'’]+$/.test(tail) || !namesSpeaker(next)) return false;
  // After a full stop only a bare tag goes back to the words before it: `“… the board.” Calder said.`
  return next.length <= (/\.["”'’]+$/.test(tail) ? MAX_BARE_TAG : MAX_TAG);
}

/** A tag of a name, a verb and a stop, in tokens. */
const MAX_BARE_TAG = 4;

/** The label of a speaker is of one frame with his words, though its stop looks like the end of a sentence: "Q. Why?" */
function labels(
  words: readonly Token[],
  quotations: readonly Quotation[],
  next: number,
  head: Token,
): boolean {
  if (words.length > MAX_LABEL) return false;
  return quotations[next]?.style === 'block' && quotations[next].start === head.start;
}

/** Longest label of a speaker, in tokens. */
const MAX_LABEL = 16;
