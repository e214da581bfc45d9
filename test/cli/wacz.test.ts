import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aimed } from '../../src/cli/about.js';
import { CaseSession } from '../../src/cli/case-session.js';
import { passedCase } from '../../src/cli/passed-case.js';
import { toJson } from '../../src/export/json.js';
import { toWacz } from '../../src/export/wacz/wacz.js';
import { parseMap } from '../../src/ingest/columns.js';
import type { IngestOptions } from '../../src/ingest/formats.js';
import { ingestBytes } from '../../src/ingest/ingest.js';
import { ingestReceived } from '../../src/ingest/paths.js';
import { inMemory } from '../../src/ingest/source.js';
import { dataStart, zipDirectory } from '../../src/ingest/zip-directory.js';
import type { AccountAmendment } from '../../src/model/amendments.js';
import type { Document } from '../../src/model/document.js';
import { EVIDENCE, type EvidenceManifest } from '../../src/model/evidence-manifest.js';
import { inProcess, readRecord } from '../../src/pipeline.js';
import { CaseFile } from '../../src/store/case-file.js';
import { verifyWacz } from '../../src/store/verify-wacz.js';
import { page, record, response, utf8 } from '../ingest/archives.js';
import { commandOn } from './command.js';

const folder = mkdtempSync(join(tmpdir(), 'stemma-wacz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HTML = { 'Content-Type': 'text/html' };
const crawl = [
  record('warcinfo', { 'Content-Type': 'application/warc-fields' }, 'software: crawler\r\n'),
  response('https://beacon.example/pier', HTML, page('Pier shut')),
  response('https://beacon.example/logo.png', { 'Content-Type': 'image/png' }, utf8('PNG')),
];
const packed = Buffer.concat(crawl.map((one) => gzipSync(one)));

const LEDGER =
  'The Saltmarch Ledger\n12 May 2031\n\nThe directorate plans to send at least 40 inspectors to six harbours, according to an internal memo seen by the Ledger.';
const TABLE =
  'Body;Paper;When\nThe quay at Skarvick is closed until Monday, Osric Fenn told the Argus.;Skarvick Argus;2031-05-13\nThe xylophagous beetle ate the pier, an inspector said in a note.;Skarvick Argus;2031-05-14\n';
const LETTER =
  'From: Ines Calder <calder@harbour.example>\r\nTo: desk@ledger.example\r\nSubject: Inspectors\r\nDate: Tue, 13 May 2031 09:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nMy office was told on Friday to expect 40 inspectors. Nobody asked us whether we have room for them.\r\n';

/** A file by name, its bytes, and the columns that the user named. */
type Given = readonly [ref: string, bytes: Uint8Array, map?: string];
const FILES: readonly Given[] = [
  ['desk/ledger.txt', utf8(LEDGER)],
  [
    'desk/latin1.txt',
    Buffer.from(
      'The Skarvick Argus\n14 May 2031\n\nThe caf\xe9 on the quay stays shut, Fenn said.',
      'latin1',
    ),
  ],
  [
    'desk/gazette.html',
    utf8(
      String(page('Forty crates')).replace(
        '<head>',
        '<head><link rel="canonical" href="https://gazette.example/crates">',
      ),
    ),
  ],
  ['mail.eml', utf8(LETTER)],
  ['table.csv', utf8(TABLE), 'text=Body,outlet=Paper,date=When'],
  [
    'rows.jsonl',
    utf8(
      `${JSON.stringify({ id: 'row-1', text: 'The pier is shut, Ines Calder told the Beacon.', outlet: 'The Beacon' })}\n`,
    ),
  ],
  ['crawl.warc.gz', packed],
  [
    'plain.warc',
    Buffer.concat(
      crawl.map((one) => Buffer.from(String(one).replaceAll('beacon.example', 'packet.example'), 'utf8')),
    ),
  ],
  [
    'crawl.wacz',
    zipSync(
      {
        'archive/data.warc.gz': Buffer.concat([
          gzipSync(response('https://packet.example/quay', HTML, page('Quay open'))),
        ]),
      },
      { level: 0 },
    ),
  ],
  [
    'notes.zip',
    zipSync({ 'a/note.txt': utf8('The Packet\n15 May 2031\n\nThe harbour office said it had no room.') }),
  ],
  ['nothing.txt', utf8('   ')],
];

interface Case {
  readonly session: CaseSession;
  readonly record: string;
}

let made = 0;
/** A case with these files, what is said of them, and those taken out by name. */
async function caseOf(
  files: readonly Given[],
  said: readonly Omit<AccountAmendment, 'what' | 'note' | 'by' | 'at'>[] = [],
  removed: readonly string[] = [],
): Promise<Case> {
  const path = join(folder, `${++made}.stemma`);
  const file = CaseFile.open(path, 'create');
  for (const [ref, bytes, map] of files) {
    const options: IngestOptions = map === undefined ? {} : { map: parseMap(map) };
    file.add(
      [{ ref, bytes, options, ...(await ingestBytes(ref, bytes, options)) }],
      new Date('2031-06-01T08:00:00Z'),
    );
  }
  file.amend(said.map((words) => ({ what: 'account', ...words, note: null, by: 'Moe', at: null })));
  file.setRemoved(({ ref }) => removed.includes(ref), true);
  const documents = file.documents();
  const amendments = aimed(file.amendments(), documents);
  const read = await readRecord(documents, {
    settings: { tier: 'rules' },
    messages: file.messages(),
    amendments,
    runner: inProcess,
  });
  file.commit(
    { ...read, stories: new Map() },
    { what: 'read', note: 'secret-free', by: 'Moe', at: new Date('2031-06-01T08:00:01Z') },
  );
  file.close();
  const session = CaseSession.open(path, 'read');
  return { session, record: [...toJson(session.file.record())].join('') };
}

async function exported({ session }: Case, includeUnpublished = false): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of toWacz((await passedCase(session, includeUnpublished)).passed))
    parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

const verify = (bytes: Uint8Array) => verifyWacz(inMemory(bytes), ingestReceived);
const manifestOf = (bytes: Uint8Array): EvidenceManifest =>
  JSON.parse(Buffer.from(unzipSync(bytes)[EVIDENCE.manifest]!).toString('utf8')) as EvidenceManifest;
const byId = (documents: readonly Document[]): Document[] =>
  [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));

