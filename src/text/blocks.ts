import type { Block, BlockRole } from '../model/document.js';
import { datelineLength, gluedDateLength, isDateLine, isWireDateline } from './datelines.js';
import {
  countWords,
  endsSentence,
  functionWordShare,
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
} from './lineforms.js';
import { type Stretch, stretches } from './lines.js';
import { readMasthead } from './masthead.js';

/** A line of this many words is told to the reader even where it lacks its full stop. */
const PROSE_WORDS = 25;
/** A line with its full stop is a paragraph from this many words on. */
const SENTENCE_WORDS = 6;
/** Share of function words that running English reaches and lists of keywords do not. */
const PROSE_FUNCTION_WORDS = 0.18;
/** A line without its full stop that has this share of function words runs on as prose does. */
const RUNNING_SHARE = 0.3;
/** A headline is not longer, in words. */
const HEADLINE_WORDS = 30;
/** Short lines between paragraphs of up to this many words are headings; longer ones in title case point elsewhere. */
const HEADING_WORDS = 8;
/** A line in capitals of this many words between paragraphs is a link to another article. */
const CAPITAL_LINK_WORDS = 6;
/** Mastheads and bars of links stand in the first lines of a page. */
const MASTHEAD_LINES = 5;
/** The lines that say who wrote a text stand within so many of its first; also keeps the look-back linear. */
const HEAD_LINES = 60;
/** Wire datelines stand at the head of one of the first paragraphs. */
const DATELINE_PARAGRAPHS = 3;

/** What a stretch looks like alone; `line` is short and says nothing of itself. */
type Form =
  | Exclude<BlockRole, 'headline' | 'heading' | 'summary'>
  | 'title'
  | 'bullet'
  | 'label'
  | 'note'
  | 'names'
  | 'outlet'
  | 'line';

/** Blocks of plain text by role, page junk included: in order, trimmed, only white space between them. */
export function segment(text: string): Block[] {
  const lines = stretches(text);
  const forms = lines.map((line, i) =>
    i < MASTHEAD_LINES && readMasthead(line.text) !== null
      ? 'boilerplate'
      : creditsQuotation(lines, i)
        ? 'body'
        : formOf(line.text),
  );
  if (lines.length === 1) return blocksOf(lines, ['body']);
  return blocksOf(lines, rolesOf(lines, forms));
}

/** A credit to a speaker is not longer, in words. */
const CREDIT_WORDS = 20;

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
  if (isByline(line)) return 'byline';
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

function rolesOf(lines: readonly Stretch[], forms: readonly Form[]): BlockRole[] {
  const first = forms.findIndex(
    (form, i) => form === 'body' || (form === 'note' && !aboutAuthor(lines, forms, i)),
  );
  const begin = first >= 0 ? first : firstSentence(lines, forms);
  const last = lastTold(lines, forms, begin);
  const headline = headlineOf(lines, forms, begin);
  const authors = authorsOf(lines, forms, begin, headline);
  const repeated = repeatedLines(lines, forms);
  let summing = false;
  return lines.map((line, i): BlockRole => {
    const form = forms[i]!;
    if (form === 'label') {
      summing = true;
      return 'boilerplate';
    }
    if (form === 'bullet') return summing ? 'summary' : 'list';
    if (form !== 'line') summing = false;
    if (i > begin && repeated.has(line.text)) return 'boilerplate';
    if (i === headline) return 'headline';
    if (i < begin) return headRole(lines, forms, i, headline, authors);
    if (i > last) return tailRole(line.text, form);
    return bodyRole(line.text, form, opensText(lines, forms, i), authors);
  });
}

/** Where no line is long enough to be prose, the text begins with the first that ends as a sentence does. */
function firstSentence(lines: readonly Stretch[], forms: readonly Form[]): number {
  const found = forms.findIndex(
    (form, i) => form === 'line' && endsSentence(lines[i]!.text) && countWords(lines[i]!.text) >= 2,
  );
  return found < 0 ? lines.length : found;
}

/** The last line that tells something; short ones after furniture ("Related") belong to the foot of the page. */
function lastTold(lines: readonly Stretch[], forms: readonly Form[], begin: number): number {
  let last = forms.length - 1;
  while (last > begin && !(tells(lines, forms, last) && forms[last] !== 'line')) last--;
  for (let i = last + 1; i < lines.length; i++) {
    if (forms[i] === 'copyright' || (forms[i] === 'boilerplate' && !/^ad/i.test(lines[i]!.text))) break;
    if (tells(lines, forms, i)) last = i;
  }
  return last;
}

