/** What in a plain letter is its sender's, what was written before, and what is only its foot. */
import {
  EARLIER_LINES,
  FORWARD_LINES,
  HEAD_FIELDS,
  HEAD_LINES,
  HEAD_NEXT,
  REPLY_LINE,
  UNSUBSCRIBE_LINES,
} from '../language/en/mail.js';
import type { Block, BlockRole } from '../model/document.js';
import { segment } from '../text/blocks.js';
import { countWords } from '../text/lineforms.js';

/** A sender who writes fewer words than this above an earlier message passes it on, and it is the account. */
const FEW_WORDS = 40;
/** A signature is not longer, in lines and code units: what follows "--" beyond that is text. */
const MOST_SIGNATURE_LINES = 14;
const MOST_SIGNATURE = 1_200;
/** Longer texts are no letters. */
const MOST_LINES = 100_000;
/** Forwards of forwards are followed so far. */
export const MOST_FORWARDS = 6;

const FORWARD = new RegExp(`^(?:${FORWARD_LINES})$`, 'i');
const EARLIER = new RegExp(`^(?:${EARLIER_LINES})$`, 'i');
const REPLY = new RegExp(`^${REPLY_LINE}$`, 'i');
const HEAD = new RegExp(`^\\*?(?:${HEAD_LINES}):`, 'i');
const FROM = new RegExp(`^\\*?(?:${HEAD_FIELDS.from}):`, 'i');
const NEXT = new RegExp(`^\\*?(?:${HEAD_NEXT}):`, 'i');
const UNSUBSCRIBE = new RegExp(UNSUBSCRIBE_LINES, 'i');
/** Lines or blocks at the end among which the foot of a mailing is looked for; one that opens it is not longer, in code units. */
const MOST_FOOT = 20;
const LONGEST_FOOT = 400;
const QUOTED = /^ ?(?:> ?)+/;

interface Line {
  readonly start: number;
  readonly end: number;
  /** Trimmed. */
  readonly text: string;
}

/** A stretch of lines with what it is; null where it is told and read as plain text. */
interface Zone {
  readonly from: number;
  readonly to: number;
  readonly role: BlockRole | null;
}

/** Does the line open a message that was passed on ("forward"), or one passed on or answered ("earlier")? */
export function opensEarlier(text: string): 'forward' | 'earlier' | null {
  const line = text.slice(0, 500).trim();
  if (FORWARD.test(line)) return 'forward';
  return EARLIER.test(line) || REPLY.test(line) ? 'earlier' : null;
}

/** "From: …" over "Sent: …": a head without a line that opens it. */
export const opensHead = (line: string, next: string): boolean => FROM.test(line) && NEXT.test(next);

export function isHeadLine(text: string): boolean {
  return HEAD.test(text.slice(0, 40));
}

/** Where the head of a message passed on ends that begins at `from`: its lines, and those in which they go on. */
export function headEnd(lines: readonly { readonly text: string }[], from: number): number {
  let end = from;
  for (let at = from; at < lines.length; at++) {
    const { text } = lines[at]!;
    if (isHeadLine(text) || (at > from && goesOn(lines[at - 1]!.text, text))) end = at + 1;
    else if (text !== '') break;
  }
  return end;
}

const goesOn = (above: string, text: string): boolean =>
  text !== '' && above !== '' && (/[,;<]$/.test(above) || isAddresses(text));

/** A list of receivers that goes on. */
const isAddresses = (text: string): boolean =>
  text.split(/[\s,;]+/).every((word) => word === '' || /^<?[^<>@]+@[^<>@]+>?$/.test(word));

/** Index of the line or block with which the foot of a mailing begins, all behind it being of it; their number where none does. */
export function footAt(texts: readonly string[]): number {
  for (let at = Math.max(1, texts.length - MOST_FOOT); at < texts.length; at++)
    if (texts[at]!.length <= LONGEST_FOOT && UNSUBSCRIBE.test(texts[at]!)) return at;
  return texts.length;
}

/** Does the sender write so little that what is passed on below speaks for itself? */
export const isBrief = (wordsAbove: number): boolean => wordsAbove < FEW_WORDS;

/** Is what was written before the account, or is the letter above it? */
export const passesOn = (kind: 'forward' | 'earlier', wordsAbove: number): boolean =>
  kind === 'forward' || isBrief(wordsAbove);

/**
 * A letter without the marks ("> ") of one level of quoting where it is nothing but a quoted message with a few words
 * above: mail programs show these as bars.
 */
export function withoutMarks(text: string): string {
  const lines = text.split('\n');
  let own = 0;
  let quoted = 0;
  for (const line of lines) {
    if (QUOTED.test(line)) quoted += countWords(line);
    else if (opensEarlier(line) === null) own += countWords(line);
  }
  if (own >= FEW_WORDS || quoted < 2 * own || quoted === 0) return text;
  return lines.map((line) => line.replace(/^ ?> ?/, '')).join('\n');
}

export interface Letter {
  /** Empty where all of it is its sender's, as plain text is told apart later. */
  readonly blocks: readonly Block[];
  /** The head of the message passed on that is the account, line by line; null where the letter is. */
  readonly passedOn: readonly string[] | null;
}

