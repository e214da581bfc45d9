/** Exports of ProQuest as text: articles between rules of underscores, each a list of fields with "Full text:" among them. */
import type { Span } from '../model/span.js';
import {
  type Article,
  Blocks,
  bylineIn,
  type Chunk,
  chunksOf,
  exportLines,
  marksIn,
  NOTHING_TOLD,
} from './export-fields.js';
import { isoDay, languageCode } from './told.js';

const RULE = /^[ \t]{0,20}_{20,}[ \t]{0,20}$/gm;

const NAMES: ReadonlySet<string> = new Set([
  'title',
  'author',
  'publication title',
  'publication date',
  'full text',
  'database',
  'document url',
  'links',
  'proquest document link',
  'abstract',
  'subject',
  'location',
  'people',
  'company / organization',
  'identifier / keyword',
  'business indexing term',
  'pages',
  'first page',
  'volume',
  'issue',
  'publication year',
  'year',
  'section',
  'column',
  'dateline',
  'publisher',
  'place of publication',
  'country of publication',
  'publication subject',
  'issn',
  'e-issn',
  'source type',
  'language of publication',
  'language',
  'document type',
  'proquest document id',
  'copyright',
  'last updated',
  'credit',
]);

export function splitProQuest(text: string): Span[] {
  const rules = marksIn(text, RULE);
  return rules.map((rule, i) => ({
    start: rule.index + rule[0].length,
    end: rules[i + 1]?.index ?? text.length,
  }));
}

/** Whether a stretch between two rules is meant as an article, though its fields are not known. */
export const hasFullText = (text: string): boolean => /^[ \t]{0,20}Full text ?:/m.test(text);

/** One article, null where it has too few of the database's fields. */
export function parseProQuest(text: string): Article | null {
  if (!hasFullText(text)) return null;
  const chunks = chunksOf(text, exportLines(text), NAMES);
  const full = chunks.findIndex(({ name }) => name === 'full text');
  let end = chunks.length;
  while (end > full + 1 && chunks[end - 1]!.name !== null) end--;
  const fields = [...chunks.slice(0, full), ...chunks.slice(end)];
  const field = (name: string): string | null =>
    fields.find((chunk) => chunk.name === name && chunk.value !== '')?.value ?? null;
  const title = field('title');
  const outlet = field('publication title');
  const proofs = ['publication date', 'database', 'document url', 'proquest document id'].map(field);
  if (full < 0 || title === null || outlet === null || proofs.every((value) => value === null)) return null;

  const blocks = new Blocks(text);
  const opening = chunks.slice(0, full).find(({ name, value }) => name === null && same(value, title));
  const headline = opening ?? fields.find(({ name, value }) => name === 'title' && value !== '')!;
  const role = (chunk: Chunk) =>
    chunk === headline
      ? 'headline'
      : chunk.name === 'author'
        ? 'byline'
        : chunk.name === 'copyright'
          ? 'copyright'
          : 'boilerplate';
  for (const chunk of chunks.slice(0, full)) blocks.field(chunk, role(chunk));
  blocks.label(chunks[full]!);
  const last = chunks[end - 1]!;
  const absent = end === full + 1 && ABSENT.test(last.value);
  if (!absent && last.value !== '') {
    const start = chunks[full]!.value === '' ? chunks[full + 1]!.start : chunks[full]!.valueStart;
    blocks.body([{ start, end: last.end }], title);
  }
  for (const chunk of chunks.slice(end)) blocks.field(chunk, role(chunk));
  return blocks.article({
    ...NOTHING_TOLD,
    title,
    // "The Harbour Gazette; Harrowfleet": the place tells papers of one name apart.
    outlet: outlet.split(';')[0]!.trim() || null,
    byline: bylineIn(field('author')),
    published: isoDay(field('publication date') ?? ''),
    language: languageCode(field('language of publication') ?? field('language')),
    // What follows the address names the reader's library.
    url: /^https?:\/\/[^\s?#]+/i.exec(field('document url') ?? '')?.[0] ?? null,
  });
}

const ABSENT = /^(?:not available|none|full text (?:is )?(?:not available|unavailable))/i;
const letters = (line: string): string => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const same = (a: string, b: string): boolean => letters(a) === letters(b);
