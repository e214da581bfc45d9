/** Rows of JSON, one a line or in an array: {id, text | html, title, outlet, date, url, …}. */

import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import { sha256 } from '../text/ids.js';
import { about, type Ingested, makeDocument, tooLong } from './document.js';
import { readHtml } from './html.js';
import { ROW_ID, ROW_OUTLET, type RowFields, rowField } from './row-fields.js';

/** One parsed row → a document, or a message that says why it is none. `place` names the row in messages. */
export function readRow(ref: string, place: string, row: unknown): Document | Message {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return about('bad-row', 'error', ref, `${place} is no object with text or html; it was left out`);
  }
  const fields = row as RowFields;
  const field = (...names: readonly string[]) => rowField(fields, names);
  const text = typeof fields.text === 'string' ? fields.text : null;
  const html = typeof fields.html === 'string' ? fields.html : null;
  const source = text ?? html;
  if (source === null) {
    return about('bad-row', 'error', ref, `${place} has neither text nor html; it was left out`);
  }
  if (source.trim() === '')
    return about('empty-document', 'warning', ref, `${place} has an empty text; it was left out`);
  const page = text === null ? readHtml(source) : null;
  const long = tooLong(page?.text ?? source);
  if (long !== null) return about('too-large', 'error', ref, `${place}: ${long}`);
  return makeDocument({
    ref: field(...ROW_ID) ?? `${ref}#${place.replace(/\D+/g, '')}`,
    sha256: sha256(source),
    text: page?.text ?? source,
    blocks: page?.blocks ?? [],
    url: field('url', 'link') ?? page?.url,
    outlet: field(...ROW_OUTLET) ?? page?.outlet,
    title: field('title', 'headline') ?? page?.title,
    byline: field('byline', 'author', 'authors') ?? page?.byline,
    published: epoch(fields.date) ?? field('date', 'published', 'datePublished') ?? page?.published,
    captured: field('captured'),
    language: field('language', 'lang') ?? page?.language,
    status: field('status'),
  });
}

/** Seconds or milliseconds since 1970, from 1990 on, as some archives give dates. */
export function epoch(value: unknown): string | null {
  if (typeof value !== 'number' || !(value > 631_152_000)) return null;
  const ms = value > 1e11 ? value : value * 1000;
  return ms < 4_102_444_800_000 ? new Date(ms).toISOString() : null;
}

/** One line of a .jsonl file; null for an empty line. `line` counts from 1. */
export function readLine(ref: string, line: number, raw: string): Document | Message | null {
  if (raw.trim() === '') return null;
  let row: unknown;
  try {
    row = JSON.parse(raw);
  } catch {
    return about('bad-row', 'error', ref, `line ${line} is no valid JSON; it was left out`);
  }
  return readRow(ref, `line ${line}`, row);
}

/** All lines of a decoded .jsonl file. */
export function readLines(ref: string, text: string): Ingested {
  const collected = collector();
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    collected.add(readLine(ref, ++line, text.slice(start, end)));
    start = end + 1;
  }
  return collected;
}

/** A decoded .json file: an array of rows, or an object that holds one. */
export function readArray(ref: string, text: string): Ingested {
  const none = (why: string): Ingested => ({
    documents: [],
    messages: [about('not-rows', 'warning', ref, `${why}; it was left out`)],
  });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return none('not valid JSON');
  }
  const rows = rowsIn(parsed);
  if (rows === null) return none('no array of objects with text or html');
  const collected = collector();
  for (const [i, row] of rows.entries()) collected.add(readRow(ref, `row ${i + 1}`, row));
  return collected;
}

function rowsIn(parsed: unknown): readonly unknown[] | null {
  const candidates = Array.isArray(parsed)
    ? [parsed]
    : typeof parsed === 'object' && parsed !== null
      ? [[parsed], ...Object.values(parsed).filter(Array.isArray)]
      : [];
  return candidates.find((rows) => rows.some(hasText)) ?? null;
}

function hasText(row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return false;
  const { text, html } = row as { text?: unknown; html?: unknown };
  return typeof text === 'string' || typeof html === 'string';
}

/** Gathers documents and messages in the order in which they come. */
export function collector(): {
  documents: Document[];
  messages: Message[];
  add(read: Document | Message | null): void;
} {
  const documents: Document[] = [];
  const messages: Message[] = [];
  return {
    documents,
    messages,
    add(read) {
      if (read === null) return;
      if ('rule' in read) messages.push(read);
      else documents.push(read);
    },
  };
}
