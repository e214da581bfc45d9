/** The appendix that every fact links to: the sentence it stands in, with little context, by account. */
import { type BlockRole, type Document, STATEMENT_ROLES } from '../../model/document.js';
import type { Record } from '../../model/record.js';
import type { Anchor, Span } from '../../model/span.js';
import { onAccount } from '../amended.js';
import { day, isLowSurrogate } from '../plain.js';
import { accountName, type View } from '../view.js';
import { html, type Markup, webAddress, when } from './markup.js';

/** Before and after a quotation together; what is passed on carries at most 300 characters (DESIGN §6). */
const CONTEXT = 240;
/** Of a longer quotation (a shared passage may run over pages) only so much is shown. */
const QUOTED = 600;

export interface Excerpts {
  /** The address of the excerpt in which the anchor's words are marked. */
  cite(anchor: Anchor): string;
  /** How the page numbers an account, from 1. */
  number(doc: string): number;
  appendix(): Markup;
}

export function excerptsOf(view: View): Excerpts {
  const { record } = view;
  const numbers = new Map(record.documents.map((document, i) => [document.id, i + 1]));
  const sentences = sentencesOf(record);
  const cited = new Map<string, Map<string, Span>>();
  const number = (doc: string): number => numbers.get(doc) ?? 0;
  return {
    number,
    cite(anchor) {
      const span = enclosing(sentences.get(anchor.doc) ?? [], anchor);
      const spans = cited.get(anchor.doc) ?? new Map<string, Span>();
      cited.set(anchor.doc, spans);
      const id = `e${number(anchor.doc)}-${span.start}-${span.end}`;
      spans.set(id, span);
      return `#${id}`;
    },
    appendix: () =>
      html`${record.documents.map((document) => account(view, document, number(document.id), cited.get(document.id) ?? new Map()))}`,
  };
}

/** Spans of whole sentences by document, in order. */
function sentencesOf(record: Record): ReadonlyMap<string, readonly Span[]> {
  const byDocument = new Map<string, Map<number, Span>>();
  for (const { statements } of record.claims) {
    for (const { anchor } of statements) {
      const spans = byDocument.get(anchor.doc) ?? new Map<number, Span>();
      byDocument.set(anchor.doc, spans);
      spans.set(anchor.start, anchor);
    }
  }
  return new Map(
    [...byDocument].map(([doc, spans]) => [doc, [...spans.values()].sort((a, b) => a.start - b.start)]),
  );
}

/** The sentence that the span lies in, found by halving; the span itself where it lies in none. */
function enclosing(sentences: readonly Span[], span: Span): Span {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.start <= span.start) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low - 1];
  return found && span.end <= found.end
    ? { start: found.start, end: found.end }
    : { start: span.start, end: span.end };
}

function account(view: View, document: Document, number: number, cited: ReadonlyMap<string, Span>): Markup {
  const link = webAddress(document.url);
  const said = onAccount(document.id, view);
  const excerpts = [...cited].sort(([, a], [, b]) => a.start - b.start || a.end - b.end);
  return html`
<section class="account" id="a${number}" aria-labelledby="a${number}-h">
<h3 id="a${number}-h"><span class="no">${number}</span> ${accountName(document)}${when(document.published !== null, () => html`, ${day(document.published)}`)}</h3>
<p class="meta">${when(document.title !== null, () => html`<span class="title">${document.title}</span> · `)}${when(document.byline !== null, () => html`${document.byline} · `)}${when(document.outlet !== null, () => html`${document.ref} · `)}${when(link !== null, () => html`<a href="${link!.href}" rel="noreferrer noopener external">${link!.host}</a> · `)}<span class="hash">sha256 ${document.sha256}</span></p>
${when(said !== null, () => html`<p class="said">${said}.</p>`)}
${excerpts.length === 0 ? html`<p class="none">Nothing of this account is quoted on this page.</p>` : html`<ol class="excerpts">${excerpts.map(([id, span]) => excerpt(document, id, span))}</ol>`}
</section>`;
}

function excerpt({ text, blocks }: Document, id: string, span: Span): Markup {
  const end = span.end - span.start > QUOTED ? wordEnd(text, span.start + QUOTED) : span.end;
  const bounds = readable(blocks, span);
  const before = Math.max(bounds.start, span.start - CONTEXT / 2);
  const after = Math.min(bounds.end, end + CONTEXT / 2);
  const lead = text.slice(before > bounds.start ? wordStart(text, before, span.start) : before, span.start);
  const trail = end < span.end ? '' : text.slice(end, after < bounds.end ? wordEnd(text, after, end) : after);
  const open = before > 0 && lead !== '' && before > bounds.start;
  const cut = end < span.end || (trail !== '' && after < bounds.end);
  return html`<li id="${id}"><blockquote dir="auto">${open ? '… ' : ''}${lead}<mark>${text.slice(span.start, end)}</mark>${trail}${cut ? ' …' : ''}</blockquote></li>`;
}

/** Context does not run into the page's furniture: it ends with the neighbouring blocks that make statements. */
function readable(blocks: Document['blocks'], span: Span): Span {
  let { start, end } = span;
  const makes = (role: BlockRole): boolean => STATEMENT_ROLES.has(role);
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i]!;
    if (block.start >= start) continue;
    if (!makes(block.role) || start - block.start > CONTEXT * 4 + (span.end - span.start)) {
      if (makes(block.role)) start = block.start;
      break;
    }
    start = block.start;
  }
  for (const block of blocks) {
    if (block.end <= end) continue;
    if (!makes(block.role)) break;
    end = block.end;
    if (end - span.end > CONTEXT) break;
  }
  return { start, end };
}

/** The next place after a space, at most before `limit`; and the last place before one: never inside a surrogate pair. */
function wordStart(text: string, at: number, limit: number): number {
  const space = text.slice(at, limit).search(/\s/);
  return space < 0 ? (isLowSurrogate(text.charCodeAt(at)) ? at + 1 : at) : at + space + 1;
}
function wordEnd(text: string, at: number, limit = 0): number {
  const space = Math.max(limit, text.lastIndexOf(' ', at));
  if (space > limit && at - space < 40) return space;
  return isLowSurrogate(text.charCodeAt(at)) ? at - 1 : at;
}
