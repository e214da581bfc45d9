/** What is cut from a page's tree before the article is looked for in it. */

import { isUnseen } from './html-text.js';
import type { HtmlDocument, HtmlElement } from './html-tree.js';

/** Elements that hold no article text as a rule. */
const CUT =
  'figure, figcaption, aside, nav, footer, form, time, button, dialog, [role=navigation], [role=complementary], [role=contentinfo], [role=dialog], [aria-hidden=true]';

/** Class names and ids of known parts of news pages that are no article text. */
const PART =
  /(?:^|[\s_-])(?:captions?|credits?|share|sharing|social|related|recommend(?:ed|ations?)?|newsletter|byline|bylines?|author(?:s|-?(?:bio|box|info|card))?|comments?|disqus|outbrain|taboola|promo(?:s|tion)?|sponsor(?:ed)?|advert(?:isement)?|ads?|sidebar|breadcrumbs?|tags|topics|trending|most-?(?:read|popular)|paywall|subscri(?:be|ption)|sign-?up|read-?(?:more|next)|more-?(?:from|on|stories)|see-?also|toolbar|timestamp|dateline|date|cookie|consent|donat(?:e|ion)|teaser|infobox|pull-?quote|slideshow|gallery|video-?(?:player|caption|title)|skip|print-?only|noprint|hidden|visually-?hidden|sr-only|screen-reader(?:-text)?|copyright|correction-?form|feedback|rating|poll|widget)(?=$|[\s_-])/i;

/** A node with so much in long paragraphs is article text whatever it is called. In code units. */
const SPARED_TEXT = 400;
/** A paragraph is long from here on. */
const LONG_PARAGRAPH = 80;
/** A node with this share of the page's paragraph text is never cut. */
const SPARED_SHARE = 0.3;

/** Cuts unseen, furniture and named parts, sparing what holds the bulk of the text. */
export function cleanTree(document: HtmlDocument): void {
  const body = document.body!;
  const all = paragraphText(body, 0);
  for (const element of [...body.querySelectorAll('*')]) if (isUnseen(element)) element.remove();
  for (const element of [...body.querySelectorAll(CUT)]) {
    if (paragraphText(element, 0) < Math.max(1, SPARED_SHARE * all)) element.remove();
  }
  for (const element of [...body.querySelectorAll('[class], [id]')]) {
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (
      !PART.test(names.replace(/([a-z])([A-Z])/g, '$1-$2')) ||
      /^(?:body|html|main|article)$/.test(element.localName)
    )
      continue;
    if (paragraphText(element, LONG_PARAGRAPH) < SPARED_TEXT) element.remove();
  }
}

/** Length of the text in paragraphs of at least `from` code units. */
function paragraphText(element: HtmlElement, from: number): number {
  let length = 0;
  if (element.localName === 'p') length += (element.textContent ?? '').trim().length;
  for (const paragraph of element.querySelectorAll('p')) {
    const own = (paragraph.textContent ?? '').trim().length;
    if (own >= from) length += own;
  }
  return length;
}
