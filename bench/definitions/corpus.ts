/** A generated corpus in a file, as JSON lines; and its truth, if asked for. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Author, articlesOf, type Families } from './families.js';

/** The author writes in the manner of the `throughput` articles, which are read from `shared`. */
export function writeCorpus(shared: string, families: Families, out: string, truth: string | null): void {
  const texts = readFileSync(join(shared, 'throughput.docs.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const rows = writer(out);
  const truths = truth === null ? null : writer(truth);
  for (const { id, outlet, text, copyOf } of articlesOf(new Author(texts), families)) {
    rows.write({ id, outlet, text });
    if (copyOf !== null) truths?.write({ id, copyOf });
  }
  rows.close();
  truths?.close();
}

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
