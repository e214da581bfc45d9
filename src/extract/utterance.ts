import type { Attitude } from '../model/analysis.js';
import type { Range } from './noun-phrases.js';

/** Source, cue and content as found in one frame, before anyone is resolved. Ranges are words of the frame. */
export interface Utterance {
  readonly frame: number;
  readonly source: Range | null;
  readonly cue: Range | null;
  readonly content: readonly Range[];
  readonly lemma: string;
  readonly attitude: Attitude;
  /** The one addressed ("told the Courier"), or null. */
  readonly addressee: Range | null;
  /** Words between cue and content or end: "in a statement on Monday". */
  readonly adverbial: Range | null;
  /** Words before the source that open the sentence: "In a joint statement,". */
  readonly fronted: Range | null;
  /** True where the content stands before the cue. */
  readonly trailing: boolean;
  readonly passive: boolean;
  /** The utterance, by place in the document's, whose quotation this one goes on with; or null. */
  readonly continues: number | null;
  /** Content in later frames: quotations that go on without a cue of their own. */
  readonly further: readonly { readonly frame: number; readonly range: Range }[];
}

/** An utterance with what most have none of left empty. */
export function utterance(
  known: Pick<Utterance, 'frame' | 'source' | 'cue' | 'content' | 'lemma'> & Partial<Utterance>,
): Utterance {
  return {
    attitude: 'asserts',
    addressee: null,
    adverbial: null,
    fronted: null,
    trailing: false,
    passive: false,
    continues: null,
    further: [],
    ...known,
  };
}
