import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import type { Claim, Record } from '../../src/model/record.js';
import { readRecord } from '../../src/pipeline.js';
import { CASES } from './cases.js';

type Row = {
  readonly id: string;
  readonly outlet: string | null;
  readonly date: string | null;
  text: string;
};

async function read(rows: readonly Row[]): Promise<Record> {
  const bytes = new TextEncoder().encode(rows.map((row) => JSON.stringify(row)).join('\n'));
  return (await readRecord((await ingestBytes('case.jsonl', bytes)).documents)).record;
}

/** The claim of each statement, by the account and the place of its words. */
function claims({ claims, documents }: Record): Map<string, Claim> {
  const refs = new Map(documents.map(({ id, ref }) => [id, ref]));
  return new Map(
    claims.flatMap((claim) =>
      claim.statements.map(
        ({ anchor, focus }) =>
          [`${refs.get(anchor.doc)} ${focus.map(({ start }) => start).join()}`, claim] as const,
      ),
    ),
  );
}

/** Fewer words outside quotations show a common speaker, and no common text. */
const SHARED_WORDS = 12;
const ownWords = (text: string): number =>
  text.replace(/[“"][^”"]*[”"]/g, '').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const nextDay = (date: string): string =>
  new Date(Date.parse(date.slice(0, 10)) + 86_400_000).toISOString().slice(0, 10);

const copies = fc.integer({ min: 0, max: CASES.length - 1 }).chain((at) =>
  fc.record({
    given: fc.constant(CASES[at]!),
    of: fc.integer({ min: 0, max: CASES[at]!.accounts.length - 1 }),
    outlet: fc.constantFrom('The Copying Gazette', null),
    day: fc.constantFrom<'same' | 'next' | 'none'>('same', 'next', 'none'),
  }),
);

test('a copy raises no minimum, and taking one away changes no count', async () => {
  await fc.assert(
    fc.asyncProperty(copies, async ({ given, of, outlet, day }) => {
      const rows = given.accounts.map((account, at): Row => ({ id: `account ${at}`, ...account }));
      const original = rows[of]!;
      const date =
        day === 'none' || original.date === null
          ? null
          : day === 'same'
            ? original.date
            : nextDay(original.date);
      const alone = claims(await read(rows));
      const together = claims(await read([...rows, { ...original, id: 'copy', outlet, date }]));
      for (const [statement, { origins }] of alone) {
        const found = together.get(statement)!.origins;
        expect(found.min, `${given.name}: ${found.reason}`).toBeLessThanOrEqual(origins.min);
        if (ownWords(original.text) < SHARED_WORDS) continue;
        expect([found.min, found.max], `${given.name}: ${found.reason}`).toEqual([origins.min, origins.max]);
      }
    }),
    { seed: 7, numRuns: 100 },
  );
}, 60_000);
