import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ABOUT, commandOn } from './command.js';

const { path, run } = commandOn({
  one: 'The Coastal Safety Directorate plans to send 40 inspectors to six harbours, harbour master Ines Calder told the Beacon.',
  two: 'About 40 inspectors will come to seven harbours, the Beacon reported.',
});

const READ = ['read', '--tier', 'rules', '--quiet', '--case', 'a.stemma'];
const ends = (...args: readonly string[]) => {
  const { status, stdout, stderr } = run(args);
  return { status, out: `${stdout}${stderr}` };
};
const says = (words: string, status = 0) => ({ status, out: expect.stringContaining(words) });
const recordIn = (file: string) => {
  expect(run([...READ, '--json', file]).status).toBe(0);
  return JSON.parse(readFileSync(path(file), 'utf8')) as {
    documents: { ref: string; outlet: string | null }[];
  };
};

describe('a case on the command line', () => {
  test('grows, and every command that takes a record takes it', () => {
    expect(run([...READ, 'accounts/one.txt']).status).toBe(0);
    expect(statSync(path('a.stemma')).mode & 0o777).toBe(0o600);
    expect(ends('claims', 'a.stemma')).toMatchObject(says('1 account'));
    expect(run([...READ, ...ABOUT, 'accounts']).status).toBe(0);
    expect(ends('draw', 'a.stemma', '--out', 'a.svg', '--include-unpublished')).toMatchObject({ status: 0 });
    expect(ends('log', 'a.stemma').out).toMatch(/1 account added[\s\S]*2 accounts added/);
    expect(ends('verify', 'a.stemma')).toMatchObject(says('a.stemma holds: 3 files, 3 accounts'));
  });

  test('is read on in the tier that it was made in', () => {
    expect(run(['read', '--case', 'a.stemma', '--quiet', '--json', 'again.json']).status).toBe(0);
    expect(JSON.parse(readFileSync(path('again.json'), 'utf8')).generator.tier).toBe('rules');
  });

  test('keeps what is said of its accounts', () => {
    expect(ends('amend', 'a.stemma', 'accounts/one.txt', '--outlet', 'The Packet')).toMatchObject(
      says('1 account amended: outlet'),
    );
    const { documents } = recordIn('b.json');
    expect(documents.find(({ ref }) => ref === 'accounts/one.txt')!.outlet).toBe('The Packet');
    expect(ends('log', 'a.stemma').out).toContain('1 account amended: outlet');
  });

  test('lets an account out and in, and erases a file for good', () => {
    expect(ends('remove', 'a.stemma', 'accounts/one.txt')).toMatchObject(says('1 account taken out'));
    expect(recordIn('c.json').documents).toHaveLength(2);
    expect(ends('remove', 'a.stemma', 'accounts/one.txt', '--restore')).toMatchObject(says('taken back in'));
    expect(recordIn('d.json').documents).toHaveLength(3);
    expect(ends('purge', 'a.stemma', 'accounts/one.txt')).toMatchObject(says('--yes', 2));
    expect(ends('purge', 'a.stemma', 'accounts/one.txt', '--yes')).toMatchObject(says('1 file erased'));
    expect(recordIn('e.json').documents).toHaveLength(2);
    expect(ends('verify', 'a.stemma')).toMatchObject(says('a.stemma holds: 2 files'));
  });

  test.each([
    ['no case', ['verify', 'nowhere.stemma'], 'there is no case file nowhere.stemma'],
    ['no account of that name', ['remove', 'a.stemma', 'nobody.txt'], 'no account of that name'],
    ['nothing to say', ['amend', 'a.stemma', 'two.txt'], 'amend needs something to say'],
    ['no such day', ['amend', 'a.stemma', 'two.txt', '--published', '03/04/2031'], 'takes a date'],
    ['a path that is not there', ['read', '--case', 'new.stemma', 'nowhere'], 'cannot read nowhere'],
    ['a text for a case', ['verify', 'accounts/one.txt'], 'it is no case file'],
  ] as const)('%s', (_, args, words) => {
    expect(ends(...args)).toMatchObject(says(words, 2));
    expect(existsSync(path('new.stemma'))).toBe(false);
  });
});
