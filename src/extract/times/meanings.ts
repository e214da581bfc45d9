import type { Piece } from '../lexer.js';

/** What a phrase of time means before it is resolved against a date. */
export type TimeMeaning =
  | {
      readonly kind: 'date';
      readonly year: number | null;
      readonly month: number;
      readonly day: number | null;
    }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'value'; readonly value: string }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly shift: Shift | null;
      readonly part: string | null;
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
  | { readonly kind: 'ago'; readonly unit: string; readonly count: number }
  | {
      readonly kind: 'quarter';
      readonly quarter: number | null;
      readonly year: number | null;
      readonly shift: Shift | null;
    }
  | { readonly kind: 'half'; readonly half: number; readonly year: number | null }
  | { readonly kind: 'duration'; readonly value: string }
  | { readonly kind: 'set'; readonly value: string }
  | { readonly kind: 'clock'; readonly hour: number; readonly minute: number; readonly exact: boolean };

export type Shift = 'last' | 'this' | 'next';

export interface TimePhrase {
  readonly from: number;
  /** Half-open, in pieces. */
  readonly to: number;
  readonly meaning: TimeMeaning;
}

export function phrase(from: number, to: number, meaning: TimeMeaning): TimePhrase {
  return { from, to, meaning };
}

export const key = (pieces: readonly Piece[], i: number): string => pieces[i]?.key ?? '';

const ABBREVIATED =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|thurs?|fri|sat|sun)$/;

/** Skips the full stop of an abbreviated month or day. */
export function stop(pieces: readonly Piece[], i: number): number {
  return pieces[i]?.text === '.' && !pieces[i]!.gap && ABBREVIATED.test(key(pieces, i - 1)) ? i + 1 : i;
}
