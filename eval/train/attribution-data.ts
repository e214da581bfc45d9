/**
 * Writes the words, features and gold labels that `attribution.py` trains on, through the code that reads at run time:
 *   npx tsx eval/train/attribution-data.ts SHARED/eval SET OUT.jsonl
 * A line a document and annotator: {id, alt, frames: [{block, words, start, end, case, quote, place, labels, links}]}. `labels`: 0 O, 1/2 source,
 * 3/4 cue, 5/6 content (B/I), spans cut at sentence ends; `links`: for the first word of a cue the word of its source's
 * first word, for that of a content the word of its cue's, counted over the document; -1 for none, -2 elsewhere.
 */
import { createWriteStream } from 'node:fs';
import { buildFrames } from '../../src/extract/frames.js';
import { NameIndex, namesFromRuns } from '../../src/extract/names/name-index.js';
import { findNames } from '../../src/extract/names/names.js';
import { findQuotations } from '../../src/extract/quotes.js';
import { wordFeatures } from '../../src/extract/word-features.js';
import type { Span } from '../../src/model/span.js';
import { segment } from '../../src/text/blocks.js';
import { parseText } from '../../src/text/parse.js';
import { type Gold, load } from '../attribution/data.js';

const ROLES = ['source', 'cue', 'content'] as const;

interface Told {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

const [shared, set, out] = process.argv.slice(2);
if (shared === undefined || set === undefined || out === undefined)
  throw new RangeError('attribution-data.ts SHARED/eval SET OUT.jsonl');
const data = await load(shared, set, Number.POSITIVE_INFINITY);
if (data === null) throw new RangeError(`no set ${set} in ${shared}`);
const file = createWriteStream(out);
for (const doc of data.docs) {
  const gold = data.gold.get(doc.id) ?? [];
  const parsed = parseText({ text: doc.text, blocks: segment(doc.text), published: doc.date, outlet: null });
  const names = findNames(parsed);
  const frames = buildFrames(
    parsed,
    findQuotations(parsed),
    new NameIndex(names.length > 0 ? names : namesFromRuns(parsed)),
  );
  const starts = new Set(parsed.sentences.map((s) => s.start));
  const words = frames.flatMap((f) => [...f.words]);
  const opens = words.map((w) => starts.has(w.start));
  for (const { own, loose, alt } of readingsOf(gold)) {
    const told: Told[] = [
      ...own.map((g) => ({ source: g.source ?? [], cue: g.cue ?? [], content: g.content ?? [] })),
      ...loose.map((g) => ({
        source: [],
        cue: [],
        content: [],
        [g.role!]: [{ start: g.start!, end: g.end! }],
      })),
    ];
    const labels = new Int8Array(words.length);
    const links = new Int32Array(words.length).fill(-2);
    /** Marks the words of a span; returns the first words of its pieces. */
    const mark = (span: Span, role: number): number[] => {
      let at = firstEndingAfter(words, span.start);
      const firsts: number[] = [];
      for (let begun = false; at < words.length && words[at]!.start < span.end; at++) {
        if (labels[at] !== 0 && !begun) continue;
        if (!begun || opens[at]) {
          firsts.push(at);
          labels[at] = 2 * role + 1;
        } else labels[at] = 2 * role + 2;
        begun = true;
      }
      return firsts;
    };
    for (const t of told) {
      const first = ROLES.map((r, role) => t[r].flatMap((s) => mark(s, role)));
      const cue = first[1]![0];
      if (loose.length > 0) continue;
      if (cue !== undefined) links[cue] = first[0]![0] ?? -1;
      for (const w of first[2]!) links[w] = cue ?? -1;
    }
    let from = 0;
    const rows = frames.map((f) => {
      const features = wordFeatures(f, starts);
      const to = from + f.words.length;
      const row = {
        block: f.block,
        words: f.words.map((w) => w.norm),
        start: f.words.map((w) => w.start),
        end: f.words.map((w) => w.end),
        case: [...features.case],
        quote: [...features.quote],
        place: [...features.place],
        labels: [...labels.subarray(from, to)],
        links: [...links.subarray(from, to)],
      };
      from = to;
      return row;
    });
    file.write(`${JSON.stringify({ id: doc.id, alt, frames: rows })}\n`);
  }
}
file.end();

interface Reading {
  readonly own: readonly Gold[];
  /** Spans of a role that belong to no attribution. */
  readonly loose: readonly Gold[];
  /** Whether a further annotator's. */
  readonly alt: boolean;
}

/** What each annotator marked: laid over one another they would be no one's. */
function readingsOf(gold: readonly Gold[]): Reading[] {
  const further = new Set(gold.flatMap((g) => (g.kind === 'attribution_alt' ? [g.annotator] : [])));
  return [
    {
      own: gold.filter(({ kind }) => kind === 'attribution'),
      loose: gold.filter(({ kind }) => kind === 'role_span'),
      alt: false,
    },
    ...[...further].map((who) => ({
      own: gold.filter(({ kind, annotator }) => kind === 'attribution_alt' && annotator === who),
      loose: [],
      alt: true,
    })),
  ];
}

/** The first word that ends after a place. */
function firstEndingAfter(words: readonly { readonly end: number }[], at: number): number {
  let lo = 0;
  let hi = words.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (words[mid]!.end <= at) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}
