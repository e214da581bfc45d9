/** What a record would still hold if a source fell. */
import type { Origins } from './record.js';

export interface Standing {
  readonly claim: string;
  readonly before: Origins;
  /** `max` 0: no account is left that has it. */
  readonly after: Origins;
}

export interface Without {
  /** What was taken away, as asked for: sources and documents. */
  readonly removed: readonly string[];
  /** Documents that fall with it: those named, and those that are the report of an outlet taken away. */
  readonly documents: readonly string[];
  /** Claims whose origins change, in the record's order. */
  readonly claims: readonly Standing[];
}
