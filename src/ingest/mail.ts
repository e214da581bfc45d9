/** Letters, press releases and newsletters as mail programs keep them (.eml): the letter, and what is attached to it. */
import { sha256 } from '../text/ids.js';
import { account } from './account.js';
import { about, type Ingested, refused } from './document.js';
import type { Inside } from './inside.js';
import { mailBody } from './mail-body.js';
import { passedOnBy } from './mail-passed-on.js';
import { sender } from './mail-sender.js';
import { headerText, type MailPart, readMailTree, senderOf } from './mail-tree.js';
import { readArchivedPage } from './mht.js';
import { collector } from './rows.js';

/** A message has one of these at its head. */
const HEADERS = ['from', 'subject', 'date', 'content-type', 'mime-version', 'message-id', 'received', 'to'];
/** Names of attachments are cut here, in code units. */
const MAX_NAME = 120;
/** What is never an account: pictures, sound, entries of calendars and address books, signatures, receipts. */
const LEFT_OUT =
  /^(?:image|audio|video|font)\/|^text\/(?:calendar|x?-?vcard|directory|rfc822-headers|css)$|^application\/(?:ics|pgp-(?:signature|keys)|(?:x-)?pkcs7-signature)$|^message\/(?:delivery-status|disposition-notification|feedback-report)$/;
const ENCRYPTED = /^application\/(?:(?:x-)?pkcs7-mime|pgp-encrypted)$/;

/** The letter under the ref of its file, its attachments under "!" and their names. Throws where the bytes are too much to read. */
export async function readMail(ref: string, bytes: Uint8Array, inside: Inside): Promise<Ingested> {
  inside.take(bytes.length);
  const message = await readMailTree(bytes);
  if (HEADERS.every((name) => message.header(name) === null))
    return refused('not-mail', 'error', ref, 'it has none of the headers of a message; it was left out');
  if (message.header('snapshot-content-location') !== null) return readArchivedPage(ref, bytes, message);
  const found = collector();
  if (isEncrypted(message))
    return refused('encrypted', 'error', ref, 'the message is encrypted; save it decrypted to have it read');
  const body = mailBody(message);
  if (isCutShort(message, bytes))
    found.add(about('damaged', 'warning', ref, 'the message breaks off; it was read up to there'));
  if (body.text.trim() === '') {
    for (const [rule, note] of body.notes) found.add(about(rule, 'warning', ref, note));
    found.add(
      body.attached.length > 0
        ? about('no-text', 'info', ref, 'the message itself holds no text, only attachments')
        : about('empty-document', 'warning', ref, 'the message holds no text'),
    );
  } else if (/^\s*-----BEGIN PGP MESSAGE-----/.test(body.text))
    found.add(
      about('encrypted', 'error', ref, 'the message is encrypted; save it decrypted to have it read'),
    );
  else {
    const { name, address } = senderOf(message);
    // What is passed on has its own sender, day and title, or none: those around it are of whoever passed it on.
    const told =
      body.passedOn !== null
        ? passedOnBy(body.passedOn)
        : {
            ...sender(name, address),
            title: headerText(message, 'subject'),
            published: headerText(message, 'date'),
          };
    const page = body.passedOn === null ? body.page : null;
    const read = account(
      {
        ref,
        sha256: sha256(bytes),
        text: body.text,
        blocks: body.blocks,
        url: body.page?.url,
        outlet: told.outlet ?? page?.outlet,
        title: told.title ?? page?.title,
        byline: told.byline ?? page?.byline,
        published: told.published,
        language: languageOf(message.header('content-language')) ?? body.page?.language,
      },
      body.notes,
    );
    for (const one of [...read.documents, ...read.messages]) found.add(one);
  }
  await readAttached(ref, body.attached, inside, found);
  return { documents: found.documents, messages: found.messages };
}

async function readAttached(
  ref: string,
  attached: readonly MailPart[],
  inside: Inside,
  found: ReturnType<typeof collector>,
): Promise<void> {
  const used = new Set<string>();
  const left: string[] = [];
  for (const [i, part] of attached.entries()) {
    const shown = shownName(part.filename);
    const bare = shown ?? String(i + 1);
    const name = used.has(bare) ? `${i + 1}-${bare}` : bare;
    used.add(name);
    if (LEFT_OUT.test(part.type)) {
      left.push(shown ?? part.type);
      continue;
    }
    const at = `${ref}!${name}`;
    if (ENCRYPTED.test(part.type)) {
      found.add(about('encrypted', 'error', at, 'it is encrypted; save it decrypted to have it read'));
      continue;
    }
    const read = await inside.read({ ref: at, bytes: part.bytes, type: part.type });
    for (const one of [...read.documents, ...read.messages]) found.add(one);
  }
  if (left.length > 0) {
    const more = left.length > 5 ? ` and ${left.length - 5} more` : '';
    found.add(
      about(
        'left-out',
        'info',
        ref,
        `attachments that are no accounts were left out: ${left.slice(0, 5).join(', ')}${more}`,
      ),
    );
  }
}

/** The last part of the name that the sender gave, as one line; null where none is left. */
function shownName(filename: string | null): string | null {
  const last = (filename ?? '').slice(-1_000).split(/[\\/]/).at(-1)!;
  const line = last
    .replace(/[\p{C}\p{Zl}\p{Zp}!]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /[\p{L}\p{N}]/u.test(line) ? [...line].slice(-MAX_NAME).join('') : null;
}

function isEncrypted(message: MailPart): boolean {
  return ENCRYPTED.test(message.type) || message.type === 'multipart/encrypted';
}

/** A message of parts whose last boundary is missing. */
function isCutShort(message: MailPart, bytes: Uint8Array): boolean {
  const { boundary } = message.params;
  if (!message.type.startsWith('multipart/') || boundary === undefined || message.children.length === 0)
    return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf(`--${boundary}--`) < 0;
}

/** "en-GB, fr" → "en" */
function languageOf(value: string | null): string | null {
  return /^\s*([a-z]{2,3})(?:[-_,;\s]|$)/i.exec(value ?? '')?.[1]?.toLowerCase() ?? null;
}
