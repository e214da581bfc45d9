/** The words of a quotation as two accounts of it are compared: contractions in full, what an editor put in brackets as one mark. */
import { diffArrays } from 'diff';
import { BEFORE_IS, CONTRACTED_ENDS, IRREGULAR_NEGATIONS } from '../language/en/contractions.js';
import type { Span } from '../model/span.js';
import type { Candidate } from './statements.js';

export interface QuotedWord extends Span {
  readonly form: string;
}

/** Words were left out. */
export const ELLIPSIS = '…';

/** An editor's words stand in brackets, put in or in the place of others. */
export const BRACKETS = '[]';

/** Brackets, which a quotation may break off in; letters and digits with what is inside a word; an ellipsis. */
const WORD = /\[[^\]]*\]?|\([^)]*\)?|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|…|\.(?:\s?\.){2,3}/gu;

/** The words quoted, in order, with the marks for what is left out and what is put in; a contraction is two words. */
export function quotedWords({ account, draft }: Candidate): QuotedWord[] {
  return draft.focus.flatMap(({ start, end }) =>
    [...account.document.text.slice(start, end).matchAll(WORD)].flatMap(({ 0: exact, index }) => {
      const [from, to] = [start + index, start + index + exact.length];
      const two = contracted(exact.toLowerCase().replace(/’/g, "'"));
      if (!two) return [{ start: from, end: to, form: formOf(exact) }];
      const middle = from + two.at;
      return [
        { start: from, end: middle, form: two.first },
        { start: middle, end: to, form: two.second },
      ];
    }),
  );
}

function formOf(exact: string): string {
  if (/^[[(]/.test(exact)) return BRACKETS;
  return /[\p{L}\p{N}]/u.test(exact) ? exact.toLowerCase().replace(/[’'-]/g, '') : ELLIPSIS;
}

/** The two words of a contraction, and how many code units of it the first has; null for other words. */
function contracted(word: string): { first: string; second: string; at: number } | null {
  const at = word.lastIndexOf("'");
  if (at < 1) return null;
  if (word.endsWith("n't")) {
    const verb = word.slice(0, at - 1);
    return { first: IRREGULAR_NEGATIONS.get(word) ?? verb, second: 'not', at: at - 1 };
  }
  const [first, end] = [word.slice(0, at), word.slice(at + 1)];
  const second = end === 's' && BEFORE_IS.has(first) ? 'is' : CONTRACTED_ENDS.get(end);
  return second === undefined ? null : { first, second, at };
}

/** A stretch of two quotations: what both have, or what stands in one place of each. */
export interface Stretch {
  readonly kept: boolean;
  readonly before: readonly QuotedWord[];
  readonly after: readonly QuotedWord[];
}

/**
 * Two quotations side by side, stretches kept and changed by turns. Of both ways to match them, from the front and from
 * the back, the one of fewer stretches: what begins with a later "and we'll" has nothing of an earlier one.
 */
export function sideBySide(a: readonly QuotedWord[], b: readonly QuotedWord[]): Stretch[] {
  const front = stretchesOf(a, b);
  const back = stretchesOf(a.toReversed(), b.toReversed()).reverse();
  if (front.length <= back.length) return front;
  return back.map(({ kept, before, after }) => ({
    kept,
    before: before.toReversed(),
    after: after.toReversed(),
  }));
}

function stretchesOf(a: readonly QuotedWord[], b: readonly QuotedWord[]): Stretch[] {
  const parts = diffArrays(
    a.map(({ form }) => form),
    b.map(({ form }) => form),
  );
  const isKept = (at: number): boolean => !parts[at]!.added && !parts[at]!.removed;
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  for (let at = 0; at < parts.length; ) {
    const [left, right, kept] = [i, j, isKept(at)];
    for (; at < parts.length && isKept(at) === kept; at++) {
      if (!parts[at]!.added) i += parts[at]!.value.length;
      if (!parts[at]!.removed) j += parts[at]!.value.length;
    }
    stretches.push({ kept, before: a.slice(left, i), after: b.slice(right, j) });
  }
  return stretches;
}
