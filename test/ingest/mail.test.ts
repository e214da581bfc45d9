import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import { sender } from '../../src/ingest/mail-sender.js';
import type { Document } from '../../src/model/document.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const crlf = (...lines: string[]): Uint8Array => utf8(lines.join('\r\n'));
const one = async (bytes: Uint8Array, ref = 'mail.eml'): Promise<Document> => {
  const { documents, messages } = await ingestBytes(ref, bytes);
  expect(messages).toEqual([]);
  expect(documents).toHaveLength(1);
  return documents[0]!;
};
const rulesOf = async (ref: string, bytes: Uint8Array): Promise<string[]> =>
  (await ingestBytes(ref, bytes)).messages.map((m) => `${m.severity} ${m.rule}`);
const rolesOf = (document: Document): string[] =>
  document.blocks.map(({ start, end, role }) => `${role}: ${document.text.slice(start, end).slice(0, 30)}`);

const HEAD = [
  'Received: from mx.quay.example by in.example; Tue, 7 Mar 2034 09:00:00 +0000',
  'From: "Press Office, Quay Council" <press@quay.example>',
  'To: Tom Rook <tom@post.example>',
  'Date: Sun, 5 Mar 2034 17:00:00 +0100',
  'Subject: =?utf-8?Q?Quay_=E2=80=93_closed?=',
  'MIME-Version: 1.0',
];
const STORY =
  'The council closed the quay on Sunday after inspectors counted forty crates that no list named. Nobody was hurt, said the harbour master, and the quay will open again on Friday at noon.';

