/** Exports of Factiva: articles that end in "Document HARGAZ0020310303eh3300001", with or without two-letter codes. */
import type { BlockRole } from '../model/document.js';
import type { Span } from '../model/span.js';
import { countWords, isByline, isNames } from '../text/lineforms.js';
import {
  type Article,
  Blocks,
  bylineIn,
  exportLines,
  type Line,
  marksIn,
  NOTHING_TOLD,
  oneLine,
} from './export-fields.js';
import { isoDay, languageCode } from './told.js';

/** The source's code, the day, the number: the last line of an article. */
const ID =
  /^[ \t]{0,20}(?:AN[ \t]{1,20})?(?:Documento|Document|Dokument)[ \t]{1,5}[A-Z][A-Z0-9]{3,9}(?:19|20)\d{6}[a-z][a-z0-9]{7,9}[ \t]{0,20}$/gm;

const CODED = /^(SE|CLM|HD|CR|BY|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD)(?:[ \t]+|$)/;
/** In the order in which articles have them. */
const ORDER = 'SE CLM HD CR BY WC PD ET SN SC ED PG VOL LA CY LP TD'.split(' ');
const AFTER = /^(CT|RF|CX|ART|CO|IN|NS|RE|IPC|IPD|PUB|AN)(?:[ \t]+|$)/;
/** Codes that read as words: what they hold in exports is "i123 : Shipping". */
const WORDLIKE = /^(?:CO|IN|NS|RE|CT|ART)[ \t]+(?!\S{1,12} ?: )/;

const WORDS = /^\d{1,3}(?:[.,]?\d{3}){0,2} (?:words|Wörter|mots|palabras)$/i;
const CODED_WORDS = /^WC(?:[ \t]{1,20}\d[\d.,]{0,10} \p{L}{2,10})?$/u;
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?(?: \p{Lu}{2,5})?$/iu;
const RIGHTS = /^(?:\(c\)|©|Copyright\b)/i;
/** A field behind the text takes no more lines. */
const MOST_WRAPPED = 6;
/** The lines of an uncoded head are few, and none is longer. */
const MOST_HEAD = 12;
const MAX_HEAD_LINE = 200;

/** Stretches that an id line closes, and what stands behind the last; one with the heads of several articles is cut there. */
export function splitFactiva(text: string): Span[] {
  const ids = marksIn(text, ID);
  if (ids.length === 0) return [];
  let start = 0;
  const spans = ids.map((match) => {
    const span = { start, end: match.index + match[0].length };
    start = span.end;
    return span;
  });
  if (text.slice(start).trim() !== '') spans.push({ start, end: text.length });
  return spans.flatMap((span) => {
    const cuts = headsIn(text.slice(span.start, span.end)).slice(1);
    return [0, ...cuts].map((from, i) => ({
      start: span.start + from,
      end: cuts[i] === undefined ? span.end : span.start + cuts[i],
    }));
  });
}

/** False where no id line closes an article: its end may be missing. */
export const isWhole = (text: string): boolean => isId(text.trimEnd().split('\n').at(-1)!.trim());

/** No article, though it is long: what was searched for, and by whom. */
export const isSummary = (text: string): boolean => /^\s*Search Summary\b/i.test(text);

const isId = (line: string): boolean => line.length <= 120 && line.search(ID) === 0;

/** Where articles begin in a stretch, by the lines that say how long they are and of what day. */
function headsIn(text: string): number[] {
  const lines = exportLines(text);
  return lines.flatMap((line, i): number[] => {
    if (WORDS.test(line.text)) {
      const head = plainHead(lines, i);
      if (head !== null) return [lines[head.headline]!.start];
    }
    if (!CODED_WORDS.test(line.text) || !isCodedDay(lines, i)) return [];
    for (let at = i - 1; at >= 0 && i - at <= MOST_HEAD; at--) {
      if (!/^HD(?:[ \t]|$)/.test(lines[at]!.text)) continue;
      // The source's own code and the column's may stand above.
      while (at > 0 && /^(?:SE|CLM)(?:[ \t]|$)/.test(lines[at - 1]!.text)) at--;
      return [lines[at]!.start];
    }
    return [];
  });
}

/** "WC", "52 words", "PD", "3 March 2031", each in a line with its code or under it. */
function isCodedDay(lines: readonly Line[], at: number): boolean {
  const next = lines.slice(at, at + 4).map((line) => line.text);
  return /^WC\s+[^\n]{1,40}\s+PD\s+[^\n]{4,40}(?:\n|$)/.test(next.join('\n')) && WORDS.test(afterCode(next));
}

const afterCode = ([first, second]: readonly string[]): string =>
  (first!.length > 2 ? first!.slice(2) : (second ?? '')).trim();

/** One article, null where it has too few of the database's fields. */
export function parseFactiva(text: string): Article | null {
  const lines = exportLines(text);
  if (lines.length === 0) return null;
  return parseCoded(text, lines) ?? parsePlain(text, lines);
}

