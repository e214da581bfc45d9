/** Stories: B³ F1 at the one shipped threshold. Documents that no gold story has are grouped along but not scored. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { groupStories } from '../src/stories/stories.js';
import type { Result } from './result.js';
import { type Doc, readLines } from './similarity-data.js';

const SETS = [
  { set: 'basil_half', published: '.897 TF-IDF single link tuned on the set itself' },
  { set: 'fnc_train', published: '.923 TF-IDF, own test half' },
] as const;

export async function evaluateStories(
  shared: string,
  options: { readonly sample?: number } = {},
): Promise<Result[]> {
  return SETS.flatMap(({ set, published }) => {
    if (!existsSync(join(shared, `${set}.gold.jsonl`))) {
      return [
        { set, metric: 'stories, B³ F1', ours: null, published, note: `not run: no ${set} in ${shared}` },
      ];
    }
    return [score(shared, set, published, options.sample)];
  });
}

function score(shared: string, set: string, published: string, sample = Number.POSITIVE_INFINITY): Result {
  const stories = readLines<{ kind: string; docs: string[] }>(shared, `${set}.gold`)
    .filter((row) => row.kind === 'story')
    .slice(0, sample);
  const wanted = new Map<string, ReadonlySet<string>>();
  for (const { docs } of stories) for (const doc of docs) wanted.set(doc, new Set(docs));
  const documents = readLines<Doc>(shared, `${set}.docs`)
    .filter((doc) => sample === Number.POSITIVE_INFINITY || wanted.has(doc.id))
    .map(({ id, title, text, date }) => ({ id, title, text, published: date }));
  let precision = 0;
  let recall = 0;
  for (const group of groupStories(documents, [])) {
    const scored = group.documents.filter((id) => wanted.has(id));
    for (const id of scored) {
      const common = scored.filter((other) => wanted.get(id)!.has(other)).length;
      precision += common / scored.length / wanted.size;
      recall += common / wanted.get(id)!.size / wanted.size;
    }
  }
  const ours = (2 * precision * recall) / (precision + recall);
  const note = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, words and dates only`;
  return { set, metric: 'stories, B³ F1', ours, published, note };
}
