/** How much text two documents share, in words of their bodies, from the passages between them. */
import { type BlockRole, type Document, STATEMENT_ROLES } from '../model/document.js';
import type { Passage } from '../model/record.js';
import type { Anchor, Span } from '../model/span.js';
import type { Account } from '../model/story.js';
import { classOf, WORD } from '../text/code-units.js';

/**
 * A passage without this many words in a row outside quotation marks shows a common speaker, not a common text: "she
 * added on Friday" between two quotations is what two reporters write apart. Read off basil_half, whose three outlets
 * report apart; passages that tell more than a frame begin there.
 */
const MIN_OWN_RUN = 8;

/** Longest stretch between quotation marks that is taken for a quotation where its end is missing, in code units. */
const MAX_QUOTATION = 3000;

/** The words of a document's body and its quotations. */
export interface Body {
  /** Offsets of the words, ascending. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** quoted[i]: words before word i that stand in quotations. */
  readonly quoted: Int32Array;
  readonly words: number;
}

/** What two documents share; `a` before `b` in the record's order. */
export interface Overlap {
  readonly a: string;
  readonly b: string;
  /** Verbatim and edited passages that show a common text. */
  readonly passages: readonly { readonly a: Anchor; readonly b: Anchor }[];
  /** Body words of each side that lie in these passages. */
  readonly wordsA: number;
  readonly wordsB: number;
  /** Of these, words that stand in quotations on neither side. */
  readonly own: number;
  /** Paraphrase passages: the same said in other words. They show no common text. */
  readonly paraphrases: number;
}

const BODY_ROLES: ReadonlySet<BlockRole> = new Set<BlockRole>(['summary', 'body', 'quote', 'list']);
/** Marks that hold a word together where they stand inside it. */
const JOINTS = "'’.,-";

/** The end of the word that begins at an offset: letters and digits, with the joints inside. */
function wordEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  while (at < limit) {
    if (classOf(text.charCodeAt(at)) === WORD) at += 1;
    else if (at + 1 < limit && classOf(text.charCodeAt(at + 1)) === WORD && JOINTS.includes(text[at]!))
      at += 2;
    else break;
  }
  return at;
}

/** The stretches of a document that are its body: where it has none, all that makes statements, else all its text. */
export function bodyStretches({ document, analysis }: Account): readonly Span[] {
  const blocks = analysis.blocks.length > 0 ? analysis.blocks : document.blocks;
  if (blocks.length === 0) return [{ start: 0, end: document.text.length }];
  const body = blocks.filter((block) => BODY_ROLES.has(block.role));
  return body.length > 0 ? body : blocks.filter((block) => STATEMENT_ROLES.has(block.role));
}

export function measureBody(account: Account): Body {
  const { document, analysis } = account;
  const blocks = analysis.blocks.length > 0 ? analysis.blocks : document.blocks;
  const stretches = bodyStretches(account);
  const quotations = merge([
    ...blocks.filter((block) => block.role === 'quote'),
    ...analysis.attributions.flatMap((one) => (one.form === 'direct' ? one.content : [])),
    ...stretches.flatMap((stretch) => quotationsIn(document, stretch)),
  ]);
  const starts: number[] = [];
  const ends: number[] = [];
  const quoted: number[] = [0];
  let at = 0;
  for (const stretch of stretches) {
    for (let start = stretch.start; start < stretch.end; ) {
      if (classOf(document.text.charCodeAt(start)) !== WORD) {
        start += 1;
        continue;
      }
      const end = wordEnd(document.text, start, stretch.end);
      starts.push(start);
      ends.push(end);
      while (at < quotations.length && quotations[at]!.end <= start) at += 1;
      const inside = at < quotations.length && quotations[at]!.start <= start;
      quoted.push(quoted[quoted.length - 1]! + (inside ? 1 : 0));
      start = end;
    }
  }
  return {
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    quoted: Int32Array.from(quoted),
    words: starts.length,
  };
}

