import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/ingest/lines.js';
import { type Io, ingestPaths } from '../../src/ingest/paths.js';

/** A machine of files and folders in memory; a string that begins with "→" is a link. */
function fake(files: { readonly [path: string]: string }, stdin: readonly string[] = []): Io {
  const utf8 = new TextEncoder();
  const resolve = (path: string): string => {
    for (const [link, target] of Object.entries(files)) {
      if (target.startsWith('→') && (path === link || path.startsWith(`${link}/`)))
        return resolve(target.slice(1) + path.slice(link.length));
    }
    return path;
  };
  const missing = (): never => {
    throw Object.assign(new Error('missing'), { code: 'ENOENT' });
  };
  const isFolder = (path: string): boolean => Object.keys(files).some((name) => name.startsWith(`${path}/`));
  async function* chunks(parts: readonly string[]): AsyncGenerator<Uint8Array> {
    for (const part of parts) yield utf8.encode(part);
  }
  return {
    async stat(path) {
      const real = resolve(path);
      if (isFolder(real)) return { isFolder: true, isFile: false, size: 0 };
      return { isFolder: false, isFile: true, size: (files[real] ?? missing()).length };
    },
    async list(path) {
      const at = `${resolve(path)}/`;
      return [
        ...new Set(
          Object.keys(files)
            .filter((name) => name.startsWith(at))
            .map((name) => name.slice(at.length).split('/')[0]!),
        ),
      ].reverse();
    },
    resolve: async (path) => resolve(path),
    read: async (path) => utf8.encode(files[resolve(path)] ?? missing()),
    stream: (path, start, end) => chunks([files[resolve(path)]!.slice(start, end)]),
    stdin: chunks(stdin),
  };
}

describe('ingestPaths', () => {
  it('walks folders by name, with refs relative to the folder given, and names what it leaves out', async () => {
    const io = fake({
      'case/b.txt': 'Two.',
      'case/a.txt': 'One.',
      'case/sub/c.md': 'Three.',
      'case/.git/x.txt': 'no',
      'case/pic.png': 'x',
      'case/about.csv': 'file\n',
    });
    const { documents, messages } = await ingestPaths(['case/'], { io, ignore: ['case/about.csv'] });
    expect(documents.map((d) => d.ref)).toEqual(['a.txt', 'b.txt', 'sub/c.md']);
    expect(messages).toEqual([
      {
        rule: 'unsupported-format',
        severity: 'info',
        ref: 'pic.png',
        note: '.png is not read; it was left out',
      },
    ]);
  });

  it('reads archives of any size in stretches', async () => {
    const length = 70_000_000;
    const body = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nThe bridge was closed.';
    const head = (type: string, size: number): string =>
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: ${size}\r\n\r\n`;
    const io = fake({
      'x/w.warc': `${head('metadata', length)}${'x'.repeat(length)}\r\n\r\n${head('response', body.length)}${body}`,
    });
    const { documents, messages } = await ingestPaths(['x'], { io: { ...io, read: () => Promise.reject() } });
    expect(documents.map((d) => [d.ref, d.text])).toEqual([['w.warc!2', 'The bridge was closed.']]);
    expect(messages.map((m) => m.rule)).toEqual(['no-article']);
  });

  it('reads single files under the path given, and JSON lines on standard input', async () => {
    const io = fake({ 'x/a.txt': 'One.' }, [
      '{"id":"r1","te',
      'xt":"Två',
      '."}\n{"id":"r2","text":"Three."}',
    ]);
    const { documents } = await ingestPaths(['x/a.txt', '-'], { io });
    expect(documents.map((d) => [d.ref, d.text])).toEqual([
      ['x/a.txt', 'One.'],
      ['r1', 'Två.'],
      ['r2', 'Three.'],
    ]);
  });

  it('follows no link back to a folder above', async () => {
    const io = fake({ 'case/a.txt': 'One.', 'case/sub/loop': '→case', 'case/sub/b.txt': 'Two.' });
    const { documents, messages } = await ingestPaths(['case'], { io });
    expect(documents.map((d) => d.ref)).toEqual(['a.txt', 'sub/b.txt']);
    expect(messages.map((m) => `${m.rule} ${m.ref}`)).toEqual(['link-loop sub/loop']);
  });

  it('says what is not there', async () => {
    const { messages } = await ingestPaths(['none.txt'], { io: fake({}) });
    expect(messages).toEqual([
      {
        rule: 'unreadable',
        severity: 'error',
        ref: 'none.txt',
        note: 'could not be read: there is no such file',
      },
    ]);
  });
});

describe('linesOf', () => {
  it('parts lines at newlines alone, however the bytes come', async () => {
    const bytes = new TextEncoder().encode('\ufeffeins\r\nzwei\u2028 drei 😀\n\nvier');
    for (const size of [1, 2, 3, 7, 100]) {
      async function* chunks(): AsyncGenerator<Uint8Array> {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      }
      const lines: (string | null)[] = [];
      for await (const line of linesOf(chunks())) lines.push(line);
      expect(lines).toEqual(['eins', 'zwei\u2028 drei 😀', '', 'vier']);
    }
  });
});
