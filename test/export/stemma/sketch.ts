/** A drawing in letters, as a person can read it: a row a mark, its lane by how far it is set in, then the ties. */
import type { Panel } from '../../../src/export/stemma/drawing.js';
import { LANE, layoutOf } from '../../../src/export/stemma/layout.js';

export function sketch(panel: Panel): string {
  const { rows, ties } = layoutOf(panel);
  const left = Math.min(...rows.map(({ x }) => x));
  const number = new Map(rows.map(({ row }, i) => [row.mark.id, i + 1]));
  const lines = rows.map(({ row: { mark, words }, x, date }, i) => {
    const { length } = mark.members;
    const sign = mark.fold === null ? (mark.lost ? '○' : '●') : mark.lost ? `(${length})` : `[${length}]`;
    const lane = '  '.repeat(Math.round((x - left) / LANE));
    const telling = words.telling === '' ? '' : ` | ${words.telling}`;
    return `${String(i + 1).padStart(2)} ${date.padEnd(11)} ${lane}${sign} ${words.name}${telling}`;
  });
  const drawn = ties.map(
    ({ tie: { from, to, relation, known } }) =>
      `${number.get(from)} ${known ? '→' : '--'} ${number.get(to)} ${relation}`,
  );
  return [panel.summary, ...lines, drawn.join(', '), panel.note].filter(Boolean).join('\n');
}
