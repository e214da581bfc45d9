import { URGE_VERBS } from '../language/en/cues.js';
import { MEDIUM_TYPES } from '../language/en/documents.js';
import { BODY_NOUNS } from '../language/en/unnamed.js';
import { bodyMeant } from './bodies-meant.js';
import type { Frame } from './frames.js';
import { describeMention, type Mention, singularOf } from './mentions.js';
import type { NameIndex } from './names/name-index.js';
import type { Range } from './noun-phrases.js';
import type { Draft } from './source-list.js';
import type { Context, Resolved } from './speaker-context.js';
import type { Utterance } from './utterance.js';

/** "the directorate's e-mail", "its annual report": the body meant, by its name. */
export function nameIssuer(
  draft: Draft,
  { range }: Mention,
  { frames, frame, at, index, list, speakers }: Context,
): void {
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
    // "…, the audit office says. …, according to its report": who spoke last.
    const last = speakers.at(-1);
    const spoke =
      last !== undefined && last.sources.length === 1 && at - last.frame <= 1
        ? list.drafts[last.sources[0]!]!
        : null;
    if (noun === null && spoke?.kind === 'organisation') {
      draft.document = { ...draft.document, issuer: spoke.name };
      return;
    }
    noun ??= 'body';
  }
  if (noun === null) return;
  const name = bodyMeant(frames, at, before, noun, index);
  if (name !== null) draft.document = { ...draft.document, issuer: index.names[name]!.name };
}

/**
 * The document that the words after the cue, before the subject or behind the quotation name: "said in a statement", "In
 * a letter, X said", "called it “a raid” in the letter"; "In it, X said" means the one spoken of just before.
 */
export function mediumOf(
  u: Utterance,
  { frames, frame, list, index }: Context,
  { speaker, also }: Resolved,
): number | null {
  const issuer = speaker === null ? null : list.drafts[speaker]!.name;
  const one = speaker === null ? null : list.drafts[speaker]!.count;
  const people = one !== null && one.max === one.min ? one.min + also.length : 0;
  const signatories = people > 1 ? people : null;
  const named = (where: Frame, phrase: Range, noun: string, type: string): number =>
    list.medium(where, mentionAs(where, phrase, noun, index), type, issuer, signatories);
  const posted = /^(?:tweet|post|blog)$/.test(u.lemma);
  if (posted && u.cue !== null && speaker !== null) return named(frame, u.cue, 'post', 'post');
  const found = phraseOf(u, frames);
  if (found === null) return null;
  const head = found.phrase.to - 1;
  return named(found.frame, found.phrase, nounAt(found.frame, head), typeAt(found.frame, head)!);
}

/** The phrase that names the document of an utterance, its noun last, and the sentence that has it; or null. */
function phraseOf(u: Utterance, frames: readonly Frame[]): { frame: Frame; phrase: Range } | null {
  const frame = frames[u.frame]!;
  if (opensWithIt(u, frame)) {
    const before = frames[u.frame - 1];
    const phrase = before === undefined ? null : soleDocument(before);
    return phrase && { frame: before!, phrase };
  }
  const places = [u.adverbial, u.fronted, behindQuotation(u, frame), ...aroundRequest(u, frame)];
  const phrase =
    antecedentBefore(u, frame) ??
    places.reduce<Range | null>((known, place) => known ?? (place && documentIn(frame, place)), null);
  return phrase && { frame, phrase };
}

/** "in a joint statement", "on the board's blog": the phrase behind the preposition. */
function documentIn(frame: Frame, place: Range): Range | null {
  const { words } = frame;
  for (let i = place.from; i < place.to; i++) {
    if (!/^(?:in|on|via|through)$/.test(words[i]!.norm)) continue;
    const end = Math.min(place.to, i + 7);
    for (let h = i + 1; h < end && words[h]!.pos !== 'ADP'; h++)
      if (typeAt(frame, h) !== null) return { from: i + 1, to: h + 1 };
  }
  return null;
}

const nounAt = ({ words }: Frame, at: number): string => singularOf(words[at]!.norm).singular;

/** The type of document that a word names as the head of its phrase, or null. */
function typeAt({ words }: Frame, at: number): string | null {
  if (words[at]!.pos !== 'NOUN' || words[at + 1]?.pos === 'NOUN') return null;
  return MEDIUM_TYPES.get(words[at]!.norm) ?? null;
}

/** How a sentence first speaks of a document; null where it speaks of none, or of two under different nouns. */
function soleDocument(frame: Frame): Range | null {
  const found = [...frame.words.keys()].filter((at) => typeAt(frame, at) !== null);
  const one = new Set(found.map((at) => nounAt(frame, at))).size === 1;
  return one ? withArticle(frame, found[0]!) : null;
}

const withArticle = ({ words }: Frame, noun: number): Range => ({
  from: words[noun - 1]?.pos === 'DET' ? noun - 1 : noun,
  to: noun + 1,
});

/** "In it the mayors say …". */
function opensWithIt({ source, cue }: Utterance, { words }: Frame): boolean {
  return (
    source !== null &&
    cue !== null &&
    words[0]!.norm === 'in' &&
    words[1]!.norm === 'it' &&
    (source.from === 2 || (source.from === 3 && words[2]!.text === ','))
  );
}

/** "a letter in which the mayors asked …". */
function antecedentBefore({ source }: Utterance, frame: Frame): Range | null {
  const { words } = frame;
  const at = (source?.from ?? 0) - 3;
  if (at < 0 || words[at + 1]!.norm !== 'in' || words[at + 2]!.norm !== 'which' || typeAt(frame, at) === null)
    return null;
  return withArticle(frame, at);
}

const REQUESTS: ReadonlySet<string> = new Set(URGE_VERBS.split(' '));

/** Words behind a request that may tell of the document that it stands in. */
const BEHIND_REQUEST = 8;

/** "asked him in a letter to suspend …", "asked it to suspend …, in a letter": not what is to be done in a letter. */
function aroundRequest({ lemma, cue, content }: Utterance, { words }: Frame): readonly Range[] {
  const [first, last] = [content[0], content.at(-1)];
  if (!REQUESTS.has(lemma) || first === undefined || last === undefined) return [];
  const from = cue !== null && cue.to <= first.from ? cue.to : first.from;
  let to = from;
  while (to < first.to && words[to]!.norm !== 'to') to++;
  const behind = words[last.to]?.text === ',' ? last.to + 1 : last.to;
  const after =
    words[behind]?.norm === 'in'
      ? [{ from: behind, to: Math.min(words.length, behind + BEHIND_REQUEST) }]
      : [];
  return [{ from, to }, ...after];
}

/** The rest of a content behind its last quotation, where that begins "in": `“a raid” in the letter`. */
function behindQuotation({ content }: Utterance, { words, quote }: Frame): Range | null {
  const last = content.at(-1);
  if (last === undefined) return null;
  let from = last.to;
  while (from > last.from && quote[from - 1]! < 0) from--;
  return from > last.from && from < last.to && words[from]!.norm === 'in' ? { from, to: last.to } : null;
}

function mentionAs(frame: Frame, range: Range, head: string, index: NameIndex): Mention {
  return { ...describeMention(frame, range, index), kind: 'document', head };
}
