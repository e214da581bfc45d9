/** A page's tree, by linkedom, behind the few members that are used; guarded against what makes linkedom fail. */
import { parseHTML } from 'linkedom';

export interface HtmlNode {
  readonly nodeType: number;
  readonly parentNode: HtmlElement | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly textContent: string | null;
  remove(): void;
}
export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  readonly ownerDocument: HtmlDocument;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  insertBefore(node: HtmlNode, before: HtmlNode | null): void;
  appendChild(node: HtmlNode): void;
}
export interface HtmlDocument extends HtmlElement {
  readonly documentElement: HtmlElement | null;
  readonly body: HtmlElement | null;
  createElement(name: string): HtmlElement;
}

export const ELEMENT = 1;
export const TEXT = 3;

/** Deeper pages overflow linkedom's recursion at some thousands of levels; no news page reaches a tenth of this. */
const MAX_DEPTH = 600;
/** Larger pages are read as plain text: a tree takes about fifty times the bytes in memory. */
const MAX_TREE_LENGTH = 12 * 1024 * 1024;
/** So many tags take seconds as a tree; the largest news pages have about 20,000. */
const MAX_TAGS = 100_000;
/** Each is an object in the tree, dearer than a tag; of the 47 pages of the html set none has 4,000. */
const MAX_ATTRIBUTES = 100_000;

/** Elements without an end tag. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** The tree of a page, or the reason why it cannot be had. */
export function treeOf(
  html: string,
): { document: HtmlDocument; reason: null } | { document: null; reason: string } {
  if (html.length > MAX_TREE_LENGTH) return { document: null, reason: 'very large' };
  const { depth, tags } = measure(html);
  if (depth > MAX_DEPTH) return { document: null, reason: `nested ${depth} levels deep` };
  if (tags > MAX_TAGS) return { document: null, reason: `of ${tags} tags` };
  const attributes = attributesIn(html);
  if (attributes > MAX_ATTRIBUTES) return { document: null, reason: `of ${attributes} attributes` };
  try {
    // linkedom drops content that stands outside html and body.
    const whole =
      /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
    const { document } = parseHTML(whole) as unknown as { document: HtmlDocument };
    if (document.documentElement === null || document.body === null)
      return { document: null, reason: 'without a body' };
    return { document, reason: null };
  } catch (cause) {
    return {
      document: null,
      reason: `malformed (${cause instanceof Error ? cause.message.slice(0, 80) : 'unknown'})`,
    };
  }
}

/** Upper bound of the nesting, and the number of tags (stray "<" too), by a scan that builds nothing. */
function measure(html: string): { depth: number; tags: number } {
  let depth = 0;
  let deepest = 0;
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const code = html.charCodeAt(at + 1);
    tags++;
    if (code === 47) depth = Math.max(0, depth - 1);
    else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) {
      const name = /^[a-z0-9]{1,12}/i.exec(html.slice(at + 1, at + 14))![0].toLowerCase();
      if (!VOID.has(name)) deepest = Math.max(deepest, ++depth);
    }
  }
  return { depth: deepest, tags };
}

/** What ends a script, a style or a comment, in which nothing is a tag. */
const RAW_ENDS = /<\/(?:script|style)|-->/gi;

/** The number of attributes, by one pass: words in a tag, outside quotes. */
function attributesIn(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const name = /^(?:!--|[a-z]+)/i.exec(html.slice(at + 1, at + 8))?.[0].toLowerCase();
    at++;
    if (name === undefined) continue;
    if (name !== '!--') {
      let apart = false;
      for (; at < html.length && html.charCodeAt(at) !== GREATER; at++) {
        const code = html.charCodeAt(at);
        if (code === QUOTE || code === APOSTROPHE) {
          const end = html.indexOf(String.fromCharCode(code), at + 1);
          at = end < 0 ? html.length : end;
          apart = true;
        } else if (code <= SPACE || code === SLASH) apart = true;
        else if (apart) {
          count++;
          apart = false;
        }
      }
    }
    if (name === '!--' || name === 'script' || name === 'style') {
      RAW_ENDS.lastIndex = at;
      for (let end = RAW_ENDS.exec(html); ; end = RAW_ENDS.exec(html)) {
        at = end?.index ?? html.length;
        if (end === null || (name === '!--') === (end[0] === '-->')) break;
      }
    }
  }
  return count;
}

const [SPACE, QUOTE, APOSTROPHE, SLASH, GREATER] = [0x20, 0x22, 0x27, 0x2f, 0x3e] as const;
