/** What a message itself says: the right one of its alternatives, parts in their order; the rest is attached. */
import { VIEW_ELSEWHERE } from '../language/en/mail.js';
import type { Block } from '../model/document.js';
import { STATEMENT_ROLES } from '../model/document.js';
import { countWords } from '../text/lineforms.js';
import { toldBlocks } from './account.js';
import { decodeAs } from './charset.js';
import { type Page, readHtml } from './html.js';
import type { MailPart } from './mail-tree.js';
import {
  footAt,
  headEnd,
  isBrief,
  type Letter,
  MOST_FORWARDS,
  opensEarlier,
  opensHead,
  passesOn,
  readLetter,
  withoutMarks,
} from './mail-zones.js';

export interface MailBody {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The page of the first part in HTML, for what its head says; null where the letter is plain. */
  readonly page: Page | null;
  /** The head of the message passed on that is the account, line by line; null where the letter is. */
  readonly passedOn: readonly string[] | null;
  /** Parts that are no part of the letter, in their order; inline pictures are neither. */
  readonly attached: readonly MailPart[];
  readonly notes: readonly (readonly [rule: string, note: string])[];
}

/** A plain part that says less than this share of the words of its HTML gives way to it. */
const MIN_SHARE = 0.6;
/** A plain part with more than one address to so many words is a machine's copy of the HTML. */
const WORDS_PER_ADDRESS = 15;
/** A part that sends its reader elsewhere is not longer, in words. */
const MOST_ELSEWHERE = 40;

const ELSEWHERE = new RegExp(VIEW_ELSEWHERE, 'i');

/** A stretch of the letter, in one form or in both. */
interface Piece {
  plain: string | null;
  html: string | null;
}

export function mailBody(message: MailPart): MailBody {
  const attached: MailPart[] = [];
  const notes: [string, string][] = [];
  const pieces = piecesOf(message, attached, notes, false);
  let text = '';
  const blocks: Block[] = [];
  let page: Page | null = null;
  const chosen = pieces.map(choose).filter((piece) => piece !== null);
  if (chosen.every((piece) => typeof piece === 'string')) {
    const given = chosen.join('\n\n');
    text = withoutMarks(given);
    const letter = readLetter(text);
    // Quoted whole, without a line that says whom: it is not its sender's.
    return {
      text,
      page,
      attached,
      notes,
      ...letter,
      passedOn: letter.passedOn ?? (text === given ? null : []),
    };
  }
  let passedOn: readonly string[] | null = null;
  for (const piece of chosen) {
    const read = typeof piece === 'string' ? readLetter(piece) : readPage(piece);
    if (isBrief(countAll(text))) passedOn ??= read.passedOn;
    if (text !== '') text += '\n\n';
    const words = typeof piece === 'string' ? piece : piece.text;
    for (const { start, end, role } of toldBlocks(words, read.blocks))
      blocks.push({ start: text.length + start, end: text.length + end, role });
    text += words;
    if (typeof piece === 'string') continue;
    page ??= piece;
    if (piece.note !== null) notes.push(['plain-reading', piece.note]);
  }
  return { text, blocks, page, passedOn, attached, notes };
}

/** Collects the letter's pieces; what is no text of the letter goes to `attached`. */
function piecesOf(
  part: MailPart,
  attached: MailPart[],
  notes: [string, string][],
  alternative: boolean,
): Piece[] {
  if (part.children.length > 0) {
    const [, kind] = part.type.split('/');
    if (kind === 'alternative') return [alternativesOf(part, attached, notes)];
    if (kind === 'related') {
      const root = part.children.find(
        ({ contentId }) => contentId !== null && contentId === part.params.start,
      );
      const first = root ?? part.children[0]!;
      for (const child of part.children) if (child !== first && !isInline(child)) attached.push(child);
      return piecesOf(first, attached, notes, alternative);
    }
    return part.children.flatMap((child) => piecesOf(child, attached, notes, alternative));
  }
  const isText =
    part.type === 'text/plain' || part.type === 'text/html' || part.type.startsWith('multipart/');
  if (!isText || part.disposition === 'attachment' || (part.filename !== null && part.disposition !== null)) {
    // Of alternatives that are not read (AMP, a calendar's copy) another one says the same.
    if (!(alternative && /^text\/(?!calendar)/.test(part.type)) && !isInline(part)) attached.push(part);
    return [];
  }
  if (part.type.startsWith('multipart/') && part.bytes.length > 0)
    notes.push(['damaged', 'the parts of the message could not be told apart; all of it was read as text']);
  const { text, note } = decodeAs(part.bytes, part.params.charset ?? null);
  if (text === null) {
    if (part.bytes.length > 0) notes.push(['not-text', `a part of the message is ${note}; it was left out`]);
    return [];
  }
  if (note !== null) notes.push(['unsure-encoding', note]);
  const flowed = part.type === 'text/plain' && /^flowed$/i.test(part.params.format ?? '');
  const read = flowed ? unflowed(text, /^yes$/i.test(part.params.delsp ?? '')) : text;
  return part.type === 'text/html' ? [{ plain: null, html: read }] : [{ plain: read.trim(), html: null }];
}

function alternativesOf(part: MailPart, attached: MailPart[], notes: [string, string][]): Piece {
  const pieces = part.children.flatMap((child) => piecesOf(child, attached, notes, true));
  const of = (form: keyof Piece): string | null => {
    const texts = pieces.map((piece) => piece[form]).filter((text) => text !== null);
    return texts.length === 0 ? null : texts.join('\n\n');
  };
  return { plain: of('plain'), html: of('html') };
}

/** Shown in the letter, or a picture that its HTML names. */
function isInline(part: MailPart): boolean {
  return part.type.startsWith('image/') && (part.contentId !== null || part.disposition === 'inline');
}

