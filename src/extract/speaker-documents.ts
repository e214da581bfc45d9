import { MEDIUM_TYPES } from '../language/en/documents.js';
import { BODY_NOUNS } from '../language/en/unnamed.js';
import { bodyMeant } from './bodies-meant.js';
import type { Frame } from './frames.js';
import { describeMention, type Mention, singularOf } from './mentions.js';
import type { NameIndex } from './names/name-index.js';
import type { Range } from './noun-phrases.js';
import type { Draft, SourceList } from './source-list.js';
import type { Context, Resolved } from './speaker-context.js';
import type { Utterance } from './utterance.js';

/** "the directorate's e-mail", "its annual report": the body meant, by its name. */
export function nameIssuer(draft: Draft, { range }: Mention, { frames, frame, at, index }: Context): void {
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

/** The document that the words after the cue, or before the subject, name: "said in a statement", "In a letter, X said". */
export function mediumOf(
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
