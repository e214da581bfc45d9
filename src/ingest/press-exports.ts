/**
 * Exports of press databases, many articles in one file, told by what stands in them. A press article that speaks of such a
 * database, or quotes a field or two, must not be split: several articles must each have the fields of one database.
 */
import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import type { Span } from '../model/span.js';
import { sha256 } from '../text/ids.js';
import { countWords } from '../text/lineforms.js';
import { about, type Ingested, makeDocument, tooLong } from './document.js';
import type { Article } from './export-fields.js';
import { isSummary, isWhole, parseFactiva, splitFactiva } from './factiva.js';
import { parseNexis, splitNexis } from './nexis.js';
import { hasFullText, parseProQuest, splitProQuest } from './proquest.js';

interface Database {
  readonly name: string;
  /** Found in every export, and quickly. */
  readonly hint: RegExp;
  readonly split: (text: string) => readonly Span[];
  readonly parse: (text: string) => Article | null;
  /** Whether a part whose fields are not known may be an article. */
  readonly mayBeArticle: (text: string) => boolean;
  /** Whether the line that closes an article is there, where the database writes one. */
  readonly isWhole?: (text: string) => boolean;
}

/** Fewer words are the head or the foot of an export. */
const FEW_WORDS = 60;
const isLong = (text: string): boolean => countWords(text.slice(0, 5_000)) >= FEW_WORDS;

const DATABASES: readonly Database[] = [
  { name: 'Nexis', hint: /\bLENGTH ?:/i, split: splitNexis, parse: parseNexis, mayBeArticle: isLong },
  {
    name: 'Factiva',
    hint: /\bDo[ck]ument/,
    split: splitFactiva,
    parse: parseFactiva,
    mayBeArticle: (text) => isLong(text) && !isSummary(text),
    isWhole,
  },
  {
    name: 'ProQuest',
    hint: /\bFull text ?:/,
    split: splitProQuest,
    parse: parseProQuest,
    mayBeArticle: hasFullText,
  },
];

/** The largest exports, of a thousand articles, have about six million characters. */
const MAX_EXPORT_LENGTH = 10_000_000;
/** So many articles must have the fields of the database, and this part of all. */
const LEAST_KNOWN = 2;
const LEAST_SHARE = 0.5;

/** The articles of an export, each "export.txt!N" by its place in it; null where the text is none. */
export function readExport(ref: string, text: string): Ingested | null {
  if (text.length > MAX_EXPORT_LENGTH) return null;
  for (const { name, hint, split, parse, mayBeArticle, isWhole: ends } of DATABASES) {
    if (!hint.test(text)) continue;
    const spans = split(text);
    if (spans.length < LEAST_KNOWN) continue;
    const parts = spans.map(({ start, end }) => {
      const part = text.slice(start, end);
      const long = tooLong(part);
      return { part, long, article: long === null ? parse(part) : null };
    });
    const known = parts.filter(({ article }) => article !== null).length;
    const likely = parts.filter(({ part, article }) => article !== null || mayBeArticle(part));
    if (known < LEAST_KNOWN || known < LEAST_SHARE * likely.length) continue;
    const beside =
      stands(text, spans) ||
      parts.some(({ part, article }) =>
        article === null
          ? part.trim() !== '' && !mayBeArticle(part)
          : article.text.length < part.trim().length,
      );
    const documents: Document[] = [];
    const messages: Message[] = [];
    for (const [i, { part, long, article }] of likely.entries()) {
      const at = `${ref}!${i + 1}`;
      if (long !== null) messages.push(about('too-large', 'error', at, long));
      else if (article === null) {
        documents.push(makeDocument({ ref: at, sha256: sha256(part.trim()), text: part.trim() }));
        messages.push(
          about(
            'plain-reading',
            'warning',
            at,
            `an article of this ${name} export without the fields that are known: read as plain text`,
          ),
        );
      } else if (!article.hasBody)
        messages.push(
          about('empty-document', 'warning', at, 'the export holds no text of this article; it was left out'),
        );
      else documents.push(makeDocument({ ...article, ref: at, sha256: sha256(article.text) }));
      if (article !== null && ends?.(part) === false)
        messages.push(
          about(
            'damaged',
            'warning',
            at,
            `an article of this ${name} export without the line that closes it; its end may be missing`,
          ),
        );
    }
    if (beside)
      messages.push(
        about(
          'export-cover',
          'info',
          ref,
          `what stands around the articles of this ${name} export was left out`,
        ),
      );
    return { documents, messages };
  }
  return null;
}

/** Whether anything stands before the first part. */
function stands(text: string, spans: readonly Span[]): boolean {
  return text
    .slice(0, Math.min(spans[0]!.start, 10_000))
    .split('\n')
    .slice(0, -1)
    .some((line) => line.trim() !== '');
}
