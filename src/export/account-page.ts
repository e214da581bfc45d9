/** What pages of single accounts on a terminal share: their frame, the heading of an account, what was noted. */
import pc from 'picocolors';
import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import { wrap } from './columns.js';
import { clip, day, plain } from './plain.js';
import { accountName, noteOf } from './view.js';

export interface AccountPage {
  /** Columns. */
  readonly width: number;
  readonly paint: ReturnType<typeof pc.createColors>;
}

export interface PageOptions {
  /** Columns of the terminal. */
  readonly width?: number;
  readonly colour?: boolean;
}

/** Wider lines are hard to read. */
export function pageOf({ width = 80, colour }: PageOptions, narrowest: number, widest: number): AccountPage {
  return {
    width: Math.max(narrowest, Math.min(width, widest)),
    paint: pc.createColors(colour === true),
  };
}

export const linesOf = (lines: readonly string[]): string =>
  lines.map((line) => `${line.trimEnd()}\n`).join('');

/** Of a title so many characters are shown. */
const TITLE = 300;

/** "The Courier, 12 May 2031 · one.txt", and the title below. */
export function heading({ width, paint }: AccountPage, document: Document): readonly string[] {
  const ref = plain(document.ref).trim();
  const name = accountName(document);
  const held = document.status === 'unpublished' ? 'unpublished' : null;
  const label = [name, day(document.published), held].filter((part) => part !== null).join(', ');
  const title = document.title === null ? [] : wrap(clip(document.title, TITLE), width);
  return [
    ...wrap(name === ref ? label : `${label} · ${ref}`, width).map((line) =>
      paint.bold(paint.underline(line)),
    ),
    ...title.map(paint.bold),
    '',
  ];
}

/** Columns before a note. */
const GUTTER = 7;

export function notes({ width, paint }: AccountPage, messages: readonly Message[]): readonly string[] {
  if (messages.length === 0) return [];
  return [
    paint.bold('Not read, or not settled'),
    ...messages.flatMap((note) =>
      wrap(noteOf(note), width - GUTTER, 4).map((line, i) => `${i === 0 ? '    ·' : '     '}  ${line}`),
    ),
  ];
}
