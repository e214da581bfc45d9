import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The command as it is installed; `npm test` builds it first. What it prints and writes: test/export/facts.test.ts. */
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stemma-facts-'));
  mkdirSync(join(folder, 'accounts'));
  writeFileSync(join(folder, 'accounts', 'one.txt'), 'At least 40 inspectors went to Bergen last month.\n');
  writeFileSync(join(folder, 'accounts', 'two.txt'), 'Some 12 boats sank near Calais on Monday.\n');
  writeFileSync(
    join(folder, 'accounts', 'about.csv'),
    'file,outlet,date,status\none.txt,The Beacon,2031-04-01,published\ntwo.txt,The Gazette,2031-04-02,unpublished\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function facts(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'facts', ...args], {
    cwd: folder,
    input: '',
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined },
  });
  return { status, stdout, stderr };
}
const ALL = ['accounts', '--about', 'accounts/about.csv'];

describe('stemma facts', () => {
  it('prints what is counted, dated, placed and named, and writes files without what is unpublished', () => {
    const { status, stdout, stderr } = facts(...ALL, '--csv', 'facts.csv', '--jsonl', 'facts.jsonl');
    expect(status).toBe(0);
    expect(stdout).toContain('2 accounts of 2 outlets');
    expect(stdout).toContain('at least 40 inspectors');
    expect(stdout).toContain('last month  date · 2031-03');
    expect(stdout).toContain('Calais');
    expect(stdout).toContain('Written: facts.jsonl, facts.csv');
    expect(stderr).toMatch(/^stemma: [^\n]*unpublished[^\n]*\n$/);
    for (const file of ['facts.csv', 'facts.jsonl']) {
      const written = readFileSync(join(folder, file), 'utf8');
      expect(written).toContain('Bergen');
      expect(written).not.toMatch(/Calais|Gazette|two\.txt/);
    }
    // Spreadsheets garble quotation marks without it.
    expect(readFileSync(join(folder, 'facts.csv'), 'utf8').startsWith('\ufeff')).toBe(true);
  });

  it('selects, and gives the same for any number of workers', () => {
    const args = [
      ...ALL,
      '--kind',
      'figures,Place',
      '--words',
      'calais',
      '--include-unpublished',
      '--json',
      '-',
    ];
    const { status, stdout } = facts(...args, '--workers', '1');
    expect(status).toBe(0);
    const { places, figures, times } = JSON.parse(stdout) as { [kind: string]: { name: string }[] };
    expect([places!.map(({ name }) => name), figures, times]).toEqual([['Calais'], [], []]);
    expect(facts(...args, '--workers', '3').stdout).toBe(stdout);
  });

  it.each([
    [['accounts', '--words', '…']],
    [['accounts', '--kind', 'colour']],
    [['accounts', '--tier', 'fast']],
    [['accounts', '--html', 'page.html']],
    [[]],
  ])('ends with 2 and one line for misuse: %j', (args) => {
    const { status, stdout, stderr } = facts(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^stemma: [^\n]+\n$/);
  });

  it('never lets an account out whose table fails, or which a slip of the hand may have meant', () => {
    writeFileSync(join(folder, 'bad.csv'), 'outlet,status\nThe Beacon,unpublished\n');
    const failed = facts('accounts', '--about', 'bad.csv', '--quiet', '--csv', 'leak.csv');
    expect(failed.status).toBe(2);
    expect(failed.stderr).toMatch(/^stemma: bad\.csv: [^\n]*no column "file"[^\n]*\n$/);
    expect(existsSync(join(folder, 'leak.csv'))).toBe(false);
    writeFileSync(join(folder, 'slip.csv'), 'file,status\ntwo.txt,draft\ngone.txt,unpublished\n');
    const { status, stdout, stderr } = facts(
      'accounts/two.txt',
      '--about',
      'slip.csv',
      '--quiet',
      '--jsonl',
      '-',
    );
    expect(status).toBe(0);
    expect(stdout).not.toContain('Calais');
    expect(stderr).toMatch(/taken for unpublished[\s\S]*gone\.txt/);
  });

  it('ends with 1 where an account cannot be read, with the rest', () => {
    const row = JSON.stringify({ id: 'r1', text: 'Some 30 boats left Oslo.' });
    writeFileSync(join(folder, 'rows.jsonl'), `${row}\n{"id":\n`);
    const { status, stdout } = facts('rows.jsonl');
    expect(status).toBe(1);
    expect(stdout).toContain('about 30 boats');
    expect(stdout).toContain('no valid JSON');
  });
});
