import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readExample } from '../../eval/example.js';
import { toExplanation } from '../../src/export/explain.js';
import { findClaim, findNodes } from '../../src/export/look-up.js';
import { toWhatIfPage } from '../../src/export/what-if.js';
import { ingestBytes } from '../../src/ingest/ingest.js';
import type { Claim, Record } from '../../src/model/record.js';
import { count } from '../../src/origins/count.js';
import { mayBeSame } from '../../src/origins/same.js';
import { withoutSource } from '../../src/origins/what-if.js';
import { readRecord } from '../../src/pipeline.js';

async function read(accounts: readonly { outlet: string | null; text: string }[]): Promise<Record> {
  const rows = accounts.map((account, i) =>
    JSON.stringify({ id: `account ${i}`, date: `2031-04-0${i + 1}`, ...account }),
  );
  const { documents } = await ingestBytes('case.jsonl', new TextEncoder().encode(rows.join('\n')));
  return (await readRecord(documents)).record;
}

const MEMO =
  'The transport office plans to close eleven rural stations next spring, according to an internal memo seen by the Courier.';
const CREDIT =
  'Eleven rural stations will be closed next spring by the transport office, the Lisk Courier reported.';
const CALDER =
  'Station master Ines Calder told the Beacon that the transport office plans to close eleven rural stations next spring.';
const STATIONS = [
  { outlet: 'The Lisk Courier', text: MEMO },
  { outlet: 'The Pell Gazette', text: CREDIT },
  { outlet: 'The Ostermoor Beacon', text: CALDER },
];

describe('without a source', () => {
  /** The claim of the first account's words, as `3–4` and its roots by name, with and without what is named. */
  const cases: readonly [
    string,
    readonly { outlet: string; text: string }[],
    string,
    string,
    readonly string[],
  ][] = [
    ['a memo that two rest on', STATIONS, 'the internal memo', '1–1', ['Ines Calder']],
    ['the outlet that saw it', STATIONS, 'Lisk Courier', '1–1', ['Ines Calder']],
    [
      'the account that only passes it on',
      STATIONS,
      'The Pell Gazette',
      '2–2',
      ['internal memo', 'Ines Calder'],
    ],
    ['the other source', STATIONS, 'Ines Calder', '1–1', ['internal memo']],
    ['all there is', STATIONS.slice(0, 2), 'internal memo', '0–0', []],
    [
      'the spokesman behind a wire and its reprints',
      ['Sextant', 'The Pell Gazette'].map((outlet) => ({
        outlet,
        text: 'PELL (Sextant) — The northern quay was closed on Tuesday after cracks were found in three of its piers, harbour master Edda Brandvold told Sextant.',
      })),
      'Edda Brandvold',
      '0–0',
      [],
    ],
    [
      'one of two who spoke apart',
      [
        {
          outlet: 'The Lisk Courier',
          text: 'The quarry at Brask will shut in September, quarry manager Stig Holm told the Courier.',
        },
        {
          outlet: 'The Pell Gazette',
          text: 'The quarry at Brask will shut in September, county engineer Alma Rosk told the Gazette.',
        },
      ],
      'Holm',
      '1–1',
      ['Alma Rosk'],
    ],
  ];

  test('whoever spoke the words of a quotation', async () => {
    const text = '“We will not sell the island to anybody,” Ines Calder told the Courier.';
    const record = await read([{ outlet: 'The Lisk Courier', text }]);
    const quotation = record.claims.find(({ kind }) => kind === 'quotation')!;
    const without = withoutSource(record, findNodes(record, 'Calder'));
    expect(without.claims.find(({ claim }) => claim === quotation.id)?.after.max).toBe(0);
  });

  test('a paper that carries a wire publishes it all the same', async () => {
    const text =
      'PELL (Sextant) — The northern quay was closed on Tuesday, harbour master Edda Brandvold told Sextant.';
    const record = await read(['Sextant', 'The Pell Gazette'].map((outlet) => ({ outlet, text })));
    expect(withoutSource(record, findNodes(record, 'Pell Gazette')).documents).toHaveLength(1);
    expect(withoutSource(record, findNodes(record, 'Sextant')).documents).toHaveLength(2);
  });

  test.each(cases)('%s', async (_, accounts, words, range, names) => {
    const record = await read(accounts);
    const claim = [...record.claims].sort((a, b) => b.statements.length - a.statements.length)[0]!;
    const without = withoutSource(record, findNodes(record, words));
    const { min, max, roots } = without.claims.find((c) => c.claim === claim.id)?.after ?? claim.origins;
    expect(`${min}–${max}`).toBe(range);
    const found = roots.map((id) => record.sources.find((s) => s.id === id)!.name);
    expect(found).toHaveLength(names.length);
    for (const name of names) expect(found).toContainEqual(expect.stringContaining(name));
  });

  test('an unknown id is refused', async () => {
    const record = await read(STATIONS);
    expect(() => withoutSource(record, ['s-0'])).toThrow(RangeError);
    expect(() => findNodes(record, 'the harbour board')).toThrow('no source or account called');
  });
});

