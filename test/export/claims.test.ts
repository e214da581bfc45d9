import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { toClaimsCsv } from '../../src/export/claims/csv.js';
import { toClaimsJson } from '../../src/export/claims/json.js';
import {
  CLAIMS_ONLY,
  CLAIMS_SORTS,
  type ClaimsOnly,
  type ClaimsSort,
  selectClaims,
} from '../../src/export/claims/selection.js';
import { toClaimsPage } from '../../src/export/claims/terminal.js';
import { columns } from '../../src/export/columns.js';
import { findSilence } from '../../src/export/silence.js';
import * as stemma from '../../src/index.js';
import type { Claim, Record } from '../../src/model/record.js';
import { fixture, manyAccounts } from './fixture.js';

const record = fixture();
const [shared, lone] = record.claims as [Claim, Claim];

const joined = (pieces: Iterable<string>): string => [...pieces].join('');
const page = (only: ClaimsOnly | null, of: Record = record, width = 110): string =>
  joined(toClaimsPage(of, { only }, { width }));
const flat = (text: string): string => text.replace(/[│\s]+/g, ' ');
const rows = (
  only: ClaimsOnly | null,
  of: Record = record,
): readonly { readonly [column: string]: string }[] =>
  parse(joined(toClaimsCsv(of, { only })), { columns: true });

describe('selectClaims', () => {
  const like = (id: string, max: number, accounts: number, doc: string, start: number): Claim => ({
    ...lone,
    id,
    origins: { ...lone.origins, min: Math.min(1, max), max },
    statements: [doc, ...Object.keys({ herald: 0, gazette: 0, courier: 0 }).slice(0, accounts - 1)].map(
      (of) => ({ ...lone.statements[0]!, anchor: { ...lone.statements[0]!.anchor, doc: of, start } }),
    ),
  });
  const several: Record = {
    ...record,
    claims: [
      like('late', 2, 1, 'courier', 0),
      like('end', 1, 1, 'beacon', 90),
      like('many', 3, 3, 'beacon', 40),
      like('two', 1, 2, 'gazette', 0),
      like('open', 0, 1, 'beacon', 20),
    ],
  };
  it.each<readonly [ClaimsOnly | null, ClaimsSort, string]>([
    [null, 'accounts', 'many two late end open'],
    [null, 'origins', 'open two end late many'],
    [null, 'date', 'many end open two late'],
    [null, 'document', 'open many end late two'],
    ['single-origin', 'accounts', 'two end'],
    // Those of several accounts first in any order.
    ['single-origin', 'date', 'two end'],
    ['conflicts', 'accounts', ''],
  ])('only %s, by %s', (only, sort, ids) => {
    expect(
      selectClaims(several, { only, sort })
        .map(({ id }) => id)
        .join(' '),
    ).toBe(ids);
  });
  it('gives all of them, the most carried first, where nothing is asked', () => {
    expect(selectClaims(record)).toEqual([shared, lone]);
  });
});

describe('the page', () => {
  it.each<readonly [ClaimsOnly | null, readonly string[]]>([
    [
      null,
      [
        '2 claims, 1 of them in more than one account; the most carried first',
        'at least 12 sailings, says a timetable seen by The Beacon 1–1',
        'all rest on a timetable seen by The Beacon',
        'c-1 · earliest in The Beacon, 1 February 2031 · 1 change · 1 conflict',
        'no source given',
        'c-2 · in courier.txt',
      ],
    ],
    [
      'conflicts',
      [
        '1 conflict in 1 of 2 claims',
        '“12” against “20” (sailings), in: The ferry company plans to cut at least 12 sailings, says a timetable',
        'Origins 1–1. The timetable.',
        'No source given. One account: no source given.',
        'The Beacon, 1 February 2031, beacon.txt:1: “The',
        'hedged: “at least”',
        'courier.txt:1',
      ],
    ],
    ['single-origin', ['In more than one account (1)', 'In one account (1)']],
    [
      'drift',
      [
        '1 change on the way, in 1 of 2 claims',
        'hedge: “at least” became “about”',
        'from The Beacon, 1 February 2031, beacon.txt:1',
        'to The Herald, 2 February 2031, herald.txt:1: “About”',
      ],
    ],
    [
      'silence',
      ['1 of 2 claims in one account alone', 'Only courier.txt has this (1)', '20 sailings, no source given'],
    ],
  ])('of %s tells', (only, words) => {
    for (const some of words) expect(flat(page(only))).toContain(some);
  });

  it('sets the sides of a conflict beside each other where there is room', () => {
    expect(page('conflicts')).toMatch(/Origins 1–1\..* │ No source given\./);
    expect(page('conflicts', record, 60)).toMatch(/\n\s*against\n/);
  });

  it('says in words where nothing is found', () => {
    const bare = { ...record, claims: [{ ...lone, origins: { ...lone.origins, max: 2 } }], stories: [] };
    for (const only of CLAIMS_ONLY) expect(flat(page(only, bare))).toContain('Without --only all 1 claim');
    expect(page(null, { ...record, claims: [] })).toContain('The record holds no claims.');
  });

  const ALL = [null, ...CLAIMS_ONLY];
  it.each(ALL)('of %s keeps to its columns', (only) => {
    for (const width of [40, 60, 80, 110])
      for (const line of page(only, record, width).split('\n'))
        expect(columns(line), line).toBeLessThanOrEqual(width);
  });
  it.each(ALL)('of %s moves no cursor', (only) => {
    const esc = '\u001b';
    const hostile = `${esc}]0;title\u0007${esc}[2J\u009b31m left \u202e thgir`;
    expect(page(only, fixture({ hostile }))).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]/u);
  });
  it('is written for many accounts at once', () => {
    for (const only of ALL) expect(page(only, manyAccounts(300)).length).toBeGreaterThan(0);
  });
});

