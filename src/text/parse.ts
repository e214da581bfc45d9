import type { Block } from '../model/document.js';
import { STATEMENT_ROLES } from '../model/document.js';
import type { Span } from '../model/span.js';
import type { ParsedSentence, ParsedText, Token } from './parsed.js';
import { isCaseless, splitSentences } from './sentences.js';
import { tagSentences } from './tagger.js';
import { tokenize } from './tokens.js';

/**
 * A text is read up to so many words and marks (some 85,000 words, a book), and sentences: no account is that long,
 * and all that is read after takes time and memory in proportion, some 10 s in the fast tier.
 */
const MOST_TOKENS = 100_000;
const MOST_SENTENCES = 5_000;

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
  let count = 0;
  let readTo: number | null = null;
  for (const [index, block] of blocks.entries()) {
    if (readTo !== null) break;
    if (!STATEMENT_ROLES.has(block.role)) continue;
    for (const span of splitSentences(text, block.start + markerLength(text, block), block.end, caseless)) {
      const tokens = tokenize(text, span.start, span.end);
      count += tokens.length;
      if (count > MOST_TOKENS || cut.length === MOST_SENTENCES) {
        readTo = span.start;
        break;
      }
      cut.push({ block: index, span, tokens });
    }
  }
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
    readTo,
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
