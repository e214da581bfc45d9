import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseMap } from '../../src/ingest/columns.js';
import { ingestBytes } from '../../src/ingest/ingest.js';
import { type Io, ingestPaths } from '../../src/ingest/paths.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, { ref = 't.csv', map = '' } = {}) =>
  ingestBytes(ref, utf8(text), map === '' ? {} : { map: parseMap(map) });
const said = async (text: string, options = {}): Promise<string[]> =>
  (await read(text, options)).messages.map((m) => `${m.severity} ${m.rule}: ${m.note}`);

describe('tables that newsrooms have', () => {
  it('of Media Cloud', async () => {
    const { documents, messages } = await read(
      'id,url,title,publish_date,media_name,media_url,language,text\n' +
        '77,https://gazette.example/1,Crates counted,2031-03-03,Harbour Gazette,https://gazette.example,en,"Crates, says the port, were counted."\n',
    );
    expect(messages).toEqual([]);
    expect(documents).toMatchObject([
      {
        ref: '77',
        url: 'https://gazette.example/1',
        title: 'Crates counted',
        published: '2031-03-03',
        outlet: 'Harbour Gazette',
        language: 'en',
        text: 'Crates, says the port, were counted.',
        status: 'published',
        captured: null,
        blocks: [],
      },
    ]);
  });

  it('of a newsroom, with quotes, line breaks in cells, a mark and empty rows', async () => {
    const { documents, messages } = await read(
      '\ufeffHeadline,Outlet,Date,Link,Text\r\n' +
        'Crates counted,Harbour Gazette,3 March 2031,https://gazette.example/1,"The port said ""no"".\nTwice."\r\n' +
        ',,,,\r\n' +
        'Crates gone,Coast Courier,"March 4, 2031 2:05 PM",,Gone.\r\n',
    );
    expect(messages).toEqual([]);
    expect(documents.map((d) => [d.ref, d.title, d.outlet, d.published, d.url, d.text])).toEqual([
      [
        't.csv#1',
        'Crates counted',
        'Harbour Gazette',
        '2031-03-03',
        'https://gazette.example/1',
        'The port said "no".\nTwice.',
      ],
      ['t.csv#3', 'Crates gone', 'Coast Courier', '2031-03-04T14:05', null, 'Gone.'],
    ]);
  });

  it('of Bellingcat’s auto-archiver', async () => {
    const { documents, messages } = await read(
      'Link,Archive status,Archive location,Archive date,Upload timestamp,Upload title,Textual Content,Screenshot,Hash\n' +
        'https://social.example/1,wayback: success,https://store.example/1.mp4,2031-03-05T10:00:00+00:00,2031-03-03 14:05:00,Crates,Crates were counted.,s.png,abc\n' +
        'https://social.example/2,nothing archived,,,,,,,\n',
    );
    expect(documents).toMatchObject([
      {
        ref: 't.csv#1',
        url: 'https://social.example/1',
        title: 'Crates',
        published: '2031-03-03T14:05:00',
        captured: '2031-03-05T10:00:00+00:00',
        status: 'published',
      },
    ]);
    expect(messages.map((m) => m.note)).toEqual(['row 2 has an empty text; it was left out']);
  });

  it.each<[string, string, string]>([
    ['German', 'Überschrift;Medium;Datum;Autorin;Sprache;Volltext', '3. März 2031'],
    ['French', 'TITRE|Média|Date de publication|auteur|langue|Texte intégral', '3 mars 2031'],
    ['Spanish', 'Titular\tmedio\tFecha de publicación\tautora\tidioma\tTexto', '3 de marzo de 2031'],
    ['with other punctuation', 'Head-line,media_name,PUBLISHED (at),By:,Lang.,Full_Text', '2031/03/03'],
  ])('%s', async (_, header, date) => {
    const delimiter = header.match(/[;|\t,]/)![0];
    const cells = ['Kisten', 'Hafenblatt', date, 'Ines Calder', 'German', 'Kisten wurden gezählt.'];
    expect((await read(`${header}\n${cells.join(delimiter)}\n`)).documents).toMatchObject([
      {
        title: 'Kisten',
        outlet: 'Hafenblatt',
        published: '2031-03-03',
        byline: 'Ines Calder',
        language: 'de',
        text: 'Kisten wurden gezählt.',
      },
    ]);
  });

  it('in other encodings, with a line that names the delimiter, of pages', async () => {
    const cp = await ingestBytes(
      'a.csv',
      iconv.encode('Text;Titel\nGezählt wurde “nachts”.;Über\n', 'win1252'),
    );
    expect(cp.documents).toMatchObject([{ text: 'Gezählt wurde “nachts”.', title: 'Über' }]);
    const wide = await ingestBytes(
      'a.csv',
      iconv.encode('Text\tTitle\nCounted.\tA, b\n', 'utf16le', { addBOM: true }),
    );
    expect(wide.documents).toMatchObject([{ text: 'Counted.', title: 'A, b' }]);
    expect((await read('sep=;\nText;Title\nOne, two;T\n')).documents).toMatchObject([{ text: 'One, two' }]);
    expect((await read('id,html\n1,"<h1>Crates</h1><p>Were counted.</p>"\n')).documents).toMatchObject([
      { text: 'Crates\n\nWere counted.' },
    ]);
  });

  it('tells the published from the unpublished', async () => {
    const { documents, messages } = await read(
      'text,status\nA.,published\nB.,unpublished\nC.,veröffentlicht\nD.,\nE.,to check\n',
    );
    expect(documents.map((d) => d.status)).toEqual([
      'published',
      'unpublished',
      'published',
      'published',
      'unpublished',
    ]);
    expect(messages.map((m) => m.note)).toEqual([
      'row 5 has a status that is neither published nor unpublished; taken for unpublished',
    ]);
  });

  it('parted by tabs without quoting, where a quote opens nothing', async () => {
    const { documents, messages } = await read(
      'text\ttitle\n"Crates" were counted.\tA\n"And gone\tB\nYes.\tC\n',
      {
        ref: 'a.tsv',
      },
    );
    expect(messages).toEqual([]);
    expect(documents.map((d) => [d.text, d.title])).toEqual([
      ['"Crates" were counted.', 'A'],
      ['"And gone', 'B'],
      ['Yes.', 'C'],
    ]);
  });

  it('keep the hash of the text, whatever else the row says', async () => {
    const [a, b] = (await read('text,title\nSame.,A\nSame.,B\n')).documents;
    expect(a!.sha256).toBe(b!.sha256);
    expect(a!.id).not.toBe(b!.id);
  });
});

