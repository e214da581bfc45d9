import { findFigures } from '../../src/extract/figures/figures.js';
import { findOrdinals } from '../../src/extract/figures/ordinals.js';
import { findTimes } from '../../src/extract/times/times.js';
import type { LocalFigure, LocalTime } from '../../src/model/analysis.js';
import type { Result } from '../result.js';
import { close, missing, overlaps, parsedOf, type SetData } from './sets.js';

/**
 * Recognizers-Text: an answer is right where a figure or time that overlaps it has its value. Numbers with no value
 * in the gold ("how much celsius") are left out; ordinals, which the record keeps apart, are counted apart.
 */
export function recognizers(language: string, data: SetData | null): Result[] {
  const set = `recognizers_${language}`;
  if (data === null) return missing(set);
  let [quantities, right, timexes, resolved, ordinals, ranked] = [0, 0, 0, 0, 0, 0];
  for (const doc of data.docs) {
    const parsed = parsedOf(doc);
    const figures = findFigures(parsed);
    const times = findTimes(parsed);
    const ordered = findOrdinals(parsed);
    for (const item of data.gold.get(doc.id)!) {
      const resolution = item.resolution as {
        value?: string | null;
        values?: { timex?: string; value?: string; start?: string }[];
      } | null;
      if (item.kind === 'quantity') {
        if (item.model === 'OrdinalModel') {
          const value = Number(resolution?.value);
          if (!Number.isFinite(value)) continue;
          ordinals++;
          if (ordered.some((ordinal) => overlaps(ordinal.span, item) && ordinal.value === value)) ranked++;
          continue;
        }
        if (resolution?.value == null || resolution.value === 'null') continue;
        quantities++;
        if (figures.some((figure) => overlaps(figure.span, item) && agrees(figure, resolution.value!)))
          right++;
      } else {
        timexes++;
        const values = resolution?.values ?? [];
        if (times.some((time) => overlaps(time.span, item) && values.some((v) => timexAgrees(time, v))))
          resolved++;
      }
    }
  }
  return [
    {
      set,
      metric: 'quantity value accuracy',
      ours: quantities === 0 ? null : right / quantities,
      published: '–',
      note: `${quantities} quantities`,
    },
    {
      set,
      metric: 'ordinal value accuracy',
      ours: ordinals === 0 ? null : ranked / ordinals,
      published: '–',
      note: `${ordinals} ordinals, kept apart from figures`,
    },
    {
      set,
      metric: 'timex value accuracy',
      ours: timexes === 0 ? null : resolved / timexes,
      published: '–',
      note: 'their own notation; the resolved day, month or year counts',
    },
  ];
}

function agrees(figure: LocalFigure, value: string): boolean {
  const range = /^[[(]([^,]*),([^,]*)[\])]$/.exec(value);
  if (range === null) return close(figure.value, Number(value.replace('%', '')));
  const [low, high] = [range[1]!, range[2]!];
  if (low === '') return close(figure.value ?? figure.max, Number(high)) && figure.bound === 'max';
  if (high === '') return close(figure.value ?? figure.min, Number(low)) && figure.bound === 'min';
  if (low === high) return close(figure.value, Number(low));
  return close(figure.min, Number(low)) && close(figure.max, Number(high));
}

function timexAgrees(
  time: LocalTime,
  gold: { readonly timex?: string; readonly value?: string; readonly start?: string },
): boolean {
  if (gold.timex === time.value) return true;
  const at = gold.value !== undefined && gold.value !== 'not resolved' ? gold.value : gold.start;
  if (at === undefined || time.start === null) return false;
  if (time.value.includes('T') && /\d\d:\d\d/.test(at)) return time.value.slice(-5) === at.slice(-8, -3);
  return at.startsWith(time.start) || time.start === at.slice(0, time.start.length);
}
