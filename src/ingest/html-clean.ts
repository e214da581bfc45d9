/** What is cut from a page's tree before the article is looked for in it. */

import { isUnseen, type Run } from './html-text.js';
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
/** A run shorter than this is a label, not text. */
const SHORT_RUN = 25;
/** Class names and ids are looked at up to here, in code units. */
const MAX_NAMES = 400;
/** A node with this share of the page's paragraph text is never cut. */
const SPARED_SHARE = 0.3;

/** Length of the running text under each element of the tree: all of it, and what stands in long runs. */
type Weights = ReadonlyMap<HtmlElement, { readonly all: number; readonly long: number }>;

/** Cuts unseen, furniture and named parts, sparing what holds the bulk of the text. */
export function cleanTree(document: HtmlDocument, runs: readonly Run[]): void {
  const body = document.body!;
  const weights = weigh(runs);
  const whole = weights.get(body)?.all ?? 0;
  for (const element of [...body.querySelectorAll('*')]) if (isUnseen(element)) element.remove();
  for (const element of [...body.querySelectorAll(CUT)]) {
    if ((weights.get(element)?.all ?? 0) < Math.max(1, SPARED_SHARE * whole)) element.remove();
  }
  for (const element of [...body.querySelectorAll('[class], [id]')]) {
    if (/^(?:body|html|main|article)$/.test(element.localName)) continue;
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(
      0,
      MAX_NAMES,
    );
    if (!PART.test(names.replace(/([a-z])([A-Z])/g, '$1-$2'))) continue;
    if ((weights.get(element)?.long ?? 0) < SPARED_TEXT) element.remove();
  }
}

/** Sums the runs up the tree; runs of links weigh nothing. */
function weigh(runs: readonly Run[]): Weights {
  const weights = new Map<HtmlElement, { all: number; long: number }>();
  for (const run of runs) {
    const length = run.text.length - run.linked;
    if (length < SHORT_RUN) continue;
    for (let at: HtmlElement | null = run.block; at !== null; at = at.parentNode) {
      const weight = weights.get(at) ?? { all: 0, long: 0 };
      weight.all += length;
      if (length >= LONG_PARAGRAPH) weight.long += length;
      weights.set(at, weight);
    }
  }
  return weights;
}
