/** A piece of markup that is all article, as feeds carry it: nothing around it to be told apart. */
import type { Block, BlockRole } from '../model/document.js';
import { isByline, isCaption, isCopyright, isCredit, isFurniture, isPrompt } from '../text/lineforms.js';
import { readHtml } from './html.js';
import { type Run, runsOf } from './html-text.js';
import { type HtmlElement, treeOf } from './html-tree.js';

export interface Fragment {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Said to the user where the markup made no tree; else null. */
  readonly note: string | null;
}

/** The text that a reader of the markup sees, with a block for each run. Never throws. */
export function readFragment(html: string): Fragment {
  const { document } = treeOf(html);
  if (document === null) return readHtml(html);
  let text = '';
  const blocks = runsOf(document.body!).map((run): Block => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += run.text;
    return { start, end: text.length, role: roleOf(run) };
  });
  return { text, blocks, note: null };
}

function roleOf({ text, block, linked }: Run): BlockRole {
  if (isWithin(block, /^figcaption$/) || isCaption(text)) return 'caption';
  if (isCopyright(text)) return 'copyright';
  if (/^h[1-6]$/.test(block.localName)) return 'heading';
  // "The post … appeared first on …", "Continue reading": a line that is mostly link and no list.
  const isList = isWithin(block, /^li$/);
  if (isFurniture(text) || isPrompt(text) || (!isList && linked >= 0.8 * text.length && text.length < 80))
    return 'boilerplate';
  if (isByline(text)) return 'byline';
  if (isCredit(text)) return 'credit';
  if (isWithin(block, /^blockquote$/)) return 'quote';
  return isList ? 'list' : 'body';
}

function isWithin(element: HtmlElement | null, name: RegExp): boolean {
  for (let at = element; at !== null && at.localName !== 'body'; at = at.parentNode)
    if (name.test(at.localName)) return true;
  return false;
}
