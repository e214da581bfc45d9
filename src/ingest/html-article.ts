/** Which runs of a page are its article: Readability on a cleaned tree, then the runs looked at one by one. */
import { Readability } from '@mozilla/readability';
import {
  countWords,
  endsSentence,
  isCaption,
  isCopyright,
  isCredit,
  isFurniture,
  isPrompt,
} from '../text/lineforms.js';
import { cleanTree } from './html-clean.js';
import { MARK, type Run } from './html-text.js';
import type { HtmlDocument, HtmlElement } from './html-tree.js';

/** Fewer code units than this and Readability looks again with less strict rules; chosen on half of the html set. */
const CHAR_THRESHOLD = 250;
/** A run with this share of its text in links points elsewhere, unless it is long and ends as a sentence does. */
const LINK_SHARE = 0.8;

/** Marks of the runs that make the article. Cuts the document's tree. */
export function articleMarks(document: HtmlDocument, runs: readonly Run[]): ReadonlySet<string> {
  cleanTree(document, runs);
  const kept = new Set<string>();
  const options = {
    charThreshold: CHAR_THRESHOLD,
    keepClasses: true,
    serializer: (root: unknown) => root as never,
  };
  try {
    const article = new Readability(document as never, options).parse();
    const root = article?.content as unknown as HtmlElement | null | undefined;
    for (const span of root?.querySelectorAll(`[${MARK}]`) ?? []) kept.add(span.getAttribute(MARK)!);
  } catch {
    // A tree that Readability cannot work on: no run is told from the furniture, and the lines decide alone.
    return new Set(runs.map((run) => run.mark));
  }
  // Pages too short or too odd for Readability: the runs that read as paragraphs.
  const article = runs.filter((run) =>
    kept.size > 0 ? kept.has(run.mark) : isParagraph(run) && !isLinks(run),
  );
  return new Set(trimArticle(article).map((run) => run.mark));
}

/** Drops what Readability lets through: links, prompts, captions and credits, and what stands before and after the text. */
function trimArticle(runs: readonly Run[]): Run[] {
  const told = runs.filter((run) => !isLinks(run) && !isApart(run.text));
  let first = told.findIndex((run) => isParagraph(run));
  if (first < 0) first = 0;
  let last = told.length - 1;
  while (last > first && isHeading(told[last]!)) last--;
  return told.filter(
    (run, i) => i <= last && (i >= first || /^(?:p|li|blockquote|h[2-6])$/.test(run.block.localName)),
  );
}

function isLinks(run: Run): boolean {
  return run.linked >= LINK_SHARE * run.text.length && !(run.text.length > 80 && endsSentence(run.text));
}

function isApart(line: string): boolean {
  return isFurniture(line) || isPrompt(line) || isCaption(line) || isCopyright(line) || isCredit(line);
}

function isParagraph(run: Run): boolean {
  return countWords(run.text) >= 10 && endsSentence(run.text);
}

function isHeading(run: Run): boolean {
  return /^h[1-6]$/.test(run.block.localName);
}
