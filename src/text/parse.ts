import { createRequire } from 'node:module';
import type { Block } from '../model/document.js';
import { STATEMENT_ROLES } from '../model/document.js';
import type { ParsedSentence, ParsedText, PartOfSpeech, Token } from './parsed.js';

const require = createRequire(import.meta.url);
const winkNLP = require('wink-nlp');
const model = require('wink-eng-lite-web-model');
const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;

/** Sentences and tokens of the statement-making blocks. */
export function parseText(input: {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly published: string | null;
  readonly outlet: string | null;
}): ParsedText {
  const sentences: ParsedSentence[] = [];
  input.blocks.forEach((block, blockIndex) => {
    if (!STATEMENT_ROLES.has(block.role)) return;
    const text = input.text.slice(block.start, block.end);
    const doc = nlp.readDoc(text);
    let at = 0;
    doc.sentences().each((sentence: any) => {
      const tokens: Token[] = [];
      sentence.tokens().each((t: any) => {
        const value: string = t.out();
        const found = text.indexOf(value, at);
        if (found < 0) return;
        at = found + value.length;
        const start = block.start + found;
        tokens.push({
          start,
          end: start + value.length,
          text: value,
          norm: value.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"'),
          pos: t.out(its.pos) as PartOfSpeech,
          lemma: t.out(its.lemma),
        });
      });
      if (tokens.length === 0) return;
      sentences.push({
        index: sentences.length,
        block: blockIndex,
        start: tokens[0]!.start,
        end: tokens[tokens.length - 1]!.end,
        tokens,
      });
    });
  });
  return {
    text: input.text,
    blocks: input.blocks,
    sentences,
    published: input.published,
    outlet: input.outlet,
  };
}