describe('CSV', () => {
  it('has a claim a row, with its source, hedge, range and reason', () => {
    expect(rows(null)).toEqual([
      expect.objectContaining({
        claim: shared.title,
        min: '1',
        max: '1',
        accounts: '3',
        where: 'The Beacon, 1 February 2031; The Gazette, 2 February 2031; The Herald, 2 February 2031',
        origins: 'a timetable seen by The Beacon',
        hedges: '“at least”',
        changes: '1',
        conflicts: '1',
        file: 'beacon.txt',
        line: '1',
        id: 'c-1',
      }),
      expect.objectContaining({ id: 'c-2', reason: 'One account: no source given.' }),
    ]);
  });
  it('has a side of a conflict a row', () => {
    expect(rows('conflicts')).toEqual([
      expect.objectContaining({ conflict: '1', side: '1', side_behind: 'a timetable seen by The Beacon' }),
      expect.objectContaining({ conflict: '1', side: '2', side_accounts: 'courier.txt', side_max: '1' }),
    ]);
  });
  it('has a change a row, with both ends', () => {
    expect(rows('drift')).toEqual([
      expect.objectContaining({
        change: 'hedge',
        from: 'at least',
        from_file: 'beacon.txt',
        to: 'About',
        to_account: 'The Herald, 2 February 2031',
        id: 'c-1',
      }),
    ]);
  });
  it('says whose silence it is', () => {
    expect(rows('silence')).toEqual([
      expect.objectContaining({ part: 'only', account: 'courier.txt', earlier: '', id: 'c-2' }),
    ]);
  });
  it.each(['=1+1', '+1', '@SUM(A1)', '\t=1', '-2+3'])('runs no formula: %j', (words) => {
    const claims = [{ ...shared, title: words, drift: [{ ...shared.drift[0]!, note: words }] }];
    for (const only of [null, 'drift'] as const)
      for (const row of rows(only, { ...record, claims }))
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+@]|^-2/);
  });
});

describe('JSON', () => {
  it.each<readonly [ClaimsOnly | null, object]>([
    [null, { version: 1, only: null, sort: 'accounts', claims: [shared, lone] }],
    ['drift', { only: 'drift', claims: [shared] }],
    [
      'silence',
      {
        claims: [lone],
        allButOne: [],
        onlyOne: [{ claim: 'c-2', telling: ['courier'], documents: ['courier'], perhaps: [] }],
      },
    ],
  ])('of %s', (only, expected) => {
    const found = JSON.parse(joined(toClaimsJson(record, { only })));
    expect(found).toMatchObject(expected);
    expect(found.documents[0]).not.toHaveProperty('text');
  });
  it('names the sources that the claims rest on', () => {
    const { sources } = JSON.parse(joined(toClaimsJson(record)));
    expect(sources.map(({ id }: { id: string }) => id)).toEqual(['timetable']);
  });
});

describe('unpublished accounts', () => {
  const held = fixture({ unpublished: 'courier' });
  it.each([toClaimsCsv, toClaimsJson])('leave only where that is meant: %o', (write) => {
    expect(() => joined(write(held))).toThrow(RangeError);
    expect(joined(write(held, {}, { includeUnpublished: true }))).toContain('courier.txt');
  });
  it('are on the page', () => {
    expect(page(null, held)).toContain('courier.txt');
  });
});

it('every order is told', () => {
  for (const sort of CLAIMS_SORTS)
    expect(joined(toClaimsPage(record, { sort }))).toMatch(/first|file after file/);
});

it('the library has the same', () => {
  expect(stemma).toMatchObject({ selectClaims, findSilence, toClaimsCsv });
});
