import { DOCUMENT_NOUNS, MEDIUM_TYPES } from '../language/en/documents.js';
import type { Frame } from './frames.js';
import type { Mention } from './mentions.js';
import type { Draft } from './source-list.js';

/** Sources looked back over. */
const RECENT = 60;

/** Types of which a document is spoken of as one thing; "statistics" and "reports" come by the dozen. */
const SINGLE: ReadonlySet<string> = new Set([
  'e-mail',
  'memo',
  'letter',
  'statement',
  'filing',
  'transcript',
  'law',
  'court record',
  'post',
  'document',
  'report',
]);

/**
 * The source that a phrase for a document goes back to: "the memo" to the memo before, "the document" to the nearest
 * one, and the first full mention to a headline's "memo". Null where none fits.
 */
export function sameDocument(
  mention: Pick<Mention, 'head' | 'definite' | 'descriptors'>,
  frame: Frame,
  list: { readonly drafts: readonly Draft[] },
): number | null {
  const type = DOCUMENT_NOUNS.get(mention.head) ?? MEDIUM_TYPES.get(mention.head) ?? 'document';
  if (!SINGLE.has(type)) return null;
  const told = mention.descriptors.filter((d) => d !== 'same' && d !== 'very');
  for (let k = list.drafts.length - 1; k >= Math.max(0, list.drafts.length - RECENT); k--) {
    const { kind, document, head, bare } = list.drafts[k]!;
    if (kind !== 'document' || document === null) continue;
    const alike =
      head === mention.head ||
      (document.type === type && type !== 'document' && type !== 'report') ||
      (mention.head === 'document' && document.type !== 'law' && SINGLE.has(document.type));
    if (!alike) continue;
    if (mention.definite) {
      if (told.every((d) => document.descriptors.includes(d))) return k;
      continue;
    }
    if (bare && !frame.display && document.descriptors.every((d) => told.includes(d))) return k;
  }
  return null;
}
