import { AFTER_GERMAN_ORDINAL, GERMAN_ABBREVIATIONS } from '../language/de/abbreviations.js';
import {
  AFTER_CLOCK,
  BEFORE_NUMBER_ABBREVIATIONS,
  CLOCK_ABBREVIATIONS,
  GENERAL_ABBREVIATIONS,
  SENTENCE_STARTERS,
  TITLE_ABBREVIATIONS,
} from '../language/en/abbreviations.js';
import { AFTER_QUESTION_VERBS } from '../language/en/speech.js';
import type { Span } from '../model/span.js';

/** Longest sentence in code units; a longer one (a table, a word list) is cut at white space so that no stage stalls on it. */
const MAX_SENTENCE = 4_000;
/** How far back and ahead a decision looks, in code units: longer than any abbreviation or speech tag. */
const LOOK = 60;
/** Below this share of capitals among letters a text is taken to be written without them. */
const CASELESS_SHARE = 0.002;
/** A text shorter than this says nothing of its use of capitals. */
const CASELESS_MIN_LETTERS = 200;

/** A run of stops with the closing marks that belong to it; `''` may stand off, as in tokenised text. */
const STOP = /(?:\.(?:\s\.){1,3}|[.?!…。！？]+)(?:["”’'»)\]}*]+|\s(?:''|”|")(?=\s|$))*/g;
const OPENERS = /["“‘'«([{*_—–-]/;

/** Sentences of a stretch of running text: in order, trimmed, only white space between them. */
export function splitSentences(text: string, from = 0, to = text.length, caseless = false): Span[] {
  const sentences: Span[] = [];
  let start = skipSpace(text, from, to);
  const push = (end: number): void => {
    while (end - start > MAX_SENTENCE) {
      const cut = cutAt(text, start);
      sentences.push({ start, end: trimEnd(text, start, cut) });
      start = skipSpace(text, cut, to);
    }
    const trimmed = trimEnd(text, start, end);
    if (trimmed > start) sentences.push({ start, end: trimmed });
    start = skipSpace(text, end, to);
  };
  // Cut out: else a stretch without a stop would be searched to the end of the whole text.
  for (const match of text.slice(from, to).matchAll(STOP)) {
    const stop = from + match.index;
    const end = stop + match[0].length;
    if (stop >= start && end < to && isBoundary(text, start, stop, end, to, caseless)) push(end);
  }
  push(to);
  return sentences;
}

/** True where a text is written without capitals, so that a small letter may start a sentence. */
export function isCaseless(text: string): boolean {
  let letters = 0;
  let capitals = 0;
  for (let i = 0; i < text.length && letters < 20_000; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) letters++;
    else if (code >= 65 && code <= 90) {
      letters++;
      capitals++;
    }
  }
  return letters >= CASELESS_MIN_LETTERS && capitals < letters * CASELESS_SHARE;
}

