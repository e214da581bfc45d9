import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import { file, lines, type Put, pdf, stream } from './pdf-writer.js';

const read = async (bytes: Uint8Array) => {
  const { documents, messages } = await ingestBytes('a.pdf', bytes);
  return { document: documents[0], said: messages.map((m) => `${m.severity} ${m.rule}: ${m.note}`) };
};
const textOf = async (pages: readonly (readonly Put[])[]): Promise<string> => {
  const { document, said } = await read(pdf(pages));
  expect(said).toEqual([]);
  return document!.text;
};
const blocksOf = async (pages: readonly (readonly Put[])[]): Promise<string[]> => {
  const { document } = await read(pdf(pages));
  return document!.blocks.map(({ start, end, role }) => `${role}: ${document!.text.slice(start, end)}`);
};

/** Lines about as wide as a column of 250 points. */
const LEFT = [
  'The harbour office of Aldermere counted the crates',
  'again on Tuesday night after two of them had been',
  'found without a seal near the eastern sheds and a',
  'third was reported missing by the crew of a ferry.',
];
const RIGHT = [
  'Nobody had entered the sheds between the counts,',
  'said Ines Calder, who leads the office of the port',
  'and who had asked for the second count when a van',
  'was seen at the gate shortly before the first one.',
];
const WIDE = [
  'The harbour office of Aldermere counted the crates again on Tuesday night after two of them had been found',
  'without a seal near the eastern sheds, and a third was reported missing by the crew of the evening ferry to',
  'Calder Point. Nobody had entered the sheds between the two counts, said the head of the office.',
];
const joined = (texts: readonly string[]): string => texts.join(' ');

