import { WEEKDAY } from '../language/en/calendar.js';
import type { Metadata } from '../model/analysis.js';
import type { Block } from '../model/document.js';
import { WORDED_DATE } from '../text/datelines.js';
import { isoDate } from '../text/dates.js';
import { detectLanguage } from '../text/language.js';
import { withoutEmphasis } from '../text/lineforms.js';
import { issuerOf } from './issuers.js';
import { publisherOf } from './publishers.js';

const BY = /^(?:by|written by|posted by|author|reported by|story by|text by|words by)\s?:?\s+/i;
/** The head of a letter. */
const ADDRESSEE = /^(?:to|cc|dear)\b/i;
/** "Ines Calder on Saturday, 11 March 2034", "Ines Calder, March 11, 2034": the byline's own date. */
const SIGNED_ON = new RegExp(`(?:,| [–—|·-]| on) (?:${WEEKDAY},? )?${WORDED_DATE}\\W{0,2}$`, 'i');
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
  const byline =
    lineOf(
      blocks.find((block) => block.role === 'byline' && !ADDRESSEE.test(text.slice(block.start, block.end))),
    ) ?? '';
  const author = withoutEmphasis(byline).replace(BY, '');
  const signed = SIGNED_ON.exec(author);
  return {
    title: lineOf(blocks[headline]),
    outlet: publisherOf(text, blocks),
    issuer: issuerOf(text, blocks),
    byline: (signed === null ? author : author.slice(0, signed.index)) || null,
    published:
      publishedOf(blocks.filter((block) => block.role === 'dateline').map((block) => lineOf(block)!)) ??
      (signed === null ? null : isoDate(signed[0])),
    language: detectLanguage(
      blocks
        .filter((block) => block.role === 'body')
        .slice(0, 20)
        .map(lineOf)
        .join(' '),
    ),
  };
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