/** All that stands in it, unpacked: what would be found by who looks for a word. */
function everything(bytes: Uint8Array): string {
  const files = unzipSync(bytes);
  return Object.entries(files)
    .map(
      ([name, content]) =>
        `${name}\n${Buffer.from(name.endsWith('.gz') ? gunzipSync(content) : content).toString('latin1')}`,
    )
    .join('\n');
}

describe('a case passed on', () => {
  let whole: Case;
  let bytes: Buffer;
  beforeAll(async () => {
    whole = await caseOf(FILES, [
      { ref: 'ledger.txt', outlet: 'The Saltmarch Ledger', title: 'Forty inspectors' },
    ]);
    bytes = await exported(whole);
  });

  test('holds, and is the same each time', async () => {
    expect((await verify(bytes)).failures).toEqual([]);
    expect((await exported(whole)).equals(bytes)).toBe(true);
  });

  test('gives the same accounts again, and so the same record', async () => {
    const { documents, messages } = await ingestBytes('passed.wacz', bytes);
    expect(messages.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule)).toEqual([
      'empty-document',
    ]);
    const kept = whole.session.documents();
    expect(kept.map(({ ref }) => ref)).toContain('crawl.wacz!archive/data.warc.gz!1');
    const told = (document: Document) =>
      document.ref === 'desk/ledger.txt'
        ? { ...document, outlet: 'The Saltmarch Ledger', title: 'Forty inspectors' }
        : document;
    expect(byId(documents)).toEqual(byId(kept.map(told)));
    const { record } = await readRecord(documents, { settings: { tier: 'rules' }, messages });
    // What users said lies beside the accounts, and is part of them when they are read again.
    const {
      messages: _,
      amendments: _a,
      ...rest
    } = JSON.parse([...toJson(record)].join('')) as {
      messages: unknown;
      amendments: unknown;
    };
    const {
      messages: __,
      amendments: _b,
      ...before
    } = JSON.parse(whole.record) as {
      messages: unknown;
      amendments: unknown;
    };
    expect(rest).toEqual(before);
  });

  test('is a WACZ of stored entries, each listed', () => {
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual([
      'archive/received.warc.gz',
      'archive/0001-crawl.warc.gz',
      'archive/0002-plain.warc',
      'archive/0003-data.warc.gz',
      'indexes/index.cdx.gz',
      'indexes/index.idx',
      'pages/pages.jsonl',
      EVIDENCE.manifest,
      EVIDENCE.record,
      EVIDENCE.amendments,
      EVIDENCE.log,
      'datapackage.json',
      'datapackage-digest.json',
    ]);
    expect(Buffer.from(files['archive/0001-crawl.warc.gz']!).equals(packed)).toBe(true);
    expect(JSON.parse(Buffer.from(files['datapackage.json']!).toString())).toMatchObject({
      profile: 'data-package',
      wacz_version: '1.2.0',
      created: '2031-06-01T08:00:01Z',
    });
    expect(Buffer.from(files[EVIDENCE.record]!).toString()).toBe(whole.record);
  });

  test('leads from each address to the record that holds it', () => {
    const files = unzipSync(bytes);
    const lines = gunzipSync(files['indexes/index.cdx.gz']!).toString().trim().split('\n');
    const urls = lines.map((line) => {
      const [surt, time] = line.split(' ');
      const { url, offset, length, filename } = JSON.parse(line.slice(line.indexOf('{'))) as {
        [name: string]: string;
      };
      const at = files[`archive/${filename}`]!.subarray(Number(offset), Number(offset) + Number(length));
      const head = (filename!.endsWith('.gz') ? gunzipSync(at) : Buffer.from(at)).toString('latin1');
      expect(head).toMatch(/^WARC\/1\.\d\r\n/);
      expect(head).toContain(`WARC-Target-URI: ${url}\r\n`);
      expect(time).toMatch(/^\d{14}$/);
      return `${surt} ${url!.replace(/f-[0-9a-f]{16}/, 'f-ID')}`;
    });
    expect(urls).toEqual([...urls].sort());
    expect(urls).toContain('example,gazette)/crates https://gazette.example/crates');
    expect(urls).toContain('example,beacon)/pier https://beacon.example/pier');
    expect(urls).toContain('example,packet)/pier https://packet.example/pier');
    expect(urls).toContain('example,packet)/quay https://packet.example/quay');
    expect(
      urls.filter((line) => line.endsWith('https://received.stemma.invalid/f-ID/mail.eml')),
    ).toHaveLength(1);
    const pages = Buffer.from(files['pages/pages.jsonl']!).toString().trim().split('\n').slice(1);
    const indexed = new Set(
      lines.map((line) => (JSON.parse(line.slice(line.indexOf('{'))) as { url: string }).url),
    );
    for (const line of pages) expect(indexed).toContain((JSON.parse(line) as { url: string }).url);
    expect(pages).toHaveLength((JSON.parse(whole.record) as { documents: unknown[] }).documents.length);
  });

  test('ties each account to the bytes as received', () => {
    const { files } = manifestOf(bytes);
    expect(files.map(({ ref, path, size, accounts }) => [ref, path, size, accounts.length])).toEqual(
      FILES.map(([ref, content]) => [
        ref,
        ref === 'crawl.warc.gz'
          ? 'archive/0001-crawl.warc.gz'
          : ref === 'plain.warc'
            ? 'archive/0002-plain.warc'
            : EVIDENCE.received,
        content.length,
        { 'table.csv': 2, 'nothing.txt': 0 }[ref] ?? 1,
      ]),
    );
  });
});