describe('dates of two columns', () => {
  it('each has its own order of day and month', async () => {
    const { documents, messages } = await read(
      'text,Publish date,Date\nA.,25/04/2031,03/30/2031\nB.,03/04/2031,\nC.,,03/04/2031\n',
    );
    expect(messages).toEqual([]);
    expect(documents.map((d) => d.published)).toEqual(['2031-04-25', '2031-04-03', '2031-03-04']);
  });

  it('one that does not tell takes nothing from the other', async () => {
    const { documents, messages } = await read('text,Publish date,Date\nA.,25/04/2031,\nC.,,03/04/2031\n');
    expect(messages.map((m) => m.rule)).toEqual(['ambiguous-dates']);
    expect(documents.map((d) => d.published)).toEqual(['2031-04-25', null]);
  });
});

describe('dates of a column', () => {
  it.each<[string, string[], (string | null)[], string[]]>([
    ['ISO', ['2031-03-04', '2031-03-04T05:06:07Z'], ['2031-03-04', '2031-03-04T05:06:07Z'], []],
    ['the day first', ['03/04/2031', '25/04/2031'], ['2031-04-03', '2031-04-25'], []],
    ['the month first', ['03/04/2031 14:05', '4/25/2031'], ['2031-03-04T14:05', '2031-04-25'], []],
    [
      'nothing tells',
      ['03/04/2031', '2031-04-25', '05/05/2031'],
      [null, '2031-04-25', '2031-05-05'],
      ['ambiguous-dates'],
    ],
    [
      'both',
      ['03/04/2031', '25/04/2031', '04/25/2031'],
      [null, '2031-04-25', '2031-04-25'],
      ['ambiguous-dates'],
    ],
    ['numbers of a sheet', ['47910', '47910.5'], ['2031-03-03', '2031-03-03T12:00:00'], []],
    [
      'seconds and milliseconds',
      ['1930312800', '1930312800000'],
      ['2031-03-03T14:00:00Z', '2031-03-03T14:00:00Z'],
      [],
    ],
    ['no dates', ['last week', '3/4/31', '0001-01-01'], [null, null, null], ['bad-date']],
    ['full stops', ['3.4.2031'], ['2031-04-03'], []],
    ['no such day', ['2031-02-30', '45/12/2031'], [null, null], ['bad-date']],
  ])('%s', async (_, values, dates, rules) => {
    const { documents, messages } = await read(
      `text,date\n${values.map((value, i) => `Text ${i}.,${value}`).join('\n')}\n`,
    );
    expect(documents.map((d) => d.published)).toEqual(dates);
    expect(messages.map((m) => m.rule)).toEqual(rules);
  });
});

