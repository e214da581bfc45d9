/** Paragraphs of a laid-out format put together as a Document's text. */
import type { Block, BlockRole } from '../model/document.js';
import { segment } from '../text/blocks.js';
import { endsSentence } from '../text/lineforms.js';

/** A paragraph; its role where the format tells it, else null. */
export interface Paragraph {
  readonly text: string;
  readonly role: BlockRole | null;
}

/** Roles that a line's words tell as well as its format: taken from the plain reading where the format tells none. */
const BY_WORDS: ReadonlySet<BlockRole> = new Set<BlockRole>([
  'summary',
  'byline',
  'dateline',
  'list',
  'caption',
  'credit',
  'copyright',
  'boilerplate',
]);

/** The text, one empty line between paragraphs; blocks by role, or none where no paragraph has one. */
export function composed(paragraphs: readonly Paragraph[]): { text: string; blocks: Block[] } {
  let text = '';
  const told: { start: number; end: number; role: BlockRole | null }[] = [];
  for (const paragraph of paragraphs) {
    const trimmed = paragraph.text.trim();
    if (trimmed === '') continue;
    if (text !== '') text += '\n\n';
    told.push({ start: text.length, end: text.length + trimmed.length, role: paragraph.role });
    text += trimmed;
  }
  if (told.every(({ role }) => role === null)) return { text, blocks: [] };
  const plain = new Map(segment(text).map((block) => [`${block.start}-${block.end}`, block.role]));
  const blocks = told.map(({ start, end, role }): Block => {
    const read = plain.get(`${start}-${end}`) ?? 'body';
    // Short sentences are furniture on a web page, and none on paper.
    const byWords = BY_WORDS.has(read) && !(read === 'boilerplate' && endsSentence(text.slice(start, end)));
    return { start, end, role: role ?? (byWords ? read : 'body') };
  });
  return { text, blocks };
}
