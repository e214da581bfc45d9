import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import type { Document } from '../../src/model/document.js';

const FOLDER = join(import.meta.dirname, '../input/press-exports');
const example = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ofRole = ({ text, blocks }: Document, role: string): string[] =>
  blocks.filter((block) => block.role === role).map(({ start, end }) => text.slice(start, end));
const told = (d: Document) => [d.ref, d.title, d.outlet, d.byline, d.published, d.language, d.url];

describe('exports of press databases', () => {
  it('of Nexis, numbered', async () => {
    const { documents, messages } = await ingestBytes('n.txt', utf8(example('nexis.txt')));
    expect(documents.map(told)).toEqual([
      [
        'n.txt!1',
        'Harbour crates were counted twice, port says',
        'The Harbour Gazette',
        'Ines Calder',
        '2031-03-03',
        'en',
        null,
      ],
      ['n.txt!2', 'Crates missing, inspectors say', 'The Coast Courier', null, '2031-03-04', null, null],
    ]);
    const [first, second] = documents as [Document, Document];
    expect(ofRole(first, 'body')).toEqual([
      'The port of Harrowfleet counted 412 crates on Sunday, its spokeswoman\nMara Voss said. The first count had found 398.',
      '"We counted twice," Voss said.',
      'Length: 12 metres, as the port says of each crate, is what a lorry can\ncarry.',
    ]);
    expect(ofRole(first, 'summary')).toEqual([
      'The port of Harrowfleet counted its crates\nagain on Sunday.',
    ]);
    expect(ofRole(first, 'caption')).toEqual(['PHOTO: Crates at the harbour.']);
    expect(ofRole(first, 'copyright')).toEqual(['Copyright 2031 Harbour Press Ltd', 'All Rights Reserved']);
    expect(ofRole(first, 'boilerplate')).toContain('LOAD-DATE: March 9, 2031');
    expect(ofRole(second, 'body').at(-1)).toBe('An earlier edition gave a wrong number of crates.');
    expect(messages.map((m) => [m.rule, m.ref])).toEqual([['empty-document', 'n.txt!3']]);
  });

  it('of Nexis Uni, without the cover and who asked for it', async () => {
    const { documents, messages } = await ingestBytes('n.txt', utf8(example('nexis-uni.txt')));
    expect(documents.map(told)).toEqual([
      [
        'n.txt!1',
        'Harbour crates counted',
        'The Harbour Gazette (Harrowfleet)',
        'Ines Calder and Tomas Brandt',
        '2031-03-03T14:05Z',
        'en',
        null,
      ],
      ['n.txt!2', 'Crates missing, inspectors say', 'The Coast Courier', null, '2031-03-04', null, null],
    ]);
    expect(JSON.stringify(documents)).not.toContain('Somebody');
    expect(documents[0]!.text.startsWith('Harbour crates counted')).toBe(true);
    expect(ofRole(documents[0]!, 'body')).toHaveLength(2);
    expect(ofRole(documents[0]!, 'caption')).toHaveLength(2);
    expect(messages.map((m) => m.rule)).toEqual(['export-cover']);
  });

  it('of Factiva, with codes', async () => {
    const { documents, messages } = await ingestBytes('f.txt', utf8(example('factiva-coded.txt')));
    expect(messages).toEqual([]);
    expect(documents.map(told)).toEqual([
      [
        'f.txt!1',
        'Harbour crates were counted twice',
        'The Harbour Gazette',
        'Ines Calder',
        '2031-03-03',
        'en',
        null,
      ],
      ['f.txt!2', 'Crates missing, inspectors say', 'The Coast Courier', null, '2031-03-04', 'en', null],
    ]);
    expect(ofRole(documents[0]!, 'body')).toEqual([
      'The port of Harrowfleet counted 412 crates on Sunday, its spokeswoman Mara Voss said.',
      '"We counted twice," Voss said.',
      'IN the harbour nothing moved on Monday, the port said.',
    ]);
    expect(ofRole(documents[0]!, 'headline')).toEqual(['Harbour crates were counted twice']);
    expect(ofRole(documents[1]!, 'body')).toHaveLength(2);
  });

  it.each(['factiva.html', 'as text'])('of Factiva, without codes: %s', async (name) => {
    const html = example('factiva.html');
    const plain = html.replace(/<[^>]+>/g, '\n').replace(/\n{2,}/g, '\n\n');
    const { documents } = await ingestBytes(
      name === 'as text' ? 'f.txt' : 'f.html',
      utf8(name === 'as text' ? plain : html),
    );
    expect(documents.map((d) => told(d).slice(1))).toEqual([
      ['Harbour crates were counted twice', 'The Harbour Gazette', 'Ines Calder', '2031-03-03', 'en', null],
      ['Crates missing, inspectors say', 'The Coast Courier', null, '2031-03-04', 'en', null],
    ]);
    expect(ofRole(documents[0]!, 'body')).toHaveLength(2);
    expect(ofRole(documents[0]!, 'byline')).toEqual(['By Ines Calder']);
  });

  it('of ProQuest', async () => {
    const { documents, messages } = await ingestBytes('p.txt', utf8(example('proquest.txt')));
    expect(documents.map(told)).toEqual([
      [
        'p.txt!1',
        'Harbour crates were counted twice: [City Edition]',
        'The Harbour Gazette',
        'Calder, Ines',
        '2031-03-03',
        'en',
        'https://www.proquest.example/docview/123456789',
      ],
      ['p.txt!2', 'Crates missing, inspectors say', 'The Coast Courier', null, '2031-03-04', null, null],
    ]);
    expect(ofRole(documents[0]!, 'body')).toHaveLength(2);
    expect(ofRole(documents[1]!, 'headline')).toEqual(['Crates missing, inspectors say']);
    expect(messages.map((m) => [m.rule, m.ref])).toEqual([
      ['empty-document', 'p.txt!3'],
      ['export-cover', 'p.txt'],
    ]);
  });

  it.each(['nexis.txt', 'nexis-uni.txt', 'factiva-coded.txt', 'factiva.html', 'proquest.txt'])(
    'give the same from Windows, in UTF-16 and out of HTML; blocks leave nothing out: %s',
    async (name) => {
      const text = example(name);
      const { documents } = await ingestBytes(name, utf8(text));
      expect(documents.length).toBeGreaterThan(1);
      const windows = await ingestBytes(name, utf8(text.replace(/\n/g, '\r\n')));
      const wide = await ingestBytes(name, iconv.encode(text, 'utf16le', { addBOM: true }));
      const page = `<html><body>${text
        .split('\n')
        .map((line) => `<p>${line}</p>`)
        .join('')}</body></html>`;
      const html = name.endsWith('.txt') ? await ingestBytes(name, utf8(text)) : null;
      for (const other of [windows, wide, html ?? wide])
        expect(other.documents.map(told)).toEqual(documents.map(told));
      if (html !== null)
        expect((await ingestBytes('x.html', utf8(page))).documents.map((d) => d.outlet)).toEqual(
          documents.map((d) => d.outlet),
        );
      for (const { text: own, blocks } of documents) {
        expect(own).not.toBe('');
        let at = 0;
        for (const { start, end } of blocks) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(own.slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(own.slice(at).trim()).toBe('');
      }
    },
  );

  it.each<[string, string, string]>([
    ['coded', example('factiva-coded.txt'), 'Document HARGAZ0020310303eh3300001'],
    ['coded', example('factiva-coded.txt'), 'Document COASTC0020310309eh3400002'],
    ['plain', example('factiva.html'), 'Document HARGAZ0020310303eh3300001'],
    ['plain', example('factiva.html'), 'Document COASTC0020310309eh3400002'],
  ])('of Factiva, an article without the line that closes it: %s', async (kind, text, id) => {
    const plain =
      kind === 'coded' ? text : text.replace(/<title>.*?<\/title>|<[^>]+>/g, '\n').replace(/\n{2,}/g, '\n\n');
    const third = plain.slice(plain.indexOf('Document COASTC')).split('\n')[0]!;
    const three = `${plain.slice(0, plain.indexOf(third))}${third}\n\n${plain}`;
    const whole = await ingestBytes('f.txt', utf8(three));
    expect(whole.documents).toHaveLength(4);
    const at = three.lastIndexOf(id);
    const { documents, messages } = await ingestBytes(
      'f.txt',
      utf8(three.slice(0, at) + three.slice(at + id.length)),
    );
    expect(documents.map((d) => told(d).slice(1))).toEqual(whole.documents.map((d) => told(d).slice(1)));
    expect(documents.map((d) => ofRole(d, 'body').slice(0, 2))).toEqual(
      whole.documents.map((d) => ofRole(d, 'body').slice(0, 2)),
    );
    expect(messages.filter((m) => m.rule === 'damaged').map((m) => [m.severity, m.ref])).toEqual([
      ['warning', id.includes('COAST') ? 'f.txt!4' : 'f.txt!3'],
    ]);
  });

  it('of Nexis, two in one file: the numbers begin again', async () => {
    const [first, second] = example('nexis.txt')
      .split(/(?= {20,}\d of 3 DOC)/)
      .filter((part) => /of 3/.test(part));
    const two = `${first}${second}`.replaceAll('of 3 DOC', 'of 2 DOC');
    const { documents, messages } = await ingestBytes('n.txt', utf8(`${two}\n${two}`));
    expect(messages).toEqual([]);
    expect(documents.map((d) => [d.ref, d.title])).toEqual([
      ['n.txt!1', 'Harbour crates were counted twice, port says'],
      ['n.txt!2', 'Crates missing, inspectors say'],
      ['n.txt!3', 'Harbour crates were counted twice, port says'],
      ['n.txt!4', 'Crates missing, inspectors say'],
    ]);
  });

  it('an article of an export without its fields is read as plain text, and says so', async () => {
    const odd = `\n                               4 of 4 DOCUMENTS\n\n${'The port of Harrowfleet counted its crates again. '.repeat(12)}\n`;
    const { documents, messages } = await ingestBytes(
      'n.txt',
      utf8(example('nexis.txt').replaceAll('of 3 DOC', 'of 4 DOC') + odd),
    );
    expect(documents.map((d) => d.ref)).toEqual(['n.txt!1', 'n.txt!2', 'n.txt!4']);
    expect(messages.map((m) => [m.rule, m.ref])).toContainEqual(['plain-reading', 'n.txt!4']);
    expect(documents[2]!.blocks).toEqual([]);
  });
});

describe('what is no export stays one document', () => {
  const prose = 'The port of Harrowfleet counted 412 crates on Sunday, its spokeswoman Mara Voss said.\n\n';
  const cut = (name: string, from: string): string => example(name).slice(0, example(name).indexOf(from));
  it.each<[string, string]>([
    [
      'an article about Nexis',
      `${prose}Searches in Nexis gave "1 of 50 DOCUMENTS".\n\nLENGTH: 512 words\n\nEnd of Document\n\n${prose}`,
    ],
    ['separators alone', `${prose}End of Document\n\n${prose}End of Document\n\n${prose}End of Document\n`],
    ['numbers alone', `1 of 2 DOCUMENTS\n\n${prose}2 of 2 DOCUMENTS\n\n${prose}`],
    [
      'fields alone',
      `BYLINE: Ines Calder\n\nLENGTH: 512 words\n\nLOAD-DATE: March 3, 2031\n\n${prose}LENGTH: 40 words\n\nLOAD-DATE: March 4, 2031\n`,
    ],
    [
      'one field an article',
      `${prose}LENGTH: 5 words\n\nEnd of Document\n\n${prose}LENGTH: 6 words\n\nEnd of Document\n`,
    ],
    ['one article of an export', cut('nexis.txt', '                               2 of 3')],
    ['one coded article', cut('factiva-coded.txt', 'HD\n')],
    [
      'numbers of documents of Factiva',
      `${prose}Document HARGAZ0020310303eh3300001\n\n${prose}Document COASTC0020310309eh3400002\n`,
    ],
    [
      'rules',
      `${'_'.repeat(60)}\n\nTitle: A\n\n${prose}${'_'.repeat(60)}\n\nTitle: B\n\nFull text: ${prose}${'_'.repeat(60)}\n`,
    ],
    [
      'ids out of order',
      `5 of 9 DOCUMENTS\n\n${prose}5 of 9 DOCUMENTS\n\n${prose}2 of 7 DOCUMENTS\n\n${prose}`,
    ],
    ['codes in prose', `HD televisions\nBY the sea\nPD 3 March 2031\nSN x\n${prose}AN apple\n`],
  ])('%s', async (_, text) => {
    for (const ref of ['a.txt', 'a.md']) {
      const { documents, messages } = await ingestBytes(ref, utf8(text));
      expect(messages).toEqual([]);
      expect(documents.map((d) => [d.ref, d.text, d.blocks])).toEqual([[ref, text, []]]);
    }
  });

  it('a page that shows two such articles as pictures of a form', async () => {
    const page = `<article><h1>How we searched</h1><p>${prose}</p><p>Document HARGAZ0020310303eh3300001</p><p>${prose}</p></article>`;
    expect((await ingestBytes('a.html', utf8(page))).documents.map((d) => d.ref)).toEqual(['a.html']);
  });
});

describe('hostile exports', () => {
  const nexis = example('nexis.txt');
  const factiva = example('factiva-coded.txt');
  const proquest = example('proquest.txt');
  it.each<[string, string]>([
    ['separators without end', '1 of 9 DOCUMENTS\n'.repeat(500_000)],
    ['ends without end', `LENGTH: 5 words\n${'End of Document\n'.repeat(500_000)}`],
    [
      'rules without end',
      `Full text: x\n${'_'.repeat(4_000_000)}x\n${`${'_'.repeat(30)}\n`.repeat(100_000)}`,
    ],
    ['documents without end', 'Document HARGAZ0020310303eh3300001\n'.repeat(200_000)],
    ['spaces without end', `LENGTH: 5 words\n${' '.repeat(4_000_000)}1 of 2 DOCUMENTS`],
    ['labels without end', nexis.replace('BODY:', 'BYLINE: x\n'.repeat(100_000))],
    ['lines without end', nexis.replace('BODY:', `BODY:\n${'x\n'.repeat(400_000)}`)],
    ['a head without end', nexis.replace('City Edition', 'March 3, 2031\n'.repeat(50_000))],
    ['codes without end', factiva.replace('TD\n', 'TD\n'.repeat(200_000))],
    ['fields behind without end', factiva.replace('PUB  ', 'PUB  x\nRE  x : y\n'.repeat(100_000))],
    ['words without end', `${'512 words\n'.repeat(200_000)}${example('factiva.html')}`],
    ['fields of ProQuest without end', proquest.replace('Subject:', 'Subject: x\n'.repeat(100_000))],
    ['cut in the middle', nexis.slice(0, 1_500)],
    ['nul bytes and lone surrogates', nexis.replaceAll('crates', '\0\ud800')],
    ['objects', nexis.replaceAll('SECTION', '__proto__').replaceAll('LANGUAGE', 'constructor')],
    ['an article too long', nexis.replace('The port disputes', 'word '.repeat(450_000))],
    ['carriage returns', nexis.replaceAll('\n', '\r')],
  ])(
    'stay within bounds: %s',
    async (_, text) => {
      // The machine may be busy with other things.
      const started = process.cpuUsage();
      const { documents, messages } = await ingestBytes('a.txt', utf8(text));
      expect(documents.length + messages.length).toBeGreaterThan(0);
      for (const { rule } of messages)
        expect([
          'too-large',
          'empty-document',
          'export-cover',
          'plain-reading',
          'not-text',
          'damaged',
        ]).toContain(rule);
      expect(process.cpuUsage(started).user).toBeLessThan(10e6);
    },
    60_000,
  );

  it('name the article that is too long, and keep the others', async () => {
    const { documents, messages } = await ingestBytes(
      'n.txt',
      utf8(
        `${nexis.replace('The port disputes', 'word '.repeat(450_000)).replace(/3 of 3[\s\S]*$/, '')}3 of 3 DOCUMENTS\n${nexis.slice(40, nexis.indexOf('2 of 3'))}`,
      ),
    );
    expect(documents.map((d) => d.ref)).toEqual(['n.txt!1', 'n.txt!3']);
    expect(messages.map((m) => [m.severity, m.rule, m.ref])).toContainEqual([
      'error',
      'too-large',
      'n.txt!2',
    ]);
  });
});
