import { ISSUING_VERBS, MEDIUM_TYPES } from '../language/en/documents.js';
import { RELATIVES } from '../language/en/phrase-bounds.js';
import { BODY_NOUNS, OUTLET_NOUNS, PEOPLE_NOUNS } from '../language/en/unnamed.js';
import type { Span } from '../model/span.js';
import { bodyMeant } from './bodies-meant.js';
import { nounBefore } from './cue-subjects.js';
import type { Frame } from './frames.js';
import { describeMention, type Mention, singularOf } from './mentions.js';
import type { NamedRange, NameIndex } from './name-index.js';
import { type Range, subjectBefore } from './noun-phrases.js';
import { peopleDescribed, peopleLoosely, toldOfPeople } from './people-told.js';
import { resolvePronoun } from './pronouns.js';
import { sameDocument } from './same-document.js';
import { type Draft, SourceList, spanOfWords } from './source-list.js';
import { type Context, type Resolved, type Salient, UNRESOLVED } from './speaker-context.js';
import { resolveLabel } from './speaker-labels.js';
import type { Utterance } from './utterance.js';

/** Frames looked back over for "the official" and "the senators". */
const DESCRIPTION_REACH = 12;

/** Sources looked back over for the same phrase or description. */
const RECENT = 60;

/** Resolves the sources of all utterances in document order. */
export function resolveSpeakers(
  frames: readonly Frame[],
  utterances: readonly Utterance[],
  index: NameIndex,
  published: string | null,
): { list: SourceList; resolved: Resolved[] } {
  const list = new SourceList(index, published);
  const resolved: Resolved[] = [];
  const speakers: Salient[] = [];
  const told = toldOfPeople(frames, index);
  const authors = new Map<number, Resolved>();
  utterances.forEach((u, n) => {
    const frame = frames[u.frame]!;
    const context: Context = {
      frames,
      frame,
      at: u.frame,
      list,
      index,
      speakers,
      told,
      utterance: u,
      authors,
    };
    let result = u.source === null ? sourceless(u, resolved) : speakerOf(u, u.source, context);
    result = issuedBy(u, result, context);
    const medium = result.medium ?? mediumOf(u, frame, list, index, result);
    if (medium !== null) {
      result = { ...result, medium };
      if (result.speaker !== null && !authors.has(medium)) authors.set(medium, result);
    }
    resolved.push(result);
    if (u.source === null) return;
    const sources = result.speaker === null ? [] : [result.speaker, ...result.also];
    const nested = isNested(utterances, n);
    speakers.push({ frame: u.frame, sources, nested, utterance: u, candidates: result.candidates });
  });
  return { list, resolved };
}

function speakerOf(u: Utterance, source: Range, context: Context): Resolved {
  const labelled = u.lemma === ':' ? resolveLabel(source, context) : null;
  return labelled ?? resolve(source, context);
}

/** Whether the source of utterance `n` stands in the content of another of its frame. */
function isNested(utterances: readonly Utterance[], n: number): boolean {
  const { frame, source } = utterances[n]!;
  for (const step of [-1, 1])
    for (let k = n + step; Math.abs(k - n) < NEIGHBOURS && utterances[k]?.frame === frame; k += step)
      if (utterances[k]!.content.some(({ from, to }) => from <= source!.from && source!.to <= to))
        return true;
  return false;
}

/** Utterances of one frame are looked through this far. */
const NEIGHBOURS = 12;

