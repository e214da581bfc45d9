import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import { document, docx, item, p, part, run } from './docx-writer.js';

const read = async (bytes: Uint8Array, ref = 'a.docx') => {
  const { documents, messages } = await ingestBytes(ref, bytes);
  const one = documents[0];
  return {
    document: one,
    blocks: one?.blocks.map(({ start, end, role }) => `${role}: ${one.text.slice(start, end)}`),
    said: messages.map((m) => `${m.severity} ${m.rule}: ${m.note}`),
  };
};

const FIRST = 'The harbour office of Aldermere counted the crates again on Tuesday night.';
const SECOND = 'Nobody had entered the sheds between the two counts, the head of the office said.';

describe('a Word document', () => {
  it('gives its paragraphs, with the roles that its styles tell', async () => {
    const {
      document: read1,
      blocks,
      said,
    } = await read(
      docx(
        p('Two crates lost their seals', 'Titel') +
          p('By Ines Calder', 'Autor') +
          p(FIRST) +
          p('What was found', 'Kop1') +
          item('Two crates without a seal') +
          item('A third that was missing') +
          p('“We counted twice,” she said.', 'Zitat') +
          p('“And a third time.”', 'Zitat2') +
          p('The eastern sheds at night', 'Beschriftung') +
          p(SECOND),
      ),
    );
    expect(blocks).toEqual([
      'headline: Two crates lost their seals',
      'byline: By Ines Calder',
      `body: ${FIRST}`,
      'heading: What was found',
      'list: Two crates without a seal',
      'list: A third that was missing',
      'quote: “We counted twice,” she said.',
      'quote: “And a third time.”',
      'caption: The eastern sheds at night',
      `body: ${SECOND}`,
    ]);
    expect(read1).toMatchObject({
      title: 'Two crates lost their seals',
      byline: 'By Ines Calder',
      published: null,
      outlet: null,
    });
    expect(said).toEqual([]);
  });

  it('without styles tells no roles', async () => {
    const { document: plain } = await read(docx(p('Crates lost') + p(FIRST) + p(SECOND)));
    expect(plain).toMatchObject({ text: `Crates lost\n\n${FIRST}\n\n${SECOND}`, blocks: [], title: null });
  });

  it('has its first heading as title where no paragraph is a title', async () => {
    const { document: headed, blocks } = await read(
      docx(p('Crates lost', 'Kop1') + p(FIRST) + p('Later', 'Kop2') + p(SECOND)),
    );
    expect(headed!.title).toBe('Crates lost');
    expect(blocks!.map((block) => block.split(':')[0])).toEqual(['headline', 'body', 'heading', 'body']);
  });

  it.each<[string, string, { [name: string]: string }, string]>([
    [
      'tables cell by cell',
      `${p(FIRST)}<w:tbl><w:tr><w:tc>${p('Monday')}</w:tc><w:tc>${p('4 crates')}</w:tc></w:tr><w:tr><w:tc>${p('Friday')}</w:tc><w:tc>${p('6 crates')}</w:tc></w:tr></w:tbl>`,
      {},
      `${FIRST}\n\nMonday\n\n4 crates\n\nFriday\n\n6 crates`,
    ],
    [
      'footnotes behind the text',
      p(`${run(FIRST)}<w:r><w:footnoteReference w:id="2"/></w:r>`) + p(SECOND),
      part('footnotes', `<w:footnote w:id="2">${p('As the port told on Monday.')}</w:footnote>`),
      `${FIRST}\n\n${SECOND}\n\nAs the port told on Monday.`,
    ],
    [
      'line breaks and tabs',
      p('<w:r><w:t>Port</w:t><w:br/><w:t>of</w:t><w:tab/><w:t>Aldermere</w:t></w:r>'),
      {},
      'Port\nof\tAldermere',
    ],
    ['a word in several runs', p(run('Alder') + run('mere', '<w:b/>')), {}, 'Aldermere'],
    [
      'no hidden text',
      p(run('Crates. ') + run('Ask Rolf.', '<w:vanish/>') + run('Seals.')),
      {},
      'Crates. Seals.',
    ],
    [
      'text that is shown although it could be hidden',
      p(run('Crates.', '<w:vanish w:val="0"/>')),
      {},
      'Crates.',
    ],
    ['soft hyphens dropped', p('<w:r><w:t>har</w:t><w:softHyphen/><w:t>bour</w:t></w:r>'), {}, 'harbour'],
    [
      'a link as its words',
      p('<w:hyperlink r:id="x"><w:r><w:t>the port</w:t></w:r></w:hyperlink>'),
      {},
      'the port',
    ],
    [
      'a text box behind the paragraph that holds it',
      p(
        `<w:r><w:t>${FIRST}</w:t><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${p('Boxed words.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      ) + p(SECOND),
      {},
      `${FIRST}\n\nBoxed words.\n\n${SECOND}`,
    ],
  ])('reads %s', async (_, body, parts, text) => {
    const { document: one, said } = await read(docx(body, parts));
    expect([one?.text, said]).toEqual([text, []]);
  });

  it('with changes under review: insertions stand, deletions and their authors do not', async () => {
    const body = p(
      `${run('Two ')}<w:ins w:id="1" w:author="Rolf Quist" w:date="2034-03-11T10:00:00Z">${run('sealed ')}</w:ins>` +
        `<w:del w:id="2" w:author="Rolf Quist"><w:r><w:delText>stolen </w:delText></w:r></w:del>` +
        `<w:moveFrom w:id="3">${run('gone ')}</w:moveFrom><w:moveTo w:id="4">${run('moved ')}</w:moveTo>${run('crates.')}`,
    );
    const { document: one, said } = await read(docx(body));
    expect(one!.text).toBe('Two sealed moved crates.');
    expect(JSON.stringify([one, said])).not.toMatch(/Quist|2034|stolen/);
    expect(said).toEqual([
      'warning tracked-changes: it holds changes under review: insertions were read as accepted, deletions left out',
    ]);
  });

  it('with comments and properties keeps them back', async () => {
    const { document: one, said } = await read(
      docx(p(`${run(FIRST)}<w:r><w:commentReference w:id="0"/></w:r>`), {
        ...part(
          'comments',
          `<w:comment w:id="0" w:author="Rolf Quist">${p('Is that so, Ines?')}</w:comment>`,
        ),
        'docProps/core.xml': '<x><creator>Rolf Quist</creator><title>Secret</title></x>',
        'docProps/app.xml': '<x><Company>Quist</Company></x>',
      }),
    );
    expect(one).toMatchObject({ text: FIRST, title: null, byline: null, published: null });
    expect(JSON.stringify([one, said])).not.toMatch(/Quist|Secret|Is that so/);
    expect(said).toEqual(['info comments: 1 comment left out']);
  });
});

describe('what goes wrong', () => {
  const old = (rest: string): Uint8Array =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(508), Buffer.from(rest, 'utf16le')]);
  const bare = (xml: string): Uint8Array => docx('', { 'word/document.xml': xml });
  const zeros = (n: number): Uint8Array => zipSync({ 'word/document.xml': new Uint8Array(n) });
  /** Tells a size in its directory that is not that of what it unpacks to. */
  const lying = (told: number): Uint8Array => {
    const bytes = Buffer.from(
      zipSync({ 'word/document.xml': strToU8(document(p('Crates. '.repeat(1_000_000)))) }),
    );
    bytes.writeUInt32LE(told, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    return bytes;
  };
  const laughs = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha">${'bcdefghij'
    .split('')
    .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'.charAt(i)};`.repeat(10)}">`)
    .join('')}]>${document(p('&j;')).slice(38)}`;

  it.each<[string, () => Uint8Array, string]>([
    [
      'a password',
      () => old('EncryptedPackage'),
      'error encrypted: it is locked with a password; save a copy without one',
    ],
    [
      'an old Word document',
      () => old('WordDocument'),
      'error unsupported-format: it is an old Word document under a new name; save it as .docx',
    ],
    [
      'no ZIP archive',
      () => strToU8('{\\rtf1 Crates.}'),
      'error damaged: it is no .docx file, or it is cut off',
    ],
    ['nothing', () => new Uint8Array(0), 'error damaged'],
    ['nul bytes', () => new Uint8Array(100_000), 'error damaged'],
    ['cut off', () => docx(p(FIRST)).subarray(0, 900), 'error damaged'],
    ['an empty archive', () => zipSync({}), 'error damaged'],
    [
      'another kind of archive',
      () => zipSync({ 'a.txt': strToU8('Crates.') }),
      'error damaged: it could not be read as .docx: Could not find main document part',
    ],
    ['broken XML', () => bare('<w:document><w:body>'), 'error damaged'],
    ['no body', () => bare(document('')), 'warning empty-document: it shows no text'],
    ['XML of something else', () => bare('<html/>'), 'error damaged'],
    [
      '100 MB of zeros',
      () => zeros(100 * 1024 ** 2),
      'error too-large: it unpacks to more than the 67108864 bytes read',
    ],
    ['a size told too small', () => lying(100), 'error damaged'],
    ['a size told too large', () => lying(0xfffffff0), 'error too-large'],
    ['entities in entities', () => bare(laughs), 'error damaged'],
    [
      '5,000 tables in tables',
      () => docx('<w:tbl><w:tr><w:tc>'.repeat(5_000) + p(FIRST) + '</w:tc></w:tr></w:tbl>'.repeat(5_000)),
      'error',
    ],
    ['100,000 empty paragraphs', () => docx('<w:p/>'.repeat(100_000) + p(FIRST)), ''],
    ['three million elements', () => docx('<w:x/>'.repeat(3_000_000) + p(FIRST)), 'error too-large'],
    [
      'a note that refers to itself',
      () =>
        docx(
          p(`${run(FIRST)}<w:r><w:footnoteReference w:id="2"/></w:r>`),
          part(
            'footnotes',
            `<w:footnote w:id="2">${p('<w:r><w:t>Again.</w:t><w:footnoteReference w:id="2"/></w:r>')}</w:footnote>`,
          ),
        ),
      '',
    ],
    [
      'a picture from the network',
      () =>
        docx(
          p(FIRST) +
            p(
              '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="r9"/></wp:inline></w:drawing></w:r>',
            ),
        ),
      '',
    ],
    [
      'parts with paths out of the folder',
      () => docx(p(FIRST), { '../../evil.xml': '<x/>', '/etc/evil.xml': '<x/>', __proto__x: '' }),
      '',
    ],
    ['lone surrogates', () => docx(p('Crates &#xD800; and &#0; seals.')), ''],
  ])(
    '%s',
    async (_, make, expected) => {
      const { document: one, said } = await read(make());
      expect(said.join('; ')).toContain(expected);
      if (expected.startsWith('error')) expect(one).toBeUndefined();
      if (expected === '') expect([one?.text.slice(0, 6), said]).toEqual([expect.any(String), []]);
      if (one !== undefined) expect(one.text.length).toBeLessThan(1_000);
      if (one !== undefined) expect(one.text).not.toMatch(/[\ud800-\udfff\0]/u);
    },
    30_000,
  );

  it('bytes changed here and there: a document or a message, never a throw', async () => {
    const good = docx(p('Crates lost', 'Titel') + item(FIRST) + p(SECOND));
    for (let round = 0; round < 60; round++) {
      const bytes = good.slice();
      for (let i = 0; i <= round % 4; i++)
        bytes[(round * 7919 + i * 104_729) % bytes.length] = (round * 31 + i * 7) % 256;
      const { documents, messages } = await ingestBytes('a.docx', bytes);
      expect(documents.length + messages.length).toBeGreaterThan(0);
    }
  });

  it.each(['doc', 'odt', 'rtf', 'pages'])('.%s says how it can be read', async (ending) => {
    expect((await read(strToU8('x'), `a.${ending}`)).said).toEqual([
      `info unsupported-format: .${ending} is not read; save it as .docx or .pdf`,
    ]);
  });
});
