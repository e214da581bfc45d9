/** Running heads, feet and page numbers: told from the text by standing at one height on many pages. */

import type { PdfLine } from './pdf-layout.js';
import type { PdfPage } from './pdf-pages.js';

/** Heads and feet stand in these parts of a page's height. */
const HEAD = 0.12;
const FOOT = 0.88;
/** Lines looked at from the top, and from the bottom. */
const LINES = 3;
/** Share of the pages that repeat a line: those of left and right pages differ. */
const REPEATED = 0.4;
/** Heights that count as one, in points. */
const SAME_HEIGHT = 6;

export interface Furnished {
  /** The pages without heads, feet and page numbers. */
  readonly pages: readonly PdfPage[];
  /** Each head and foot once, as it first stands. */
  readonly heads: readonly string[];
  readonly feet: readonly string[];
}

export function withoutFurniture(pages: readonly PdfPage[]): Furnished {
  const counts = new Map<string, number>();
  const atEdges = pages.map((page) => edgeLines(page));
  for (const lines of atEdges)
    for (const key of new Set(lines.flatMap(({ line }) => keysOf(line))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, REPEATED * pages.length);
  const heads = new Map<string, string>();
  const feet = new Map<string, string>();
  const kept = pages.map((page, i): PdfPage => {
    const dropped = new Set<PdfLine>();
    for (const { line, head } of atEdges[i]!) {
      const number = isPageNumber(line.text, pages.length);
      if (!number && !keysOf(line).some((key) => counts.get(key)! >= least)) continue;
      dropped.add(line);
      const once = head ? heads : feet;
      if (!number && !once.has(shapeOf(line.text))) once.set(shapeOf(line.text), line.text);
    }
    return dropped.size === 0 ? page : { ...page, lines: page.lines.filter((line) => !dropped.has(line)) };
  });
  return { pages: kept, heads: [...heads.values()], feet: [...feet.values()] };
}

function edgeLines({ lines, height }: PdfPage): { line: PdfLine; head: boolean }[] {
  const byHeight = [...lines].sort((a, b) => a.y - b.y);
  return [
    ...byHeight
      .slice(0, LINES)
      .filter(({ y }) => y < HEAD * height)
      .map((line) => ({ line, head: true })),
    ...byHeight
      .slice(LINES)
      .slice(-LINES)
      .filter(({ y }) => y > FOOT * height)
      .map((line) => ({ line, head: false })),
  ];
}

/** Numbers count up from page to page. */
function shapeOf(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

/** Two, since a height may fall on the border of what counts as one. */
function keysOf({ text, y }: PdfLine): string[] {
  const step = y / SAME_HEIGHT;
  return [`${Math.floor(step)} ${shapeOf(text)}`, `r${Math.round(step)} ${shapeOf(text)}`];
}

function isPageNumber(text: string, pages: number): boolean {
  if (/^(?:page|seite|p\.)\s*\d{1,4}(?:\s*(?:of|\/|von)\s*\d{1,4})?$/i.test(text)) return true;
  if (/^\d{1,4}\s*(?:of|\/|von)\s*\d{1,4}$/i.test(text)) return true;
  return pages > 1 && /^[-–—|\s]*(?:\d{1,4}|[ivxlc]{1,6})[-–—|\s]*$/.test(text);
}
