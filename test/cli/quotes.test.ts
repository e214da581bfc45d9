import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ABOUT, commandOn } from './command.js';

/** What it prints and writes: test/export/quotes.test.ts. */
const { run, path } = commandOn({
  one: '“Nobody asked us,” said Ines Calder, the harbour master.\n',
  two: '“We will come,” said Osric Fenn, a spokesman for the port.\n',
});
const quotes = (...args: readonly string[]) => run(['quotes', ...args]);
const ALL = ['accounts', ...ABOUT];

describe('stemma quotes', () => {
  it('prints who says what, and writes files without what is unpublished', () => {
    const { status, stdout, stderr } = quotes(...ALL, '--csv', 'quotes.csv', '--jsonl', 'quotes.jsonl');
    expect(status).toBe(0);
    expect(stdout).toContain('Ines Calder (harbour master)');
    expect(stdout).toContain('Osric Fenn');
    expect(stdout).toContain('Written: quotes.jsonl, quotes.csv');
    expect(stderr).toMatch(/^stemma: [^\n]*unpublished[^\n]*\n$/);
    for (const file of ['quotes.csv', 'quotes.jsonl']) {
      const written = readFileSync(path(file), 'utf8');
      expect(written).toContain('Calder');
      expect(written).not.toMatch(/Fenn|Gazette|two\.txt/);
    }
    // Spreadsheets garble quotation marks without it.
    expect(readFileSync(path('quotes.csv'), 'utf8').startsWith('\ufeff')).toBe(true);
  });

  it('selects, and gives the same for any number of workers', () => {
    const args = [
      ...ALL,
      '--speaker',
      'fenn',
      '--form',
      'direct,Mixed',
      '--include-unpublished',
      '--json',
      '-',
    ];
    const { status, stdout } = quotes(...args, '--workers', '1');
    expect(status).toBe(0);
    const { attributions } = JSON.parse(stdout) as { attributions: { content: { exact: string }[] }[] };
    expect(attributions.map(({ content }) => content[0]!.exact)).toEqual(['“We will come,”']);
    expect(quotes(...args, '--workers', '3').stdout).toBe(stdout);
  });

  it.each([
    [['accounts', '--speaker', '…']],
    [['accounts', '--form', 'loud']],
    [['accounts', '--html', 'page.html']],
    [[]],
  ])('ends with 2 and one line for misuse: %j', (args) => {
    const { status, stdout, stderr } = quotes(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^stemma: [^\n]+\n$/);
  });

  it('ends with 1 where an account cannot be read, with the rest', () => {
    const row = JSON.stringify({ id: 'r1', text: '“Yes,” said Ada Holm.' });
    writeFileSync(path('rows.jsonl'), `${row}\n{"id":\n`);
    const { status, stdout } = quotes('rows.jsonl');
    expect(status).toBe(1);
    expect(stdout).toContain('Ada Holm');
    expect(stdout).toContain('no valid JSON');
  });
});
