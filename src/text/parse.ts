import type { Block } from '../model/document.js';
import { STATEMENT_ROLES } from '../model/document.js';
import type { Span } from '../model/span.js';
import type { ParsedSentence, ParsedText, Token } from './parsed.js';
import { isCaseless, splitSentences } from './sentences.js';
import { tagSentences } from './tagger.js';
import { tokenize } from './tokens.js';

/** Sentences and tokens of the statement-making blocks. Never throws; the same text always gives the same parse. */
export function parseText(input: {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url?: string | null;
}): ParsedText {
  const { text, blocks } = input;
  const caseless = isCaseless(text);
  const cut: { block: number; span: Span; tokens: Span[] }[] = [];
  blocks.forEach((block, index) => {
    if (!STATEMENT_ROLES.has(block.role)) return;
    for (const span of splitSentences(text, block.start + markerLength(text, block), block.end, caseless)) {
      cut.push({ block: index, span, tokens: tokenize(text, span.start, span.end) });
    }
  });
  const tagged = tagSentences(
    text,
    cut.map((sentence) => sentence.tokens),
  );
  const sentences: ParsedSentence[] = [];
  cut.forEach(({ block, tokens }, index) => {
    const first = tokens[0];
    if (first === undefined) return;
    const tags = tagged[index]!;
    sentences.push({
      index: sentences.length,
      block,
      start: first.start,
      end: tokens[tokens.length - 1]!.end,
      tokens: tokens.map(({ start, end }, i): Token => {
        const { text, norm, pos, lemma } = tags[i]!;
        return { start, end, text, norm, pos, lemma };
      }),
    });
  });
  return {
    text,
    blocks,
    sentences,
    published: input.published,
    outlet: input.outlet,
    url: input.url ?? null,
  };
}

/** Length of the mark that sets a heading, quotation or list item apart; it is in the block, not in its sentence. */
function markerLength(text: string, block: Block): number {
  if (block.role === 'body') return 0;
  const marker = /^(?:#{1,6}\s+|(?:>\s*)+|[-*+•●▪◦‣·]\s+|\d{1,3}[.)]\s+)/.exec(
    text.slice(block.start, Math.min(block.end, block.start + 40)),
  );
  return marker?.[0].length ?? 0;
}
