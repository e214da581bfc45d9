import { RELATIVES, TIME_WORDS } from '../language/en/phrase-bounds.js';
import type { Token } from '../text/parsed.js';
import type { Frame } from './frames.js';
import type { NameIndex } from './names/name-index.js';
import { describesNoun, isFiniteVerb, type Range } from './noun-phrases.js';

/** Longest label, in words: a head with its short modifiers ("an internal e-mail reviewed by The New York Times"). */
const LONGEST = 14;

/** The words of a source phrase that name it: without relative clauses, asides and reasons. */
export function labelRange(frame: Frame, range: Range, index: NameIndex): Range {
  const { words } = frame;
  let i = range.from;
  while (i < range.to - 1 && (words[i]!.pos === 'PUNCT' || /^(?:SCONJ|CCONJ)$/.test(words[i]!.pos))) i++;
  const from = i;
  while (i < range.to && i - from < LONGEST) {
    const name = index.startingAt(frame, i);
    if (name !== null && name.to <= range.to) {
      i = name.to;
      continue;
    }
    if (i > from && ends(words, i, range)) break;
    i++;
  }
  let to = Math.max(from + 1, i);
  while (to > from + 1 && LOOSE.has(words[to - 1]!.pos) && !/["”’)]/.test(words[to - 1]!.text)) to--;
  return { from, to };
}

const LOOSE: ReadonlySet<string> = new Set(['ADP', 'DET', 'PUNCT', 'CCONJ', 'SCONJ', 'PART', 'ADV']);

function ends(words: readonly Token[], i: number, range: Range): boolean {
  const w = words[i]!;
  const next = words[i + 1];
  if (w.text === ',') {
    for (let k = i + 1; k < range.to && k - i < 6; k++) {
      const { pos } = words[k]!;
      if (pos === 'CCONJ') return false;
      if (pos !== 'NOUN' && pos !== 'PROPN' && pos !== 'ADJ' && words[k]!.text !== ',') return true;
    }
    return true;
  }
  if (/^[(;:—–-]$|^--+$/.test(w.text)) return true;
  if (RELATIVES.has(w.norm) || (w.pos === 'ADP' && RELATIVES.has(next?.norm ?? '') && next?.norm !== 'that'))
    return true;
  if (w.pos === 'SCONJ' || /^(?:because|while|after|before|when|including)$/.test(w.norm)) return true;
  if (w.norm === 'such' && next?.norm === 'as') return true;
  const isDay = TIME_WORDS.has(next?.norm ?? '') && words[i + 2]?.norm !== "'s";
  if (isDay && /^(?:on|last|next)$/.test(w.norm)) return true;
  return isFiniteVerb(words, i) && !describesNoun(words, i);
}

/** The words with single spaces; a capital that only opens the sentence is made small. */
export function labelOf(frame: Frame, range: Range, index: NameIndex): string {
  const { words } = frame;
  const { from, to } = labelRange(frame, range, index);
  let out = '';
  for (let i = from; i < to; i++) {
    const w = words[i]!;
    if (i > from && w.start > words[i - 1]!.end) out += ' ';
    out += w.text;
  }
  const head = words[from]!;
  const small =
    ['DET', 'ADJ', 'NUM', 'ADV', 'NOUN', 'PRON'].includes(head.pos) && /^\p{Lu}\p{Ll}*$/u.test(head.text);
  if (small && index.startingAt(frame, from) === null) out = out.charAt(0).toLowerCase() + out.slice(1);
  return out.replace(/[,;:]+$/, '');
}