describe('letters', () => {
  it('tell title, date and sender, and keep addresses back', async () => {
    const letter = await one(crlf(...HEAD, 'Content-Type: text/plain; charset=utf-8', '', STORY, ''));
    expect(letter).toMatchObject({
      ref: 'mail.eml',
      title: 'Quay – closed',
      published: '2034-03-05T17:00:00+01:00',
      outlet: 'Press Office, Quay Council',
      byline: null,
      text: STORY,
      blocks: [],
      url: null,
      captured: null,
    });
    expect(JSON.stringify(letter)).not.toMatch(/@/);
  });

  it.each<[string | null, string | null, string | null, string | null]>([
    // name, address, outlet, byline
    ['Ines Calder', 'ines@quay.example', null, 'Ines Calder'],
    ['Calder, Ines', 'ines@quay.example', null, 'Ines Calder'],
    ['Ministry of Fish', 'x@fish.example', 'Ministry of Fish', null],
    ['Quay Council', 'clerk@quay.example', 'Quay Council', null],
    ['Press Office', 'press@quay.example', null, null],
    ['The Newsroom', 'news@quay.example', null, null],
    ['Quay Weekly Newsletter', 'a@quay.example', 'Quay Weekly Newsletter', null],
    ['The Quay Gazette', 'ines@quay.example', 'The Quay Gazette', null],
    ['Greenwharf', 'news@greenwharf.example', 'Greenwharf', null],
    ['Ines Calder', 'press@harbour.example', null, 'Ines Calder'],
    ['Calder, Ines', 'media@harbour.example', null, 'Ines Calder'],
    ['Green Wharf', 'press@greenwharf.example', 'Green Wharf', null],
    ['Ines Calder, Quay Trust', 'ic@quay.example', 'Quay Trust', 'Ines Calder'],
    ['Ines Calder at the Quay Trust', 'ic@quay.example', 'Quay Trust', 'Ines Calder'],
    ['Tom Church', 'tom@quay.example', null, 'Tom Church'],
    ['ines', 'ines@quay.example', null, null],
    ['ines@quay.example', 'ines@quay.example', null, null],
    [null, 'press@quay.example', null, null],
    ['', '', null, null],
  ])('%s <%s>', (name, address, outlet, byline) => {
    expect(sender(name, address)).toEqual({ outlet, byline });
  });

  const named = 'Señor Núñez „Kai“';
  it.each<[string, string, string, string | Uint8Array]>([
    [
      'quoted-printable',
      'utf-8',
      'quoted-printable',
      'Se=C3=B1or N=C3=BA=\r\n=C3=B1ez =E2=80=9EKai=E2=80=9C',
    ],
    ['base64', 'utf-8', 'base64', Buffer.from(named).toString('base64')],
    ['windows-1252', 'iso-8859-1', '8bit', iconv.encode(named, 'windows-1252')],
    ['a name by habit', 'us-ascii', '8bit', utf8(named)],
    ['UTF-16', 'utf-16le', 'base64', iconv.encode(named, 'utf-16le').toString('base64')],
  ])('in %s', async (_, charset, encoding, body) => {
    const head = crlf(
      'Subject: x',
      `Content-Type: text/plain; charset=${charset}`,
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      '',
    );
    expect((await one(Buffer.concat([head, typeof body === 'string' ? utf8(body) : body]))).text.trim()).toBe(
      named,
    );
  });

  it('in an encoding that only old programs know', async () => {
    const bytes = Buffer.concat([
      crlf('Subject: x', 'Content-Type: text/plain; charset=cp437', '', ''),
      iconv.encode('Größe am Kai', 'cp437'),
    ]);
    expect((await one(bytes)).text.trim()).toBe('Größe am Kai');
  });

  const both = (plain: string, html: string): Uint8Array =>
    crlf(
      ...HEAD,
      'Content-Type: multipart/alternative; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      plain,
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      html,
      '--b--',
      '',
    );
  const page = `<html><body><h1>Quay closed</h1><p>${STORY}</p><p>${STORY.replace('Sunday', 'Monday')}</p></body></html>`;

  it.each<[string, string, string, boolean]>([
    ['a plain part that says the same', `${STORY}\r\n\r\n${STORY}`, page, true],
    ['an empty plain part', '', page, false],
    ['"view in browser"', 'View this email in your browser: https://quay.example/1', page, false],
    ['a plain part that says less', 'The quay is closed.', page, false],
    ['an empty page', STORY, '<html><body></body></html>', true],
  ])('choose between alternatives: %s', async (_, plain, html, isPlain) => {
    const letter = await one(both(plain, html));
    expect(letter.text.includes('Quay closed')).toBe(!isPlain);
    expect(letter.blocks.length > 0).toBe(!isPlain);
  });

  it('join what format=flowed broke', async () => {
    const bytes = crlf(
      'Subject: x',
      'Content-Type: text/plain; format=flowed',
      '',
      'The quay ',
      'closed.',
      '-- ',
      'Ines',
    );
    expect((await one(bytes)).text).toBe('The quay closed.\n-- \nInes');
  });
});

