/**
 * Trains the fast tier's tagger and writes models/attribution-fast.bin:
 *   npm run train:attribution:fast -- SHARED/eval [--set polnear_train] [--folds] [--every 3] [--but 14] [--out FILE]
 * `--folds` prints five-fold figures and writes nothing; `--every 3` takes only every third document, `--but 14` leaves out what attribution.py holds out. A set of one's own
 * is SET.docs.jsonl and SET.gold.jsonl as eval/attribution/data.ts reads them.
 */
import { parseArgs } from 'node:util';
import { fastScorer, fastTagger } from '../../src/extract/fast-tagger.js';
import { ROLES, spansOf } from '../../src/tagging/labels.js';
import { interval } from '../attribution/bootstrap.js';
import { type Counts, cut, f1, keyOf, precision, recall, sum } from '../attribution/spans.js';
import { type FastDoc, loadFast } from './fast-data.js';
import { fitFast, weightsOf } from './fast-fit.js';
import { writeWeights } from './weight-file.js';

const FOLDS = 5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string', default: 'polnear_train' },
    every: { type: 'string', default: '1' },
    but: { type: 'string' },
    folds: { type: 'boolean', default: false },
    test: { type: 'string' },
    out: { type: 'string', default: 'models/attribution-fast.bin' },
  },
});
const shared = positionals[0];
if (shared === undefined) throw new RangeError('attribution-fast.ts SHARED/eval');
const all = await loadFast(shared, values.set, Number(values.every));
const sorted = all.map(({ id }) => id).sort();
const docs =
  values.but === undefined ? all : all.filter(({ id }) => sorted.indexOf(id) % Number(values.but) !== 0);
const say = (line: string): void => console.log(line);
say(`${values.set}: ${docs.length} documents`);

if (values.folds) {
  const rules: Counts[][] = [];
  const tagged: Counts[][] = [];
  for (let part = 0; part < FOLDS; part++) {
    const model = fitFast(
      docs.filter((_, i) => i % FOLDS !== part),
      say,
    );
    const tagger = fastTagger(fastScorer(weightsOf(model)));
    for (const doc of docs.filter((_, i) => i % FOLDS === part)) {
      rules.push(count(doc, doc.rules));
      tagged.push(count(doc, tagger(doc.frames, doc.found, doc.starts).labels));
    }
    show('tagger so far', tagged);
  }
  show('rules', rules);
  show('tagger', tagged);
} else {
  const model = fitFast(docs, say);
  const { meta, tensors } = weightsOf(model);
  writeWeights(values.out, meta, Object.fromEntries(tensors));
  if (values.test !== undefined) {
    const tagger = fastTagger(fastScorer(weightsOf(model)));
    const test = await loadFast(shared, values.test, 1);
    show(
      `rules, ${values.test}`,
      test.map((doc) => count(doc, doc.rules)),
    );
    show(
      `tagger, ${values.test}`,
      test.map((doc) => count(doc, tagger(doc.frames, doc.found, doc.starts).labels)),
    );
  }
}

/** By role: exact spans, as eval/attribution/spans.ts counts them. */
function count({ frames, text, sentences, gold }: FastDoc, labels: readonly Uint8Array[]): Counts[] {
  return ROLES.map((role, r) => {
    const keys = (spans: readonly { readonly start: number; readonly end: number }[]) =>
      new Set(spans.flatMap((s) => cut(text, sentences, s).map(keyOf)));
    const ours = keys(
      frames.flatMap(({ words }, f) =>
        spansOf(labels[f]!)
          .filter((s) => s.role === role)
          .map(({ from, to }) => ({ start: words[from]!.start, end: words[to - 1]!.end })),
      ),
    );
    const theirs = keys(gold[r]!);
    return { hit: [...ours].filter((key) => theirs.has(key)).length, ours: ours.size, gold: theirs.size };
  });
}

function show(title: string, counts: readonly (readonly Counts[])[]): void {
  const percent = (x: number): string => (100 * x).toFixed(1);
  const cells = ROLES.map((role, r) => {
    const own = counts.map((c) => c[r]!);
    const all = sum(own);
    const { low, high } = interval(own);
    return `${role} ${percent(f1(all))} [${percent(low)}, ${percent(high)}] P ${percent(precision(all))} R ${percent(recall(all))}`;
  });
  say(`${title}: ${cells.join(' · ')}`);
}