describe('over the example', () => {
  let record: Record;
  let nodes: readonly string[];
  beforeAll(async () => {
    ({ record } = await readExample('examples/harbour-inspections'));
    nodes = [...record.sources, ...record.documents].map(({ id }) => id);
  });
  const after = (claim: Claim, ids: readonly string[]) =>
    withoutSource(record, ids).claims.find((c) => c.claim === claim.id)?.after ?? claim.origins;

  test('the record alone gives back every range', () => {
    const sources = new Map(record.sources.map((source) => [source.id, source]));
    for (const { statements, alike, origins } of record.claims) {
      const pairs = new Set(alike.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
      const { min, max, grounds } = count(
        statements.filter(({ stance }) => stance === 'asserts'),
        (id) => sources.get(id) ?? null,
        (a, b) => mayBeSame(a, b, (x, y) => pairs.has(`${x} ${y}`)),
      );
      expect([min, max, grounds.map(({ root }) => root)]).toEqual([origins.min, origins.max, origins.roots]);
    }
  });

  test('more taken away never leaves more', () => {
    const some = fc.uniqueArray(fc.nat(nodes.length - 1), { maxLength: 6 });
    fc.assert(
      fc.property(some, fc.nat(nodes.length - 1), (chosen, one) => {
        const ids = chosen.map((i) => nodes[i]!);
        const [less, more] = [withoutSource(record, ids), withoutSource(record, [...ids, nodes[one]!])];
        const left = new Map(less.claims.map((c) => [c.claim, c.after]));
        const further = new Map(more.claims.map((c) => [c.claim, c.after]));
        for (const { id, origins } of record.claims) {
          const [a, b] = [left.get(id) ?? origins, further.get(id) ?? origins];
          expect(a.min).toBeLessThanOrEqual(origins.min);
          expect(a.max).toBeLessThanOrEqual(origins.max);
          expect(b.min).toBeLessThanOrEqual(a.min);
          expect(b.max).toBeLessThanOrEqual(a.max);
          expect(a.min).toBeLessThanOrEqual(a.max);
        }
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  test('nothing taken away changes nothing, and everything leaves nothing', () => {
    expect(withoutSource(record, []).claims).toEqual([]);
    const all = withoutSource(record, nodes);
    expect(all.documents).toHaveLength(record.documents.length);
    const left = record.claims.filter((claim) => claim.origins.max > 0);
    expect(
      all.claims
        .filter((c) => c.after.max === 0)
        .map((c) => c.claim)
        .sort(),
    ).toEqual(left.map((claim) => claim.id).sort());
  });

  test('the claim of the forty inspectors keeps those who do not have it from the memo', () => {
    const claim = findClaim(record, 'plans to send at least 40 inspectors');
    expect(after(claim, findNodes(record, 'internal memo'))).toMatchObject({ min: 2, max: 2 });
    const page = toWhatIfPage(record, withoutSource(record, findNodes(record, 'internal memo')), {
      width: 2000,
    });
    expect(page).toContain('2–3 → 2–2');
    expect(page).toContain('would change, in the accounts read');
  });

  test('an explanation has every statement, its rule and its end', () => {
    const claim = findClaim(record, 'plans to send at least 40 inspectors');
    const page = toExplanation(record, claim, { width: 2000 });
    for (const { anchor } of claim.statements)
      expect(page).toContain(anchor.exact.slice(0, 60).replace(/\s+/g, ' '));
    for (const words of ['Copied (rule 1)', 'Derived (rule 2)', 'Attributed (rule 3)', 'Own voice (rule 4)'])
      expect(page).toContain(words);
    expect(page).toContain('It asserts nothing (denies)');
    expect(page).toContain(claim.origins.reason);
  });

  test('words that fit several are refused with the ids', () => {
    expect(() => findClaim(record, 'inspectors')).toThrow(/fits \d+: .*\(c-/);
    expect(findClaim(record, record.claims[3]!.id)).toBe(record.claims[3]);
    expect(findNodes(record, record.documents[2]!.ref)).toEqual([record.documents[2]!.id]);
  });
});
