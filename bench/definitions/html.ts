/**
 * The pages of the `html` set read one by one on one thread, from the decoded HTML to text, blocks and metadata, beside
 * Readability on the same tree alone (its own way: parse, find the article). The built program is measured.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { median, type Outcome, rounded, timed } from './outcome.js';

/** Of each page the fastest counts: the machine is shared. */
const ROUNDS = 7;

export async function benchHtml(shared: string): Promise<Outcome> {
  const folder = join(shared, 'html');
  if (!existsSync(folder)) return { skipped: `${folder} is not there` };
  const { decode, readHtml } = await load();
  const pages = readdirSync(folder)
    .filter((file) => file.endsWith('.html.gz'))
    .map((file) => decode(gunzipSync(readFileSync(join(folder, file)))).text ?? '');
  const ours = pages.map(() => Infinity);
  const alone = pages.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++) {
    pages.forEach((html, i) => {
      ours[i] = Math.min(ours[i]!, timed(() => readHtml(html)).seconds);
      alone[i] = Math.min(alone[i]!, timed(() => readability(html)).seconds);
    });
  }
  return {
    pages: pages.length,
    medianMs: rounded(1000 * median(ours)),
    slowestMs: rounded(1000 * Math.max(...ours)),
    readabilityMedianMs: rounded(1000 * median(alone)),
    timesReadability: rounded(median(ours) / median(alone)),
  };
}

function readability(html: string): unknown {
  try {
    return new Readability(parseHTML(html).document as never).parse();
  } catch {
    return null;
  }
}

async function load() {
  const built = (path: string): Promise<unknown> => import(join(import.meta.dirname, '../../dist', path));
  return {
    ...((await built('ingest/decode.js')) as typeof import('../../src/ingest/decode.js')),
    ...((await built('ingest/html.js')) as typeof import('../../src/ingest/html.js')),
  };
}
