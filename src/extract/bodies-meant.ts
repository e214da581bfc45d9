import { OUTLET_NOUNS } from '../language/en/unnamed.js';
import type { Frame } from './frames.js';
import type { NameIndex } from './names/name-index.js';

/** Frames looked back over for what "the agency" means. */
const REACH = 8;

/** Names that say what the body is: "the agency" is not the House. */
const BEARS_ANOTHER =
  /\b(?:House|Department|University|College|Party|Court|Ministry|Council|Union|Senate|Congress|Committee)\b/;

/**
 * The name that "the agency" or "the newspaper" goes back to: the nearest body named before; of several, the one whose
 * name has the noun. `at`: index of the frame, `before`: the word there at which the phrase begins. Null where unclear.
 */
export function bodyMeant(
  frames: readonly Frame[],
  at: number,
  before: number,
  noun: string,
  index: NameIndex,
): number | null {
  const outlets = OUTLET_NOUNS.has(noun);
  for (let f = at; f >= Math.max(0, at - REACH); f--) {
    const here = frames[f]!;
    const to = f === at ? before : here.words.length;
    const bodies = index
      .within(here, { from: 0, to })
      .filter((n) => index.isBody(n.name) && (index.names[n.name]!.kind === 'outlet') === outlets)
      .map((n) => n.name);
    const distinct = [...new Set(bodies)];
    const bearing = distinct.filter((n) => index.names[n]!.name.toLowerCase().split(/\W+/).includes(noun));
    const fitting =
      bearing.length > 0
        ? bearing
        : distinct.filter((n) => outlets || !BEARS_ANOTHER.test(index.names[n]!.name) || noun === 'body');
    if (fitting.length === 1) return fitting[0]!;
    if (fitting.length > 1) return null;
  }
  return null;
}
