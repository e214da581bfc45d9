import type { Mention } from './mentions.js';
import { isFiniteVerb, type Range } from './noun-phrases.js';
import { type SourceList, spanOfWords } from './source-list.js';
import { type Context, type Resolved, type Salient, UNRESOLVED } from './speaker-context.js';

/** Frames looked back over for whom a pronoun means: further back a reader would not find him either. */
const PRONOUN_REACH = 4;
/** he, she, they, it: the speaker before, else the one fitting person named before; several fitting are candidates. */
export function resolvePronoun(mention: Mention, range: Range, context: Context): Resolved {
  const { head, gender, plural } = mention;
  const { speakers, list, at, frame } = context;
  const span = spanOfWords(frame, range);
  if (head === 'i' || head === 'we' || head === 'you') return UNRESOLVED;
  const settle = (sources: readonly number[]): Resolved => {
    for (const s of sources) {
      list.mention(s, span);
      if (sources.length === 1) list.drafts[s]!.gender ??= gender;
    }
    return { ...UNRESOLVED, speaker: sources[0]!, also: sources.slice(1) };
  };
  for (let f = at; f >= Math.max(0, at - PRONOUN_REACH); f--) {
    const said = lastSpeakers(speakers, f, (s) => fits(list, s, head, gender, plural));
    const named =
      plural || head === 'it'
        ? []
        : personsIn(context, f, f === at ? range.from : Number.POSITIVE_INFINITY, gender);
    if (f === at && named.length > 0) {
      // In the same sentence the subject of the clause before is meant, where there is only one.
      if (named.length === 1) return settle([named[0]!]);
    }
    if (said !== null) return settle(said);
    if (named.length === 1) return settle([named[0]!]);
    if (named.length > 1) {
      const subject = subjectPerson(context, f, named);
      if (subject !== null) return settle([subject]);
      return { ...UNRESOLVED, candidates: [...new Set(named)].sort((a, b) => a - b) };
    }
    if (head === 'it') {
      const bodies = bodiesIn(context, f, f === at ? range.from : Number.POSITIVE_INFINITY);
      if (bodies.length === 1) return settle(bodies);
      if (bodies.length > 1) return { ...UNRESOLVED, candidates: bodies };
    }
  }
  return UNRESOLVED;
}

function lastSpeakers(
  speakers: readonly Salient[],
  f: number,
  suits: (sources: readonly number[]) => boolean,
): readonly number[] | null {
  for (let k = speakers.length - 1; k >= 0 && speakers[k]!.frame >= f; k--) {
    if (speakers[k]!.frame === f && suits(speakers[k]!.sources)) return speakers[k]!.sources;
  }
  return null;
}

function fits(
  list: SourceList,
  sources: readonly number[],
  head: string,
  gender: 'm' | 'f' | null,
  plural: boolean,
): boolean {
  const first = list.drafts[sources[0]!]!;
  if (plural)
    return (
      sources.length > 1 ||
      (first.kind === 'people' && first.count?.max !== 1) ||
      first.kind === 'organisation'
    );
  if (head === 'it')
    return (
      first.kind === 'organisation' ||
      first.kind === 'outlet' ||
      first.kind === 'document' ||
      first.kind === 'unknown'
    );
  if (sources.length > 1) return false;
  if (first.kind !== 'person' && !(first.kind === 'people' && first.count?.max === 1)) return false;
  return gender === null || first.gender === null || first.gender === gender;
}

function personsIn(context: Context, f: number, before: number, gender: 'm' | 'f' | null): number[] {
  const { frames, index, list, told } = context;
  const frame = frames[f]!;
  const to = Math.min(before, frame.words.length);
  const found: number[] = [];
  for (const n of index.within(frame, { from: 0, to })) {
    if (!index.isPerson(n.name) || frame.quote[n.from]! >= 0) continue;
    if (frame.words[n.to]?.norm === "'s") continue;
    const sex = told.genders.get(n.name);
    if (gender !== null && sex !== undefined && sex !== gender) continue;
    const at = list.named(n.name, null, null);
    if (sex !== undefined) list.drafts[at]!.gender ??= sex;
    if (!found.includes(at)) found.push(at);
  }
  return found;
}

function bodiesIn(context: Context, f: number, before: number): number[] {
  const { frames, index, list } = context;
  const frame = frames[f]!;
  const to = Math.min(before, frame.words.length);
  const found = index.within(frame, { from: 0, to }).filter((n) => index.isBody(n.name));
  return [...new Set(found.map((n) => list.named(n.name, null, null)))];
}

/** The person who is alone before the first finite verb of the frame. */
function subjectPerson(context: Context, f: number, named: readonly number[]): number | null {
  const { frames, index, list } = context;
  const frame = frames[f]!;
  const verb = frame.words.findIndex((_, i) => isFiniteVerb(frame.words, i));
  if (verb < 0) return null;
  const before = index.within(frame, { from: 0, to: verb }).filter((n) => index.isPerson(n.name));
  const distinct = [...new Set(before.map((n) => list.named(n.name, null, null)))].filter((n) =>
    named.includes(n),
  );
  return distinct.length === 1 ? distinct[0]! : null;
}
