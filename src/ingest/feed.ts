/** Feeds (RSS, Atom, JSON Feed): every item an account, published by the feed or by the source that it names. */
import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import { sha256 } from '../text/ids.js';
import { toldBlocks } from './account.js';
import { about, type Ingested, makeDocument, tooLong } from './document.js';
import { decodeEntities } from './entities.js';
import { beyondJson, beyondXml } from './feed-bounds.js';
import { type Feed, type FeedItem, feedOf, type Marked } from './feed-items.js';
import { type Fragment, readFragment } from './fragment.js';

/** More items than this are an archive to be split. */
const MOST_ITEMS = 100_000;
/** So many tags of one feed's items are read as trees, which takes seconds; beyond it tags are dropped. */
const MOST_MARKUP = 400_000;
/** What stands before the root element is looked at up to here, in code units. */
const MOST_PROLOG = 200_000;

/** Is the text XML whose root is that of a feed? */
export function isXmlFeed(text: string): boolean {
  return /^(?:rss|feed|rdf)$/i.test(rootOf(text)?.name.replace(/^.*:/, '') ?? '');
}

/** Is the text a JSON object that says it is a JSON Feed? */
export function isJsonFeed(text: string): boolean {
  return /^\s*\{/.test(text) && /"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org/.test(text);
}

/** The items of a feed as documents under the ref of its file, "!" and their number from 1. */
export function readFeed(ref: string, text: string): Ingested {
  const messages: Message[] = [];
  const add = (rule: string, severity: Message['severity'], note: string): void => {
    messages.push(about(rule, severity, ref, note));
  };
  const feed = parsed(text, add);
  if (feed === null) return { documents: [], messages };
  if (feed.items.length === 0) add('empty-document', 'warning', 'the feed holds no items');
  const outlet = feed.title === null ? null : feedOutlet(oneLine(feed.title));
  const documents: Document[] = [];
  const counts = { summary: 0, empty: 0, markup: 0 };
  for (const [i, item] of feed.items.slice(0, MOST_ITEMS).entries()) {
    const source = item.content ?? item.summary;
    const at = `${ref}!${i + 1}`;
    if (source !== null) counts.markup += source.isMarkup === false ? 0 : tagsIn(source.value);
    const told = source === null ? null : fragmentOf(source, counts.markup <= MOST_MARKUP);
    if (source === null || told === null || told.text.trim() === '') {
      counts.empty++;
      continue;
    }
    const long = tooLong(told.text);
    if (long !== null) {
      messages.push(about('too-large', 'error', at, long));
      continue;
    }
    if (item.content === null) counts.summary++;
    if (told.note !== null) messages.push(about('plain-reading', 'warning', at, told.note));
    documents.push(itemDocument(at, source.value, told, item, outlet));
  }
  const all = feed.items.length;
  if (counts.summary > 0)
    add(
      'summary-only',
      'warning',
      `${counts.summary} of ${all} items give only a summary; it was read as the account`,
    );
  if (counts.empty > 0)
    add('no-text', 'info', `${counts.empty} of ${all} items hold no text; they were left out`);
  if (counts.markup > MOST_MARKUP)
    add(
      'plain-reading',
      'warning',
      'a feed of very much markup: its later items were read by dropping their tags',
    );
  if (all > MOST_ITEMS) add('too-large', 'error', `the first ${MOST_ITEMS} items were read; split the feed`);
  return { documents, messages };
}

function itemDocument(
  ref: string,
  source: string,
  told: Fragment,
  item: FeedItem,
  outlet: string | null,
): Document {
  return makeDocument({
    ref,
    sha256: sha256(source),
    text: told.text,
    blocks: told.blocks.length === 0 ? [] : toldBlocks(told.text, told.blocks),
    url: item.url,
    outlet: item.source === null ? outlet : oneLine(item.source),
    title: item.title === null ? null : oneLine(item.title),
    byline: item.authors.length === 0 ? null : item.authors.map(oneLine).join(', '),
    published: item.published,
    language: /^([a-z]{2,3})(?:[-_]|$)/i.exec(item.language ?? '')?.[1]?.toLowerCase() ?? null,
  });
}

/** The feed; of one that breaks off, what comes before. Null where there is none, which is told. */
function parsed(
  text: string,
  add: (rule: string, severity: Message['severity'], note: string) => void,
): Feed | null {
  const isJson = isJsonFeed(text);
  const root = isJson ? null : rootOf(text);
  if (!isJson && !isXmlFeed(text)) {
    add('not-feed', 'warning', 'no feed; it was left out');
    return null;
  }
  const beyond = isJson ? beyondJson(text) : beyondXml(text);
  if (beyond !== null) {
    add('too-large', 'error', `the feed was left out: ${beyond}`);
    return null;
  }
  // Without its DOCTYPE: a feed's own entities are never expanded, and the library refuses some of them.
  const body = root === null ? text : text.slice(root.at);
  try {
    return feedOf(body, MOST_ITEMS + 1);
  } catch (cause) {
    const last = Math.max(body.lastIndexOf('</item>'), body.lastIndexOf('</entry>'));
    const reason = reasonOf(cause);
    if (root !== null && last > 0) {
      const head = body.slice(0, last) + (body.startsWith('</item>', last) ? '</item>' : '</entry>');
      const close = /rss/i.test(root.name) ? `</channel></${root.name}>` : `</${root.name}>`;
      try {
        const feed = feedOf(head + close, MOST_ITEMS + 1);
        add('damaged', 'warning', `the feed is broken (${reason}); it was read up to its last whole item`);
        return feed;
      } catch {
        // Broken before that too: told below.
      }
    }
    add('unreadable', 'error', `the feed could not be read: ${reason}`);
    return null;
  }
}

function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const reason = inner instanceof Error ? inner.message : String(inner);
  return reason.replace(/[\p{C}\s]+/gu, ' ').slice(0, 120);
}

