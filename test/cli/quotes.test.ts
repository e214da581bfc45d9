import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The command as it is installed; `npm test` builds it first. What it prints and writes: test/export/quotes.test.ts. */
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stemma-quotes-'));
  mkdirSync(join(folder, 'accounts'));
  writeFileSync(
    join(folder, 'accounts', 'one.txt'),
    '“Nobody asked us,” said Ines Calder, the harbour master.\n',
  );
  writeFileSync(
    join(folder, 'accounts', 'two.txt'),
    '“We will come,” said Osric Fenn, a spokesman for the port.\n',
  );
  writeFileSync(
    join(folder, 'accounts', 'about.csv'),
    'file,outlet,date,status\none.txt,The Beacon,2031-04-01,published\ntwo.txt,The Gazette,2031-04-02,unpublished\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function quotes(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'quotes', ...args], {
    cwd: folder,
    input: '',
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined },
  });
  return { status, stdout, stderr };
}
const ALL = ['accounts', '--about', 'accounts/about.csv'];

describe('stemma quotes', () => {
  it('prints who says what, and writes files without what is unpublished', () => {
    const { status, stdout, stderr } = quotes(...ALL, '--csv', 'quotes.csv', '--jsonl', 'quotes.jsonl');
    expect(status).toBe(0);
    expect(stdout).toContain('Ines Calder (harbour master)');
    expect(stdout).toContain('Osric Fenn');
    expect(stdout).toContain('Written: quotes.jsonl, quotes.csv');
    expect(stderr).toMatch(/^stemma: [^\n]*unpublished[^\n]*\n$/);
    for (const file of ['quotes.csv', 'quotes.jsonl']) {
      const written = readFileSync(join(folder, file), 'utf8');
      expect(written).toContain('Calder');
      expect(written).not.toMatch(/Fenn|Gazette|two\.txt/);
    }
    // Spreadsheets garble quotation marks without it.
    expect(readFileSync(join(folder, 'quotes.csv'), 'utf8').startsWith('\ufeff')).toBe(true);
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
    writeFileSync(join(folder, 'rows.jsonl'), `${row}\n{"id":\n`);
    const { status, stdout } = quotes('rows.jsonl');
    expect(status).toBe(1);
    expect(stdout).toContain('Ada Holm');
    expect(stdout).toContain('no valid JSON');
  });
});
