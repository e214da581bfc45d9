import { findFigures } from '../../src/extract/figures/figures.js';
import type { LocalFigure } from '../../src/model/analysis.js';
import type { Result } from '../result.js';
import { close, f1, type Gold, missing, parsedOf, type SetData } from './sets.js';

/** CQE: F1 over quantities of all four sets, matched one to one by value, then by value and unit. */
export function cqe(sets: readonly (SetData | null)[]): Result[] {
  const set = 'cqe (all four)';
  if (sets.some((data) => data === null)) return missing(set);
  let [found, total, values, units] = [0, 0, 0, 0];
  for (const data of sets) {
    for (const doc of data!.docs) {
      const figures = findFigures(parsedOf(doc));
      const gold = data!.gold.get(doc.id)!;
      found += figures.length;
      total += gold.length;
      const pairs = (test: (figure: LocalFigure, item: Gold) => boolean): number => {
        const used = new Set<LocalFigure>();
        let count = 0;
        for (const item of gold) {
          const match = figures.find((figure) => !used.has(figure) && test(figure, item));
          if (match === undefined) continue;
          used.add(match);
          count++;
        }
        return count;
      };
      values += pairs(sameValue);
      units += pairs(
        (figure, item) => sameValue(figure, item) && sameUnit(figure, String(item.normalized_unit)),
      );
    }
  }
  return [
    {
      set,
      metric: 'value F1',
      ours: f1(values, found, total),
      published: 'CQE .920, quantulum3 .73 on news',
    },
    {
      set,
      metric: 'value and unit F1',
      ours: f1(units, found, total),
      published: 'CQE .856, quantulum3 .47 on news',
    },
  ];
}

function sameValue(figure: LocalFigure, item: Gold): boolean {
  const value = String(item.value);
  const range = /^([\d.]+)-([\d.]+)$/.exec(value);
  if (range !== null) return close(figure.min, Number(range[1])) && close(figure.max, Number(range[2]));
  return close(figure.value, Number(value));
}

/** Their name of a unit → ours. */
const CQE_UNITS: Readonly<Record<string, string>> = {
  dollar: 'USD',
  euro: 'EUR',
  'pound sterling': 'GBP',
  'chinese yuan': 'CNY',
  'japanese yen': 'JPY',
  'canadian dollar': 'CAD',
  'swiss franc': 'CHF',
  'australian dollar': 'AUD',
  bitcoin: 'BTC',
  'turkish lira': 'TRY',
  rupee: 'INR',
  'mexican peso': 'MXN',
  'finnish markka': 'FIM',
  'hong kong dollar': 'HKD',
  'costa rican colón': 'CRC',
  'georgian lari': 'GEL',
  'lao kip': 'LAK',
  'sri lankan rupee': 'LKR',
  'new zealand dollar': 'NZD',
  peseta: 'ESP',
  mark: 'DEM',
  'netherlands guilde': 'NLG',
  percentage: 'percent',
  'pound-mass': 'pound',
  'metric ton': 'tonne',
  '-': '',
  count: '',
};

function sameUnit(figure: LocalFigure, unit: string): boolean {
  const [base, per] = unit.split(' per ') as [string, string | undefined];
  const ours = (CQE_UNITS[base] ?? base) + (per === undefined ? '' : ` per ${per}`);
  if (figure.unit === ours) return true;
  const singular = figure.of.toLowerCase().replace(/ies$/, 'y').replace(/s$/, '');
  return figure.unit === '' && (singular === unit || singular.endsWith(` ${unit}`) || figure.of === unit);
}