/** Does the stop at `stop`, with its closing marks up to `end`, end a sentence that began at `start`? */
function isBoundary(
  text: string,
  start: number,
  stop: number,
  end: number,
  to: number,
  caseless: boolean,
): boolean {
  const gap = skipSpace(text, end, to);
  if (gap >= to) return true;
  if (stop === start) return false; // "… and so on"
  const run = text.slice(stop, end);
  if (gap === end) return startsUnspaced(text, stop, end, run);
  const next = skipOpeners(text, gap, to);
  const word = wordAt(text, next, to);
  const first = word.charAt(0);
  if (first !== '' && isLower(first) && !hasInnerCapital(word))
    return caseless && run.startsWith('.') && !isAbbreviation(text, start, stop);
  const before = wordBefore(text, start, stop);
  const quoted = /["”’']/.test(run);
  if (/^[?!]/.test(run)) return !(quoted && speechFollows(text, next, to));
  if (/^(?:…|\.\.|\.\s\.)/.test(run))
    return quoted ? !speechFollows(text, next, to) : endsAtEllipsis(text, stop, run, word);
  return endsAtStop(text, start, stop, run, before, word, text.charAt(gap));
}

/** "end.Next" in scraped text: a small letter, the stop, a capital and a small letter. */
function startsUnspaced(text: string, stop: number, end: number, run: string): boolean {
  if (!/^[.?!…]["”’)]*$/.test(run)) return false;
  const before = text.slice(Math.max(0, stop - 3), stop);
  const after = text.slice(end, end + 12);
  return (
    /[\p{Ll}\d)”"]{1,3}$/u.test(before) &&
    /\p{Ll}$/u.test(before) &&
    /^[“"‘]?\p{Lu}\p{Ll}+/u.test(after) &&
    !/^(?:Com|Org|Net|Gov|Edu|Co|Js)\b/.test(after)
  );
}

function endsAtEllipsis(text: string, stop: number, run: string, word: string): boolean {
  const standsOff = stop > 0 && isSpace(text.charCodeAt(stop - 1));
  return !standsOff || run.startsWith('....') || SENTENCE_STARTERS.has(word);
}

function endsAtStop(
  text: string,
  start: number,
  stop: number,
  run: string,
  before: string,
  word: string,
  opener: string,
): boolean {
  const first = word.charAt(0);
  if (/^\d{1,3}$/.test(before) && stop - start === before.length) return false; // "1. First item"
  if (before === '') return true;
  const bare = before.replace(/^.*[-–/]/, ''); // "D-Mass", "R-S.C"
  if (TITLE_ABBREVIATIONS.has(before) && !/["”’)]/.test(run)) return false;
  if (GERMAN_ABBREVIATIONS.has(before)) return false;
  if (/^\d{1,2}$/.test(before) && AFTER_GERMAN_ORDINAL.has(word)) return false;
  if (BEFORE_NUMBER_ABBREVIATIONS.has(before) && /\d/.test(first)) return false;
  // "due nov. 15": months in lower case, as tokenised text has them.
  if (/^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/.test(before) && /\d/.test(first)) return false;
  if (CLOCK_ABBREVIATIONS.has(before) && before.includes('.'))
    return !/\d/.test(first) && !AFTER_CLOCK.has(word);
  if (GENERAL_ABBREVIATIONS.has(bare) || isInitialism(bare))
    return /["“‘]/.test(opener) || (!/[—–(-]/.test(opener) && SENTENCE_STARTERS.has(word));
  if (/^\p{Ll}$/u.test(bare)) return SENTENCE_STARTERS.has(word); // "z. B."
  if (/^\p{Lu}$/u.test(bare))
    return SENTENCE_STARTERS.has(word) && !followsName(text, start, stop - bare.length);
  return true;
}

function isAbbreviation(text: string, start: number, stop: number): boolean {
  const small = wordBefore(text, start, stop);
  const before = small.charAt(0).toUpperCase() + small.slice(1);
  return (
    small.length === 1 ||
    TITLE_ABBREVIATIONS.has(before) ||
    GENERAL_ABBREVIATIONS.has(before) ||
    GENERAL_ABBREVIATIONS.has(small) ||
    BEFORE_NUMBER_ABBREVIATIONS.has(before) ||
    CLOCK_ABBREVIATIONS.has(small) ||
    isInitialism(before)
  );
}

/** "U.S", "J.R.R", "D.C" */
function isInitialism(word: string): boolean {
  return /^\p{L}(?:\.\p{L})+$/u.test(word);
}

/** “Why?” [Ines Calder] asked: a speech verb within a few words, before any comma or stop. */
function speechFollows(text: string, at: number, to: number): boolean {
  const ahead = text.slice(at, Math.min(to, at + LOOK));
  const clause = /^[^,;:?!“”"]*/.exec(ahead)![0];
  const words = clause.split(/\s+/).slice(0, 5);
  if (SENTENCE_STARTERS.has(words[0]!)) return false;
  return words.some((w) => AFTER_QUESTION_VERBS.has(w.replace(/\.$/, '')));
}

function followsName(text: string, start: number, at: number): boolean {
  return /\p{Lu}[\p{L}'’.-]*\s+$/u.test(text.slice(Math.max(start, at - LOOK), at));
}

/** The word that a stop follows: letters, digits, inner stops, hyphens. */
function wordBefore(text: string, start: number, stop: number): string {
  const behind = text.slice(Math.max(start, stop - 24), stop);
  return /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.&-]*$/u.exec(behind)?.[0] ?? '';
}

function wordAt(text: string, at: number, to: number): string {
  return /^[\p{L}\p{M}\p{N}]+/u.exec(text.slice(at, Math.min(to, at + 24)))?.[0] ?? '';
}

function isLower(c: string): boolean {
  return /^\p{Ll}$/u.test(c);
}

/** "iPhone", "eBay": a name may start small. */
function hasInnerCapital(word: string): boolean {
  return /^\p{Ll}{1,2}\p{Lu}/u.test(word);
}

function skipOpeners(text: string, at: number, to: number): number {
  while (
    at < to &&
    (OPENERS.test(text.charAt(at)) || text.charAt(at) === '`' || isSpace(text.charCodeAt(at)))
  )
    at++;
  return at;
}

function cutAt(text: string, start: number): number {
  for (let at = start + MAX_SENTENCE; at > start + MAX_SENTENCE / 2; at--)
    if (isSpace(text.charCodeAt(at))) return at;
  const at = start + MAX_SENTENCE;
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function skipSpace(text: string, at: number, to: number): number {
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}
