import type { Amendments } from '../model/amendments.js';
import type { Block, Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import { isoDate } from '../text/dates.js';
import { contentId, sha256 as hash } from '../text/ids.js';
import { statusOf } from './row-fields.js';

/** What reading one input gives: documents, and what could not be read. */
export interface Ingested {
  readonly documents: readonly Document[];
  readonly messages: readonly Message[];
  /** What users said of their claims, speakers and places, where a case was passed on; none where absent. */
  readonly amendments?: Amendments;
}

/** A document as received: strings as they stood in the input, null where it had none. */
export interface Received {
  readonly ref: string;
  /** SHA-256 of the file's bytes or of the row's text. */
  readonly sha256: string;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly url?: string | null;
  readonly outlet?: string | null;
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly published?: string | null;
  /** When an archive took it down. */
  readonly captured?: string | null;
  readonly language?: string | null;
  readonly status?: string | null;
}

/**
 * A longer text (some 300,000 words) is a corpus or a dump and no account: it would be read for minutes, and as one
 * account at that. UTF-16 code units.
 */
export const MAX_TEXT_LENGTH = 2_000_000;

/** Why a text is not taken as one account, or null. */
export function tooLong(text: string): string | null {
  if (text.length <= MAX_TEXT_LENGTH) return null;
  return `${text.length} characters are more than the ${MAX_TEXT_LENGTH} read as one account; several accounts go into several files or rows`;
}

/** The Document of what was received. Its id rests on ref, url, outlet and published as received. */
export function makeDocument(received: Received): Document {
  const { ref, sha256, text } = received;
  const [url, outlet, published] = [
    filled(received.url),
    filled(received.outlet),
    filled(received.published),
  ];
  return {
    id: contentId('d', sha256, ref, url, outlet, published),
    ref,
    sha256,
    url,
    outlet,
    title: filled(received.title),
    byline: filled(received.byline),
    published: published === null ? null : isoDate(published),
    captured: filled(received.captured),
    language: filled(received.language),
    status: statusOf(received.status) ?? 'published',
    text,
    blocks: received.blocks ?? [],
  };
}

/** The Document of a text at hand, with what is known about it. */
export function textDocument(text: string, known: Partial<Omit<Received, 'sha256' | 'text'>> = {}): Document {
  return makeDocument({ ref: 'text', ...known, sha256: hash(text), text });
}

/** The document with what the thing that holds it says of it; its id rests on that as if it had been received so. */
export function placed(
  document: Document,
  known: Partial<Pick<Document, 'url' | 'title' | 'captured'>>,
): Document {
  const told = { ...document, ...known };
  const { sha256, ref, url, outlet, published } = told;
  return { ...told, id: contentId('d', sha256, ref, url, outlet, published) };
}

/** A Message about an input. */
export function about(
  rule: string,
  severity: Message['severity'],
  ref: string | null,
  note: string,
): Message {
  return { rule, severity, ref, note };
}

/** Nothing read of an input, and why. */
export const refused = (
  rule: string,
  severity: Message['severity'],
  ref: string | null,
  note: string,
): Ingested => ({ documents: [], messages: [about(rule, severity, ref, note)] });

function filled(value: string | null | undefined): string | null {
  const trimmed = value?.trim();
  return trimmed === undefined || trimmed === '' ? null : trimmed;
}
