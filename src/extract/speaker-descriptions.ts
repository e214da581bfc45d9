import { RELATIVES } from '../language/en/phrase-bounds.js';
import type { Span } from '../model/span.js';
import type { Frame } from './frames.js';
import type { Mention } from './mentions.js';
import type { Range } from './noun-phrases.js';
import { peopleDescribed, peopleLoosely } from './people-told.js';
import { type SourceList, spanOfWords } from './source-list.js';
import { type Context, type Resolved, UNRESOLVED } from './speaker-context.js';

/** Frames looked back over for "the official" and "the senators". */
export const DESCRIPTION_REACH = 12;

/** Sources looked back over for the same phrase or description. */
const RECENT = 60;

/** A description of up to this many words may go back to an earlier one; longer ones say anew who is meant. */
export const SHORT = 4;

/** Words of the phrase before its first comma or relative. */
export function coreLength({ words }: Frame, range: Range): number {
  let i = range.from;
  while (i < range.to && words[i]!.text !== ',' && !(i > range.from && RELATIVES.has(words[i]!.norm))) i++;
  return i - range.from;
}

/** The source whose mention begins at the same word: the phrase was read before, with or without its relative clause. */
export function sameMention(list: SourceList, span: Span): number | null {
  for (let k = list.drafts.length - 1; k >= Math.max(0, list.drafts.length - RECENT); k--) {
    if (list.drafts[k]!.mentions.some((m) => m.start === span.start)) return k;
  }
  return null;
}

/**
 * Whom "the mayor" or "the official" goes back to: the person, or the people without a name, of whom the text says so;
 * of several the one named in the last sentences, else they are candidates. Null where it says so of none.
 */
export function whoIsDescribed(mention: Mention, context: Context): Resolved | null {
  if (mention.kind !== 'people' || mention.plural) return null;
  const { frame, frames, at, list, index, told } = context;
  const span = spanOfWords(frame, mention.range);
  const settle = (speaker: number): Resolved => {
    list.mention(speaker, span);
    return { ...UNRESOLVED, speaker };
  };
  const core = { from: mention.range.from + 1, to: mention.range.from + coreLength(frame, mention.range) };
  const people = peopleDescribed(frame.words.slice(core.from, core.to), mention.head, told).filter(
    (name) => mention.gender === null || (told.genders.get(name) ?? mention.gender) === mention.gender,
  );
  const unnamed = lastUnnamed(mention, context);
  if (unnamed !== null) {
    // An unnamed one of the kind was spoken of: where a named one was since, either may be meant, and none is named.
    const from = list.drafts[unnamed]!.mentions.at(-1)!.start;
    const since = people.some((name) =>
      index.names[name]!.mentions.some((m) => m.start > from && m.start < span.start),
    );
    return since ? UNRESOLVED : settle(unnamed);
  }
  const named = (name: number): number => list.named(name, null, null);
  if (people.length === 0) {
    const last = context.speakers.at(-1);
    const only = last?.sources.length === 1 && at - last.frame <= LOOSE_REACH ? last.sources[0]! : null;
    // "…," the four-term congressman continued: whoever spoke last.
    if (
      only !== null &&
      GOES_ON.has(context.utterance.lemma) &&
      list.drafts[only]!.kind === 'person' &&
      !isOtherwise(mention, list.drafts[only]!.nameIndex, told)
    )
      return settle(only);
    // "the four-term congressman" right after the one congressman was spoken of or spoke.
    const loosely = peopleLoosely(frame.words.slice(core.from, core.to), mention.head, told);
    if (loosely.length !== 1) return null;
    const spoke = only !== null && list.drafts[only]!.nameIndex === loosely[0];
    const from = frames[Math.max(0, at - LOOSE_REACH)]!.words[0]!.start;
    const near = index.names[loosely[0]!]!.mentions.some((m) => m.start >= from && m.start < span.start);
    return spoke || near ? settle(named(loosely[0]!)) : null;
  }
  if (people.length === 1) {
    const speaker = named(people[0]!);
    list.drafts[speaker]!.role ??= mention.head;
    return settle(speaker);
  }
  for (let f = at; f >= Math.max(0, at - SALIENT_REACH); f--) {
    const to = f === at ? mention.range.from : frames[f]!.words.length;
    const here = new Set(index.within(frames[f]!, { from: 0, to }).map(({ name }) => name));
    const near = people.filter((name) => here.has(name));
    if (near.length === 1) return settle(named(near[0]!));
    if (near.length > 1) break;
  }
  return { ...UNRESOLVED, candidates: people.map(named).sort((a, b) => a - b) };
}

/** Cues with which one who has spoken speaks on. */
const GOES_ON: ReadonlySet<string> = new Set(['continue', 'add', 'go_on']);

/** Whether the text says of the person that they are of the other sex. */
function isOtherwise({ gender }: Mention, name: number | null, { genders }: Context['told']): boolean {
  const own = name === null ? undefined : genders.get(name);
  return gender !== null && own !== undefined && own !== gender;
}

/** Frames since the last words of whom a description that the text does not bear out may mean. */
const LOOSE_REACH = 2;

/** Frames looked back over for the one of several mayors who is meant. */
const SALIENT_REACH = 3;

/** The unnamed one spoken of last by the same noun, near enough to be meant; or null. */
function lastUnnamed({ head }: Mention, context: Context): number | null {
  const { drafts } = context.list;
  for (let k = drafts.length - 1; k >= Math.max(0, drafts.length - RECENT); k--) {
    const { kind, head: noun, count, mentions } = drafts[k]!;
    if (kind === 'people' && noun === head && count?.max === 1 && !isFar(mentions, context)) return k;
  }
  return null;
}

function isFar(mentions: readonly Span[], context: Context): boolean {
  const last = mentions.at(-1);
  const back = context.frames[Math.max(0, context.at - DESCRIPTION_REACH)]!;
  return last === undefined || last.start < back.words[0]!.start;
}
