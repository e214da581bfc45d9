import { ANSWERING_LABELS, ASKING_LABELS, NOTE_LABELS, STATEMENT_LABEL } from '../language/en/transcripts.js';
import type { Block } from '../model/document.js';
import type { ParsedText } from '../text/parsed.js';
import type { Quotation } from './quotes.js';

/**
 * Quotations without marks, at most one a block: what stands behind a speaker's label in a transcript or a release
 * (`MAYOR LUND: No.`), and block quotations (a block of role `quote`, or one indented below a line that ends in a colon).
 */
export function unmarkedQuotations(parsed: ParsedText): Quotation[] {
  const turns = findTurns(parsed);
  const found: Quotation[] = [];
  parsed.blocks.forEach((block, index) => {
    const quotation = turns.get(index) ?? blockQuotation(parsed, block, index);
    if (quotation !== null) found.push(quotation);
  });
  return found.map((q, i) => {
    const next = found[i + 1];
    const goesOn =
      q.continues || (next?.block === q.block + 1 && isBlockQuote(parsed, q) && isBlockQuote(parsed, next));
    return goesOn === q.continues ? q : { ...q, continues: goesOn };
  });
}

function isBlockQuote({ blocks }: ParsedText, { block, start }: Quotation): boolean {
  return blocks[block]!.role === 'quote' || blocks[block]!.start === start;
}

const MARK = /^["“”'‘’`«»„]/;

function blockQuotation(parsed: ParsedText, block: Block, index: number): Quotation | null {
  const { text } = parsed;
  const quoted = block.role === 'quote' || isIndented(parsed, index);
  if (!quoted) return null;
  let start = block.start;
  while (start < block.end && /[>\s]/.test(text[start]!)) start++;
  const end = beforeCredit(text, start, block.end);
  if (end <= start || MARK.test(text[start]!) || CREDIT_LINE.test(text.slice(start, start + 8))) return null;
  return { start, end, block: index, closed: true, continues: false, style: 'block' };
}

/** "— Ines Calder": a line or the tail of one that says whose words stand before it. */
export const CREDIT_LINE = /^(?:[—–―]|--?)\s?\p{Lu}/u;
/** A credit at the end of a quotation is not longer, in code units. */
const MAX_CREDIT = 120;

function beforeCredit(text: string, start: number, end: number): number {
  const tail = text.slice(Math.max(start, end - MAX_CREDIT), end);
  const at = Math.max(
    tail.lastIndexOf('—'),
    tail.lastIndexOf('–'),
    tail.lastIndexOf(' --'),
    tail.lastIndexOf('―'),
  );
  if (at < 0) return end;
  const stop = /[.!?…]["”’']?\s*$/.test(tail.slice(0, at));
  if (!stop || !/^\s?(?:[—–―]|--)\s?\p{Lu}[^.!?]*\.?$/u.test(tail.slice(at))) return end;
  let to = end - tail.length + at;
  while (to > start && /\s/.test(text[to - 1]!)) to--;
  return to;
}

/** Set in further than the line above, which ends in a colon; or below such a block and set in as far. */
function isIndented({ text, blocks }: ParsedText, index: number): boolean {
  const own = indent(text, blocks[index]!.start);
  if (blocks[index]!.role !== 'body' || own < 2) return false;
  for (let k = index - 1; k >= Math.max(0, index - 12); k--) {
    const above = indent(text, blocks[k]!.start);
    if (above >= own) continue;
    return /:["”’']?$/.test(text.slice(Math.max(0, blocks[k]!.end - 2), blocks[k]!.end));
  }
  return false;
}

/** Width of the white space before a block on its line; 0 where something else stands there. A tab counts as four. */
function indent(text: string, start: number): number {
  let width = 0;
  for (let i = start - 1; i >= 0 && text[i] !== '\n' && text[i] !== '\r'; i--) {
    if (text[i] === '\t') width += 4;
    else if (text[i] === ' ' || text[i] === '\u00a0') width += 1;
    else return 0;
  }
  return width;
}

/** A label at the head of a block: what it says, where the words behind it begin, and how sure its form makes it. */
interface Label {
  readonly block: number;
  readonly text: string;
  readonly content: number;
  /** Bold, in capitals, initials or a letter: written so for a speaker. */
  readonly marked: boolean;
}

/** A label is not longer, in code units: a title, a name and a body. */
const MAX_LABEL = 80;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const LABEL = new RegExp(
  String.raw`^(?<bold>\*\*|__)?(?<name>${NAME}(?:[ ,]{1,2}(?:of|the|for|de|von|van|${NAME})){0,7})(?:\s?\([^()]{1,40}\))?(?::\*\*|\*\*:|:__|__:|:)\s+(?=\S)`,
  'u',
);
const LETTER = /^(?<bold>\*\*|__)?(?<name>[QA])[.:](?:\*\*|__)?\s+(?=\S)/;
/** Unlabelled paragraphs between two labels belong to the speaker above, up to so many. */
const MAX_BETWEEN = 8;

/** The turns of transcripts and labelled statements, by block. */
function findTurns({ text, blocks }: ParsedText): ReadonlyMap<number, Quotation> {
  const labels: Label[] = [];
  const turns = new Map<number, Quotation>();
  const add = (block: number, start: number, continues: boolean) =>
    turns.set(block, { start, end: blocks[block]!.end, block, closed: true, continues, style: 'block' });
  blocks.forEach((block, index) => {
    // A short first question is easily taken for the summary.
    if (!/^(?:body|quote|list|summary)$/.test(block.role)) return;
    const head = text.slice(block.start, Math.min(block.end, block.start + MAX_LABEL));
    const statement = STATEMENT_LABEL.exec(head);
    const match =
      LETTER.exec(head) ?? LABEL.exec(statement === null ? head : head.slice(statement[0].length));
    if (match === null) return;
    const content = block.start + (statement?.[0].length ?? 0) + match[0].length;
    if (content >= block.end || MARK.test(text[content]!)) return;
    const name = match.groups!.name!;
    if (statement !== null) {
      if (/\s/.test(name)) add(index, content, false);
      return;
    }
    if (NOTE_LABELS.has(name.toLowerCase())) return;
    labels.push({
      block: index,
      text: name,
      content,
      marked: match.groups!.bold !== undefined || name === name.toUpperCase(),
    });
  });
  if (!isTranscript(labels)) return turns;
  labels.forEach(({ block, content }, i) => {
    const next = labels[i + 1]?.block ?? -1;
    const between = next - block - 1;
    const spoken =
      next > 0 &&
      between > 0 &&
      between <= MAX_BETWEEN &&
      blocks.slice(block + 1, next).every(({ role }) => role === 'body' || role === 'quote');
    add(block, content, spoken);
    if (spoken) for (let k = block + 1; k < next; k++) add(k, blocks[k]!.start, k + 1 < next);
  });
  return turns;
}

/** Labels make a transcript where they are a question and its answer, or two speakers by turns. */
function isTranscript(labels: readonly Label[]): boolean {
  const said = labels.map(({ text }) => text.toLowerCase());
  const distinct = new Set(said);
  if (said.some((l) => ASKING_LABELS.has(l)) && said.some((l) => ANSWERING_LABELS.has(l))) return true;
  if (distinct.size < 2) return false;
  if (labels.every(({ marked }) => marked)) return true;
  return labels.length > distinct.size && labels.length >= 3;
}
