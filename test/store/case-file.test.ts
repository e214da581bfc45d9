import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Database from 'libsql';
import { afterAll, expect, test } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import type { ReceivedFile } from '../../src/ingest/paths.js';
import type { Record } from '../../src/model/record.js';
import { inProcess, readRecord } from '../../src/pipeline.js';
import { CaseFile } from '../../src/store/case-file.js';
import type { Access } from '../../src/store/database.js';
import { withKnownStories } from '../../src/store/known-stories.js';
import { verifyCase } from '../../src/store/verify.js';

const folder = mkdtempSync(join(tmpdir(), 'stemma-case-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const newPath = (): string => join(folder, `${++made}.stemma`);

const AT = new Date('2031-05-14T09:00:00Z');
const ACCOUNTS: { readonly [ref: string]: string } = {
  'ledger.txt':
    'The Saltmarch Ledger\n12 May 2031\n\nThe Coastal Safety Directorate plans to send at least 40 inspectors to six harbours in June, according to an internal memo seen by the Ledger.\n\nHarbour master Ines Calder said her office had not been told.',
  'gazette.txt':
    'The Pellmouth Gazette\n13 May 2031\n\nAbout 40 inspectors will descend on seven harbours in June, the Saltmarch Ledger reported.',
  'beacon.txt':
    'The Skarvick Beacon\n14 May 2031\n\nThe brigade was called at 5:52 a.m. to a fire at the paint works, Oskell said. Nobody was hurt.',
  'other.txt':
    'The Skarvick Beacon\n15 May 2031\n\nThe brigade had been called at 5.41, the company said in a statement about the fire at the paint works.',
};

async function received(refs: readonly string[]): Promise<ReceivedFile[]> {
  return Promise.all(
    refs.map(async (ref) => {
      const bytes = new TextEncoder().encode(ACCOUNTS[ref]!);
      return { ref, bytes, options: {}, ...(await ingestBytes(ref, bytes)) };
    }),
  );
}

const SETTINGS = { settings: { tier: 'rules' } } as const;

/** Adds accounts and reads the record anew; how many documents and stories were read for it. */
async function extend(
  path: string,
  refs: readonly string[],
  access: Access = 'create',
): Promise<{ record: Record; analysed: number; stories: number }> {
  const file = CaseFile.open(path, access);
  try {
    file.add(await received(refs), AT);
    const counts = { analysed: 0, stories: 0 };
    const { stories, read } = withKnownStories(file, (missing, done) => {
      counts.stories += missing.length;
      return inProcess.stories(missing, done);
    });
    const { record, analyses } = await readRecord(file.documents(), {
      ...SETTINGS,
      messages: file.messages(),
      analyses: file.analyses(),
      amendments: file.amendments(),
      runner: {
        stories,
        analyse(documents, depth, done) {
          counts.analysed += documents.length;
          return inProcess.analyse(documents, depth, done);
        },
      },
    });
    file.commit(
      { record, analyses, stories: read },
      { what: 'read', note: `${refs.length}`, by: 'Moe', at: AT },
    );
    return { record, ...counts };
  } finally {
    file.close();
  }
}

const REFS = Object.keys(ACCOUNTS);

async function wholeRecord(refs: readonly string[]): Promise<string> {
  const documents = (await received(refs)).flatMap((file) => file.documents);
  return JSON.stringify((await readRecord(documents, SETTINGS)).record);
}

test('accounts that come one by one, in any order, make the record of one run', async () => {
  const whole = await wholeRecord(REFS);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(REFS, { minLength: REFS.length }),
      fc.integer({ min: 1, max: 3 }),
      async (order, step) => {
        const path = newPath();
        for (let at = 0; at < order.length; at += step) await extend(path, order.slice(at, at + step));
        const file = CaseFile.open(path, 'read');
        expect(JSON.stringify(file.record())).toBe(whole);
        file.close();
        expect((await verifyCase(path, ingestBytes)).failures).toEqual([]);
      },
    ),
    { numRuns: 6, seed: 9 },
  );
});

