import { describe, expect, it } from 'vitest';
import { toClaimsPage } from '../../src/export/claims/terminal.js';
import { toHtml } from '../../src/export/html.js';
import { toMarkdown } from '../../src/export/markdown.js';
import { findSilence, silenceLabel } from '../../src/export/silence.js';
import { toTerminal } from '../../src/export/terminal.js';
import type { Claim, Family, Record } from '../../src/model/record.js';
import { fixture } from './fixture.js';

interface Told {
  /** Accounts and when they were published; the letters are their ids, in the record's order. */
  readonly accounts: { readonly [doc: string]: string | null };
  /** Families: "a=b" where a copies b's text, "a~b" where it rewrites it; the first is the origin. */
  readonly texts?: readonly string[];
  /** One claim: the accounts that assert it, those that deny it, and those with a claim that may be the same. */
  readonly asserts: string;
  readonly denies?: string;
  readonly perhaps?: string;
  readonly headline?: boolean;
}

const family = (text: string): Family => {
  const [origin = '', ...heirs] = text.split(/[=~]/);
  const role = text.includes('~') ? 'rewrite' : 'copy';
  return {
    id: `f-${text}`,
    origin,
    members: [...heirs.map((doc) => ({ doc, role }) as const), { doc: origin, role: 'origin' as const }].sort(
      (a, b) => (a.doc < b.doc ? -1 : 1),
    ),
  };
};

function recordOf({ accounts, texts = [], asserts, denies = '', perhaps = '', headline }: Told): Record {
  const base = fixture();
  const [like] = base.claims as [Claim];
  const claim = (id: string, carrying: string, denying: string, possible: readonly string[]): Claim => ({
    ...like,
    id,
    drift: [],
    conflicts: [],
    possible,
    statements: [...carrying, ...denying].map((doc) => ({
      ...like.statements[0]!,
      id: `${id}-${doc}`,
      stance: carrying.includes(doc) ? ('asserts' as const) : ('denies' as const),
      anchor: { doc, start: 0, end: 4, exact: 'Text' },
    })),
  });
  const documents = Object.entries(accounts).map(([id, published]) => ({
    ...base.documents[0]!,
    id,
    ref: `${id}.txt`,
    published,
    text: 'Text',
    blocks: [{ start: 0, end: 4, role: headline ? ('headline' as const) : ('body' as const) }],
  }));
  return {
    ...base,
    documents,
    stories: [{ id: 'ferry', title: 'Ferry', documents: documents.map(({ id }) => id) }],
    lineage: { ...base.lineage, families: texts.map(family) },
    claims: [
      claim('c', asserts, denies, []),
      ...(perhaps === '' ? [] : [claim('other', perhaps, '', ['c'])]),
    ],
  };
}

const on = (days: string): Told['accounts'] =>
  Object.fromEntries([...days].map((doc, i) => [doc, `2031-02-0${i + 1}`]));

/** Of the claim "c": "only a+b", "all but d (earlier)", with "?" where a claim may be the same; else "". */
function told(what: Told): string {
  const { onlyOne, allButOne } = findSilence(recordOf(what));
  const only = onlyOne.find(({ claim }) => claim.id === 'c');
  const but = allButOne.find(({ claim }) => claim.id === 'c');
  const perhaps = (ids: readonly string[]): string => (ids.length > 0 ? '?' : '');
  if (only) {
    const lacking = only.telling.filter((doc) => !only.documents.includes(doc));
    return `only ${only.telling.join('+')}${lacking.length > 0 ? ` without ${lacking.join('+')}` : ''}${perhaps(only.perhaps)}`;
  }
  return but
    ? `all but ${but.telling.join('+')}${but.earlier ? ' (earlier)' : ''}${perhaps(but.perhaps)}`
    : '';
}