describe('what was written before', () => {
  const plain = (...lines: string[]): Promise<Document> => one(crlf('Subject: x', '', ...lines));

  it('is boilerplate below an answer, and so is the signature', async () => {
    const letter = await plain(
      `${STORY} ${STORY}`,
      '',
      '-- ',
      'Ines Calder, Quay Council',
      '',
      'On 4 March 2034, Tom Rook wrote:',
      '> Is the quay closed?',
      '> When does it open?',
    );
    expect(rolesOf(letter)).toEqual([
      'body: The council closed the quay on',
      'boilerplate: -- \nInes Calder, Quay Council',
      'boilerplate: On 4 March 2034, Tom Rook wrot',
    ]);
  });

  it('is quoted between the lines of an answer', async () => {
    const letter = await plain(
      'Dear Tom,',
      '',
      '> Is the quay closed?',
      '',
      STORY,
      '',
      '> When does it open?',
      '',
      STORY,
    );
    expect(rolesOf(letter).filter((role) => role.startsWith('quote'))).toEqual([
      'quote: > Is the quay closed?',
      'quote: > When does it open?',
    ]);
  });

  it.each<[string, string[]]>([
    [
      'Gmail',
      [
        'FYI',
        '',
        '---------- Forwarded message ---------',
        'From: Quay Council <p@q.example>',
        'Date: 5 Mar 2034',
        'Subject: Quay',
        '',
        STORY,
      ],
    ],
    [
      'Outlook',
      [
        'See below.',
        '',
        '-----Original Message-----',
        'From: Quay Council',
        'Sent: 5 March 2034',
        'To: Tom',
        'Subject: Quay',
        '',
        STORY,
      ],
    ],
    [
      'Apple Mail',
      ['Begin forwarded message:', '', '> From: Quay Council', '> Date: 5 March 2034', '> ', `> ${STORY}`],
    ],
    ['a quoted reply', ['FYI', '', 'On 5 March 2034, Quay Council wrote:', '', `> ${STORY}`]],
  ])('stays the account where it is passed on: %s', async (_, lines) => {
    const letter = await plain(...lines);
    const told = letter.blocks.filter(({ role }) => role === 'body');
    expect(told.map(({ start, end }) => letter.text.slice(start, end))).toContain(STORY);
    for (const block of letter.blocks)
      if (/From:|Original|orwarded/.test(letter.text.slice(block.start, block.end)))
        expect(block.role).toBe('boilerplate');
  });

  const forward = (type: string, ...lines: string[]): Promise<Document> =>
    one(
      crlf(
        'From: Tom Rook <tom@post.example>',
        'Date: Tue, 7 Mar 2034 09:00:00 +0000',
        'Subject: Fwd: Quay',
        `Content-Type: ${type}`,
        '',
        ...lines,
      ),
    );
  const INNER = [
    'From: Ines Calder <ines@quay.example>',
    'Date: Sun, Mar 5, 2034 at 5:00 PM',
    'Subject: Quay closed',
  ];
  const RECEIVERS = ['To: Tom Rook <tom@post.example>,', ' <mara@post.example>', 'Cc: news@post.example'];
  const nothing = { title: null, byline: null, outlet: null, published: null };
  const inner = { title: 'Quay closed', byline: 'Ines Calder', outlet: null, published: '2034-03-05T17:00' };
  const outer = { title: 'Fwd: Quay', byline: 'Tom Rook', published: '2034-03-07T09:00:00+00:00' };

  it.each<[string, object, string, string[]]>([
    [
      'Gmail',
      inner,
      'text/plain',
      ['FYI', '', '---------- Forwarded message ---------', ...INNER, ...RECEIVERS, '', STORY],
    ],
    [
      'Apple Mail',
      inner,
      'text/plain',
      ['Begin forwarded message:', '', ...INNER.map((line) => `> ${line}`), '> ', `> ${STORY}`],
    ],
    [
      'Outlook',
      { ...inner, byline: null, outlet: 'Quay Council' },
      'text/plain',
      [
        '-----Original Message-----',
        'From: Quay Council [mailto:press@quay.example]',
        'Sent: Sunday, March 5, 2034 5:00 PM',
        ...RECEIVERS,
        'Subject: Quay closed',
        '',
        STORY,
      ],
    ],
    [
      'twice',
      inner,
      'text/plain',
      [
        '---------- Forwarded message ---------',
        'From: Mara Voss <m@q.example>',
        'Subject: Fwd: Quay',
        '',
        '---------- Forwarded message ---------',
        ...INNER,
        '',
        STORY,
      ],
    ],
    ['without a head', nothing, 'text/plain', ['Begin forwarded message:', '', STORY]],
    ['a reply', nothing, 'text/plain', ['FYI', '', 'On 5 March 2034, Quay Council wrote:', '', `> ${STORY}`]],
    ['quoted whole', nothing, 'text/plain', ['FYI', '', `> ${STORY}`]],
    [
      'a letter of its own above',
      outer,
      'text/plain',
      [`${STORY} ${STORY}`, '', '---------- Forwarded message ---------', ...INNER, '', STORY],
    ],
    [
      'an answer',
      outer,
      'text/plain',
      [`${STORY} ${STORY}`, '', '-----Original Message-----', ...INNER, '', STORY],
    ],
    [
      'a page of Gmail',
      inner,
      'text/html',
      [
        `<div>FYI</div><div><div>---------- Forwarded message ---------<br>${[...INNER, ...RECEIVERS].join('<br>').replace(/<(\w+@[^>]+)>/g, '&lt;$1&gt;')}<br></div><br><br><div>${STORY}</div></div>`,
      ],
    ],
    [
      'a page in one block',
      inner,
      'text/html',
      [
        `<div>---------- Forwarded message ---------<br>${[...INNER, STORY].join('<br>').replace(/<(\w+@[^>]+)>/g, '&lt;$1&gt;')}</div>`,
      ],
    ],
    [
      'a page of Outlook',
      inner,
      'text/html',
      [
        `<div><b>From:</b> Ines Calder &lt;ines@quay.example&gt;<br><b>Sent:</b> Sunday, March 5, 2034 5:00 PM<br><b>To:</b> Tom Rook &lt;tom@post.example&gt;<br><b>Subject:</b> Quay closed</div><p>${STORY}</p>`,
      ],
    ],
  ])('passed on is told of its own sender, day and title: %s', async (_, expected, type, lines) => {
    const letter = await forward(type, ...lines);
    expect(letter).toMatchObject(expected);
    expect(letter.blocks.length === 0 ? letter.text : rolesOf(letter).join()).toContain(STORY.slice(0, 30));
    expect(
      rolesOf(letter).some((role) => role.startsWith(`body: ${STORY.slice(0, 24)}`)) ||
        letter.blocks.length === 0,
    ).toBe(true);
    for (const { start, end, role } of letter.blocks)
      if (letter.text.slice(start, end).includes('@')) expect(role).toBe('boilerplate');
  });

  const FOOT = 'You are receiving this email because you wrote to us.';
  it.each<[string, string[]]>([
    ['text/plain', [STORY, '', FOOT, 'Unsubscribe: https://quay.example/u', '', 'Quay Council, 1 Quay Road']],
    [
      'text/plain',
      [STORY, '', '-- ', 'Ines Calder', '', 'To unsubscribe from this list, write to list@quay.example'],
    ],
    [
      'text/html',
      [
        `<p>${STORY}</p><p>${FOOT}</p><p><a href="u">Unsubscribe</a></p><p>Quay Council, 1 Quay Road, counted the crates.</p>`,
      ],
    ],
  ])('the foot of a mailing is boilerplate: %s %s', async (type, lines) => {
    const letter = await forward(type, ...lines);
    const [first, ...rest] = rolesOf(letter);
    expect(first).toMatch(/^body: The council closed/);
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.every((role) => role.startsWith('boilerplate'))).toBe(true);
  });

  it('in a page too', async () => {
    const html = `<p>${STORY}</p><p>${STORY}</p><div>On 4 March 2034, Tom Rook wrote:</div><blockquote><p>Is the quay closed now, and when does it open?</p></blockquote>`;
    const letter = await one(crlf('Subject: x', 'Content-Type: text/html', '', html));
    expect(
      rolesOf(letter)
        .slice(-2)
        .every((role) => role.startsWith('boilerplate')),
    ).toBe(true);
  });
});

