/** Pages as browsers archive them in one file (.mht, .mhtml): the page itself; its pictures and frames are left aside. */
import { isoDate } from '../text/dates.js';
import { sha256 } from '../text/ids.js';
import { account, toldBlocks } from './account.js';
import { decodeAs } from './charset.js';
import { about, type Ingested } from './document.js';
import { readHtml } from './html.js';
import type { Inside } from './inside.js';
import { headerText, type MailPart, readMailTree } from './mail-tree.js';

/** The archived page. Throws where the bytes are too much to read. */
export async function readMht(ref: string, bytes: Uint8Array, inside: Inside): Promise<Ingested> {
  inside.take(bytes.length);
  return readArchivedPage(ref, bytes, await readMailTree(bytes));
}

/** The page of an archive whose parts are told apart already. */
export function readArchivedPage(ref: string, bytes: Uint8Array, archive: MailPart): Ingested {
  const none = (rule: string, severity: 'error' | 'warning', note: string): Ingested => ({
    documents: [],
    messages: [about(rule, severity, ref, note)],
  });
  const root = rootOf(archive);
  if (root === null) return none('damaged', 'error', 'no page in the archive; it was left out');
  // A page says its own encoding where the part does not.
  const { text, note } = decodeAs(root.bytes, root.params.charset ?? null);
  if (text === null) return none('not-text', 'error', `the archived page is ${note}`);
  const page = readHtml(text);
  if (page.text === '') return none('empty-document', 'warning', 'the archived page shows no text');
  const notes: [string, string][] = [];
  if (note !== null) notes.push(['unsure-encoding', note]);
  if (page.note !== null) notes.push(['plain-reading', page.note]);
  return account(
    {
      ...page,
      blocks: toldBlocks(page.text, page.blocks),
      ref,
      sha256: sha256(bytes),
      url:
        webAddress(root.header('content-location')) ??
        webAddress(archive.header('snapshot-content-location')) ??
        webAddress(archive.header('content-location')) ??
        page.url,
      title: page.title ?? headerText(archive, 'subject'),
      captured: isoDate(headerText(archive, 'date') ?? ''),
    },
    notes,
  );
}

/** The part that the archive names as its start, else the first in HTML. */
function rootOf(archive: MailPart): MailPart | null {
  const parts = [archive];
  for (let i = 0; i < parts.length; i++) parts.push(...parts[i]!.children);
  const { start } = archive.params;
  const pages = parts.filter(
    ({ type, bytes }) => /^(?:text\/html|application\/xhtml\+xml)$/.test(type) && bytes.length > 0,
  );
  return (
    (start === undefined ? undefined : pages.find(({ contentId }) => contentId === start)) ?? pages[0] ?? null
  );
}

function webAddress(value: string | null): string | null {
  const address = value?.trim() ?? '';
  return /^https?:\/\/[^\s<>"]{1,2000}$/i.test(address) ? address : null;
}
