import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { patched, readAs, utf8 } from './archives.js';

type Entry = readonly [name: string, content: string, header?: object];

async function tar(...entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const [name, content, header] of entries) archive.entry({ name, ...header }, content);
  archive.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** The size in the header at `at` written anew, with the sum that makes the header hold. */
function sized(archive: Buffer, at: number, size: string | readonly number[]): Buffer {
  const copy = Buffer.from(archive);
  copy.set(typeof size === 'string' ? Buffer.from(size.padEnd(12, ' ')) : size, at + 124);
  copy.fill(0x20, at + 148, at + 156);
  const sum = copy.subarray(at, at + 512).reduce((total, byte) => total + byte, 0);
  copy.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148);
  return copy;
}

const A: Entry = ['b/a.txt', 'The bridge was closed.'];
const B: Entry = ['a/b.txt', 'The bridge was opened.'];

describe('a tar archive', () => {
  it('is read by name, packed or not, whatever its ending says', async () => {
    const bytes = await tar(A, B, ['empty/', '', { type: 'directory' }]);
    for (const [name, archive] of [
      ['a.tar', bytes],
      ['a.tar.gz', gzipSync(bytes)],
      ['a.TGZ', gzipSync(bytes)],
      ['a.tar', gzipSync(bytes)],
      ['a.tar.gz', bytes],
    ] as const) {
      const { refs, notes } = await readAs(name, archive);
      expect([refs, notes]).toEqual([[`${name}!a/b.txt`, `${name}!b/a.txt`], []]);
    }
  });

  it('may hold long names', async () => {
    const name = `${'folder/'.repeat(40)}a.txt`;
    expect((await readAs('a.tar', await tar([name, 'Closed.']))).refs).toEqual([`a.tar!${name}`]);
  });
});

describe('a tar archive that is damaged or made to harm', async () => {
  const both = await tar(A, B);
  it.each<[string, Buffer, string[], string[]]>([
    [
      'links and devices',
      await tar(
        A,
        ['l.txt', '', { type: 'symlink', linkname: '/etc/passwd' }],
        ['d', '', { type: 'block-device' }],
      ),
      ['!b/a.txt'],
      ['info link: 2 links or special files in it were left out'],
    ],
    [
      'paths that lead out',
      await tar(['../../a.txt', 'Closed.']),
      ['!a.txt'],
      ['info unsafe-path!a.txt: its path leads out of the archive; only its name was used'],
    ],
    [
      'two files of one name',
      await tar(A, ['b/a.txt', 'Opened.']),
      ['!b/a.txt'],
      ['warning duplicate-name!b/a.txt: several files of this name; the last was read'],
    ],
    [
      'cut off in a file',
      both.subarray(0, 1_030 + 512),
      ['!a/b.txt', '!b/a.txt'],
      ['warning damaged: damaged after 2 of its files; it was read so far'],
    ],
    [
      'cut off in a header',
      both.subarray(0, 1_200),
      ['!b/a.txt'],
      ['warning damaged: damaged after 1 of its files; it was read so far'],
    ],
    [
      'a broken header',
      patched(both, [...Buffer.from('a/b.txt')], 0, [1]),
      ['!b/a.txt'],
      ['warning damaged: damaged after 1 of its files; it was read so far'],
    ],
    [
      'a size of 8 GB',
      sized(both, 0, '77777777777'),
      [],
      [
        'error too-large!b/a.txt: 8589934591 bytes are more than the 67108864 read from one file',
        'warning damaged: damaged after 1 of its files; it was read so far',
      ],
    ],
    [
      'a size below zero',
      sized(both, 0, [...Array(11).fill(255), 0]),
      [],
      ['error unreadable: no tar archive'],
    ],
    ['a size that is none', sized(both, 0, 'x'), [], ['error unreadable: no tar archive']],
    [
      'a packed tar cut off',
      gzipSync(both).subarray(0, 100),
      ['!b/a.txt'],
      [
        'warning damaged: damaged at byte 0; it was read so far',
        'warning damaged: damaged after 1 of its files; it was read so far',
      ],
    ],
    ['no tar', utf8('Just a line of text.'), [], ['error unreadable: no tar archive']],
    ['an empty file', utf8(''), [], ['warning empty-document: no file in it']],
  ])('%s', async (_, bytes, refs, notes) => {
    const read = await readAs('a.tar', bytes);
    expect(read.refs).toEqual(refs.map((ref) => `a.tar${ref}`));
    expect(read.notes).toEqual(notes);
  });
});

describe('a file packed with gzip', () => {
  it.each<[string, string, Uint8Array, string[], string[]]>([
    ['text', 'x/a.txt.gz', gzipSync('The bridge was closed.'), ['x/a.txt.gz!a.txt'], []],
    [
      'text in two members',
      'a.txt.gz',
      Buffer.concat([gzipSync('Closed.'), gzipSync('Opened.')]),
      ['a.txt.gz!a.txt'],
      [],
    ],
    ['rows', 'r.jsonl.gz', gzipSync('{"id":"r1","text":"Closed."}'), ['r1'], []],
    ['text that is not packed', 'a.txt.gz', utf8('The bridge was closed.'), ['a.txt.gz!a.txt'], []],
    [
      'cut off',
      'a.txt.gz',
      gzipSync('The bridge was closed.').subarray(0, -9),
      ['a.txt.gz!a.txt'],
      ['warning damaged'],
    ],
    ['64 MB of zeros', 'a.txt.gz', gzipSync(new Uint8Array(64e6)), [], ['error too-large']],
    [
      'packed again and again',
      'a.txt.gz.gz.gz.gz.gz.gz',
      Array(6)
        .fill(0)
        .reduce((b: Buffer) => gzipSync(b), utf8('x')),
      [],
      ['error too-large'],
    ],
    ['nothing', '.gz', gzipSync(''), [], ['warning empty-document']],
  ])('%s', async (_, name, bytes, refs, rules) => {
    const read = await readAs(name, bytes);
    expect(read.refs).toEqual(refs);
    expect(read.notes.map((note) => note.replace(/[!:].*/, ''))).toEqual(rules);
  });
});
