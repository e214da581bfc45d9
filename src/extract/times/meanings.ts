import type { Piece } from '../lexer.js';

/** What a phrase of time means before it is resolved against a date. */
export type TimeMeaning =
  | {
      readonly kind: 'date';
      readonly year: number | null;
      readonly month: number;
      readonly day: number | null;
      /** "July last year" */
      /** `that`: the year told last ("June of that year"). */
      readonly yearShift?: Shift | 'that';
    }
  /** `through`: the last year of "2015-16". */
  | { readonly kind: 'year'; readonly year: number; readonly through?: number }
  | { readonly kind: 'value'; readonly value: string }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly shift: Shift | null;
      readonly part: string | null;
      /** Weeks from this one where that is told ("Friday next week"), else null. */
      readonly week: number | null;
    }
  | { readonly kind: 'day'; readonly offset: number; readonly part: string | null }
  | { readonly kind: 'month'; readonly month: number; readonly shift: Shift }
  | {
      readonly kind: 'season';
      readonly season: string;
      readonly shift: Shift | null;
      readonly year: number | null;
    }
  | { readonly kind: 'unit'; readonly unit: string; readonly offset: number }
  /** "two weeks ago"; `narrative`: from the day spoken of ("two weeks earlier"), where one is. */
  | { readonly kind: 'ago'; readonly unit: string; readonly count: number; readonly narrative?: boolean }
  /** "the next day", "the following year": counted from the day spoken of, else from today. */
  | { readonly kind: 'after'; readonly unit: string; readonly count: number }
  | {
      readonly kind: 'quarter';
      readonly quarter: number | null;
      readonly year: number | null;
      readonly shift: Shift | null;
    }
  | { readonly kind: 'half'; readonly half: number; readonly year: number | null }
  /** "the first week of March": counted from 1, -1 the last. */
  | { readonly kind: 'weekOf'; readonly week: number; readonly of: TimeMeaning }
  /** "the second Tuesday in November"; -1 the last. */
  | { readonly kind: 'nthWeekday'; readonly n: number; readonly weekday: number; readonly of: TimeMeaning }
  /** "the night of March 4" */
  | { readonly kind: 'partOf'; readonly part: string; readonly day: TimeMeaning }
  | {
      readonly kind: 'holiday';
      readonly holiday: string;
      readonly year: number | null;
      readonly shift: Shift | null;
    }
  | { readonly kind: 'duration'; readonly value: string }
  | { readonly kind: 'set'; readonly value: string }
  | {
      readonly kind: 'clock';
      readonly hour: number;
      readonly minute: number;
      /** The day named with it ("noon Thursday"), null where none is. */
      readonly day: TimeMeaning | null;
    };

export type Shift = 'last' | 'this' | 'next';

/**
 * Which part of the time is meant, as TIMEX3 names it. EARLIER and LATER: what of it lies before or after today ("later
 * this week"), START and END in TIMEX3.
 */
export type Mod = 'START' | 'MID' | 'END' | 'APPROX' | 'EARLIER' | 'LATER';

export interface TimePhrase {
  readonly from: number;
  /** Half-open, in pieces. */
  readonly to: number;
  readonly meaning: TimeMeaning;
  readonly mod: Mod | null;
}

export function phrase(from: number, to: number, meaning: TimeMeaning, mod: Mod | null = null): TimePhrase {
  return { from, to, meaning, mod };
}

export const key = (pieces: readonly Piece[], i: number): string => pieces[i]?.key ?? '';

const ABBREVIATED =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|thurs?|fri|sat|sun)$/;

/** Skips the full stop of an abbreviated month or day. */
export function stop(pieces: readonly Piece[], i: number): number {
  return pieces[i]?.text === '.' && !pieces[i]!.gap && ABBREVIATED.test(key(pieces, i - 1)) ? i + 1 : i;
}