/** "Calder released a statement saying": she says it, in the statement. */
function issuedBy(u: Utterance, result: Resolved, context: Context): Resolved {
  const { frame, list } = context;
  if (u.source === null || result.speaker === null || list.drafts[result.speaker]!.kind !== 'document')
    return result;
  let verb = u.source.from - 1;
  while (verb > 0 && /^(?:ADP|ADV|PART)$/.test(frame.words[verb]!.pos) && u.source.from - verb < 3) verb--;
  if (verb < 1 || !ISSUING_VERBS.has(frame.words[verb]!.lemma)) return result;
  let end = verb;
  while (end > 0 && /^(?:AUX|ADV)$/.test(frame.words[end - 1]!.pos)) end--;
  const subject = subjectBefore(frame, end, 0);
  if (subject === null) return result;
  const author = resolve(subject, context);
  if (author.speaker === null || list.drafts[author.speaker]!.kind === 'document') return result;
  const draft = list.drafts[result.speaker]!;
  if (draft.document !== null)
    draft.document = {
      ...draft.document,
      issuer: draft.document.issuer ?? list.drafts[author.speaker]!.name,
    };
  return { ...author, medium: result.speaker };
}

/** A quotation that goes on from an earlier one has its speaker; a passive has none. */
function sourceless(u: Utterance, resolved: readonly Resolved[]): Resolved {
  if (u.continues === null) return UNRESOLVED;
  const earlier = resolved[u.continues];
  return earlier === undefined ? UNRESOLVED : { ...earlier, medium: null };
}

function resolve(range: Range, context: Context): Resolved {
  const { frame, index, list } = context;
  const mention = describeMention(frame, range, index);
  const span = spanOfWords(frame, range);
  // "the Ohio Democrat": a name to those who look for capitals.
  if (
    mention.name !== null &&
    mention.kind !== 'person' &&
    mention.definite &&
    PEOPLE_NOUNS.has(mention.head)
  ) {
    const person = whoIsDescribed({ ...mention, kind: 'people' }, context);
    if (person !== null) return person;
  }
  switch (mention.kind) {
    case 'person':
    case 'organisation':
    case 'outlet': {
      if (mention.name !== null) {
        const speaker = list.named(mention.name, mention, span);
        const also = mention.also.map((n) =>
          list.named(n, { ...mention, organisation: null, gender: null }, span),
        );
        return { speaker, candidates: [], also, medium: null };
      }
      const body = bodyOf(mention, range, context);
      if (body !== null) {
        list.mention(body, span);
        return { ...UNRESOLVED, speaker: body };
      }
      return { ...UNRESOLVED, speaker: list.unnamed(frame, mention) };
    }
    case 'relative':
      return antecedent(range, context);
    case 'pronoun':
      return resolvePronoun(mention, range, context, described);
    default:
      return described(mention, context);
  }
}

/** The named body that "the agency" or "the same newspaper" means, as a source; or null. */
function bodyOf(mention: Mention, range: Range, { frames, frame, at, index, list }: Context): number | null {
  const same = frame.words[range.from + 1]?.norm === 'same' ? 1 : 0;
  if (!mention.definite || range.to - range.from !== 2 + same) return null;
  const name = bodyMeant(frames, at, range.from, frame.words[range.to - 1]!.norm, index);
  return name === null ? null : list.named(name, null, null);
}

/** "the mayor", "the senators", "the official", "the internal email", or a new source. */
function described(mention: Mention, context: Context): Resolved {
  const { frame, list, at, speakers } = context;
  const span = spanOfWords(frame, mention.range);
  const short = coreLength(frame, mention.range) <= SHORT;
  const again = sameMention(list, span);
  if (again !== null) {
    list.mention(again, span);
    return { ...UNRESOLVED, speaker: again };
  }
  // "the paper" is a newspaper where one was named.
  const outlet = OUTLET_NOUNS.has(mention.head) ? bodyOf(mention, mention.range, context) : null;
  if (outlet !== null) {
    list.mention(outlet, span);
    return { ...UNRESOLVED, speaker: outlet };
  }
  if (mention.kind === 'document') {
    const known = sameDocument(mention, frame, list);
    if (known !== null) {
      list.again(known, frame, mention);
      // "Calder said in a statement. … The statement went on": she does.
      const author =
        list.drafts[known]!.document?.type === 'statement' ? context.authors.get(known) : undefined;
      return author === undefined
        ? { ...UNRESOLVED, speaker: known }
        : { ...author, candidates: [], medium: known };
    }
  } else if (mention.definite && short) {
    const described = whoIsDescribed(mention, context);
    if (described !== null) return described;
    if (mention.kind === 'people' && mention.plural) {
      for (let k = speakers.length - 1; k >= 0 && at - speakers[k]!.frame <= DESCRIPTION_REACH; k--) {
        const { sources } = speakers[k]!;
        if (sources.length === 0) continue;
        const plural =
          sources.length > 1 ||
          (list.drafts[sources[0]!]!.head === mention.head && list.drafts[sources[0]!]!.count?.max !== 1);
        if (!plural) continue;
        const all = sources.every(
          (s) => list.drafts[s]!.kind === 'person' || list.drafts[s]!.kind === 'people',
        );
        if (!all) continue;
        for (const s of sources) list.mention(s, span);
        return { ...UNRESOLVED, speaker: sources[0]!, also: sources.slice(1) };
      }
    }
  }
  const made = list.unnamed(frame, mention);
  nameIssuer(list.drafts[made]!, mention, context);
  return { ...UNRESOLVED, speaker: made };
}

