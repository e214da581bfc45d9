import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CaseSession } from '../../src/cli/case-session.js';
import { fetchAccounts } from '../../src/cli/fetching.js';
import { readRecord } from '../../src/pipeline.js';
import { here, html, QUICK, redirect, type Site, site } from '../fetch/sites.js';
import { page } from '../ingest/archives.js';
import { commandOn } from './command.js';

const { path, run } = commandOn({
  one: 'The Coastal Safety Directorate plans to send 40 inspectors to six harbours, harbour master Ines Calder told the Beacon.',
  two: 'https://gazette.example/a\n# the other one\nhttp://127.0.0.1/b\n',
});
const READ = ['read', '--tier', 'rules', '--quiet'];
const archives = () => readdirSync(path()).filter((name) => name.startsWith('fetched-'));

describe('an address on the command line', () => {
  test.each([
    [
      'a URL without --fetch',
      ['read', 'https://gazette.example/a'],
      'https://gazette.example/a is an address: stemma read --fetch fetches',
    ],
    ['among files', ['read', 'accounts/one.txt', 'HTTP://gazette.example'], 'nothing is fetched without it'],
    [
      'a list without --fetch',
      ['read', 'accounts/two.txt'],
      'accounts/two.txt lists addresses: stemma read --fetch fetches them',
    ],
    ['another command', ['quotes', 'https://gazette.example/a'], 'stemma read --fetch fetches addresses'],
    ['reuse', ['reuse', 'https://gazette.example/a'], 'stemma read --fetch fetches addresses'],
    [
      '--fetch of another command',
      ['quotes', '--fetch', 'https://gazette.example/a'],
      'quotes knows no option "fetch"',
    ],
    [
      '--fetch without an address',
      ['read', '--fetch', 'accounts/one.txt'],
      '--fetch needs URLs, or a text file that lists them',
    ],
    [
      '--save without --fetch',
      ['read', '--save', 'a.warc.gz', 'accounts/one.txt'],
      '--save goes with --fetch',
    ],
    [
      '--save to another ending',
      ['read', '--fetch', '--save', 'a.html', 'http://127.0.0.1/'],
      'ends in .warc.gz',
    ],
    [
      '--save over a file',
      ['read', '--fetch', '--save', 'there.warc.gz', 'http://127.0.0.1/'],
      'is there already',
    ],
    [
      'a file that is not there beside it',
      ['read', '--fetch', 'gone.txt', 'http://127.0.0.1/'],
      'cannot read gone.txt',
    ],
  ])('%s is misuse', (_, args, words) => {
    writeFileSync(path('there.warc.gz'), 'mine');
    const { status, stderr } = run(args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(words) });
    expect(readFileSync(path('there.warc.gz'), 'utf8')).toBe('mine');
  });

  test('of this machine is refused, and the others are read', () => {
    writeFileSync(path('own.txt'), 'http://127.0.0.1:1/b\nhttp://localhost:1/\nfile:///etc/passwd\n');
    const { status, stderr } = run([...READ, '--fetch', 'own.txt', 'accounts/one.txt', '--json', 'a.json']);
    expect(status).toBe(1);
    expect(stderr.match(/127\.0\.0\.1 is not an address of the public internet/g)).toHaveLength(1);
    const { documents, messages } = JSON.parse(readFileSync(path('a.json'), 'utf8'));
    expect(documents.map((d: { ref: string }) => d.ref)).toEqual(['accounts/one.txt']);
    expect(messages.map((m: { rule: string; ref: string }) => `${m.rule} ${m.ref}`).sort()).toEqual([
      'bad-url file:///etc/passwd',
      'private-address http://127.0.0.1:1/b',
      'private-address http://localhost:1/',
    ]);
    // Nothing came, so nothing is kept.
    expect(archives()).toEqual([]);
  });
});

const options = { network: here(), limits: QUICK };
const A = page('Harbour closed');
const fetching = (addresses: readonly string[], where: { save?: string; into?: string } = {}) =>
  fetchAccounts(addresses, { save: where.save ?? null, into: where.into ?? null }, options);

