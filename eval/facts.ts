/** Scores of figures, times and places (src/extract). Matching rules stand beside each function. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFigures } from '../src/extract/figures/figures.js';
import { findNames } from '../src/extract/names/names.js';
import { findPlaces } from '../src/extract/places/places.js';
import { findTimes } from '../src/extract/times/times.js';
import type { LocalFigure, LocalTime } from '../src/model/analysis.js';
import { parseText } from '../src/text/parse.js';
import type { ParsedText } from '../src/text/parsed.js';
import type { Result } from './result.js';

interface Doc {
  readonly id: string;
  readonly text: string;
  readonly date: string | null;
  readonly dct?: string;
}
interface Gold {
  readonly kind: string;
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly [field: string]: unknown;
}

const CQE = ['cqe_age', 'cqe_currency', 'cqe_dimension', 'cqe_temperature'];

/** All sets of this stage; a set that is missing is listed with a note. `sample`: documents a set at most. */
export async function evaluateFacts(shared: string, options: { sample?: number } = {}): Promise<Result[]> {
  const results: Result[] = [];
  const load = (set: string) => read(shared, set, options.sample);
  results.push(...timebank(load('tempeval3_timebank')));
  for (const language of ['en', 'de', 'fr', 'es'])
    results.push(...recognizers(language, load(`recognizers_${language}`)));
  results.push(...cqe(CQE.map(load)));
  for (const set of ['geo_trnews', 'geo_lgl']) results.push(...geo(set, load(set)));
  return results;
}

interface SetData {
  readonly docs: readonly Doc[];
  readonly gold: ReadonlyMap<string, readonly Gold[]>;
}

function read(shared: string, set: string, sample = Number.POSITIVE_INFINITY): SetData | null {
  const path = join(shared, `${set}.docs.jsonl`);
  if (!existsSync(path)) return null;
  const lines = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const docs = lines(path)
    .slice(0, sample)
    .map((line) => JSON.parse(line) as Doc);
  const gold = new Map<string, Gold[]>(docs.map((doc) => [doc.id, []]));
  for (const line of lines(join(shared, `${set}.gold.jsonl`))) {
    const item = JSON.parse(line) as Gold;
    gold.get(item.doc)?.push(item);
  }
  return { docs, gold };
}

export function parsedOf(doc: Doc): ParsedText {
  const published = doc.dct ?? doc.date ?? null;
  return parseText({
    text: doc.text,
    blocks: [{ start: 0, end: doc.text.length, role: 'body' }],
    published,
    outlet: null,
  });
}

const missing = (set: string): Result[] => [
  { set, metric: 'all', ours: null, published: '–', note: 'set not found' },
];
const f1 = (hits: number, found: number, gold: number): number =>
  found + gold === 0 ? 0 : (2 * hits) / (found + gold);
const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

/** TempEval-3: relaxed span F1 (any overlap, one to one), and F1 of those whose value is right too. */
function timebank(data: SetData | null): Result[] {
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

/**
 * Recognizers-Text: an answer is right where a figure or time that overlaps it has its value. Numbers with no value
 * in the gold ("how much celsius") and ordinals, which the record does not count as figures, are left out and noted.
 */
function recognizers(language: string, data: SetData | null): Result[] {
  const set = `recognizers_${language}`;
  if (data === null) return missing(set);
  let [quantities, right, timexes, resolved, ordinals] = [0, 0, 0, 0, 0];
  for (const doc of data.docs) {
    const parsed = parsedOf(doc);
    const figures = findFigures(parsed);
    const times = findTimes(parsed);
    for (const item of data.gold.get(doc.id)!) {
      const resolution = item.resolution as {
        value?: string | null;
        values?: { timex?: string; value?: string; start?: string }[];
      } | null;
      if (item.kind === 'quantity') {
        if (item.model === 'OrdinalModel') {
          ordinals++;
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
      note: `${ordinals} ordinals left out`,
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

const close = (a: number | null, b: number): boolean =>
  a !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));

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

/** CQE: F1 over quantities of all four sets, matched one to one by value, then by value and unit. */
function cqe(sets: readonly (SetData | null)[]): Result[] {
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
  // Cents are hundredths of their currency here, units of their own there.
  const minor = /^(?:cent|penny)/.test(String(item.normalized_unit)) ? 100 : 1;
  return close(figure.value === null ? null : figure.value * minor, Number(value));
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
  cent: 'USD',
  penny: 'GBP',
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

/** GeoWebNews-style: exact spans; of the places whose span is right and that the gold locates, those within 161 km. */
function geo(set: string, data: SetData | null): Result[] {
  if (data === null) return missing(set);
  let [found, total, spans, located, near] = [0, 0, 0, 0, 0];
  for (const doc of data.docs) {
    const parsed = parsedOf(doc);
    const places = findPlaces(parsed, findNames(parsed));
    const gold = data.gold.get(doc.id)!.filter((item) => item.scored !== false);
    found += places.length;
    total += gold.length;
    const at = new Map(places.map((place) => [`${place.span.start} ${place.span.end}`, place]));
    for (const item of gold) {
      const place = at.get(`${item.start} ${item.end}`);
      if (place === undefined) continue;
      spans++;
      if (typeof item.lat !== 'number' || typeof item.lon !== 'number') continue;
      located++;
      if (
        place.lat !== null &&
        place.lon !== null &&
        distance(place.lat, place.lon, item.lat, item.lon) <= 161
      )
        near++;
    }
  }
  return [
    {
      set,
      metric: 'exact span F1',
      ours: f1(spans, found, total),
      published: 'Google .832, spaCy .749 on another set',
    },
    {
      set,
      metric: 'within 161 km, of spans found',
      ours: located === 0 ? null : near / located,
      published: '–',
    },
  ];
}

/** Great-circle distance in km. */
function distance(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(a)));
}
