/** A conflict on a terminal: its sides facing each other, each with those who stand on it. */
import type { Claim, Conflict } from '../../model/record.js';
import type { Anchor } from '../../model/span.js';
import { append } from '../../text/multimap.js';
import { pad, wrap } from '../columns.js';
import { GUTTER, indented, type RecordPage } from '../entries.js';
import { contextOf } from '../lines.js';
import { clip, plain, sentenceCase } from '../plain.js';
import { type FoundConflict, originsLabel, originsRange } from '../view.js';
import { behind, type placeFinder, placeLabel, statementsAt } from './words.js';

/** Narrower columns than these stand below one another. */
const NARROWEST_COLUMN = 34;
const BETWEEN = ' │ ';
/** Words of fewer letters ("40", "Nov. 3") tell little without what stands around them. */
const TELLING = 40;
/** Accounts with the same words that are named. */
const MOST_PLACES = 8;
/** Characters of longer words that are quoted. */
const QUOTED = 200;

export function conflictLines(
  page: RecordPage,
  { claim, conflict }: FoundConflict,
  placeOf: ReturnType<typeof placeFinder>,
): readonly string[] {
  const { paint, width } = page;
  const room = width - GUTTER;
  const about = wrap(`${sentenceCase(plain(conflict.note))}, in: ${plain(claim.title)}`, room);
  const facing = Math.floor((room - BETWEEN.length) / 2);
  const column = conflict.sides.length === 2 && facing >= NARROWEST_COLUMN ? facing : room;
  const sides = conflict.sides.map((side) => sideLines(page, claim, side, column, placeOf));
  return [
    ...about.map((line, i) =>
      i === 0 ? `    ${paint.yellow('!')}  ${paint.bold(line)}` : indented(paint.bold(line)),
    ),
    indented(paint.dim(`${conflict.kind} · ${claim.id}`)),
    ...(column === room ? stacked(page, sides) : faced(page, sides, column)).map((line) => indented(line)),
  ];
}

function faced(
  { paint }: RecordPage,
  [left = [], right = []]: readonly (readonly string[])[],
  column: number,
): readonly string[] {
  return Array.from(
    { length: Math.max(left.length, right.length) },
    (_, i) => `${pad(left[i] ?? '', column)}${paint.dim(BETWEEN)}${right[i] ?? ''}`,
  );
}

const stacked = ({ paint }: RecordPage, sides: readonly (readonly string[])[]): readonly string[] =>
  sides.flatMap((lines, i) => (i === 0 ? lines : [paint.yellow('against'), ...lines]));

/** From how many origins and why; then what is said by whom there, with who is behind them, and where it stands. */
function sideLines(
  { view }: RecordPage,
  claim: Claim,
  { anchors, origins }: Conflict['sides'][number],
  width: number,
  placeOf: ReturnType<typeof placeFinder>,
): readonly string[] {
  const range = originsLabel(origins);
  const head = `${range === originsRange(origins) ? `Origins ${range}` : sentenceCase(range)}. ${plain(origins.reason)}`;
  // Copies say the same words.
  const wordings = new Map<string, string[]>();
  for (const anchor of anchors) {
    const whose = plain(behind(claim, anchor, view));
    append(
      wordings,
      `“${wordsAt(claim, anchor)}”${whose === '' ? '' : ` (${whose})`}`,
      placeLabel(anchor, view, placeOf(anchor)),
    );
  }
  const standing = [...wordings].map(([words, places]) => {
    const rest = places.length - MOST_PLACES;
    return `${places.slice(0, MOST_PLACES).join('; ')}${rest > 0 ? ` and ${rest} more` : ''}: ${words}`;
  });
  return [
    ...wrap(head, width),
    ...standing.flatMap((words) =>
      wrap(words, width - 2).map((line, i) => `${i === 0 ? '· ' : '  '}${line}`),
    ),
  ];
}

function wordsAt(claim: Claim, anchor: Anchor): string {
  const sentence = statementsAt(claim, anchor)[0]?.anchor;
  if (anchor.exact.length >= TELLING || sentence === undefined) return clip(anchor.exact, QUOTED);
  return contextOf(sentence.exact, {
    start: anchor.start - sentence.start,
    end: anchor.end - sentence.start,
  });
}
