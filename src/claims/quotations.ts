/** Words changed inside quotation marks, between two accounts that quote one utterance. */
import { diffArrays } from 'diff';
import { CONDITION, OPPOSED } from '../language/en/conditions.js';
import type { Drift } from '../model/record.js';
import type { Span } from '../model/span.js';
import { anchor } from '../text/anchors.js';
import type { Candidate } from './statements.js';

interface Word extends Span {
  readonly form: string;
}

/** Letters and digits with what is inside a word; an ellipsis says that words were left out. */
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|…|\.(?:\s?\.){2,3}/gu;
const ELLIPSIS = '…';

function wordsOf({ account, draft }: Candidate): Word[] {
  return draft.focus.flatMap(({ start, end }) =>
    [...account.document.text.slice(start, end).matchAll(WORD)].map((match) => ({
      start: start + match.index,
      end: start + match.index + match[0].length,
      form: /\p{L}|\p{N}/u.test(match[0]) ? match[0].toLowerCase().replace(/[’'-]/g, '') : ELLIPSIS,
    })),
  );
}

/**
 * What differs at the word: words put for others, put in, or left out with others kept on both sides. A quotation cut
 * shorter at an end changes nothing; `from` and `to` must be quotations that have most of the shorter in common.
 */
export function changedQuotation(from: Candidate, to: Candidate): Drift[] {
  if (from.assertion.kind !== 'quotation' || to.assertion.kind !== 'quotation') return [];
  const [a, b] = [wordsOf(from), wordsOf(to)];
  if (Math.max(a.length, b.length) > MOST_WORDS) return [];
  const parts = diffArrays(
    a.map(({ form }) => form),
    b.map(({ form }) => form),
  );
  const kept = parts.reduce((sum, part) => sum + (part.added || part.removed ? 0 : part.value.length), 0);
  if (kept < MOST_KEPT * Math.min(a.length, b.length)) return [];
  const drift: Drift[] = [];
  let [i, j] = [0, 0];
  for (let at = 0; at < parts.length; ) {
    const [left, right] = [i, j];
    let inner = at > 0;
    while (at < parts.length && (parts[at]!.added || parts[at]!.removed)) {
      if (parts[at]!.removed) i += parts[at]!.value.length;
      else j += parts[at]!.value.length;
      at++;
    }
    if (i > left || j > right) {
      inner &&= at < parts.length;
      const change = told(from, to, a.slice(left, i), b.slice(right, j), inner, a[left - 1] ?? a[i]);
      if (change) drift.push(change);
    }
    if (at < parts.length) {
      i += parts[at]!.value.length;
      j += parts[at]!.value.length;
      at++;
    }
  }
  return drift;
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

/** Words at an end of a quotation without which the rest says something else: its condition, or what it is set against. */
const turns = (words: string): boolean => CONDITION.test(words) || OPPOSED.test(words);

function told(
  from: Candidate,
  to: Candidate,
  before: readonly Word[],
  after: readonly Word[],
  inner: boolean,
  beside: Word | undefined,
): Drift | null {
  const form = (words: readonly Word[]): string =>
    words.flatMap((word) => (word.form === ELLIPSIS ? [] : [word.form])).join('');
  const [x, y] = [form(before), form(after)];
  // "worldview" and "world view", "Gen." and "General" are spellings.
  if (x === y || (x !== '' && y !== '' && x[0] === y[0] && (x.startsWith(y) || y.startsWith(x)))) return null;
  const spanOf = (words: readonly Word[]): Span => ({ start: words[0]!.start, end: words.at(-1)!.end });
  const exact = (candidate: Candidate, span: Span): string =>
    candidate.account.document.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const [source, target] = [from.account.document, to.account.document];
  if (x !== '' && y !== '') {
    const [p, q] = [spanOf(before), spanOf(after)];
    return {
      kind: 'quotation',
      from: anchor(source, p),
      to: anchor(target, q),
      note: `“${exact(from, p)}” became “${exact(to, q)}” inside the quotation marks`,
    };
  }
  if ((!inner && !(y === '' && turns(exact(from, spanOf(before))))) || !beside) return null;
  if (y === '') {
    const p = spanOf(before);
    return {
      kind: 'quotation',
      from: anchor(source, p),
      to: after.length === 0 ? null : anchor(target, spanOf(after)),
      note: `“${exact(from, p)}” was left out inside the quotation marks`,
    };
  }
  const q = spanOf(after);
  return {
    kind: 'quotation',
    from: anchor(source, beside),
    to: anchor(target, q),
    note: `“${exact(to, q)}” was put in inside the quotation marks`,
  };
}