describe('what stays behind', () => {
  const BEETLE = 'table.csv#2';
  const SECRET = /xylophagous|latin1|caf\xe9/;
  const unpublished: { ref: string; status: 'unpublished' }[] = [
    { ref: 'latin1.txt', status: 'unpublished' },
  ];

  test('accounts that are not published, and all that tells of them', async () => {
    const found = await caseOf(FILES, [...unpublished, { ref: BEETLE, status: 'unpublished' }]);
    const bytes = await exported(found);
    expect(everything(await exported(found, true))).toMatch(/latin1/);
    expect(SECRET.exec(everything(bytes))).toBeNull();
    expect(Object.keys(unzipSync(bytes))).not.toContain(EVIDENCE.log);
    expect((await verify(bytes)).failures).toEqual([]);
  });

  test('accounts that were taken out, and the file that they stand in', async () => {
    const found = await caseOf(FILES, [], [BEETLE, 'desk/latin1.txt']);
    const bytes = await exported(found, true);
    expect(SECRET.exec(everything(bytes))).toBeNull();
    expect((await verify(bytes)).failures).toEqual([]);
    const rest = manifestOf(bytes).files.filter(({ ref }) => ref === 'table.csv');
    expect(rest.map(({ excerpt, accounts }) => [excerpt, accounts.length])).toEqual([[true, 1]]);
    const { documents } = await ingestBytes('passed.wacz', bytes);
    const same = ({ ref, text, outlet, published }: Document) => ({ ref, text, outlet, published });
    expect(documents.map(same).sort((a, b) => (a.ref < b.ref ? -1 : 1))).toEqual(
      found.session
        .documents()
        .map(same)
        .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    );
  });

  test('an account that is not published stays so for who reads it again', async () => {
    const bytes = await exported(await caseOf(FILES.slice(0, 2), unpublished), true);
    const { documents } = await ingestBytes('passed.wacz', bytes);
    expect(documents.map(({ ref, status }) => [ref, status])).toEqual([
      ['desk/ledger.txt', 'published'],
      ['desk/latin1.txt', 'unpublished'],
    ]);
  });

  test('a file that nothing was read from, where somebody said that it is not published', async () => {
    const bytes = await exported(await caseOf(FILES, [{ ref: 'nothing.txt', status: 'unpublished' }]));
    expect(manifestOf(bytes).files.map(({ ref }) => ref)).not.toContain('nothing.txt');
  });
});

