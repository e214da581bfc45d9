import type { Span } from '../model/span.js';

/** A stretch of text that the layout sets apart: a line, or the lines of a hard-wrapped paragraph joined. */
export interface Stretch extends Span {
  readonly text: string;
  /** An empty line stands before it, or it is the first. */
  readonly spaced: boolean;
}

/** No line of a hard-wrapped text is longer, in code units: typewriters, mail and wires wrap at 60 to 100. */
const MAX_WRAP = 120;
/** A line shorter than this part of the width was ended on purpose. */
const MIN_FILL = 0.6;
/** In a wrapped text at least this share of the breaks falls inside a sentence; between paragraphs none does. */
const MIN_INSIDE = 0.4;
/** A line shorter than this is not cut off by wrapping, in code units. */
const MIN_WRAPPED = 30;

const MARKER = /^(?:#{1,6}\s|>|[-*+•●▪◦‣·–—]\s|\d{1,3}[.)]\s)/;
const ENDED = /[.?!…:;]["”’')\]*_]*$/;

/** The stretches of a text in order, trimmed, only white space between them. */
export function stretches(text: string): Stretch[] {
  const lines = linesOf(text);
  const width = wrapWidth(lines);
  const joined: Stretch[] = [];
  let from = 0;
  while (from < lines.length) {
    let last = from;
    while (last + 1 < lines.length && goesOn(lines[last]!, lines[last + 1]!, width)) last++;
    const { start, spaced } = lines[from]!;
    const end = lines[last]!.end;
    joined.push(last === from ? lines[from]! : { start, end, spaced, text: text.slice(start, end) });
    from = last + 1;
  }
  return joined;
}

function linesOf(text: string): Stretch[] {
  const lines: Stretch[] = [];
  let spaced = true;
  for (const match of text.matchAll(/[^\n\r\f\v\u2028\u2029]+|\n/g)) {
    const raw = match[0];
    const trimmed = raw.trim();
    if (trimmed === '') {
      // A newline alone ends a line; a second one, or one after blanks, leaves an empty line.
      if (raw === '\n' && text.charAt(match.index - 1) === '\n') spaced = true;
      if (raw !== '\n') spaced = true;
      if (raw === '\n' && text.startsWith('\r\n', match.index - 3) && text.charAt(match.index - 1) === '\r')
        spaced = true;
      continue;
    }
    const start = match.index + raw.indexOf(trimmed.charAt(0));
    lines.push({ start, end: start + trimmed.length, text: trimmed, spaced });
    spaced = false;
  }
  return lines;
}

/** Width to which the whole text is wrapped, null where its lines are paragraphs. */
function wrapWidth(lines: readonly Stretch[]): number | null {
  let width = 0;
  for (const { start, end } of lines) width = Math.max(width, end - start);
  if (width > MAX_WRAP) return null;
  let breaks = 0;
  let inside = 0;
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1]!;
    if (lines[i]!.spaced || before.end - before.start < width * MIN_FILL) continue;
    breaks++;
    if (!ENDED.test(before.text.slice(-12)) && /^[\p{Ll}\p{N}“"(]/u.test(lines[i]!.text)) inside++;
  }
  return inside >= 2 && inside >= MIN_INSIDE * breaks ? width : null;
}

/** Does a paragraph go on from one line to the next? */
function goesOn(line: Stretch, next: Stretch, width: number | null): boolean {
  if (next.spaced || MARKER.test(next.text) || /^#{1,6}\s/.test(line.text)) return false;
  const length = line.end - line.start;
  const ended = ENDED.test(line.text.slice(-12));
  if (length >= MIN_WRAPPED && !ended && /^\p{Ll}/u.test(next.text)) return true;
  if (width === null || length < width * MIN_FILL) return false;
  // Wrapped by a machine: the next word would not have fitted.
  const word = /^\S{1,60}/.exec(next.text)?.[0].length ?? 0;
  return length + 1 + word > width - 4;
}
