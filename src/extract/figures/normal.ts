import { MEASURES } from '../../language/measures.js';
import type { LocalFigure } from '../../model/analysis.js';

interface Amount {
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** The amount in the unit that all of its kind are compared in, or null where it is that already or has none. */
export function normalOf(amount: Amount, unit: string, part: boolean): LocalFigure['normal'] {
  // A third and 33 percent are compared as percentages.
  if (part) return { ...scaled(amount, (n) => n * 100), unit: 'percent' };
  const at = unit.indexOf(' per ');
  const name = unit in MEASURES || at < 0 ? unit : unit.slice(0, at);
  const per = name === unit ? '' : unit.slice(at);
  const measure = MEASURES[name];
  if (measure === undefined || measure[0] === name) return null;
  const [base, factor, offset = 0] = measure;
  return { ...scaled(amount, (n) => n * factor + offset), unit: base + per };
}

function scaled(amount: Amount, by: (n: number) => number): Amount {
  const convert = (n: number | null): number | null => (n === null ? null : Number(by(n).toPrecision(12)));
  return { value: convert(amount.value), min: convert(amount.min), max: convert(amount.max) };
}
