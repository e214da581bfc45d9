import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ingestBytes } from '../src/ingest/ingest.js';
import type { Analysis } from '../src/model/analysis.js';
import type { Document } from '../src/model/document.js';
import { Record } from '../src/model/record.js';
import { readRecord } from '../src/pipeline.js';

const FOLDER = 'examples/harbour-inspections/accounts';
const SEED = 20310512;

let documents: readonly Document[] = [];
let whole = '';
let record: Record;
let analyses: Analysis[] = [];

beforeAll(async () => {
  const files = readdirSync(FOLDER).filter((name) => !name.endsWith('.csv'));
  const read = await Promise.all(files.map((name) => ingestBytes(name, readFileSync(join(FOLDER, name)))));
  documents = read.flatMap((file) => file.documents);
  ({ record, analyses } = await readRecord(documents));
  whole = JSON.stringify(record);
});

describe('the record of the example', () => {
  test('is valid against its own definition', () => {
    expect(Record.safeParse(record).error).toBeUndefined();
  });

  test('holds every anchor: the text there is the exact string', () => {
    const texts = new Map(record.documents.map((d) => [d.id, d.text]));
    let anchors = 0;
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) {
        value.forEach(visit);
        return;
      }
      if (value === null || typeof value !== 'object') return;
      const { doc, start, end, exact } = value as {
        doc?: string;
        start?: number;
        end?: number;
        exact?: string;
      };
      if (typeof doc === 'string' && typeof exact === 'string') {
        anchors += 1;
        expect(texts.get(doc)!.slice(start, end)).toBe(exact);
      }
      Object.values(value).forEach(visit);
    };
    visit(record);
    expect(anchors).toBeGreaterThan(1000);
  });

  test('refers only to what is in it', () => {
    const documentIds = new Set(record.documents.map((d) => d.id));
    const nodes = new Set([...documentIds, ...record.sources.map((s) => s.id)]);
    const claims = new Set(record.claims.map((c) => c.id));
    const attributions = new Set(record.attributions.map((a) => a.id));
    for (const claim of record.claims) {
      for (const id of [
        ...claim.origins.roots,
        ...claim.statements.flatMap((s) => [...s.roots, ...s.paths.flat()]),
      ])
        expect(nodes).toContain(id);
      for (const id of claim.possible) expect(claims).toContain(id);
      for (const s of claim.statements)
        if (s.attribution !== null) expect(attributions).toContain(s.attribution);
      expect(claim.origins.min).toBeLessThanOrEqual(claim.origins.max);
    }
    for (const edge of record.lineage.edges)
      for (const id of [edge.from, edge.to]) expect(nodes).toContain(id);
    const storied = record.stories.flatMap((s) => s.documents);
    expect([...storied].sort()).toEqual([...documentIds].sort());
    const members = record.lineage.families.flatMap((f) => f.members.map((m) => m.doc));
    expect(new Set(members).size).toBe(members.length);
  });

  test('gives an unnamed source no candidates and no outlet of another', () => {
    const unnamed = record.sources.filter((s) => s.kind === 'people' && !s.named);
    expect(unnamed.length).toBeGreaterThan(0);
    for (const source of unnamed)
      expect(new Set(source.mentions.map((m) => m.doc)).size).toBeLessThanOrEqual(1);
  });
});

/** Reads all accounts three times in the accurate tier: a guard against hanging, generous on a machine that is busy. */
const THRICE = 300_000;

describe('the same record, byte for byte', () => {
  test('for any order of the documents', async () => {
    const shuffled = fc.shuffledSubarray([...documents], {
      minLength: documents.length,
      maxLength: documents.length,
    });
    await fc.assert(
      fc.asyncProperty(shuffled, async (order) => {
        const { record: again } = await readRecord(order, { analyses });
        expect(JSON.stringify(again) === whole).toBe(true);
      }),
      { seed: SEED, numRuns: 6 },
    );
  });

  test('by adding documents one by one, with the earlier analyses handed in', async () => {
    let earlier: readonly Analysis[] = [];
    let last = '';
    for (let n = 1; n <= documents.length; n++) {
      const step = await readRecord(documents.slice(0, n), { analyses: earlier });
      earlier = step.analyses;
      last = n === documents.length ? JSON.stringify(step.record) : '';
    }
    expect(last === whole).toBe(true);
  });

  test('through analyses that went through JSON', async () => {
    const { record: again } = await readRecord(documents, {
      analyses: JSON.parse(JSON.stringify(analyses)) as Analysis[],
    });
    expect(JSON.stringify(again) === whole).toBe(true);
  });

  test(
    'for any number of workers',
    async () => {
      expect(existsSync('dist/workers/worker.js')).toBe(true);
      const { poolRunner } = (await import(
        join(process.cwd(), 'dist/workers/pool.js')
      )) as typeof import('../src/workers/pool.js');
      for (const workers of [1, 2, 3]) {
        const runner = poolRunner(workers);
        try {
          const { record: again } = await readRecord(documents, { runner });
          expect(JSON.stringify(again) === whole).toBe(true);
        } finally {
          await runner.close();
        }
      }
    },
    THRICE,
  );
});

describe('copies', () => {
  test('an exact copy at another outlet raises no minimum and changes no other claim', async () => {
    const minimum = (r: Record): Map<string, number> =>
      new Map(r.claims.flatMap((c) => c.statements.map((s) => [s.id, c.origins.min] as const)));
    const before = minimum(record);
    for (const original of [documents[0]!, documents[5]!, documents[9]!]) {
      const copy: Document = {
        ...original,
        id: `${original.id}-copy`,
        ref: `copy of ${original.ref}`,
        outlet: 'The Copying Gazette',
        url: null,
      };
      const { record: with_ } = await readRecord([...documents, copy], { analyses });
      const after = minimum(with_);
      const raised = [...before].filter(([id, min]) => (after.get(id) ?? min) > min);
      expect(raised).toEqual([]);
    }
  });
});

describe('whatever the text', () => {
  const rows = async (texts: readonly string[]): Promise<readonly Document[]> => {
    const bytes = new TextEncoder().encode(
      texts.map((text, id) => JSON.stringify({ id: `r${id}`, text, outlet: `O${id % 3}` })).join('\n'),
    );
    return (await ingestBytes('rows.jsonl', bytes)).documents;
  };
  const quoted = fc.stringMatching(
    /^(?:["“”'‘’([,.;:—–\-\n ]|Mr\.|said|told the|according to|Courier|Times|N\.J\.|at least|500|Dec\. 31|Ana Brod|he|they|a|b){0,60}$/,
  );

  test('nothing throws, every anchor holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 300 }),
            fc.string({ unit: 'grapheme', maxLength: 200 }),
            quoted,
          ),
          { minLength: 1, maxLength: 4 },
        ),
        async (texts) => {
          const { record: read } = await readRecord(await rows(texts));
          expect(Record.safeParse(read).error).toBeUndefined();
        },
      ),
      { seed: SEED, numRuns: 60 },
    );
  });
});
