import { SUBORDINATORS } from '../language/en/phrase-bounds.js';
import type { Placed } from './cue-subjects.js';
import type { Frame } from './frames.js';
import { isFiniteVerb, type Range } from './noun-phrases.js';
import { skipAdverbials } from './phrases-after.js';

/** Words that open a sentence and are no part of what is said. */
export const FRONTED = /^(?:but|and|yet|so|meanwhile|however|still|also|then|moreover)$/;

/** Content without its own clause that stands before a cue is at least so long ("Not now, he said" is quoted speech). */
const MIN_FRAGMENT = 5;

/** How many words the subject of a clause after "and" takes. */
const MAX_SUBJECT = 12;

/** Where the content of cue n must end: before the next cue's own clause, a trailing "according to", or the final stop. */
export function contentEnd(frame: Frame, from: number, placed: readonly Placed[], n: number): number {
  const { words, speech } = frame;
  let end = words.length;
  for (let j = n + 1; j < placed.length; j++) {
    const { barrier, source, inverted } = placed[j]!;
    // A cue inside the subject of the next one ends with that subject.
    if (source !== null && !inverted && source.from < from && source.to > from) return source.to;
    if (barrier < from) continue;
    end = barrier;
    break;
  }
  // Up to its first finite verb a content is a phrase, and what follows "and" may be a clause of its own.
  const verb = nextFinite(frame, from, end);
  let depth = 0;
  for (let i = from; i < end; i++) {
    if (speech[i] === 1) continue;
    const { norm, text } = words[i]!;
    if (norm === 'according' && words[i + 1]?.norm === 'to' && words[i - 1]?.text === ',') return i - 1;
    if (text === ';') return i;
    if (depth === 0 && i > from && i < verb && opensClause(frame, i, verb)) return i;
    if (text === '(') depth++;
    if (text === ')' && --depth < 0) return i;
  }
  return end;
}

/**
 * Where a clause of another subject begins at a place after a phrase ("citing costs", "worried about the families"):
 * ", but the ministry was irritated", " - and the arrests dropped". `verb`: the next finite verb.
 */
function opensClause({ words, quote }: Frame, at: number, verb: number): boolean {
  if (quote[at]! >= 0 || words[at + 1]?.pos !== 'CCONJ' || !/^(?:[,—–-]|--+)$/.test(words[at]!.text))
    return false;
  for (let i = at + 2; i < Math.min(verb, at + MAX_SUBJECT); i++)
    if (/^(?:NOUN|PROPN|PRON)$/.test(words[i]!.pos)) return true;
  return false;
}

/** The place of the first finite verb, or -1. */
function nextFinite({ words }: Frame, from: number, to: number): number {
  for (let i = from; i < to; i++) if (isFiniteVerb(words, i)) return i;
  return -1;
}

/** What stands before "…, X said": from the frame's start, or after the trailing cue before, to the comma or quotation mark. */
export function contentBefore(frame: Frame, p: Placed, placed: readonly Placed[], n: number): Range | null {
  const { words, quote, speech } = frame;
  if (p.group.voice !== 'finite' || p.source === null) return null;
  if (!p.inverted && p.source.from > p.group.from) return null;
  // "Calder rose, leaned over and said": what stands before her other verbs is not what she said.
  if (!p.inverted && nextFinite(frame, p.source.to, p.group.from) >= 0) return null;
  let edge = p.inverted ? p.group.from : Math.min(p.source.from, p.group.from);
  while (
    edge > 0 &&
    quote[edge - 1]! < 0 &&
    (words[edge - 1]!.norm === 'as' || words[edge - 1]!.pos === 'ADV')
  )
    edge--;
  const last = words[edge - 1];
  if (last === undefined) return null;
  const afterQuote = quote[edge - 1]! >= 0;
  if (!afterQuote && !/^[,—–]$/.test(last.text)) return null;
  const inQuote = afterQuote ? edge - 1 : edge - 2;
  let from = 0;
  for (let j = n - 1; j >= 0; j--) {
    const other = placed[j]!;
    if (other.inverted || isTrailing(frame, other)) {
      from = skipAdverbials(frame, Math.max(other.group.to, other.source?.to ?? 0));
      break;
    }
    if (other.source === p.source) return null;
  }
  if (inQuote >= 0 && speech[inQuote] === 1) {
    let first = inQuote;
    while (first > from && quote[first - 1] === quote[inQuote]) first--;
    // `It was “great,” he said`: words outside the marks belong to what he said.
    if (first > from && !/^[:.!?]$/.test(words[first - 1]!.text)) return clean(frame, from, edge);
    return { from: first, to: inQuote + 1 };
  }
  if (!hasFinite(frame, from, edge) && edge - from < MIN_FRAGMENT) return null;
  return clean(frame, from, edge);
}

function isTrailing(frame: Frame, { source, group }: Placed): boolean {
  if (source === null || source.from >= group.from || source.from === 0) return false;
  const after = frame.words[group.to];
  const set = frame.words[source.from - 1]!.text === ',' || frame.quote[source.from - 1]! >= 0;
  return set && after !== undefined && /^[,.;]$/.test(after.text);
}

/** The quotation at `from`; with the rest of its clause where it stands in the middle of one. */
export function quoteRun(frame: Frame, from: number, stop: number): Range {
  const { quote, words } = frame;
  let to = from;
  while (to < words.length && quote[to] === quote[from]) to++;
  const next = words[to];
  // `“flood the streets” of the city`: what follows without a stop belongs to the clause.
  const ended =
    /[.!?,…]/.test(words[to - 2]?.text ?? '') || next === undefined || /^[.,;!?)]$/.test(next.text);
  return ended ? { from, to } : clean(frame, from, Math.max(stop, to));
}

/** Trims marks and conjunctions that belong to the frame. */
export function clean(frame: Frame, first: number, last: number): Range {
  const { words, quote } = frame;
  let from = first;
  let to = last;
  while (
    from < to &&
    quote[from]! < 0 &&
    (/^[,;:—–.-]$/.test(words[from]!.text) || FRONTED.test(words[from]!.norm))
  )
    from++;
  while (
    to > from &&
    quote[to - 1]! < 0 &&
    (/^(?:[,;:—–.!?-]|--+)$/.test(words[to - 1]!.text) || words[to - 1]!.pos === 'CCONJ')
  )
    to--;
  return { from, to };
}

/** Whether the words after "…, he said," go on with the content rather than with the frame's own clause. */
export function resumes(frame: Frame, at: number, p: Placed): boolean {
  const head = frame.words[at];
  if (head === undefined || p.inverted) return false;
  // "The idea has come up, officials said, and was considered": the auxiliary has the subject of the content.
  if (head.pos === 'CCONJ') return frame.words[at + 1]?.pos === 'AUX' && isFiniteVerb(frame.words, at + 1);
  if (head.norm.endsWith('ing') || head.norm === 'according' || SUBORDINATORS.has(head.norm)) return false;
  return head.pos !== 'ADP' && hasFinite(frame, at, frame.words.length);
}

/** Whether a finite verb stands in the words. */
export function hasFinite(frame: Frame, from: number, to: number): boolean {
  return nextFinite(frame, from, to) >= 0;
}
