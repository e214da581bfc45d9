/** Who a page's lines say wrote it. */

import type { Form } from './forms.js';
import { countWords } from './lineforms.js';
import type { Stretch } from './lines.js';

/** The lines that say who wrote a text stand within so many of its first; also keeps the look-back linear. */
const HEAD_LINES = 60;

/** Names in the lines that say who wrote it, lower case. */
export function authorsOf(
  lines: readonly Stretch[],
  forms: readonly Form[],
  begin: number,
  headline: number,
): ReadonlySet<string> {
  const authors = new Set<string>();
  lines.forEach(({ text }, i) => {
    if (
      forms[i] !== 'byline' &&
      !(forms[i] === 'names' && i < begin && namesAreAuthors(lines, forms, i, headline))
    )
      return;
    for (const name of namesIn(text)) authors.add(name);
  });
  return authors;
}

export function namesIn(line: string): string[] {
  return line
    .replace(/^(?:by|written by|posted by|author|reported by|story by)\s?:?\s+/i, '')
    .split(/\s?(?:,|;|&|\||\band\b)\s?/)
    .map((name) => name.trim().toLowerCase())
    .filter((name) => /\s/.test(name));
}

/** More than one name. */
const SEVERAL = /[,;&|]|\band\b/;

/** Several names in one line, a name under the headline, a name beside a date or byline, or a name said twice. */
export function namesAreAuthors(
  lines: readonly Stretch[],
  forms: readonly Form[],
  i: number,
  headline: number,
): boolean {
  const line = lines[i]!.text;
  if (SEVERAL.test(line)) return true;
  const beside = [forms[i - 1], forms[i + 1]];
  if (beside.includes('dateline') || beside.includes('byline')) return true;
  return (
    lines[i - 1]?.text === line ||
    lines[i + 1]?.text === line ||
    (countWords(line) <= 3 && i === headline + 1)
  );
}

/** A line that says what someone is by trade, where that one is known as an author or the line stands apart. */
export function aboutAuthor(lines: readonly Stretch[], forms: readonly Form[], i: number): boolean {
  const line = lines[i]!.text.toLowerCase();
  for (let k = 0; k < i && k < HEAD_LINES; k++) {
    if (forms[k] !== 'byline' && forms[k] !== 'names') continue;
    if (namesIn(lines[k]!.text).some((name) => line.startsWith(name))) return true;
  }
  return false;
}

export function saidBefore(
  lines: readonly Stretch[],
  forms: readonly Form[],
  i: number,
  name: string,
): boolean {
  for (let k = i - 1; k >= 0 && k >= i - HEAD_LINES; k--) {
    if (forms[k] !== 'byline' && forms[k] !== 'names') continue;
    if (namesIn(lines[k]!.text).includes(name)) return true;
  }
  return false;
}
