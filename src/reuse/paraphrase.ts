/** Sentences of two accounts of one story that restate each other closely, where no copied passage says so already. */
import type { Passage } from '../model/record.js';
import type { Span } from '../model/span.js';
import { candidates } from '../similarity/candidates.js';
import { commonInOrder } from '../similarity/order.js';
import { type PreparedUnits, prepare } from '../similarity/prepare.js';
import { sameAssertion } from '../similarity/same.js';
import { bareUnit } from '../similarity/unit.js';
import { contentId } from '../text/ids.js';
import { append } from '../text/multimap.js';

export interface SentenceAccount {
  readonly id: string;
  /** Sentences of the statement-making blocks in order; `text` is the exact string of the span. */
  readonly sentences: readonly (Span & { readonly text: string })[];
}

/**
 * A pair is a paraphrase from this closeness on. On claim_pairs 95 % of such pairs are the same claim and the rest
 * overlap; on the paraphrases of news_pairs, all of them near misses, 82 % are right.
 */
export const PARAPHRASE_THRESHOLD = 0.8;

/**
 * The similarity that is told: how probable it is that people who compare two such sentences call one a paraphrase of the
 * other. Logistic in the closeness; fitted on every other paraphrase pair of news_pairs from closeness .72 on, off by .014
 * in the mean on the others (the closeness itself by .087), and within .01 of the mean grade, 0 to 1, that people gave the
 * similarity pairs.
 */
export function calibrated(closeness: number): number {
  return 1 / (1 + Math.exp(4.522 - 6.695 * closeness));
}

/** Shorter sentences (content words) say too little to tell restating from chance. */
const LEAST_WORDS = 5;

/** A sentence is covered where passages with the other account hold this part of it. */
const COVERED = 0.5;

/** What sentences next to it that match in the same order add to a pair's closeness. */
const NEIGHBOUR_GAIN = 0.08;

interface SentencePair {
  readonly a: number;
  readonly b: number;
  readonly closeness: number;
}

/**
 * Paraphrase passages between the accounts of one story, in order of the accounts and of their sentences. In each pair
 * of accounts a sentence is in at most one. `similarity` is calibrated, 0 to 1. The caller gives the accounts in
 * the record's order; `a` is always in the earlier one.
 */
export function alignParaphrases(
  accounts: readonly SentenceAccount[],
  passages: readonly Passage[],
): Passage[] {
  if (accounts.length < 2) return [];
  const owner: number[] = [];
  const sentences = accounts.flatMap(({ sentences }, account) => {
    for (const _ of sentences) owner.push(account);
    return sentences;
  });
  const prepared = prepare(sentences.map(({ text }) => bareUnit(text)));
  const copied = coverage(passages);
  const covered = (unit: number, other: number) => {
    const spans = copied.get(`${accounts[owner[unit]!]!.id}\n${accounts[owner[other]!]!.id}`) ?? [];
    const { start, end } = sentences[unit]!;
    const held = spans.reduce(
      (sum, s) => sum + Math.max(0, Math.min(end, s.end) - Math.max(start, s.start)),
      0,
    );
    return held >= COVERED * (end - start);
  };

  const byAccounts = new Map<string, SentencePair[]>();
  const near = new Set<number>();
  const key = (a: number, b: number) => a * sentences.length + b;
  // Of a thousand reprints most sentences are the same two.
  const known = new Map<number, number>();
  const closenessOf = (a: number, b: number): number => {
    const [x, y] = [prepared.first[a]!, prepared.first[b]!];
    const texts = key(Math.min(x, y), Math.max(x, y));
    const before = known.get(texts);
    if (before !== undefined) return before;
    const close = closeness(prepared, x, y);
    known.set(texts, close);
    return close;
  };
  for (const { a, b } of candidates(prepared)) {
    // Equal sentences restate nothing: they are copies, or too short to tell.
    if (owner[a] === owner[b] || prepared.first[a] === prepared.first[b]) continue;
    const close = closenessOf(a, b);
    if (close < PARAPHRASE_THRESHOLD - NEIGHBOUR_GAIN) continue;
    near.add(key(a, b));
    if (covered(a, b) || covered(b, a)) continue;
    const pair = `${owner[a]} ${owner[b]}`;
    append(byAccounts, pair, { a, b, closeness: close });
  }

  const found: SentencePair[] = [];
  for (const pairs of byAccounts.values()) {
    const taken = new Set<number>();
    const raised = pairs.map((pair) => {
      const before = near.has(key(pair.a - 1, pair.b - 1)) ? NEIGHBOUR_GAIN / 2 : 0;
      const after = near.has(key(pair.a + 1, pair.b + 1)) ? NEIGHBOUR_GAIN / 2 : 0;
      return { ...pair, closeness: Math.min(1, pair.closeness + before + after) };
    });
    for (const pair of raised.sort((x, y) => y.closeness - x.closeness || x.a - y.a || x.b - y.b)) {
      if (pair.closeness < PARAPHRASE_THRESHOLD || taken.has(pair.a) || taken.has(pair.b)) continue;
      taken.add(pair.a).add(pair.b);
      found.push(pair);
    }
  }
  return found
    .sort((x, y) => x.a - y.a || x.b - y.b)
    .map(({ a, b, closeness: similarity }) => {
      const anchorOf = (unit: number) => {
        const { start, end, text } = sentences[unit]!;
        return { doc: accounts[owner[unit]!]!.id, start, end, exact: text };
      };
      const [left, right] = [anchorOf(a), anchorOf(b)];
      const id = contentId('p', left.doc, left.start, left.end, right.doc, right.start, right.end);
      return {
        id,
        a: left,
        b: right,
        kind: 'paraphrase' as const,
        similarity: Number(calibrated(similarity).toFixed(3)),
      };
    });
}

/**
 * How closely two sentences restate each other, 0 to 1: the probability that they assert the same, and the part of
 * the shorter one's words that the other has in the same order.
 */
export function closeness(prepared: PreparedUnits, a: number, b: number): number {
  const x = prepared.units[a]!.sequence;
  const y = prepared.units[b]!.sequence;
  const shorter = Math.min(x.length, y.length);
  if (shorter < LEAST_WORDS) return 0;
  const ordered = commonInOrder(x, y) / shorter;
  return (2 * sameAssertion(prepared, a, b) + ordered) / 3;
}

/** Spans of an account that passages with another one hold, by "account\nother". */
function coverage(passages: readonly Passage[]): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  const put = (doc: string, other: string, span: Span) => {
    const pair = `${doc}\n${other}`;
    const known = spans.get(pair);
    if (known === undefined) spans.set(pair, [span]);
    else known.push(span);
  };
  for (const { a, b } of passages) {
    put(a.doc, b.doc, a);
    put(b.doc, a.doc, b);
  }
  return spans;
}