describe('reading order', () => {
  it('lines become paragraphs, by blank space', async () => {
    expect(await textOf([[...lines(72, 90, WIDE), ...lines(72, 150, RIGHT), ...lines(72, 220, WIDE)]])).toBe(
      `${joined(WIDE)}\n\n${joined(RIGHT)}\n\n${joined(WIDE)}`,
    );
  });

  it('by an indent', async () => {
    const indented: Put[] = [
      ...lines(72, 90, WIDE),
      [
        86,
        126,
        'A second count began at eleven, and a third at midnight, when the lorries from the north had come in',
      ],
      ...lines(72, 138, ['and the ferry had left. It took until dawn.']),
      [86, 150, 'It was the last one.'],
    ];
    expect((await textOf([indented])).split('\n\n')).toHaveLength(3);
  });

  it.each<[string, Put[]]>([
    ['column by column in the file', [...lines(60, 100, LEFT), ...lines(320, 100, RIGHT)]],
    [
      'line by line across both columns',
      LEFT.flatMap((text, i): Put[] => [
        [60, 100 + 12 * i, text],
        [320, 100 + 12 * i, RIGHT[i]!],
      ]),
    ],
    ['right column first', [...lines(320, 100, RIGHT), ...lines(60, 100, LEFT)]],
    ['from the bottom up', [...lines(60, 100, LEFT), ...lines(320, 100, RIGHT)].reverse()],
  ])('two columns written %s', async (_, puts) => {
    expect(await textOf([puts])).toBe(`${joined(LEFT)}\n\n${joined(RIGHT)}`);
  });

  it('a headline over two columns, and a paragraph below them across the page', async () => {
    const page: Put[] = [
      [60, 70, 'Two crates without a seal at the port of Aldermere', 20, true],
      ...lines(60, 100, LEFT),
      ...lines(320, 100, RIGHT),
      ...lines(60, 180, WIDE),
    ];
    expect(await blocksOf([page])).toEqual([
      'headline: Two crates without a seal at the port of Aldermere',
      `body: ${joined(LEFT)}`,
      `body: ${joined(RIGHT)}`,
      `body: ${joined(WIDE)}`,
    ]);
  });

  it('three columns', async () => {
    const narrow = (name: string): string[] =>
      [1, 2, 3, 4].map((i) => `${name} line ${i} of the crates at port${i === 4 ? '.' : ''}`);
    const [a, b, c] = [narrow('Left'), narrow('Middle'), narrow('Last')] as const;
    expect(await textOf([[...lines(50, 90, a), ...lines(230, 90, b), ...lines(410, 90, c)]])).toBe(
      [a, b, c].map(joined).join('\n\n'),
    );
  });

  it('a sentence goes on over columns and pages', async () => {
    const [first, second] = [LEFT.slice(0, 3), [LEFT[3]!]];
    expect(await textOf([lines(60, 600, first), lines(60, 100, second)])).toBe(joined(LEFT));
  });

  it('a table is read row by row', async () => {
    const rows = ['Monday', 'Tuesday', 'Friday'].flatMap((day, i): Put[] => [
      [72, 200 + 14 * i, day],
      [200, 200 + 14 * i, `${i + 4} crates`],
      [330, 200 + 14 * i, `${i} seals`],
    ]);
    expect(await textOf([[...lines(72, 90, WIDE), ...rows]])).toBe(
      `${joined(WIDE)}\n\nMonday 4 crates 0 seals\n\nTuesday 5 crates 1 seals\n\nFriday 6 crates 2 seals`,
    );
  });

  it('words set one by one, with wide gaps, in two columns', async () => {
    // Set to the width of the column: the gaps differ from line to line.
    const set = (x: number, texts: readonly string[]): Put[] =>
      texts.flatMap((text, i) => {
        let at = x;
        return text.split(' ').map((word): Put => {
          const put: Put = [at, 100 + 12 * i, word, 8];
          at += word.length * 4.4 + 4 + 3 * (i % 2);
          return put;
        });
      });
    expect(await textOf([[...set(50, LEFT), ...set(325, RIGHT)]])).toBe(
      `${joined(LEFT)}\n\n${joined(RIGHT)}`,
    );
  });

  it('a heading inside a column, and paragraphs that end short', async () => {
    const left: Put[] = [
      ...lines(60, 100, [...LEFT.slice(0, 3), 'third was lost.', ...RIGHT.slice(0, 2)]),
      ...lines(60, 172, ['who had gone.']),
    ];
    const right: Put[] = [[320, 100, 'A second count', 10, true], ...lines(320, 114, LEFT)];
    expect(await blocksOf([[...left, ...right]])).toEqual([
      `body: ${joined(LEFT.slice(0, 3))} third was lost.`,
      `body: ${joined(RIGHT.slice(0, 2))} who had gone.`,
      'heading: A second count',
      `body: ${joined(LEFT)}`,
    ]);
  });

  it('lists item by item, lines that hang behind the bullet joined', async () => {
    const page: Put[] = [
      ...lines(72, 90, WIDE),
      [
        82,
        126,
        '• Two crates without a seal were found near the eastern sheds of the port, and one of them had been',
      ],
      [92, 138, 'opened.'],
      [82, 150, '• A third was missing.'],
      ...lines(72, 176, WIDE),
    ];
    expect(await blocksOf([page])).toEqual([
      `body: ${joined(WIDE)}`,
      'list: • Two crates without a seal were found near the eastern sheds of the port, and one of them had been opened.',
      'list: • A third was missing.',
      `body: ${joined(WIDE)}`,
    ]);
  });

  it('double spaced paragraphs of one line each', async () => {
    const page = ['Two crates were lost.', 'A third was found.', 'The office counts again.'].map(
      (text, i): Put => [72, 90 + 24 * i, text],
    );
    expect((await textOf([page])).split('\n\n')).toHaveLength(3);
  });

  it('double spaced paragraphs with an indent', async () => {
    const page: Put[] = [
      [100, 90, WIDE[0]!],
      ...lines(72, 114, WIDE.slice(1), 10, 24),
      [100, 162, WIDE[0]!],
      ...lines(72, 186, WIDE.slice(1), 10, 24),
    ];
    expect(await textOf([page])).toBe(`${joined(WIDE)}\n\n${joined(WIDE)}`);
  });

  it('a picture with its caption between two columns and their end', async () => {
    const page: Put[] = [
      ...lines(60, 100, LEFT),
      ...lines(320, 100, RIGHT),
      [60, 300, 'The eastern sheds at night, seen from the gate of the port. Photo: Tom Rook', 8],
    ];
    expect(await textOf([page])).toBe(
      `${joined(LEFT)}\n\n${joined(RIGHT)}\n\nThe eastern sheds at night, seen from the gate of the port. Photo: Tom Rook`,
    );
  });

  it('ligatures in letters, soft hyphens dropped', async () => {
    const map =
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange ' +
      '3 beginbfchar <01> <FB03> <02> <00AD> <03> <0078> endbfchar endcmap end end';
    const { document } = await read(
      file(
        [
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
          stream('', 'BT /F1 10 Tf 72 700 Td (O\\001ce of the har\\002bour) Tj ET'),
          '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [1 /ffi /hyphen] >> /ToUnicode 6 0 R >>',
          stream('', map),
        ],
        '/Root 1 0 R',
      ),
    );
    expect(document!.text).toBe('Office of the harbour');
  });

  it('a page turned by 90 degrees stands upright', async () => {
    const turned = lines(0, 0, WIDE).map(
      ([, , text], i) => `BT /F1 10 Tf 0 1 -1 0 ${100 + 12 * i} 60 Tm (${text}) Tj ET`,
    );
    const { document } = await read(pdf([turned.join('\n')], { page: '/Rotate 90' }));
    expect(document!.text).toBe(joined(WIDE));
  });

  it('an initial over two lines', async () => {
    const page: Put[] = [
      [60, 110, 'T', 28],
      [80, 98, 'he harbour office of Aldermere counted the'],
      [80, 110, 'crates again on Tuesday night after two of'],
      ...lines(60, 122, ['them had been found without a seal near the sheds.']),
    ];
    expect(await textOf([page])).toBe(
      'The harbour office of Aldermere counted the crates again on Tuesday night after two of them had been found without a seal near the sheds.',
    );
  });
});

