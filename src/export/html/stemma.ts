/** The stemma drawn into the page: a figure a story, each account linked to its entry. */
import { drawingOf } from '../stemma/drawing.js';
import { type Layout, layoutOf } from '../stemma/layout.js';
import { legendOf, panelMarkup, SAMPLE } from '../stemma/markup.js';
import { html, type Markup, type Part, when } from './markup.js';
import type { Page } from './page.js';

export function stemmaFigures({ view, excerpts }: Page): Part {
  const panels = drawingOf(view).map((panel) => ({ panel, layout: layoutOf(panel) }));
  const address = (node: string): string | null =>
    view.document(node) === undefined ? null : `#a${excerpts.number(node)}`;
  // The page is about its one story.
  const titled = panels.length > 1;
  return [
    panels.map(
      ({ panel, layout }, i) => html`
<figure class="drawing">
<figcaption>${when(titled, () => html`<p class="story">${panel.title}</p>`)}<p>${panel.summary}.</p></figcaption>
<div class="scroll" role="region" aria-labelledby="stemma-${i}" tabindex="0">
${svg(layout, `stemma-${i}`, `Who has it from whom: ${panel.title}`, panelMarkup(layout, address))}
</div>
${when(panel.note !== '', () => html`<p class="evidence">${panel.note}</p>`)}
</figure>`,
    ),
    when(panels.length > 0, () => legend(panels.map(({ layout }) => layout))),
  ];
}

/** A group and no image, since an image's links are out of reach for a screen reader. */
const svg = ({ width, height }: Layout, id: string, title: string, body: Markup): Markup =>
  html`<svg class="stemma-svg" role="group" aria-labelledby="${id}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title id="${id}">${title}</title>
${body}</svg>`;

const legend = (layouts: readonly Layout[]): Markup =>
  html`<ul class="legend" aria-label="What the signs mean">${legendOf(layouts).map(
    ({ sample, words }) =>
      html`<li><svg class="stemma-svg" aria-hidden="true" width="${SAMPLE}" height="16" viewBox="-3 -8 ${SAMPLE} 16">${sample}</svg>${words}</li>`,
  )}</ul>`;
