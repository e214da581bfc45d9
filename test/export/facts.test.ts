import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutUnpublished } from '../../src/export/accounts.js';
import { toFactsCsv } from '../../src/export/facts/csv.js';
import {
  countFacts,
  EVERY_FACT,
  type FactKind,
  type Facts,
  inOrder,
  selectFacts,
} from '../../src/export/facts/facts.js';
import { toFactsJson, toFactsJsonLines } from '../../src/export/facts/json.js';
import { toFactsPage } from '../../src/export/facts/terminal.js';
import { readingOf } from '../../src/export/facts/words.js';
import { contextOf } from '../../src/export/lines.js';
import { findFacts, textDocument } from '../../src/index.js';

const BEACON = [
  'At least 40 inspectors went to seven ports, among them Boston, Bergen and Calais, last month.',
  'The Coastal Safety Directorate (CSD) said its third check took 12 hours. The CSD found 5 miles of net.',
  'The city’s budget fell by €3 million to €20 million.',
].join('\n\n');
/** A text may hold anything: an escape sequence, a mark that reorders what a reader sees, half a pair. */
const GAZETTE = 'Some 30 \u001b[31mred\u001b[0m boats and \u202e12 nets \ud83d sank near Aberdeen on Monday.';

function found(...accounts: readonly { text: string; outlet: string; status?: string }[]): Facts {
  return {
    generator: { name: 'stemma', version: '0.0.0' },
    documents: accounts.map(({ text, outlet, status }) => {
      const document = textDocument(text, { ref: `${outlet}.txt`, outlet, status, published: '2031-04-01' });
      return { document, facts: findFacts(document) };
    }),
    messages: [
      { rule: 'empty-document', severity: 'warning', ref: '=The Gazette.txt', note: 'it holds no text' },
    ],
  };
}
const ALL = found(
  { text: BEACON, outlet: 'The Beacon' },
  { text: GAZETTE, outlet: '=The Gazette', status: 'unpublished' },
);
type Row = { readonly [column: string]: string };
const table = (facts: Facts): Row[] => parse([...toFactsCsv(facts)].join(''), { columns: true }) as Row[];
const page = (facts: Facts, width = 100): string =>
  [...toFactsPage(facts, { width, selection: EVERY_FACT })].join('');

describe('findFacts of a text', () => {
  it('gives what it counts, dates, places, names and lists', () => {
    const facts = findFacts(BEACON);
    expect(facts.figures.map(({ anchor, of }) => [anchor.exact, of])).toEqual([
      ['40', 'inspectors'],
      ['seven', 'ports'],
      ['12 hours', ''],
      ['5 miles', ''],
      ['€3 million', ''],
      ['€20 million', ''],
    ]);
    expect(facts.ordinals).toMatchObject([{ anchor: { exact: 'third' }, value: 3, of: 'check' }]);
    expect(facts.names.find(({ kind }) => kind === 'organisation')).toMatchObject({
      name: 'Coastal Safety Directorate',
      aliases: ['CSD'],
    });
    expect(facts.lists).toMatchObject([{ of: 'ports', stated: 7, open: true, kind: 'place' }]);
  });

  it('tells times from the day of the account, and from nothing without one', () => {
    const last = (facts: ReturnType<typeof findFacts>) =>
      facts.times.find((t) => t.anchor.exact === 'last month');
    expect(last(ALL.documents[0]!.facts)).toMatchObject({
      value: '2031-03',
      start: '2031-03',
      end: '2031-03',
    });
    expect(last(findFacts(BEACON))).toMatchObject({ value: 'XXXX-XX', start: null, end: null });
  });

  it('anchors everything', () => {
    for (const { document, facts } of ALL.documents)
      for (const { at } of inOrder(facts)) expect(document.text.slice(at.start, at.end)).toBe(at.exact);
  });
});

describe('a fact in words', () => {
  it.each([
    ['At least 40 inspectors came.', ['at least 40 inspectors']],
    ['Hundreds of boats came.', ['about 200 to 999 boats']],
    ['It fell by €3 million to €20 million.', ['3,000,000 EUR · down by', '20,000,000 EUR · down to']],
    ['It cost €3 million.', ['3,000,000 EUR']],
    ['They made 10 arrests per day.', ['10 arrests per day']],
    ['They sailed 5 miles.', ['5 miles · = 8,046.72 metres']],
    ['A 12-foot wave broke.', ['12 feet · = 3.6576 metres']],
    ['It fell by 12 percent.', ['12 % · down by']],
    ['The harbour’s 30 boats left.', ['30 boats · of The harbour']],
    ['She is 47 years old.', ['47 years of age']],
    ['The third check failed.', ['number 3: check']],
    ['It sank in early March 2031.', ['date · 2031-03 · early in it · 2031-03-01 to 2031-03-10']],
    ['It took three weeks.', ['3 weeks', 'duration · P3W']],
    [
      'It was done, Moscow said.',
      ['town · Moscow, RU · 55.75 37.62 · the largest of its name · stands for its people or government'],
    ],
    [
      'It covers 10 ports, including Boston, Bergen and Calais.',
      ['3 of 10 ports named · not said to be all · Boston; Bergen; Calais'],
    ],
  ])('%s', (text, expected) => {
    const shown = inOrder(findFacts(textDocument(text, { published: '2031-04-01' }))).map(readingOf);
    for (const reading of expected) expect(shown).toContain(reading);
  });
});

