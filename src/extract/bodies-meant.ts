import { ANY_BODY, BODY_NOUNS } from '../language/en/body-nouns.js';
import { OUTLET_NOUNS } from '../language/en/unnamed.js';
import type { Frame } from './frames.js';
import type { NameIndex } from './names/name-index.js';

/** Frames looked back over for what "the agency" means; a name that has the word itself is meant however far back it stands. */
const REACH = 8;

/** Names that say what the body is: "the agency" is not the House. */
const BEARS_ANOTHER =
  /\b(?:House|Department|University|College|Party|Court|Ministry|Council|Union|Senate|Congress|Committee)\b/;

/**
 * The name that "the agency" or "the newspaper" goes back to: of a noun that tells one kind of body from another the
 * nearest name that has it, else the nearest body that the noun can mean. `at`: index of the frame, `before`: the word
 * there at which the phrase begins. Null where unclear.
 */
export function bodyMeant(
  frames: readonly Frame[],
  at: number,
  before: number,
  noun: string,
  index: NameIndex,
): number | null {
  const outlets = OUTLET_NOUNS.has(noun);
  const anyBody = ANY_BODY.has(noun);
  const bodiesIn = (f: number): readonly number[] => {
    const here = frames[f]!;
    const to = f === at ? before : here.words.length;
    const found = index
      .within(here, { from: 0, to })
      .filter((n) => index.isBody(n.name) && (index.names[n.name]!.kind === 'outlet') === outlets)
      .map((n) => n.name);
    return [...new Set(found)];
  };
  const bears = (n: number): boolean => wordsOf(index.names[n]!.name).includes(noun);
  const fits = (n: number): boolean => {
    const { name } = index.names[n]!;
    if (outlets || noun === 'body') return true;
    return !BEARS_ANOTHER.test(name) && (anyBody || !wordsOf(name).some((word) => BODY_NOUNS.has(word)));
  };
  const nearest = (
    choose: (bodies: readonly number[]) => readonly number[],
    reach: number,
  ): number | null => {
    for (let f = at; f >= Math.max(0, at - reach); f--) {
      const found = choose(bodiesIn(f));
      if (found.length > 0) return found.length === 1 ? found[0]! : AMBIGUOUS;
    }
    return null;
  };
  const bearing = (bodies: readonly number[]): readonly number[] => bodies.filter(bears);
  const found =
    (anyBody || outlets ? null : nearest(bearing, at)) ??
    nearest((bodies) => {
      const own = bearing(bodies);
      return own.length > 0 ? own : bodies.filter(fits);
    }, REACH);
  return found === AMBIGUOUS ? null : found;
}

/** More than one body may be meant. */
const AMBIGUOUS = -1;

const wordsOf = (name: string): readonly string[] => name.toLowerCase().split(/\W+/);
