/** The stemma of a record as one drawing in a file of its own: nothing is loaded, nothing leads out of it. */
import type { Record } from '../model/record.js';
import { html, Markup, type Part, when } from './html/markup.js';
import { DARK, LIGHT } from './palette.js';
import { drawingOf, type Panel } from './stemma/drawing.js';
import { type Layout, layoutOf } from './stemma/layout.js';
import { legendOf, panelMarkup, SAMPLE } from './stemma/markup.js';
import { drawingStyle } from './stemma/style.js';
import { extentLabel, type PassOnOptions, refuseUnpublished, viewOf } from './view.js';

const MARGIN = 24;
/** Heights of a heading, and of the line below it with room for the rows. */
const HEADING = 24;
const SUMMARY = 26;
const NOTE = 24;
const BETWEEN = 36;
const LEGEND_LINE = 20;
/** Of a letter of a heading, of a line of words. */
const HEADING_COLUMN = 9.6;
const COLUMN = 7.1;

const SANS = 'system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif';
/** Colours stand in the rules as they are: a program for drawings may know no variables. */
const STYLE = `.ground{fill:${LIGHT.paper}}${drawingStyle(LIGHT, SANS)}@media (prefers-color-scheme:dark){.ground{fill:${DARK.paper}}${drawingStyle(DARK, SANS)}}`;

/** Throws RangeError where the record holds unpublished documents and the options do not let them out. */
export function toSvg(record: Record, options: PassOnOptions = {}): string {
  refuseUnpublished(record, options);
  const panels = drawingOf(viewOf(record)).map((panel) => ({ panel, layout: layoutOf(panel) }));
  const inner = Math.max(320, ...panels.map(({ panel, layout }) => widthOf(panel, layout)));
  const legend = legendLines(
    panels.map(({ layout }) => layout),
    inner,
  );
  let y = MARGIN;
  const parts: Part[] = panels.map(({ panel, layout }, i) => {
    if (i > 0) y += BETWEEN;
    const top = y + HEADING + SUMMARY;
    const below = top + layout.height;
    const part = html`<text class="heading" x="0" y="${y + HEADING / 2 + 4}">${panel.title}</text>
<text class="summary" x="0" y="${y + HEADING + 10}">${panel.summary}</text>
<g transform="translate(0 ${top})">${panelMarkup(layout, () => null)}</g>
${when(panel.note !== '', () => html`<text class="note" x="0" y="${below + NOTE / 2 + 4}">${panel.note}</text>`)}`;
    y = below + (panel.note === '' ? 0 : NOTE);
    return part;
  });
  y += BETWEEN / 2;
  const height = Math.ceil(y + legend.height + MARGIN / 2);
  const width = inner + 2 * MARGIN;
  return html`${PROLOGUE}<svg xmlns="http://www.w3.org/2000/svg" class="stemma-svg" width="${width}" height="${height}" viewBox="${-MARGIN} 0 ${width} ${height}" role="img" aria-labelledby="stemma-title stemma-desc">
<title id="stemma-title">Who has it from whom: ${extentLabel(record)}</title>
<desc id="stemma-desc">${panels.map(({ panel }) => html`${panel.title}: ${panel.summary}. `)}</desc>
<style>${new Markup(STYLE)}</style>
<rect class="ground" x="${-MARGIN}" y="0" width="${width}" height="${height}"/>
${parts}
<g transform="translate(0 ${y})">${legend.markup}</g>
</svg>
`.text;
}

/** The legend in lines of at most `width` pixels. */
function legendLines(
  layouts: readonly Layout[],
  width: number,
): { readonly height: number; readonly markup: Markup } {
  const parts: Part[] = [];
  let [x, y] = [0, LEGEND_LINE / 2];
  for (const { sample, words } of legendOf(layouts)) {
    const length = SAMPLE + words.length * COLUMN + MARGIN;
    if (x > 0 && x + length > width) [x, y] = [0, y + LEGEND_LINE];
    parts.push(
      html`<g transform="translate(${x} ${y})">${sample}<text class="note" x="${SAMPLE}" y="4.5">${words}</text></g>`,
    );
    x += Math.round(length);
  }
  return { height: y + LEGEND_LINE / 2, markup: html`<g class="legend">${parts}</g>` };
}

const PROLOGUE = new Markup('<?xml version="1.0" encoding="UTF-8"?>\n');

const widthOf = (panel: Panel, { width }: Layout): number =>
  Math.ceil(
    Math.max(
      width,
      panel.title.length * HEADING_COLUMN,
      panel.summary.length * COLUMN,
      panel.note.length * COLUMN,
    ),
  );
