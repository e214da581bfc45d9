import { PERSONAL, PHRASE_BREAKERS, RELATIVES, TIME_WORDS } from '../language/en/phrase-bounds.js';
import type { Token } from '../text/parsed.js';
import type { Frame } from './frames.js';
import { abbreviates, describesNoun, HARD_STOP, isFiniteVerb, type Range, REACH } from './noun-phrases.js';

const ADVERBIAL_HEAD = /^(?:a|an|his|her|their|response|interviews?|statements?|recent|late|early|\d.*)$/;

/** The noun phrase that begins at word `from`: an inverted subject, or the source after "according to". Null where none begins. */
export function phraseAt(frame: Frame, from: number): Range | null {
  const { words, quote, speech } = frame;
  const limit = Math.min(words.length, from + REACH);
  const head = words[from];
  if (
    head === undefined ||
    !['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM', 'X', 'ADV', 'VERB'].includes(head.pos)
  )
    return null;
  if (TIME_WORDS.has(head.norm) && !/^(?:may|march|june|august)$/.test(head.norm)) return null;
  if (PERSONAL.has(head.norm)) return { from, to: from + 1 };
  let i = from;
  let relative = false;
  let nominal = false;
  for (; i < limit; i++) {
    const w = words[i]!;
    if (speech[i] === 1) break;
    if (HARD_STOP.test(w.text) && !abbreviates(words, i)) break;
    if (w.text === '(') {
      let close = i;
      while (close < limit && words[close]!.text !== ')') close++;
      if (close >= limit) break;
      i = close;
      continue;
    }
    if (w.text === ',') {
      const next = words[i + 1];
      if (next === undefined || quote[i + 1]! >= 0) break;
      const asRelative = next.norm === 'who' || next.norm === 'whose' || next.norm === 'which';
      const appositive =
        asRelative ||
        (next.pos === 'DET' && !/^(?:this|that|these|those)$/.test(next.norm)) ||
        ['NOUN', 'PROPN', 'NUM', 'ADJ'].includes(next.pos);
      if (!appositive || TIME_WORDS.has(next.norm)) break;
      // A clause of its own after the comma is no appositive.
      if (!asRelative && clauseFollows(words, i + 1, limit)) break;
      relative = asRelative;
      continue;
    }
    if (w.pos === 'NOUN' || w.pos === 'PROPN' || w.pos === 'PRON' || w.pos === 'NUM') nominal = true;
    if (relative) continue;
    if (w.norm === 'who' || w.norm === 'whose' || w.norm === 'which' || (w.norm === 'that' && nominal)) {
      relative = true;
      continue;
    }
    if (!nominal) continue;
    if (PHRASE_BREAKERS.has(w.norm) && ['ADP', 'SCONJ', 'ADV', 'PART'].includes(w.pos)) {
      // "a professor at Yale", "the council in Bristol": a name right after belongs to the phrase, a time does not.
      const next = words[i + 1];
      const owned =
        /^(?:at|on|in|by)$/.test(w.norm) &&
        next !== undefined &&
        !TIME_WORDS.has(next.norm) &&
        !ADVERBIAL_HEAD.test(next.norm) &&
        next.pos !== 'NUM';
      if (owned) continue;
      break;
    }
    if (w.pos === 'SCONJ' || (w.pos === 'ADV' && i > from + 1 && !/(?:ly|then|now|here)$/.test(w.norm)))
      break;
    if (w.pos === 'AUX' && isFiniteVerb(words, i)) break;
    if (w.pos === 'PROPN' && TIME_WORDS.has(w.norm) && !/^(?:may|march|april|june|august)$/.test(w.norm))
      break;
    if (/^(?:last|this|earlier|today|yesterday)$/.test(w.norm)) break;
    if (w.pos === 'CCONJ' && clauseFollows(words, i + 1, limit)) break;
  }
  while (i > from && words[i - 1]!.pos === 'PUNCT' && !/[).”"'’]/.test(words[i - 1]!.text)) i--;
  return i > from ? { from, to: i } : null;
}

function clauseFollows(words: readonly Token[], from: number, limit: number): boolean {
  for (let i = from; i < limit && i - from < 10; i++) {
    const { text, norm } = words[i]!;
    if (text === ',' || HARD_STOP.test(text) || RELATIVES.has(norm)) return false;
    if (isFiniteVerb(words, i) && !describesNoun(words, i)) return true;
  }
  return false;
}

const NOMINAL_TAGS = ['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PRON', 'ADP'];

/** Skips "(on) Tuesday", "last week", "in a statement", "at a rally in Iowa" after a cue; the first word that is none of these. */
export function skipAdverbials(frame: Frame, from: number): number {
  const { words, quote } = frame;
  let i = from;
  for (let guard = 0; guard < 6 && i < words.length; guard++) {
    const w = words[i]!;
    if (quote[i]! >= 0) break;
    if (TIME_WORDS.has(w.norm) && w.norm !== 'this' && w.norm !== 'there' && w.norm !== 'may') {
      i++;
      while (i < words.length && (TIME_WORDS.has(words[i]!.norm) || words[i]!.pos === 'NUM')) i++;
    } else if (w.norm === 'this' && TIME_WORDS.has(words[i + 1]?.norm ?? '')) i += 2;
    else if (w.pos === 'ADP') {
      let j = i + 1;
      while (j < words.length && quote[j]! < 0 && NOMINAL_TAGS.includes(words[j]!.pos) && j - i < 14) {
        const { pos, norm } = words[j]!;
        const opens = j > i + 1 && words[j - 1]!.pos !== 'ADP';
        if (pos === 'DET' && opens) break;
        if (pos === 'PRON' && (opens || norm === 'that')) break;
        if (
          opens &&
          TIME_WORDS.has(words[j - 1]!.norm) &&
          !TIME_WORDS.has(norm) &&
          pos !== 'NUM' &&
          pos !== 'ADP'
        )
          break;
        j++;
      }
      if (j === i + 1) break;
      i = j;
    } else if (w.pos === 'ADV' && !/^(?:how|why|when|where)$/.test(w.norm)) i++;
    else break;
  }
  return i;
}
