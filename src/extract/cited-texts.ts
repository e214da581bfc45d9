import {
  DOCUMENT_NOUNS,
  HANDED_VERBS,
  RECORD_NOUNS,
  RECORD_PREPOSITIONS,
  SEEN_VERBS,
} from '../language/en/documents.js';
import type { Frame } from './frames.js';
import { describeMention, type Mention, singularOf } from './mentions.js';
import type { NameIndex } from './names/name-index.js';
import { isFiniteVerb, type Range } from './noun-phrases.js';
import { sameDocument } from './same-document.js';
import { type SourceList, spanOfWords } from './source-list.js';

/** Longest phrase before a head noun, in words. */
const REACH = 7;

/**
 * Adds what statements rest on without an attribution: laws ("Under the Harbour Safety Act, …"), rulings and registers,
 * documents that somebody saw, signed or sent, and further mentions of documents that are sources already.
 */
export function findCitedTexts(frames: readonly Frame[], list: SourceList, index: NameIndex): void {
  const laws = index.names.flatMap(({ kind }, n) => (kind === 'law' ? [n] : []));
  for (const frame of frames) {
    const { words, speech } = frame;
    for (const n of index.within(frame, { from: 0, to: words.length })) {
      if (index.names[n.name]!.kind === 'law' && speech[n.from] === 0 && rests(frame, n))
        list.named(n.name, null, spanOfWords(frame, n));
    }
    for (let i = 0; i < words.length; i++) {
      if (speech[i] === 1 || words[i]!.pos !== 'NOUN') continue;
      const { singular, plural } = singularOf(words[i]!.norm);
      if (plural || (!DOCUMENT_NOUNS.has(singular) && !RECORD_NOUNS.has(singular))) continue;
      const phrase = phraseOf(frame, i);
      if (phrase === null) continue;
      if (
        /^(?:act|law|bill|statute)$/.test(singular) &&
        words[phrase.from]!.norm === 'the' &&
        laws.length === 1
      ) {
        if (rests(frame, phrase)) list.named(laws[0]!, null, spanOfWords(frame, phrase));
      } else cite(frame, phrase, i, singular, list, index);
    }
  }
}

function cite(
  frame: Frame,
  phrase: Range,
  head: number,
  noun: string,
  list: SourceList,
  index: NameIndex,
): void {
  const span = spanOfWords(frame, phrase);
  if (
    list.drafts.some(
      (d) => d.kind === 'document' && d.mentions.some((m) => m.start <= span.start && m.end >= span.end),
    )
  )
    return;
  const mention: Mention = { ...describeMention(frame, phrase, index), kind: 'document', head: noun };
  const type = DOCUMENT_NOUNS.get(noun);
  if (mention.definite && type !== undefined) {
    const known = sameDocument(mention, frame, list);
    if (known !== null) {
      list.again(known, frame, mention);
      return;
    }
  }
  const record = RECORD_NOUNS.has(noun);
  if (record ? rests(frame, phrase) : type !== 'law' && inHand(frame, head, type)) {
    const known = mention.definite ? null : sameDocument(mention, frame, list);
    if (known !== null) list.again(known, frame, mention);
    else list.unnamed(frame, mention);
  }
}

/** Types of what people write to one another. */
const WRITTEN: ReadonlySet<string> = new Set(['e-mail', 'memo', 'letter', 'filing']);

/** The noun phrase whose head is word `head`: from its article on. Null where it has none. */
function phraseOf({ words, speech }: Frame, head: number): Range | null {
  if (/^(?:NOUN|PROPN)$/.test(words[head + 1]?.pos ?? '')) return null;
  for (let i = head - 1; i >= 0 && head - i < REACH && speech[i] === 0; i--) {
    const { pos, norm } = words[i]!;
    if (pos === 'DET' || (pos === 'PRON' && /^(?:its|their|his|her)$/.test(norm)))
      return { from: i, to: head + 1 };
    if (!/^(?:ADJ|NOUN|PROPN|NUM|PART)$/.test(pos)) return null;
  }
  return null;
}

/** Whether the clause rests on what is named here: "under the act", "the act allows", "is on the register". */
function rests({ words }: Frame, { from, to }: Range): boolean {
  let before = from - 1;
  while (before >= 0 && /^(?:DET|NUM)$/.test(words[before]!.pos)) before--;
  if (
    words[before]?.norm === 'of' &&
    /^(?:section|article|chapter|part|clause|terms|paragraph)$/.test(sectionBefore(words, before))
  )
    return true;
  if (RECORD_PREPOSITIONS.has(words[before]?.norm ?? '')) return true;
  const opens =
    before < 0 || /^(?:[,;:.“”"]|--+|[—–])$/.test(words[before]!.text) || words[before]!.pos === 'CCONJ';
  return opens && to < words.length && isFiniteVerb(words, to);
}

function sectionBefore(
  words: readonly { readonly norm: string; readonly pos: string }[],
  of: number,
): string {
  const at = words[of - 1]?.pos === 'NUM' ? of - 2 : of - 1;
  return words[at]?.norm ?? '';
}

/** "seen by", "signed by", "dated", "from the mayors", "in which": words behind a document's noun that describe one in hand. */
function inHand({ words }: Frame, head: number, type: string | undefined): boolean {
  let i = head + 1;
  if (words[i]?.text === ',') i++;
  const { norm } = words[i] ?? { norm: '' };
  const next = words[i + 1]?.norm ?? '';
  if ((SEEN_VERBS.has(norm) || norm === 'signed' || norm === 'written') && next === 'by') return true;
  if (HANDED_VERBS.has(norm) && /^(?:to|with|by)$/.test(next)) return true;
  return norm === 'dated' || (norm === 'in' && next === 'which' && WRITTEN.has(type ?? ''));
}
