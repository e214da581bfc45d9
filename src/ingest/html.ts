/** HTML pages. The text is what a reader sees, in page order; what is not the article stands in it as boilerplate. */
import type { Block } from '../model/document.js';
import { segment } from '../text/blocks.js';
import { decodeEntities } from './entities.js';
import { articleMarks } from './html-article.js';
import { metadataOf, type PageMetadata } from './html-metadata.js';
import { rolesOf } from './html-roles.js';
import { runsOf } from './html-text.js';
import { treeOf } from './html-tree.js';

/** A page as read: its visible text with blocks by role, and what its head says. */
export interface Page extends PageMetadata {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Said to the user where the page could not be read as a tree; else null. */
  readonly note: string | null;
}

const NO_METADATA: PageMetadata = {
  url: null,
  outlet: null,
  title: null,
  byline: null,
  published: null,
  language: null,
};

/** Reads a page. Never throws: a page that makes no tree is read by dropping its tags, and says so. */
export function readHtml(html: string): Page {
  const { document, reason } = treeOf(html);
  if (document === null) return readStripped(html, reason);
  const metadata = metadataOf(document);
  const runs = runsOf(document.body!);
  const article = articleMarks(document, runs);
  const roles = rolesOf(runs, article, metadata);
  let text = '';
  const blocks = runs.map((run, i): Block => {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += run.text;
    return { start, end: text.length, role: roles[i]! };
  });
  return { ...metadata, text, blocks, note: null };
}

/** The text between the tags, with line breaks where blocks end; linear in any input. */
function readStripped(html: string, reason: string): Page {
  const pieces: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    pieces.push(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    const name = /^<\/?([a-z][a-z0-9]{0,12}|!--)/i.exec(html.slice(open, open + 16))?.[1]?.toLowerCase();
    if (name === undefined) {
      pieces.push('<');
      at = open + 1;
      continue;
    }
    const close = name === '!--' ? html.indexOf('-->', open) : html.indexOf('>', open);
    if (close < 0) break;
    at = close + (name === '!--' ? 3 : 1);
    const opens = html.charAt(open + 1) !== '/';
    if (opens && (name === 'script' || name === 'style')) {
      const end = html.indexOf(`</${name}`, at);
      at = end < 0 ? html.length : end;
    } else if (!/^(?:a|abbr|b|em|font|i|mark|s|small|span|strong|sub|sup|u)$/.test(name)) pieces.push('\n\n');
  }
  const text = decodeEntities(pieces.join(''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n\n')
    .trim();
  return {
    ...NO_METADATA,
    text,
    blocks: text === '' ? [] : segment(text),
    note: `a page ${reason}: read by dropping its tags, without telling the article from the rest`,
  };
}
