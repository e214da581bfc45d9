import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ingestSource } from '../../src/ingest/ingest.js';
import { page, patched, readAs, utf8 } from './archives.js';

const LOCAL = [0x50, 0x4b, 3, 4];
const ENTRY = [0x50, 0x4b, 1, 2];

describe('a zip archive', () => {
  it('is read as the folder that was packed', async () => {
    const zip = zipSync({
      'notes/b.txt': utf8('The bridge was opened.'),
      'notes/a.html': page('Harbour closed'),
      'rows.jsonl': utf8('{"id":"r1","text":"Crates were counted."}'),
      'notes/.hidden.txt': utf8('no'),
      '.git/x.txt': utf8('no'),
      '__MACOSX/notes/b.txt': utf8('no'),
      'pic.png': utf8('x'),
      'A.txt': [utf8('The bridge was closed.'), { level: 0 }],
    });
    const { refs, notes } = await readAs('case.zip', zip);
    expect(refs).toEqual(['case.zip!A.txt', 'case.zip!notes/a.html', 'case.zip!notes/b.txt', 'r1']);
    expect(notes).toEqual([
      'info unsupported-format!pic.png: case.zip!pic.png is of a type that is not read',
    ]);
  });

  it('may hold archives, which are read too', async () => {
    const inner = zipSync({ 'a.txt': utf8('The bridge was closed.') });
    const { refs, notes } = await readAs('o.zip', zipSync({ 'i.zip': inner }));
    expect([refs, notes]).toEqual([['o.zip!i.zip!a.txt'], []]);
  });

  it('is read from a stream, which reads only the stretches needed', async () => {
    const zip = zipSync({
      'a.txt': utf8('The bridge was closed.'),
      'v.txt': [new Uint8Array(3e6), { level: 0 }],
    });
    let read = 0;
    const source = {
      size: zip.length,
      async *read(start = 0, end = zip.length) {
        read += end - start;
        yield zip.subarray(start, end);
      },
    };
    const { documents } = await ingestSource('a.zip', source);
    expect(documents.map((d) => d.text)).toEqual(['The bridge was closed.']);
    expect(read).toBeLessThan(3.2e6);
  });
});

