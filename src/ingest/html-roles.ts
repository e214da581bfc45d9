/** The roles of a page's runs. */
import type { BlockRole } from '../model/document.js';
import { readSignature } from '../text/bylines.js';
import { isDateLine } from '../text/datelines.js';
import { countWords, isByline, isCaption, isCopyright, isCredit, isNames } from '../text/lineforms.js';
import type { PageMetadata } from './html-metadata.js';
import type { Run } from './html-text.js';
import type { HtmlElement } from './html-tree.js';

/** Lines longer than this are no byline, date or credit that stands apart. In code units. */
const MAX_APART = 300;

/** The role of each run: of the article by its element, of the rest by what the line says. */
export function rolesOf(
  runs: readonly Run[],
  article: ReadonlySet<string>,
  metadata: PageMetadata,
): BlockRole[] {
  const headline = headlineOf(runs, metadata.title);
  const first = runs.findIndex((run) => article.has(run.mark));
  const last = runs.findLastIndex((run) => article.has(run.mark));
  return runs.map((run, i) => {
    if (i === headline) return 'headline';
    if (article.has(run.mark))
      return (i < first + OPENING ? signRole(run, metadata) : null) ?? articleRole(run);
    // Only near the article does a line speak of it, not of another one.
    const near =
      first >= 0 && i >= Math.min(first, headline < 0 ? first : headline) - NEAR && i <= last + NEAR;
    const told = apartRole(run, near);
    if (told !== null || !near || i >= first + OPENING) return told ?? 'boilerplate';
    const names = i > headline && isNames(run.text) && namesAuthors(runs[i - 1], runs[i + 1]);
    return signRole(run, metadata) ?? (names ? 'byline' : 'boilerplate');
  });
}

/** How many runs before the headline and after the last paragraph bylines and credits may stand. */
const NEAR = 12;

/** Of an article's first runs one may say who wrote it and when. */
const OPENING = 3;

/** "Posted by Ines Calder on 11 March 2034", a date alone: inside the article, as web logs have it. */
function signRole({ text, block }: Run, { outlet, url, order }: PageMetadata): BlockRole | null {
  if (text.length > MAX_APART || /^h[1-2]$/.test(block.localName)) return null;
  if (isByline(text)) return 'byline';
  if (isDateLine(text)) return 'dateline';
  const signature = readSignature(text, [outlet, url], order);
  return signature === null ? null : signature.names === null ? 'dateline' : 'byline';
}

/** "By" in the line above, or the day in the line above or below. */
const namesAuthors = (above: Run | undefined, below: Run | undefined): boolean =>
  /^(?:by|von|par|por)\s?:?$/i.test(above?.text ?? '') ||
  [above, below].some((run) => run !== undefined && isDateLine(run.text));

/** The run that is the page's title: an h1, or the line that says what the metadata calls the title. */
function headlineOf(runs: readonly Run[], title: string | null): number {
  const wanted = title === null ? null : letters(title);
  const same = (run: Run): boolean => wanted !== null && wanted !== '' && letters(run.text) === wanted;
  const exact = runs.findIndex((run) => same(run) && /^h[1-3]$/.test(run.block.localName));
  if (exact >= 0) return exact;
  const heading = runs.findIndex((run) => run.block.localName === 'h1' && countWords(run.text) >= 3);
  return heading >= 0 ? heading : runs.findIndex(same);
}

function articleRole(run: Run): BlockRole {
  const name = run.block.localName;
  if (/^h[1-6]$/.test(name)) return 'heading';
  if (within(run.block, 'blockquote')) return 'quote';
  return within(run.block, 'li') ? 'list' : 'body';
}

/** Null where the line alone does not tell. */
function apartRole(run: Run, near: boolean): BlockRole | null {
  const { text, block } = run;
  if (within(block, 'figcaption') || (text.length <= MAX_APART && isCaption(text))) return 'caption';
  if (text.length > MAX_APART) return 'boilerplate';
  if (isCopyright(text)) return 'copyright';
  if (!near) return 'boilerplate';
  if (isDateLine(text)) return 'dateline';
  if (isByline(text)) return 'byline';
  return isCredit(text) ? 'credit' : null;
}

function within(element: HtmlElement | null, name: string): boolean {
  for (let at = element; at !== null && at.localName !== 'body'; at = at.parentNode)
    if (at.localName === name) return true;
  return false;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
