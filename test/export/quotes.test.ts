import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutUnpublished } from '../../src/export/accounts.js';
import { lineFinder } from '../../src/export/lines.js';
import { toQuotesCsv } from '../../src/export/quotes/csv.js';
import { toQuotesJson, toQuotesJsonLines } from '../../src/export/quotes/json.js';
import { EVERYTHING, type Quotes, selectQuotes } from '../../src/export/quotes/quotes.js';
import { toQuotesPage } from '../../src/export/quotes/terminal.js';
import { cueOf, saidBy } from '../../src/export/quotes/words.js';
import { findAttributions, textDocument } from '../../src/index.js';
import type { DocumentAttribution, Speaker } from '../../src/model/document-attribution.js';
import type { AttributionForm } from '../../src/model/vocabulary.js';

const BEACON = [
  'Harbour master Inès Calder told the Beacon in a statement that two piers will close. “Nobody asked us,” she said.',
  'The Gazette reported that two officials said “the sea will win”.',
  'Calder declined to comment further.',
].join('\n\n');
/** A text may hold anything: an escape sequence, a mark that reorders what a reader sees, half a pair. */
const GAZETTE =
  '“It is \u001b[31mred\u001b[0m and \u202eevil \ud83d,” said Osric Fenn, a spokesman for the Port Authority.';

function quoted(...accounts: readonly { text: string; outlet: string; status?: string }[]): Quotes {
  return {
    generator: { name: 'stemma', version: '0.0.0', tier: 'fast' },
    documents: accounts.map(({ text, outlet, status }) => {
      const document = textDocument(text, { ref: `${outlet}.txt`, outlet, status, published: '2031-04-01' });
      return { document, attributions: findAttributions(document) };
    }),
    messages: [
      { rule: 'empty-document', severity: 'warning', ref: '=The Gazette.txt', note: 'it holds no text' },
    ],
  };
}
const ALL = quoted(
  { text: BEACON, outlet: 'The Beacon' },
  { text: GAZETTE, outlet: '=The Gazette', status: 'unpublished' },
);
const csv = (quotes: Quotes): string => [...toQuotesCsv(quotes)].join('');
const page = (quotes: Quotes, width = 100): string =>
  [...toQuotesPage(quotes, { width, selection: EVERYTHING, all: 0 })].join('');

describe('findAttributions of a text', () => {
  it('gives the speaker, the words, and through whom', () => {
    const found = findAttributions(BEACON);
    expect(
      found.map((a) => [a.speaker?.name, a.form, a.content.map(({ exact }) => exact).join('|')]),
    ).toEqual([
      ['Inès Calder', 'indirect', 'that two piers will close'],
      ['Inès Calder', 'direct', '“Nobody asked us,”'],
      ['Gazette', 'mixed', 'that two officials said “the sea will win”'],
      ['two officials', 'direct', '“the sea will win”'],
      ['Inès Calder', 'indirect', 'to comment further'],
    ]);
    expect(found[0]).toMatchObject({
      speaker: { role: 'Harbour master', named: true, namedAt: { start: 0, end: 26 } },
      medium: { name: 'a statement' },
      told: 'Beacon',
    });
    expect(found[3]).toMatchObject({ parent: found[2]!.id, through: ['Gazette'], speaker: { named: false } });
    expect(found[4]!.attitude).toBe('declines');
  });

  it('anchors everything', () => {
    for (const text of [BEACON, GAZETTE]) {
      for (const { content, cue, source, speaker } of findAttributions(text)) {
        const named = speaker?.namedAt ? [speaker.namedAt] : [];
        expect(content.length + cue.length + source.length).toBeGreaterThan(0);
        for (const { start, end, exact } of [...content, ...cue, ...source, ...named])
          expect(text.slice(start, end)).toBe(exact);
      }
    }
  });

  it('refuses a tier that there is not', () => {
    expect(() => findAttributions('', { tier: 'slow' as 'fast' })).toThrow(RangeError);
  });
});

describe('selectQuotes', () => {
  const names = (selection: Partial<typeof EVERYTHING>): readonly (string | undefined)[] => [
    ...new Set(
      selectQuotes(ALL, { ...EVERYTHING, ...selection }).documents.flatMap(({ attributions }) =>
        attributions.map(({ speaker }) => speaker?.name),
      ),
    ),
  ];

  it.each([
    ['a surname, whatever its case', { speaker: 'CALDER' }, ['Inès Calder']],
    ['a name without its accents', { speaker: 'ines calder' }, ['Inès Calder']],
    ['no part of a word', { speaker: 'Cald' }, []],
    ['no words that stand apart', { speaker: 'Calder Inès' }, []],
    ['an unnamed description', { speaker: 'officials' }, ['two officials']],
    ['who speaks for a body', { speaker: 'port authority' }, ['Osric Fenn']],
    ['the initials of a body', { speaker: 'PA' }, ['Osric Fenn']],
    ['an outlet', { outlet: 'gazette' }, ['Osric Fenn']],
    ['both', { outlet: 'beacon', speaker: 'Fenn' }, []],
    ['forms', { forms: new Set<AttributionForm>(['mixed']) }, ['Gazette']],
  ])('by %s', (_, selection, expected) => {
    expect(names(selection)).toEqual(expected);
  });

  it('refuses a name without a word', () => {
    expect(() => names({ speaker: '…' })).toThrow(RangeError);
  });
});