/** The blocks of a plain letter. */
export function readLetter(text: string): Letter {
  const lines = linesOf(text);
  if (lines.length > MOST_LINES) return { blocks: [], passedOn: null };
  const found: Found = { head: null };
  const zones = zonesOf(lines, 0, answersBelow(lines), 0, found);
  if (zones.every(({ role }) => role === null)) return { blocks: [], passedOn: found.head };
  const blocks = zones.flatMap(({ from, to, role }): Block[] => {
    const held = lines.slice(from, to).filter((line) => line.text !== '');
    if (held.length === 0) return [];
    const [start, end] = [held[0]!.start, held.at(-1)!.end];
    if (role !== null) return [{ start, end, role }];
    return segment(text.slice(start, end)).map((block) => ({
      start: start + block.start,
      end: start + block.end,
      role: block.role,
    }));
  });
  return { blocks, passedOn: found.head };
}

interface Found {
  head: readonly string[] | null;
}

/** `found`: where to put the head of what is passed on; null where the sender's own words above are the account too. */
function zonesOf(
  lines: readonly Line[],
  from: number,
  answered: readonly boolean[],
  level: number,
  found: Found | null,
): Zone[] {
  const to = lines.length;
  let words = 0;
  for (let i = from; i < to; i++) {
    const { text } = lines[i]!;
    const kind = earlierAt(lines, i);
    if (kind === null) {
      if (!QUOTED.test(text)) words += countWords(text);
      continue;
    }
    // An answer between quoted lines goes on; a message passed on or quoted whole ends the letter.
    if (kind === 'earlier' && /^on /i.test(text) && answered[i + 1] === true) continue;
    const above = ownZones(lines, from, i);
    if (!passesOn(kind, words)) return [...above, { from: i, to, role: 'boilerplate' }];
    const head = headEnd(lines, /^on /i.test(text) && !/:$/.test(text) ? i + 2 : i + 1);
    const inner = isBrief(words) ? found : null;
    if (inner !== null) inner.head = lines.slice(i, head).map((line) => line.text);
    const told: Zone[] =
      level < MOST_FORWARDS
        ? zonesOf(lines, head, answered, level + 1, inner)
        : [{ from: head, to, role: null }];
    return [...above, { from: i, to: head, role: 'boilerplate' }, ...told];
  }
  return ownZones(lines, from, to);
}

/** Besides the lines that say so: "On 5 March 2034, Tom Rook" over "wrote:", and a head of "From:", "Sent:" alone. */
function earlierAt(lines: readonly Line[], i: number): 'forward' | 'earlier' | null {
  const { text } = lines[i]!;
  const kind = opensEarlier(text);
  if (kind !== null) return kind;
  const next = lines[i + 1]?.text ?? '';
  if (/^on /i.test(text) && /\b(?:wrote|writes):$/i.test(next))
    return REPLY.test(`${text.slice(0, 250)}\n${next.slice(0, 200)}`) ? 'earlier' : null;
  return opensHead(text, next) ? 'earlier' : null;
}

/** For each line: does the sender write on below the next quoted lines? */
function answersBelow(lines: readonly Line[]): boolean[] {
  const answered: boolean[] = new Array<boolean>(lines.length + 1).fill(false);
  let own: Line | null = null;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!;
    if (line.text === '') answered[i] = answered[i + 1]!;
    else if (QUOTED.test(line.text))
      answered[i] = own !== null && !isSignatureMark(own.text) && countWords(own.text) > 0;
    else {
      answered[i] = answered[i + 1]!;
      own = line;
    }
  }
  return answered;
}

/** Quoted lines, their introductions and the signature in a stretch without a message passed on. */
function ownZones(lines: readonly Line[], from: number, to: number): Zone[] {
  const mailing = lines.slice(Math.max(from, to - MOST_FOOT - 1), to).map(({ text }) => text);
  const foot = Math.min(signatureAt(lines, from, to), to - mailing.length + footAt(mailing));
  const zones: Zone[] = [];
  let told = from;
  let lastTold = foot;
  while (lastTold > from && (lines[lastTold - 1]!.text === '' || QUOTED.test(lines[lastTold - 1]!.text)))
    lastTold--;
  for (let i = from; i < foot; i++) {
    const { text } = lines[i]!;
    const quoted = QUOTED.test(text);
    if (!quoted && !REPLY.test(text)) continue;
    let end = i + 1;
    while (
      end < foot &&
      quoted &&
      (QUOTED.test(lines[end]!.text) ||
        (lines[end]!.text === '' && end < lastTold && QUOTED.test(lines[end + 1]?.text ?? '')))
    )
      end++;
    zones.push({ from: told, to: i, role: null });
    // What is quoted below the last own line was answered as a whole.
    zones.push({ from: i, to: end, role: quoted && i < lastTold ? 'quote' : 'boilerplate' });
    told = end;
    i = end - 1;
  }
  zones.push({ from: told, to: foot, role: null });
  if (foot < to) zones.push({ from: foot, to, role: 'boilerplate' });
  return zones.filter(
    (zone) => zone.from < zone.to && lines.slice(zone.from, zone.to).some(({ text }) => text !== ''),
  );
}

const isSignatureMark = (text: string): boolean => text === '--' || text === '—';

/** Where the signature begins; `to` where there is none. */
function signatureAt(lines: readonly Line[], from: number, to: number): number {
  const least = Math.max(from + 1, to - MOST_SIGNATURE_LINES);
  for (let i = to - 1; i >= least; i--) {
    const { text, start } = lines[i]!;
    if (isSignatureMark(text)) return lines[to - 1]!.end - start <= MOST_SIGNATURE ? i : to;
  }
  return to;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const raw = text.slice(at, end);
    const start = at + (raw.length - raw.trimStart().length);
    lines.push({ start, end: Math.max(start, at + raw.trimEnd().length), text: raw.trim() });
    at = end + 1;
  }
  return lines;
}
