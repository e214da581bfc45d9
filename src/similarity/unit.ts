import type { Bound, ModalityKind } from '../model/vocabulary.js';

/** A number that an assertion states. An exact or bounded number has min = max; a range has both; null is open. */
export interface UnitFigure {
  readonly min: number | null;
  readonly max: number | null;
  readonly bound: Bound;
  /** As LocalFigure.unit: English unit name in the singular, ISO 4217, 'percent', '' for a count. */
  readonly unit: string;
  /** Head words of what is counted, '' where not known. */
  readonly of: string;
}

/**
 * One assertion as similarity sees it: the words that assert and what was read out of them. Lists may be empty where
 * nothing was found; nothing here is ever read as "there is none".
 */
export interface Unit {
  /** The words of the assertion as written, pieces of a broken focus joined by a space; with capitals and quotes. */
  readonly text: string;
  readonly figures: readonly UnitFigure[];
  /** Days that the assertion names, resolved, ISO 8601 (`2020-03-05`); not the day of publication. */
  readonly days: readonly string[];
  /** Months that it names without a day, ISO 8601 (`2020-03`). */
  readonly months: readonly string[];
  /** Places that it names, each by one name for the whole story ("New York" for "New York City"), any case. */
  readonly places: readonly string[];
  /** Persons and bodies that it names or refers to, each by its fullest name in the document, any case. */
  readonly names: readonly string[];
  readonly negated: boolean;
  readonly modality: ModalityKind;
  /** True where the assertion is the words of a direct quotation. */
  readonly quotation: boolean;
  /** Who says it, by an id of the whole story; null or absent where the account says it itself or the source is not known. */
  readonly speaker?: string | null;
  /** What it means, as a vector of length one; absent where no encoder read it. */
  readonly meaning?: Float32Array;
}

/** A sentence without slots: words alone decide. */
export function bareUnit(text: string): Unit {
  return {
    text,
    figures: [],
    days: [],
    months: [],
    places: [],
    names: [],
    negated: false,
    modality: 'done',
    quotation: false,
  };
}
