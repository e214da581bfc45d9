/**
 * Writes a generated corpus and its truth:
 *   npx tsx bench/corpus.ts --articles 100000 --seed 1 --out /tmp/corpus.jsonl [--truth /tmp/truth.jsonl]
 *     [--words 380] [--copies 0.5] [--largest 400] [--outlets 100] [--shared ../shared/eval]
 * The author writes in the manner of the `throughput` articles; see definitions/families.ts.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Author, articlesOf } from './definitions/families.js';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    words: { type: 'string', default: '380' },
    copies: { type: 'string', default: '0.5' },
    largest: { type: 'string', default: '400' },
    outlets: { type: 'string', default: '100' },
    out: { type: 'string' },
    truth: { type: 'string' },
    shared: { type: 'string', default: process.env.STEMMA_SHARED ?? '../shared/eval' },
  },
});
if (values.out === undefined) throw new RangeError('--out FILE says where the corpus goes');

const texts = readFileSync(join(values.shared, 'throughput.docs.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { text: string }).text);
const out = writer(values.out);
const truth = values.truth === undefined ? null : writer(values.truth);
const options = {
  articles: Number(values.articles),
  seed: Number(values.seed),
  words: Number(values.words),
  copies: Number(values.copies),
  largest: Number(values.largest),
  outlets: Number(values.outlets),
};
for (const { id, outlet, text, copyOf } of articlesOf(new Author(texts), options)) {
  out.write({ id, outlet, text });
  if (copyOf !== null) truth?.write({ id, copyOf });
}
out.close();
truth?.close();

function writer(path: string) {
  const file = openSync(path, 'w');
  let batch = '';
  const flush = () => {
    writeSync(file, batch);
    batch = '';
  };
  return {
    write(row: unknown) {
      batch += `${JSON.stringify(row)}\n`;
      if (batch.length > 1 << 22) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}
