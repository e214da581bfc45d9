import type { PartOfSpeech, Token } from '../text/parsed.js';

/** What the fast tagger sees of a word by itself, as numbers. */
export interface WordForm {
  /** Hash of the norm, digits as zeros. */
  readonly norm: number;
  readonly prefix: number;
  readonly suffix: number;
  readonly ending: number;
  /** 1 number, 2 mark, 3 capitals, 4 and 5 capitalised with and without hyphen, 6 mixed, 7 and 8 lower case with and without. */
  readonly shape: number;
  /** One of MARK_…, 0 of a word. */
  readonly mark: number;
  /** Opens a clause: that, who, because. */
  readonly opener: boolean;
}

export const MARK_COMMA = 1;

const OPENERS: ReadonlySet<string> = new Set(
  (
    'that who which whose whom what how whether why if when where because while although though since as after before ' +
    'until unless than'
  ).split(' '),
);

/** Words met lately; what is remembered changes no result. Bounded, so that a million documents fit. */
const MEMO_LIMIT = 50_000;
const forms = new Map<string, WordForm>();
const lemmas = new Map<string, number>();

/** The form of a word, computed once a spelling. */
export function formOf({ text, norm }: Token): WordForm {
  let form = forms.get(text);
  if (form === undefined) {
    form = {
      norm: hashOf(norm.replace(/\p{N}/gu, '0')),
      prefix: hashOf(norm.slice(0, 3)),
      suffix: hashOf(norm.slice(-2)),
      ending: hashOf(norm.slice(-3)),
      shape: shapeOf(text),
      mark: markOf(norm),
      opener: OPENERS.has(norm),
    };
    if (forms.size >= MEMO_LIMIT) forms.clear();
    forms.set(text, form);
  }
  return form;
}

/** Hash of a lemma. */
export function lemmaHash(lemma: string): number {
  let hash = lemmas.get(lemma);
  if (hash === undefined) {
    hash = hashOf(lemma);
    if (lemmas.size >= MEMO_LIMIT) lemmas.clear();
    lemmas.set(lemma, hash);
  }
  return hash;
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h ^ (h >>> 15);
}

const POS = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE'.split(' ');
const POS_IDS: ReadonlyMap<string, number> = new Map(POS.map((pos, i) => [pos, i + 1]));
export const AUX = POS_IDS.get('AUX')!;
export const VERB = POS_IDS.get('VERB')!;

/** A part of speech as a number from 1 to 18. */
export function posId(pos: PartOfSpeech): number {
  return POS_IDS.get(pos)!;
}

function shapeOf(text: string): number {
  if (/^\p{N}/u.test(text)) return 1;
  if (!/\p{L}/u.test(text)) return 2;
  const hyphen = text.includes('-');
  if (/^\p{Lu}/u.test(text)) return /^[\p{Lu}.]{2,}$/u.test(text) ? 3 : hyphen ? 4 : 5;
  if (/\p{Lu}/u.test(text)) return 6;
  return hyphen ? 7 : 8;
}

function markOf(norm: string): number {
  if (norm === ',') return MARK_COMMA;
  if (/^[.!?…]/.test(norm)) return 2;
  if (norm === ';') return 3;
  if (norm === ':') return 4;
  if (norm.startsWith('-')) return 5;
  if (/^[()[\]]$/.test(norm)) return 6;
  return /^["'`]+$/.test(norm) ? 7 : 0;
}
