/** Exports of Nexis (LexisNexis, Nexis Uni): articles behind "3 of 50 DOCUMENTS", or before "End of Document". */
import type { BlockRole } from '../model/document.js';
import type { Span } from '../model/span.js';
import {
  type Article,
  Blocks,
  bylineIn,
  type Chunk,
  chunksOf,
  exportLines,
  type Line,
  marksIn,
  NOTHING_TOLD,
  oneLine,
} from './export-fields.js';
import { isoDay, languageCode } from './told.js';

const NUMBERED =
  /^[ \t\f]{0,200}(?:Document (\d{1,5}) of (\d{1,5})|(\d{1,5}) of (\d{1,5}) DOCUMENTS?)[ \t]{0,200}$/gim;
const ENDED = /^[ \t\f]{0,200}End of Document[ \t]{0,200}$/gim;

/** Fields before the text and after it, by what they are for a reader; the rest is the database's own. */
const BEFORE: ReadonlyMap<string, BlockRole> = new Map<string, BlockRole>([
  ['byline', 'byline'],
  ['section', 'boilerplate'],
  ['length', 'boilerplate'],
  ['highlight', 'summary'],
  ['dateline', 'dateline'],
  ['series', 'boilerplate'],
  ['column', 'boilerplate'],
  ['body', 'body'],
]);
const AFTER: ReadonlyMap<string, BlockRole> = new Map<string, BlockRole>([
  ...(
    'classification load-date language publication-type document-type journal-code acc-no subject company organization person industry geographic city state country ticker type url correction-date'.split(
      ' ',
    ) as string[]
  ).map((name) => [name, 'boilerplate'] as const),
  ['graphic', 'caption'],
  ['notes', 'boilerplate'],
  // A paper's correction of the article is an account of its own.
  ['correction', 'body'],
]);
const ALONE: ReadonlySet<string> = new Set(['body', 'classification', 'graphic', 'notes', 'correction']);
const NAMES: ReadonlySet<string> = new Set([...BEFORE.keys(), ...AFTER.keys()]);

/** Fields that may have several paragraphs, though no more than so many. */
const PARAGRAPHED: ReadonlySet<string> = new Set(['graphic', 'notes', 'correction']);
const MOST_PARAGRAPHS = 6;

/** Lines of a wrapped headline. */
const MOST_HEADLINE = 4;

const LENGTH = /^[ \t]{0,200}LENGTH ?:[ \t]{0,9}\d[\d,.]{0,9} words?\b/im;
const LOADED = /^[ \t]{0,200}LOAD-DATE ?:/im;
const COPYRIGHT = /^[ \t]{0,200}Copyright (?:\(c\) |© )?\d{4}/im;
const OTHERS: readonly RegExp[] = [
  /^[ \t]{0,200}BYLINE ?:/im,
  /^[ \t]{0,200}SECTION ?:/im,
  /^[ \t]{0,200}BODY ?:?[ \t]{0,200}$/im,
];

const RIGHTS = /^(?:Copyright\b.{0,20}\d{4}|©|All Rights Reserved)/i;
/** A line of nothing but a day, its weekday and its time: "March 3, 2031 Monday 2:05 PM GMT". */
const DAY =
  /^(?:\p{L}{3,12},? )?(?:\p{L}{3,12}\.? \d{1,2},? \d{4}|\d{1,2}\.? (?:de )?\p{L}{3,12}\.? (?:de )?\d{4})(?:,? (?!\d)\p{L}{3,12})?(?:,? \d{1,2}:\d{2} ?[\p{L}. ]{0,12})?$/u;
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b,? ?/i;

/** Where the articles of an export stand; empty where the text is none. */
export function splitNexis(text: string): Span[] {
  const ends = marksIn(text, ENDED);
  if (ends.length >= 2) {
    let start = 0;
    const spans = ends.map((match): Span => {
      const span = { start, end: match.index };
      start = match.index + match[0].length;
      return span;
    });
    return [...spans, { start, end: text.length }];
  }
  let last = 0;
  let of: string | null = null;
  const marks = marksIn(text, NUMBERED);
  const starts = marks.filter((match, i) => {
    const number = Number(match[1] ?? match[3]);
    const count = match[2] ?? match[4]!;
    if (number > Number(count)) return false;
    // Exports put one behind the other: the first ended, or the line stands over an article's fields.
    const again =
      number === 1 &&
      last > 0 &&
      (last === Number(of) || LENGTH.test(text.slice(match.index, marks[i + 1]?.index)));
    if (!again && (number <= last || (of !== null && count !== of))) return false;
    last = number;
    of = count;
    return true;
  });
  return starts.map((match, i) => ({
    start: match.index + match[0].length,
    end: starts[i + 1]?.index ?? text.length,
  }));
}