describe('attachments', () => {
  const mixed = (...parts: string[][]): Uint8Array =>
    crlf(
      ...HEAD,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      STORY,
      ...parts.flatMap((part) => ['--b', ...part]),
      '--b--',
      '',
    );
  const attached = (name: string, type = 'text/plain', body = 'Crates were counted.'): string[] => [
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    body,
  ];

  it('are documents of their own', async () => {
    const inner = [
      'Content-Type: message/rfc822',
      '',
      'Subject: Inner',
      'Date: 6 Mar 2034 10:00 +0000',
      '',
      'The inner letter.',
    ];
    const { documents, messages } = await ingestBytes(
      'mail.eml',
      mixed(
        attached('a.txt'),
        attached('a.txt'),
        attached('page.html', 'text/html', `<p>${STORY}</p>`),
        inner,
        ['Content-Type: text/plain', 'Content-Disposition: attachment', '', 'No name.'],
      ),
    );
    expect(messages).toEqual([]);
    expect(documents.map(({ ref, title }) => [ref, title])).toEqual([
      ['mail.eml', 'Quay – closed'],
      ['mail.eml!a.txt', null],
      ['mail.eml!2-a.txt', null],
      ['mail.eml!page.html', null],
      ['mail.eml!4', 'Inner'],
      ['mail.eml!5', null],
    ]);
    expect(documents[4]!.published).toBe('2034-03-06T10:00+00:00');
    expect(new Set(documents.map(({ sha256 }) => sha256)).size).toBe(5);
  });

  it('leave out pictures and calendars, and say nothing of inline ones', async () => {
    const { documents, messages } = await ingestBytes(
      'mail.eml',
      mixed(
        attached('quay.png', 'image/png'),
        ['Content-Type: text/calendar', '', 'BEGIN:VCALENDAR'],
        ['Content-Type: image/gif', 'Content-ID: <logo>', '', 'GIF89a'],
        attached('data.bin', 'application/octet-stream'),
      ),
    );
    expect(documents).toHaveLength(1);
    expect(messages.map(({ severity, rule, ref, note }) => `${severity} ${rule} ${ref}: ${note}`)).toEqual([
      'info unsupported-format mail.eml!data.bin: mail.eml!data.bin is of a type that is not read',
      'info left-out mail.eml: attachments that are no accounts were left out: quay.png, text/calendar',
    ]);
  });

  it.each<[string, string]>([
    ['../../etc/passwd.txt', 'mail.eml!passwd.txt'],
    ['C:\\\\Users\\\\Ines\\\\letter.txt', 'mail.eml!letter.txt'],
    ['a!b.txt', 'mail.eml!a b.txt'],
    [`${'x'.repeat(500)}.txt`, `mail.eml!${'x'.repeat(116)}.txt`],
    ['=?utf-8?Q?a=0D=0Ab.txt?=', 'mail.eml!a b.txt'],
    ['///', 'mail.eml!1'],
  ])('named %s', async (name, ref) => {
    expect((await ingestBytes('mail.eml', mixed(attached(name)))).documents[1]?.ref).toBe(ref);
  });
});

