import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ingestBytes, MAX_FILE_BYTES } from '../../src/ingest/ingest.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const one = async (ref: string, bytes: Uint8Array) => {
  const { documents, messages } = await ingestBytes(ref, bytes);
  expect(messages).toEqual([]);
  expect(documents).toHaveLength(1);
  return documents[0]!;
};
const rulesOf = async (ref: string, bytes: Uint8Array): Promise<string[]> =>
  (await ingestBytes(ref, bytes)).messages.map((m) => `${m.severity} ${m.rule}`);

describe('text files', () => {
  it('keep their text unchanged, line ends included, without the byte order mark', async () => {
    const text = ' Crates\r\n\r\nwere counted \n';
    expect(await one('a/b.txt', utf8(`\ufeff${text}`))).toMatchObject({
      ref: 'a/b.txt',
      text,
      blocks: [],
      published: null,
      captured: null,
      status: 'published',
    });
  });

  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8('Señor Núñez said “no”')],
    ['windows-1252', iconv.encode('Señor Núñez said “no”', 'windows-1252')],
    ['UTF-16 with a mark', iconv.encode('Señor Núñez said “no”', 'utf-16le', { addBOM: true })],
    ['UTF-16 without a mark', iconv.encode('Señor Núñez said “no”', 'utf-16be', { addBOM: false })],
  ])('%s', async (_, bytes) => {
    expect((await one('a.txt', bytes)).text).toBe('Señor Núñez said “no”');
  });

  it('names Cyrillic without a declaration', async () => {
    const text = 'Инспекторы считали ящики в гавани всю ночь, и никто им не мешал, сказала начальница порта.';
    expect((await one('a.txt', iconv.encode(text, 'windows-1251'))).text).toBe(text);
  });

  it('gives an id by what was received', async () => {
    const row = async (fields: object): Promise<string> =>
      (await one('r.jsonl', utf8(JSON.stringify({ id: 'x', text: 'Crates were counted.', ...fields })))).id;
    expect(await row({})).toBe(await row({}));
    expect(
      new Set([
        await row({}),
        await row({ url: 'https://a.example' }),
        await row({ outlet: 'Gazette' }),
        await row({ date: '2021-05-05' }),
        await row({ id: 'y' }),
      ]).size,
    ).toBe(5);
    expect(await row({ title: 'Crates' })).toBe(await row({}));
  });
});

describe('rows', () => {
  it('become documents under their own ids, bad ones messages with their line', async () => {
    const lines = [
      '{"id":"a","text":"One.","title":"T","outlet":"Gazette","date":"2021-05-05","url":null,"topic":"x"}',
      '',
      '{"id":"b","text":',
      '{"id":"c","title":"no text"}',
      '[1]',
      '{"id":"d","text":"  "}',
      '{"text":"Two.","date":"0001-01-01"}',
    ];
    const { documents, messages } = await ingestBytes('rows.jsonl', utf8(lines.join('\r\n')));
    expect(documents.map((d) => [d.ref, d.text, d.outlet, d.published])).toEqual([
      ['a', 'One.', 'Gazette', '2021-05-05'],
      ['rows.jsonl#7', 'Two.', null, null],
    ]);
    expect(messages.map((m) => `${m.rule}: ${m.note}`)).toEqual([
      'bad-row: line 3 is no valid JSON; it was left out',
      'bad-row: line 4 has neither text nor html; it was left out',
      'bad-row: line 5 is no object with text or html; it was left out',
      'empty-document: line 6 has an empty text; it was left out',
    ]);
  });

  it('stand in an array or in an object that holds one', async () => {
    expect((await ingestBytes('a.json', utf8('[{"id":"a","text":"One."}]'))).documents).toHaveLength(1);
    expect(
      (
        await ingestBytes(
          'a.json',
          utf8('{"articles":[{"id":"a","text":"One."},{"id":"b","html":"<p>Two.</p>"}]}'),
        )
      ).documents,
    ).toHaveLength(2);
  });
});

describe('input that is no account is named and never throws', () => {
  const lone = '"\\ud800 lone"';
  it.each<[string, string, Uint8Array, string[]]>([
    ['an empty file', 'a.txt', utf8(''), ['warning empty-document']],
    ['white space', 'a.txt', utf8(' \n\t '), ['warning empty-document']],
    [
      'an empty page',
      'a.html',
      utf8('<html><body><script>x()</script></body></html>'),
      ['warning empty-document'],
    ],
    [
      'a picture',
      'a.txt',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
      ['error not-text'],
    ],
    ['a PDF', 'a.html', utf8('%PDF-1.7 …'), ['error not-text']],
    [
      'random bytes',
      'a.txt',
      Uint8Array.from({ length: 4_096 }, (_, i) => (i * 7919) % 256),
      ['error not-text'],
    ],
    ['nul bytes', 'a.txt', new Uint8Array(1_000), ['error not-text']],
    ['an unknown type', 'a.xyz', utf8('x'), ['info unsupported-format']],
    ['no ending', 'README', utf8('x'), ['info unsupported-format']],
    ['a truth file', 'truth.json', utf8('{"a":{"b":1}}'), ['warning not-rows']],
    ['broken JSON', 'a.json', utf8('{"a":'), ['warning not-rows']],
    ['a file over the limit', 'a.txt', new Uint8Array(MAX_FILE_BYTES + 1), ['error too-large']],
    ['a lone surrogate', 'a.jsonl', utf8(`{"id":"a","text":${lone}}`), []],
    ['broken UTF-8', 'a.txt', new Uint8Array([0x61, 0x20, 0xff, 0xfe, 0x62, 0x20, 0xe9]), []],
    ['100,000 open tags', 'a.html', utf8(`${'<div>'.repeat(100_000)}Crates.`), ['warning plain-reading']],
    ['100,000 stray brackets', 'a.html', utf8('<'.repeat(300_000)), ['warning plain-reading']],
    ['an open attribute', 'a.html', utf8(`<p title="${'x'.repeat(100_000)}`), ['warning empty-document']],
  ])('%s', async (_, ref, bytes, rules) => {
    expect(await rulesOf(ref, bytes)).toEqual(rules);
  });
});
