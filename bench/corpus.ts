/**
 * Writes a generated corpus and its truth, one row a copy (definitions/families.ts):
 *   npx tsx bench/corpus.ts --articles 100000 --seed 1 --out corpus.jsonl [--truth truth.jsonl]
 *     [--words 380] [--copies 0.5] [--largest 400] [--outlets 100] [--shared ../shared/eval]
 */
import { parseArgs } from 'node:util';
import { writeCorpus } from './definitions/corpus.js';

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
const { shared, out, truth = null, articles, seed, words, copies, largest, outlets } = values;
const families = {
  articles: Number(articles),
  seed: Number(seed),
  words: Number(words),
  copies: Number(copies),
  largest: Number(largest),
  outlets: Number(outlets),
};
writeCorpus(shared, families, out, truth);