/** "the directorate's e-mail", "its annual report": the body meant, by its name. */
function nameIssuer(draft: Draft, { range }: Mention, { frames, frame, at, index }: Context): void {
  if (draft.document === null) return;
  const { words } = frame;
  const { issuer } = draft.document;
  let noun = /^the (\S+)$/i.exec(issuer ?? '')?.[1]?.toLowerCase() ?? null;
  let before = range.from;
  if (issuer === null && /^(?:its|their)$/.test(words[range.from]!.norm)) {
    for (let i = 1; i < range.from && noun === null; i++) {
      if (words[i - 1]!.norm === 'the' && BODY_NOUNS.has(words[i]!.norm)) {
        noun = words[i]!.norm;
        before = i - 1;
      }
    }
    noun ??= 'body';
  }
  if (noun === null) return;
  const name = bodyMeant(frames, at, before, noun, index);
  if (name !== null) draft.document = { ...draft.document, issuer: index.names[name]!.name };
}

/** A description of up to this many words may go back to an earlier one; longer ones say anew who is meant. */
const SHORT = 4;

/** Words of the phrase before its first comma or relative. */
function coreLength({ words }: Frame, range: Range): number {
  let i = range.from;
  while (i < range.to && words[i]!.text !== ',' && !(i > range.from && RELATIVES.has(words[i]!.norm))) i++;
  return i - range.from;
}

/** The source whose mention begins at the same word: the phrase was read before, with or without its relative clause. */
function sameMention(list: SourceList, span: Span): number | null {
  for (let k = list.drafts.length - 1; k >= Math.max(0, list.drafts.length - RECENT); k--) {
    if (list.drafts[k]!.mentions.some((m) => m.start === span.start)) return k;
  }
  return null;
}

/**
 * Whom "the mayor" or "the official" goes back to: the person, or the people without a name, of whom the text says so;
 * of several the one named in the last sentences, else they are candidates. Null where it says so of none.
 */
