/** What was asked for, and what was found of it, in words. */
import type { Record } from '../../model/record.js';
import { counted } from '../plain.js';
import { type Silence, silenceLabel } from '../silence.js';
import { conflictsOf, sharedClaims } from '../view.js';
import { type ClaimsOnly, type ClaimsSort, isShared, selectClaims } from './selection.js';
import { changesOf } from './words.js';

export const SORTED: { readonly [sort in ClaimsSort]: string } = {
  accounts: 'the most carried first',
  origins: 'those of fewest origins first',
  date: 'the earliest first',
  document: 'file after file',
};

/** "3 conflicts in 2 of 253 claims". */
export function foundLabel(record: Record, only: ClaimsOnly | null, silence: Silence): string {
  const all = counted(record.claims.length, 'claim');
  const found = selectClaims(record, { only });
  const n = found.length.toLocaleString('en-US');
  switch (only) {
    case null:
      return `${all}, ${sharedClaims(record).length.toLocaleString('en-US')} of them in more than one account`;
    case 'conflicts':
      return `${counted(conflictsOf(record).length, 'conflict')} in ${n} of ${all}`;
    case 'single-origin':
      return `${n} of ${all} with no more than one origin, ${found.filter(isShared).length.toLocaleString('en-US')} of them in more than one account`;
    case 'drift':
      return `${counted(
        found.reduce((sum, claim) => sum + changesOf(claim).length, 0),
        'change',
      )} on the way, in ${n} of ${all}`;
    case 'silence':
      return silenceLabel(record, silence);
  }
}

/** What to say where nothing was found. */
export function nothingLabel(record: Record, only: ClaimsOnly | null): string {
  if (record.claims.length === 0) return 'The record holds no claims.';
  const rest = `Without --only all ${counted(record.claims.length, 'claim')} are listed.`;
  switch (only) {
    case null:
      return '';
    case 'conflicts':
      return `No two statements were found in these accounts that cannot both hold. ${rest}`;
    case 'single-origin':
      return `Behind every claim may stand more than one origin, or nobody asserts it. ${rest}`;
    case 'drift':
      return `No account was found to have a claim from another and to put it otherwise. ${rest}`;
    case 'silence':
      return `Nothing was found that one account alone has, or all but one. It is looked for in stories of three accounts or more, copies of one text being one. ${rest}`;
  }
}