test('what is known is not read again', async () => {
  const path = newPath();
  expect(await extend(path, ['ledger.txt', 'gazette.txt', 'beacon.txt'])).toMatchObject({ analysed: 3 });
  const { analysed, stories } = await extend(path, ['other.txt']);
  expect(analysed).toBe(1);
  expect(stories).toBe(1);
  expect(await extend(path, REFS)).toMatchObject({ analysed: 0, stories: 0 });
  const file = CaseFile.open(path, 'read');
  expect(file.documents()).toHaveLength(4);
  expect(file.log().map(({ what, by, note }) => [what, by, note])).toEqual([
    ['read', 'Moe', '3'],
    ['read', 'Moe', '1'],
    ['read', 'Moe', '4'],
  ]);
  file.close();
});

test('an account taken out is out of the record, and back in as it was', async () => {
  const path = newPath();
  const { record: before } = await extend(path, REFS);
  const change = async (removed: boolean): Promise<Record> => {
    const file = CaseFile.open(path, 'write');
    expect(file.setRemoved((document) => document.ref === 'beacon.txt', removed)).toBe(1);
    const { record, analyses } = await readRecord(file.documents(), {
      ...SETTINGS,
      messages: file.messages(),
    });
    file.commit(
      { record, analyses, stories: new Map() },
      { what: removed ? 'remove' : 'restore', note: '1', by: '', at: AT },
    );
    file.close();
    return record;
  };
  expect(JSON.stringify(await change(true))).toBe(
    await wholeRecord(REFS.filter((ref) => ref !== 'beacon.txt')),
  );
  expect(await change(false)).toEqual(before);
  expect((await verifyCase(path, ingestBytes)).failures).toEqual([]);
});

test('what is purged is nowhere in the file, and the log shows that something was', async () => {
  const path = newPath();
  await extend(path, REFS);
  expect(readFileSync(path, 'latin1')).toContain('paint works, Oskell');
  const file = CaseFile.open(path, 'write');
  const hashes = file.purge((_, ref) => ref === 'beacon.txt');
  expect(hashes).toHaveLength(1);
  const { record, analyses } = await readRecord(file.documents(), SETTINGS);
  file.commit({ record, analyses, stories: new Map() }, { what: 'purge', note: hashes[0]!, by: '', at: AT });
  file.shrink();
  file.close();
  expect(readFileSync(path, 'latin1')).not.toContain('Oskell');
  expect(readFileSync(path, 'latin1')).not.toContain('beacon.txt');
  const { failures, documents, runs } = await verifyCase(path, ingestBytes);
  expect({ failures, documents, runs }).toEqual({ failures: [], documents: 3, runs: 2 });
});

