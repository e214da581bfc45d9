import { PEOPLE_NOUNS } from '../language/en/unnamed.js';
import type { Frame } from './frames.js';
import { singularOf } from './mentions.js';
import type { NameIndex } from './names/name-index.js';
import type { Utterance } from './utterance.js';

/** Words of an apposition up to its noun: "a former spokesman". */
const REACH = 5;

/**
 * "…, Ines Calder, a spokesman for the board, told the Courier": where the tagger takes the apposition alone for the
 * source and leaves the name at the end of what is said, both are the source.
 */
export function withApposedName(u: Utterance, frame: Frame, index: NameIndex): Utterance {
  const { source } = u;
  if (source === null || !opensApposition(frame, source)) return u;
  const comma = source.from - 1;
  const content = u.content.find(({ from, to }) => from < comma && (to === comma || to === source.from));
  if (frame.words[comma]?.text !== ',' || content === undefined) return u;
  const name = index.within(frame, { from: content.from, to: comma }).find(({ to }) => to === comma);
  if (name === undefined || !index.isPerson(name.name) || frame.words[name.from - 1]?.text !== ',') return u;
  if (name.from - 1 <= content.from) return u;
  return {
    ...u,
    source: { from: name.from, to: source.to },
    content: u.content.map((c) => (c === content ? { from: c.from, to: name.from - 1 } : c)),
  };
}

function opensApposition(
  { words }: Frame,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  if (!/^(?:an?|the|its|their|his|her)$/.test(words[from]!.norm)) return false;
  return words
    .slice(from + 1, Math.min(to, from + REACH))
    .some(({ norm, pos }) => pos === 'NOUN' && PEOPLE_NOUNS.has(singularOf(norm).singular));
}
