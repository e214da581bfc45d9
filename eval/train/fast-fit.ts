/** Fits the fast tagger: which features get a row, and their weights. */
import type { Weights } from '../../src/encoder/weights.js';
import { TEMPLATES } from '../../src/extract/fast-features.js';
import { CHECK_BITS, checkOf, eachFrame, ROW, ROW_BITS, rowOf } from '../../src/extract/fast-tagger.js';
import { LABELS } from '../../src/tagging/labels.js';
import { type Sequence, type Settings, type Trained, trainCrf } from './crf.js';
import type { FastDoc } from './fast-data.js';

// Chosen on folds of polnear_train (two of five, every third document).
const SETTINGS: Omit<Settings, 'rows' | 'report'> = {
  width: TEMPLATES,
  epochs: 10,
  rate: 0.05,
  dropout: 0.5,
  seed: 1,
};
/** Passes of the first fit, which only tells which features matter. */
const SELECTION_EPOCHS = 3;
/** Rarer features are left out: they tell of one document. */
const MIN_COUNT = 3;

/** Trained weights by row, and which feature's each row is (its check; -1 for none). */
export interface Fitted {
  readonly trained: Trained;
  readonly checks: Int8Array;
}

/** Where the hash's bits that a row can tell apart begin. */
const KEY_SHIFT = 32 - ROW_BITS - CHECK_BITS;

/** Fits twice: with all features to see which matter, then with the one a row that matters most. */
export function fitFast(docs: readonly FastDoc[], say: (line: string) => void): Fitted {
  const texts: { hashes: Int32Array; labels: readonly Uint8Array[] }[] = [];
  for (const { frames, found, starts, labels } of docs) {
    eachFrame(frames, found, starts, ({ hashes, words }, f) => {
      texts.push({ hashes: hashes.slice(0, words * TEMPLATES), labels: labels.map((by) => by[f]!) });
    });
  }
  const counts = new Uint16Array(2 ** (32 - KEY_SHIFT));
  for (const { hashes } of texts)
    for (const hash of hashes) if (counts[hash >>> KEY_SHIFT]! < 65_535) counts[hash >>> KEY_SHIFT]!++;
  const ids = new Int32Array(counts.length).fill(-1);
  let kept = 0;
  for (let key = 0; key < counts.length; key++) if (counts[key]! >= MIN_COUNT) ids[key] = kept++;
  say(`${kept} features`);
  const sequences = (rowFor: (hash: number) => number): Sequence[] =>
    texts.flatMap(({ hashes, labels }) => {
      const rows = hashes.map(rowFor);
      return labels.map((by) => ({ rows, labels: by }));
    });
  const report = (epoch: number, loss: number): void => say(`  pass ${epoch + 1}: loss ${loss.toFixed(0)}`);
  const first = trainCrf(
    sequences((hash) => ids[hash >>> KEY_SHIFT]!),
    { ...SETTINGS, epochs: SELECTION_EPOCHS, rows: kept, report },
  );
  const checks = new Int8Array(2 ** ROW_BITS).fill(-1);
  const worth = new Float32Array(2 ** ROW_BITS);
  for (let key = 0; key < ids.length; key++) {
    if (ids[key]! < 0) continue;
    const hash = key << KEY_SHIFT;
    const own = first.weights.subarray(ids[key]! * LABELS, (ids[key]! + 1) * LABELS);
    // How far the feature moves scores, over all its words.
    const moved = Math.sqrt(counts[key]!) * (Math.max(...own) - Math.min(...own));
    if (moved <= worth[rowOf(hash)]!) continue;
    worth[rowOf(hash)] = moved;
    checks[rowOf(hash)] = checkOf(hash);
  }
  const trained = trainCrf(
    sequences((hash) => (checks[rowOf(hash)] === checkOf(hash) ? rowOf(hash) : -1)),
    { ...SETTINGS, rows: checks.length, report },
  );
  return { trained, checks };
}

/** The weights as the tagger reads them: eight bits each, one scale for all. */
export function weightsOf({ trained, checks }: Fitted): Weights {
  const { weights, between, start, end } = trained;
  let top = 0;
  for (const w of weights) top = Math.max(top, Math.abs(w));
  const scale = top / 127;
  const rows = new Int8Array(checks.length * ROW);
  checks.forEach((check, row) => {
    for (let k = 0; k < LABELS; k++) rows[row * ROW + k] = Math.round(weights[row * LABELS + k]! / scale);
    rows[row * ROW + LABELS] = check;
  });
  return {
    meta: { model: 'attribution-fast', templates: TEMPLATES },
    tensors: new Map([
      ['rows', { dtype: 'int8', shape: [checks.length, ROW], data: rows }],
      ['scale', { dtype: 'float32', shape: [1], data: Float32Array.of(scale) }],
      ['between', { dtype: 'float32', shape: [LABELS, LABELS], data: between }],
      ['start', { dtype: 'float32', shape: [LABELS], data: start }],
      ['end', { dtype: 'float32', shape: [LABELS], data: end }],
    ]),
  };
}
