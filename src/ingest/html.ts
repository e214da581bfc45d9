/** HTML pages. The text is what a reader sees, in page order; what is not the article stands in it as boilerplate. */
import type { Block } from '../model/document.js';
import { segment } from '../text/blocks.js';
import { readsAsName } from '../text/bylines.js';
import { isoDate } from '../text/dates.js';
import { detectLanguage } from '../text/language.js';
import { type Signed, signedBy } from '../text/signed.js';
import { decodeEntities } from './entities.js';
import { articleMarks } from './html-article.js';
import { addressDate } from './html-elements.js';
import { dateOrder, metadataOf, type PageMetadata } from './html-metadata.js';
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

/** Some pages sign after their first paragraph. In blocks. */
const SIGNED_WITHIN = 2;

const SEVERAL = /\s*(?:,|;|&|\band\b)\s*/;
const DAY = '2031-05-13'.length;
const ZONE = /(?:Z|[+-]\d\d:\d\d)$/;

const NO_METADATA: PageMetadata = {
  url: null,
  outlet: null,
  title: null,
  byline: null,
  published: null,
  language: null,
  order: null,
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
  // What a person sees said under the headline goes before what the head of the page says, which may name an account.
  const order =
    metadata.order ?? (metadata.language === null ? dateOrder(detectLanguage(bodyOf(text, blocks))) : null);
  const seen = signedBy(text, headOf(blocks), [metadata.outlet, metadata.url], order);
  return {
    ...metadata,
    byline: bylineOf(seen, metadata.byline),
    published: publishedOf(seen.published, metadata.published) ?? addressDate(metadata.url),
    text,
    blocks,
    note: null,
  };
}

/** Where the line names people whom the head does not have (all authors, or who stands behind an account), the line. */
function bylineOf({ byline, opens }: Signed, told: string | null): string | null {
  if (byline === null || told === null) return told ?? byline;
  const known = told.toLowerCase().split(SEVERAL);
  const others = byline
    .split(SEVERAL)
    .filter((name) => readsAsName(name) && !known.some((one) => name.toLowerCase().startsWith(one)));
  return opens && others.length > 0 ? byline : told;
}

/** A time without its zone was written by a program somewhere: where the line on the page has another day, that counts. */
function publishedOf(shown: string | null, told: string | null): string | null {
  const iso = told === null ? null : isoDate(told);
  if (shown === null || iso === null) return iso ?? shown;
  return iso.length > DAY && !ZONE.test(iso) && iso.slice(0, DAY) !== shown.slice(0, DAY) ? shown : iso;
}

const bodyOf = (text: string, blocks: readonly Block[]): string =>
  blocks
    .filter(({ role }) => role === 'body')
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');

/** What stands around the headline, up to the first paragraphs; all where none is told. */
function headOf(blocks: readonly Block[]): readonly Block[] {
  const headline = blocks.findIndex(({ role }) => role === 'headline');
  const body = blocks.findIndex(({ role }, i) => role === 'body' && i > headline);
  if (body < 0) return blocks;
  const after = blocks.slice(Math.max(0, headline), body + SIGNED_WITHIN);
  return headline < 0 ? after : [...after, ...blocks.slice(0, headline)];
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