/** Name and place of the first element, past declarations, comments and a DOCTYPE; null where none is near. */
function rootOf(text: string): { readonly name: string; readonly at: number } | null {
  for (let at = 0; at < Math.min(text.length, MOST_PROLOG); ) {
    const open = text.indexOf('<', at);
    if (open < 0 || /\S/.test(text.slice(at, open).replace(/^\ufeff/, ''))) return null;
    if (text.startsWith('<!--', open)) at = after(text, '-->', open);
    else if (text.startsWith('<?', open)) at = after(text, '?>', open);
    else if (text.startsWith('<!', open)) {
      // A DOCTYPE may hold declarations of its own.
      const close = text.indexOf('>', open);
      const inner = text.indexOf('[', open);
      at = inner >= 0 && inner < close ? after(text, '>', after(text, ']', inner) - 1) : close + 1;
      if (close < 0) return null;
    } else {
      const name = /^<((?:[\w.-]{1,40}:)?[\w.-]{1,40})[\s/>]/.exec(text.slice(open, open + 100))?.[1];
      return name === undefined ? null : { name, at: open };
    }
  }
  return null;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

const MARKUP = /<\/?[a-z][a-z0-9]{0,12}[\s/>]|&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});/i;

function fragmentOf({ value, isMarkup }: Marked, asTree: boolean): Fragment {
  if (isMarkup === false || (isMarkup === null && !MARKUP.test(value)))
    return { text: value, blocks: [], note: null };
  return asTree
    ? readFragment(value)
    : { text: decodeEntities(withoutTags(value)).trim(), blocks: [], note: null };
}

/** "Harbour Gazette - Latest news" → "Harbour Gazette": what only says which part of the outlet it is goes. */
function feedOutlet(title: string): string {
  const parts = title.split(/\s+(?:[|–—»·:]|-|::)\s+/).filter((part) => part !== '');
  const telling = parts.filter((part) => !RUBRIC.test(part));
  return (telling.length === 1 ? telling[0]! : title).replace(/\s+(?:RSS|Atom)(?: feeds?)?$/i, '').trim();
}

const RUBRIC =
  /^(?:(?:the |all |our )?(?:latest|recent|top|breaking|local|world|national|daily)? ?(?:news|stories|articles|headlines|posts|entries|updates|feeds?|home|front ?page|homepage|world|sport|politics|business|opinion|rss(?: feeds?)?|atom(?: feeds?)?|press releases?|news ?room|media releases?))$/i;

/** A title or name as it is shown: of markup the text alone, in one line. */
function oneLine(value: string): string {
  const bare = MARKUP.test(value) ? decodeEntities(withoutTags(value)) : value;
  return bare.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

function tagsIn(value: string): number {
  let tags = 0;
  for (let at = value.indexOf('<'); at >= 0; at = value.indexOf('<', at + 1)) tags++;
  return tags;
}

/** Linear in any input: what looks like a tag goes. */
function withoutTags(value: string): string {
  const pieces: string[] = [];
  let at = 0;
  while (at < value.length) {
    const open = value.indexOf('<', at);
    pieces.push(value.slice(at, open < 0 ? value.length : open));
    if (open < 0) break;
    const close = /[a-z/!]/i.test(value.charAt(open + 1)) ? value.indexOf('>', open) : -1;
    if (close < 0) pieces.push('<');
    else if (/^<\/?(?:p|div|br|li|h[1-6]|blockquote)\b/i.test(value.slice(open, open + 14)))
      pieces.push('\n');
    at = close < 0 ? open + 1 : close + 1;
  }
  return pieces.join('');
}
