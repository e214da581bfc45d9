/** What the parts of the page share: the view, the excerpts, and pieces of markup for quotations. */
import type { Anchor, Span } from '../../model/span.js';
import { clip, counted, day } from '../plain.js';
import type { View } from '../view.js';
import { accountName } from '../view.js';
import type { Excerpts } from './excerpts.js';
import { html, type Markup, type Part, when } from './markup.js';

export interface Page {
  readonly view: View;
  readonly excerpts: Excerpts;
}

/** A quoted sentence is rarely longer; a whole page that calls itself one is cut. */
const QUOTE_LENGTH = 600;

/** The words of the anchor, linked to their excerpt. */
export function quote(page: Page, anchor: Anchor, most = QUOTE_LENGTH): Markup {
  return html`<a class="words" href="${page.excerpts.cite(anchor)}"><q dir="auto">“${clip(anchor.exact, most)}”</q></a>`;
}

/** Where the assertion is nearly the whole sentence, a mark would tell nothing. */
const NEARLY_ALL = 0.85;

/** The sentence with the words of the assertion marked. */
export function marked(anchor: Anchor, focus: readonly Span[]): Markup {
  const covered = focus.reduce((sum, span) => sum + span.end - span.start, 0);
  if (covered >= NEARLY_ALL * (anchor.end - anchor.start))
    return html`<q dir="auto">${clip(anchor.exact, QUOTE_LENGTH * 2)}</q>`;
  const parts: Part[] = [];
  let at = anchor.start;
  const text = (start: number, end: number): string =>
    anchor.exact.slice(start - anchor.start, end - anchor.start);
  const limit = Math.min(anchor.end, anchor.start + QUOTE_LENGTH * 2);
  for (const span of [...focus].sort((a, b) => a.start - b.start)) {
    const start = Math.max(at, span.start);
    const end = Math.min(limit, span.end);
    if (end <= start) continue;
    parts.push(text(at, start), html`<mark>${text(start, end)}</mark>`);
    at = end;
  }
  parts.push(text(at, limit), limit < anchor.end ? ' …' : null);
  return html`<q dir="auto">${parts}</q>`;
}

/** The account's name, linked to its entry at the end, and its date. */
export function account(page: Page, id: string): Markup {
  const document = page.view.document(id);
  if (!document) return html`${id}`;
  return html`<a href="#a${page.excerpts.number(id)}">${accountName(document)}</a>${when(document.published !== null, () => html` <span class="where">${day(document.published)}</span>`)}`;
}

/** The line that says what was left out, so that nothing is left out in silence. */
export function rest(shown: number, all: number, what: string): Part {
  return when(
    all > shown,
    () =>
      html`<p class="more">${counted(all - shown, 'more', 'more')} ${what} not shown here; the record as JSON has all of them.</p>`,
  );
}

/** A section with its heading, left out when it has nothing to say. */
export function section(id: string, title: string, lede: Part, body: Part): Markup {
  return html`
<section id="${id}" aria-labelledby="${id}-h">
<h2 id="${id}-h">${title}</h2>
${when(lede !== null, () => html`<p class="lede">${lede}</p>`)}
${body}
</section>`;
}
