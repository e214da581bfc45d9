import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import type { Amendment, Amendments } from '../../src/model/amendments.js';
import type { Document } from '../../src/model/document.js';
import type { Claim, Record } from '../../src/model/record.js';
import { readRecord } from '../../src/pipeline.js';

const ACCOUNTS: { readonly [ref: string]: string } = {
  'ledger.txt':
    'The Saltmarch Ledger\n12 May 2031\n\nThe Coastal Safety Directorate plans to send at least 40 inspectors to six harbours in June, according to an internal memo seen by the Ledger.\n\n“The harbour will stay open on 2 June,” she said.\n\nHarbour master Ines Calder said her office had not been told.',
  'gazette.txt':
    'The Pellmouth Gazette\n13 May 2031\n\nAbout 40 inspectors will descend on seven harbours in June, the Saltmarch Ledger reported.\n\nThe fish market closed on Monday, said Odo Brandt, the mayor.',
  'beacon.txt':
    'The Skarvick Beacon\n14 May 2031\n\nThe fish market shut its doors on Monday, according to the mayor, Odo Brandt.',
};
/** Comes later, and is of an earlier day. */
const EARLIER =
  'The Morvane Chronicle\n11 May 2031\n\nThe Coastal Safety Directorate plans to send at least 40 inspectors to six harbours in June, according to an internal memo seen by the Ledger.';

async function documentsOf(accounts: { readonly [ref: string]: string }): Promise<Document[]> {
  const read = Object.entries(accounts).map(([ref, text]) =>
    ingestBytes(ref, new TextEncoder().encode(text)),
  );
  return (await Promise.all(read)).flatMap(({ documents }) => documents);
}

const record = async (amendments: Amendments, accounts = ACCOUNTS): Promise<Record> =>
  (await readRecord(await documentsOf(accounts), { settings: { tier: 'rules' }, amendments })).record;

const SAID = { note: null, by: 'anna', at: '2031-05-20T09:00:00.000Z' } as const;
const claimWith = ({ claims }: Record, words: string): Claim =>
  claims.find(({ statements }) => statements.some(({ anchor }) => anchor.exact.includes(words)))!;
const refs = ({ statements }: Claim) => statements.map(({ id, anchor: { doc } }) => ({ id, doc }));
const join = (...claims: readonly Claim[]): Amendment => ({
  what: 'join',
  statements: claims.map((claim) => refs(claim)[0]!),
  ...SAID,
});
const ids = ({ claims }: Record): string[][] =>
  claims.map(({ statements }) => statements.map(({ id }) => id).sort()).sort();

let plain: Record;
beforeAll(async () => {
  plain = await record([]);
});

describe('what users say of claims', () => {
  test('joins two, and their origins are counted anew', async () => {
    const [a, b] = [claimWith(plain, 'harbours in June'), claimWith(plain, 'had not been told')];
    const joined = await record([join(a, b)]);
    const claim = claimWith(joined, 'had not been told');
    expect(claim.statements).toHaveLength(a.statements.length + b.statements.length);
    expect(claim.origins.max).toBeGreaterThan(Math.max(a.origins.max, b.origins.max));
    expect(joined.amendments).toEqual([{ ...join(a, b), claims: [claim.id] }]);
    expect(joined.claims).toHaveLength(plain.claims.length - 1);
  });

  test('splits one, and the parts are no longer perhaps the same', async () => {
    const claim = claimWith(plain, 'seven harbours');
    const apart = refs(claim).slice(1);
    const split = await record([{ what: 'split', statements: apart, ...SAID }]);
    const part = split.claims.find(({ statements }) => statements.some(({ id }) => id === apart[0]!.id))!;
    expect(refs(part)).toEqual(apart);
    expect(part.possible).not.toContain(claim.id);
    expect(split.amendments).toMatchObject([{ what: 'split', claims: [part.id] }]);
  });

  test('a later word goes over an earlier one', async () => {
    const claim = claimWith(plain, 'seven harbours');
    const apart: Amendment = { what: 'split', statements: refs(claim).slice(1), ...SAID };
    const again: Amendment = { what: 'join', statements: refs(claim), ...SAID };
    expect(ids(await record([apart, again]))).toEqual(ids(plain));
    expect(ids(await record([again, apart]))).toEqual(ids(await record([apart])));
  });

  test('a mark stays with its claim when an earlier account comes, and tells how much came since', async () => {
    const claim = claimWith(plain, 'six harbours');
    const mark: Amendment = { what: 'mark', mark: 'checked', statements: refs(claim), ...SAID };
    const { amendments, claims } = await record([mark], { ...ACCOUNTS, 'chronicle.txt': EARLIER });
    const [found] = amendments;
    expect(found).toMatchObject({ what: 'mark', mark: 'checked', since: 1 });
    expect(found).not.toMatchObject({ claim: claim.id });
    expect(claims.map(({ id }) => id)).toContain(found?.what === 'mark' ? found.claim : null);
  });

  test('nothing is built on a claim that is set aside, and a mark can be taken back', async () => {
    const claim = claimWith(plain, '2 June');
    const of = (mark: 'off' | null): Amendment => ({ what: 'mark', mark, statements: refs(claim), ...SAID });
    const speaks = ({ timeline, subjects }: Record) => [
      timeline.some((entry) => entry.claim === claim.id),
      subjects.some(({ claims }) => claims.includes(claim.id)),
    ];
    expect(speaks(plain)[0]).toBe(true);
    const off = await record([of('off')]);
    expect(speaks(off)).toEqual([false, false]);
    expect(off.claims).toEqual(plain.claims);
    expect(await record([of('off'), of(null)])).toEqual(plain);
  });

  test('what is not there any more is told, and changes nothing', async () => {
    const gone = [{ id: 'st-0000000000000000', doc: plain.documents[0]!.id }];
    const lost = await record([
      { what: 'mark', mark: 'off', statements: gone, ...SAID },
      { what: 'join', statements: [...gone, ...refs(plain.claims[0]!).slice(0, 1)], ...SAID },
      { what: 'speaker', attribution: 'a-0', doc: gone[0]!.doc, name: 'Bo', kind: 'person', ...SAID },
      { what: 'pin', anchor: { doc: gone[0]!.doc, start: 0, end: 3, exact: 'xyz' }, ...SAID },
    ]);
    expect(lost.messages.map(({ rule }) => rule)).toEqual(Array(3).fill('amendment-lost'));
    expect(lost.claims).toEqual(plain.claims);
  });
});