describe('selectFacts', () => {
  const counts = (selection: Partial<typeof EVERY_FACT>) =>
    countFacts(selectFacts(ALL, { ...EVERY_FACT, ...selection }));

  it.each([
    ['kinds', { kinds: new Set<FactKind>(['ordinal', 'list']) }, { ordinal: 1, list: 1 }],
    ['what is counted', { words: 'inspectors' }, { figure: 1 }],
    ['a name or an alias, whatever its case', { words: 'csd' }, { name: 1 }],
    ['an item of a list', { words: 'Bergen' }, { place: 1, name: 1, list: 1 }],
    ['both', { words: 'Bergen', kinds: new Set<FactKind>(['place']) }, { place: 1 }],
    ['an outlet', { outlet: 'gazette', kinds: new Set<FactKind>(['place']) }, { place: 1 }],
    ['no part of a word', { words: 'inspector' }, {}],
  ])('by %s', (_, selection, expected) => {
    const none = { figure: 0, ordinal: 0, time: 0, place: 0, name: 0, list: 0 };
    expect(counts(selection)).toEqual({ ...none, ...expected });
  });

  it('refuses words without a word', () => {
    expect(() => counts({ words: '…' })).toThrow(RangeError);
  });
});

describe('the page', () => {
  it('reads account by account: the line, the kind, the words, what they are read as', () => {
    const shown = page(ALL);
    expect(shown).toContain('The Beacon, 1 April 2031 · The Beacon.txt\n');
    expect(shown).toContain('    1  figure   40  at least 40 inspectors\n');
    expect(shown).toContain('       time     last month  date · 2031-03\n');
    expect(shown).toContain('    3  name     Coastal Safety Directorate  organisation · 3 mentions\n');
    expect(shown).toContain('=The Gazette, 1 April 2031, unpublished · =The Gazette.txt\n');
    expect(shown).toContain('it holds no text');
  });

  it('shows nothing that a terminal would obey, and keeps to its width', () => {
    for (const width of [50, 80]) {
      const shown = page(ALL, width);
      expect(shown).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
      expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
    }
  });
});

describe('the table', () => {
  it('has one fact a row, of a name each mention, with its place and its words', () => {
    const rows = table(ALL);
    for (const { file, words, start, end } of rows.filter((row) => row.file === 'The Beacon.txt'))
      expect(BEACON.slice(Number(start), Number(end)), file).toBe(words);
    expect(
      rows.filter(({ name }) => name === 'Coastal Safety Directorate').map(({ words }) => words),
    ).toEqual(['Coastal Safety Directorate', 'CSD', 'CSD']);
    expect(rows.find(({ words }) => words === '5 miles')).toMatchObject({
      fact: 'figure',
      kind: 'measure',
      value: '5',
      unit: 'mile',
      'normal value': '8046.72',
      'normal unit': 'metre',
      line: '3',
      context:
        'The Coastal Safety Directorate (CSD) said its third check took 12 hours. The CSD found 5 miles of net.',
    });
    expect(rows.find(({ words }) => words === 'last month')).toMatchObject({
      kind: 'DATE',
      timex: '2031-03',
      from: '2031-03',
      until: '2031-03',
    });
    expect(rows.find(({ fact }) => fact === 'list')).toMatchObject({
      kind: 'place',
      of: 'ports',
      value: '7',
      named: '3',
      open: 'yes',
      items: 'Boston; Bergen; Calais',
    });
  });

  it('never begins a cell with what a spreadsheet runs, whatever the texts', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '=3 ', '\u202e='),
          fc.constantFrom('40 boats', '12 nets', ''),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, hostile, (title, text) => {
        const document = textDocument(`${text} 40 boats`, { title });
        const rows = parse(
          [...toFactsCsv({ ...ALL, documents: [{ document, facts: findFacts(document) }] })].join(''),
        ) as string[][];
        expect(rows.every((row) => row.length === rows[0]!.length)).toBe(true);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*(?:[=+@＝＋－＠]|-(?!\d))|^[\t\r\n]/u);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('JSON', () => {
  const read = (facts: Facts) => JSON.parse([...toFactsJson(facts)].join(''));

  it('has documents without their texts, and facts as the record has them, with their lines', () => {
    const { version, documents, figures, lists, names, messages } = read(ALL);
    expect(version).toBe(1);
    expect(documents[0].text).toBeUndefined();
    expect(figures[0]).toMatchObject({ anchor: { exact: '40' }, bound: 'min', of: 'inspectors', line: 1 });
    expect(lists[0].items).toHaveLength(3);
    expect(names[0].mentions[0].exact).toBe('Boston');
    expect(messages).toHaveLength(1);
  });

  it('says the same in lines', () => {
    const whole = read(ALL);
    const lines = [...toFactsJsonLines(ALL)].map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ type: 'facts', version: 1 });
    for (const kind of ['figure', 'ordinal', 'time', 'place', 'name', 'list'])
      expect(lines.filter(({ type }) => type === kind)).toHaveLength(whole[`${kind}s`].length);
    expect(lines.find(({ type }) => type === 'time').timex).toBe('DATE');
  });

  it('can go without what is unpublished, and what was noted of it', () => {
    const written = JSON.stringify(read(withoutUnpublished(ALL)));
    expect(written).toContain('The Beacon');
    expect(written).not.toMatch(/Aberdeen|The Gazette\.txt/);
  });
});

it('what stands around a fact is a line with at most 200 characters beside it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'bc ', ' ', '\n', '𝒳'), { maxLength: 400 }),
      fc.nat(400),
      fc.nat(30),
      (parts, at, length) => {
        const text = parts.join('');
        const start = Math.min(at, text.length);
        const end = Math.min(text.length, start + length);
        const shown = contextOf(text, { start, end });
        expect(shown).not.toMatch(/\n/);
        expect(shown.length).toBeLessThanOrEqual(204 + Math.min(300, end - start));
      },
    ),
    { seed: 7 },
  );
});
