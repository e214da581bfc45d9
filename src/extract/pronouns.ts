import { TIME_WORDS } from '../language/en/phrase-bounds.js';
import { PEOPLE_NOUNS } from '../language/en/unnamed.js';
import { describeMention, type Mention, singularOf } from './mentions.js';
import { isFiniteVerb, type Range, subjectBefore } from './noun-phrases.js';
import { spanOfWords } from './source-list.js';
import { type Context, type Resolved, type Salient, UNRESOLVED } from './speaker-context.js';

/** Frames looked back over for whom a pronoun means: further back a reader would not find him either. */
const PRONOUN_REACH = 4;

/** Describes unnamed people ("A docker met us. He said …") as a source; given by whoever resolves descriptions. */
export type Describe = (mention: Mention, context: Context) => Resolved;

/**
 * he, she, they, it: who spoke last, else the subject of the sentence before, else the one fitting person named there;
 * several fitting are candidates. Whom the words quoted speak of is not taken for the one who says them.
 */
export function resolvePronoun(
  mention: Mention,
  range: Range,
  context: Context,
  describe: Describe,
): Resolved {
  const { head, gender, plural } = mention;
  const { list, at, frame } = context;
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
    const before = f === at ? range.from : Number.POSITIVE_INFINITY;
    const asked = f === at - 1 ? askedIn(context, f, mention) : null;
    if (asked !== null) return settle([asked]);
    const said = lastSpeaker(context, f, mention);
    if (head === 'it') {
      if (said !== null && said.sources.length > 0) return settle(said.sources);
      const bodies = bodiesIn(context, f, before);
      if (bodies.length === 1) return settle(bodies);
      if (bodies.length > 1) return { ...UNRESOLVED, candidates: bodies };
      continue;
    }
    if (plural) {
      if (said !== null && said.sources.length > 0) return settle(said.sources);
      const joint = jointSubject(context, f, before);
      if (joint.length > 1) return settle(joint);
      const people = f < at ? unnamedSubject(context, f, mention, describe) : null;
      if (people !== null) return settle([people]);
      continue;
    }
    const named = personsIn(context, f, before, gender);
    if (said !== null) {
      // Somebody else became the subject after those words: `…,” Calder said. Reyes rose. He said`.
      if (f === at && named.length === 1 && !isSpeaker(context, f, named[0]!)) return settle([named[0]!]);
      if (said.sources.length === 0) return { ...UNRESOLVED, candidates: said.candidates };
      return settle(said.sources);
    }
    // Further up only the subject of its sentence is meant.
    const near = f >= at - 1 || subjectPerson(context, f, named, before) !== null;
    if (named.length === 1 && near) return settle([named[0]!]);
    if (named.length > 1) {
      const subject = subjectPerson(context, f, named, before);
      if (subject !== null) return settle([subject]);
      return { ...UNRESOLVED, candidates: [...new Set(named)].sort((a, b) => a - b) };
    }
    const people = f < at ? unnamedSubject(context, f, mention, describe) : null;
    if (people !== null) return settle([people]);
  }
  return UNRESOLVED;
}

/** The speaker of frame `f` that fits, the last whose words are not inside another's; unresolved ones count. */
function lastSpeaker({ speakers, list }: Context, f: number, mention: Mention): Salient | null {
  let nested: Salient | null = null;
  for (let k = speakers.length - 1; k >= 0 && speakers[k]!.frame >= f; k--) {
    const salient = speakers[k]!;
    if (salient.frame !== f) continue;
    const suits =
      salient.sources.length > 0
        ? fits(list, salient.sources, mention)
        : !mention.plural && mention.head !== 'it' && salient.candidates.length > 0;
    if (!suits) continue;
    if (!salient.nested) return salient;
    nested ??= salient;
  }
  return nested;
}

function isSpeaker({ speakers }: Context, f: number, source: number): boolean {
  for (let k = speakers.length - 1; k >= 0 && speakers[k]!.frame >= f; k--)
    if (speakers[k]!.frame === f && speakers[k]!.sources.includes(source)) return true;
  return false;
}

/** "The reporter asked Calder whether …. She said …": the one asked answers. Null where it is not told who was asked. */
function askedIn({ frames, index, list, told, at }: Context, f: number, mention: Mention): number | null {
  const frame = frames[f];
  if (frame === undefined || f === at || mention.plural || mention.head === 'it') return null;
  const { words, quote } = frame;
  for (let i = words.length - 2; i >= 0; i--) {
    if (!/^ask(?:s|ed|ing)?$/.test(words[i]!.norm) || quote[i]! >= 0) continue;
    const name = index.within(frame, { from: i + 1, to: Math.min(words.length, i + MAX_ADDRESSEE) })[0];
    if (name === undefined || !index.isPerson(name.name)) continue;
    if (!words.slice(i + 1, name.from).every(({ pos }) => /^(?:PROPN|NOUN|ADJ|DET)$/.test(pos))) continue;
    const sex = told.genders.get(name.name);
    if (mention.gender !== null && sex !== undefined && sex !== mention.gender) continue;
    return list.named(name.name, null, null);
  }
  return null;
}

