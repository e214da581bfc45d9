import { beforeAll, describe, expect, it } from 'vitest';
import { commandOn } from './command.js';

const { run, path } = commandOn({
  one: 'The transport office plans to close eleven rural stations next spring, according to an internal memo seen by the Beacon.\n',
  two: 'Eleven rural stations will be closed next spring by the transport office, the Beacon reported.\n',
});
const about = ['--about', 'accounts/about.csv'];

beforeAll(() => {
  expect(run(['read', 'accounts', ...about, '--quiet', '--json', 'record.json']).status).toBe(0);
});

describe('stemma what-if', () => {
  it('tells what falls with a source, by any of its names, from a file or standard input', () => {
    const told = run(['what-if', 'record.json', '--without', 'internal memo']);
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.stdout).toContain('Nobody left who says so');
    expect(told.stdout).toContain('1–1 → none');
    const json = run(['what-if', '--without', 'memo; one.txt', '--json', '-', 'record.json']);
    expect(JSON.parse(json.stdout).documents).toHaveLength(1);
    const twice = run(['what-if', 'record.json', '--without', 'memo', '--without', 'two.txt', '--json', '-']);
    expect(JSON.parse(twice.stdout)).toMatchObject({
      documents: [expect.any(String)],
      removed: { length: 2 },
    });
  });

  it.each([
    ['no name', ['what-if', 'record.json'], 'needs --without'],
    ['no record', ['what-if', '--without', 'memo'], 'takes one record'],
    [
      'a name that nobody has',
      ['what-if', 'record.json', '--without', 'mayor'],
      'no source or account called',
    ],
    [
      'a name all but right',
      ['what-if', 'record.json', '--without', 'internal memos'],
      'perhaps an internal memo',
    ],
    ['names that are none', ['what-if', 'record.json', '--without', ' ; '], 'needs --without'],
    ['a file that is not there', ['what-if', 'none.json', '--without', 'memo'], 'no such file'],
    ['a file that is no record', ['what-if', 'accounts/one.txt', '--without', 'memo'], 'is no record'],
    ['a claim that is not there', ['explain', 'record.json', 'harbour'], 'no claim called'],
    ['no claim', ['explain', 'record.json'], 'and a claim'],
  ])('%s', (_, args, words) => {
    const ended = run(args);
    expect(ended.status).toBe(2);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain(words);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('stemma explain', () => {
  it('tells the trail of every statement', () => {
    const told = run(['explain', 'record.json', 'eleven', 'rural', 'stations']);
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.stdout).toContain('Origins in the accounts read: 1–1');
    expect(told.stdout).toContain('Attributed (rule 3)');
    expect(told.stdout).toContain('Derived (rule 2)');
  });

  it('needs no words where an id is given', () => {
    expect(path('record.json')).toContain('record.json');
    const id = /"claims": \[\n\s*\{"id":"(c-\w+)"/.exec(
      run(['read', 'accounts', ...about, '--quiet', '--json', '-']).stdout,
    )?.[1];
    expect(id).toBeDefined();
    expect(run(['explain', 'record.json', id!]).status).toBe(0);
  });
});