function whoIsDescribed(mention: Mention, context: Context): Resolved | null {
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
    // "the four-term congressman" right after the words of the one congressman.
    const last = context.speakers.at(-1);
    if (last === undefined || at - last.frame > LOOSE_REACH || last.sources.length !== 1) return null;
    const loosely = peopleLoosely(frame.words.slice(core.from, core.to), mention.head, told);
    const fits = loosely.length === 1 && list.drafts[last.sources[0]!]!.nameIndex === loosely[0];
    return fits ? settle(named(loosely[0]!)) : null;
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

function antecedent(range: Range, context: Context): Resolved {
  const { frame, list, index } = context;
  const { words } = frame;
  const here = words[range.from]!.start;
  for (let k = list.drafts.length - 1; k >= Math.max(0, list.drafts.length - 3); k--) {
    if (list.drafts[k]!.mentions.some((m) => m.start < here && m.end > here))
      return { ...UNRESOLVED, speaker: k };
  }
  let end = range.from;
  if (words[end - 1]?.text === ',') end--;
  const noun = nounBefore(frame, end, 0);
  const phrase = end <= 0 ? null : (subjectBefore(frame, end, 0) ?? noun);
  // The noun that the relative stands by is at the end of what precedes it: a name there, else the phrase.
  const names = index.within(frame, { from: Math.max(0, end - 8), to: end });
  const near = names.at(-1) ?? null;
  const bearer = near?.to === end ? near : describedBy(frame, end, index);
  if (bearer !== null) {
    const speaker = list.named(bearer.name, null, spanOfWords(frame, bearer));
    return { ...UNRESOLVED, speaker };
  }
  if (phrase === null) return UNRESOLVED;
  let from = phrase.to - 1;
  while (
    from > phrase.from &&
    words[from - 1]!.pos !== 'ADP' &&
    words[from - 1]!.pos !== 'VERB' &&
    words[from]!.pos !== 'DET'
  )
    from--;
  const mention = describeMention(frame, { from, to: phrase.to }, index);
  if (mention.kind === 'pronoun' || mention.kind === 'relative') return UNRESOLVED;
  if (mention.kind === 'person' || mention.kind === 'organisation' || mention.kind === 'outlet') {
    return resolve({ from, to: phrase.to }, context);
  }
  return described(mention, context);
}

/** How long an apposition between a name and its relative is, in words. */
const APPOSITION = 12;

/** "the Harbour Club, a group of skippers, which": the name that the apposition before word `end` describes, or null. */
function describedBy(frame: Frame, end: number, index: NameIndex): NamedRange | null {
  const { words } = frame;
  if (words[end]?.text !== ',') return null;
  for (let i = end - 1; i > Math.max(0, end - APPOSITION); i--) {
    if (words[i]!.text === ',')
      return /^(?:an?|the)$/.test(words[i + 1]!.norm)
        ? (index.within(frame, { from: Math.max(0, i - APPOSITION), to: i }).find((n) => n.to === i) ?? null)
        : null;
    if (words[i]!.pos === 'VERB' || words[i]!.pos === 'AUX') return null;
  }
  return null;
}

/** The document that the words after the cue, or before the subject, name: "said in a statement", "In a letter, X said". */
function mediumOf(
  u: Utterance,
  frame: Frame,
  list: SourceList,
  index: NameIndex,
  { speaker, also }: Resolved,
): number | null {
  const issuer = speaker === null ? null : list.drafts[speaker]!.name;
  const one = speaker === null ? null : list.drafts[speaker]!.count;
  const people = one !== null && one.max === one.min ? one.min + also.length : 0;
  const signatories = people > 1 ? people : null;
  const posted = /^(?:tweet|post|blog)$/.test(u.lemma);
  if (posted && u.cue !== null && speaker !== null)
    return list.medium(frame, mentionAs(frame, u.cue, 'post', index), 'post', issuer, signatories);
  for (const range of [u.adverbial, u.fronted]) {
    if (range === null) continue;
    const { words } = frame;
    for (let i = range.from; i < range.to; i++) {
      if (!/^(?:in|on|via|through)$/.test(words[i]!.norm)) continue;
      const end = Math.min(range.to, i + 7);
      for (let h = i + 1; h < end; h++) {
        if (words[h]!.pos === 'ADP') break;
        const type = MEDIUM_TYPES.get(words[h]!.norm);
        if (type === undefined || words[h]!.pos !== 'NOUN' || words[h + 1]?.pos === 'NOUN') continue;
        const phrase = { from: i + 1, to: h + 1 };
        const noun = singularOf(words[h]!.norm).singular;
        return list.medium(frame, mentionAs(frame, phrase, noun, index), type, issuer, signatories);
      }
    }
  }
  return null;
}

function mentionAs(frame: Frame, range: Range, head: string, index: NameIndex): Mention {
  return { ...describeMention(frame, range, index), kind: 'document', head };
}
