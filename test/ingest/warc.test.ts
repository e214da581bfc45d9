import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ingestBytes, ingestSource } from '../../src/ingest/ingest.js';
import { page, record, response, utf8 } from './archives.js';

const read = async (ref: string, ...parts: readonly Uint8Array[]) => {
  const { documents, messages } = await ingestBytes(ref, Buffer.concat(parts));
  return {
    documents,
    refs: documents.map((d) => d.ref),
    notes: messages.map((m) => `${m.severity} ${m.rule}${m.ref === ref ? '' : ` ${m.ref}`}: ${m.note}`),
  };
};
const gz = (bytes: Uint8Array): Buffer => gzipSync(bytes);
const html = { 'Content-Type': 'text/html; charset=utf-8' };

const A = response('https://gazette.example/a', html, page('Harbour closed'));
const B = response('https://gazette.example/b', html, page('Harbour open again'));
const C = response('https://gazette.example/c', html, page('Harbour closed once more'));

describe('a web archive', () => {
  it('gives each page with its address and the time of its capture', async () => {
    const { documents, notes } = await read(
      'w.warc.gz',
      gz(record('warcinfo', {}, 'software: x')),
      gz(A),
      gz(B),
    );
    expect(notes).toEqual(['info no-article: 1 record that is no article was left out']);
    expect(documents.map((d) => [d.ref, d.url, d.captured, d.published, d.title])).toEqual([
      ['w.warc.gz!2', 'https://gazette.example/a', '2034-03-11T09:30:00Z', null, 'Harbour closed'],
      ['w.warc.gz!3', 'https://gazette.example/b', '2034-03-11T09:30:00Z', null, 'Harbour open again'],
    ]);
    expect(documents[0]!.text).toContain('The harbour master of Ostrava Bay');
    expect(new Set(documents.map((d) => d.id)).size).toBe(2);
  });

  it('is read whether packed record by record, as one, or not at all, whatever its name says', async () => {
    for (const [name, bytes] of [
      ['w.warc', Buffer.concat([A, B])],
      ['w.warc.gz', Buffer.concat([A, B])],
      ['w.warc', Buffer.concat([gz(A), gz(B)])],
      ['w.WARC.GZ', gz(Buffer.concat([A, B]))],
    ] as const) {
      const { refs, notes } = await read(name, bytes);
      expect(refs).toEqual([`${name}!1`, `${name}!2`]);
      expect(notes).toEqual([]);
    }
  });

  it('is read the same from a stream cut anywhere', async () => {
    const bytes = Buffer.concat([gz(A), gz(B), gz(C)]);
    for (const size of [1, 7, 100]) {
      const source = {
        size: bytes.length,
        async *read(start = 0, end = bytes.length) {
          for (let at = start; at < end; at += size) yield bytes.subarray(at, Math.min(end, at + size));
        },
      };
      const { documents, messages } = await ingestSource('w.warc.gz', source);
      expect(documents).toEqual((await ingestBytes('w.warc.gz', bytes)).documents);
      expect(messages).toEqual([]);
    }
  });

  it.each<[string, Record<string, string>, Uint8Array]>([
    ['gzip', { 'Content-Encoding': 'gzip' }, gzipSync(page('Harbour closed'))],
    ['deflate', { 'Content-Encoding': 'deflate' }, deflateSync(page('Harbour closed'))],
    ['br', { 'Content-Encoding': 'br' }, brotliCompressSync(page('Harbour closed'))],
    ['chunks', { 'Transfer-Encoding': 'chunked' }, chunked(page('Harbour closed'))],
    [
      'gzip in chunks',
      { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' },
      chunked(gzipSync(page('Harbour closed'))),
    ],
    ['a header left of gzip', { 'Content-Encoding': 'gzip' }, page('Harbour closed')],
    ['a header left of br', { 'Content-Encoding': 'br' }, page('Harbour closed')],
    ['a header left of chunks', { 'Transfer-Encoding': 'chunked' }, page('Harbour closed')],
    ['a wrong HTTP length', { 'Content-Length': '5' }, page('Harbour closed')],
  ])('unpacks a page sent as %s', async (_, headers, body) => {
    const { documents, notes } = await read(
      'w.warc',
      response('https://a.example/', { ...html, ...headers }, body),
    );
    expect(notes).toEqual([]);
    expect(documents[0]!.text).toContain('The harbour master of Ostrava Bay');
  });

  const SAID = 'Śluza w Łęczycy, Žižkov, „šest“: the harbour master said that no ship would leave.';
  const SAID_1251 = 'Причал закрыт, сказал начальник порта, и ни одно судно не выйдет до проверки.';
  const bare = (text: string, meta = ''): string =>
    `<html><head>${meta}<title>x</title></head><body><article><h1>x</h1><p>${text}</p><p>${text}</p></article></body></html>`;
  it.each<[string, string, Uint8Array, string]>([
    [
      'text/html; charset=ISO-8859-2',
      'alone',
      iconv.encode(bare(SAID.replace(/[„“]/g, '"')), 'iso-8859-2'),
      SAID.replace(/[„“]/g, '"'),
    ],
    ['text/plain;charset="windows-1250"', 'alone', iconv.encode(SAID, 'windows-1250'), SAID],
    ['text/html; charset=windows-1251', 'alone', iconv.encode(bare(SAID_1251), 'windows-1251'), SAID_1251],
    [
      'text/html; charset=windows-1250',
      'before <meta>',
      iconv.encode(bare(SAID, '<meta charset="iso-8859-1">'), 'windows-1250'),
      SAID,
    ],
    ['text/html; charset=windows-1250', 'behind a mark', Buffer.from(`\ufeff${bare(SAID)}`), SAID],
    [
      'text/html; charset=ISO-8859-1',
      'where it is UTF-8',
      Buffer.from(bare(SAID, '<meta charset="utf-8">')),
      SAID,
    ],
    [
      'text/html; charset=utf-8',
      'where it is not',
      iconv.encode(bare(SAID, '<meta charset="windows-1250">'), 'windows-1250'),
      SAID,
    ],
    ['text/html; charset=quay-7', 'not known', Buffer.from(bare(SAID)), SAID],
    [`text/html; charset=${'x'.repeat(5_000)}`, 'too long', Buffer.from(bare(SAID)), SAID],
  ])('is read in the encoding that the server names: %s %s', async (type, _, body, said) => {
    const { documents, notes } = await read(
      'w.warc',
      response('https://a.example/', { 'Content-Type': type }, body),
    );
    expect(notes).toEqual([]);
    expect(documents[0]!.text).toContain(said);
  });

  it('leaves out what is no article, and counts it', async () => {
    const { refs, notes } = await read(
      'w.warc',
      record('request', { 'WARC-Target-URI': 'https://a.example/' }, 'GET / HTTP/1.1\r\n\r\n'),
      record('metadata', { 'WARC-Target-URI': 'https://a.example/' }, 'via: x'),
      record('revisit', { 'WARC-Target-URI': 'https://a.example/' }, 'HTTP/1.1 200 OK\r\n\r\n'),
      response('https://a.example/old', { ...html, Location: '/new' }, page('Moved'), '301 Moved'),
      response('https://a.example/gone', html, page('Not found'), '404 Not Found'),
      response('https://a.example/robots.txt', { 'Content-Type': 'text/plain' }, utf8('User-agent: *')),
      response('https://a.example/p.png', { 'Content-Type': 'image/png' }, utf8('\x89PNG')),
      response('https://a.example/s.js', { 'Content-Type': 'text/javascript' }, utf8('x()')),
      response('https://a.example/nav', html, utf8('<html><body><a href="/">Home</a></body></html>')),
      response('https://a.example/empty', html, utf8('')),
      response('https://a.example/none', {}, page('No type')),
      record(
        'resource',
        { 'WARC-Target-URI': 'urn:text:https://a.example/', 'Content-Type': 'text/plain' },
        'The crawler noted the text of the page here again.',
      ),
      A,
    );
    expect(refs).toEqual(['w.warc!13']);
    expect(notes).toEqual(['info no-article: 12 records that are no article were left out']);
  });

  it('takes plain text and resources', async () => {
    const { documents } = await read(
      'w.warc',
      response('https://a.example/r.txt', { 'Content-Type': 'text/plain' }, utf8('The bridge was closed.')),
      record(
        'resource',
        { 'WARC-Target-URI': '<https://a.example/r>', 'Content-Type': 'text/plain' },
        'The bridge was opened.',
      ),
    );
    expect(documents.map((d) => [d.url, d.text])).toEqual([
      ['https://a.example/r.txt', 'The bridge was closed.'],
      ['https://a.example/r', 'The bridge was opened.'],
    ]);
  });
});

describe('what an archive says of a page', () => {
  it('is taken only where it makes sense', async () => {
    const told = async (headers: Record<string, string>) => {
      const body = Buffer.concat([utf8('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'), page('X')]);
      const { documents } = await read(
        'w.warc',
        record('response', { 'WARC-Target-URI': 'https://a.example/', ...headers }, body),
      );
      return documents.map((d) => d.captured);
    };
    expect(await told({ 'WARC-Date': '2034-03-11T09:30:00.123456Z' })).toEqual([
      '2034-03-11T09:30:00.123456Z',
    ]);
    expect(await told({ 'WARC-Date': '2034' })).toEqual(['2034']);
    expect(await told({ 'WARC-Date': 'yesterday' })).toEqual([null]);
    expect(await told({ 'WARC-Date': '2034-13-45T09:30:00Z' })).toEqual([null]);
    expect(await told({ 'WARC-Target-URI': 'https://a.example/ https://b.example/' })).toEqual([]);
  });
});

function chunked(bytes: Uint8Array): Uint8Array {
  const half = bytes.length >> 1;
  const parts = [bytes.subarray(0, half), bytes.subarray(half)].flatMap((part) => [
    utf8(`${part.length.toString(16)};x=y\r\n`),
    part,
    utf8('\r\n'),
  ]);
  return Buffer.concat([...parts, utf8('0\r\n\r\n')]);
}

describe('a web archive that is damaged or made to harm is read as far as it goes', () => {
  const huge = (length: string): Uint8Array =>
    utf8(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: ${length}\r\n\r\n`,
    );
  const broken = Buffer.from(gz(B));
  broken.fill(0xff, 40, 60);
  const cut = gz(B).subarray(0, -60);

  it.each<[string, Uint8Array[], string[], RegExp[]]>([
    ['cut off in a record', [A, B.subarray(0, 700)], ['1', '2'], [/^warning damaged: record 2 is shorter/]],
    [
      'cut off in a member',
      [gz(A), cut],
      ['1'],
      [/^warning damaged: damaged at byte \d+$/m, /record 2 is shorter/],
    ],
    [
      'a member cut off before others',
      [gz(A), cut, gz(C)],
      ['1', '3'],
      [/damaged at byte 505$/m, /after record 2 belong/],
    ],
    ['broken bytes in a member', [gz(A), broken, gz(C)], ['1'], [/damaged at byte/]],
    ['rubbish between members', [gz(A), utf8('rubbish here'), gz(B)], ['1', '2'], [/damaged at byte \d+/]],
    ['zeros after the end', [gz(A), new Uint8Array(100_000)], ['1'], []],
    ['rubbish before the first record', [utf8('\n\nrubbish\n'), A], ['1'], [/8 bytes before record 1/]],
    [
      'a length too small',
      [shorter(A), B],
      ['2'],
      [/bytes before record 2 belong to no record/, /no-article/],
    ],
    ['a length too large, packed', [gz(longer(A)), gz(B)], ['1', '2'], [/record 1 is shorter than it says/]],
    [
      'a length of 5 GB',
      [gz(A), gz(huge('5368709120')), gz(B)],
      ['1', '3'],
      [/record 2 is shorter/, /no-article/],
    ],
    ['a length of 5 GB, unpacked', [A, huge('5368709120')], ['1'], [/record 2 is shorter/, /no-article/]],
    ['a length that is none', [A, huge('-1'), B], ['1', '3'], [/no-article/]],
    [
      'a header without an end',
      [A, utf8(`WARC/1.0\r\n${'a: b\r\n'.repeat(400_000)}`)],
      ['1'],
      [/header without an end/],
    ],
    [
      'a page of 100 MB packed by br',
      [
        A,
        response(
          'https://a.example/',
          { ...html, 'Content-Encoding': 'br' },
          brotliCompressSync(new Uint8Array(1e8), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
        ),
      ],
      ['1'],
      [/error unreadable w.warc.gz!2: its page could not be unpacked: unpacks to more than/],
    ],
    [
      'a page of 100 MB packed by gzip',
      [
        A,
        response(
          'https://a.example/',
          { ...html, 'Content-Encoding': 'gzip' },
          gzipSync(new Uint8Array(1e8)),
        ),
      ],
      ['1'],
      [/error unreadable w.warc.gz!2: its page could not be unpacked: unpacks to more than/],
    ],
    [
      'a page packed in a way not read',
      [A, response('https://a.example/', { ...html, 'Content-Encoding': 'zstd\u001b[31m' }, page('X'))],
      ['1'],
      [/packed as zstd[?31m]+, which is not read/],
    ],
    [
      'a page packed ten times',
      [
        A,
        response(
          'https://a.example/',
          { ...html, 'Content-Encoding': Array(10).fill('gzip').join() },
          page('X'),
        ),
      ],
      ['1'],
      [/packed 10 times over/],
    ],
    [
      'a record that unpacks to 100 MB',
      [gz(A), gz(response('https://a.example/', html, new Uint8Array(1e8)))],
      ['1'],
      [/error too-large: it unpacks to a multiple/],
    ],
    [
      'an address that is none',
      [A, response('javascript:alert(1)', html, page('X'))],
      ['1'],
      [/no-article: 1 record/],
    ],
    [
      'an address of a folder',
      [A, response('file:///home/ines/a.html', html, page('X'))],
      ['1'],
      [/no-article: 1 record/],
    ],
    [
      'an HTTP head without an end',
      [
        A,
        record(
          'response',
          { 'WARC-Target-URI': 'https://a.example/' },
          `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(100_000)}`,
        ),
      ],
      ['1'],
      [/no-article: 1 record/],
    ],
    ['no archive at all', [utf8('Just a line of text.')], [], [/bytes after record 0/, /error unreadable/]],
    ['an empty file', [], [], [/error unreadable/]],
    ['a packed empty file', [gz(utf8(''))], [], [/error unreadable/]],
  ])('%s', async (_, parts, numbers, expected) => {
    const { refs, notes } = await read('w.warc.gz', ...parts);
    expect(refs).toEqual(expect.arrayContaining(numbers.map((n) => `w.warc.gz!${n}`)));
    for (const pattern of expected) expect(notes.join('\n')).toMatch(pattern);
    expect(notes.length).toBeLessThanOrEqual(expected.length + 1);
  });
});

/** The record with its length changed. */
function shorter(bytes: Uint8Array): Uint8Array {
  return changed(bytes, (length) => Math.floor(length / 8));
}
function longer(bytes: Uint8Array): Uint8Array {
  return changed(bytes, (length) => length + 500);
}
function changed(bytes: Uint8Array, by: (length: number) => number): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(
    text.replace(/Content-Length: (\d+)/, (_, n: string) => `Content-Length: ${by(Number(n))}`),
    'latin1',
  );
}
