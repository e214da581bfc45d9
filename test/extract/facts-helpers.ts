import type { Found } from '../../src/extract/found.js';
import { parseText } from '../../src/text/parse.js';
import type { ParsedText } from '../../src/text/parsed.js';

/** One body block, published on a Friday unless told otherwise. */
export function parsed(text: string, published: string | null = '2020-03-06'): ParsedText {
  return parseText({ text, blocks: [{ start: 0, end: text.length, role: 'body' }], published, outlet: null });
}

/** Nothing found in a text, for those who read its clauses alone. */
export const NOTHING: Found = {
  sources: [],
  attributions: [],
  figures: [],
  times: [],
  places: [],
  names: [],
  lists: [],
};