function parseCoded(text: string, lines: readonly Line[]): Article | null {
  const begin = lines.findIndex((line) => /^(?:SE|CLM|HD)(?:[ \t]|$)/.test(line.text));
  if (begin < 0) return null;
  let order = -1;
  const fields: { code: string; from: number; to: number }[] = [];
  const after = afterFields(lines);
  for (let i = begin; i < after; i++) {
    const code = CODED.exec(lines[i]!.text)?.[1];
    if (code === undefined || ORDER.indexOf(code) <= order) continue;
    // In the text only the code of its second part stands, and on a line of its own or as the first had it.
    order = ORDER.indexOf(code);
    if (fields.length > 0) fields.at(-1)!.to = i;
    fields.push({ code, from: i, to: after });
  }
  const codes = new Set(fields.map(({ code }) => code));
  if (!['HD', 'PD', 'SN'].every((code) => codes.has(code))) return null;
  if (!(codes.has('WC') || codes.has('LA')) || !(codes.has('LP') || codes.has('TD'))) return null;

  const blocks = new Blocks(text);
  const told = new Map<string, string>();
  const running: Span[] = [];
  for (const { code, from, to } of fields) {
    const { start, end } = { start: lines[from]!.start, end: lines[to - 1]!.end };
    const inline = CODED.exec(lines[from]!.text)![0].length;
    const valueStart =
      inline < lines[from]!.text.length ? start + inline : to > from + 1 ? lines[from + 1]!.start : end;
    const field = { start, end, name: code, valueStart, value: oneLine(text.slice(valueStart, end)) };
    told.set(code, field.value);
    if (field.value === '') blocks.add(field, 'boilerplate');
    else if (code === 'LP' || code === 'TD') {
      blocks.label(field);
      running.push({ start: valueStart, end });
    } else blocks.field(field, roleOf(code));
  }
  blocks.body(running, told.get('HD') ?? null);
  for (const line of lines.slice(after)) blocks.add(line, 'boilerplate');
  return blocks.article({
    ...NOTHING_TOLD,
    title: told.get('HD') || null,
    outlet: told.get('SN') || null,
    byline: bylineIn(told.get('BY') ?? null),
    published: isoDay(told.get('PD') ?? ''),
    language: languageCode(told.get('LA') ?? null),
  });
}

function roleOf(code: string): BlockRole {
  if (code === 'HD') return 'headline';
  if (code === 'BY') return 'byline';
  if (code === 'CY') return 'copyright';
  if (code === 'CR') return 'credit';
  return code === 'PD' ? 'dateline' : 'boilerplate';
}

/** Where the codes behind the text begin, looked for from the end: each stands once. */
function afterFields(lines: readonly Line[]): number {
  let first = isId(lines.at(-1)!.text) ? lines.length - 1 : lines.length;
  const seen = new Set<string>();
  for (let i = lines.length - 1; i >= 0; i--) {
    const { text } = lines[i]!;
    const code = AFTER.exec(text)?.[1];
    if (code === undefined) {
      if (first - i > MOST_WRAPPED) break;
      continue;
    }
    if (WORDLIKE.test(text) || seen.has(code)) break;
    seen.add(code);
    first = i;
  }
  return first;
}

/** Indexes of the lines of a head without codes. */
interface PlainHead {
  readonly headline: number;
  /** Below 0 where nobody signs. */
  readonly byline: number;
  readonly published: string;
  readonly outlet: number;
  readonly language: number;
  readonly body: number;
}

/** Headline, byline, "512 words", day, outlet, its code, page, language, rights; then the text. `words`: index of the third. */
function plainHead(lines: readonly Line[], words: number): PlainHead | null {
  if (words < 1 || lines.length < words + 5) return null;
  if (lines[words + 1]!.text.length > 40) return null;
  const published = isoDay(lines[words + 1]!.text);
  if (published === null) return null;
  let outlet = words + 2;
  if (CLOCK.test(lines[outlet]!.text)) outlet++;
  if (!/^[A-Z][A-Z0-9]{1,9}$/.test(lines[outlet + 1]?.text ?? '')) return null;
  const below = lines
    .slice(outlet + 1, words + MOST_HEAD + 1)
    .findIndex((line) => line.text.length > 3 && languageCode(line.text)?.length === 2);
  if (below < 0) return null;
  const language = outlet + 1 + below;
  let body = language + 1;
  while (body < lines.length && body < language + 3 && RIGHTS.test(lines[body]!.text)) body++;
  if (lines.slice(words, body).some((line) => line.text.length > MAX_HEAD_LINE)) return null;
  const byline = words > 1 && isSigned(lines[words - 1]!.text, lines[words - 2]!.text) ? words - 1 : -1;
  return { headline: byline < 0 ? words - 1 : byline - 1, byline, published, outlet, language, body };
}

function parsePlain(text: string, lines: readonly Line[]): Article | null {
  const words = lines.findIndex((line) => WORDS.test(line.text));
  const head = plainHead(lines, words);
  if (head === null) return null;
  const { headline, byline, published, outlet, language, body } = head;
  const blocks = new Blocks(text);
  // What stands before the headline is a rubric, or the page around the first article.
  for (let i = headline; i < body; i++) {
    const line = lines[i]!;
    if (i === headline) blocks.add(line, 'headline');
    else if (i === byline) blocks.add(line, 'byline');
    else if (i === words + 1) blocks.add(line, 'dateline');
    else blocks.add(line, RIGHTS.test(line.text) ? 'copyright' : 'boilerplate');
  }
  const end = isId(lines.at(-1)!.text) ? lines.length - 1 : lines.length;
  if (end > body)
    blocks.body([{ start: lines[body]!.start, end: lines[end - 1]!.end }], lines[headline]!.text);
  if (end < lines.length) blocks.add(lines[end]!, 'boilerplate');
  return blocks.article({
    ...NOTHING_TOLD,
    title: lines[headline]!.text,
    outlet: lines[outlet]!.text,
    byline: byline < 0 ? null : bylineIn(lines[byline]!.text),
    published,
    language: languageCode(lines[language]!.text),
  });
}

/** "By Ines Calder", or names alone under a line that is longer. */
function isSigned(line: string, above: string): boolean {
  return isByline(line) || (isNames(line) && countWords(above) >= 4 && countWords(above) > countWords(line));
}