/** Stretches between quotation marks. */
function quotationsIn(document: Document, stretch: Span): Span[] {
  const { text } = document;
  const found: Span[] = [];
  let open = -1;
  for (let at = stretch.start; at < stretch.end; at++) {
    const mark = text[at];
    const opens = mark === '"' && (at === stretch.start || /[\s([—–]/.test(text[at - 1]!));
    if (mark === '“' || mark === '„' || mark === '«' || opens) open = at;
    else if (mark === '”' || mark === '»' || mark === '"') {
      if (open >= 0 && at - open <= MAX_QUOTATION) found.push({ start: open, end: at + 1 });
      open = -1;
    }
  }
  // A quotation that goes on in the next paragraph has no closing mark.
  if (open >= 0 && text[open] === '“' && stretch.end - open <= MAX_QUOTATION)
    found.push({ start: open, end: stretch.end });
  return found;
}

function merge(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged[merged.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** First word that ends after the offset. */
function wordAt(body: Body, offset: number): number {
  let low = 0;
  let high = body.words;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (body.ends[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places of the words of the body that begin and end in the span, the last one excluded. */
export function wordsIn(body: Body, span: Span): { readonly from: number; readonly to: number } {
  const from = wordAt(body, span.start);
  let to = wordAt(body, span.end);
  if (to < body.words && body.starts[to]! < span.end && body.ends[to]! <= span.end) to += 1;
  return { from, to: Math.max(from, to) };
}

/** Words of the body that begin and end in the spans. */
export function countWords(
  body: Body,
  spans: readonly Span[],
): { readonly words: number; readonly unquoted: number } {
  let words = 0;
  let unquoted = 0;
  for (const span of merge(spans)) {
    const { from, to } = wordsIn(body, span);
    words += to - from;
    unquoted += to - from - (body.quoted[to]! - body.quoted[from]!);
  }
  return { words, unquoted };
}

/** Most words in a row outside quotations, in the span. */
function longestOwnRun(body: Body, span: Span): number {
  let longest = 0;
  let run = 0;
  for (let at = wordAt(body, span.start); at < body.words && body.ends[at]! <= span.end; at++) {
    run = body.quoted[at + 1]! > body.quoted[at]! ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Words of the body outside quotations. */
export function ownWords(body: Body): number {
  return body.words - body.quoted[body.words]!;
}

/** The overlaps of every pair of documents that has a passage, in no order. Linear in the passages. */
export function overlaps(
  passages: readonly Passage[],
  bodies: ReadonlyMap<string, Body>,
  order: ReadonlyMap<string, number>,
): Overlap[] {
  const pairs = new Map<string, { a: string; b: string; passages: Passage[] }>();
  for (const passage of passages) {
    if (passage.boilerplate === true) continue;
    const at = order.get(passage.a.doc);
    const bt = order.get(passage.b.doc);
    if (at === undefined || bt === undefined || at === bt) continue;
    const [a, b] = at < bt ? [passage.a.doc, passage.b.doc] : [passage.b.doc, passage.a.doc];
    const key = `${a}\u0000${b}`;
    const known = pairs.get(key);
    if (known) known.passages.push(passage);
    else pairs.set(key, { a, b, passages: [passage] });
  }
  return [...pairs.values()].map((pair) => {
    const bodyA = bodies.get(pair.a)!;
    const bodyB = bodies.get(pair.b)!;
    const kept: { a: Anchor; b: Anchor }[] = [];
    let paraphrases = 0;
    for (const passage of pair.passages) {
      if (passage.kind === 'paraphrase') {
        paraphrases += 1;
        continue;
      }
      const [a, b] = passage.a.doc === pair.a ? [passage.a, passage.b] : [passage.b, passage.a];
      // A statement quoted in one and bare in the other was taken from it: one side with words of its own will do.
      if (Math.max(longestOwnRun(bodyA, a), longestOwnRun(bodyB, b)) < MIN_OWN_RUN) continue;
      kept.push({ a, b });
    }
    kept.sort(
      (x, y) => x.a.start - y.a.start || x.a.end - y.a.end || x.b.start - y.b.start || x.b.end - y.b.end,
    );
    const sideA = countWords(
      bodyA,
      kept.map((p) => p.a),
    );
    const sideB = countWords(
      bodyB,
      kept.map((p) => p.b),
    );
    return {
      a: pair.a,
      b: pair.b,
      passages: kept,
      wordsA: sideA.words,
      wordsB: sideB.words,
      own: Math.min(sideA.unquoted, sideB.unquoted),
      paraphrases,
    };
  });
}
