/**
 * Which elements of a page say who wrote it and when: by `rel`, `itemprop` (microdata, RDFa), microformats (hAtom) and
 * the names that sites give to classes. After the rules of trafilatura (`AUTHOR_XPATHS`), htmldate (`DATE_EXPRESSIONS`)
 * and metascraper (metascraper-author, metascraper-date).
 */
import { authorsIn, readSignature, readsAsName } from '../text/bylines.js';
import { type DateOrder, isoDate } from '../text/dates.js';
import { ELEMENT, type HtmlDocument, type HtmlElement } from './html-tree.js';

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:authors?|by-?lines?|writers?|reporters?|autor(?:e|es|in)?|auteurs?|verfasser)(?:$|[\s_-])/i;
const DATE_CLASS =
  /(?:^|[\s_-])(?:(?:pub(?:lish(?:ed)?|lication)?|post(?:ed)?|entry|article|story|news)-?(?:date|time|on|at)|publish(?:ed)?|date-?(?:line|time|published|posted)?|timestamp|time-?stamp|datum|fecha)(?:$|[\s_-])/i;
/** What says so before what is called so. */
const DATED = [
  '[itemprop~=datePublished], [property~=datePublished]',
  'time[pubdate], abbr.published, time.published, time.entry-date',
  'article time[datetime], header time[datetime]',
  '[class]',
];
/** Of a change, and not of publication too. */
const UPDATED_CLASS = /^(?!.*publish).*(?:^|[\s_-])(?:updated|modified)(?:$|[\s_-])/i;
/** Parts of a page that speak of other accounts, or of what readers wrote. */
const ELSEWHERE =
  /(?:^|[\s_-])(?:comments?|respond|replies|reply|related|recommend(?:ed|ations?)?|sidebar|side|widget|trending|popular|latest|most-?(?:read|popular|viewed)|more-?(?:from|on|stories|news)|promo|teasers?|read-?(?:more|next)|next|footer|nav|menu|ticker|carousel|slider|copyright)(?:$|[\s_-])/i;
/** Longer texts hold more than a name or a day. In code units. */
const MAX_TEXT = 160;
/** More of them are a list of something else. */
const MAX_ELEMENTS = 100;

/** Names by what marks them as the author's; null where nothing does. `own`: the outlet's names. */
export function markedAuthors(document: HtmlDocument, own: readonly (string | null)[]): string | null {
  const marked = headFirst(
    document,
    '[rel], [itemprop], [class]',
    (element) => saysAuthor(element) || AUTHOR_CLASS.test(namesOf(element)),
  );
  // The innermost first: the line around a name may hold the outlet and the day.
  const around = new Set<HtmlElement>();
  for (const element of marked)
    for (let at = element.parentNode; at !== null && !around.has(at); at = at.parentNode) around.add(at);
  return (
    authorsBeside(
      marked.filter((element) => !around.has(element)),
      own,
    ) ??
    authorsBeside(
      marked.filter((element) => around.has(element)),
      own,
    )
  );
}

/** By `rel` or `itemprop`, which are there to say so. */
const saysAuthor = (element: HtmlElement): boolean =>
  /(?:^|\s)author(?:\s|$)/i.test(
    `${element.getAttribute('rel') ?? ''} ${element.getAttribute('itemprop') ?? ''}`,
  );

/** The first of the elements that names somebody, and those that stand beside it. */
function authorsBeside(elements: readonly HtmlElement[], own: readonly (string | null)[]): string | null {
  let first: HtmlElement | null = null;
  const found: string[] = [];
  for (const element of elements) {
    if (first !== null && !beside(first, element)) continue;
    const names = authorsIn(textOf(element.querySelector('[itemprop~=name]') ?? element), own);
    if (names === null || !readsAsName(names.split(/,|;|&| and /)[0]!)) continue;
    // A class may be called so for other reasons: one word alone is a link ("Print") as often as a name.
    if (!names.includes(' ') && !saysAuthor(element)) continue;
    first ??= element;
    if (!found.some((other) => other.includes(names))) found.push(names);
  }
  return found.length === 0 ? null : found.join(', ');
}

/** The day of publication by what marks it, ISO 8601; null where nothing does. */
export function markedDate(document: HtmlDocument, order: DateOrder): string | null {
  for (const selector of DATED) {
    const dated = (element: HtmlElement): boolean =>
      selector === '[class]' ? DATE_CLASS.test(namesOf(element)) : !UPDATED_CLASS.test(namesOf(element));
    for (const element of headFirst(document, selector, dated)) {
      const written = [
        element.getAttribute('datetime'),
        element.getAttribute('content'),
        element.getAttribute('title'),
      ];
      const text = textOf(element);
      for (const value of [...written, text]) {
        if (value === null || value === '') continue;
        const date = readSignature(value, [], order)?.published ?? isoDate(value, order);
        if (date !== null) return date;
      }
    }
  }
  return null;
}

/** The day in an address ("/2031/05/13/…", "/2031-05-13-…"), as htmldate reads it; null where it has none. */
export function addressDate(url: string | null): string | null {
  const day = /^https?:\/\/[^/]+\/(?:[^?#]*[/-])?((?:19|20)\d{2})([/-])(\d{1,2})\2(\d{1,2})(?=[/_-]|$)/.exec(
    url ?? '',
  );
  return day === null ? null : isoDate(`${day[1]}-${day[3]}-${day[4]}`);
}

/** The elements that speak of this account: those from its headline on, then those before it. */
function headFirst(
  document: HtmlDocument,
  selector: string,
  wanted: (element: HtmlElement) => boolean,
): HtmlElement[] {
  const after: HtmlElement[] = [];
  const before: HtmlElement[] = [];
  let reached = false;
  for (const element of document.querySelectorAll(`h1, ${selector}`)) {
    if (element.localName === 'h1') reached ||= (element.textContent ?? '').trim() !== '';
    else if (wanted(element)) (reached ? after : before).push(element);
  }
  return [...after, ...before].slice(0, MAX_ELEMENTS).filter((element) => !isElsewhere(element));
}

function isElsewhere(element: HtmlElement): boolean {
  for (
    let at: HtmlElement | null = element;
    at?.nodeType === ELEMENT && at.localName !== 'body';
    at = at.parentNode
  )
    if (/^(?:nav|footer)$/.test(at.localName) || ELSEWHERE.test(namesOf(at))) return true;
  return false;
}

const beside = (a: HtmlElement, b: HtmlElement): boolean =>
  a.parentNode === b.parentNode ||
  (a.parentNode !== null && a.parentNode.parentNode === (b.parentNode?.parentNode ?? null));

function textOf(element: HtmlElement): string {
  const text = element.getAttribute('content') ?? element.textContent ?? '';
  return text.length > 4 * MAX_TEXT ? '' : text.replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT);
}

/** Class and id with camel case parted. */
const namesOf = (element: HtmlElement): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1-$2');