describe('what one account alone has, and what all but one have', () => {
  it.each<readonly [string, Told, string]>([
    ['one of three', { accounts: on('abc'), asserts: 'b' }, 'only b'],
    ['two of three', { accounts: on('abc'), asserts: 'ab' }, 'all but c'],
    ['all of three', { accounts: on('abc'), asserts: 'abc' }, ''],
    ['two of four', { accounts: on('abcd'), asserts: 'ab' }, ''],
    ['one of two: each is all but the other', { accounts: on('ab'), asserts: 'a' }, ''],
    ['nobody asserts it', { accounts: on('abc'), asserts: '', denies: 'a' }, ''],
    ['headlines alone', { accounts: on('abc'), asserts: 'ab', headline: true }, ''],
    ['a denial is no silence', { accounts: on('abc'), asserts: 'ab', denies: 'c' }, ''],
    ['what others deny is not one account’s alone', { accounts: on('abc'), asserts: 'a', denies: 'b' }, ''],
    ['who asserts and denies it', { accounts: on('abc'), asserts: 'a', denies: 'a' }, 'only a'],
    [
      'copies have what their original has',
      { accounts: on('abcd'), texts: ['c=a'], asserts: 'ca' },
      'only c+a',
    ],
    [
      'a copy that was cut is not silent',
      { accounts: on('abcd'), texts: ['c=a'], asserts: 'c' },
      'only c+a without a',
    ],
    [
      'copies are silent as one',
      { accounts: on('abcd'), texts: ['a=b'], asserts: 'cd' },
      'all but a+b (earlier)',
    ],
    ['a text and one more are two', { accounts: on('abc'), texts: ['a=b'], asserts: 'c' }, ''],
    ['a rewrite stands for itself', { accounts: on('abc'), texts: ['a~b'], asserts: 'ac' }, 'all but b'],
    ['published before all that have it', { accounts: on('abc'), asserts: 'bc' }, 'all but a (earlier)'],
    [
      'published on the same day',
      { accounts: { a: '2031-02-01', b: '2031-02-01T09:00', c: '2031-02-02' }, asserts: 'bc' },
      'all but a',
    ],
    [
      'of a month that may end after',
      { accounts: { a: '2031-02', b: '2031-02-03', c: '2031-02-04' }, asserts: 'bc' },
      'all but a',
    ],
    [
      'beside one of no date',
      { accounts: { a: '2031-02-01', b: '2031-02-03', c: null }, asserts: 'bc' },
      'all but a',
    ],
    ['of no date', { accounts: { a: '2031-02-03', b: '2031-02-04', c: null }, asserts: 'ab' }, 'all but c'],
    ['perhaps told elsewhere in other words', { accounts: on('abc'), asserts: 'a', perhaps: 'b' }, 'only a?'],
    ['perhaps told twice by the same', { accounts: on('abc'), asserts: 'a', perhaps: 'a' }, 'only a'],
    ['perhaps told by the silent one', { accounts: on('abc'), asserts: 'ab', perhaps: 'c' }, 'all but c?'],
    ['perhaps told again by the others', { accounts: on('abc'), asserts: 'ab', perhaps: 'b' }, 'all but c'],
  ])('%s', (_, what, expected) => {
    expect(told(what)).toBe(expected);
  });

  it('counts who stands on the other side of a conflict as no silence', () => {
    // The courier has the claim's other figure.
    expect(findSilence(fixture()).allButOne).toEqual([]);
  });
});

describe('one tally, wherever it is told', () => {
  const record = recordOf({ accounts: on('abc'), asserts: 'b', perhaps: 'c' });
  const tally = silenceLabel(record, findSilence(record));

  it('counts all that was found, and what may not be so', () => {
    expect(tally).toBe(
      '2 of 2 claims in one account alone, 0 in all accounts of their story but one (copies of one text count as one); 2 of these may be told there in other words, or were not known yet',
    );
  });

  const flat = (text: string): string => text.replace(/\s+/g, ' ');
  const sure = recordOf({ accounts: on('abc'), asserts: 'b' });
  const label = silenceLabel(sure, findSilence(sure));
  it.each<readonly [string, string]>([
    ['terminal', flat(toTerminal(sure, { width: 1000 }))],
    ['claims', flat([...toClaimsPage(sure, { only: 'silence' }, { width: 1000 })].join(''))],
    ['memo', toMarkdown(sure).replace(/\\/g, '')],
    ['page', toHtml(sure)],
  ])('%s', (_, text) => {
    expect(text.toLowerCase()).toContain(label.toLowerCase());
  });
});
