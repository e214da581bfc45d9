/** Word documents (.docx): the text as it stands with all insertions accepted; who wrote or changed it stays in the file. */
import type { BlockRole } from '../model/document.js';
import type { Message } from '../model/message.js';
import { sha256 } from '../text/ids.js';
import { composed } from './composed.js';
import { about, type Ingested, makeDocument, tooLong } from './document.js';
import { unpackedSize } from './docx-package.js';
import type { DocxParagraph, DocxRead } from './docx-paragraphs.js';
import type { Inside } from './inside.js';
import { onThread } from './thread.js';

/** XML of one document; a book of 300,000 words has some 30 MB. */
const MOST_XML_BYTES = 64 * 1024 ** 2;

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

export async function readDocx(ref: string, bytes: Uint8Array, inside: Inside): Promise<Ingested> {
  const refuse = (rule: string, note: string): Ingested => ({
    documents: [],
    messages: [about(rule, rule === 'empty-document' ? 'warning' : 'error', ref, note)],
  });
  if (OLD_OFFICE.every((byte, i) => bytes[i] === byte))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
      'EncryptedPackage',
      0,
      'utf16le',
    )
      ? refuse('encrypted', 'it is locked with a password; save a copy without one')
      : refuse('unsupported-format', 'it is an old Word document under a new name; save it as .docx');
  let size: number;
  try {
    size = unpackedSize(bytes);
  } catch {
    return refuse('damaged', 'it is no .docx file, or it is cut off');
  }
  try {
    if (size > MOST_XML_BYTES)
      throw new RangeError(`it unpacks to more than the ${MOST_XML_BYTES} bytes read`);
    inside.take(size);
  } catch (cause) {
    return refuse('too-large', (cause as Error).message);
  }
  let read: DocxRead | null = null;
  const end = await onThread<DocxRead>({ kind: 'docx', bytes }, (part) => {
    read = part;
  });
  if (end.how === 'stopped') return refuse(end.rule, `${end.reason}; it was left out`);
  if (end.how === 'failed' || read === null)
    return refuse(
      'damaged',
      `it could not be read as .docx: ${end.how === 'failed' ? firstLine(end.reason) : ''}`,
    );
  const { paragraphs, tracked, comments } = read as DocxRead;
  const told = rolesOf(paragraphs);
  const { text, blocks } = composed(
    paragraphs.map((paragraph, i) => ({ text: paragraph.text, role: told[i]! })),
  );
  if (text === '') return refuse('empty-document', 'it shows no text');
  const long = tooLong(text);
  if (long !== null) return refuse('too-large', long);
  const messages: Message[] = [];
  if (tracked)
    messages.push(
      about(
        'tracked-changes',
        'warning',
        ref,
        'it holds changes under review: insertions were read as accepted, deletions left out',
      ),
    );
  if (comments > 0)
    messages.push(about('comments', 'info', ref, `${comments} comment${comments > 1 ? 's' : ''} left out`));
  const title = paragraphs[told.indexOf('headline')]?.text ?? null;
  const byline = paragraphs[told.indexOf('byline')]?.text ?? null;
  const document = makeDocument({ ref, sha256: sha256(bytes), text, blocks, title, byline });
  return { documents: [document], messages };
}

/** Names of styles, in lower case; templates of newsrooms add the last ones. */
const STYLE_ROLES: readonly (readonly [RegExp, BlockRole])[] = [
  [/^(?:heading|kop|berschrift) ?\d?$|^(?:heading \d char|subtitle|subheading|subhead)$/, 'heading'],
  [/^(?:quote|intense quote|intensequote|quotations?|block ?quot\w*|block text|blocktext)$/, 'quote'],
  [/^(?:caption|figure|image caption|table caption|illustration)$/, 'caption'],
  [/^list (?:bullet|number)(?: \d)?$|^list(?:bullet|number)\d?$/, 'list'],
  [/^(?:toc \d|toc heading|contents \d|header|footer|table of figures|index \d)$/, 'boilerplate'],
  [/^(?:byline|by-line|author)$/, 'byline'],
];

/** The role of each paragraph by its style, null where the style tells none. */
function rolesOf(paragraphs: readonly DocxParagraph[]): (BlockRole | null)[] {
  const styled = (...names: string[]): number =>
    paragraphs.findIndex(({ style, place }) => place === 'text' && names.includes(style));
  const titled = styled('title', 'headline');
  const headline = titled >= 0 ? titled : paragraphs.findIndex((p) => /^heading ?1$/.test(p.style));
  return paragraphs.map(({ style, place }, i): BlockRole | null => {
    if (i === headline) return 'headline';
    if (style === 'title' || style === 'headline') return 'heading';
    const known = STYLE_ROLES.find(([name]) => name.test(style))?.[1];
    if (known !== undefined) return known;
    if (place === 'list') return 'list';
    return place === 'table' || place === 'note' ? 'body' : null;
  });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!.slice(0, 200);
}
