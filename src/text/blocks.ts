import type { Block, BlockRole } from '../model/document.js';
import { aboutAuthor, authorsOf, namesAreAuthors, namesIn, saidBefore } from './authors.js';
import { datelineLength, gluedDateLength } from './datelines.js';
import { type Form, formsOf } from './forms.js';
import { countWords, endsSentence, functionWordShare, HEADLINE_WORDS, isTitleCase } from './lineforms.js';
import { type Stretch, stretches } from './lines.js';
import { isCapitals, isKnownOutlet } from './masthead.js';

/** A line without its full stop that has this share of function words runs on as prose does. */
const RUNNING_SHARE = 0.3;
/** Short lines between paragraphs of up to this many words are headings; longer ones in title case point elsewhere. */
const HEADING_WORDS = 8;
/** A line in capitals of this many words between paragraphs is a link to another article. */
const CAPITAL_LINK_WORDS = 6;
/** Wire datelines stand at the head of one of the first paragraphs. */
const DATELINE_PARAGRAPHS = 3;

/** Blocks of plain text by role, page junk included: in order, trimmed, only white space between them. */
export function segment(text: string): Block[] {
  const lines = stretches(text);
  const forms = formsOf(lines);
  if (lines.length === 1) return blocksOf(lines, ['body']);
  return blocksOf(lines, rolesOf(lines, forms));
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
  const signed = signedFrom(lines, forms, headline);
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
    if (i < begin) return headRole(lines, forms, i, headline, authors, i > signed);
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
    if (form === 'byline' || (form === 'dateline' && !underNameplate(forms, i))) break;
    if ((form !== 'line' && form !== 'names') || words > HEADLINE_WORDS || isKeywords(lines[i]!.text))
      continue;
    if (words >= 4) return i;
    if (short < 0 && words >= 2) short = i;
  }
  if (short >= 0) return short;
  // After the byline or date, as some pages set it.
  const after = forms.findIndex(
    (form, i) => i < begin && form === 'line' && /\s/.test(lines[i]!.text) && !isKeywords(lines[i]!.text),
  );
  if (after >= 0) return after;
  // "PIRATES RAID MAIL": capitals are the name of an outlet where a headline stands under it, or where all know it.
  return forms.findIndex(
    (form, i) =>
      i < begin && form === 'outlet' && isCapitals(lines[i]!.text) && !isKnownOutlet(lines[i]!.text),
  );
}

/** The day of the issue, under the outlet's name: the headline comes after it. */
function underNameplate(forms: readonly Form[], i: number): boolean {
  const above = forms.slice(0, i);
  return (
    above.includes('outlet') &&
    above.every((form) => form === 'outlet' || form === 'boilerplate' || form === 'dateline')
  );
}

/** Words in a row without grammar, as a picture's file name or a tag list leaves them. */
function isKeywords(line: string): boolean {
  const words = countWords(line);
  return (
    words >= 8 && functionWordShare(line) < 0.15 && !/\p{Lu}\p{Ll}/u.test(line) && !/[“”"?!:]/.test(line)
  );
}

/** The first line from the headline on that says who wrote it or when; Infinity where none does. */
function signedFrom(lines: readonly Stretch[], forms: readonly Form[], headline: number): number {
  const at = forms.findIndex(
    (form, i) =>
      i >= headline &&
      (form === 'dateline' ||
        form === 'byline' ||
        (form === 'names' && namesAreAuthors(lines, forms, i, headline))),
  );
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function headRole(
  lines: readonly Stretch[],
  forms: readonly Form[],
  i: number,
  headline: number,
  authors: ReadonlySet<string>,
  signed: boolean,
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
