/** What one document tells that can be counted, dated, found on a map or named; nothing in it points into an Analysis. */
import type { Figure, List, Ordinal, Place, Time } from './record.js';
import type { Anchor } from './span.js';
import type { NameKind } from './vocabulary.js';

/** A named thing with all that the document calls it; a name that nothing joins to a longer one stands alone. */
export interface DocumentName {
  readonly kind: NameKind;
  /** The fullest form in the document. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** In text order, at least one. */
  readonly mentions: readonly Anchor[];
}

/** Each in text order. Anchors are half-open spans of UTF-16 code units into the document's `text`. */
export interface DocumentFacts {
  readonly doc: string;
  readonly figures: readonly Figure[];
  readonly ordinals: readonly Ordinal[];
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  readonly names: readonly DocumentName[];
  readonly lists: readonly List[];
}
