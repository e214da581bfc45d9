/**
 * Parts of speech and lemmas by wink-nlp, for our own tokens.
 *
 * wink-nlp remembers every word it has not seen and from then on cuts text at it, so that its tokens, tags and
 * memory depend on what it read before. We therefore never show it raw text: each token is replaced by a form from
 * its shipped lexicon or by one of a few stand-ins of the same shape, one form a token. The tags of a sentence then
 * depend on that document alone.
 */
import { createRequire } from 'node:module';
import { CLITIC_FORMS, IS_HOSTS, SUFFIX_STANDINS } from '../language/en/morphology.js';
import type { Span } from '../model/span.js';
import { ownCopy } from './copies.js';
import type { PartOfSpeech } from './parsed.js';
import { WordTable } from './word-table.js';

/** A word or mark as written and as compared, with its tag. */
export interface Tag {
  readonly text: string;
  /** Lower case with typographic quotes and dashes folded. */
  readonly norm: string;
  readonly pos: PartOfSpeech;
  readonly lemma: string;
}

interface Reading {
  tokens(): { out(its?: unknown): string[] };
}
interface Wink {
  readDoc(text: string): Reading;
  readonly its: { readonly pos: unknown; readonly lemma: unknown };
}

const require = createRequire(import.meta.url);
const { nlp, lexicon } = load();

function load(): { nlp: Wink; lexicon: ReadonlySet<string> } {
  const model = require('wink-eng-lite-web-model');
  const core = model.core();
  // Taken before the first reading: afterwards wink adds what it meets.
  const known = new Set<string>(core.features.lexeme.list);
  return { nlp: require('wink-nlp')({ ...model, core: () => core }, ['pos']), lexicon: known };
}

/** Longest run of forms given to wink at once. */
const MAX_RUN = 400;
const NAME = 'Xxblorb';
const NOUN = 'blorb';

/** The tags of a document's sentences, each given as its tokens: what stands capitalised inside one is a name in all. */
export function tagSentences(text: string, sentences: readonly (readonly Span[])[]): Tag[][] {
  const titles = sentences.map((tokens) => isTitleCase(text, tokens));
  const midCapitals = new Set<string>();
  sentences.forEach((tokens, index) => {
    if (titles[index]) return;
    for (let i = 1; i < tokens.length; i++) {
      const { start, end } = tokens[i]!;
      const code = text.charCodeAt(start);
      if (code < 65 || code > 90 || startsClause(text, tokens[i - 1]!)) continue;
      midCapitals.add(text.slice(start, end));
    }
  });
  return sentences.map((tokens, index) => {
    const shapes = tokens.map((token, i) => {
      if (!mayBeCapital(text, token)) {
        const shape = shapeOf(text, token, false);
        return shape.lower === "'s" && i > 0 && isHost(text, tokens[i - 1]!)
          ? { ...shape, form: 'is', tags: [] }
          : shape;
      }
      const before = i > 0 ? tokens[i - 1]! : null;
      const opens = (before === null || startsClause(text, before)) && !nameGoesOn(text, tokens, i);
      const silent = (titles[index]! || opens) && !midCapitals.has(text.slice(token.start, token.end));
      return shapeOf(text, token, silent);
    });
    const tags: Tag[] = [];
    for (let at = 0; at < shapes.length; at += MAX_RUN) {
      const run = shapes.length <= MAX_RUN ? shapes : shapes.slice(at, at + MAX_RUN);
      const read = nlp.readDoc(run.map(({ form }) => form).join(' ')).tokens();
      const pos = read.out(nlp.its.pos);
      const aligned = pos.length === run.length;
      let lemmas: string[] | null = null;
      run.forEach((shape, i) => {
        const wink = aligned ? pos[i]! : 'X';
        let tag = tagged(shape, wink);
        if (tag === null) {
          lemmas ??= aligned ? read.out(nlp.its.lemma) : run.map(({ form }) => form);
          tag = tagOf(shape, wink, lemmas[i]!);
          shape.tags.push({ wink, tag });
        }
        tags.push(tag);
      });
    }
    return tags;
  });
}