describe('words cut at the end of a line', () => {
  it.each<[string, string[], string]>([
    ['are made whole', ['Two inspec-', 'tors counted the crates.'], 'Two inspectors counted the crates.'],
    [
      'keep the hyphen that they have elsewhere',
      ['She called the harbour-', 'master, and the harbour-master came.'],
      'She called the harbour-master, and the harbour-master came.',
    ],
    ['keep it before a capital', ['An Anglo-', 'Norse ship came.'], 'An Anglo-Norse ship came.'],
    ['stretches of years', ['In 1990–', '1994 nobody came.'], 'In 1990–1994 nobody came.'],
    ['a dash with spaces stays', ['Nobody came –', 'not even she.'], 'Nobody came – not even she.'],
  ])('%s', async (_, texts, text) => {
    expect(await textOf([lines(72, 90, texts)])).toBe(text);
  });
});

describe('heads and feet', () => {
  it('running heads stand once, page numbers not at all', async () => {
    const pages = [1, 2, 3, 4].map((n): Put[] => [
      [72, 40, 'Aldermere Port Authority', 8],
      ...lines(72, 90, WIDE),
      [300, 760, `Page ${n} of 4`, 8],
    ]);
    const text = await textOf(pages);
    expect(text.split('Aldermere Port Authority')).toHaveLength(2);
    expect(text).not.toMatch(/Page \d/);
    expect((await blocksOf(pages))[0]).toBe('boilerplate: Aldermere Port Authority');
  });

  it('of left and right pages', async () => {
    const pages = [1, 2, 3, 4, 5, 6].map((n): Put[] => [
      n % 2 === 0 ? [72, 40, `${n} The Port Review`, 8] : [400, 40, `Spring issue ${n}`, 8],
      ...lines(72, 90, WIDE),
    ]);
    const text = await textOf(pages);
    expect([text.split('The Port Review').length, text.split('Spring issue').length]).toEqual([2, 2]);
  });

  it('a note at the foot does not part the sentence above it', async () => {
    const text = await textOf([
      [
        ...lines(72, 90, WIDE),
        ...lines(72, 640, WIDE.slice(0, 1)),
        [72, 700, '1 As the port told on Monday.', 7],
      ],
      lines(72, 90, WIDE.slice(1)),
    ]);
    expect(text).toBe(`${joined(WIDE)}\n\n${joined(WIDE)}\n\n1 As the port told on Monday.`);
  });
});

describe('titles and properties', () => {
  const page = (...head: Put[]): Put[] => [...head, ...lines(72, 200, WIDE), ...lines(72, 260, WIDE)];
  it.each<[string, Put[], { [key: string]: string }, string | null]>([
    [
      'the largest letters',
      [[72, 100, 'Two crates lost their seals', 20]],
      {},
      'Two crates lost their seals',
    ],
    ['properties alone name none', [], { Title: 'Microsoft Word - draft3.doc' }, null],
    [
      'properties that stand on the page',
      [[72, 100, 'Crates lost']],
      { Title: 'CRATES LOST' },
      'Crates lost',
    ],
    [
      'not the label above it',
      [
        [72, 60, 'FOR IMMEDIATE RELEASE', 24],
        [72, 100, 'Port finds the two crates of Aldermere', 16],
      ],
      {},
      'Port finds the two crates of Aldermere',
    ],
    [
      'letters a little larger are a heading only',
      [[72, 100, 'Two crates lost their seals', 11.5]],
      {},
      null,
    ],
  ])('%s', async (_, head, info, title) => {
    const { document } = await read(pdf([page(...head)], { info }));
    expect(document!.title).toBe(title);
  });

  it('keep back who wrote the file and when', async () => {
    const info = {
      Author: 'Rolf Quist',
      Creator: 'Quist Writer',
      CreationDate: 'D:20340311',
      Title: 'Secret',
    };
    const { document, said } = await read(pdf([page()], { info }));
    expect(JSON.stringify(document)).not.toMatch(/Quist|Secret|2034/);
    expect([document!.published, document!.byline, said]).toEqual([null, null, []]);
  });
});