describe('--map', () => {
  it('names columns that nobody could know', async () => {
    const { documents, messages } = await read('Body Copy,When,Title\nCounted.,2031-03-03,T\n', {
      map: 'text=body copy,date=When',
    });
    expect(messages).toEqual([]);
    expect(documents).toMatchObject([{ text: 'Counted.', published: '2031-03-03', title: 'T' }]);
  });

  it('goes before the names that are known', async () => {
    const { documents } = await read('text,title,deck\nShort.,Long and whole.,D\n', {
      map: 'text=title,title=deck',
    });
    expect(documents).toMatchObject([{ text: 'Long and whole.', title: 'D' }]);
  });

  it('says which columns are not there', async () => {
    expect(await said('text,when\nCounted.,x\n', { map: 'date=Day' })).toEqual([
      'warning no-such-column: the table has no column Day (found: text, when)',
    ]);
  });

  it('takes commas in names of columns', () => {
    expect([...parseMap('text=Body, final,date = Day')]).toEqual([
      ['text', 'Body, final'],
      ['published', 'Day'],
    ]);
    expect([...parseMap('Link=Web,outlet=a=b').keys()]).toEqual(['url', 'outlet']);
  });

  it.each<[string, string]>([
    ['', 'takes FIELD=COLUMN'],
    ['text', 'takes FIELD=COLUMN'],
    ['text=', 'names no column for "text"'],
    ['words=Body', 'knows no field "words"; there are text, html, title'],
    ['text=A,text=B', 'names two columns for text'],
    ['date=A,published=B', 'names two columns for published'],
    ['__proto__=A', 'knows no field'],
  ])('refuses "%s"', (words, note) => {
    expect(() => parseMap(words)).toThrow(RangeError);
    expect(() => parseMap(words)).toThrow(note);
  });
});

