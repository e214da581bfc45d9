import { PEOPLE_NOUNS } from '../language/en/unnamed.js';
import type { Frame } from './frames.js';
import { singularOf } from './mentions.js';
import type { Range } from './noun-phrases.js';

/** Sentences looked back over for the people of whom some speak. */
const REACH = 1;

/**
 * "sixty of the federal lawmakers": whom "Sixty of them" is a part of, in words of the text: the people named last, in the
 * sentence or the one before. Null for any other phrase, or where no people were named.
 */
export function partOfWhom(frames: readonly Frame[], at: number, { from, to }: Range): string | null {
  const { words } = frames[at]!;
  const [quantity, of, pronoun] = words.slice(from, to);
  if (to - from !== 3 || of?.norm !== 'of' || !/^(?:them|these|those)$/.test(pronoun!.norm)) return null;
  for (let f = at; f >= Math.max(0, at - REACH); f -= 1) {
    const frame = frames[f]!;
    const people = lastPeople(frame, f === at ? from : frame.words.length);
    if (people !== null) return `${quantity!.norm} of the ${people}`;
  }
  return null;
}

/** The last plural noun for people before a word, with the adjectives and nouns before it. */
function lastPeople({ words }: Frame, before: number): string | null {
  for (let i = before - 1; i >= 0; i -= 1) {
    const { singular, plural } = singularOf(words[i]!.norm);
    if (!plural || words[i]!.pos !== 'NOUN' || !PEOPLE_NOUNS.has(singular)) continue;
    let first = i;
    while (first > 0 && /^(?:ADJ|NOUN|PROPN)$/.test(words[first - 1]!.pos)) first -= 1;
    return words
      .slice(first, i + 1)
      .map(({ text }) => text)
      .join(' ');
  }
  return null;
}
