/** The visible text of a page, cut where its layout cuts it. */
import { ELEMENT, type HtmlElement, type HtmlNode, TEXT } from './html-tree.js';

/** A run of text that the layout sets apart. */
export interface Run {
  /** White space collapsed, line breaks kept as "\n". */
  readonly text: string;
  /** The nearest element set as a block. */
  readonly block: HtmlElement;
  /** Characters inside links. */
  readonly linked: number;
  /** The marks put into the tree, so that the run is known again after the tree was cut. */
  readonly mark: string;
}

/** Name of the attribute that carries a run's mark. */
export const MARK = 'data-run';

const BLOCK = new Set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol option output p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const UNSEEN = new Set(
  'script style template noscript noframes iframe object embed svg canvas math head title meta link audio video map select datalist textarea input param source track'.split(
    ' ',
  ),
);

/** Shown to nobody: scripts and styles, hidden elements. */
export function isUnseen(element: HtmlElement): boolean {
  if (UNSEEN.has(element.localName)) return true;
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/**
 * The runs under `root` in page order. Every run's text nodes are wrapped in marked spans on the way, so that what
 * later cuts or rebuilds the tree leaves traces of which runs it kept. Iterative: pages may be deep.
 */
export function runsOf(root: HtmlElement): Run[] {
  const runs: Run[] = [];
  let nodes: HtmlNode[] = [];
  let pieces: string[] = [];
  let linked = 0;
  let block = root;
  const flush = (): void => {
    const text = tidy(pieces.join(''));
    if (text !== '') {
      const mark = String(runs.length);
      for (const node of nodes) wrap(node, mark);
      runs.push({ text, block, linked, mark });
    }
    nodes = [];
    pieces = [];
    linked = 0;
  };
  /** Elements open around the place where the walk is; links counted. */
  const open: HtmlElement[] = [root];
  let links = 0;
  let node: HtmlNode | null = root.firstChild;
  while (open.length > 0) {
    if (node === null) {
      const closed = open.pop()!;
      if (closed.localName === 'a') links--;
      if (BLOCK.has(closed.localName)) {
        flush();
        block = blockAround(open) ?? root;
      }
      node = open.length > 0 ? closed.nextSibling : null;
      continue;
    }
    const next: HtmlNode | null = node.nextSibling;
    if (node.nodeType === TEXT) {
      const value = node.textContent ?? '';
      pieces.push(value.replace(/[\t\n\f\r ]+/g, ' '));
      if (/\S/.test(value)) {
        nodes.push(node);
        if (links > 0) linked += value.trim().length;
      }
    } else if (node.nodeType === ELEMENT) {
      const element = node as HtmlElement;
      if (element.localName === 'br') {
        // Two breaks in a row part paragraphs.
        if (/\n\s*$/.test(pieces.at(-1) ?? '') || (pieces.at(-1) === ' ' && pieces.at(-2) === '\n')) flush();
        else pieces.push('\n');
      } else if (!isUnseen(element)) {
        if (BLOCK.has(element.localName)) {
          flush();
          block = element;
        }
        if (element.localName === 'a') links++;
        open.push(element);
        node = element.firstChild;
        continue;
      }
    }
    node = next;
  }
  return runs;
}

function blockAround(open: readonly HtmlElement[]): HtmlElement | null {
  for (let i = open.length - 1; i >= 0; i--) if (BLOCK.has(open[i]!.localName)) return open[i]!;
  return null;
}

function wrap(node: HtmlNode, mark: string): void {
  const parent = node.parentNode;
  if (parent === null) return;
  const span = parent.ownerDocument.createElement('span');
  span.setAttribute(MARK, mark);
  parent.insertBefore(span, node);
  span.appendChild(node);
}

function tidy(text: string): string {
  return text
    .replace(/ *\n */g, '\n')
    .replace(/[ \u00a0\u200b\ufeff]*\n+/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}
