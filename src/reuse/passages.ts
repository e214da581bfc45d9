import type { Block, BlockRole } from '../model/document.js';
import { passageIn, ROW } from '../model/passage-rows.js';
import type { Passage } from '../model/record.js';
import type { Anchor, Span } from '../model/span.js';
import { anchor } from '../text/anchors.js';
import { contentId } from '../text/ids.js';
import { sortRows } from './aligning.js';
import { boilerplateLines, LINE, outletsOf, withQuiet } from './boilerplate.js';
import { type Corpus, corpusOf, locator } from './corpus.js';
import { type Pair, withFullestOnly } from './families.js';
import { CorpusGrouper, emptyPostings, type Index, withCommon } from './grouping.js';
import { Uint32List } from './kernel/grow.js';
import { SEED_DENSITY } from './kernel/seeds.js';
import { Matcher } from './matching.js';
import { keptOf, partitionBits, seedRoom, seedSegment } from './seeding.js';
import { ownMemory, type Segment, SegmentBuilder } from './segment.js';
import { type ReuseOptions, type ReuseSettings, reuseSettings } from './settings.js';

export interface ReuseDocument {
  readonly id: string;
  readonly text: string;
  /** Null or absent where it is not known; then nothing of it is boilerplate. */
  readonly outlet?: string | null;
  /** Absent or empty where the text is not parted: then all of it is read. */
  readonly blocks?: readonly Block[];
}

export interface PassageOptions extends ReuseOptions {
  /** Pairs within a family of more than 20: all, or each member with the fullest (default, DESIGN §3). */
  readonly pairs?: 'all' | 'fullest';
}

/** Roles whose lines are no text of the article. */
const LEFT_OUT: ReadonlySet<BlockRole> = new Set<BlockRole>(['boilerplate', 'byline', 'copyright', 'credit']);

/**
 * The passages that documents share word for word or edited, between all pairs, exact to the word on both sides; `a` is
 * the document that comes first in the array. Passages lie in text of the article: blocks of role byline, credit,
 * copyright and boilerplate are not read. `boilerplate`: lines that one outlet repeats under its articles (three or
 * more that are otherwise no copies); they make no passage among themselves. Throws RangeError for options that make no
 * sense.
 */
export function findPassages(
  documents: readonly ReuseDocument[],
  options: PassageOptions = {},
): { readonly passages: Passage[]; readonly boilerplate: Anchor[] } {
  const settings = reuseSettings(options);
  const { corpus, lines } = readCorpus(documents);
  const index = indexInProcess(corpus, settings);
  const rows = new Uint32List();
  const outletOf = (doc: number) => documents[doc]!.outlet ?? null;
  const matcher = new Matcher(index, {
    ...settings,
    allowed: settings.ignoreSameOutlet ? (a, b) => outletOf(a) === null || outletOf(a) !== outletOf(b) : null,
  });
  if (options.pairs === 'all') for (let doc = 0; doc < corpus.length; doc++) matcher.match(doc, rows);
  else alignFullest(corpus, settings, matcher, rows);
  sortRows(rows, 0);
  return { passages: passagesOf(documents, rows), boilerplate: boilerplateOf(documents, corpus, lines) };
}

export function spansRead({ text, blocks = [] }: ReuseDocument): readonly Span[] {
  if (blocks.length === 0) return [{ start: 0, end: text.length }];
  return blocks.filter((block) => !LEFT_OUT.has(block.role));
}

/** Tokens of a segment at least; what its documents share with others is held at a time. */
const SEGMENT_TOKENS = 500_000;

function readCorpus(documents: readonly ReuseDocument[]): { corpus: Corpus; lines: readonly Uint32Array[] } {
  const builder = new SegmentBuilder();
  const segments: Segment[] = [];
  for (const document of documents) {
    builder.add(document.text, spansRead(document));
    if (builder.tokens > SEGMENT_TOKENS) segments.push(builder.take(ownMemory));
  }
  segments.push(builder.take(ownMemory));
  const corpus = corpusOf(segments, ownMemory);
  const lines = outletsOf(
    documents.map(({ outlet = null }) => outlet),
    corpus.skipped,
  ).map((docs) => boilerplateLines(corpus, docs));
  return { corpus: withQuiet(corpus, lines, ownMemory), lines };
}

function indexInProcess(corpus: Corpus, { every, longGram }: ReuseSettings): Index {
  const bits = partitionBits(corpus.segments.reduce((sum, { tokens }) => sum + tokens.length, 0));
  const partitions = { bits, from: 0, to: 2 ** bits };
  const blocks = corpus.segments.map((segment, s) =>
    seedSegment(corpus, s, partitions, every, null, seedRoom(segment, 2 ** bits, ownMemory)),
  );
  const grouper = new CorpusGrouper(corpus, longGram, 0);
  const room = emptyPostings(blocks, 2 ** bits, ownMemory);
  const common = Array.from({ length: 2 ** bits }, (_, p) => grouper.group(blocks, p, room));
  const postings = [withCommon(room, common, ownMemory)];
  return { corpus, postings, kept: blocks.map((block) => [keptOf(block, ownMemory)]) };
}

function alignFullest(corpus: Corpus, { every }: ReuseSettings, matcher: Matcher, rows: Uint32List): void {
  const pairs: Pair[] = [];
  for (let b = 0; b < corpus.length; b++)
    matcher.candidates(b, (a, evidence, { count }) => pairs.push({ a, b, seeds: count, evidence }));
  const few = withFullestOnly(corpus, pairs, every ? 1 : SEED_DENSITY);
  for (let i = 0; i < few.length; ) {
    const { b } = few[i]!;
    const first = i;
    while (few[i]?.b === b) i++;
    matcher.align(b, few.slice(first, i), rows);
  }
}

function passagesOf(documents: readonly ReuseDocument[], { values, length }: Uint32List): Passage[] {
  const passages: Passage[] = [];
  for (let r = 0; r < length; r += ROW) {
    const { boilerplate, kind, similarity, ...sides } = passageIn(values, r);
    if (boilerplate) continue;
    const a = anchor(documents[sides.a.doc]!, sides.a);
    const b = anchor(documents[sides.b.doc]!, sides.b);
    const id = contentId('p', a.doc, a.start, a.end, b.doc, b.start, b.end);
    passages.push({ id, a, b, kind, similarity });
  }
  return passages;
}

function boilerplateOf(
  documents: readonly ReuseDocument[],
  corpus: Corpus,
  lists: readonly Uint32Array[],
): Anchor[] {
  const locate = locator(corpus);
  const lines = lists.flatMap((list) =>
    Array.from({ length: list.length / LINE }, (_, l) => {
      const [doc, from, to] = [list[l * LINE]!, list[l * LINE + 1]!, list[l * LINE + 2]!];
      const [start, end] = locate(doc, from, to);
      return { doc, start, end };
    }),
  );
  return lines
    .sort((a, b) => a.doc - b.doc || a.start - b.start)
    .map(({ doc, start, end }) => anchor(documents[doc]!, { start, end }));
}
