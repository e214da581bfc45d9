import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ABOUT, commandOn } from './command.js';

/** What it prints and writes: test/export/facts.test.ts. */
const { run, path } = commandOn({
  one: 'At least 40 inspectors went to Bergen last month.\n',
  two: 'Some 12 boats sank near Calais on Monday.\n',
});
const facts = (...args: readonly string[]) => run(['facts', ...args]);
const ALL = ['accounts', ...ABOUT];

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
      const written = readFileSync(path(file), 'utf8');
      expect(written).toContain('Bergen');
      expect(written).not.toMatch(/Calais|Gazette|two\.txt/);
    }
    // Spreadsheets garble quotation marks without it.
    expect(readFileSync(path('facts.csv'), 'utf8').startsWith('\ufeff')).toBe(true);
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
    writeFileSync(path('bad.csv'), 'outlet,status\nThe Beacon,unpublished\n');
    const failed = facts('accounts', '--about', 'bad.csv', '--quiet', '--csv', 'leak.csv');
    expect(failed.status).toBe(2);
    expect(failed.stderr).toMatch(/^stemma: bad\.csv: [^\n]*no column "file"[^\n]*\n$/);
    expect(existsSync(path('leak.csv'))).toBe(false);
    writeFileSync(path('slip.csv'), 'file,status\ntwo.txt,draft\ngone.txt,unpublished\n');
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
    writeFileSync(path('rows.jsonl'), `${row}\n{"id":\n`);
    const { status, stdout } = facts('rows.jsonl');
    expect(status).toBe(1);
    expect(stdout).toContain('about 30 boats');
    expect(stdout).toContain('no valid JSON');
  });
});