describe('an attribution in words', () => {
  const [first, second] = findAttributions(BEACON) as [DocumentAttribution, DocumentAttribution];
  const ada: Speaker = { ...first.speaker!, name: 'Ada Holm', role: null };
  const dan: Speaker = { ...first.speaker!, name: 'Dan Holm', role: 'mayor' };

  it.each([
    ['a person with an office', first, ['Inès Calder (Harbour master)']],
    ['two together', { ...first, speaker: ada, also: [dan] }, ['Ada Holm', 'Dan Holm (mayor)']],
    [
      'nobody resolved',
      { ...second, speaker: null, candidates: [ada, dan] },
      ['“she”, unresolved (may be Ada Holm or Dan Holm)'],
    ],
    ['nobody named', { ...second, speaker: null, source: [] }, ['unresolved']],
  ])('says who: %s', (_, found, expected) => {
    expect(saidBy(found).map(({ name, office }) => (office === '' ? name : `${name} (${office})`))).toEqual(
      expected,
    );
  });

  it('shows the words of the source where they are not the name', () => {
    expect([first, second].map(cueOf)).toEqual(['told Beacon', 'she said']);
  });
});

describe('the page', () => {
  it('reads account by account, with who, the words, how and where', () => {
    const shown = page(ALL);
    expect(shown).toContain('The Beacon, 1 April 2031 · The Beacon.txt\n');
    expect(shown).toContain(
      '    1  Inès Calder (Harbour master)\n       “Nobody asked us,”\n       she said · direct · 85–103\n',
    );
    expect(shown).toContain('told The Beacon · in a statement · indirect');
    expect(shown).toContain('said · through Gazette · direct');
    expect(shown).toContain('a refusal');
    expect(shown).toContain('it holds no text');
  });

  it('shows nothing that a terminal would obey, and keeps to its width', () => {
    for (const width of [40, 80]) {
      const shown = page(ALL, width);
      expect(shown).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
      expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
    }
  });

  it('tells what was asked for', () => {
    const selection = { ...EVERYTHING, speaker: 'Calder' };
    const shown = [...toQuotesPage(selectQuotes(ALL, selection), { selection, all: 6 })].join('');
    expect(shown).toContain('3 of 6 attributions, by “Calder”: 1 direct, 2 indirect\n');
  });
});

describe('the table', () => {
  it('has one attribution a row, with its place', () => {
    const rows = parse(csv(ALL), { columns: true }) as { readonly [column: string]: string }[];
    expect(rows).toHaveLength(6);
    expect(rows[1]).toMatchObject({
      speaker: 'Inès Calder',
      cue: 'said',
      source: 'she',
      line: '1',
      start: '85',
      end: '103',
    });
    for (const { file, words, start, end } of rows.filter((row) => row.file === 'The Beacon.txt'))
      expect(BEACON.slice(Number(start), Number(end)), file).toBe(words);
  });

  it('says that a speaker is unresolved', () => {
    const [document] = ALL.documents;
    const [first] = document!.attributions;
    const open = { ...first!, speaker: null, candidates: [first!.speaker!] };
    const [row] = parse(csv({ ...ALL, documents: [{ ...document!, attributions: [open] }] }), {
      columns: true,
    }) as {
      readonly [column: string]: string;
    }[];
    expect(row).toMatchObject({ speaker: '', kind: 'unresolved', candidates: 'Inès Calder' });
  });

  it('never begins a cell with what a spreadsheet runs, whatever the texts', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '＝', '\r', '\u202e='), fc.string())
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, hostile, (outlet, title) => {
        const document = { ...ALL.documents[0]!.document, outlet, title };
        const written = csv({ ...ALL, documents: [{ ...ALL.documents[0]!, document }] });
        const rows = parse(written) as string[][];
        expect(rows.every((row) => row.length === rows[0]!.length)).toBe(true);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
        expect(written).not.toMatch(/(?![\t\r\n])\p{Cc}|\u202e/u);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('JSON', () => {
  const read = (quotes: Quotes) => JSON.parse([...toQuotesJson(quotes)].join(''));

  it('has documents without their texts, and attributions with their lines', () => {
    const { documents, attributions, messages, generator } = read(ALL);
    expect(generator.tier).toBe('fast');
    expect(documents.map((d: { text?: string; sha256: string }) => [d.text, d.sha256.length])).toEqual([
      [undefined, 64],
      [undefined, 64],
    ]);
    expect(attributions).toHaveLength(6);
    expect(attributions[4]).toMatchObject({ line: 5, attitude: 'declines' });
    expect(messages).toHaveLength(1);
  });

  it('says the same in lines', () => {
    const lines = [...toQuotesJsonLines(ALL)].map((line) => JSON.parse(line));
    expect(lines.map(({ type }) => type)).toEqual([
      'quotes',
      ...Array(2).fill('document'),
      ...Array(6).fill('attribution'),
      'message',
    ]);
  });

  it('can go without what is unpublished, and what was noted of it', () => {
    const written = JSON.stringify(read(withoutUnpublished(ALL)));
    expect(written).toContain('The Beacon');
    expect(written).not.toMatch(/Fenn|The Gazette\.txt/);
  });
});

it('lines are found at any offset', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\n'), { maxLength: 30 }), fc.nat(30), (letters, at) => {
      const text = letters.join('');
      expect(lineFinder(text)(at)).toBe(text.slice(0, at).split('\n').length);
    }),
    { seed: 7 },
  );
});
