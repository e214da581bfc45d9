/** Mailboxes (.mbox): many messages in one file, each opened by a "From " line. */
import { about, type Ingested } from './document.js';
import type { Inside } from './inside.js';
import { collector } from './rows.js';

/** More messages than this are an archive to be split. */
const MOST_MESSAGES = 50_000;
/** Lines that open messages are looked at up to here, in bytes. */
const MAX_OPENING = 500;
/** "From ines@quay.example Sun Mar  5 17:00:00 2034": with this shape another "From " is a line of a letter. */
const OPENING = /^From \S.{0,400}\d{1,2}:\d{2}.{0,60}\b\d{4}\b/;
/** One of these stands at the head of every message, within so many bytes. */
const HEADER = /^(?:from|subject|date|content-type|mime-version|message-id|received|to):/im;
const MAX_HEAD = 16_384;
const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20];
const [NEWLINE, RETURN, GREATER] = [0x0a, 0x0d, 0x3e];

/** Every message under the box's ref, "!" and its number from 1, and what is attached to it. */
export async function readMbox(ref: string, bytes: Uint8Array, inside: Inside): Promise<Ingested> {
  inside.take(bytes.length);
  const found = collector();
  const { starts, first } = openings(bytes);
  if (starts.length === 0)
    return {
      documents: [],
      messages: [about('not-mail', 'error', ref, 'no "From " line opens a message in it; it was left out')],
    };
  if (first > 0)
    found.add(about('damaged', 'warning', ref, 'what stands before its first message was left out'));
  for (const [i, start] of starts.slice(0, MOST_MESSAGES).entries()) {
    const message = unescaped(bytes.subarray(lineEnd(bytes, start), starts[i + 1] ?? bytes.length));
    const read = await inside.read({ ref: `${ref}!${i + 1}`, bytes: message, type: 'message/rfc822' });
    for (const one of [...read.documents, ...read.messages]) found.add(one);
  }
  if (starts.length > MOST_MESSAGES)
    found.add(
      about(
        'too-large',
        'error',
        ref,
        `the first ${MOST_MESSAGES} of ${starts.length} messages were read; split the box`,
      ),
    );
  return { documents: found.documents, messages: found.messages };
}

/** Where messages begin; `first` is how much stands before the first, white space aside. */
function openings(bytes: Uint8Array): { starts: number[]; first: number } {
  const starts: number[] = [];
  let shaped: boolean | null = null;
  let blank = true;
  let before = 0;
  for (let at = 0; at < bytes.length; ) {
    const end = lineEnd(bytes, at);
    const isBlank = end - at <= 2 && (bytes[at] === NEWLINE || bytes[at] === RETURN);
    // A line of a letter may have the shape too: an empty line stands above an opening, and headers below.
    if (blank && isFrom(bytes, at) && hasHead(bytes, end)) {
      const isShaped = OPENING.test(latin1(bytes, at, Math.min(end, at + MAX_OPENING)));
      shaped ??= isShaped;
      // Where the first one has a date, all have.
      if (isShaped || !shaped) starts.push(at);
    }
    if (starts.length === 0 && !isBlank) before += end - at;
    blank = isBlank;
    at = end;
  }
  return { starts, first: before };
}

/** The message with ">From " as "From " (mboxo) and ">>From " as ">From " (mboxrd). */
function unescaped(message: Uint8Array): Uint8Array {
  const kept = new Uint8Array(message.length);
  let length = 0;
  for (let at = 0; at < message.length; ) {
    const end = lineEnd(message, at);
    let marks = at;
    while (message[marks] === GREATER) marks++;
    const line = message.subarray(marks > at && isFrom(message, marks) ? at + 1 : at, end);
    kept.set(line, length);
    length += line.length;
    at = end;
  }
  return kept.subarray(0, length);
}

/** Do headers begin here? */
function hasHead(bytes: Uint8Array, at: number): boolean {
  let end = at;
  while (end < bytes.length && end - at < MAX_HEAD && bytes[end] !== NEWLINE && bytes[end] !== RETURN)
    end = lineEnd(bytes, end);
  const head = latin1(bytes, at, Math.min(end, at + MAX_HEAD));
  return /^(?:>From |[A-Za-z][\w-]{0,76}:)/.test(head) && HEADER.test(head);
}

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

function isFrom(bytes: Uint8Array, at: number): boolean {
  return FROM.every((byte, i) => bytes[at + i] === byte);
}

/** Where the next line begins. */
function lineEnd(bytes: Uint8Array, at: number): number {
  const newline = bytes.indexOf(NEWLINE, at);
  return newline < 0 ? bytes.length : newline + 1;
}