describe('mailboxes', () => {
  it('hold many letters, with "From " in them as it was', async () => {
    const box = [
      'From ines@quay.example Sun Mar  5 17:00:00 2034',
      'Subject: One',
      'Date: Sun, 5 Mar 2034 17:00:00 +0000',
      '',
      '>From the quay it was seen.',
      '>>From here too.',
      '',
      'From where it stood, nobody saw.',
      '',
      'From tom@quay.example Mon Mar  6 08:00:00 2034',
      'Subject: Two',
      '',
      'The second letter.',
      '',
    ];
    const { documents, messages } = await ingestBytes('box.mbox', utf8(box.join('\n')));
    expect(messages).toEqual([]);
    expect(documents.map(({ ref, title, text }) => [ref, title, text])).toEqual([
      [
        'box.mbox!1',
        'One',
        'From the quay it was seen.\n>From here too.\n\nFrom where it stood, nobody saw.',
      ],
      ['box.mbox!2', 'Two', 'The second letter.'],
    ]);
  });
});

describe('a line of a letter that looks like an opening', () => {
  const OPENING = 'From ines@quay.example Sun Mar  5 17:00:00 2034';
  it.each<[string, string[]]>([
    [
      'in a paragraph',
      ['The bus left.', 'From Quay Road at 10:30 on 5 March 2034 it went on.', 'Nobody: saw it.'],
    ],
    [
      'a paragraph of its own',
      ['The bus left.', '', 'From Quay Road at 10:30 on 5 March 2034 it went on.', '', 'To: the quay.'],
    ],
    [
      'over a line with a colon',
      ['The bus left.', '', 'From Quay Road at 10:30 on 5 March 2034 it went on.', 'Nobody: saw it.'],
    ],
  ])('opens none: %s', async (_, body) => {
    const box = [
      OPENING,
      'Subject: One',
      '',
      ...body,
      '',
      OPENING,
      'Subject: Two',
      '',
      'The second letter.',
      '',
    ];
    const { documents, messages } = await ingestBytes('box.mbox', utf8(box.join('\n')));
    expect(messages).toEqual([]);
    expect(documents.map(({ title, text }) => [title, text])).toEqual([
      ['One', body.join('\n')],
      ['Two', 'The second letter.'],
    ]);
  });
});

