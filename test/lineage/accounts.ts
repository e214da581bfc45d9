/**
 * A mini-language for accounts. A line is a block; `@role ` before it gives its role (body without). Marks:
 *   <reported:The Courier|the Courier reported>          a credit: kind:outlet|words (outlet must stand in the words,
 *   or the words themselves count as the outlet); on a line with a role of a page line the words are that line's
 *   <person:Ines Calder|Calder>                           a local source: kind:name|mention
 *   <document:internal e-mail;type=e-mail;seen=The Courier;issuer=ICE;date=2020-03|the e-mail>
 *   <people:two officials|two officials>, <organisation:Harbour Board;alias=HB|the board>
 */
import type { Analysis, Credit, LocalSource } from '../../src/model/analysis.js';
import type { Block, BlockRole, Document } from '../../src/model/document.js';
import type { Passage } from '../../src/model/record.js';
import type { Account } from '../../src/model/story.js';
import type { SourceKind } from '../../src/model/vocabulary.js';
import { contentId, sha256 } from '../../src/text/ids.js';

const CREDITS = [
  'told',
  'seen',
  'reported',
  'contributed',
  'dateline',
  'byline',
  'copyright',
  'credit-line',
  'link',
];

export function account(id: string, marked: string, about: Partial<Document> = {}): Account {
  const credits: Credit[] = [];
  const sources = new Map<string, LocalSource & { mentions: { start: number; end: number }[] }>();
  const blocks: Block[] = [];
  let text = '';
  for (const raw of marked.trim().split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    if (text !== '') text += '\n\n';
    const role = /^@([a-z]+) /.exec(line);
    const start = text.length;
    let rest = role ? line.slice(role[0].length) : line;
    for (
      let mark = /<([a-z-]+):([^|>]*)\|([^>]*)>/.exec(rest);
      mark;
      mark = /<([a-z-]+):([^|>]*)\|([^>]*)>/.exec(rest)
    ) {
      text += rest.slice(0, mark.index);
      rest = rest.slice(mark.index + mark[0].length);
      const [, kind, spec, words] = mark as unknown as [string, string, string, string];
      const span = { start: text.length, end: text.length + words.length };
      const [name, ...options] = spec.split(';') as [string, ...string[]];
      text += words;
      if (CREDITS.includes(kind)) {
        const at = words.indexOf(name);
        credits.push({
          kind: kind as Credit['kind'],
          outlet: name,
          span,
          outletSpan: at < 0 ? span : { start: span.start + at, end: span.start + at + name.length },
          sentence: null,
          block: blocks.length,
          source: null,
        });
        continue;
      }
      const option = new Map(options.map((o) => o.split('=') as [string, string]));
      const key = `${kind}:${spec}`;
      const known = sources.get(key);
      if (known) known.mentions.push(span);
      else
        sources.set(key, {
          kind: kind as SourceKind,
          name,
          aliases: option.has('alias') ? [option.get('alias')!] : [],
          role: null,
          organisation: null,
          named: kind !== 'people' && (kind !== 'document' || option.has('named')),
          count: null,
          mentions: [span],
          document:
            kind === 'document'
              ? {
                  type: option.get('type') ?? 'document',
                  issuer: option.get('issuer') ?? null,
                  signatories: option.has('signatories') ? Number(option.get('signatories')) : null,
                  date: option.get('date') ?? null,
                  descriptors: option.has('descriptor') ? [option.get('descriptor')!] : [],
                  seenBy: option.has('seen') ? [option.get('seen')!] : [],
                  publicRecord: false,
                  madePublic: false,
                }
              : null,
        });
    }
    text += rest;
    blocks.push({ start, end: text.length, role: (role?.[1] ?? 'body') as BlockRole });
  }
  const document: Document = {
    id,
    ref: `${id}.txt`,
    sha256: sha256(text),
    url: null,
    outlet: null,
    title: null,
    byline: null,
    published: null,
    language: 'en',
    captured: null,
    status: 'published',
    text,
    blocks,
    ...about,
  };
  const analysis: Analysis = {
    key: id,
    doc: id,
    metadata: { title: null, outlet: null, issuer: null, byline: null, published: null, language: null },
    blocks,
    sentences: [],
    sources: [...sources.values()],
    attributions: [],
    credits,
    figures: [],
    ordinals: [],
    times: [],
    places: [],
    names: [],
    lists: [],
    assertions: [],
    meanings: null,
    messages: [],
  };
  return { document, analysis };
}

interface Word {
  readonly norm: string;
  readonly start: number;
  readonly end: number;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((m) => ({
    norm: m[0].toLowerCase(),
    start: m.index,
    end: m.index + m[0].length,
  }));

/** Verbatim passages of every pair: maximal common runs of five words or more, the longest first, none overlapping. */
export function commonPassages(accounts: readonly Account[], minWords = 5): Passage[] {
  const found: Passage[] = [];
  for (let i = 0; i < accounts.length; i++) {
    for (let j = i + 1; j < accounts.length; j++) {
      const a = accounts[i]!.document;
      const b = accounts[j]!.document;
      for (const run of commonRuns(wordsOf(a.text), wordsOf(b.text), minWords)) {
        const anchorOf = (doc: Document, start: number, end: number) => ({
          doc: doc.id,
          start,
          end,
          exact: doc.text.slice(start, end),
        });
        const pa = anchorOf(a, run.a[0], run.a[1]);
        const pb = anchorOf(b, run.b[0], run.b[1]);
        const kind = pa.exact === pb.exact ? 'verbatim' : 'edited';
        found.push({
          id: contentId('p', pa.doc, pa.start, pb.doc, pb.start),
          a: pa,
          b: pb,
          kind,
          similarity: 1,
        });
      }
    }
  }
  return found;
}

function commonRuns(
  a: readonly Word[],
  b: readonly Word[],
  min: number,
): { a: [number, number]; b: [number, number] }[] {
  const runs: { length: number; i: number; j: number }[] = [];
  let previous = new Int32Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const current = new Int32Array(b.length + 1);
    for (let j = 0; j < b.length; j++) {
      if (a[i]!.norm !== b[j]!.norm) continue;
      current[j + 1] = previous[j]! + 1;
      const length = current[j + 1]!;
      if (length >= min && a[i + 1]?.norm !== b[j + 1]?.norm)
        runs.push({ length, i: i - length + 1, j: j - length + 1 });
      else if (length >= min && (i + 1 === a.length || j + 1 === b.length))
        runs.push({ length, i: i - length + 1, j: j - length + 1 });
    }
    previous = current;
  }
  runs.sort((x, y) => y.length - x.length || x.i - y.i || x.j - y.j);
  const usedA = new Uint8Array(a.length);
  const usedB = new Uint8Array(b.length);
  const kept = [];
  for (const { length, i, j } of runs) {
    let free = true;
    for (let k = 0; k < length; k++) if (usedA[i + k] || usedB[j + k]) free = false;
    if (!free) continue;
    usedA.fill(1, i, i + length);
    usedB.fill(1, j, j + length);
    kept.push({
      a: [a[i]!.start, a[i + length - 1]!.end] as [number, number],
      b: [b[j]!.start, b[j + length - 1]!.end] as [number, number],
    });
  }
  return kept;
}
