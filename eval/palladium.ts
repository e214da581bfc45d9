/** The founding case: what the record of five real accounts of one operation must show. Needs the folder of cases. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ingestPaths } from '../src/ingest/paths.js';
import type { Claim, Record } from '../src/model/record.js';
import { readRecord } from '../src/pipeline.js';
import type { Result } from './result.js';

const SET = 'operation-palladium';

/** A yes or no for each thing that issue "Record" asks the record of the case to show, found by kind, not by words. */
export function checkPalladium(record: Record): { readonly asks: string; readonly holds: boolean }[] {
  const sources = new Map(record.sources.map((s) => [s.id, s]));
  const accounts = (claim: Claim): number => new Set(claim.statements.map((s) => s.anchor.doc)).size;
  const sizes = record.stories.map((s) => s.documents.length).sort((a, b) => b - a);
  const september = record.documents.find((d) => d.published?.startsWith('2020-09'));
  const fiveHundred = (claim: Claim): boolean =>
    claim.statements.some((s) =>
      record.figures.some(
        (f) =>
          f.value === 500 &&
          s.focus.some((a) => a.doc === f.anchor.doc && a.start <= f.anchor.start && f.anchor.end <= a.end),
      ),
    );
  const request = record.claims.filter(fiveHundred).sort((a, b) => accounts(b) - accounts(a))[0];
  const family = record.lineage.families.find((f) => f.members.length === 2);
  const between = record.lineage.edges.find((e) =>
    family?.members.every((m) => m.doc === e.from || m.doc === e.to),
  );
  const speakers = new Set(
    record.attributions.flatMap((a) =>
      a.form === 'direct' && a.sourceId !== null ? [sources.get(a.sourceId)?.name ?? ''] : [],
    ),
  );
  const named = (surname: string): boolean =>
    [...speakers].some((name) => name.split(' ').length > 1 && name.includes(surname));
  const towns = new Set(record.places.filter((p) => p.country === 'US').map((p) => p.name.split(',')[0]));
  return [
    {
      asks: 'four accounts in one story, the fifth apart',
      holds:
        sizes.join() === '4,1' &&
        record.stories.some((s) => s.documents.length === 1 && s.documents[0] === september?.id),
    },
    {
      asks: 'the request for 500 agents comes to four accounts',
      holds: request !== undefined && accounts(request) === 4,
    },
    {
      asks: 'from one e-mail seen by one newspaper, 1–1',
      holds:
        request?.origins.min === 1 &&
        request.origins.max === 1 &&
        request.origins.roots.every(
          (id) => sources.get(id)?.kind === 'document' && sources.get(id)?.seenBy.length === 1,
        ),
    },
    { asks: 'its bound drifts', holds: request?.drift.some((d) => d.kind === 'hedge') ?? false },
    { asks: 'from requested to done', holds: request?.drift.some((d) => d.kind === 'modality') ?? false },
    {
      asks: 'two accounts are one newspaper’s copy, direction undetermined',
      holds: between?.direction === 'undetermined',
    },
    ...['Lucero', 'Wolf', 'Cohen', 'Lightfoot', 'Shah', 'Alvarez', 'Woltornist', 'Albence', 'Morgan'].map(
      (surname) => ({
        asks: `quotes ${surname} by full name`,
        holds:
          named(surname) ||
          record.attributions.some(
            (a) => a.form === 'mixed' && (sources.get(a.sourceId ?? '')?.name ?? '').includes(surname),
          ),
      }),
    ),
    {
      asks: 'the cities',
      holds: [
        'Boston',
        'New York',
        'Detroit',
        'Chicago',
        'San Francisco',
        'Los Angeles',
        'Atlanta',
        'New Orleans',
        'Newark',
      ].every((town) => [...towns].some((t) => t?.startsWith(town))),
    },
    {
      asks: 'a city is missing from one list',
      holds: record.claims.some(
        (c) => c.kind === 'list' && c.drift.some((d) => d.kind === 'list' && d.to === null),
      ),
    },
    {
      asks: 'ten said and nine named',
      holds: record.claims.some((c) =>
        c.drift.some((d) => d.kind === 'list' && d.note.startsWith('10 said, 9 named')),
      ),
    },
    {
      asks: 'the words of an official’s bosses become the e-mail’s',
      holds: record.claims.some(
        (c) =>
          c.statements.some((s) => /flood the streets/.test(s.anchor.exact)) &&
          c.drift.some((d) => d.kind === 'attribution' && /official/.test(d.from.exact) && d.to !== null),
      ),
    },
    {
      asks: '“just a handful” stands as a denial',
      holds: record.claims.some((c) =>
        c.statements.some((s) => s.stance === 'denies' && /handful/.test(s.anchor.exact)),
      ),
    },
  ];
}

export async function evaluatePalladium(shared: string): Promise<Result[]> {
  const folder = join(shared, '..', 'cases', 'operation-palladium');
  if (!existsSync(folder))
    return [
      {
        set: SET,
        metric: 'what the record shows',
        ours: null,
        published: '–',
        note: `${folder} is not here`,
      },
    ];
  const { documents, messages } = await ingestPaths([folder]);
  const { record } = await readRecord(documents, { messages });
  const checks = checkPalladium(record);
  const missing = checks.filter((c) => !c.holds).map((c) => c.asks);
  return [
    {
      set: SET,
      metric: 'what the record shows',
      ours: (checks.length - missing.length) / checks.length,
      published: '–',
      note: missing.length > 0 ? `missing: ${missing.join('; ')}` : 'all',
    },
  ];
}