describe('archived pages', () => {
  const archive = (...extra: string[]): Uint8Array =>
    crlf(
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://quay.example/snap',
      'Subject: Quay closed',
      'Date: Mon, 6 Mar 2034 08:00:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html',
      'Content-ID: <frame@mhtml>',
      'Content-Transfer-Encoding: quoted-printable',
      ...extra,
      '',
      `<html lang=3D"en"><head><meta charset=3D"utf-8"><title>Quay closed</title></head><body><h1>Quay closed</h1><p>${STORY}</p></body></html>`,
      '--b',
      'Content-Type: image/png',
      'Content-Location: https://quay.example/a.png',
      '',
      'x',
      '--b--',
      '',
    );

  it.each<[string, string[], string]>([
    ['a.mht', ['Content-Location: https://quay.example/quay'], 'https://quay.example/quay'],
    ['a.mhtml', [], 'https://quay.example/snap'],
    ['a.mhtml', ['Content-Location: file:///C:/Users/ines/quay.html'], 'https://quay.example/snap'],
    ['a.eml', [], 'https://quay.example/snap'],
  ])('%s %s', async (ref, extra, url) => {
    expect(await one(archive(...extra), ref)).toMatchObject({
      ref,
      url,
      title: 'Quay closed',
      captured: '2034-03-06T08:00:00-00:00',
      published: null,
      language: 'en',
      outlet: null,
    });
  });
});

