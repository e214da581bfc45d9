import { ISSUING_VERBS } from '../language/en/documents.js';
import { OUTLET_NOUNS, PEOPLE_NOUNS } from '../language/en/unnamed.js';
import { bodyMeant } from './bodies-meant.js';
import { nounBefore } from './cue-subjects.js';
import type { Frame } from './frames.js';
import { describeMention, type Mention } from './mentions.js';
import type { NamedRange, NameIndex } from './names/name-index.js';
import { type Range, subjectBefore } from './noun-phrases.js';
import { partOfWhom } from './partitives.js';
import { toldOfPeople } from './people-told.js';
import { resolvePronoun } from './pronouns.js';
import { sameDocument } from './same-document.js';
import { SourceList, spanOfWords } from './source-list.js';
import { type Context, type Resolved, type Salient, UNRESOLVED } from './speaker-context.js';
import { coreLength, DESCRIPTION_REACH, SHORT, sameMention, whoIsDescribed } from './speaker-descriptions.js';
import { mediumOf, nameIssuer } from './speaker-documents.js';
import { resolveLabel } from './speaker-labels.js';
import type { Utterance } from './utterance.js';

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
    const medium =
      result.medium ?? mediumOf(u, context, result) ?? goesOn(utterances, n, resolved, result.speaker);
    if (medium !== null) {
      result = { ...result, medium };
      if (result.speaker !== null && !authors.has(medium)) authors.set(medium, result);
    }
    resolved.push(result);
    if (u.source === null) return;
    const sources = result.speaker === null ? [] : [result.speaker, ...result.also];
    const nested = outerOf(utterances, n) !== null;
    speakers.push({ frame: u.frame, sources, nested, utterance: u, candidates: result.candidates });
  });
  // `“I told them, ‘No,’” Calder said`: I am the one who speaks.
  utterances.forEach((u, n) => {
    const { words, quote } = frames[u.frame]!;
    if (u.source === null || words[u.source.from]!.norm !== 'i' || quote[u.source.from]! < 0) return;
    const outer = outerOf(utterances, n);
    if (outer !== null) resolved[n] = { ...resolved[outer]!, medium: resolved[n]!.medium };
  });
  return { list, resolved };
}

function speakerOf(u: Utterance, source: Range, context: Context): Resolved {
  const labelled = u.lemma === ':' ? resolveLabel(source, context) : null;
  return labelled ?? resolve(source, context);
}

/** The utterance of the same frame in whose content the source of utterance `n` stands, or null. */
function outerOf(utterances: readonly Utterance[], n: number): number | null {
  const { frame, source } = utterances[n]!;
  for (const step of [-1, 1])
    for (let k = n + step; Math.abs(k - n) < NEIGHBOURS && utterances[k]?.frame === frame; k += step)
      if (utterances[k]!.content.some(({ from, to }) => from <= source!.from && source!.to <= to)) return k;
  return null;
}

/**
 * "They called it “a raid” in the letter and wrote that …", "In a letter it says that …, and it calls …": what the same
 * one writes, or goes on to say in a sentence that opens with a document, stands in the document too.
 */
function goesOn(
  utterances: readonly Utterance[],
  n: number,
  resolved: readonly Resolved[],
  speaker: number | null,
): number | null {
  const { lemma, frame } = utterances[n]!;
  const [before, said] = [utterances[n - 1], resolved[n - 1]];
  if (before?.frame !== frame || said === undefined || speaker === null || said.speaker !== speaker)
    return null;
  return lemma === 'write' || before.fronted !== null ? said.medium : null;
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
      // Inside a quotation "he" is whoever the speaker has in mind.
      if (frame.quote[range.from]! >= 0) return UNRESOLVED;
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
  list.drafts[made]!.name = partOfWhom(context.frames, at, mention.range) ?? list.drafts[made]!.name;
  nameIssuer(list.drafts[made]!, mention, context);
  return { ...UNRESOLVED, speaker: made };
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