describe('a WACZ that was changed', () => {
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await exported(await caseOf([FILES[0]!, FILES[2]!, FILES[6]!]));
  });

  test('every byte of a file in it that flips is found', async () => {
    const directory = (await zipDirectory(inMemory(bytes)))!;
    const missed: string[] = [];
    let tried = 0;
    for (const entry of directory.entries) {
      const start = (await dataStart(inMemory(bytes), entry))!;
      const step = Math.max(1, Math.floor(entry.size / 24));
      for (let at = 0; at < entry.size; at += step) {
        const copy = Buffer.from(bytes);
        copy[start + at]! ^= 1 << (at % 8);
        tried++;
        if ((await verify(copy)).failures.length === 0) missed.push(`${entry.name} at ${at}`);
      }
    }
    expect(tried).toBeGreaterThan(250);
    expect(missed).toEqual([]);
  });

  test('a byte that flips anywhere else does no harm', async () => {
    for (let at = 0; at < bytes.length; at += 499) {
      const copy = Buffer.from(bytes);
      copy[at]! ^= 0x10;
      await verify(copy);
      await ingestBytes('a.wacz', copy);
    }
  });

  /** Packed again with everything in the package told anew, as somebody would who knows how. */
  async function forged(change: (files: { [path: string]: Uint8Array }) => void): Promise<Uint8Array> {
    const files = { ...unzipSync(bytes) };
    change(files);
    delete files['datapackage.json'];
    delete files['datapackage-digest.json'];
    const { packaged } = await import('../../src/export/wacz/package.js');
    const parts: Uint8Array[] = [];
    const entries = Object.entries(files).map(([path, content]) => ({ path, chunks: [content] }));
    for await (const part of packaged(entries, '2031-06-01T08:00:01Z')) parts.push(Buffer.from(part));
    return Buffer.concat(parts);
  }
  const edit =
    (path: string, from: string | RegExp, to: string) =>
    (files: { [path: string]: Uint8Array }): void => {
      const before = Buffer.from(files[path]!).toString('utf8');
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      files[path] = utf8(after);
    };

  test.each<[string, (files: { [path: string]: Uint8Array }) => void, RegExp]>([
    ['nothing', () => {}, /^$/],
    [
      'a word of the record',
      edit(EVIDENCE.record, 'at least 40 inspectors', 'at least 50 inspectors'),
      /text of desk\/ledger.txt is not/,
    ],
    [
      'where an anchor stands',
      edit(EVIDENCE.record, /"start":\d+,"end":\d+,"exact"/, '"start":1,"end":3,"exact"'),
      /does not stand at 1–3/,
    ],
    [
      'the digest of a file',
      edit(EVIDENCE.manifest, /"sha256": "[0-9a-f]{8}/, '"sha256": "00000000'),
      /not those that were received/,
    ],
    [
      'which account it is',
      edit(EVIDENCE.manifest, /"id": "d-[0-9a-f]{8}/, '"id": "d-00000000'),
      /account d-00000000.* is not what its bytes say/,
    ],
    ['where it lies', edit(EVIDENCE.manifest, /"offset": \d+/, '"offset": 3'), /not where the archive says/],
    ['a run of the log', edit(EVIDENCE.log, 'Moe', 'Noe'), /the log: run 1/],
    ['the manifest gone', (files) => delete files[EVIDENCE.manifest], /manifest.json: it is missing/],
    ['the record gone', (files) => delete files[EVIDENCE.record], /the record: it is missing/],
    ['the records gone', (files) => delete files[EVIDENCE.received], /received.warc.gz: it is missing/],
  ])('%s', async (_, change, failure) => {
    const { failures } = await verify(await forged(change));
    expect(failures.join('\n')).toMatch(failure);
  });

  test.each<[string, (files: { [path: string]: Uint8Array }) => void, RegExp]>([
    [
      'a file listed twice',
      (files) => {
        const manifest = JSON.parse(Buffer.from(files[EVIDENCE.manifest]!).toString()) as EvidenceManifest;
        files[EVIDENCE.manifest] = utf8(
          JSON.stringify({ ...manifest, files: [...manifest.files, ...manifest.files] }),
        );
      },
      /listed twice/,
    ],
    [
      'a manifest of a later version',
      edit(EVIDENCE.manifest, '"version": 1', '"version": 9'),
      /cannot be read; its pages were/,
    ],
    ['no manifest at all', edit(EVIDENCE.manifest, '{', ''), /cannot be read; its pages were/],
    [
      'a record that is not there',
      edit(EVIDENCE.manifest, /"offset": \d+/, '"offset": 99999999'),
      /not where the archive says/,
    ],
    [
      'another file in its place',
      edit(EVIDENCE.manifest, /"path": "[^"]+"/, '"path": "../../etc/passwd"'),
      /not where the archive says/,
    ],
    [
      'an excerpt that is none',
      edit(EVIDENCE.manifest, '"excerpt": false', '"excerpt": true'),
      /no account in it/,
    ],
    [
      'a size that is wrong',
      edit(EVIDENCE.manifest, /"size": \d+/, '"size": 3'),
      /not where the archive says/,
    ],
  ])('%s is told, and the rest is read', async (_, change, note) => {
    const { documents, messages } = await ingestBytes('a.wacz', await forged(change));
    expect(messages.map((message) => message.note).join('\n')).toMatch(note);
    expect(documents.length).toBeGreaterThan(0);
  });
});