/** One article, null where it has too few of the database's fields. */
export function parseNexis(text: string): Article | null {
  if (!LENGTH.test(text) || !(LOADED.test(text) || COPYRIGHT.test(text))) return null;
  if (!OTHERS.some((field) => field.test(text)) && !(LOADED.test(text) && COPYRIGHT.test(text))) return null;
  const lines = exportLines(text);
  const chunks = chunksOf(text, lines, NAMES, ALONE);
  const first = chunks.findIndex(({ name }) => name !== null && BEFORE.has(name));
  if (first < 0) return null;
  const blocks = new Blocks(text);
  const top = lines.filter(({ start }) => start < chunks[first]!.start);
  const told = readHead(text, top, blocks);

  const label = chunks.findIndex(({ name }, i) => i >= first && name === 'body');
  let begin = label + 1;
  if (label < 0) {
    begin = first;
    while (begin < chunks.length && BEFORE.has(chunks[begin]!.name ?? '')) begin++;
  }
  const end = endOfBody(text, chunks, begin);
  // The text may begin on the line that says "BODY:" or right under it.
  const opening = label < 0 || chunks[label]!.value === '' ? null : chunks[label]!;

  const before = chunks.slice(first, label < 0 ? begin : label);
  for (const chunk of before) blocks.field(chunk, BEFORE.get(chunk.name ?? '') ?? 'boilerplate');
  if (label >= 0) blocks.label(chunks[label]!);
  const last = end > begin ? chunks[end - 1]! : opening;
  if (last !== null)
    blocks.body([{ start: opening?.valueStart ?? chunks[begin]!.start, end: last.end }], told.title);
  let role: BlockRole = 'boilerplate';
  for (const chunk of chunks.slice(end)) {
    // A caption or a correction may have several paragraphs.
    if (chunk.name !== null) role = AFTER.get(chunk.name) ?? 'boilerplate';
    blocks.field(chunk, RIGHTS.test(text.slice(chunk.start, chunk.start + 60)) ? 'copyright' : role);
  }
  const field = (name: string): string | null =>
    [...before, ...chunks.slice(end)].find((chunk) => chunk.name === name)?.value ?? null;
  return blocks.article({
    ...NOTHING_TOLD,
    ...told,
    byline: bylineIn(field('byline')),
    language: languageCode(field('language')),
    url: /^https?:\/\/\S+$/i.exec(field('url') ?? '')?.[0] ?? null,
  });
}

/** Index of the first field behind the text, looked for from the end. */
function endOfBody(text: string, chunks: readonly Chunk[], begin: number): number {
  let end = chunks.length;
  for (let at = end - 1; at >= begin && end - at <= MOST_PARAGRAPHS; at--) {
    const chunk = chunks[at]!;
    if (at === end - 1 ? isAfter(text, chunk) : PARAGRAPHED.has(chunk.name ?? '')) end = at;
  }
  return end;
}

function isAfter(text: string, { name, start, end }: Chunk): boolean {
  return name === null ? RIGHTS.test(text.slice(start, Math.min(end, start + 60))) : AFTER.has(name);
}

/** Outlet and day stand under one another; the headline before them, or in older exports after them. */
function readHead(
  text: string,
  lines: readonly Line[],
  blocks: Blocks,
): { title: string | null; outlet: string | null; published: string | null } {
  const day = lines.findIndex(
    (line) => line.text.length <= 60 && DAY.test(line.text) && isoDay(line.text) !== null,
  );
  const rights = lines.map((line) => RIGHTS.test(line.text));
  const outlet = day > 0 && !rights[day - 1] ? day - 1 : -1;
  const rest = lines.map((_, i) => i).filter((i) => i > day && !rights[i]);
  // An edition may stand under the day; a headline stands apart from it.
  const paragraphs: number[][] = [];
  for (const i of rest) {
    if (lines[i]!.spaced || paragraphs.length === 0) paragraphs.push([i]);
    else paragraphs.at(-1)!.push(i);
  }
  const after = paragraphs.at(-1) ?? [];
  // Where the rights stand over the outlet, or nothing does, the headline comes after the day.
  const older = outlet < 1 || rights.slice(0, outlet).some(Boolean);
  const headline =
    day < 0
      ? []
      : older
        ? after.filter((_, __, all) => lines[all[0]!]!.spaced)
        : paragraphBefore(lines, outlet);
  for (const [i, line] of lines.entries()) {
    // What stands before the headline that opens an article is the cover of the export.
    if (!older && i < headline[0]!) continue;
    if (i === headline[0]) blocks.add({ start: line.start, end: lines[headline.at(-1)!]!.end }, 'headline');
    else if (i === day) blocks.add(line, 'dateline');
    else if (!headline.includes(i)) blocks.add(line, rights[i] ? 'copyright' : 'boilerplate');
  }
  return {
    title:
      headline.length === 0
        ? null
        : oneLine(text.slice(lines[headline[0]!]!.start, lines[headline.at(-1)!]!.end)),
    outlet: outlet < 0 ? null : lines[outlet]!.text,
    published: day < 0 ? null : isoDay(lines[day]!.text.replace(WEEKDAY, '')),
  };
}

/** Indexes of the lines of the paragraph before a line, of the one line before it where no empty line parts them. */
function paragraphBefore(lines: readonly Line[], at: number): number[] {
  let from = at - 1;
  if (lines[at]!.spaced) while (from > 0 && at - from < MOST_HEADLINE && !lines[from]!.spaced) from--;
  return Array.from({ length: at - from }, (_, i) => from + i);
}
