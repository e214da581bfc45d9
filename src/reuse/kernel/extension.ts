/** The end of a stretch that two texts share, extended over edits. */
import type { Sides } from './sides.js';

// How the end of a chain is extended over edits; chosen on bench/corpus.ts, seed 1: blocks exact at all
// four ends .75 → .81, heavily edited ones .20 → .57, without loss of precision. LINE_SKIP costs .2 % of characters and
// spares a quarter of those told wrongly; without it passages of real accounts ran on into the next paragraph.
/** Most tokens skipped on one side. */
const WIDEST_EDIT = 3;
/** The same, and tokens skipped on both sides beyond which one frequent token is not enough, in edited chains. */
const WIDEST_WHEN_EDITED = 8;
const LONE_SKIP = 2;
/** Tokens skipped on both sides beyond which one rare token is not enough. */
const RARE_SKIP = 3;
const RARE_WHEN_EDITED = 8;
/** Over the end of a line it takes two tokens, no more than so many skipped on both sides. */
const LINE_SKIP = 4;
/** A chain is edited if less than this part of its longer side is matched. */
const EDITED = 0.85;

/** Tokens skipped on either side, the nearest first, of equally near ones the more even. */
const SKIPS = skipsUpTo(WIDEST_EDIT);
const WIDE_SKIPS = skipsUpTo(WIDEST_WHEN_EDITED);

/** Whether a chain is edited: its ends are then extended over wider edits, and on less. */
export const isEdited = (matched: number, tokens: number): boolean => matched < EDITED * tokens;

/**
 * The nearest matching tokens beyond an edit, from (x, y) on in a direction, as tokens of x << 16 | of y << 8 |
 * matched; 0 where there are none within WIDEST_EDIT. Of equally near ones the more even. One token is enough that
 * stands nowhere else in either text, or, `edited`, beyond the slightest edit; else it takes two, since a frequent
 * word stands almost anywhere. Where a line ends between, the next paragraph is more likely to be another's: it takes two,
 * and near.
 */
export function resync(sides: Sides, x: number, y: number, direction: 1 | -1, edited: boolean): number {
  const { x: xs, y: ys, xFrom, yFrom, xLength, yLength } = sides;
  const skips = edited ? WIDE_SKIPS : SKIPS;
  for (let k = 0; k < skips.length; k += 2) {
    const atX = x + direction * skips[k]!;
    const atY = y + direction * skips[k + 1]!;
    if (atX < 0 || atX >= xLength || atY < 0 || atY >= yLength) continue;
    if (xs[xFrom + atX] !== ys[yFrom + atY] || !sides.same(atX, atY)) continue;
    const skip = skips[k]! + skips[k + 1]!;
    const overX = atX + direction;
    const overY = atY + direction;
    let matched = 1;
    if (overX >= 0 && overX < xLength && overY >= 0 && overY < yLength && sides.same(overX, overY))
      matched = 2;
    else if (
      !(edited && skip <= LONE_SKIP) &&
      !(skip <= (edited ? RARE_WHEN_EDITED : RARE_SKIP) && sides.isRare(atX, atY))
    )
      continue;
    if ((matched === 1 || skip > LINE_SKIP) && sides.lineEndsBetween(x - direction, atX, y - direction, atY))
      continue;
    return ((skips[k]! + matched) << 16) | ((skips[k + 1]! + matched) << 8) | matched;
  }
  return 0;
}

function skipsUpTo(widest: number): Uint8Array {
  const skips: number[] = [];
  for (let skip = 1; skip <= 2 * widest; skip++) {
    for (let uneven = skip & 1; uneven <= skip; uneven += 2) {
      for (const side of uneven === 0 ? [0] : [uneven, -uneven]) {
        const skipX = (skip + side) / 2;
        if (Math.max(skipX, skip - skipX) <= widest) skips.push(skipX, skip - skipX);
      }
    }
  }
  return Uint8Array.from(skips);
}
