import type { Span } from '../../model/span.js';
import type { ParsedSentence, ParsedText } from '../../text/parsed.js';

/** Items below one another, each a block of its own, and the sentence that opens them, null where none does. */
export interface Bullets {
  readonly opener: ParsedSentence | null;
  readonly sentences: readonly ParsedSentence[];
  readonly items: readonly Span[];
}

/** Longer lines are paragraphs, in tokens. */
const LONGEST = 14;

/** Three or more short lines of a list, one below another: each is one thing. */
export function bulletsOf(parsed: ParsedText): Bullets[] {
  const found: Bullets[] = [];
  const { sentences, blocks } = parsed;
  const isItem = (k: number): boolean =>
    k < sentences.length &&
    blocks[sentences[k]!.block]!.role === 'list' &&
    sentences[k]!.tokens.length <= LONGEST &&
    sentences[k + 1]?.block !== sentences[k]!.block &&
    sentences[k - 1]?.block !== sentences[k]!.block;
  for (let k = 0; k < sentences.length; k++) {
    let to = k;
    while (isItem(to) && (to === k || sentences[to]!.block === sentences[to - 1]!.block + 1)) to++;
    if (to - k < 3) {
      k = Math.max(k, to - 1);
      continue;
    }
    const before = sentences[k - 1];
    const opens = before !== undefined && /:\s*$/.test(parsed.text.slice(before.start, before.end));
    const lines = sentences.slice(k, to);
    found.push({
      opener: opens ? before : null,
      sentences: lines,
      items: lines.map(({ start, end }) => ({
        start,
        end: start + (parsed.text.slice(start, end).replace(/[.;,]\s*(?:and)?$/, '').length || end - start),
      })),
    });
    k = to - 1;
  }
  return found;
}
