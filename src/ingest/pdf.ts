/** PDF files: text in reading order, paragraphs joined from lines, running heads and page numbers told from the text. */
import type { BlockRole } from '../model/document.js';
import type { Message } from '../model/message.js';
import { sha256 } from '../text/ids.js';
import { countWords, endsSentence, functionWordShare, isOutletName } from '../text/lineforms.js';
import { isKnownOutlet } from '../text/masthead.js';
import { composed, type Paragraph } from './composed.js';
import { about, type Ingested, makeDocument, refused, tooLong } from './document.js';
import { withoutFurniture } from './pdf-furniture.js';
import { MOST_PAGES, type PdfPage, type PdfPart } from './pdf-pages.js';
import { type Body, bodyOf, isListItem, type PdfParagraph, paragraphsOf } from './pdf-paragraphs.js';
import { type End, onThread } from './thread.js';

/** Larger letters than the text's make a heading, much larger ones a title. */
const HEADING_SIZE = 1.12;
const TITLE_SIZE = 1.25;
const HEADING_WORDS = 30;
/** A line in a font of its own is a heading up to this length. */
const FONT_HEADING_WORDS = 12;
/** Paragraphs among which the title stands. */
const OPENING = 12;
const LABEL =
  /^(?:(?:press|media|news) (?:release|statement)|statement|for immediate release|newsletter)\W*$/i;
/** Of the letters, where a font does not tell which ones it draws. */
const MOST_UNKNOWN = 0.3;

export async function readPdf(ref: string, bytes: Uint8Array): Promise<Ingested> {
  const pages: PdfPage[] = [];
  let count = 0;
  let hint: string | null = null;
  const end = await onThread<PdfPart>({ kind: 'pdf', bytes }, (part) => {
    if (part.kind === 'page') pages.push(part);
    else {
      count = part.pages;
      hint = part.title;
    }
  });
  const refuse = (rule: string, note: string): Ingested => refused(rule, 'error', ref, note);
  if (end.how === 'failed') return refuse(...failure(end.name, end.reason));
  if (end.how === 'stopped' && pages.length === 0) return refuse(end.rule, `${end.reason}; it was left out`);
  const messages = lossesOf(ref, pages, count, end, bytes);
  const paragraphs = read(pages, hint);
  const { text, blocks } = composed(paragraphs);
  const letters = text.replace(/\s+/g, '');
  if (letters === '')
    return pages.every((page) => page.failed !== null)
      ? refuse('damaged', `none of its ${counted(count, 'page')} could be read`)
      : refuse(
          'no-text',
          `it looks like a scan: ${counted(count, 'page')} without text; recognise its text first`,
        );
  const unknown = letters.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
  if (unknown > MOST_UNKNOWN * letters.length)
    return refuse('no-text', 'its fonts do not tell which letters they show; recognise its text first');
  const long = tooLong(text);
  if (long !== null) return refuse('too-large', long);
  const title = paragraphs.find(({ role }) => role === 'headline')?.text ?? null;
  return { documents: [makeDocument({ ref, sha256: sha256(bytes), text, blocks, title })], messages };
}

function failure(name: string, reason: string): [rule: string, note: string] {
  if (name === 'PasswordException')
    return ['encrypted', 'it is locked with a password; save a copy without one'];
  const said = reason.split('\n', 1)[0]!.slice(0, 200).replace(/\.$/, '');
  return ['damaged', `it is no PDF file, or too damaged to be read: ${said}`];
}

/** What of the file was not read. */
function lossesOf(
  ref: string,
  pages: readonly PdfPage[],
  count: number,
  end: End,
  bytes: Uint8Array,
): Message[] {
  const messages: Message[] = [];
  const warn = (rule: string, note: string): void => void messages.push(about(rule, 'warning', ref, note));
  const whole = pages.filter((page) => page.failed === null);
  const failed = pages.filter((page) => page.failed !== null);
  if (failed.length > 0) warn('damaged', `${pageList(failed)} could not be read in full`);
  const bare = whole.filter((page) => page.lines.length === 0 && page.aside.length === 0);
  if (bare.length > 0)
    warn('no-text', `${pageList(bare)} of ${count} without text: empty, or pictures of pages`);
  if (end.how === 'stopped') warn(end.rule, `${end.reason}; read up to page ${pages.length} of ${count}`);
  else if (count > MOST_PAGES) warn('too-large', `${count} pages; the first ${MOST_PAGES} were read`);
  const tail = Buffer.from(bytes.subarray(-2_048)).toString('latin1');
  if (!tail.includes('%%EOF')) warn('damaged', 'it ends without the end mark of a PDF: it may be cut off');
  return messages;
}

function counted(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}

function pageList(pages: readonly PdfPage[]): string {
  const numbers = pages.slice(0, 5).map((page) => page.number);
  const more = pages.length > numbers.length ? ` and ${pages.length - numbers.length} more` : '';
  return `page${pages.length > 1 ? 's' : ''} ${numbers.join(', ')}${more}`;
}

/** Paragraphs with roles: heads first, feet and what runs up the margin last. */
function read(all: readonly PdfPage[], hint: string | null): Paragraph[] {
  const { pages, heads, feet } = withoutFurniture(all);
  const body = bodyOf(pages);
  const paragraphs = paragraphsOf(pages, body);
  const title = titleOf(paragraphs, body, hint);
  const told = paragraphs.map(
    (paragraph, i): Paragraph => ({
      text: paragraph.text,
      role: i === title ? 'headline' : roleOf(paragraph, body),
    }),
  );
  const apart = (text: string): Paragraph => ({ text, role: 'boilerplate' });
  const aside = pages.flatMap((page) => (page.aside.length > 0 ? [page.aside.join(' ')] : []));
  return [...heads.map(apart), ...told, ...feet.map(apart), ...[...new Set(aside)].map(apart)];
}

function roleOf({ text, size, font, lines, row }: PdfParagraph, body: Body): BlockRole | null {
  const larger = size >= HEADING_SIZE * body.size;
  if (isListItem(text) && !(larger && /^\d/.test(text))) return 'list';
  if (row) return 'body';
  const words = countWords(text);
  if (larger) return words <= HEADING_WORDS ? 'heading' : null;
  const ownFont = font !== null && font !== body.font && size >= 0.95 * body.size;
  return ownFont && lines <= 2 && words <= FONT_HEADING_WORDS && !endsSentence(text) ? 'heading' : null;
}

/** The paragraph that is the title, -1 where none clearly is: what the properties call so, if it is shown, or the largest. */
function titleOf(paragraphs: readonly PdfParagraph[], body: Body, hint: string | null): number {
  const opening = paragraphs.slice(0, OPENING).filter(({ page }) => page === 1);
  const wanted = hint === null ? '' : letters(hint);
  const same = opening.findIndex(({ text }) => wanted !== '' && letters(text) === wanted);
  if (same >= 0) return same;
  const large = opening
    .filter(({ text, size }) => size >= TITLE_SIZE * body.size && !LABEL.test(text) && !isMasthead(text))
    .sort((a, b) => b.size - a.size);
  const found = large.findIndex(({ text }) => countWords(text) >= 3 && !isListItem(text));
  const title = large[found];
  if (title === undefined || countWords(title.text) > HEADING_WORDS) return -1;
  // Below larger words (a masthead, a cover) only what reads as a headline is one.
  const reads = countWords(title.text) >= 5 && functionWordShare(title.text) > 0;
  return found === 0 || reads ? opening.indexOf(title) : -1;
}

function isMasthead(text: string): boolean {
  return isKnownOutlet(text) || isOutletName(text);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
