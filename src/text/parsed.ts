import type { Sentence } from '../model/analysis.js';
import type { Block } from '../model/document.js';
import type { Span } from '../model/span.js';

/** Universal part of speech, as wink-nlp gives it. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE';

/** A word or a mark. `norm` is lower case with typographic quotes and dashes folded ("’s" → "'s"). */
export interface Token extends Span {
  readonly text: string;
  readonly norm: string;
  readonly pos: PartOfSpeech;
  readonly lemma: string;
}

export interface ParsedSentence extends Sentence {
  /** Its place in the document's sentences. */
  readonly index: number;
  readonly tokens: readonly Token[];
}

/** A document's text as the extractors see it. Lives only inside `analyse`. */
export interface ParsedText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly ParsedSentence[];
  /** Where reading broke off since the text is too long, in code units; null where all of it was read. */
  readonly readTo: number | null;
  /** ISO 8601 or null: what relative times are resolved against. */
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
}
