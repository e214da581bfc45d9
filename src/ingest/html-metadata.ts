/** What a page's head and structured data say of it. */
import { authorsIn, readsAsName } from '../text/bylines.js';
import { type DateOrder, isoDate } from '../text/dates.js';
import { decodeEntities } from './entities.js';
import { markedAuthors, markedDate } from './html-elements.js';
import { type LinkedData, lineOf, linkedData, namesIn } from './html-linked-data.js';
import type { HtmlDocument, HtmlElement } from './html-tree.js';

/** Strings as the page gives them; null where it gives none. */
export interface PageMetadata {
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly language: string | null;
  /** How it writes "03/04/2031", by its language. */
  readonly order: DateOrder;
}

/** A shorter heading may be a rubric, in code units. */
const MIN_HEADING = 15;

/** Names of meta elements that hold the day of publication, after htmldate (`DATE_ATTRIBUTES`, Apache-2.0). */
const PUBLISHED =
  'article:published_time og:article:published_time datePublished date dc.date dc.date.issued dcterms.created pubdate publish-date publishdate sailthru.date parsely-pub-date cXenseParse:recs:publishtime article.published article:published pdate og:pubdate release_date article_date_original DisplayDate og:published_time article:publicationdate article:publication_date bt:pubdate citation_publication_date citation_date date_published dateposted dc.created dc.date.created dc.date.publication dcterms.date dcterms.issued doc_date originalpublicationdate og:publish_date publication_date publication-date published-date publisheddate rbpubdate rnews:datepublished shareaholic:article_published_time vr:published_time mediator_published_time dcsext.articlefirstpublished created'.split(
    ' ',
  );

/** Read before the tree is cut: JSON-LD first, then Open Graph and meta, then the page's own elements. */
export function metadataOf(document: HtmlDocument): PageMetadata {
  const linked = linkedData(document);
  const metas = metasOf(document);
  const meta = (...names: readonly string[]): string | null =>
    names.map((name) => metas.get(name.toLowerCase())).find((content) => content !== undefined) ?? null;
  const dates = [lineOf(linked?.article.datePublished), meta(...PUBLISHED)];
  const url =
    webAddress(document.querySelector('link[rel=canonical]')?.getAttribute('href')) ??
    webAddress(meta('og:url')) ??
    webAddress(lineOf(linked?.article.url));
  const outlet =
    outletName(linked === null ? null : (namesIn(linked.article.publisher, linked.byId)[0] ?? null)) ??
    outletName(meta('og:site_name', 'application-name', 'publisher', 'dc.publisher'));
  const heading = lineIn(document.querySelector('h1'));
  const title =
    lineOf(linked?.article.headline) ??
    meta('og:title', 'twitter:title') ??
    heading ??
    lineIn(document.querySelector('title'));
  const tag =
    document.documentElement?.getAttribute('lang') || meta('og:locale', 'language', 'content-language');
  const own = [outlet, url, meta('og:site_name')];
  const order = dateOrder(tag);
  return {
    url,
    outlet,
    title: title === null ? null : withoutOutlet(title, outlet, heading),
    byline:
      linkedAuthors(linked, own) ??
      markedAuthors(document, own) ??
      author(meta('author', 'article:author', 'byl', 'parsely-author', 'dc.creator', 'sailthru.author'), own),
    published:
      dates.find((date): date is string => date !== null && isoDate(date) !== null) ??
      markedDate(document, order) ??
      lineOf(linked?.article.dateCreated),
    language: languageOf(tag),
    order,
  };
}

/** Those of the JSON-LD that are people or agencies, in its order. */
function linkedAuthors(linked: LinkedData | null, own: readonly (string | null)[]): string | null {
  const { author: authors, creator } = linked?.article ?? {};
  const names = [authors ?? creator]
    .flatMap((value) => namesIn(value, linked?.byId ?? new Map()))
    .flatMap((name) => author(name, own) ?? []);
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

function author(written: string | null, own: readonly (string | null)[]): string | null {
  if (written === null || /^(?:https?:|www\.|@)/i.test(written)) return null;
  const names = authorsIn(written, own);
  return names !== null && readsAsName(names.split(/,|;|&| and /)[0]!) ? names : null;
}

/** English of the United States has the month first, every other language that writes numbers so has the day. */
export function dateOrder(tag: string | null): DateOrder {
  const [, language, region] = /^([a-z]{2,3})(?:[-_]([a-z]{2})\b)?/i.exec(tag?.trim() ?? '') ?? [];
  if (language === undefined) return null;
  if (language.toLowerCase() !== 'en') return 'day';
  return region === undefined
    ? null
    : /^(?:us|ph)$/i.test(region)
      ? 'month'
      : /^(?:gb|ie|au|nz|in|za|ng|ke)$/i.test(region)
        ? 'day'
        : null;
}

/** Software and hosts that pages name as their publisher. */
const PLATFORM =
  /^(?:blogger|blogspot|wordpress(?:\.com)?|medium|tumblr|wix|squarespace|drupal|joomla!?|facebook|youtube)$/i;

/** "Harbour Gazette | News, sport and weather" → "Harbour Gazette"; null for the software that serves the page. */
function outletName(name: string | null): string | null {
  const bare =
    name
      ?.split(/\s[|–—]\s/)[0]
      ?.trim()
      .replace(/^@/, '') ?? '';
  return bare === '' || PLATFORM.test(bare) ? null : bare;
}

/** A title often ends in its outlet ("… | Gazette"); the page's own heading does not. */
function withoutOutlet(title: string, outlet: string | null, heading: string | null): string {
  if (heading !== null && heading.length >= MIN_HEADING && title.startsWith(heading)) return heading;
  const cut = /^(.{10,400}) (?:[|–—-]|::) ([^|–—]{2,60})$/u.exec(title);
  const letters = (name: string): string =>
    name.toLowerCase().replace(/[^\p{L}\p{N}]+|^the\s|\.\w{2,3}$/gu, '');
  return cut !== null && outlet !== null && letters(cut[2]!) === letters(outlet) ? cut[1]! : title;
}

/** Contents by name, property or itemprop in lower case, of each the first that is not empty. */
function metasOf(document: HtmlDocument): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')!.trim();
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && !metas.has(name)) metas.set(name, decodeEntities(content));
    }
  }
  return metas;
}

function lineIn(element: HtmlElement | null): string | null {
  return lineOf(element?.textContent);
}

function webAddress(address: string | null | undefined): string | null {
  return address !== null && address !== undefined && /^https?:\/\//i.test(address.trim())
    ? address.trim()
    : null;
}

/** "en-US" → "en" */
function languageOf(tag: string | null): string | null {
  return /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
}