/** Words that titles and a name after "asked" take. */
const MAX_ADDRESSEE = 8;

function fits(list: Context['list'], sources: readonly number[], { head, gender, plural }: Mention): boolean {
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

/** Of whom a phrase in front only speaks: "Of Lund, he said", "Asked about Lund, he said". */
const TOPIC = /^(?:of|about|like|unlike|to|against|for|with|on)$/;

function personsIn(context: Context, f: number, before: number, gender: 'm' | 'f' | null): number[] {
  const { frames, index, list, told, at, utterance } = context;
  const frame = frames[f]!;
  const to = Math.min(before, frame.words.length);
  const found: number[] = [];
  for (const n of index.within(frame, { from: 0, to })) {
    if (!index.isPerson(n.name) || frame.quote[n.from]! >= 0) continue;
    if (n.to - n.from === 1 && TIME_WORDS.has(frame.words[n.from]!.norm)) continue;
    if (/^['’]s$/.test(frame.words[n.to]?.norm ?? '')) continue;
    if (f === at) {
      if (utterance.trailing && utterance.content.some(({ from, to: end }) => from <= n.from && n.to <= end))
        continue;
      if (isTopic(context, n.from)) continue;
    }
    const sex = told.genders.get(n.name);
    if (gender !== null && sex !== undefined && sex !== gender) continue;
    const source = list.named(n.name, null, null);
    if (sex !== undefined) list.drafts[source]!.gender ??= sex;
    if (gender !== null && (list.drafts[source]!.gender ?? gender) !== gender) continue;
    if (!found.includes(source)) found.push(source);
  }
  return found;
}

function isTopic({ frame }: Context, at: number): boolean {
  const { words } = frame;
  let i = at - 1;
  while (i >= 0 && /^(?:PROPN|NOUN|ADJ|DET)$/.test(words[i]!.pos)) i--;
  return i >= 0 && i <= 1 && words[i]!.pos === 'ADP' && TOPIC.test(words[i]!.norm);
}

function bodiesIn(context: Context, f: number, before: number): number[] {
  const { frames, index, list } = context;
  const frame = frames[f]!;
  const to = Math.min(before, frame.words.length);
  const found = index.within(frame, { from: 0, to }).filter((n) => index.isBody(n.name));
  return [...new Set(found.map((n) => list.named(n.name, null, null)))];
}

/** The person who is alone before the first finite verb of the frame. */
function subjectPerson(context: Context, f: number, named: readonly number[], before: number): number | null {
  const { frames, index, list } = context;
  const frame = frames[f]!;
  const verb = frame.words.findIndex((_, i) => isFiniteVerb(frame.words, i));
  if (verb < 0 || verb >= before) return null;
  const ahead = index.within(frame, { from: 0, to: verb }).filter((n) => index.isPerson(n.name));
  const distinct = [...new Set(ahead.map((n) => list.named(n.name, null, null)))].filter((n) =>
    named.includes(n),
  );
  return distinct.length === 1 ? distinct[0]! : null;
}

/** "Calder and Reyes met on Friday.": both. */
function jointSubject({ frames, index, list }: Context, f: number, before: number): number[] {
  const frame = frames[f]!;
  const verb = frame.words.findIndex((_, i) => isFiniteVerb(frame.words, i));
  if (verb < 1 || verb >= before) return [];
  const subject = subjectBefore(frame, verb, 0);
  if (subject === null) return [];
  const { kind, name, also } = describeMention(frame, subject, index);
  return kind === 'person' && name !== null ? [name, ...also].map((n) => list.named(n, null, null)) : [];
}

/** "A docker met us at the gate.": the people without a name who are the subject of frame `f`, as a source. */
function unnamedSubject(context: Context, f: number, pronoun: Mention, describe: Describe): number | null {
  const { frames, index } = context;
  const frame = frames[f]!;
  const verb = frame.words.findIndex((_, i) => isFiniteVerb(frame.words, i));
  const subject = verb < 1 || frame.display ? null : subjectBefore(frame, verb, 0);
  if (subject === null || frame.quote[subject.from]! >= 0) return null;
  const mention = describeMention(frame, subject, index);
  if (mention.kind !== 'people' || mention.plural !== pronoun.plural) return null;
  if (!PEOPLE_NOUNS.has(mention.head) && singularOf(mention.head).singular !== 'person') return null;
  if (mention.gender !== null && pronoun.gender !== null && mention.gender !== pronoun.gender) return null;
  return describe(mention, { ...context, frame, at: f }).speaker;
}
