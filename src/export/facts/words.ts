/** Facts in a reader's words: what each is read as. */
import type { Figure, List, Ordinal, Place, Time } from '../../model/record.js';
import type { TimexMod } from '../../model/vocabulary.js';
import { plain } from '../plain.js';
import type { Fact } from './facts.js';

/** "40 or more inspectors", "2031-04 (2031-04-01 to 2031-04-30)", "Newark, town, US, 40.74 −74.17, told". */
export function readingOf(fact: Fact): string {
  switch (fact.kind) {
    case 'figure':
      return figure(fact.found);
    case 'ordinal':
      return ordinal(fact.found);
    case 'time':
      return time(fact.found);
    case 'place':
      return place(fact.found);
    case 'name':
      return parts(
        fact.found.kind,
        fact.found.name === fact.at.exact ? null : plain(fact.found.name),
        fact.found.mentions.length > 1 ? `${fact.found.mentions.length} mentions` : null,
      );
    case 'list':
      return list(fact.found);
  }
}

const parts = (...of: readonly (string | null)[]): string =>
  of.filter((part) => part !== null && part !== '').join(' · ');

const number = (value: number): string =>
  Math.abs(value) >= 1e15
    ? String(value)
    : value
        .toLocaleString(
          'en-US',
          Math.abs(value) < 1 ? { maximumSignificantDigits: 4 } : { maximumFractionDigits: 4 },
        )
        .replace('-', '−');

function figure({ kind, bound, unit, of, whose, change, normal, ...amount }: Figure): string {
  const told = withUnit(amountOf(amount, bound), unit, amount.value === 1, of);
  // Seconds tell a reader nothing.
  const same =
    normal === null || kind === 'duration' || kind === 'age' || / per /.test(normal.unit)
      ? null
      : `= ${withUnit(amountOf(normal, bound), normal.unit, normal.value === 1)}`;
  return parts(
    plain(told),
    same,
    whose === null || PRONOUN.test(whose.exact) ? null : `of ${plain(whose.exact)}`,
    change === null ? null : `${change.direction} ${change.role}`,
  );
}

const PRONOUN = /^(?:its|their|his|her|my|our|your)$/i;

/** "40 inspectors", "12 %", "10 arrests per day"; `of`: what is counted. */
function withUnit(amount: string, unit: string, single: boolean, of = ''): string {
  const [measure, ...rates] = ` ${unit}`.split(' per ') as [string, ...string[]];
  const written = measure.trim();
  const many =
    written === 'percent' ? '%' : single || /^(?:\p{Lu}{3})?$/u.test(written) ? written : plural(written);
  const counted = [amount, many, of].filter((part) => part !== '').join(' ');
  return [counted, ...rates].join(' per ');
}

const IRREGULAR: { readonly [unit: string]: string } = { foot: 'feet', inch: 'inches', century: 'centuries' };

/** "miles", "square feet", "years of age"; "hertz" and "celsius" stay. */
function plural(unit: string): string {
  const [noun, ...rest] = unit.split(' of ') as [string, ...string[]];
  const words = noun.split(' ');
  const last = words.pop()!;
  const many = IRREGULAR[last] ?? (/(?:s|z|^)$/.test(last) ? last : `${last}s`);
  return [[...words, many].join(' '), ...rest].join(' of ');
}

function amountOf(
  { value, min, max }: Pick<Figure, 'value' | 'min' | 'max'>,
  bound: Figure['bound'],
): string {
  if (value !== undefined) {
    const bounded = { exact: '', min: 'at least ', max: 'at most ', approx: 'about ' }[bound];
    return `${bounded}${number(value)}`;
  }
  const about = bound === 'approx' ? 'about ' : '';
  if (min !== undefined && max !== undefined) return `${about}${number(min)} to ${number(max)}`;
  if (min !== undefined) return `at least ${number(min)}`;
  return max === undefined ? 'a number not told' : `at most ${number(max)}`;
}

const ordinal = ({ value, of }: Ordinal): string =>
  plain(`number ${number(value)}${of === '' ? '' : `: ${of}`}`);

const MODS: { readonly [mod in TimexMod]: string } = {
  START: 'early in it',
  MID: 'in the middle of it',
  END: 'late in it',
  APPROX: 'about then',
};

function time({ type, value, mod, start, end }: Time): string {
  const stretch =
    start !== null && end !== null
      ? start === end
        ? value === start
          ? null
          : start
        : `${start} to ${end}`
      : start !== null
        ? `from ${start}`
        : end !== null
          ? `until ${end}`
          : type === 'DATE' || type === 'TIME'
            ? 'no calendar time'
            : null;
  return parts(type.toLowerCase(), value, mod === null ? null : MODS[mod], stretch);
}

const REASONS: { readonly [reason in NonNullable<Place['reason']>]: string } = {
  told: 'as told beside it',
  only: 'the only one known',
  size: 'the largest of its name',
  neighbours: 'near others that are named',
  country: 'in the country of the account',
  outlet: 'near the home of the outlet',
  inside: 'inside another that is named',
};

function place({ name, country, lat, lon, literal, kind, reason }: Place): string {
  const where = lat === null || lon === null ? 'not located' : `${number(round(lat))} ${number(round(lon))}`;
  return parts(
    kind,
    plain(country === null ? name : `${name}, ${country}`),
    where,
    reason === null ? null : REASONS[reason],
    literal || kind === 'demonym' ? null : 'stands for its people or government',
  );
}

const round = (degrees: number): number => Math.round(degrees * 100) / 100;

function list({ kind, of, items, stated, open }: List): string {
  const what = of === '' ? (kind === null ? 'items' : `names (${kind})`) : of;
  const named =
    stated === null ? `${items.length} ${what}` : `${items.length} of ${number(stated)} ${what} named`;
  return parts(
    plain(named),
    open ? 'not said to be all' : null,
    items.map(({ exact }) => plain(exact)).join('; '),
  );
}
