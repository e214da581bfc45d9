import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ABOUT, commandOn } from './command.js';

const { run, path } = commandOn({
  one: 'The transport office plans to close at least eleven rural stations next spring, according to an internal memo seen by the Beacon.\n',
  two: 'Eleven rural stations will be closed next spring by the transport office, the Beacon reported.\n',
});

beforeAll(() => {
  expect(run(['read', 'accounts', ...ABOUT, '--quiet', '--json', 'record.json']).status).toBe(0);
  expect(run(['read', 'accounts/one.txt', 'accounts/two.txt', '--quiet', '--json', 'open.json']).status).toBe(
    0,
  );
});

describe('stemma claims', () => {
  it.each([
    ['all', [], 'Claims ('],
    ['drift', ['--only', 'drift'], '“at least eleven” became “Eleven”'],
    ['single-origin', ['--only', 'single-origin'], 'In more than one account (1)'],
    ['conflicts, of which there are none', ['--only', 'conflicts'], 'No two statements were found'],
    ['silence, of two accounts', ['--only=silence'], 'three accounts or more'],
    ['an order', ['--sort', 'origins'], 'those of fewest origins first'],
  ])('lists %s', (_, options, words) => {
    const told = run(['claims', 'record.json', ...options]);
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.stdout.replace(/\s+/g, ' ')).toContain(words);
  });

  it('reads standard input, and writes files beside the page', () => {
    const record = readFileSync(path('open.json'), 'utf8');
    const told = run(['claims', '-', '--csv', 'claims.csv', '--json', 'claims.json'], record);
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.stdout).toContain('Written: claims.json, claims.csv');
    expect(readFileSync(path('claims.csv'), 'utf8')).toMatch(/^\ufeff"claim","min","max","reason"/);
    expect(JSON.parse(readFileSync(path('claims.json'), 'utf8')).claims.length).toBeGreaterThan(0);
    const alone = run(['claims', 'open.json', '--csv', '-']);
    expect(alone.stdout).toMatch(/^"claim"/);
    expect(alone.stdout).not.toContain('Written');
  });

  it('keeps accounts marked unpublished out of files unless asked', () => {
    const refused = run(['claims', 'record.json', '--csv', 'held.csv']);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--include-unpublished');
    expect(existsSync(path('held.csv'))).toBe(false);
    expect(run(['claims', 'record.json', '--csv', 'held.csv', '--include-unpublished']).status).toBe(0);
  });

  it('tells what it takes', () => {
    const { stdout, status } = run(['claims', '--help']);
    expect(status).toBe(0);
    for (const word of ['single-origin', 'silence', 'accounts (most first)', '--csv', '--json'])
      expect(stdout).toContain(word);
  });

  it.each([
    ['no record', ['claims'], 'takes one record'],
    ['two records', ['claims', 'record.json', 'open.json'], 'takes one record'],
    [
      'a kind that there is not',
      ['claims', 'record.json', '--only', 'lies'],
      'conflicts, single-origin, drift or silence, not "lies"',
    ],
    [
      'an order that there is not',
      ['claims', 'record.json', '--sort', 'size'],
      'accounts, origins, date or document, not "size"',
    ],
    ['no kind', ['claims', 'record.json', '--only'], '--only needs a value'],
    ['an option that there is not', ['claims', 'record.json', '--most', '3'], 'knows no option'],
    ['one file twice', ['claims', 'open.json', '--csv', 'x', '--json', './x'], 'cannot both go'],
    ['a file that is no record', ['claims', 'accounts/one.txt'], 'is no record'],
  ])('%s', (_, args, words) => {
    const ended = run(args);
    expect(ended).toMatchObject({ status: 2, stdout: '' });
    expect(ended.stderr).toContain(words);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });
});
