import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findNames } from '../../src/extract/names/names.js';
import type { LocalName } from '../../src/model/analysis.js';
import { type MarkedArticle, markedArticles } from '../name-labels.js';
import type { Result } from '../result.js';

/**
 * Names marked by hand (`eval/labels/names.jsonl`), mention by mention: right where both ends and the kind are. "Other"
 * (works, events, products) counts on neither side of precision and recall; `spans` counts all, whatever the kind.
 */
export function names(shared: string): Result[] {
  if (!existsSync(join(shared, 'polnear_dev.docs.jsonl'))) return [];
  const articles = markedArticles(shared).filter(({ held }) => held);
  const note = `${articles.length} articles of polnear_dev kept from training, marked by hand`;
  const set = 'names (polnear_dev, held out)';
  const all = scoreNames(articles);
  const rows: Result[] = [
    { set, metric: 'precision', ours: all.precision, published: '–', note },
    { set, metric: 'recall', ours: all.recall, published: '–', note: `${all.marked} mentions` },
    { set, metric: 'spans, any kind: F1', ours: all.spans, published: '–' },
  ];
  for (const [kind, { found, marked, right }] of all.kinds)
    if (kind !== 'other' && marked > 0)
      rows.push({
        set,
        metric: `${kind}: F1`,
        ours: (2 * right) / (found + marked),
        published: '–',
        note: `${marked} mentions`,
      });
  return rows;
}

interface Count {
  found: number;
  marked: number;
  right: number;
}

export function scoreNames(articles: readonly MarkedArticle[]) {
  const kinds = new Map<LocalName['kind'], Count>();
  const of = (kind: LocalName['kind']): Count => {
    const count = kinds.get(kind) ?? { found: 0, marked: 0, right: 0 };
    kinds.set(kind, count);
    return count;
  };
  let spans = 0;
  for (const { parsed, names: marked } of articles) {
    const at = new Map(marked.map((name) => [`${name.start} ${name.end}`, name.kind]));
    for (const { kind } of marked) of(kind).marked++;
    for (const { kind, mentions } of findNames(parsed)) {
      for (const { start, end } of mentions) {
        const gold = at.get(`${start} ${end}`);
        of(kind).found++;
        if (gold !== undefined) spans++;
        if (gold === kind) of(kind).right++;
      }
    }
  }
  const sum = (field: keyof Count, all: boolean): number =>
    [...kinds].reduce((s, [kind, count]) => s + (all || kind !== 'other' ? count[field] : 0), 0);
  return {
    kinds,
    marked: sum('marked', false),
    precision: sum('right', false) / Math.max(1, sum('found', false)),
    recall: sum('right', false) / Math.max(1, sum('marked', false)),
    spans: (2 * spans) / Math.max(1, sum('found', true) + sum('marked', true)),
  };
}