describe('what is no letter or a broken one is named', () => {
  const multipart = (...lines: string[]): Uint8Array =>
    crlf('Subject: x', 'Content-Type: multipart/mixed; boundary=b', '', ...lines);
  it.each<[string, string, Uint8Array, string[]]>([
    ['an empty file', 'a.eml', utf8(''), ['error not-mail']],
    ['prose', 'a.eml', utf8('The quay was closed.'), ['error not-mail']],
    [
      'a picture',
      'a.eml',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
      ['error not-mail'],
    ],
    ['an archive', 'a.eml', zipSync({ 'a.txt': utf8('x') }), ['error not-mail']],
    ['a letter without text', 'a.eml', crlf('Subject: x', '', ''), ['warning empty-document']],
    [
      'nul bytes',
      'a.eml',
      Buffer.concat([utf8('Subject: x\n\n'), new Uint8Array(5_000)]),
      ['warning not-text', 'warning empty-document'],
    ],
    ['a letter that breaks off', 'a.eml', multipart('--b', '', STORY), ['warning damaged']],
    [
      'parts without a boundary',
      'a.eml',
      crlf('Subject: x', 'Content-Type: multipart/mixed', '', STORY),
      ['warning damaged'],
    ],
    [
      'an unknown encoding',
      'a.eml',
      crlf('Subject: x', 'Content-Type: text/plain; charset=quay-7', '', 'Größe'),
      ['warning unsure-encoding'],
    ],
    [
      'bytes that are not the encoding named',
      'a.eml',
      Buffer.concat([
        crlf('Subject: x', 'Content-Type: text/plain; charset=utf-8', '', ''),
        iconv.encode('Größe am Kai', 'windows-1252'),
      ]),
      ['warning unsure-encoding'],
    ],
    [
      'S/MIME',
      'a.eml',
      crlf('Subject: x', 'Content-Type: application/pkcs7-mime; name=smime.p7m', '', 'x'),
      ['error encrypted'],
    ],
    ['PGP', 'a.eml', crlf('Subject: x', '', '-----BEGIN PGP MESSAGE-----', '', 'x'), ['error encrypted']],
    [
      'parts nested 300 deep',
      'a.eml',
      utf8(
        Array.from(
          { length: 300 },
          (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
        ).join(''),
      ),
      ['error unreadable'],
    ],
    ['100,000 parts', 'a.eml', multipart('--b\r\n\r\nx\r\n'.repeat(100_000)), ['error unreadable']],
    ['2,000,000 lines', 'a.eml', utf8(`Subject: x\n\n${'\n'.repeat(2_000_000)}`), ['error unreadable']],
    ['a header of 3 MB', 'a.eml', utf8(`Subject: ${'x'.repeat(3_000_000)}\n\nx`), ['error unreadable']],
    [
      'brackets in the head',
      'a.eml',
      utf8(`Subject: x\nContent-Type: ${'('.repeat(500_000)}\nFrom: ${'<'.repeat(100_000)}\n\nx`),
      [],
    ],
    [
      'openings and forwards without end',
      'a.eml',
      utf8(
        `Subject: x\n\n${'---------- Forwarded message ---------\nFrom: a@b\nTo: a@b,\na@b a@b@\n\n'.repeat(900)}${'You are receiving '.repeat(50_000)}`,
      ),
      [],
    ],
    ['2,000,000 lines like openings', 'a.mbox', utf8('From x\na:\n\n'.repeat(2_000_000)), ['error not-mail']],
    ['no opening line', 'a.mbox', utf8('Subject: x\n\nThe quay.'), ['error not-mail']],
    [
      'something before the first letter',
      'a.mbox',
      utf8('junk\n\nFrom a Sun Mar  5 17:00:00 2034\nSubject: x\n\nThe quay.'),
      ['warning damaged'],
    ],
    [
      'an archive without a page',
      'a.mht',
      utf8('Subject: x\nContent-Type: image/png\n\nx'),
      ['error damaged'],
    ],
    [
      'an archive with an empty page',
      'a.mht',
      utf8('Subject: x\nContent-Type: text/html\n\n<p></p>'),
      ['warning empty-document'],
    ],
  ])('%s', async (_, ref, bytes, rules) => {
    expect(await rulesOf(ref, bytes)).toEqual(rules);
  });

  it('letters in letters end at a depth', async () => {
    let letter = 'Subject: x\n\nThe innermost.';
    for (let i = 0; i < 12; i++)
      letter = `Subject: x\nContent-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\nContent-Type: message/rfc822\n\n${letter}\n--b${i}--\n`;
    const { documents, messages } = await ingestBytes('a.eml', utf8(letter));
    expect(documents).toEqual([]);
    expect(messages.at(-1)).toMatchObject({ rule: 'too-large', severity: 'error', ref: 'a.eml!1!1!1!1!1' });
  });

  it('headers cannot bring in lines or fields', async () => {
    const letter = await one(
      crlf(
        'Subject: =?utf-8?Q?Quay=0D=0ADate:_1_Jan_2030?=',
        'From: =?utf-8?Q?Ines=0D=0ACalder?= <i@q.example>',
        'Date: no day at all',
        'Date: 5 Mar 2034',
        '',
        'The quay.',
      ),
    );
    expect(letter).toMatchObject({ title: 'Quay Date: 1 Jan 2030', byline: 'Ines Calder', published: null });
  });
});