test('a speaker that a user names is who it rests on', async () => {
  const said = plain.attributions.find(({ content }) =>
    content.some(({ exact }) => /stay open/.test(exact)),
  )!;
  const named = await record([
    { what: 'speaker', attribution: said.id, doc: said.doc, name: 'Ada Vik', kind: 'person', ...SAID },
  ]);
  const claim = claimWith(named, 'stay open');
  const source = named.sources.find(({ name }) => name === 'Ada Vik')!;
  expect(claim.statements[0]!.paths.flat()).toContain(source.id);
  expect(named.attributions.find(({ id }) => id === said.id)!.sourceId).toBe(source.id);
  expect(named.amendments).toMatchObject([{ what: 'speaker', name: 'Ada Vik' }]);
  const nobody = await record([
    { what: 'speaker', attribution: said.id, doc: said.doc, name: null, kind: 'unknown', ...SAID },
  ]);
  expect(nobody.attributions.find(({ id }) => id === said.id)!.sourceId).toBeNull();
});

test('of an account it is shown what was found, and only what no later word goes over', async () => {
  const of = (words: object): Amendment => ({
    what: 'account',
    ref: 'beacon.txt',
    ...words,
    note: null,
    by: 'ben',
    at: null,
  });
  const { amendments, documents } = await record([
    of({ outlet: 'The Packet', published: '2031-05-15' }),
    of({ outlet: 'The Argus' }),
  ]);
  expect(documents.find(({ ref }) => ref === 'beacon.txt')).toMatchObject({
    outlet: 'The Argus',
    published: '2031-05-15',
  });
  expect(amendments).toMatchObject([
    { published: '2031-05-15', was: { published: '2031-05-14' } },
    { outlet: 'The Argus', was: { outlet: 'The Skarvick Beacon' } },
  ]);
  expect(amendments[0]).not.toHaveProperty('outlet');
});

test('whatever is said, each statement is in one claim, and the order of accounts changes nothing', async () => {
  const documents = await documentsOf(ACCOUNTS);
  const all = plain.claims.flatMap(refs);
  const word = fc.record({
    what: fc.constantFrom('join' as const, 'split' as const),
    statements: fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 4 }),
    note: fc.constant(null),
    by: fc.constant('anna'),
    at: fc.constant(null),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 4 }), fc.boolean(), async (amendments, turned) => {
      const read = async (order: readonly Document[]) =>
        (await readRecord(order, { settings: { tier: 'rules' }, amendments })).record;
      const found = await read(documents);
      expect(found.claims.flatMap(({ statements }) => statements.map(({ id }) => id)).sort()).toEqual(
        all.map(({ id }) => id).sort(),
      );
      if (turned) expect(await read([...documents].reverse())).toEqual(found);
    }),
    { numRuns: 25, seed: 20310512 },
  );
});
