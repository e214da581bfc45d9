import type { Frame } from './frames.js';
import type { NameIndex } from './names/name-index.js';
import type { Told } from './people-told.js';
import type { SourceList } from './source-list.js';
import type { Utterance } from './utterance.js';

/** Who speaks in one utterance, as indices into the list of sources. */
export interface Resolved {
  readonly speaker: number | null;
  readonly candidates: readonly number[];
  readonly also: readonly number[];
  readonly medium: number | null;
}

export const UNRESOLVED: Resolved = { speaker: null, candidates: [], also: [], medium: null };

/** Who spoke in a frame; no sources where a pronoun stayed unresolved. */
export interface Salient {
  readonly frame: number;
  readonly sources: readonly number[];
  /** Inside the content of another utterance of the frame: "Calder said her son had asked …". */
  readonly nested: boolean;
  readonly utterance: Utterance;
  readonly candidates: readonly number[];
}

/** What resolving one mention can look at. */
export interface Context {
  readonly frames: readonly Frame[];
  readonly frame: Frame;
  readonly at: number;
  readonly list: SourceList;
  readonly index: NameIndex;
  readonly speakers: readonly Salient[];
  readonly told: Told;
  readonly utterance: Utterance;
  /** Who speaks through a document ("said in a statement"), by the document's source. */
  readonly authors: ReadonlyMap<number, Resolved>;
}
