import type { Metadata } from '../model/analysis.js';
import type { Block } from '../model/document.js';
import { isoDate } from '../text/dates.js';
import { detectLanguage } from '../text/language.js';
import { isOutletName } from '../text/lineforms.js';

const BY = /^(?:by|written by|posted by|author|reported by|story by|text by|words by)\s?:?\s+/i;
/** A line "Published … Updated …": the first publication is meant. */
const FIRST_PUBLISHED = /\b(?:first |originally )?published\b(?: on| at)?\s?:?\s?/i;

/** What the lines of the page say of the document; null where none says it. A credit to another outlet names no outlet. */
export function readMetadata(text: string, blocks: readonly Block[]): Metadata {
  const lineOf = (block: Block | undefined): string | null =>
    block === undefined
      ? null
      : text
          .slice(block.start, block.end)
          .replace(/^#{1,6}\s+/, '')
          .replace(/\s+/g, ' ');
  const headline = blocks.findIndex((block) => block.role === 'headline');
  const byline = lineOf(blocks.find((block) => block.role === 'byline'));
  return {
    title: lineOf(blocks[headline]),
    outlet: mastheadOf(blocks.slice(0, Math.max(0, headline)).map((block) => lineOf(block)!)),
    byline: byline === null ? null : byline.replace(BY, ''),
    published: publishedOf(
      blocks.filter((block) => block.role === 'dateline').map((block) => lineOf(block)!),
    ),
    language: detectLanguage(
      blocks
        .filter((block) => block.role === 'body')
        .slice(0, 20)
        .map(lineOf)
        .join(' '),
    ),
  };
}

/** An outlet's name alone above the headline is the page's own. */
function mastheadOf(lines: readonly string[]): string | null {
  const names = lines.filter(isOutletName);
  return names.length === 1 ? names[0]!.replace(/\.$/, '') : null;
}

function publishedOf(lines: readonly string[]): string | null {
  for (const line of lines) {
    const label = FIRST_PUBLISHED.exec(line);
    const date =
      (label !== null ? isoDate(line.slice(label.index + label[0].length)) : null) ?? isoDate(line);
    if (date !== null) return date;
  }
  return null;
}