/** The plain text where it says what the HTML says, else the page; null where there is neither. */
function choose({ plain, html }: Piece): string | Page | null {
  const filled = plain === null || plain.trim() === '' ? null : plain;
  if (html === null) return filled;
  const page = readHtml(html);
  if (page.text === '') return filled;
  if (filled === null) return page;
  const words = countAll(filled.replace(/<?https?:\/\/\S+/g, ' '));
  const addresses = filled.split(/https?:\/\//).length - 1;
  if (words <= MOST_ELSEWHERE && ELSEWHERE.test(filled) && countAll(page.text) > words) return page;
  if (addresses * WORDS_PER_ADDRESS > words && addresses > 1) return page;
  const told = page.blocks.filter(({ role }) => STATEMENT_ROLES.has(role));
  const wanted = told.reduce((sum, { start, end }) => sum + countAll(page.text.slice(start, end)), 0);
  return words >= MIN_SHARE * wanted ? filled : page;
}

function countAll(text: string): number {
  let words = 0;
  for (let at = 0; at < text.length; at += 4_000) words += countWords(text.slice(at, at + 4_000));
  return words;
}

/** A page's blocks: what was written before is boilerplate, unless it is what the message passes on. */
function readPage({ text, blocks }: Page): Letter {
  const { blocks: told, passedOn } = toldOf(text, toldBlocks(text, blocks), 0);
  const foot = footAt(told.map(({ start, end }) => text.slice(start, end)));
  return { blocks: told.map((block, i) => (i < foot ? block : { ...block, role: 'boilerplate' })), passedOn };
}

function toldOf(text: string, told: readonly Block[], level: number): Letter {
  let words = 0;
  for (const [i, block] of told.entries()) {
    const line = text.slice(block.start, block.end);
    const opened = opensEarlier(line.slice(0, 500));
    const first = opened === null ? opensEarlier(line.split('\n', 1)[0]!) : null;
    const kind = opened ?? first ?? (isHeadOf(line, told, text, i) ? 'earlier' : null);
    if (kind === null) {
      words += countWords(line);
      continue;
    }
    if (!passesOn(kind, words))
      return { blocks: told.map((b, k) => (k < i ? b : { ...b, role: 'boilerplate' })), passedOn: null };
    const { head, heads, below } = headOf(
      text,
      told.slice(i),
      opened !== null ? 'whole' : first !== null ? 'line' : 'none',
    );
    // Where the page's reader took what was passed on for furniture its lines decide.
    const from = below[0]?.start ?? text.length;
    const again = below.some(({ role }) => STATEMENT_ROLES.has(role))
      ? below
      : toldBlocks(text.slice(from), []).map((b) => ({ ...b, start: b.start + from, end: b.end + from }));
    const rest: Letter =
      level < MOST_FORWARDS ? toldOf(text, again, level + 1) : { blocks: again, passedOn: null };
    return {
      blocks: [...told.slice(0, i), ...heads, ...rest.blocks],
      passedOn: isBrief(words) ? (rest.passedOn ?? head) : null,
    };
  }
  return { blocks: told, passedOn: null };
}

/** The head of what is passed on, cut from the first blocks; `opener`: what of the first block opens it. */
function headOf(
  text: string,
  told: readonly Block[],
  opener: 'whole' | 'line' | 'none',
): { readonly head: readonly string[]; readonly heads: readonly Block[]; readonly below: readonly Block[] } {
  const head: string[] = [];
  const heads: Block[] = [];
  for (const [i, block] of told.entries()) {
    const lines = text
      .slice(block.start, block.end)
      .split('\n')
      .map((line) => ({ text: line.trim(), length: line.length + 1 }));
    const opened = i > 0 || opener === 'none' ? 0 : opener === 'line' ? 1 : lines.length;
    const end = headEnd(lines, opened);
    if (end === 0) return { head, heads, below: told.slice(i) };
    head.push(...lines.slice(0, end).map((line) => line.text));
    if (end === lines.length) {
      heads.push({ ...block, role: 'boilerplate' });
      continue;
    }
    const cut = block.start + lines.slice(0, end).reduce((sum, { length }) => sum + length, 0);
    heads.push({
      start: block.start,
      end: block.start + text.slice(block.start, cut).trimEnd().length,
      role: 'boilerplate',
    });
    const start = cut + text.slice(cut).search(/\S/);
    return { head, heads, below: [{ ...block, start }, ...told.slice(i + 1)] };
  }
  return { head, heads, below: [] };
}

/** A head in one block or in a row of them. */
function isHeadOf(block: string, blocks: readonly Block[], text: string, i: number): boolean {
  const [line, next] = block.split('\n', 2);
  const below = blocks[i + 1];
  const under = next ?? (below === undefined ? '' : text.slice(below.start, below.end));
  return opensHead(line!, under);
}

/** RFC 3676: a line that ends in a space goes on in the next; "-- " stands alone. */
function unflowed(text: string, deleteSpace: boolean): string {
  const pieces: string[] = [];
  let depth = -1;
  let open = false;
  for (const raw of text.split('\n')) {
    const marks = /^>*/.exec(raw)![0].length;
    const line = raw.slice(marks).replace(/^ /, '');
    if (open && marks === depth && line !== '-- ') pieces.push(line);
    else pieces.push(pieces.length === 0 ? '' : '\n', marks > 0 ? `${'>'.repeat(marks)} ` : '', line);
    open = line.endsWith(' ') && line !== '-- ';
    if (open && deleteSpace) pieces[pieces.length - 1] = line.slice(0, -1);
    depth = marks;
  }
  return pieces.join('');
}
