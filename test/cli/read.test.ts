import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Record } from '../../src/model/record.js';
import { ABOUT, commandOn } from './command.js';

const { run: stemma, path } = commandOn({
  one: 'The port plans to close two piers, according to a memo seen by the Beacon.\n',
  two: 'The port will close two piers, the Beacon reported. \u001b[31mRed\u001b[0m paint is ready.\n',
});
beforeAll(() => writeFileSync(path('accounts', 'scan.png'), '%PDF-1.4'));

describe('stemma', () => {
  it('says its version and its use', () => {
    expect(stemma(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    expect(stemma(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('read') });
    expect(stemma(['read', '--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('--about'),
    });
  });

  it.each([
    [[]],
    [['frobnicate']],
    [['read']],
    [['read', 'accounts', '--colour']],
    [['read', 'accounts', '--json']],
    [['read', 'accounts', '--workers', 'many']],
    [['read', 'accounts', '--workers', '0']],
    [['read', 'nowhere']],
    [['read', 'accounts', '--about', 'nowhere.csv']],
    [['read', 'accounts', '--json', 'no/such/folder/record.json']],
    [['read', 'accounts', '--json', 'same', '--html', 'same']],
    [['constructor']],
  ])('ends with 2 and one line for misuse and failure: %j', (args) => {
    const { status, stdout, stderr } = stemma(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    if (args.length > 0) expect(stderr).toMatch(/^stemma: [^\n]+\n$/);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });
});

describe('stemma read', () => {
  it('prints a summary without colour or control characters where there is no terminal', () => {
    const { status, stdout, stderr } = stemma(['read', 'accounts', ...ABOUT]);
    expect(status).toBe(0);
    expect(stdout).toContain('2 accounts of 2 outlets');
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(stderr).toBe('');
  });

  it('writes the record, whole, and leaves nothing else behind', () => {
    const { status } = stemma([
      'read',
      'accounts',
      ...ABOUT,
      '--json',
      'record.json',
      '--jsonl',
      'record.jsonl',
      '--quiet',
    ]);
    expect(status).toBe(0);
    const record = Record.parse(JSON.parse(readFileSync(path('record.json'), 'utf8')));
    expect(record.documents.map((d) => d.outlet)).toEqual(['The Beacon', 'The Gazette']);
    for (const line of readFileSync(path('record.jsonl'), 'utf8').trimEnd().split('\n')) JSON.parse(line);
    expect(readdirSync(path()).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('keeps what is unpublished out of the pages, and says so', () => {
    const { stderr } = stemma(['read', 'accounts', ...ABOUT, '--html', 'record.html', '--md', 'record.md']);
    expect(stderr).toContain('unpublished');
    for (const file of ['record.html', 'record.md']) {
      const written = readFileSync(path(file), 'utf8');
      expect(written).toContain('The Beacon');
      expect(written).not.toMatch(/Gazette|two\.txt|paint/);
    }
    stemma(['read', 'accounts', ...ABOUT, '--html', 'all.html', '--include-unpublished', '--quiet']);
    expect(readFileSync(path('all.html'), 'utf8')).toContain('The Gazette');
  });

  it('reads rows from standard input and writes to standard output', () => {
    const row = JSON.stringify({ id: 'r1', text: 'The port closed a pier on Monday.', outlet: 'The Beacon' });
    const { status, stdout } = stemma(['read', '-', '--json', '-'], `${row}\n`);
    expect(status).toBe(0);
    expect(Record.parse(JSON.parse(stdout)).documents[0]!.ref).toBe('r1');
  });

  it('ends with 1, one line and the rest read, where some input is unreadable', () => {
    const row = JSON.stringify({ id: 'r1', text: 'The port closed a pier on Monday.' });
    const { status, stdout, stderr } = stemma(['read', '-', '--json', '-'], `${row}\n{"id": "r2", "text":\n`);
    expect(status).toBe(1);
    expect(Record.parse(JSON.parse(stdout)).documents).toHaveLength(1);
    expect(stderr).toMatch(/^stemma: [^\n]+\n$/);
  });

  it('says what --about names and nobody read', () => {
    writeFileSync(path('other.csv'), 'file,outlet\nthree.txt,The Herald\n');
    expect(stemma(['read', 'accounts/one.txt', '--about', 'other.csv']).stdout).toContain('three.txt');
  });

  it('gives the same record for any number of workers', () => {
    const one = stemma(['read', 'accounts', ...ABOUT, '--json', '-', '--workers', '1']).stdout;
    const three = stemma(['read', 'accounts', ...ABOUT, '--json', '-', '--workers', '3']).stdout;
    expect(three).toBe(one);
  });
});
