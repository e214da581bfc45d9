/** Who says what in one document, to be read on its own: nothing in it points into an Analysis or a Record. */
import type { Attitude } from './analysis.js';
import type { Anchor } from './span.js';
import type { AttributionForm, SourceKind } from './vocabulary.js';

/** Who or what stands behind statements, as one document alone tells it. */
export interface Speaker {
  readonly kind: SourceKind;
  /** The fullest form in the document: full name, expanded acronym, or the description of somebody unnamed. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role: string | null;
  /** The body that a person speaks for or that unnamed people belong to. */
  readonly organisation: string | null;
  /** False for unnamed people and for documents without a title of their own. */
  readonly named: boolean;
  /** How many people; null where not people or not told, `max` null for a bare plural ("officials"). */
  readonly count: { readonly min: number; readonly max: number | null } | null;
  /** Outlets that had it in hand ("seen by the Courier"); empty for anything but a document. */
  readonly seenBy: readonly string[];
  /** Where the document first has the name, or else first speaks of this source; null where it nowhere does. */
  readonly namedAt: Anchor | null;
}

/** One attribution. Anchors are half-open spans of UTF-16 code units into the document's `text`, in order. */
export interface DocumentAttribution {
  /** As in the record of this document. */
  readonly id: string;
  readonly doc: string;
  readonly form: AttributionForm;
  readonly attitude: Attitude;
  /** Null where unresolved: then `candidates` holds the named sources that it may be. */
  readonly speaker: Speaker | null;
  /** Who says it together with the speaker ("Calder and Fenn said"). */
  readonly also: readonly Speaker[];
  readonly candidates: readonly Speaker[];
  readonly source: readonly Anchor[];
  readonly cue: readonly Anchor[];
  readonly content: readonly Anchor[];
  /** The document through which the speaker says it ("in a statement"); null where the text names none. */
  readonly medium: Speaker | null;
  /** The outlet that the speaker told ("told the Courier"); null where the text names none. */
  readonly told: string | null;
  /** The attribution that it stands inside; null where it stands in the document's own voice. */
  readonly parent: string | null;
  /** Who passes it on, nearest first: of each attribution it stands inside the speaker's name, or else the words. */
  readonly through: readonly string[];
}