/** Short lines that stand more than once: rubrics, buttons, pictures' labels. */
function repeatedLines(lines: readonly Stretch[], forms: readonly Form[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  lines.forEach(({ text }, i) => {
    if ((forms[i] !== 'line' && forms[i] !== 'names') || endsSentence(text)) return;
    if (seen.has(text)) repeated.add(text);
    seen.add(text);
  });
  return repeated;
}

/** Is the line at `i` part of what the document tells, so that what follows it may be the foot of the page? */
function tells(lines: readonly Stretch[], forms: readonly Form[], i: number): boolean {
  const form = forms[i]!;
  if (form === 'note') return !aboutAuthor(lines, forms, i) && endsSentence(lines[i]!.text);
  if (form === 'line') {
    const { text } = lines[i]!;
    const words = countWords(text);
    return (endsSentence(text) && words >= 2) || (words >= 10 && functionWordShare(text) >= RUNNING_SHARE);
  }
  return form === 'body' || form === 'quote' || form === 'bullet' || form === 'list';
}

/** A heading has text under it, at most one further heading between; a row of short lines is a row of links. */
function opensText(lines: readonly Stretch[], forms: readonly Form[], i: number): boolean {
  for (let k = i + 1; k <= i + 2 && k < lines.length; k++) if (tells(lines, forms, k)) return true;
  return false;
}

/** The headline: the first line of the head with four words or more, else its first line that could be one. */
function headlineOf(lines: readonly Stretch[], forms: readonly Form[], begin: number): number {
  const title = forms.indexOf('title');
  if (title >= 0 && title <= begin) return title;
  let short = -1;
  for (let i = 0; i < begin; i++) {
    const words = countWords(lines[i]!.text);
    const form = forms[i]!;
    if (form === 'byline' || form === 'dateline') break;
    if ((form !== 'line' && form !== 'names') || words > HEADLINE_WORDS || isKeywords(lines[i]!.text))
      continue;
    if (words >= 4) return i;
    if (short < 0 && words >= 2) short = i;
  }
  if (short >= 0) return short;
  // After the byline or date, as some pages set it.
  return forms.findIndex(
    (form, i) => i < begin && form === 'line' && /\s/.test(lines[i]!.text) && !isKeywords(lines[i]!.text),
  );
}

/** Words in a row without grammar, as a picture's file name or a tag list leaves them. */
function isKeywords(line: string): boolean {
  const words = countWords(line);
  return (
    words >= 8 && functionWordShare(line) < 0.15 && !/\p{Lu}\p{Ll}/u.test(line) && !/[“”"?!:]/.test(line)
  );
}

/** Names in the lines that say who wrote it, lower case. */
function authorsOf(
  lines: readonly Stretch[],
  forms: readonly Form[],
  begin: number,
  headline: number,
): ReadonlySet<string> {
  const authors = new Set<string>();
  lines.forEach(({ text }, i) => {
    if (
      forms[i] !== 'byline' &&
      !(forms[i] === 'names' && i < begin && namesAreAuthors(lines, forms, i, headline))
    )
      return;
    for (const name of namesIn(text)) authors.add(name);
  });
  return authors;
}

function namesIn(line: string): string[] {
  return line
    .replace(/^(?:by|written by|posted by|author|reported by|story by)\s?:?\s+/i, '')
    .split(/\s?(?:,|;|&|\||\band\b)\s?/)
    .map((name) => name.trim().toLowerCase())
    .filter((name) => /\s/.test(name));
}

/** More than one name. */
const SEVERAL = /[,;&|]|\band\b/;

/** Several names in one line, a name under the headline, a name beside a date or byline, or a name said twice. */
function namesAreAuthors(
  lines: readonly Stretch[],
  forms: readonly Form[],
  i: number,
  headline: number,
): boolean {
  const line = lines[i]!.text;
  if (SEVERAL.test(line)) return true;
  const beside = [forms[i - 1], forms[i + 1]];
  if (beside.includes('dateline') || beside.includes('byline')) return true;
  return (
    lines[i - 1]?.text === line ||
    lines[i + 1]?.text === line ||
    (countWords(line) <= 3 && i === headline + 1)
  );
}

/** A line that says what someone is by trade, where that one is known as an author or the line stands apart. */
function aboutAuthor(lines: readonly Stretch[], forms: readonly Form[], i: number): boolean {
  const line = lines[i]!.text.toLowerCase();
  for (let k = 0; k < i && k < HEAD_LINES; k++) {
    if (forms[k] !== 'byline' && forms[k] !== 'names') continue;
    if (namesIn(lines[k]!.text).some((name) => line.startsWith(name))) return true;
  }
  return false;
}

function headRole(
  lines: readonly Stretch[],
  forms: readonly Form[],
  i: number,
  headline: number,
  authors: ReadonlySet<string>,
): BlockRole {
  const { text } = lines[i]!;
  const form = forms[i]!;
  switch (form) {
    case 'title':
      return 'heading';
    case 'outlet':
      return 'boilerplate';
    case 'note':
      return 'boilerplate';
    case 'names':
      if (!namesAreAuthors(lines, forms, i, headline)) return 'boilerplate';
      return i > 0 && namesIn(text).every((name) => saidBefore(lines, forms, i, name))
        ? 'boilerplate'
        : 'byline';
    case 'line': {
      if (i < headline || headline < 0 || isKeywords(text)) return 'boilerplate';
      if (authors.has(text.toLowerCase())) return 'boilerplate';
      const signed = forms
        .slice(headline, i)
        .some(
          (f, k) =>
            f === 'dateline' ||
            f === 'byline' ||
            (f === 'names' && namesAreAuthors(lines, forms, headline + k, headline)),
        );
      if (signed) return endsSentence(text) ? 'summary' : 'caption';
      return countWords(text) >= 5 ? 'summary' : 'boilerplate';
    }
    case 'bullet':
    case 'label':
      return 'boilerplate';
    default:
      return form;
  }
}

function saidBefore(lines: readonly Stretch[], forms: readonly Form[], i: number, name: string): boolean {
  for (let k = i - 1; k >= 0 && k >= i - HEAD_LINES; k--) {
    if (forms[k] !== 'byline' && forms[k] !== 'names') continue;
    if (namesIn(lines[k]!.text).includes(name)) return true;
  }
  return false;
}

function bodyRole(line: string, form: Form, opens: boolean, authors: ReadonlySet<string>): BlockRole {
  switch (form) {
    case 'title':
      return 'heading';
    case 'names':
      if (/^[—–-]/.test(line)) return 'byline';
      return authors.has(line.toLowerCase()) ? 'boilerplate' : 'heading';
    case 'outlet':
      return 'heading';
    case 'note':
      return 'body';
    case 'line': {
      if (authors.has(line.toLowerCase()) || isKeywords(line)) return 'boilerplate';
      if (endsSentence(line) || /[:;,—–-]$/.test(line) || /^["“‘']/.test(line)) return 'body';
      const words = countWords(line);
      if (words >= CAPITAL_LINK_WORDS && line === line.toUpperCase()) return 'boilerplate';
      if (words <= HEADING_WORDS) return opens ? 'heading' : 'boilerplate';
      return isTitleCase(line) ? 'boilerplate' : 'body';
    }
    case 'bullet':
    case 'label':
      return 'boilerplate';
    default:
      return form;
  }
}

/** After the last paragraph: what is neither a credit nor a copyright line is furniture. */
function tailRole(line: string, form: Form): BlockRole {
  switch (form) {
    case 'outlet':
      return 'credit';
    case 'names':
      return /^[—–-]/.test(line) ? 'byline' : 'boilerplate';
    case 'credit':
    case 'copyright':
    case 'caption':
    case 'byline':
    case 'dateline':
      return form;
    default:
      return 'boilerplate';
  }
}

/** The blocks of stretches with their roles; datelines glued to a paragraph are split off. */
function blocksOf(lines: readonly Stretch[], roles: readonly BlockRole[]): Block[] {
  const blocks: Block[] = [];
  let paragraphs = 0;
  lines.forEach(({ start, end, text }, i) => {
    const role = roles[i]!;
    const opens = role === 'headline' || (role === 'body' && paragraphs++ < DATELINE_PARAGRAPHS);
    if (opens) {
      const length = role === 'headline' ? gluedDateLength(text) : datelineLength(text);
      if (length > 0 && length < text.length) {
        const rest = length + (text.slice(length).length - text.slice(length).trimStart().length);
        blocks.push({ start, end: start + length, role: 'dateline' }, { start: start + rest, end, role });
        return;
      }
    }
    blocks.push({ start, end, role });
  });
  return blocks;
}