describe('tables that cannot be read, or not wholly', () => {
  it.each<[string, string, string[]]>([
    [
      'no text',
      'id,title,media_name,indexed_date\n1,T,M,2031-03-03\n',
      [
        'error no-text-column: no column that is known to hold the text (found: id, title, media_name, indexed_date); --map text=COLUMN names it',
      ],
    ],
    [
      'a table for --about',
      'file,outlet,date\na.txt,Gazette,2031-03-03\n',
      ['info about-table: a table about other files, as --about takes it; it was left out'],
    ],
    ['no rows', 'text,title\n', ['warning empty-document: the table holds no rows']],
    ['only separators', ',,,\n,,\n', ['warning empty-document: the table holds no rows']],
    [
      'an empty cell',
      'id,text\n1,\n2,  \n',
      [
        'warning empty-document: row 1 has an empty text; it was left out',
        'warning empty-document: row 2 has an empty text; it was left out',
      ],
    ],
    [
      'an open quote',
      'text,title\nOne.,A\n"Two,B\nThree.,C\n',
      ['error damaged: row 2 opens a quote that nothing closes; it and what follows were left out'],
    ],
    [
      'an unquoted comma',
      'title,text\nT,One, two.\n',
      [
        'warning extra-cells: row 1 has more cells than the header; those were left out, and a text may be cut at a ","',
      ],
    ],
    ['a short row', 'text,title,date\nOne.\n', []],
    [
      'a column twice',
      'text,text\n,Two.\n',
      ['warning empty-document: row 1 has an empty text; it was left out'],
    ],
    [
      'prose',
      'It was a fine day, they said.\nAnd then no more.\n',
      [
        'error no-text-column: no column that is known to hold the text (found: It was a fine day, they said.); --map text=COLUMN names it',
      ],
    ],
    ['a formula', 'text,url\n"=cmd|\'/C calc\'!A0",javascript:alert(1)\n', []],
    ['names of objects', '__proto__,constructor,text\nx,y,One.\n', []],
    ['a lone surrogate', 'text\n\ud800 lone\n', []],
  ])('%s', async (_, csv, expected) => {
    expect(await said(csv)).toEqual(expected);
  });

  it('takes no address that is not of the web', async () => {
    expect((await read('text,url\nA.,javascript:alert(1)\n')).documents[0]!.url).toBeNull();
  });

  it('cuts the names of many columns in its message', async () => {
    const [note] = await said(
      `${Array.from({ length: 9_000 }, (_, i) => `c${i}${'x'.repeat(99)}`).join(',')}\n`,
    );
    expect(note!.length).toBeLessThan(2_000);
  });

  it.each<[string, string, string[]]>([
    ['cells without end', `text,b\n${','.repeat(9_000_000)}`, ['too-large']],
    ['rows without end', `text\n${'a\n'.repeat(150_000)}`, ['too-large']],
    ['lines without end', `text\n${'\n'.repeat(9_000_000)}`, ['too-large']],
    ['quotes without end', `text,b\n${'"'.repeat(4_000_000)}`, []],
    ['a quote over all', `text,b\n"${'x,\n'.repeat(2_000_000)}`, ['damaged']],
    ['empty texts without end', `id,text\n${'1,\n'.repeat(90_000)}`, ['empty-document']],
    ['a text too long', `text\n${'a'.repeat(3_000_000)}\n`, ['too-large']],
    ['nul bytes', '\0'.repeat(1_000), ['not-text']],
  ])(
    'stays within bounds: %s',
    async (_, csv, rules) => {
      // The machine may be busy with other things.
      const started = process.cpuUsage();
      const { messages } = await read(csv);
      expect([...new Set(messages.map((m) => m.rule))]).toEqual(rules);
      expect(messages.length).toBeLessThan(110);
      expect(process.cpuUsage(started).user).toBeLessThan(10e6);
    },
    60_000,
  );
});

describe('tables among paths', () => {
  it('read as --map says, the one given with --about passed over and another like it named', async () => {
    const files: { readonly [path: string]: string } = {
      'case/about.csv': 'file,outlet\n',
      'case/old-about.csv': 'file,outlet\n',
      'case/sheet.csv': 'Words,When\nCounted.,2031-03-03\n',
    };
    const io = {
      stat: async (path: string) => ({ isFolder: path === 'case', isFile: path !== 'case', size: 9 }),
      list: async () => Object.keys(files).map((path) => path.slice(5)),
      resolve: async (path: string) => path,
      read: async (path: string) => utf8(files[path]!),
    } as unknown as Io;
    const map = parseMap('text=Words,date=When');
    const { documents, messages } = await ingestPaths(['case'], { io, map, ignore: ['case/about.csv'] });
    expect(documents).toMatchObject([{ ref: 'sheet.csv#1', text: 'Counted.', published: '2031-03-03' }]);
    expect(messages.map((m) => `${m.severity} ${m.rule} ${m.ref}`)).toEqual([
      'info about-table old-about.csv',
    ]);
  });
});