describe('what goes wrong', () => {
  const good = pdf([lines(72, 90, WIDE)]);
  const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
  const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  const scan = '600 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI';
  const bomb = (): Uint8Array => {
    let data = Buffer.alloc(200 * 1024 ** 2, 'BT ET ');
    data = deflateSync(data);
    return file(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << >> >>',
        stream('/Filter [/FlateDecode]', data.toString('latin1')),
      ],
      '/Root 1 0 R',
    );
  };
  it.each<[string, () => Uint8Array, string]>([
    [
      'a scan',
      () => pdf([scan, scan, scan]),
      'error no-text: it looks like a scan: 3 pages without text; recognise its text first',
    ],
    [
      'a page of pictures among others',
      () => pdf([lines(72, 90, WIDE), scan]),
      'warning no-text: page 2 of 2 without text: empty, or pictures of pages',
    ],
    [
      'a password',
      () =>
        pdf([lines(72, 90, WIDE)], {
          trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
        }),
      'error encrypted: it is locked with a password; save a copy without one',
    ],
    ['no PDF', () => bytes('<html>Not found</html>'), 'error damaged: it is no PDF file'],
    ['nothing', () => new Uint8Array(0), 'error damaged: it is no PDF file'],
    ['nul bytes', () => new Uint8Array(100_000), 'error damaged: it is no PDF file'],
    ['a head alone', () => bytes('%PDF-1.7\n%%EOF'), 'error damaged: it is no PDF file'],
    [
      'cut off behind the text',
      () => good.subarray(0, good.length - 20),
      'warning damaged: it ends without the end mark of a PDF: it may be cut off',
    ],
    ['cut off in the middle', () => good.subarray(0, 500), 'error damaged'],
    [
      'a table of objects with wrong places',
      () => bytes(latin1(good).replace(/\d{10} 00000/g, '0000000007 00000')),
      '',
    ],
    ['a wrong length of text', () => bytes(latin1(good).replace(/\/Length \d+/, '/Length 999999999')), ''],
    [
      'pages in a circle',
      () => pdf([], { pages: '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100000 >>' }),
      'error damaged',
    ],
    [
      'an absurd number of pages',
      () => pdf([], { pages: '<< /Type /Pages /Kids [] /Count 2147483647 >>' }),
      'error damaged',
    ],
    [
      'deeply nested arrays',
      () => bytes(`%PDF-1.7\n1 0 obj\n${'['.repeat(200_000)}\n%%EOF`),
      'error damaged',
    ],
    ['200 MB of drawing in one page', bomb, 'error too-large: reading it takes more than 8 seconds'],
    [
      'a drawing that draws itself',
      () =>
        file(
          [
            '<< /Type /Catalog /Pages 2 0 R >>',
            '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
            '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /XObject << /X 4 0 R >> >> >>',
            stream(
              '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>',
              '/X Do /X Do',
            ),
            stream('', '/X Do'),
          ],
          '/Root 1 0 R',
        ),
      'error no-text',
    ],
    [
      'a script',
      () =>
        bytes(
          latin1(good).replace(
            '/Type /Catalog',
            '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>',
          ),
        ),
      '',
    ],
  ])(
    '%s',
    async (_, make, expected) => {
      const { document, said } = await read(make());
      expect(said.join('; ')).toContain(expected);
      if (expected === '') expect([document?.text, said]).toEqual([joined(WIDE), []]);
      if (expected.startsWith('error')) expect(document).toBeUndefined();
    },
    30_000,
  );

  it('bytes changed here and there: a document or a message, never a throw', async () => {
    for (let round = 0; round < 60; round++) {
      const changed = good.slice();
      for (let i = 0; i <= round % 4; i++)
        changed[(round * 7919 + i * 104_729) % changed.length] = (round * 31 + i * 7) % 256;
      const { document, said } = await read(changed);
      expect((document === undefined ? 0 : 1) + said.length).toBeGreaterThan(0);
    }
  });

  it('more pages than are read', async () => {
    const { document, said } = await read(
      pdf(Array.from({ length: 2_100 }, () => lines(72, 90, ['Crates.']))),
    );
    expect(said).toEqual(['warning too-large: 2100 pages; the first 2000 were read']);
    expect(document!.text).toContain('Crates.');
  });

  it('text in fonts that tell no letters', async () => {
    const { said } = await read(pdf([lines(72, 90, ['\x01\x02\x03\x04'])]));
    expect(said.join()).toContain('error no-text');
  });
});