test('it is readable by its owner alone', async () => {
  const path = newPath();
  await extend(path, ['ledger.txt']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('others read the last whole state while one writes, and nobody else writes', async () => {
  const path = newPath();
  const { record } = await extend(path, ['ledger.txt']);
  const writer = CaseFile.open(path, 'write');
  writer.add(await received(['gazette.txt']), AT);
  const readers = [CaseFile.open(path, 'read'), CaseFile.open(path, 'read')];
  for (const reader of readers) {
    expect(reader.record()).toEqual(record);
    expect(reader.documents()).toHaveLength(1);
    reader.close();
  }
  expect(() => CaseFile.open(path, 'write')).toThrow('another process is writing to it');
  writer.close();
  CaseFile.open(path, 'write').close();
});

test.each([
  ['no file', (path: string) => path, 'there is no case file'],
  [
    'some other file',
    (path: string) => {
      writeFileSync(path, 'The harbour will close in May. '.repeat(100));
      return path;
    },
    'it is no case file',
  ],
  [
    'some other database',
    (path: string) => {
      const db = new Database(path);
      db.exec('CREATE TABLE notes (words TEXT)');
      db.close();
      return path;
    },
    'is a database, but no case file',
  ],
  [
    'a case file of a later version',
    (path: string) => {
      CaseFile.open(path, 'create').close();
      const db = new Database(path);
      db.exec(
        `PRAGMA application_id = ${0x5374656d}; PRAGMA user_version = 99; CREATE TABLE run (id INTEGER)`,
      );
      db.close();
      return path;
    },
    'is a case file of version 99',
  ],
])('%s is refused', (_, make, words) => {
  const path = make(newPath());
  expect(() => CaseFile.open(path, 'write')).toThrow(words);
  expect(() => CaseFile.open(path, 'read')).toThrow(words);
});

test('a case that nothing was kept in leaves no file', () => {
  const path = newPath();
  CaseFile.open(path, 'create').close();
  expect(() => statSync(path)).toThrow();
});

test('every flip of a byte in a document is found, and any other changes nothing or is found', async () => {
  const path = newPath();
  await extend(path, REFS);
  const sound = readFileSync(path);
  const contentOf = (at: string): string => {
    const file = CaseFile.open(at, 'read');
    try {
      return JSON.stringify([file.documents(), file.record(), file.log(), file.messages()]);
    } finally {
      file.close();
    }
  };
  const content = contentOf(path);
  const inDocuments = REFS.flatMap((ref) => {
    const start = sound.indexOf(ACCOUNTS[ref]!);
    expect(start).toBeGreaterThan(0);
    return [start, start + 40, start + ACCOUNTS[ref]!.length - 1];
  });
  const step = Math.max(1, Math.floor(sound.length / 240));
  const anywhere = Array.from({ length: 240 }, (_, i) => i * step + ((i * 7919) % step));
  const flipped = newPath();
  for (const at of [...inDocuments, ...anywhere]) {
    const bytes = Buffer.from(sound);
    bytes[at]! ^= 0x10;
    writeFileSync(flipped, bytes);
    const found = await verifyCase(flipped, ingestBytes).then(
      ({ failures }) => failures.length > 0,
      () => true,
    );
    if (inDocuments.includes(at)) expect(found, `byte ${at}`).toBe(true);
    else if (!found) expect(contentOf(flipped), `byte ${at}`).toBe(content);
  }
});

test('a process killed at any moment leaves the last whole state', async () => {
  const path = newPath();
  await extend(path, ['ledger.txt']);
  let before = 1;
  for (let nth = 0; nth < 100; nth++) {
    const child = spawn(process.execPath, ['test/store/endless-writer.mjs', path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = once(child, 'exit');
    let seen = 0;
    // Whole runs that it may end, then a moment within the next.
    const ends = nth % 3;
    for await (const mark of child.stdout!) {
      seen += String(mark).length;
      if (seen >= 1 + ends) break;
    }
    await new Promise((resolve) => setTimeout(resolve, (nth * 37) % 61));
    child.kill('SIGKILL');
    const [, signal] = await closed;
    expect(signal).toBe('SIGKILL');
    const file = CaseFile.open(path, 'write');
    const runs = file.log().length;
    // Each of its runs adds one file with one account.
    expect(file.documents()).toHaveLength(runs);
    expect(file.damage()).toEqual([]);
    expect(file.log().at(-1)!.state).toBe(file.state());
    expect(runs).toBeGreaterThanOrEqual(before);
    before = runs;
    file.close();
  }
  expect(before).toBeGreaterThan(90);
});

const found = (path: string, asked: string): [ref: string, ...words: string[]][] => {
  const file = CaseFile.open(path, 'read');
  try {
    const known = new Map(file.documents().map((document) => [document.id, document]));
    return file.find(asked).map(({ id, places }) => {
      const { ref, text } = known.get(id)!;
      return [ref, ...places.map(({ start, end }) => text.slice(start, end))];
    });
  } finally {
    file.close();
  }
};

test('words are found where they stand', async () => {
  const path = newPath();
  await extend(path, REFS);
  for (const [asked, ...hits] of [
    ['inspectors seven', ['gazette.txt', 'inspectors', 'seven']],
    [
      '"paint works" brigade',
      ['beacon.txt', 'brigade', 'paint works'],
      ['other.txt', 'brigade', 'paint works'],
    ],
    ['CALDER', ['ledger.txt', 'Calder']],
    ['calder OR', []],
    ['descen*', ['gazette.txt', 'descend']],
    ['5:52', ['beacon.txt', '5:52']],
    ['"', []],
    ["') OR rowid --", []],
    ['text:', []],
    ['', []],
  ] as const)
    expect(found(path, asked).sort(), asked).toEqual(hits.filter((hit) => hit.length > 0));
});

test('an account taken out is not found, and one erased is not in the index', async () => {
  const path = newPath();
  await extend(path, REFS);
  const change = async (work: (file: CaseFile) => void): Promise<void> => {
    const file = CaseFile.open(path, 'write');
    work(file);
    const { record, analyses } = await readRecord(file.documents(), SETTINGS);
    file.commit({ record, analyses, stories: new Map() }, { what: 'remove', note: '', by: '', at: AT });
    file.close();
  };
  await change((file) => file.setRemoved(({ ref }) => ref === 'gazette.txt', true));
  expect(found(path, 'descend')).toEqual([]);
  await change((file) => file.setRemoved(({ ref }) => ref === 'gazette.txt', false));
  expect(found(path, 'descend')).toHaveLength(1);
  await change((file) => {
    file.purge((_, ref) => ref === 'gazette.txt');
  });
  expect(found(path, 'descend')).toEqual([]);
  expect((await verifyCase(path, ingestBytes)).failures).toEqual([]);
});

test('a file of the version without an index is read, and brought up to date when it is written', async () => {
  const path = newPath();
  await extend(path, REFS);
  const old = new Database(path);
  old.exec('DROP TABLE text_index; PRAGMA user_version = 1;');
  old.close();
  expect(() => found(path, 'descend')).toThrow('was written by an earlier stemma');
  expect((await verifyCase(path, ingestBytes)).failures).toEqual([]);
  const { analysed } = await extend(path, [], 'write');
  expect(analysed).toBe(0);
  expect(found(path, 'descend')).toEqual([['gazette.txt', 'descend']]);
});

test('the words of any text are found at their places', async () => {
  const word = fc.stringMatching(/^[a-zäéß]{3,8}$/);
  const text = fc.array(fc.oneof(word, fc.string({ unit: 'binary', maxLength: 6 })), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(text, word, async (parts, extra) => {
      const path = newPath();
      const whole = [...parts, extra].join(' ');
      const file = CaseFile.open(path, 'create');
      const bytes = new TextEncoder().encode(whole);
      const read = await ingestBytes('a.txt', bytes);
      file.add([{ ref: 'a.txt', bytes, options: {}, ...read }], AT);
      const { record, analyses } = await readRecord(file.documents(), SETTINGS);
      file.commit({ record, analyses, stories: new Map() }, { what: 'read', note: '', by: '', at: AT });
      file.close();
      if (read.documents.length === 0) return;
      const [hit] = found(path, extra);
      for (const words of hit?.slice(1) ?? []) expect(words.toLowerCase()).toContain(extra.slice(0, 1));
      expect(hit?.slice(1).map((words) => words.toLowerCase())).toContain(extra);
    }),
    { numRuns: 40, seed: 20310514 },
  );
});

test('what a later version reads otherwise takes the place of what was read, under the same id', async () => {
  const path = newPath();
  await extend(path, REFS);
  const file = CaseFile.open(path, 'write');
  file.setRemoved(({ ref }) => ref === 'other.txt', true);
  for (const evidence of file.evidence()) {
    const again = await ingestBytes(evidence.ref, evidence.bytes()!);
    const [document] = again.documents;
    const changed = {
      'ledger.txt': [{ ...document!, id: 'd-new', outlet: 'Ledger', text: `${document!.text} (Ends)` }],
      'gazette.txt': [document!, { ...document!, id: 'd-2', ref: 'gazette.txt!2' }],
      'beacon.txt': [],
    }[evidence.ref];
    expect(file.readAgain(evidence, { ...again, documents: changed ?? again.documents })).toBe(
      changed === undefined ? 0 : 1,
    );
  }
  const { record, analyses } = await readRecord(file.documents(), SETTINGS);
  file.commit({ record, analyses, stories: new Map() }, { what: 'read', note: '', by: '', at: AT });
  expect(file.documents().map(({ ref, outlet }) => [ref, outlet])).toEqual([
    ['ledger.txt', 'Ledger'],
    ['gazette.txt', null],
    ['gazette.txt!2', null],
  ]);
  const [ledger] = (await received(['ledger.txt']))[0]!.documents;
  expect(file.documents()[0]!.id).toBe(ledger!.id);
  file.close();
  expect(found(path, 'ends')).toEqual([['ledger.txt', 'Ends']]);
  expect((await verifyCase(path, ingestBytes)).failures).toEqual([
    expect.stringContaining('the text of ledger.txt is not what its bytes say as this version reads them'),
    expect.stringContaining('the text of gazette.txt!2 is not'),
  ]);
});