/** A quotation mark, colon or dash before a capital: the capital may be the clause's, not the word's. */
function startsClause(text: string, before: Span): boolean {
  return before.end - before.start === 1 && /[“"‘:—([•*-]/.test(text.charAt(before.start));
}

/** "President Calder", "Department of Harbours": a capital follows, so that the first word is part of the name. */
function nameGoesOn(text: string, tokens: readonly Span[], i: number): boolean {
  const next = tokens[i + 1];
  if (next === undefined) return false;
  if (startsCapital(text, next)) return true;
  const after = tokens[i + 2];
  return (
    after !== undefined &&
    startsCapital(text, after) &&
    /^(?:of|and|for|&)$/.test(text.slice(next.start, next.end))
  );
}

/** Capitals of ASCII, and whatever is not ASCII but a quotation mark. */
function mayBeCapital(text: string, { start }: Span): boolean {
  const code = text.charCodeAt(start);
  return code < 128 ? code >= 65 && code <= 90 : code < 0x2010 || code > 0x2060;
}

const isHost = (text: string, { start, end }: Span): boolean =>
  IS_HOSTS.has(text.slice(start, end).toLowerCase());

function startsCapital(text: string, { start }: Span): boolean {
  return /\p{Lu}/u.test(text.charAt(start));
}

/** Most words of four letters or more begin with a capital: a headline, where capitals tell nothing. */
function isTitleCase(text: string, tokens: readonly Span[]): boolean {
  let long = 0;
  let capital = 0;
  for (const { start, end } of tokens) {
    if (end - start < 4 || !/\p{L}/u.test(text.charAt(start))) continue;
    long++;
    if (/\p{Lu}/u.test(text.charAt(start))) capital++;
  }
  return long >= 3 && capital >= 0.8 * long;
}

/** What a word is to the tagger, whatever sentence it stands in. */
interface Shape {
  readonly text: string;
  readonly norm: string;
  /** Shown to wink in the word's place: always exactly one wink token, always tagged alike. */
  readonly form: string;
  /** The word in lower case with straight apostrophes. */
  readonly lower: string;
  /** The form stands for the word itself, so that wink's lemma is the word's. */
  readonly itself: boolean;
  /** What it has been tagged as: the tag of a word depends on wink's tag of its form alone. */
  readonly tags: { readonly wink: string; readonly tag: Tag }[];
}

function tagged({ tags }: Shape, wink: string): Tag | null {
  for (const known of tags) if (known.wink === wink) return known.tag;
  return null;
}

/** Words met lately. Bounded, so that a million documents fit; what is remembered changes no result. */
const MEMO_LIMIT = 100_000;
const memo = { tells: new WordTable<Shape>(MEMO_LIMIT), silent: new WordTable<Shape>(MEMO_LIMIT) };

function shapeOf(text: string, { start, end }: Span, capitalTellsNothing: boolean): Shape {
  const known = memo[capitalTellsNothing ? 'silent' : 'tells'];
  let shape = known.get(text, start, end);
  if (shape === undefined) {
    const own = ownCopy(text.slice(start, end));
    const lower = own.toLowerCase().replace(/’/g, "'");
    const form = lower === "'s" ? lower : formOf(own, lower, capitalTellsNothing);
    const itself = CLITIC_FORMS.has(lower) || lower === "'s" || form.toLowerCase() === lower;
    shape = { text: own, norm: normalise(own), form, lower, itself, tags: [] };
    known.set(own, shape);
  }
  return shape;
}

function formOf(word: string, lower: string, capitalTellsNothing: boolean): string {
  const clitic = CLITIC_FORMS.get(lower);
  if (clitic !== undefined) return clitic;
  if (/^\p{N}/u.test(word)) return numberForm(word);
  if (capitalTellsNothing && /^\p{Lu}/u.test(word) && lexicon.has(lower) && isSingle(lower)) return lower;
  if (lexicon.has(word) && isSingle(word)) return word;
  const ascii = /^[A-Za-z]+$/.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '');
  if (/^[A-Za-z]+$/.test(ascii)) return wordForm(ascii);
  if (/[-‐‑/&'’]/.test(ascii) && /\p{L}/u.test(ascii)) return compoundForm(ascii);
  if (/^\p{L}/u.test(word))
    return /^\p{Lu}/u.test(word) || /\.$/.test(word) || !/^\p{Ll}/u.test(word) ? NAME : NOUN;
  if (/^[@#]|^https?:|^www\./.test(word)) return NAME;
  return markForm(word);
}

/** Lower case with typographic quotes and dashes folded. */
function normalise(word: string): string {
  const lower = word.toLowerCase();
  return /[‘’“”„–—‐‑]/.test(lower)
    ? lower
        .replace(/[‘’]/g, "'")
        .replace(/[“”„]/g, '"')
        .replace(/[–—‐‑]/g, '-')
    : lower;
}

function wordForm(word: string): string {
  const lower = word.toLowerCase();
  const capital = word.charCodeAt(0) <= 90;
  if (lexicon.has(lower) && isSingle(lower)) {
    if (!capital) return lower;
    return word.length > 1 && word === word.toUpperCase()
      ? word
      : lower.charAt(0).toUpperCase() + lower.slice(1);
  }
  if (capital) return NAME;
  for (const [suffix, form] of SUFFIX_STANDINS) if (lower.endsWith(suffix)) return form;
  return NOUN;
}

/** "24-hour" reads as "hour", "Jean-Pierre" as a name. */
function compoundForm(word: string): string {
  const parts = word.split(/[-‐‑/&'’]/).filter((part) => /^[A-Za-z]+$/.test(part));
  const last = parts[parts.length - 1];
  if (last === undefined) return NOUN;
  return /^\p{Lu}/u.test(word) && /^[A-Z]/.test(last) ? NAME : wordForm(last.toLowerCase());
}

function numberForm(word: string): string {
  if (/-\p{L}/u.test(word)) return compoundForm(word);
  if (/(?:st|nd|rd|th)$/.test(word)) return '10th';
  if (/\d0s$/.test(word)) return '1990s';
  return /\p{L}$/u.test(word) ? NOUN : '10';
}

function markForm(mark: string): string {
  if (/^[“”„‟«»"`]|^''$/.test(mark)) return '"';
  if (/^[‘’']/.test(mark)) return "'";
  if (/^(?:\.{2,}|…)/.test(mark)) return '...';
  if (/^[—–-]/.test(mark)) return '—';
  if (/^[€¥₹₽]/.test(mark)) return '$';
  return '*';
}

const singles = new Map<string, boolean>();

/** Some entries of wink's lexicon are contractions that it reads as two tokens. Bounded by the lexicon. */
function isSingle(entry: string): boolean {
  if (/^[A-Za-z]+$/.test(entry) && entry.length > 6) return true;
  let single = singles.get(entry);
  if (single === undefined) {
    single = nlp.readDoc(entry).tokens().out().length === 1;
    singles.set(entry, single);
  }
  return single;
}

function tagOf({ text, norm, form, lower, itself }: Shape, pos: string, lemma: string): Tag {
  if (pos === 'PROPN' || form === NAME) return { text, norm, pos: 'PROPN', lemma: lower };
  if (itself) return { text, norm, pos: pos as PartOfSpeech, lemma };
  if (pos === 'NOUN' && /[^su'i]s$/.test(lower)) return { text, norm, pos, lemma: singular(lower) };
  return { text, norm, pos: pos as PartOfSpeech, lemma: lower };
}

function singular(noun: string): string {
  if (/[^aeiou]ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  return noun.slice(0, /(?:ss|x|z|ch|sh)es$/.test(noun) ? -2 : -1);
}