describe('what is fetched', () => {
  test('is read from its archive, which read reads again the same', async () => {
    const { url } = await site({ '/a': html(A), '/b': html(page('Harbour open again')) });
    const { documents, messages, saved } = await fetching([url('/a'), url('/b')], {
      save: path('w.warc.gz'),
    });
    expect([documents.length, messages, saved]).toEqual([2, [], path('w.warc.gz')]);
    expect(run([...READ, path('w.warc.gz'), '--json', 'w.json']).status).toBe(0);
    const again = JSON.parse(readFileSync(path('w.json'), 'utf8')).documents;
    expect(again.map((d: { id: string }) => d.id).sort()).toEqual(documents.map((d) => d.id).sort());
  });

  test.each([
    [
      'a list of links',
      html('<html><body><a href="/">Home</a></body></html>'),
      'no-article',
      'no article was found in it',
    ],
    ['an empty page', html(''), 'no-article', 'no article was found in it'],
    ['a damaged PDF', html('%PDF-1.7 x', { 'Content-Type': 'application/pdf' }), 'damaged', /no PDF file/],
    [
      'a page packed in a way that is not read',
      html('x', { 'Content-Encoding': 'zstd' }),
      'unreadable',
      /packed as zstd/,
    ],
    ['a page that is gone', html('', {}, 404), 'http-status', /404/],
    ['a redirect to itself', redirect('/a'), 'too-many-redirects', /5 times/],
  ])('without an account has its message: %s', async (_, answer, rule, note) => {
    const { url } = await site({ '/a': answer, '/b': html(A) });
    const { documents, messages } = await fetching([url('/a'), url('/b')], {
      save: path(`${rule}-${_.length}.warc.gz`),
    });
    expect(documents).toHaveLength(1);
    expect(messages).toEqual([
      {
        rule,
        severity: 'error',
        ref: url('/a'),
        note: typeof note === 'string' ? note : expect.stringMatching(note),
      },
    ]);
  });
});

describe('a case', () => {
  /** What `read --case FILE --fetch` does, on invented hosts. */
  const into = async (addresses: readonly string[]) => {
    const session = CaseSession.open(path('f.stemma'), 'create');
    let added = 0;
    const { keptElsewhere, saved } = await fetchAccounts(
      addresses,
      { save: null, into: path('f.stemma') },
      { ...options, received: (file) => (added += session.add([file])) },
    );
    const { record, analyses } = await readRecord(session.documents(), {
      settings: { tier: 'rules' },
      messages: session.messages(),
    });
    session.commit('read', `${added} added`, record, analyses);
    session.close();
    const beside = archives();
    await keptElsewhere();
    return { added, saved, beside, messages: record.messages, documents: record.documents };
  };
  let sites: Site;
  let closed = true;

  test('keeps the archive as received, and what failed until it is there', async () => {
    sites = await site({
      '/a': html(A),
      '/b': (...asked) => html(page('Harbour open again'), {}, closed ? 404 : 200)(...asked),
    });
    const first = await into([sites.url('/a'), sites.url('/b')]);
    expect(first).toMatchObject({
      added: 1,
      saved: null,
      beside: [expect.stringMatching(/^fetched-\d{8}T\d{6}Z\.warc\.gz$/)],
    });
    expect(first.messages.map(({ rule }) => rule)).toEqual(['http-status']);
    // It is in the case now.
    expect(archives()).toEqual([]);
    expect(run(['verify', 'f.stemma']).stdout).toContain('f.stemma holds: 2 files, 1 account');

    closed = false;
    const second = await into([sites.url('/b')]);
    expect([second.added, second.messages]).toEqual([1, []]);
  });

  test('knows a page that has not changed when it is fetched again', async () => {
    const { url } = await site({ '/a': html(A) });
    await into([url('/a')]);
    const { documents, messages } = await into([url('/a')]);
    expect(documents.filter((d) => d.url === url('/a'))).toHaveLength(1);
    expect(messages.map(({ rule }) => rule)).toEqual(['duplicate']);
  });

  test('takes a page out by its address, erases an archive by its name, and holds', () => {
    expect(run([...READ, '--case', 'f.stemma', '--json', 'f.json']).status).toBe(0);
    const [{ url, ref }] = JSON.parse(readFileSync(path('f.json'), 'utf8')).documents;
    expect(run(['remove', 'f.stemma', url]).stdout).toMatch(/accounts? taken out/);
    expect(run(['remove', 'f.stemma', url, '--restore']).stdout).toMatch(/accounts? taken back in/);
    expect(run(['purge', 'f.stemma', ref.split('!')[0], '--yes']).stdout).toContain('erased');
    expect(run(['verify', 'f.stemma']).status).toBe(0);
    expect(run(['log', 'f.stemma']).stdout).toMatch(/read[\s\S]*remove[\s\S]*restore[\s\S]*purge/);
  });
});
