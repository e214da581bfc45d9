import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const src = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

const STAGES = ['ingest', 'extract', 'reuse', 'stories', 'lineage', 'claims', 'origins', 'record', 'check'];
const SHARED = ['wasm', 'model', 'language', 'text', 'encoder', 'tagging', 'similarity'];

/** What each folder of src may import of the others; a stage imports the shared ones and itself, never another stage. */
const MAY: { readonly [folder: string]: readonly string[] } = {
  wasm: [],
  model: [],
  language: [],
  text: ['model', 'language'],
  encoder: ['wasm', 'model', 'language', 'text'],
  tagging: ['model', 'language', 'text', 'encoder'],
  similarity: ['model', 'language', 'text', 'encoder'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, SHARED])),
  'models.ts': [...SHARED, ...STAGES],
  'pipeline.ts': [...SHARED, ...STAGES, 'models.ts'],
  workers: [...SHARED, ...STAGES, 'pipeline.ts'],
  fetch: [...SHARED, 'ingest'],
  export: [...SHARED],
  store: [...SHARED, ...STAGES],
  'index.ts': [...SHARED, ...STAGES, 'pipeline.ts', 'workers', 'export', 'store'],
  cli: [...SHARED, ...STAGES, 'pipeline.ts', 'workers', 'export', 'store', 'fetch', 'index.ts'],
};

/** Who may touch files, streams, threads or the environment. */
const MAY_DO_IO = new Set(['ingest', 'fetch', 'models.ts', 'workers', 'cli', 'store', 'server', 'spark']);

/** Node's modules that do no I/O. */
const PURE = new Set(['node:crypto', 'node:module', 'node:buffer', 'node:util']);

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : [];
  });
}

const folderOf = (path: string): string => relative(src, path).split('/')[0]!;

const imports = files(src).flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  return ts.preProcessFile(text).importedFiles.map(({ fileName }) => ({
    file: relative(src, file),
    folder: folderOf(file),
    target: fileName,
  }));
});

describe('import rule', () => {
  test('reads imports at all', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  test.each(Object.keys(MAY))('%s imports only what it may', (folder) => {
    const wrong = imports
      .filter((i) => i.folder === folder && i.target.startsWith('.'))
      .map((i) => ({
        ...i,
        to: folderOf(resolve(src, dirname(i.file), i.target)).replace(
          /^(index|models|pipeline)\.js$/,
          '$1.ts',
        ),
      }))
      .filter((i) => i.to !== folder && !MAY[folder]!.includes(i.to))
      .map((i) => `${i.file} → ${i.target}`);
    expect(wrong).toEqual([]);
  });

  test('model imports nothing but zod, language nothing', () => {
    const outside = imports.filter(
      (i) =>
        !i.target.startsWith('.') &&
        ((i.folder === 'model' && i.target !== 'zod') || i.folder === 'language'),
    );
    expect(outside.map((i) => `${i.file} → ${i.target}`)).toEqual([]);
  });

  test('only the outer ring and ingest do I/O', () => {
    const wrong = imports.filter((i) => {
      const node = i.target.startsWith('node:') || builtinModules.includes(i.target);
      return node && !PURE.has(i.target) && !MAY_DO_IO.has(i.folder);
    });
    expect(wrong.map((i) => `${i.file} → ${i.target}`)).toEqual([]);
  });

  test('no stage reads a clock, a random number or the environment', () => {
    const wrong = files(src)
      .filter((file) => !MAY_DO_IO.has(folderOf(file)))
      .filter((file) =>
        /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b|\bperformance\.now\(/.test(
          readFileSync(file, 'utf8'),
        ),
      )
      .map((file) => relative(src, file));
    expect(wrong).toEqual([]);
  });
});
