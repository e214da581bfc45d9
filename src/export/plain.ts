/** Text of documents as it may be shown: it is data, and may hold anything. */
import { stripVTControlCharacters } from 'node:util';

/** Controls, and the marks that reorder what a reader sees (bidirectional embeddings, overrides, isolates). */
const UNSEEN = /\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One line without terminal sequences, control characters or reordering marks; white space collapsed. */
export function plain(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\s\u0085]+/g, ' ')
    .replace(UNSEEN, '')
    .replace(LONE_SURROGATE, '\ufffd');
}

/** As it stands, its lines and tabs too, but without other control characters and reordering marks. */
export function visible(text: string): string {
  return text
    .replace(UNSEEN, (mark) => (/[\t\n\r]/.test(mark) ? mark : ''))
    .replace(LONE_SURROGATE, '\ufffd');
}

/** The first `most` code units at most, cut between words, with an ellipsis where something is left out. */
export function clip(text: string, most: number): string {
  const line = plain(text).trim();
  if (line.length <= most) return line;
  return `${line.slice(0, cutAt(line, most - 1)).trimEnd()}…`;
}

/** The last place at or before `at` where a word begins, at most 24 code units back, and never inside a surrogate pair. */
function cutAt(line: string, at: number): number {
  const space = line.lastIndexOf(' ', at);
  if (space > 0 && at - space <= 24) return space;
  return isLowSurrogate(line.charCodeAt(at)) ? at - 1 : at;
}

export const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "2031-05-12" → "12 May 2031", at the precision known; null where there is no date. */
export function day(iso: string | null): string | null {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso ?? '');
  if (!found) return null;
  const [, year, month, date] = found;
  const name = MONTHS[Number(month) - 1];
  return [date && name ? String(Number(date)) : '', name ?? '', year].filter(Boolean).join(' ');
}

export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** A share of the words as a whole per cent; what is not the whole is never told as 100. */
export const percent = (share: number): string =>
  `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100} %`;

export const sentenceCase = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
