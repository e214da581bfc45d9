/** A laid-out panel as SVG. Whatever accounts say goes through the escaping template. */
import { html, type Markup, when } from '../html/markup.js';
import { type Layout, PILL_HEIGHT, type PlacedRow, type PlacedTie, type Points, RADIUS } from './layout.js';
import type { Tie } from './ties.js';

/** The address of a node in the page around the drawing; null for none. */
export type Address = (node: string) => string | null;

const ARROW = { length: 5.5, half: 2.6 };

/** Text sits so far below the middle of its row. */
const BASELINE = 4.5;

export function panelMarkup({ rows, ties }: Layout, address: Address): Markup {
  const weak = [...ties].sort((a, b) => weight(a.tie) - weight(b.tie));
  return html`<g>${weak.map(tieMarkup)}</g>
${rows.map((row) => rowMarkup(row, address))}`;
}

/** Heavier lines are drawn over lighter ones, known over undetermined. */
const weight = (tie: Tie): number =>
  (tie.known ? 10 : 0) + (tie.relation === 'reprint' ? 2 : tie.relation === 'rewrite' ? 1 : 0);

function tieMarkup({ tie, points }: PlacedTie): Markup {
  return html`<path class="tie ${tie.relation}${tie.known ? '' : ' open'}" d="${line(points, tie.known)}"/>${when(tie.known, () => html`<path class="head" d="${head(points)}"/>`)}
`;
}

/** A line with an arrow ends where the arrow begins. */
function line({ start, bend, end, down }: Points, arrow: boolean): string {
  const short = arrow ? ARROW.length - 1 : 0;
  if (bend === null) return `M${n(start.x)} ${n(start.y)}V${n(end.y - down * short)}`;
  const { turn, side } = bend;
  return `M${n(start.x)} ${n(start.y)}V${n(end.y - down * turn)}q0 ${n(down * turn)} ${n(side * turn)} ${n(down * turn)}H${n(end.x - side * short)}`;
}

function head({ bend, end, down }: Points): string {
  const { length, half } = ARROW;
  if (bend === null) return `M${n(end.x)} ${n(end.y)}l${-half} ${-down * length}h${2 * half}z`;
  return `M${n(end.x)} ${n(end.y)}l${-bend.side * length} ${-half}v${2 * half}z`;
}

function rowMarkup(placed: PlacedRow, address: Address): Markup {
  const { row, x, y, half, date, name } = placed;
  const { mark, words } = row;
  const link = mark.fold === null ? address(mark.id) : null;
  const shape = html`<g class="row${mark.lost ? ' lost' : ''}"><title>${words.title}</title>${
    mark.fold === null ? dot(x, y) : pill(x, y, half, mark.members.length)
  }<text x="${n(name.x)}" y="${n(y + BASELINE)}"><tspan class="name">${words.name}</tspan>${when(
    words.telling !== '',
    () => html` <tspan class="telling" dx="4">${words.telling}</tspan>`,
  )}</text></g>`;
  return html`${when(date !== '', () => html`<text class="date" x="0" y="${n(y + BASELINE)}">${date}</text>`)}${
    link === null ? shape : html`<a href="${link}">${shape}</a>`
  }
`;
}

const dot = (x: number, y: number): Markup =>
  html`<circle class="mark" cx="${n(x)}" cy="${n(y)}" r="${RADIUS}"/>`;

const pill = (x: number, y: number, half: number, members: number): Markup =>
  html`<rect class="mark" x="${n(x - half)}" y="${n(y - PILL_HEIGHT / 2)}" width="${n(2 * half)}" height="${PILL_HEIGHT}" rx="${PILL_HEIGHT / 2}"/><text class="number" x="${n(x)}" y="${n(y + 3.8)}">${members}</text>`;

/** At most two decimals: the same on every machine, and short. */
const n = (value: number): number => Math.round(value * 100) / 100;

export interface LegendEntry {
  /** `SAMPLE` wide, its middle at 0 from above. */
  readonly sample: Markup;
  readonly words: string;
}

/** Width of a sample in a legend, with room to the words. */
export const SAMPLE = 36;

/** What the signs of these panels mean; only signs that occur. */
export function legendOf(layouts: readonly Layout[]): readonly LegendEntry[] {
  const rows = layouts.flatMap((layout) => layout.rows);
  const ties = layouts.flatMap((layout) => layout.ties.map(({ tie }) => tie));
  const has = (relation: Tie['relation'], ...others: readonly Tie['relation'][]): boolean =>
    ties.some((tie) => tie.known && [relation, ...others].includes(tie.relation));
  const entry = (occurs: boolean, words: string, sample: Markup): readonly LegendEntry[] =>
    occurs ? [{ words, sample }] : [];
  const sign = (relation: Tie['relation'], known: boolean): Markup => {
    const end = { x: SAMPLE - 8, y: 0 };
    const points: Points = { start: { x: 0, y: 0 }, bend: { turn: 0, side: 1 }, end, down: 1 };
    return tieMarkup({ tie: { from: '', to: '', relation, known, share: null }, points });
  };
  return [
    ...entry(
      rows.some(({ row }) => row.mark.fold === null && !row.mark.lost),
      'an account',
      dot(SAMPLE / 3, 0),
    ),
    ...entry(
      rows.some(({ row }) => row.mark.lost),
      'a source that was not read',
      html`<g class="lost">${dot(SAMPLE / 3, 0)}</g>`,
    ),
    ...entry(
      rows.some(({ row }) => row.mark.fold !== null),
      'several folded, and how many',
      pill(SAMPLE / 3, 0, 10, 3),
    ),
    ...entry(has('reprint'), 'took over the text', sign('reprint', true)),
    ...entry(has('rewrite'), 'took over part of it', sign('rewrite', true)),
    ...entry(has('credit', 'quote'), 'credits it, or has a few words of it', sign('credit', true)),
    ...entry(has('follow-up'), 'an outlet’s later version', sign('follow-up', true)),
    ...entry(
      ties.some((tie) => !tie.known),
      'words in common, direction undetermined',
      sign('credit', false),
    ),
  ];
}
