import type { Metadata } from '../model/analysis.js';
import type { Block } from '../model/document.js';
import { detectLanguage } from '../text/language.js';
import { signedBy } from '../text/signed.js';
import { issuerOf } from './issuers.js';
import { publisherOf } from './publishers.js';

/** What the lines of the page say of the document; null where none says it. A credit to another outlet names no outlet. */
export function readMetadata(
  text: string,
  blocks: readonly Block[],
  own: readonly (string | null)[] = [],
): Metadata {
  const lineOf = (block: Block | undefined): string | null =>
    block === undefined
      ? null
      : text
          .slice(block.start, block.end)
          .replace(/^#{1,6}\s+/, '')
          .replace(/\s+/g, ' ');
  const headline = blocks.findIndex((block) => block.role === 'headline');
  const { byline, published } = signedBy(text, blocks, own);
  return {
    title: lineOf(blocks[headline]),
    outlet: publisherOf(text, blocks),
    issuer: issuerOf(text, blocks),
    byline,
    published,
    language: detectLanguage(
      blocks
        .filter((block) => block.role === 'body')
        .slice(0, 20)
        .map(lineOf)
        .join(' '),
    ),
  };
}