describe('on the command line', () => {
  const { run } = commandOn({
    one: 'The Coastal Safety Directorate plans to send 40 inspectors to six harbours, harbour master Ines Calder told the Beacon.',
    two: 'About 40 inspectors will come to seven harbours, the Beacon reported.',
  });
  const ends = (...args: readonly string[]) => {
    const { status, stdout, stderr } = run(args);
    return `${status} ${stdout}${stderr}`;
  };
  const EXPORT = ['export', 'a.stemma', '--format', 'wacz'];

  test('a case goes out, is checked, asked and read again', () => {
    expect(
      run([
        'read',
        'accounts',
        '--about',
        'accounts/about.csv',
        '--tier',
        'rules',
        '--quiet',
        '--case',
        'a.stemma',
      ]).status,
    ).toBe(0);
    expect(ends(...EXPORT, '--full-text', '--out', 'a.wacz')).toMatch(
      /^0 1 file, 1 account in a\.wacz\n.*1 account marked unpublished left out/,
    );
    expect(ends('verify', 'a.wacz')).toContain('0 a.wacz holds: 1 file, 1 account,');
    expect(ends('claims', 'a.wacz')).toContain('1 account of 1 outlet');
    expect(ends('read', 'a.wacz', '--tier', 'rules', '--json', '-', '--quiet')).toContain('"ref":"one.txt"');
  });

  test.each([
    [['export', 'a.stemma'], /^2 .*export needs --format: wacz/],
    [['export', 'a.stemma', '--format', 'pdf'], /^2 .*--format takes wacz, not "pdf"/],
    [['export', '--format', 'wacz'], /^2 .*takes one case file/],
    [EXPORT, /^2 .*needs --out FILE/],
    [[...EXPORT, '--out', 'b.wacz'], /^2 .*whole texts.*say --full-text/],
    [
      ['export', 'none.stemma', '--format', 'wacz', '--full-text', '--out', 'b.wacz'],
      /^2 .*there is no case file none\.stemma/,
    ],
  ])('%j is refused', (args, words) => {
    expect(ends(...args)).toMatch(words);
  });
});
