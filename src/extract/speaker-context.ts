import { TITLE_ABBREVIATIONS } from '../language/en/unnamed.js';
import type { Frame } from './frames.js';
import { genderIn } from './mentions.js';
import type { NameIndex } from './name-index.js';
import type { SourceList } from './source-list.js';

/** Who speaks in one utterance, as indices into the list of sources. */
export interface Resolved {
  readonly speaker: number | null;
  readonly candidates: readonly number[];
  readonly also: readonly number[];
  readonly medium: number | null;
}

export const UNRESOLVED: Resolved = { speaker: null, candidates: [], also: [], medium: null };

/** Who spoke in a frame. */
export interface Salient {
  readonly frame: number;
  readonly sources: readonly number[];
}

/** What resolving one mention can look at. */
export interface Context {
  readonly frames: readonly Frame[];
  readonly frame: Frame;
  readonly at: number;
  readonly list: SourceList;
  readonly index: NameIndex;
  readonly speakers: readonly Salient[];
  readonly told: Told;
}

/** What the document itself says of people: their sex ("Mr", "congresswoman") and the titles before their names. */
export interface Told {
  readonly genders: ReadonlyMap<number, 'm' | 'f'>;
  readonly titles: ReadonlyMap<string, ReadonlySet<number>>;
}

export function toldOfPeople(frames: readonly Frame[], index: NameIndex): Told {
  const genders = new Map<number, 'm' | 'f'>();
  const titles = new Map<string, Set<number>>();
  for (const frame of frames) {
    const { words } = frame;
    for (const n of index.within(frame, { from: 0, to: words.length })) {
      if (!index.isPerson(n.name)) continue;
      const sex = genderIn(words, Math.max(0, n.from - 2), n.to);
      if (sex !== null && !genders.has(n.name)) genders.set(n.name, sex);
      const title = words[n.from - 1];
      if (title === undefined || title.pos === 'PUNCT' || title.pos === 'DET') continue;
      const short = title.norm.replace(/\.$/, '');
      const word = TITLE_ABBREVIATIONS[short] ?? short;
      const holders = titles.get(word);
      if (holders === undefined) titles.set(word, new Set([n.name]));
      else holders.add(n.name);
    }
  }
  return { genders, titles };
}
