import { createHash } from 'node:crypto';

/** Hex digits kept of a SHA-256: 64 bits keep the chance of any collision among a million ids below 1e-7. */
const ID_DIGITS = 16;

/** Content hash of the parts, order and boundaries included: the same parts always give the same id. */
export function contentId(prefix: string, ...parts: readonly (string | number | null)[]): string {
  return `${prefix}-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, ID_DIGITS)}`;
}

/** SHA-256 of bytes or of a string's UTF-8, in hex. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

interface Spanned {
  readonly start: number;
  readonly end: number;
}

const places = (spans: readonly Spanned[]): string => spans.map((s) => `${s.start}-${s.end}`).join(',');

/** The record's id of an attribution: its document and where its source, cue and content stand. */
export function attributionId(
  doc: string,
  found: {
    readonly source: readonly Spanned[];
    readonly cue: readonly Spanned[];
    readonly content: readonly Spanned[];
  },
): string {
  return contentId('a', doc, places(found.source), places(found.cue), places(found.content));
}

/** The record's id of a statement: its document, its sentence and the words of its assertion. */
export function statementId(doc: string, sentence: Spanned, focus: readonly Spanned[]): string {
  return contentId('st', doc, places([sentence]), places(focus));
}
