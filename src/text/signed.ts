/** What the lines of an account that stand apart say of who wrote it and when. */
import type { Block } from '../model/document.js';
import { authorsIn, readSignature } from './bylines.js';
import { type DateOrder, isoDate } from './dates.js';
import { withoutEmphasis } from './lineforms.js';

/** The head of a letter. */
const ADDRESSEE = /^(?:to|cc|dear)\b/i;

export interface Signed {
  /** As written; null where no line names anybody. */
  readonly byline: string | null;
  /** The line says "By" or the like. */
  readonly opens: boolean;
  /** ISO 8601, of first publication where the lines tell it from updates; null where none has a day. */
  readonly published: string | null;
}

/** `own`: names of the outlet, which are nobody's. */
export function signedBy(
  text: string,
  blocks: readonly Block[],
  own: readonly (string | null)[] = [],
  order: DateOrder = null,
): Signed {
  const lines = blocks
    .filter(({ role }) => role === 'byline' || role === 'dateline')
    .map(({ start, end, role }) => ({ role, line: withoutEmphasis(text.slice(start, end)) }))
    .filter(({ role, line }) => role === 'dateline' || !ADDRESSEE.test(line));
  let byline: string | null = null;
  let opens = false;
  for (const { role, line } of lines) {
    if (role !== 'byline') continue;
    const signature = readSignature(line, own, order);
    const names = signature?.names ?? authorsIn(line, own);
    if (names === null || (byline !== null && !signature?.opens)) continue;
    byline = names;
    opens = signature?.opens ?? false;
    if (opens) break;
  }
  const dates = (wanted: Block['role']): string | null => {
    for (const { role, line } of lines) {
      const date =
        role === wanted ? (readSignature(line, own, order)?.published ?? isoDate(line, order)) : null;
      if (date !== null) return date;
    }
    return null;
  };
  return { byline, opens, published: dates('dateline') ?? dates('byline') };
}
