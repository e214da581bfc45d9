import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { findPassages } from '../../src/reuse/passages.js';
import { commandOn } from './command.js';

const { run, path } = commandOn({ one: 'One.\n', two: 'Two.\n' });
const reuse = (...args: readonly string[]) => run(['reuse', ...args]);

const own = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`).join(' ');
const WIRE =
  'the harbour office said it would open three more berths before winter and call every ferry back';
const NOTICE = 'Write to our newsroom or sign up for the weekly letter, free of charge, on our page';
const rows = [
  { id: 'a', outlet: 'Courier', text: `${own('a', 30)}. “${WIRE}”, it said.\n${NOTICE}` },
  { id: 'b', outlet: 'Gazette', text: `Ünd 😀 so: ${WIRE.replace('ferry', 'boat')}` },
  { id: 'c', outlet: 'Courier', text: `${own('c', 40)}\n${NOTICE}` },
  { id: 'd', outlet: 'Courier', text: `${own('d', 40)}\n${NOTICE}` },
];
const jsonl = (list: readonly object[]) => list.map((row) => `${JSON.stringify(row)}\n`).join('');
interface Told {
  readonly a: { readonly doc: string; readonly start: number; readonly end: number; readonly exact?: string };
  readonly b: Told['a'];
  readonly kind: string;
  readonly similarity: number;
  readonly boilerplate?: boolean;
}
const told = (lines: string) =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Told);

beforeAll(() => {
  writeFileSync(path('corpus.jsonl'), jsonl(rows));
});

describe('stemma reuse', () => {
  it('writes every passage with offsets that hold, and boilerplate as such', () => {
    const { status, stdout, stderr } = reuse('corpus.jsonl', '--out', 'passages.jsonl');
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toBe('1 passage between 4 documents, in passages.jsonl\n');
    const passages = told(readFileSync(path('passages.jsonl'), 'utf8'));
    const text = (side: Told['a']) =>
      rows.find(({ id }) => id === side.doc)!.text.slice(side.start, side.end);
    expect(passages.map(({ a, b, kind, boilerplate }) => [text(a), text(b), kind, boilerplate])).toEqual([
      [WIRE, WIRE.replace('ferry', 'boat'), 'edited', undefined],
      [NOTICE, NOTICE, 'verbatim', true],
      [NOTICE, NOTICE, 'verbatim', true],
    ]);
    expect(passages.slice(1).map(({ a, b }) => a.doc + b.doc)).toEqual(['ac', 'ad']);
  });

  it('gives what the library gives, for any number of threads, from standard input and packed too', () => {
    const { stdout } = reuse('corpus.jsonl', '--exact');
    const passages = told(stdout).filter(({ boilerplate }) => boilerplate !== true);
    const expected = findPassages(rows, { pairs: 'all' }).passages;
    expect(passages.map(({ a, b, kind }) => ({ a, b, kind }))).toEqual(
      expected.map(({ a, b, kind }) => ({ a, b, kind })),
    );
    writeFileSync(path('packed.jsonl.gz'), gzipSync(jsonl(rows)));
    for (const args of [['corpus.jsonl', '--workers', '3'], ['packed.jsonl.gz'], ['-']])
      expect(run(['reuse', ...args, '--exact'], jsonl(rows)).stdout).toBe(stdout);
  });

  it('against new documents tells only pairs with one of them', () => {
    writeFileSync(
      path('new.jsonl'),
      jsonl([
        { id: 'n', text: `x ${WIRE}` },
        { id: 'm', text: `y ${WIRE} z` },
      ]),
    );
    const pairs = told(reuse('corpus.jsonl', '--against', 'new.jsonl').stdout)
      .filter(({ boilerplate }) => boilerplate !== true)
      .map(({ a, b }) => a.doc + b.doc);
    expect(pairs).toEqual(['an', 'bn', 'am', 'bm', 'nm']);
  });

  it('against knows its own documents in the corpus, and tells only their boilerplate', () => {
    const story = { ...rows[0]!, text: rows[0]!.text };
    writeFileSync(path('story.jsonl'), jsonl([story]));
    const { status, stdout } = reuse('corpus.jsonl', '--against', 'story.jsonl');
    expect(status).toBe(0);
    expect(told(stdout).map(({ a, b, boilerplate }) => [a.doc + b.doc, boilerplate])).toEqual([
      ['ba', undefined],
      ['ca', true],
    ]);
  });

  it('tells a lift from a line that its outlet repeats', () => {
    const repeated = [0, 1, 2].map((i) => ({
      id: `w${i}`,
      outlet: 'Wire',
      text: `${own(`w${i}x`, 40)}\n${WIRE}`,
    }));
    writeFileSync(
      path('lift.jsonl'),
      jsonl([...repeated, { id: 'lift', outlet: 'Paper', text: `x ${WIRE}` }]),
    );
    const lifts = told(reuse('lift.jsonl').stdout).filter(({ b }) => b.doc === 'lift');
    expect(lifts.map(({ a, boilerplate }) => [a.doc, boilerplate])).toEqual([
      ['w0', true],
      ['w1', true],
      ['w2', true],
    ]);
  });

  it('takes the place of no input', () => {
    for (const args of [['corpus.jsonl'], ['accounts', '--against', 'corpus.jsonl']]) {
      const { status, stderr } = reuse(...args, '--out', './corpus.jsonl');
      expect([status, stderr]).toEqual([2, expect.stringContaining('would overwrite what is read')]);
    }
    expect(told(readFileSync(path('corpus.jsonl'), 'utf8'))).toHaveLength(4);
  });

  it('gives clusters with the fields of passim', () => {
    const clusters = told(reuse('corpus.jsonl', '--format', 'passim').stdout) as unknown as {
      readonly [field: string]: unknown;
    }[];
    expect(clusters).toEqual([
      {
        id: 'a',
        outlet: 'Courier',
        uid: 0,
        gid: 0,
        cluster: 0,
        size: 2,
        series: 'Courier',
        text: WIRE,
        begin: expect.any(Number),
        end: expect.any(Number),
      },
      {
        id: 'b',
        outlet: 'Gazette',
        uid: 1,
        gid: 1,
        cluster: 0,
        size: 2,
        series: 'Gazette',
        text: WIRE.replace('ferry', 'boat'),
        begin: 10,
        end: 10 + WIRE.length - 1,
      },
    ]);
  });

  it('leaves out one outlet with itself, other words than exact ones, and what is unpublished', () => {
    writeFileSync(
      path('more.jsonl'),
      jsonl([
        ...rows,
        { id: 'e', outlet: 'Gazette', text: `z ${WIRE.replace('ferry', 'boat')}` },
        { id: 'f', outlet: 'Post', status: 'Draft', text: WIRE },
      ]),
    );
    const pairs = (...args: readonly string[]) =>
      told(reuse('more.jsonl', ...args).stdout)
        .filter(({ boilerplate }) => boilerplate !== true)
        .map(({ a, b }) => a.doc + b.doc);
    expect(pairs()).toEqual(['ab', 'ae', 'be']);
    expect(pairs('--other-outlets')).toEqual(['ab', 'ae']);
    const exact = told(reuse('more.jsonl', '--min-match', '100').stdout);
    expect(new Set(exact.map(({ kind }) => kind))).toEqual(new Set(['verbatim']));
    expect(exact[0]!.a.end - exact[0]!.a.start).toBe(WIRE.indexOf(' ferry'));
    expect(pairs('--include-unpublished')).toEqual(['ab', 'ae', 'be', 'af', 'bf', 'ef']);
  });

  it('says which lines could not be read, reads the rest, and ends with 1', () => {
    const lines = [
      '{"id": "a", "text": "one two three"}',
      '{"id": "b", "text": ',
      '',
      '{"id": "c"}',
      '{"id": "a", "text": "four"}',
      '{"id": "d\\ud800", "text": "a \\ud800 b"}',
      '[1]',
      '{"text": "no id"}',
    ];
    writeFileSync(path('bad.jsonl'), `\ufeff${lines.join('\r\n')}`);
    const { status, stdout, stderr } = reuse('bad.jsonl');
    expect([status, stdout]).toEqual([1, '']);
    for (const [line, why] of [
      [2, 'no valid JSON'],
      [4, 'neither text nor html'],
      [5, 'the id "a" is taken'],
      [7, 'no object'],
    ] as const)
      expect(stderr).toMatch(new RegExp(`line ${line}\\b.*${why}`));
    expect(stderr).toContain('0 passages between 3 documents');
  });

  it('passes over a row that is too long', () => {
    const long = JSON.stringify({ id: 'long', text: 'x '.repeat(34 << 20) });
    writeFileSync(path('long.jsonl'), `${JSON.stringify(rows[0])}\n${long}\n${JSON.stringify(rows[1])}\n`);
    const { status, stdout, stderr } = reuse('long.jsonl');
    expect([status, told(stdout).length]).toEqual([1, 1]);
    expect(stderr).toContain('line 2 is too long');
  });

  it('reads files and folders too', () => {
    writeFileSync(path('accounts', 'three.txt'), `x ${WIRE}`);
    const { status, stdout } = reuse('corpus.jsonl', 'accounts');
    expect(status).toBe(0);
    expect(told(stdout).some(({ a, b }) => a.doc === 'a' && b.doc === 'three.txt')).toBe(true);
  });

  it('leaves no half file where it is stopped', async () => {
    const filler = Array.from({ length: 6000 }, (_, i) => ({
      id: `f${i}`,
      text: `${own(`f${i}w`, 200)} ${WIRE}`,
    }));
    writeFileSync(path('large.jsonl'), jsonl(filler));
    const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
    const child = spawn(process.execPath, [main, 'reuse', path('large.jsonl'), '--out', path('half.jsonl')]);
    while (!readdirSync(path()).some((name) => name.endsWith('.tmp'))) {
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    child.kill('SIGINT');
    const [status] = (await once(child, 'exit')) as [number | null];
    expect(status).toBe(130);
    expect(existsSync(path('half.jsonl'))).toBe(false);
    expect(readdirSync(path()).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it.each([
    [[]],
    [['none.jsonl']],
    [['corpus.jsonl', '--min-words', '3']],
    [['corpus.jsonl', '--min-match', '0']],
    [['corpus.jsonl', '--format', 'xml']],
    [['-', '--against', '-']],
    [['corpus.jsonl', '--out', 'no/where.jsonl']],
  ])('ends with 2 and one line for misuse: %j', (args) => {
    const { status, stdout, stderr } = reuse(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^stemma: [^\n]+\n$/);
  });
});