describe('a zip archive that is damaged or made to harm', () => {
  const A = { 'a.txt': utf8('The bridge was closed. '.repeat(40)) };
  const B = { 'b.txt': utf8('The bridge was opened. '.repeat(40)) };
  const both = zipSync({ ...A, ...B });
  const nested = (depth: number): Uint8Array =>
    depth === 0 ? zipSync(A) : zipSync({ 'i.zip': nested(depth - 1), [`b${depth}.txt`]: B['b.txt']! });
  const many = (count: number): { [name: string]: Uint8Array } =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`e${i}.txt`, new Uint8Array(0)]));
  const bomb = zipSync({ 'bomb.txt': new Uint8Array(60_000_000), ...A }, { level: 9 });

  it.each<[string, Uint8Array, string[], string[]]>([
    [
      'paths that lead out',
      zipSync({ '../../etc/a.txt': A['a.txt'], '/root/b.txt': B['b.txt'], 'C:\\c.txt': A['a.txt'] }),
      ['!c.txt', '!etc/a.txt', '!root/b.txt'],
      Array(3).fill('info unsafe-path'),
    ],
    [
      'names with control characters',
      zipSync({ '\u001b[31m\u202ea.txt': A['a.txt'], 'b\u0000.txt': B['b.txt'] }),
      ['![31ma.txt', '!b.txt'],
      [],
    ],
    ['a name that is only a path', zipSync({ '../..': A['a.txt'] }), [], ['info unsafe-path']],
    [
      'cut off in its directory',
      both.subarray(0, both.length - 30),
      ['!a.txt', '!b.txt'],
      ['warning damaged'],
    ],
    ['cut off in a file', both.subarray(0, 120), ['!a.txt', '!b.txt'], ['warning damaged']],
    ['bytes before it', Buffer.concat([utf8('#!/bin/sh\n'), both]), ['!a.txt', '!b.txt'], []],
    ['bytes after it', Buffer.concat([both, utf8('x')]), ['!a.txt', '!b.txt'], []],
    ['a password', patched(both, ENTRY, 8, [1, 0]), [], ['error encrypted', 'error encrypted']],
    [
      'a method that is not read',
      patched(both, ENTRY, 10, [14, 0]),
      [],
      Array(2).fill('error unsupported-format'),
    ],
    [
      'a size that is too small',
      patched(zipSync(A), ENTRY, 24, [5, 0, 0, 0]),
      ['!a.txt'],
      ['warning damaged'],
    ],
    ['a size of 4 GB', patched(zipSync(A), ENTRY, 24, [255, 255, 255, 254]), ['!a.txt'], ['warning damaged']],
    ['a packed size of 4 GB', patched(zipSync(A), ENTRY, 20, [255, 255, 255, 254]), ['!a.txt'], []],
    [
      'a packed size that is too small',
      patched(zipSync(A), ENTRY, 20, [9, 0, 0, 0]),
      ['!a.txt'],
      ['warning damaged'],
    ],
    ['a wrong checksum', patched(zipSync(A), ENTRY, 16, [1, 2, 3, 4]), ['!a.txt'], ['warning damaged']],
    ['an offset that leads nowhere', patched(zipSync(A), ENTRY, 42, [0, 0, 1, 0]), [], ['error damaged']],
    ['no local headers', patched(both, LOCAL, 0, [0]), [], Array(2).fill('error damaged')],
    ['files over each other', patched(both, ENTRY, 42, [0, 0, 0, 0]), ['!a.txt'], ['error damaged']],
    [
      'two files of one name',
      patched(zipSync({ 'aa.txt': A['a.txt'], 'ab.txt': B['b.txt'] }), ENTRY, 47, [97]),
      ['!aa.txt'],
      ['warning duplicate-name'],
    ],
    ['one file of 60 MB of zeros', bomb, ['!a.txt'], ['error too-large']],
    [
      'archives in archives',
      nested(6),
      ['!b6.txt', '!i.zip!b5.txt', '!i.zip!i.zip!b4.txt', '!i.zip!i.zip!i.zip!b3.txt'],
      ['error too-large', 'error too-large'],
    ],
    ['70,000 empty files', zipSync(many(70_000), { level: 0 }), [], ['warning empty-document']],
    ['an empty archive', zipSync({}), [], []],
    ['no archive', utf8('Just a line of text.'), [], ['error unreadable']],
    ['an empty file', utf8(''), [], ['error unreadable']],
    ['nul bytes', new Uint8Array(100_000), [], ['error unreadable']],
  ])('%s', { timeout: 20_000 }, async (_, zip, refs, rules) => {
    const read = await readAs('a.zip', zip);
    expect(read.refs).toEqual(refs.map((ref) => `a.zip${ref}`));
    expect(read.notes.map((note) => note.replace(/[!:].*/, ''))).toEqual(rules);
  });

  it('tells in one message how many empty files there are', async () => {
    expect((await readAs('a.zip', zipSync(many(3)))).notes).toEqual([
      'warning empty-document: 3 files in it are empty',
    ]);
  });

  it('stops after a few bombs, wherever they lie', async () => {
    const layer = zipSync(
      Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`f${i}.txt`, new Uint8Array(7e6)])),
      { level: 1 },
    );
    const layers = Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`l${i}.zip`, layer]));
    const { refs, notes } = await readAs('a.zip', zipSync({ ...layers, 'm.txt': A['a.txt'] }));
    expect(refs).toEqual([]);
    expect(notes.filter((note) => note.includes('a multiple that no text has'))).toHaveLength(15);
    expect(notes.join()).toContain('it unpacks to more than the 1073741824 bytes read from one file');
  }, 30_000);
});
