import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ABOUT, commandOn } from './command.js';

const { path, run } = commandOn({
  one: 'The Coastal Safety Directorate plans to send 40 inspectors to six harbours on 2 June, harbour master Ines Calder told the Beacon.\n\n“It is a fairy tale,” she said.',
  two: 'About 40 inspectors will come to seven harbours, the Beacon reported. The mayor, Odo Brandt, said the market had closed.',
});
const amend = (...words: readonly string[]) => {
  const { status, stdout, stderr } = run(['amend', 'a.stemma', ...words]);
  return { status, out: `${stdout}${stderr}` };
};
const record = () => {
  expect(run(['read', '--case', 'a.stemma', '--quiet', '--json', 'a.json']).status).toBe(0);
  return JSON.parse(readFileSync(path('a.json'), 'utf8')) as {
    claims: { id: string; title: string; statements: { id: string; anchor: { exact: string } }[] }[];
    amendments: { what: string; by: string; note: string | null }[];
  };
};
const shown = () =>
  run(['read', '--case', 'a.stemma', '--html', 'a.html', '--md', 'a.md', '--include-unpublished']).stdout;

beforeAll(() => {
  expect(run(['read', '--tier', 'rules', '--quiet', '--case', 'a.stemma', ...ABOUT, 'accounts']).status).toBe(
    0,
  );
});

