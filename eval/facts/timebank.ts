import { findTimes } from '../../src/extract/times/times.js';
import type { LocalTime } from '../../src/model/analysis.js';
import type { Result } from '../result.js';
import { f1, missing, overlaps, parsedOf, type SetData } from './sets.js';

/** TempEval-3: relaxed span F1 (any overlap, one to one), and F1 of those whose value is right too. */
export function timebank(data: SetData | null): Result[] {
  const set = 'tempeval3_timebank';
  if (data === null) return missing(set);
  let [found, total, spans, values, types] = [0, 0, 0, 0, 0];
  for (const doc of data.docs) {
    const times = findTimes(parsedOf(doc));
    const gold = data.gold.get(doc.id)!.filter((item) => item.kind === 'timex');
    found += times.length;
    total += gold.length;
    const used = new Set<LocalTime>();
    for (const item of gold) {
      const match = times.find((time) => !used.has(time) && overlaps(time.span, item));
      if (match === undefined) continue;
      used.add(match);
      spans++;
      if (match.value === item.value) values++;
      if (match.type === item.type) types++;
    }
  }
  return [
    {
      set,
      metric: 'span F1, relaxed',
      ours: f1(spans, found, total),
      published: 'HeidelTime .90 on another set',
    },
    { set, metric: 'value F1', ours: f1(values, found, total), published: 'HeidelTime .776 on another set' },
    { set, metric: 'type F1', ours: f1(types, found, total), published: '–' },
  ];
}
