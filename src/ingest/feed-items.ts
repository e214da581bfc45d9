/** The items of a feed in one form, whatever its format: by feedsmith. */
import { parseFeed } from 'feedsmith';

export interface Feed {
  readonly title: string | null;
  readonly items: readonly FeedItem[];
}

/** Strings as the feed gives them; null where it gives none. */
export interface FeedItem {
  readonly title: string | null;
  /** The whole text, or null where the feed has only a summary. */
  readonly content: Marked | null;
  readonly summary: Marked | null;
  readonly url: string | null;
  readonly published: string | null;
  /** Names, without addresses. */
  readonly authors: readonly string[];
  /** Who published it where the feed only passes it on. */
  readonly source: string | null;
  readonly language: string | null;
}

/** Text with what it is: null where the format leaves open whether it holds markup. */
export interface Marked {
  readonly value: string;
  readonly isMarkup: boolean | null;
}

type Parsed = ReturnType<typeof parseFeed<string>>;
type Of<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed'];

/** Throws where the text is no feed or is broken. */
export function feedOf(text: string, most: number): Feed {
  // An object is not looked at for the signs of XML.
  const parsed = parseFeed(/^\s*\{/.test(text) ? JSON.parse(text) : text, { maxItems: most });
  switch (parsed.format) {
    case 'rss':
      return rss(parsed.feed);
    case 'rdf':
      return rdf(parsed.feed);
    case 'atom':
      return atom(parsed.feed);
    case 'json':
      return json(parsed.feed);
  }
}

function rss(feed: Of<'rss'>): Feed {
  const base = webAddress(feed.link, null);
  return {
    title: filled(feed.title),
    items: (feed.items ?? []).map((item) => ({
      title: filled(item.title),
      content: marked(item.content?.encoded, true) ?? text(item.atom?.content),
      summary: marked(item.description, null) ?? marked(item.dc?.descriptions?.[0], null),
      url:
        webAddress(item.link, base) ??
        (item.guid?.isPermaLink === false ? null : webAddress(item.guid?.value, null)) ??
        linked(item.atom?.links, base),
      published:
        filled(item.pubDate) ??
        filled(item.dc?.dates?.[0]) ??
        filled(item.dcterms?.issued?.[0]) ??
        filled(item.atom?.published),
      authors: names(item.dc?.creators ?? item.authors?.map(({ name }) => name)),
      source: filled(item.source?.title) ?? filled(item.dc?.publishers?.[0]),
      language: filled(item.dc?.languages?.[0]) ?? filled(feed.language),
    })),
  };
}

function rdf(feed: Of<'rdf'>): Feed {
  const base = webAddress(feed.link, null);
  return {
    title: filled(feed.title),
    items: (feed.items ?? []).map((item) => ({
      title: filled(item.title),
      content: marked(item.content?.encoded, true),
      summary: marked(item.description, null) ?? marked(item.dc?.descriptions?.[0], null),
      url: webAddress(item.link, base) ?? webAddress(item.rdf?.about, base),
      published: filled(item.dc?.dates?.[0]) ?? filled(item.dcterms?.issued?.[0]),
      authors: names(item.dc?.creators),
      source:
        filled(item.dc?.publishers?.[0]) ?? filled(item.dc?.sources?.find((name) => !/^\w+:/.test(name))),
      language: filled(item.dc?.languages?.[0]) ?? filled(feed.dc?.languages?.[0]),
    })),
  };
}

function atom(feed: Of<'atom'>): Feed {
  const base = webAddress(feed.xml?.base, null) ?? linked(feed.links, null);
  return {
    title: filled(feed.title?.value),
    items: (feed.entries ?? []).map((entry) => ({
      title: filled(entry.title?.value),
      content: text(entry.content),
      summary: text(entry.summary),
      url: linked(entry.links, webAddress(entry.xml?.base, base) ?? base),
      published: filled(entry.published) ?? filled(entry.dc?.dates?.[0]),
      // An entry without authors has those of its source, then those of the feed (RFC 4287, 4.1.1).
      authors: names(
        (entry.authors ?? entry.source?.authors ?? feed.authors)?.map(({ name }) => name) ??
          entry.dc?.creators,
      ),
      source: filled(entry.source?.title?.value),
      language: filled(entry.xml?.lang) ?? filled(feed.xml?.lang),
    })),
  };
}

function json(feed: Of<'json'>): Feed {
  const base = webAddress(feed.home_page_url, null);
  return {
    title: filled(feed.title),
    items: (feed.items ?? []).map((item) => ({
      title: filled(item.title),
      content: marked(item.content_html, true) ?? marked(item.content_text, false),
      summary: marked(item.summary, false),
      // "external_url" is the page of another site that the item speaks of.
      url: webAddress(item.url, base) ?? webAddress(item.id, null),
      published: filled(item.date_published),
      authors: names((item.authors ?? feed.authors)?.map(({ name }) => name)),
      source: null,
      language: filled(item.language) ?? filled(feed.language),
    })),
  };
}

/** An Atom text: markup where its type says so. */
function text(given: { readonly value?: string; readonly type?: string } | undefined): Marked | null {
  const type = given?.type?.toLowerCase() ?? 'text';
  if (/^(?:image|audio|video|application)\//.test(type) && !/xml$/.test(type)) return null;
  return marked(given?.value, /html|xml/.test(type));
}

function marked(value: string | undefined, isMarkup: boolean | null): Marked | null {
  return value === undefined || value.trim() === '' ? null : { value, isMarkup };
}

/** The address of the page itself among an entry's links. */
function linked(
  links: readonly { readonly href?: string; readonly rel?: string; readonly type?: string }[] | undefined,
  base: string | null,
): string | null {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  const page = pages.find(({ type }) => type === undefined || /html/.test(type)) ?? pages[0];
  return webAddress(page?.href, base);
}

/** Addresses of the web alone, relative ones by the feed's own. */
function webAddress(value: string | undefined, base: string | null): string | null {
  const address = value?.trim() ?? '';
  if (address === '' || address.length > 2_000) return null;
  if (/^https?:\/\/[^\s<>"]+$/i.test(address)) return address;
  if (base === null || /^[a-z][\w+.-]*:/i.test(address)) return null;
  try {
    return new URL(address, base).href;
  } catch {
    return null;
  }
}

function names(given: readonly (string | undefined)[] | undefined): readonly string[] {
  const all = (given ?? []).slice(0, 12).map((name) => (name ?? '').replace(/\s+/g, ' ').trim());
  return [...new Set(all)].filter((name) => name !== '' && name.length <= 200 && !/@|^https?:/i.test(name));
}

function filled(value: string | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