describe('stemma amend', () => {
  test('marks a claim, and the mark stands everywhere', () => {
    const words = ['market had closed', '--mark', 'checked', '--note', 'called <b>her</b>', '--by', 'anna'];
    expect(amend(...words)).toMatchObject({
      status: 0,
      out: expect.stringContaining('1 claim marked: checked'),
    });
    expect(shown()).toContain('Checked by anna');
    for (const [file, note] of [
      ['a.html', 'called &lt;b&gt;her&lt;/b&gt;'],
      ['a.md', 'called \\<b\\>her\\</b\\>'],
    ] as const)
      expect(readFileSync(path(file), 'utf8')).toContain(note);
    expect(run(['claims', 'a.stemma']).stdout).toContain('Checked by anna');
    expect(run(['explain', 'a.stemma', 'market had closed']).stdout).toContain('Checked by anna');
    expect(run(['claims', 'a.stemma', '--csv', '-', '--include-unpublished']).stdout).toContain(
      'Checked by anna',
    );
    expect(record().amendments.at(-1)).toMatchObject({ what: 'mark', by: 'anna', note: 'called <b>her</b>' });
    expect(run(['log', 'a.stemma']).stdout).toMatch(/1 claim marked: checked +\(anna/);
  });

  test('keeps a mark on a claim of which an unpublished account speaks too, without its note', () => {
    const words = ['40 inspectors', '--mark', 'disputed', '--note', 'two.txt has seven', '--by', 'ben'];
    expect(amend(...words).out).toMatch(/marked: disputed[\s\S]*--undo \d+ takes it back/);
    run(['read', '--case', 'a.stemma', '--quiet', '--md', 'q.md']);
    const memo = readFileSync(path('q.md'), 'utf8');
    expect(memo).toContain('Disputed by ben');
    expect(memo).not.toContain('seven');
  });

  test('keeps the note on what an account is headed with', () => {
    expect(amend('one.txt', '--outlet', 'The Packet', '--note', 'by its letterhead').out).toContain(
      'amended: outlet',
    );
    expect(amend().out).toContain('outlet The Packet');
    expect(amend().out).toContain('by its letterhead');
    shown();
    expect(readFileSync(path('a.md'), 'utf8')).toContain('by its letterhead');
  });

  test('joins claims, splits statements off, and takes words back by their number', () => {
    const before = record().claims;
    const id = (words: string) =>
      before.find(({ statements }) => statements.some(({ anchor }) => anchor.exact.includes(words)))!;
    expect(amend(id('market').id, id('fairy tale').id, '--join').out).toContain('2 claims joined');
    expect(record().claims).toHaveLength(before.length - 1);
    expect(amend(id('market').statements[0]!.id, '--split').out).toContain('1 statement told apart');
    expect(record().claims).toHaveLength(before.length);
    const list = amend().out;
    expect(list).toMatch(/ 3 .*Checked by anna/);
    const joined = /^ *(\d+) .*Joined with/m.exec(list)![1]!;
    expect(amend('--undo', joined).out).toContain('one word taken back');
    expect(amend().out).toMatch(/Joined with.*\(taken back\)/);
    expect(amend('--undo', joined)).toMatchObject({ status: 2 });
  });

  test('names a speaker, and pins a place', () => {
    expect(amend('fairy tale', '--speaker', 'Ada Vik')).toMatchObject({
      status: 2,
      out: expect.stringContaining('--kind person'),
    });
    expect(amend('fairy tale', '--speaker', 'Ada Vik', '--kind', 'person').out).toContain(
      '1 attribution given a speaker',
    );
    expect(amend('one.txt', '--pin', '"It is a fairy tale,"', '--note', 'ask her').out).toContain('pinned');
    expect(shown()).toMatch(/Ada Vik is the speaker of[\s\S]*Pinned by/);
    expect(readFileSync(path('a.md'), 'utf8')).toMatch(/\*\*Ada Vik\*\*[\s\S]*as told by a user/);
    expect(run(['verify', 'a.stemma']).stdout).toContain('holds');
  });

  test('keeps out of what is passed on what is said of unpublished accounts', () => {
    run(['read', '--case', 'a.stemma', '--quiet', '--html', 'p.html', '--md', 'p.md']);
    for (const file of ['p.html', 'p.md'])
      expect(readFileSync(path(file), 'utf8')).not.toMatch(/called|two\.txt|no more/);
  });

  test('what was said travels with a case that is passed on', () => {
    const passed = ['--format', 'wacz', '--full-text', '--include-unpublished', '--out', 'a.wacz'];
    expect(run(['export', 'a.stemma', ...passed]).status).toBe(0);
    expect(run(['read', 'a.wacz', '--case', 'b.stemma', '--tier', 'rules', '--quiet']).status).toBe(0);
    const { stdout } = run(['amend', 'b.stemma']);
    for (const words of ['Checked by anna', 'Disputed by ben', 'Ada Vik is the speaker', 'ask her'])
      expect(stdout).toContain(words);
    expect(run(['claims', 'b.stemma']).stdout).toContain('Checked by anna');
    run(['read', 'a.wacz', '--case', 'b.stemma', '--quiet']);
    expect(run(['amend', 'b.stemma']).stdout).toBe(stdout);
  });

  test.each([
    [['one.txt'], 'needs one thing to say'],
    [['one.txt', '--outlet', 'A', '--pin', 'b'], 'needs one thing to say'],
    [['no such claim', '--mark', 'checked'], 'has no claim called'],
    [['fairy tale', '--mark', 'true'], '--mark takes'],
    [['fairy tale', '--speaker', 'Bo', '--kind', 'alien'], '--kind takes'],
    [['fairy tale', '--join'], 'two claims or more'],
    [['st-00000', '--split'], 'has no statement called'],
    [['one.txt', '--pin', 'nowhere'], 'has no such words'],
    [['one.txt', '--pin', 'i'], 'give more of them'],
    [['none.txt', '--pin', 'nowhere'], '--pin takes one account'],
    [['--undo', 'x'], '--undo takes a number'],
    [['--undo', '99'], 'no word 99'],
    [['one.txt', '--published', 'soon'], '--published takes a date'],
  ])('%j is refused: %s', (words, why) => {
    const { status, out } = amend(...words);
    expect(out).toContain(why);
    expect(status).toBe(2);
  });

  test('what is purged takes with it what was said of it', () => {
    expect(run(['purge', 'a.stemma', 'two.txt', '--yes']).stdout).toMatch(
      /1 file erased, with \d words? that users said of it, without the notes on 1 claim that it was a part of/,
    );
    expect(amend().out).not.toMatch(/anna|two\.txt|seven/);
    expect(amend().out).toContain('Disputed by ben');
    expect(readFileSync(path('a.stemma'), 'latin1')).not.toContain('called');
  });
});
