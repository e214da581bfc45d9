/** What a page's head and structured data say of it. */
import { isoDate } from '../text/dates.js';
import { decodeEntities } from './entities.js';
import type { HtmlDocument, HtmlElement } from './html-tree.js';

/** Strings as the page gives them; null where it gives none. */
export interface PageMetadata {
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

type Json = { readonly [key: string]: unknown };

const ARTICLE =
  /^(?:News|Reportage|Analysis|Opinion|Background|Review|AskPublic|Satirical|Advertiser)\w*Article$|^(?:Article|BlogPosting|LiveBlogPosting|Report|WebPage)$/;
/** Structured data nests a few levels; deeper is not looked at. */
const MAX_LEVELS = 5;
/** A shorter heading may be a rubric, in code units. */
const MIN_HEADING = 15;

/** Read before the tree is cut: JSON-LD first, then Open Graph and meta, then the page's own elements. */
export function metadataOf(document: HtmlDocument): PageMetadata {
  const linked = linkedData(document);
  const meta = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const found = document.querySelector(
        `meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`,
      );
      const content = found?.getAttribute('content')?.trim();
      if (content) return decodeEntities(content);
    }
    return null;
  };
  const dates = [
    text(linked?.datePublished),
    meta(
      'article:published_time',
      'og:article:published_time',
      'datePublished',
      'date',
      'dc.date',
      'DC.date.issued',
      'dcterms.created',
      'pubdate',
      'publish-date',
      'publishdate',
      'sailthru.date',
      'parsely-pub-date',
      'cXenseParse:recs:publishtime',
      'article.published',
      'article:published',
      'pdate',
      'DC.date',
      'og:pubdate',
      'release_date',
      'article_date_original',
      'DisplayDate',
    ),
    document
      .querySelector('time[itemprop=datePublished], time[pubdate], [itemprop=datePublished]')
      ?.getAttribute('datetime') ?? null,
    text(linked?.dateCreated),
    document.querySelector('article time[datetime], header time[datetime]')?.getAttribute('datetime') ?? null,
  ];
  const authors = linked === null ? null : names(linked.author);
  const outlet =
    outletName(names(linked?.publisher)) ??
    outletName(meta('og:site_name', 'application-name', 'publisher', 'dc.publisher'));
  const heading = lineIn(document.querySelector('h1'));
  const title =
    text(linked?.headline) ??
    meta('og:title', 'twitter:title') ??
    heading ??
    lineIn(document.querySelector('title'));
  return {
    url:
      webAddress(document.querySelector('link[rel=canonical]')?.getAttribute('href')) ??
      webAddress(meta('og:url')) ??
      webAddress(text(linked?.url)),
    outlet,
    title: title === null ? null : withoutOutlet(title, outlet, heading),
    byline:
      authors ??
      authorName(meta('author', 'article:author', 'byl', 'parsely-author', 'dc.creator', 'sailthru.author')),
    published: dates.find((date): date is string => date !== null && isoDate(date) !== null) ?? null,
    language: languageOf(
      document.documentElement?.getAttribute('lang') ?? meta('og:locale', 'language', 'content-language'),
    ),
  };
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

function lineIn(element: HtmlElement | null): string | null {
  return text(element?.textContent);
}

/** The object of the page's JSON-LD that describes an article. */
function linkedData(document: HtmlDocument): Json | null {
  let page: Json | null = null;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(
        (script.textContent ?? '').replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''),
      );
    } catch {
      continue;
    }
    const found = articleIn(parsed, 0);
    if (found !== null && !typesOf(found).includes('WebPage')) return found;
    page ??= found;
  }
  return page;
}

function articleIn(value: unknown, level: number): Json | null {
  if (level > MAX_LEVELS || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 50)) {
      const found = articleIn(item, level + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const object = value as Json;
  if (typesOf(object).some((type) => ARTICLE.test(type))) return object;
  return articleIn(object['@graph'], level + 1) ?? articleIn(object.mainEntity, level + 1);
}

function typesOf(object: Json): string[] {
  const type = object['@type'];
  return (Array.isArray(type) ? type : [type]).filter((t): t is string => typeof t === 'string');
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== ''
    ? decodeEntities(value).replace(/\s+/g, ' ').trim()
    : null;
}

/** Names of people or organisations: a string, an object with a name, or several. */
function names(value: unknown): string | null {
  const all = (Array.isArray(value) ? value.slice(0, 12) : [value]).map((item) =>
    typeof item === 'object' && item !== null ? text((item as Json).name) : text(item),
  );
  const found = [...new Set(all.map(authorName).filter((name) => name !== null))];
  return found.length === 0 ? null : found.join(', ');
}

/** Some pages give an address or an account where a name should be. */
function authorName(name: string | null): string | null {
  return name === null || /^(?:https?:|www\.|@)/i.test(name) ? null : name.replace(/^by\s+/i, '');
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
