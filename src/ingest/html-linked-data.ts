/** What a page's JSON-LD says of its article (schema.org). */
import { decodeEntities } from './entities.js';
import type { HtmlDocument } from './html-tree.js';

export type Json = { readonly [key: string]: unknown };

/** The article's object, and the page's objects by their `@id`, which others point at. */
export interface LinkedData {
  readonly article: Json;
  readonly byId: ReadonlyMap<string, Json>;
}

const ARTICLE =
  /^(?:News|Reportage|Analysis|Opinion|Background|Review|AskPublic|Satirical|Advertiser)\w*Article$|^(?:Article|BlogPosting|LiveBlogPosting|Report|WebPage)$/;
/** Structured data nests a few levels; deeper is not looked at. */
const MAX_LEVELS = 5;
const MAX_ITEMS = 50;

/** The first object that describes an article, else the page; null where no script has one or none can be parsed. */
export function linkedData(document: HtmlDocument): LinkedData | null {
  const byId = new Map<string, Json>();
  let article: Json | null = null;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const parsed = parse(script.textContent ?? '');
    collect(parsed, 0, byId);
    const found = articleIn(parsed, 0);
    if (found !== null && (article === null || (isPage(article) && !isPage(found)))) article = found;
  }
  return article === null ? null : { article, byId };
}

/** Names of people or organisations: a string, an object with a name, an `@id` of one, or several of them. */
export function namesIn(value: unknown, byId: ReadonlyMap<string, Json>): string[] {
  const items = Array.isArray(value) ? value.slice(0, MAX_ITEMS) : [value];
  return items.flatMap((item) => {
    if (typeof item !== 'object' || item === null) return lineOf(item) ?? [];
    const object = item as Json;
    const meant = object.name === undefined ? byId.get(String(object['@id'])) : object;
    return (Array.isArray(meant?.name) ? meant.name : [meant?.name]).flatMap((name) => lineOf(name) ?? []);
  });
}

/** A string in one line; null for anything else. */
export function lineOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== ''
    ? decodeEntities(value).replace(/\s+/g, ' ').trim()
    : null;
}

/**
 * The value of a script; undefined where it is no JSON. Comments around it, line breaks inside its strings and commas
 * before an end are the faults that pages have most (after extruct, which reads with `strict=False`).
 */
function parse(script: string): unknown {
  const json = script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '');
  try {
    return JSON.parse(json);
  } catch {
    try {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is cut
      return JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' ').replace(/, ?([}\]])/g, '$1'));
    } catch {
      return undefined;
    }
  }
}

const isPage = (object: Json): boolean => typesOf(object).includes('WebPage');

function articleIn(value: unknown, level: number): Json | null {
  if (level > MAX_LEVELS || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    let page: Json | null = null;
    for (const item of value.slice(0, MAX_ITEMS)) {
      const found = articleIn(item, level + 1);
      if (found !== null && !isPage(found)) return found;
      page ??= found;
    }
    return page;
  }
  const object = value as Json;
  if (typesOf(object).some((type) => ARTICLE.test(type))) return object;
  return articleIn(object['@graph'], level + 1) ?? articleIn(object.mainEntity, level + 1);
}

/** Objects with a name that others may point at. */
function collect(value: unknown, level: number, byId: Map<string, Json>): void {
  if (level > MAX_LEVELS || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, MAX_ITEMS)) collect(item, level + 1, byId);
    return;
  }
  const object = value as Json;
  if (typeof object['@id'] === 'string' && object.name !== undefined) byId.set(object['@id'], object);
  for (const part of Object.values(object).slice(0, MAX_ITEMS)) collect(part, level + 1, byId);
}

function typesOf(object: Json): string[] {
  const type = object['@type'];
  return (Array.isArray(type) ? type : [type]).filter((t): t is string => typeof t === 'string');
}
