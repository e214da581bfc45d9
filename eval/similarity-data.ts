/** The claim sets as units of stories: sentences by a simple split, slots by simple patterns. For trainer and scorer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModalityKind } from '../src/model/vocabulary.js';
import type { Unit, UnitFigure } from '../src/similarity/unit.js';
import { splitSentences } from '../src/text/sentences.js';

export interface Doc {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly date: string | null;
}

export interface GoldSpan {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function readLines<T>(shared: string, name: string): T[] {
  return readFileSync(join(shared, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The event of a basil document: its id without the outlet's number. */
export function eventOf(doc: string): string {
  return doc.replace(/^basil\//, '').replace(/_\d+$/, '');
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:\s+(\d{1,2})\b(?!,?\d))?(?:,?\s+(\d{4}))?/g;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const SCALE: { readonly [word: string]: number } = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const SMALL = 'two three four five six seven eight nine ten eleven twelve'.split(' ');

export function unitOf(text: string, published: string | null): Unit {
  const { days, months } = datesOf(text, published);
  const quoted = [...text.matchAll(/[“"]([^”"]*)(?:[”"]|$)/g)].reduce((sum, m) => sum + m[1]!.length, 0);
  return {
    text,
    figures: figuresOf(text),
    days,
    months,
    places: [],
    names: [],
    negated: /\b(?:not|never|no|neither|nor|without|denie[sd]|deny|cannot)\b|n[’']t\b/i.test(text),
    modality: modalityOf(text),
    quotation: quoted > text.length * 0.5,
  };
}

function modalityOf(text: string): ModalityKind {
  if (/\b(?:will|[’']ll|going to|won[’']t)\b/.test(text)) return 'future';
  if (/\b(?:plan(?:s|ned|ning)? to|intend\w*|set to|expected to|scheduled)\b/.test(text)) return 'planned';
  if (/\b(?:may|might|could|would)\b/.test(text)) return 'possible';
  if (/\b(?:must|should|ought)\b/.test(text)) return 'obliged';
  return 'done';
}

function figuresOf(text: string): UnitFigure[] {
  const figures: UnitFigure[] = [];
  const pattern = new RegExp(
    `(\\$\\s?)?(?<![\\w.,])(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(?:[\\s-](thousand|million|billion|trillion))?(\\s?%|[\\s-]per\\s?cent)?(?:[\\s-]([a-z]+))?|\\b(${SMALL.join('|')})\\s([a-z]+)`,
    'gi',
  );
  for (const m of text.matchAll(pattern)) {
    const word = m[7];
    const value =
      word === undefined
        ? Number(m[2]!.replace(/,/g, '') + (m[3] ?? '')) * (SCALE[m[4]?.toLowerCase() ?? ''] ?? 1)
        : SMALL.indexOf(word.toLowerCase()) + 2;
    if (m[1] === undefined && m[4] === undefined && value >= 1900 && value < 2100) continue;
    const before = text.slice(Math.max(0, m.index - 20), m.index);
    if (/(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s$/.test(before)) continue;
    const bound = /(?:at least|more than|over)\s$/.test(before)
      ? 'min'
      : /(?:at most|less than|under|up to|fewer than)\s$/.test(before)
        ? 'max'
        : /(?:about|nearly|almost|roughly|around|some|approximately)\s$/.test(before)
          ? 'approx'
          : 'exact';
    const unit = m[1] !== undefined ? 'USD' : m[5] !== undefined ? 'percent' : '';
    figures.push({ min: value, max: value, bound, unit, of: unit === '' ? (m[6] ?? m[8] ?? '') : '' });
  }
  return figures;
}

function datesOf(text: string, published: string | null): { days: string[]; months: string[] } {
  const days: string[] = [];
  const months: string[] = [];
  const at = published === null ? null : new Date(`${published.slice(0, 10)}T00:00:00Z`);
  for (const m of text.matchAll(MONTH)) {
    if (m[2] === undefined && m[3] === undefined && m[1] === 'May') continue;
    const month = MONTHS.findIndex((name) => name.startsWith(m[1]!.toLowerCase().slice(0, 3))) + 1;
    const year = m[3] ?? (at === null ? '0000' : String(at.getUTCFullYear()));
    const stem = `${year}-${String(month).padStart(2, '0')}`;
    if (m[2] === undefined) months.push(stem);
    else days.push(`${stem}-${m[2].padStart(2, '0')}`);
  }
  if (at !== null) {
    for (const m of text.matchAll(/\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/g)) {
      const back = (at.getUTCDay() - WEEKDAYS.indexOf(m[0]) + 7) % 7;
      days.push(new Date(at.getTime() - back * 86_400_000).toISOString().slice(0, 10));
    }
  }
  return { days, months };
}

/** The units of one event, and the place of each sentence among them: gold sentences as they are, the rest by split. */
export function unitsOfEvent(
  docs: readonly Doc[],
  gold: readonly GoldSpan[],
): {
  units: Unit[];
  spans: { doc: string; start: number; end: number }[];
  indexOf: (span: GoldSpan) => number;
} {
  const units: Unit[] = [];
  const spans: { doc: string; start: number; end: number }[] = [];
  const index = new Map<string, number>();
  for (const doc of docs) {
    const mine = new Map<number, GoldSpan>();
    for (const span of gold) if (span.doc === doc.id) mine.set(span.start, span);
    const all: { start: number; end: number }[] = [...mine.values()];
    for (const s of splitSentences(doc.text)) {
      if (![...mine.values()].some((g) => s.start < g.end && g.start < s.end)) all.push(s);
    }
    for (const { start, end } of all.sort((a, b) => a.start - b.start)) {
      index.set(`${doc.id} ${start} ${end}`, units.length);
      units.push(unitOf(doc.text.slice(start, end), doc.date));
      spans.push({ doc: doc.id, start, end });
    }
  }
  return { units, spans, indexOf: (s) => index.get(`${s.doc} ${s.start} ${s.end}`)! };
}
