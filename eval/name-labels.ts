/** Names marked by hand in development articles: `eval/labels/names.jsonl`, offsets without text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalName } from '../src/model/analysis.js';
import { segment } from '../src/text/blocks.js';
import { parseText } from '../src/text/parse.js';
import type { ParsedText } from '../src/text/parsed.js';
import { readLines } from './similarity-data.js';

export interface MarkedName {
  readonly start: number;
  readonly end: number;
  readonly kind: LocalName['kind'];
}

export interface MarkedArticle {
  /** "set/doc" */
  readonly id: string;
  readonly text: string;
  readonly parsed: ParsedText;
  /** Kept back from training. */
  readonly held: boolean;
  /** Those that lie in sentences: names of navigation and the like are not read. */
  readonly names: readonly MarkedName[];
}

interface Line {
  readonly set: string;
  readonly doc: string;
  readonly held: boolean;
  /** [start, end, type] */
  readonly mentions: readonly (readonly [number, number, string])[];
}

interface Doc {
  readonly id: string;
  readonly text: string;
  readonly date: string | null;
  readonly outlet: string | null;
  readonly url?: string | null;
}

export function markedArticles(shared: string): MarkedArticle[] {
  const file = join(import.meta.dirname ?? 'eval', 'labels/names.jsonl');
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
  const docs = new Map<string, Doc>();
  for (const set of new Set(lines.map((line) => line.set)))
    for (const doc of readLines<Doc>(shared, `${set}.docs`)) docs.set(`${set}/${doc.id}`, doc);
  return lines.map(({ set, doc, held, mentions }) => {
    const id = `${set}/${doc}`;
    const { text, date, outlet, url } = docs.get(id)!;
    const parsed = parseText({ text, blocks: segment(text), published: date, outlet, url: url ?? null });
    const names = mentions
      .filter(([start]) => parsed.sentences.some((s) => s.start <= start && start < s.end))
      .map(([start, end, type]) => ({ start, end, kind: kindOf(type) }));
    return { id, text, parsed, held, names };
  });
}

/** Events and works are names of other kinds. */
function kindOf(type: string): LocalName['kind'] {
  return type === 'event' || type === 'work' ? 'other' : (type as LocalName['kind']);
}
