import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ABOUT, commandOn } from './command.js';

const { path, run } = commandOn({
  one: 'The Coastal Safety Directorate plans to send 40 inspectors to six harbours, harbour master Ines Calder told the Beacon.',
  two: 'About 40 inspectors will come to seven harbours, the Beacon reported.',
});

const READ = ['read', '--tier', 'rules', '--quiet', '--case', 'a.stemma'];
const READ_INTO = (file: string) => ['read', '--tier', 'rules', '--quiet', '--case', file];
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

  test('is read anew from its bytes', () => {
    expect(run([...READ, '--afresh', '--json', 'afresh.json']).status).toBe(0);
    expect(ends('log', 'a.stemma').out).toContain('0 accounts added, 0 read otherwise than before');
    expect(ends('read', 'accounts', '--afresh')).toMatchObject(says('name it with --case FILE', 2));
  });

  test('finds words in its accounts', () => {
    const { out, status } = ends('find', 'a.stemma', '40 inspectors', 'harbour*');
    expect(status).toBe(0);
    expect(out).toMatch(/^3 accounts have these words[\s\S]*The Packet[\s\S]*six\s+harbours/);
    expect(ends('find', 'a.stemma', 'nowhere')).toMatchObject(says('0 accounts have these words: nowhere'));
    expect(ends('find', 'a.stemma')).toMatchObject(says('find takes a case file', 2));
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

  test('erases every word', () => {
    const raw = () => readFileSync(path('p.stemma'), 'latin1').toLowerCase();
    writeFileSync(path('secret.txt'), 'The xylophagous beetle ate the pier, Ines Calder told the Beacon.');
    expect(run([...READ_INTO('p.stemma'), 'accounts', 'secret.txt', ...ABOUT]).status).toBe(0);
    expect(raw()).toContain('xylophagous');
    expect(run(['purge', 'p.stemma', 'secret.txt', '--yes']).status).toBe(0);
    expect(raw()).not.toContain('xylophagous');
    expect(raw()).not.toContain('secret.txt');
    expect(ends('verify', 'p.stemma')).toMatchObject(says('p.stemma holds'));
  });

  test('keeps an account of two files as long as one of them is there', () => {
    const row = JSON.stringify({ id: 'a1', text: 'The pier is shut, Ines Calder told the Beacon.' });
    for (const day of ['mon', 'tue']) writeFileSync(path(`${day}.jsonl`), `${row}\n`);
    expect(run([...READ_INTO('t.stemma'), 'mon.jsonl', 'tue.jsonl']).status).toBe(0);
    expect(
      run(['read', 'mon.jsonl', 'tue.jsonl', '--tier', 'rules', '--quiet', '--json', 'one.json']).status,
    ).toBe(0);
    expect(run([...READ_INTO('t.stemma'), '--json', 'case.json']).status).toBe(0);
    expect(readFileSync(path('case.json'), 'utf8')).toBe(readFileSync(path('one.json'), 'utf8'));
    expect(run(['purge', 't.stemma', 'mon.jsonl', '--yes']).status).toBe(0);
    expect(ends('claims', 't.stemma').out).toContain('1 account');
    expect(ends('verify', 't.stemma')).toMatchObject(says('1 file, 1 account'));
  });

  test('an account that comes twice and is marked unpublished by one of its ids is in no page', () => {
    const row = (date: string) =>
      JSON.stringify({
        id: 'u1',
        url: 'https://a.example/1',
        date,
        text: 'The weir leaks, Ines Calder told the Beacon.',
      });
    writeFileSync(path('one.jsonl'), `${row('2031-04-01')}\n`);
    writeFileSync(path('two.jsonl'), `${row('2031-04-02')}\n`);
    expect(run([...READ_INTO('u.stemma'), 'one.jsonl', 'two.jsonl', 'accounts']).status).toBe(0);
    expect(run([...READ_INTO('u.stemma'), '--json', 'u.json']).status).toBe(0);
    const { documents } = JSON.parse(readFileSync(path('u.json'), 'utf8')) as {
      documents: { id: string; text: string }[];
    };
    const { id } = documents.find(({ text }) => text.includes('weir'))!;
    expect(run(['amend', 'u.stemma', id, '--status', 'unpublished']).status).toBe(0);
    expect(run([...READ_INTO('u.stemma'), '--html', 'u.html', '--md', 'u.md']).status).toBe(0);
    for (const file of ['u.html', 'u.md']) expect(readFileSync(path(file), 'utf8')).not.toContain('weir');
    expect(run(['export', 'u.stemma', '--format', 'wacz', '--full-text', '--out', 'u.wacz']).status).toBe(0);
    expect(readFileSync(path('u.wacz'), 'latin1')).not.toContain('weir');
  });

  test('is verified as it was read: with a map, and from standard input', () => {
    writeFileSync(path('odd.csv'), 'Wort,Kopf\n"The pier is shut, Ines Calder told the Beacon.",Pier shut\n');
    expect(run([...READ_INTO('m.stemma'), 'odd.csv', '--map', 'text=Wort']).status).toBe(0);
    const input = `${JSON.stringify({ id: 'x', text: 'The ferry is late, Tom Reyes told the Beacon.' })}\n`;
    expect(run([...READ_INTO('m.stemma'), '-'], input).status).toBe(0);
    expect(ends('verify', 'm.stemma')).toMatchObject(says('2 files, 2 accounts'));
    expect(run([...READ_INTO('m.stemma'), 'odd.csv', '--map', 'text=Wort,title=Kopf']).status).toBe(0);
    expect(run([...READ_INTO('m.stemma'), '--json', 'm.json']).status).toBe(0);
    expect(readFileSync(path('m.json'), 'utf8')).toContain('"title":"Pier shut"');
    expect(ends('verify', 'm.stemma')).toMatchObject(says('2 files, 2 accounts'));
  });

  test('hears what is said of an account before it comes, and the last word on one', () => {
    mkdirSync(path('more', 'notes'), { recursive: true });
    writeFileSync(path('more', 'notes', 'call.txt'), 'A driver told us that the brakes failed twice in May.');
    writeFileSync(path('call.csv'), 'file,status\ncall.txt,unpublished\n');
    const into = READ_INTO('n.stemma');
    expect(run([...into, 'accounts/one.txt', '--about', 'call.csv']).status).toBe(0);
    expect(run([...into, 'more', '--json', 'n.json']).status).toBe(0);
    expect(readFileSync(path('n.json'), 'utf8')).toContain('"status":"unpublished"');
    for (const outlet of ['Alpha', 'Beta', 'Alpha'])
      expect(run(['amend', 'n.stemma', 'accounts/one.txt', '--outlet', outlet]).status).toBe(0);
    expect(run([...into, '--json', 'n.json']).status).toBe(0);
    expect(readFileSync(path('n.json'), 'utf8')).toContain('"outlet":"Alpha"');
  });

  test('what is attached to a letter that is not published is not published', () => {
    const letter = [
      'From: Ines Calder <ines@home.example>',
      'Subject: Brakes',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'The brakes failed twice in May, see the report.',
      '--b',
      'Content-Type: text/plain; name=report.txt',
      'Content-Disposition: attachment; filename=report.txt',
      '',
      'The zymurgic valve was found open on 3 May.',
      '--b--',
      '',
    ].join('\r\n');
    writeFileSync(path('tip.eml'), letter);
    writeFileSync(path('tip.csv'), 'file,status\ntip.eml,unpublished\n');
    expect(
      run([
        'read',
        'tip.eml',
        'accounts/one.txt',
        '--about',
        'tip.csv',
        '--tier',
        'rules',
        '--quiet',
        '--md',
        'tip.md',
      ]).status,
    ).toBe(0);
    expect(readFileSync(path('tip.md'), 'utf8')).not.toMatch(/zymurgic|report\.txt|tip\.eml/);
    expect(run([...READ_INTO('u.stemma'), 'tip.eml', 'accounts/one.txt']).status).toBe(0);
    expect(run(['amend', 'u.stemma', 'tip.eml', '--status', 'unpublished']).status).toBe(0);
    expect(run([...READ_INTO('u.stemma'), '--md', 'tip.md']).status).toBe(0);
    expect(readFileSync(path('tip.md'), 'utf8')).not.toMatch(/zymurgic|report\.txt|tip\.eml/);
  });

  test.each([
    ['no case', ['verify', 'nowhere.stemma'], 'there is no case file nowhere.stemma'],
    ['no account of that name', ['remove', 'a.stemma', 'nobody.txt'], 'no account of that name'],
    ['nothing to say', ['amend', 'a.stemma', 'two.txt'], 'amend needs one thing to say'],
    ['no such day', ['amend', 'a.stemma', 'two.txt', '--published', '03/04/2031'], 'takes a date'],
    ['a path that is not there', ['read', '--case', 'new.stemma', 'nowhere'], 'cannot read nowhere'],
    ['a text for a case', ['verify', 'accounts/one.txt'], 'it is no case file'],
  ] as const)('%s', (_, args, words) => {
    expect(ends(...args)).toMatchObject(says(words, 2));
    expect(existsSync(path('new.stemma'))).toBe(false);
  });
});
