import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ingestSource } from '../../src/ingest/ingest.js';
import { page, readAs, response, utf8 } from './archives.js';

const html = { 'Content-Type': 'text/html' };
const untitled = utf8(
  String(page('Untitled')).replaceAll('<title>Untitled</title>', '').replace('<h1>Untitled</h1>', ''),
);
const warc = Buffer.concat(
  [
    response('https://gazette.example/a', html, page('Harbour closed')),
    response('https://gazette.example/old', { ...html, Location: '/b' }, page('Moved'), '301 Moved'),
    response('https://gazette.example/b', html, page('Harbour open again')),
    response('https://gazette.example/c', html, untitled),
  ].map((record) => gzipSync(record)),
);
const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const pagesOf = (...pages: readonly object[]): Buffer =>
  utf8([{ format: 'json-pages-1.0', id: 'pages' }, ...pages].map((row) => JSON.stringify(row)).join('\n'));
const packageOf = (files: { readonly [path: string]: Uint8Array }): Buffer =>
  utf8(
    JSON.stringify({
      resources: Object.entries(files).map(([path, bytes]) => ({ path, hash: sha256(bytes) })),
    }),
  );
const wacz = (files: Zippable): Uint8Array => zipSync(files, { level: 0 });
const DATA = 'archive/data.warc.gz';

describe('a WACZ', () => {
  it('gives the pages on its list, with its titles where the pages have none', async () => {
    const pages = pagesOf(
      { url: 'https://gazette.example/old', title: 'An old address' },
      { url: 'https://gazette.example/c#top', title: 'Crates counted' },
    );
    const { documents, notes } = await readAs(
      'a.wacz',
      wacz({
        [DATA]: warc,
        'pages/pages.jsonl': pages,
        'datapackage.json': packageOf({ [DATA]: warc, 'pages/pages.jsonl': pages }),
      }),
    );
    expect(documents.map((d) => [d.ref, d.url, d.title])).toEqual([
      ['a.wacz!archive/data.warc.gz!3', 'https://gazette.example/b', 'Harbour open again'],
      ['a.wacz!archive/data.warc.gz!4', 'https://gazette.example/c', 'Crates counted'],
    ]);
    expect(notes).toEqual([
      'info no-article!archive/data.warc.gz: 2 records that are no article, or not on its list of pages, were left out',
    ]);
  });

  it('is read the same from a stream, packed in whatever way', async () => {
    for (const level of [0, 6] as const) {
      const bytes = zipSync({ [DATA]: warc }, { level });
      const source = {
        size: bytes.length,
        async *read(start = 0, end = bytes.length) {
          for (let at = start; at < end; at += 100) yield bytes.subarray(at, Math.min(end, at + 100));
        },
      };
      const { documents, messages } = await ingestSource('a.wacz', source);
      expect(documents.map((d) => d.ref.slice(-2))).toEqual(['!1', '!3', '!4']);
      expect(messages.map((m) => m.rule)).toEqual(['no-article']);
    }
  });

  it('is read whole where its list is empty', async () => {
    const { refs } = await readAs('a.wacz', wacz({ [DATA]: warc, 'pages/pages.jsonl': pagesOf() }));
    expect(refs).toHaveLength(3);
  });
});

describe('a WACZ that is damaged or changed', () => {
  const good = packageOf({ [DATA]: warc });
  const whole = wacz({ [DATA]: warc, 'datapackage.json': good });
  it.each<[string, Uint8Array, number, RegExp[]]>([
    [
      'a web archive changed since',
      wacz({ [DATA]: warc, 'datapackage.json': packageOf({ [DATA]: utf8('x') }) }),
      3,
      [/^warning damaged!archive\/data.warc.gz: .* may have been changed$/m],
    ],
    [
      'a list of digests changed since',
      wacz({
        [DATA]: warc,
        'datapackage.json': good,
        'datapackage-digest.json': utf8(
          JSON.stringify({ path: 'datapackage.json', hash: sha256(utf8('x')) }),
        ),
      }),
      3,
      [/^warning damaged!datapackage.json: /m],
    ],
    [
      'digests that are none',
      wacz({ [DATA]: warc, 'datapackage.json': utf8('{"resources":[null,{"path":1}]}') }),
      3,
      [],
    ],
    ['a package that is no JSON', wacz({ [DATA]: warc, 'datapackage.json': utf8('{') }), 3, []],
    [
      'a page that is not there',
      wacz({
        [DATA]: warc,
        'pages/pages.jsonl': pagesOf(
          { url: 'https://gazette.example/a' },
          { url: 'https://x.example/' },
          { url: 7 },
        ),
      }),
      1,
      [/^warning missing-page: 1 of the pages on its list/m],
    ],
    [
      'cut off',
      whole.subarray(0, whole.length - 40),
      3,
      [/^warning damaged: its directory is missing or damaged/m],
    ],
    ['no web archive', wacz({ 'a.txt': utf8('Closed.') }), 0, [/^error unreadable: no web archive in it/m]],
    ['a web archive that is none', wacz({ [DATA]: utf8('Closed.') }), 0, [/^error unreadable!archive/m]],
    ['no zip', utf8('Closed.'), 0, [/^error unreadable: no zip archive/m]],
  ])('%s', async (_, bytes, count, expected) => {
    const { refs, notes } = await readAs('a.wacz', bytes);
    expect(refs).toHaveLength(count);
    for (const pattern of expected) expect(notes.join('\n')).toMatch(pattern);
    expect(notes.length).toBeLessThanOrEqual(expected.length + 2);
  });
});
