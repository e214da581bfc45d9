/** What in a plain letter is its sender's, what was written before, and what is only its foot. */
import { EARLIER_LINES, FORWARD_LINES, HEAD_LINES, REPLY_LINE } from '../language/en/mail.js';
import type { Block, BlockRole } from '../model/document.js';
import { segment } from '../text/blocks.js';
import { countWords } from '../text/lineforms.js';

/** A sender who writes fewer words than this above an earlier message passes it on, and it is the account. */
const FEW_WORDS = 40;
/** A signature is not longer, in lines and code units: what follows "--" beyond that is text. */
const MOST_SIGNATURE_LINES = 14;
const MOST_SIGNATURE = 1_200;
/** Longer texts are no letters, and telling their lines apart is dear. */
const MOST_LINES = 5_000;
/** Forwards of forwards are followed so far. */
const MOST_FORWARDS = 6;

const FORWARD = new RegExp(`^(?:${FORWARD_LINES})$`, 'i');
const EARLIER = new RegExp(`^(?:${EARLIER_LINES})$`, 'i');
const REPLY = new RegExp(`^${REPLY_LINE}$`, 'i');
const HEAD = new RegExp(`^\\*?(?:${HEAD_LINES}):`, 'i');
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

export function isHeadLine(text: string): boolean {
  return HEAD.test(text.slice(0, 40));
}

/** Is what was written before the account, or is the letter above it? */
export const passesOn = (kind: 'forward' | 'earlier', wordsAbove: number): boolean =>
  kind === 'forward' || wordsAbove < FEW_WORDS;

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

/** The blocks of a plain letter; empty where all of it is its sender's, as plain text is told apart later. */
export function letterBlocks(text: string): Block[] {
  const lines = linesOf(text);
  if (lines.length > MOST_LINES) return [];
  const zones = zonesOf(lines, 0, answersBelow(lines), 0);
  if (zones.every(({ role }) => role === null)) return [];
  return zones.flatMap(({ from, to, role }): Block[] => {
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
}

function zonesOf(lines: readonly Line[], from: number, answered: readonly boolean[], level: number): Zone[] {
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
    let head = i + 1;
    if (/^on /i.test(text) && !/:$/.test(text)) head++;
    while (head < to && (lines[head]!.text === '' || isHeadLine(lines[head]!.text) || wrapsHead(lines, head)))
      head++;
    const told: Zone[] =
      level < MOST_FORWARDS ? zonesOf(lines, head, answered, level + 1) : [{ from: head, to, role: null }];
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
  return /^\*?from:/i.test(text) && /^\*?(?:sent|date|to):/i.test(next) ? 'earlier' : null;
}

/** A head line that goes on: indented lists of receivers. */
function wrapsHead(lines: readonly Line[], i: number): boolean {
  const above = lines[i - 1]!;
  return isHeadLine(above.text) && above.text.length > 60 && /[,;<]\S{0,80}$/.test(above.text.slice(-100));
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
  const foot = signatureAt(lines, from, to);
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
