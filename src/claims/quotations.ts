/** Words changed inside quotation marks, between two accounts that quote one utterance. */
import { CONDITION, OPPOSED } from '../language/en/conditions.js';
import type { Drift } from '../model/record.js';
import type { Anchor } from '../model/span.js';
import { anchor } from '../text/anchors.js';
import { soundKey } from '../text/name-keys.js';
import {
  BRACKETS,
  ELLIPSIS,
  type QuotedWord,
  quotedWords,
  type Stretch,
  sideBySide,
} from './quoted-words.js';
import { by, type Candidate } from './statements.js';

/**
 * What differs at the word: words put for others, put in, or left out with others kept on both sides. A quotation cut
 * shorter at an end changes nothing; `from` and `to` must be quotations that have most of the shorter in common.
 */
export function changedQuotation(from: Candidate, to: Candidate): Drift[] {
  if (from.assertion.kind !== 'quotation' || to.assertion.kind !== 'quotation') return [];
  const [a, b] = [quotedWords(from), quotedWords(to)];
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (longer > MOST_WORDS) return [];
  const stretches = sideBySide(a, b);
  // Single words that a short quotation shares with another are not yet one utterance.
  const least = shorter < SHORT ? RUN : 1;
  const kept = stretches.reduce(
    (sum, { kept, before }) => sum + (kept && before.length >= least ? before.length : 0),
    0,
  );
  if (kept < MOST_KEPT * shorter) return [];
  return stretches.flatMap((stretch, at) => {
    if (stretch.kept) return [];
    const inner = at > 0 && at < stretches.length - 1;
    const beside = stretches[at - 1]?.before.at(-1) ?? stretches[at + 1]?.before[0];
    return told(from, to, stretch, inner, beside) ?? [];
  });
}

/** What accounts that have the words from nobody quote otherwise than the first of them that quotes. */
export function quotedApart(heard: readonly Candidate[]): Drift[] {
  const [first, ...others] = heard.filter((c) => c.assertion.kind === 'quotation');
  if (!first) return [];
  return others
    .filter((c) => c.draft.doc !== first.draft.doc && (c.speaker === first.speaker || c.speaker === null))
    .flatMap((c) => changedQuotation(first, c));
}

/** Longer quotations are whole speeches: the comparison is quadratic where little is alike. */
const MOST_WORDS = 500;

/** Of the shorter quotation, in both: with less the two quote different sentences of a speech. Read on the example cases. */
const MOST_KEPT = 0.6;

/** Words of a quotation so short that chance alone can keep most of them, and the run that counts as kept in it. Read on 50 events of three accounts. */
const SHORT = 12;
const RUN = 3;

/** Words at an end of a quotation without which the rest says something else: its condition, or what it is set against. */
const turns = (words: string): boolean => CONDITION.test(words) || OPPOSED.test(words);

function told(
  from: Candidate,
  to: Candidate,
  { before, after }: Stretch,
  inner: boolean,
  beside: QuotedWord | undefined,
): Drift | null {
  // What an editor put in brackets he put in the place of words, or explained them with.
  if (before.length > 0 && after.length > 0 && [...before, ...after].some(({ form }) => form === BRACKETS))
    return null;
  const form = (words: readonly QuotedWord[]): string =>
    words.flatMap((word) => (word.form === ELLIPSIS || word.form === BRACKETS ? [] : [word.form])).join('');
  const [x, y] = [form(before), form(after)];
  // "worldview" and "world view", "Gen." and "General" are spellings.
  if (x === y || (x !== '' && y !== '' && x[0] === y[0] && (x.startsWith(y) || y.startsWith(x)))) return null;
  const at = (candidate: Candidate, words: readonly QuotedWord[]): Anchor =>
    anchor(candidate.account.document, { start: words[0]!.start, end: words.at(-1)!.end });
  const drift = (p: Anchor, q: Anchor | null, what: string): Drift => ({
    kind: 'quotation',
    from: p,
    to: q,
    note: `${what} inside the quotation marks${q === null ? by(to) : ''}`,
  });
  const told = ({ exact }: Anchor): string => `“${exact.replace(/\s+/g, ' ')}”`;
  if (x !== '' && y !== '') {
    const [p, q] = [at(from, before), at(to, after)];
    if (namesAlike(p.exact, q.exact)) return null;
    return drift(p, q, `${told(p)} became ${told(q)}`);
  }
  if (y === '') {
    const p = at(from, before);
    if ((!inner && !turns(p.exact)) || !beside) return null;
    return drift(p, after.length === 0 ? null : at(to, after), `${told(p)} was left out`);
  }
  if (!inner || !beside) return null;
  const q = at(to, after);
  // The earlier of the two says by an ellipsis that it left the words out.
  if (before.length > 0) return drift(q, at(from, before), `${told(q)} was left out`);
  return drift(at(from, [beside]), q, `${told(q)} was put in`);
}

/** Two transcriptions of one name: "al-Qaddafi", "Gadhafi". */
const namesAlike = (a: string, b: string): boolean =>
  [a, b].every((name) => /\p{Lu}/u.test(name)) && soundKey(a) === soundKey(b);
