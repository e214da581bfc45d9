/** The form of each line of a page: what it looks like by itself and by the lines beside it. */

import type { BlockRole } from '../model/document.js';
import { isDateLine, isWireDateline } from './datelines.js';
import {
  countWords,
  endsSentence,
  functionWordShare,
  HEADLINE_WORDS,
  isAuthorNote,
  isByline,
  isCaption,
  isCopyright,
  isCredit,
  isFurniture,
  isNames,
  isOutletName,
  isPrompt,
  isSummaryLabel,
  isTitleCase,
  withoutEmphasis,
} from './lineforms.js';
import type { Stretch } from './lines.js';
import { readMasthead, readNameplate } from './masthead.js';

/** A line of this many words is told to the reader even where it lacks its full stop. */
const PROSE_WORDS = 25;
/** A line with its full stop is a paragraph from this many words on. */
const SENTENCE_WORDS = 6;
/** Share of function words that running English reaches and lists of keywords do not. */
const PROSE_FUNCTION_WORDS = 0.18;
/** Mastheads and bars of links stand in the first lines of a page. */
const MASTHEAD_LINES = 5;
/** A credit to a speaker is not longer, in words. */
const CREDIT_WORDS = 20;
/** A question that is a headline is not longer, in words. */
const QUESTION_WORDS = 12;
/** A line under a masthead is a headline, and the one above it a motto, from this many words on. */
const TITLE_WORDS = 3;

/** What a stretch looks like alone; `line` is short and says nothing of itself. */
export type Form =
  | Exclude<BlockRole, 'headline' | 'heading' | 'summary'>
  | 'title'
  | 'bullet'
  | 'label'
  | 'note'
  | 'names'
  | 'outlet'
  | 'line';

/** The forms of a page's lines, in order. */
export function formsOf(lines: readonly Stretch[]): Form[] {
  const forms = lines.map(({ text }, i): Form => {
    if (i < MASTHEAD_LINES && readMasthead(text) !== null) return 'boilerplate';
    if (creditsQuotation(lines, i)) return 'body';
    const form = formOf(text);
    const bare = form === 'line' || form === 'names';
    return bare && i < MASTHEAD_LINES && readNameplate(text) !== null ? 'outlet' : form;
  });
  for (let i = 0; i < forms.length && i <= MASTHEAD_LINES; i++) {
    if (forms[i] === 'names' && forms[i + 1] === 'outlet') forms[i] = 'byline';
    else if (isMotto(lines, forms, i)) forms[i] = 'boilerplate';
    else if (asksAsHeadline(lines, forms, i)) forms[i] = 'line';
  }
  return forms;
}

/** "The ferry town's own paper" right under the outlet's name, the headline below them apart. */
function isMotto(lines: readonly Stretch[], forms: readonly Form[], i: number): boolean {
  const above = lines[i - 1];
  const masthead =
    forms[i - 1] === 'outlet' ||
    (forms[i - 1] === 'boilerplate' && (readMasthead(above!.text)?.name ?? null) !== null);
  if (!masthead || forms[i] !== 'line' || lines[i]!.spaced || lines[i + 1]?.spaced !== true) return false;
  const title = lines[i + 1]!.text;
  return (forms[i + 1] === 'line' || forms[i + 1] === 'title') && countWords(title) >= TITLE_WORDS;
}

/** "Who pays for the quay?" above the byline or the date of what follows. */
function asksAsHeadline(lines: readonly Stretch[], forms: readonly Form[], i: number): boolean {
  const { text } = lines[i]!;
  return (
    forms[i] === 'body' &&
    text.endsWith('?') &&
    countWords(text) <= QUESTION_WORDS &&
    ['names', 'byline', 'dateline'].includes(forms[i + 1] ?? '') &&
    !forms.slice(0, i).some((form) => form === 'body' || form === 'line' || form === 'title')
  );
}

/** "— Ines Calder, harbour master" below a paragraph that is one quotation: its speaker, no author of the page. */
function creditsQuotation(lines: readonly Stretch[], i: number): boolean {
  const above = lines[i - 1]?.text;
  const { text } = lines[i]!;
  return (
    above !== undefined &&
    /^(?:[—–―]|--)\s?\p{Lu}/u.test(text) &&
    /^[“"‘'«]/.test(above) &&
    /[”"’'»]$/.test(above) &&
    countWords(text) <= CREDIT_WORDS
  );
}

function formOf(line: string): Form {
  if (/^#{1,6}\s/.test(line)) return 'title';
  if (/^>/.test(line)) return 'quote';
  if (isSummaryLabel(line)) return 'label';
  if (isDateLine(line) || isWireDateline(line)) return 'dateline';
  if (isFurniture(line)) return 'boilerplate';
  if (isCopyright(line)) return 'copyright';
  if (isCaption(line)) return 'caption';
  if (isByline(withoutEmphasis(line))) return 'byline';
  if (isCredit(line)) return 'credit';
  if (isPrompt(line)) return 'boilerplate';
  if (/^-\s.{2,80}\s-$/.test(line)) return 'line';
  if (/^[-*+•●▪◦‣·]\s/.test(line)) return 'bullet';
  if (/^\d{1,3}[.)]\s/.test(line)) return 'list';
  if (isOutletName(line)) return 'outlet';
  if (isNames(line)) return 'names';
  if (isAuthorNote(line)) return 'note';
  return isProse(line) ? 'body' : 'line';
}

function isProse(line: string): boolean {
  const words = countWords(line);
  if (words >= SENTENCE_WORDS && endsSentence(line))
    return !(words <= HEADLINE_WORDS && isTitleCase(line) && words >= 4);
  return words >= PROSE_WORDS && functionWordShare(line) >= PROSE_FUNCTION_WORDS;
}
