/** What one quotation mark does where it stands. Offsets are UTF-16 code units into the document's text. */

/** A single-quoted stretch longer than this is taken for stray apostrophes (longest seen in polnear_train: about 900). */
const MAX_SINGLE = 1_500;

const BEFORE_OPEN = /[\s([{—–\-/“‘"'`,:;>*_]/;
export const WORD = /[\p{L}\p{N}]/u;
const ELISION = /^(?:\d0s|em|til|tis|twas|cause|bout|round|n|nuff|ere)\b/i;

/** A double mark: where it begins, how many code units it takes, and what it does. */
export interface DoubleMark {
  readonly width: number;
  readonly opens: boolean;
}

/** Whether a code unit may begin a quotation mark: everything else passes at once. */
export function mayBeMark(code: number): boolean {
  return (
    code === 34 ||
    code === 39 ||
    code === 44 ||
    code === 96 ||
    code === 0xab ||
    code === 0xbb ||
    (code >= 0x2018 && code <= 0x201f) ||
    code === 0x2033 ||
    code === 0xff02
  );
}

/** The double mark at `i`, or null; `open`: the place of the mark that is open, or -1. Two single ones are a double one. */
export function doubleMarkAt(
  text: string,
  i: number,
  start: number,
  end: number,
  open: number,
): DoubleMark | null {
  const code = text.charCodeAt(i);
  const twice = text.charCodeAt(i + 1) === code && i + 1 < end;
  if (code === 44) {
    // ",,We" is a low mark that a scanner or a typist broke in two.
    const opens =
      twice && open < 0 && (i === start || /\s/.test(text[i - 1]!)) && WORD.test(text[i + 2] ?? ' ');
    return opens ? { width: 2, opens } : null;
  }
  const single = code === 39 || code === 96 || code === 0x2018 || code === 0x2019 || code === 0x201a;
  if (single && !twice) return null;
  if (code === 0x201b) return null;
  const width = single ? 2 : 1;
  if (code === 96 || code === 0x2018 || code === 0x201a || code === 0x201e || code === 0x201f)
    return { width, opens: true };
  const opener = open < 0 ? 0 : text.charCodeAt(open);
  // „…“ and »…« close with what opens elsewhere.
  if (code === 0x201c) return { width, opens: !(opener === 0x201e || opener === 44 || opener === 0x201a) };
  if (code === 0xab) return { width, opens: opener !== 0xbb };
  if (code === 0xbb)
    return { width, opens: open < 0 && WORD.test(text[i + 1] ?? ' ') && !WORD.test(text[i - 1] ?? ' ') };
  if (code === 0x201d) return { width, opens: false };
  return { width, opens: opensHere(text, i, width, start, end, open >= 0) };
}

/** Whether a mark that looks alike on both sides opens. */
function opensHere(
  text: string,
  i: number,
  width: number,
  start: number,
  end: number,
  isOpen: boolean,
): boolean {
  const before = i === start ? ' ' : text[i - 1]!;
  const after = i + width >= end ? ' ' : text[i + width]!;
  const spaceBefore = BEFORE_OPEN.test(before);
  const spaceAfter = /\s/.test(after);
  if (spaceBefore && !spaceAfter) {
    if (!isOpen) return true;
    if (!/[\s([{]/.test(before)) return false;
    // `is wrong. "Calder is referring to "a minister"`: it closes what is open, since the next mark opens or there is none.
    const next = nextAlike(text, i, width, end);
    return next < end && !(/\s/.test(text[next - 1]!) && WORD.test(text[next + width] ?? ' '));
  }
  if (!spaceBefore) {
    if (isOpen || spaceAfter || !WORD.test(after) || WORD.test(before)) return false;
    // `by two brothers."Our economy`: the space between two sentences is lost.
    return /[.!?]/.test(before) ? /\p{Lu}/u.test(after) : !/[,;:]/.test(before);
  }
  if (spaceAfter && /[,.!?;:…]/.test(before)) return false;
  return !isOpen;
}

/** Where the next mark like the one at `i` stands, or `end`. */
function nextAlike(text: string, i: number, width: number, end: number): number {
  const code = text.charCodeAt(i);
  let at = i + width;
  while (at < end && text.charCodeAt(at) !== code) at++;
  return at;
}

/** Whether a single mark at `i` may open a quotation. */
export function opensSingle(text: string, i: number, start: number, end: number): boolean {
  const before = i === start ? ' ' : text[i - 1]!;
  if (!BEFORE_OPEN.test(before)) return false;
  const rest = text.slice(i + 1, Math.min(end, i + 8));
  return /^[\p{L}\p{N}([$£“"@#.…]/u.test(rest) && !ELISION.test(rest);
}

/** Positions of single marks that may close: after a word or its stop, before something that is no letter. */
export function singleClosers(text: string, start: number, end: number): number[] {
  const closers: number[] = [];
  for (let i = start + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== 39 && code !== 0x2019) continue;
    if (/\s/.test(text[i - 1]!) || (i + 1 < end && WORD.test(text[i + 1]!))) continue;
    closers.push(i);
  }
  return closers;
}

/** The closing mark for a single one at `open`, or -1. After "s" before a word it may be a genitive: then a later one wins. */
export function closeOf(
  text: string,
  closers: readonly number[],
  from: number,
  open: number,
  end: number,
): number {
  let genitive = -1;
  for (let k = from; k < closers.length && k < from + 8; k++) {
    const at = closers[k]!;
    if (at - open > MAX_SINGLE) break;
    if (at === open + 1) continue;
    const maybeGenitive = text[at - 1] === 's' && /^ [a-z]/.test(text.slice(at + 1, Math.min(end, at + 3)));
    if (!maybeGenitive) return genitive >= 0 && reopens(text, genitive, at) ? genitive : at;
    if (genitive < 0) genitive = at;
  }
  return genitive;
}

function reopens(text: string, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x2018 || (c === 39 && /\s/.test(text[i - 1]!) && WORD.test(text[i + 1] ?? ' '))) return true;
  }
  return false;
}
