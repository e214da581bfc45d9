import type { ParsedSentence, Token } from './parsed.js';

/** The token that covers an offset of the document; null where none does. Binary search. */
export function tokenAt(sentence: ParsedSentence, offset: number): Token | null {
  const { tokens } = sentence;
  let low = 0;
  let high = tokens.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle]!;
    if (offset < token.start) high = middle - 1;
    else if (offset >= token.end) low = middle + 1;
    else return token;
  }
  return null;
}
