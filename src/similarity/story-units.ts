/** Statements of a story made ready to be compared in their sentences. */
import { unpackVector } from '../encoder/vectors.js';
import { type PreparedUnits, prepare } from './prepare.js';
import { STORY_MODELS } from './story-model.js';
import type { Unit } from './unit.js';

/** The statements of a story, each with the sentence it stands in, each sentence with its document. */
export interface StoryUnits {
  readonly statements: PreparedUnits;
  readonly sentences: PreparedUnits;
  /** Index of the sentence of each statement. */
  readonly sentenceOf: readonly number[];
  /** Number of the document of each sentence; the sentences of a document stand together, in its order. */
  readonly documentOf: readonly number[];
  /** Number of each sentence in its document. */
  readonly placeOf: readonly number[];
}

/** Prepares the statements and the sentences of a story to be compared. */
export function prepareStory(
  given: {
    readonly statements: readonly Unit[];
    readonly sentences: readonly Unit[];
    readonly sentenceOf: readonly number[];
    readonly documentOf: readonly number[];
    readonly placeOf: readonly number[];
  },
  usual: Middles = MIDDLES,
): StoryUnits {
  const { statements, sentences, ...places } = given;
  return {
    statements: prepare(statements, usual.statements),
    sentences: prepare(sentences, usual.sentences),
    ...places,
  };
}

/** The mean of what statements, and of what sentences, mean in any story. */
export interface Middles {
  readonly statements: Float32Array | null;
  readonly sentences: Float32Array | null;
}

const unpacked = (packed: string): Float32Array | null => (packed === '' ? null : unpackVector(packed));

const MIDDLES: Middles = {
  statements: unpacked(STORY_MODELS.middles.statements),
  sentences: unpacked(STORY_MODELS.middles.sentences),
};

/** Whether an encoder read the story. */
export const wasRead = ({ statements, sentences }: StoryUnits): boolean =>
  statements.units[0]?.meaning != null && sentences.units[0]?.meaning != null;
