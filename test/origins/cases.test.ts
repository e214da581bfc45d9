import { expect, test } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import type { Claim, Record } from '../../src/model/record.js';
import { readRecord } from '../../src/pipeline.js';
import { CASES, type Case } from './cases.js';

async function read({ accounts }: Case): Promise<Record> {
  const rows = accounts.map(({ outlet, date, text }, index) =>
    JSON.stringify({ id: `account ${index}`, outlet, date, text }),
  );
  const { documents } = await ingestBytes('case.jsonl', new TextEncoder().encode(rows.join('\n')));
  return (await readRecord(documents)).record;
}

function claimOf(record: Record, { claim }: Case): Claim | null {
  const document = record.documents.find((d) => d.ref.endsWith(`account ${claim.account}`))!;
  const at = document.text.indexOf(claim.says);
  if (at < 0) throw new Error(`“${claim.says}” is not in account ${claim.account}`);
  const end = at + claim.says.length;
  // Of several statements of the sentence, the one that has most of the words.
  const shared = (c: Claim): number =>
    Math.max(
      0,
      ...c.statements
        .filter((s) => s.anchor.doc === document.id)
        .map((s) =>
          s.focus.reduce((n, f) => n + Math.max(0, Math.min(f.end, end) - Math.max(f.start, at)), 0),
        ),
    );
  return [...record.claims].sort((a, b) => shared(b) - shared(a)).find((c) => shared(c) > 0) ?? null;
}

const bare = (name: string): string => name.toLowerCase().replace(/^(?:the|an?|its|their)\s+/, '');

async function judge(given: Case): Promise<void> {
  const record = await read(given);
  const claim = claimOf(record, given);
  expect(claim, 'the claim').not.toBeNull();
  const { min, max, roots, reason } = claim!.origins;
  const names = roots.map(
    (id) => record.sources.find((s) => s.id === id)?.name ?? record.documents.find((d) => d.id === id)!.ref,
  );
  expect(`${min}–${max}`, reason).toBe(`${given.min}–${given.max}`);
  const left = [...names].map(bare);
  for (const wanted of given.roots.map(bare)) {
    const at = left.findIndex((name) => name.includes(wanted));
    expect(at, `“${wanted}” among ${names.join(' · ')}`).toBeGreaterThanOrEqual(0);
    left.splice(at, 1);
  }
  expect(left).toEqual([]);
}

test.each(CASES.filter(({ gap }) => gap === undefined))('$name: $min–$max', judge);
test.fails.each(CASES.filter(({ gap }) => gap !== undefined))('$name: $gap', judge);
