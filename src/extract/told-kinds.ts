import { OUTLET_WORK, REPORTED_PARTICIPLES } from '../language/en/documents.js';
import { OUTLET_HEADS } from '../language/en/organisations.js';
import { OUTLET_NOUNS, PEOPLE_NOUNS } from '../language/en/unnamed.js';
import type { LocalName } from '../model/analysis.js';
import type { Token } from '../text/parsed.js';
import type { Frame } from './frames.js';
import { singularOf } from './mentions.js';
import { isSite } from './names/kinds.js';
import type { NamedRange, NameIndex } from './names/name-index.js';

/** Words of an apposition that are looked at. */
const REACH = 8;

/**
 * The kinds of names that their surroundings tell: "Olle Vig, a fisherman" is a person, "the trade weekly Harbourline"
 * and "told the Packet" are outlets, and so is what bears the name of the document's own outlet.
 */
export function toldKinds(
  frames: readonly Frame[],
  index: NameIndex,
  outlet: string | null,
): Map<number, LocalName['kind']> {
  const kinds = new Map<number, LocalName['kind']>();
  const own = new Set((outlet ?? '').toLowerCase().split(/\s+/));
  index.names.forEach(({ name, kind }, n) => {
    const words = name.toLowerCase().replace(/^the /, '').split(/\s+/);
    const isOwn = words.every((w) => own.has(w)) && (words.length > 1 || outletWord(outlet) === words[0]);
    if (
      outlet !== null &&
      !isSite(kind) &&
      isOwn &&
      (kind !== 'organisation' || OUTLET_HEADS.has(words.at(-1)!))
    )
      kinds.set(n, 'outlet');
  });
  for (const frame of frames) {
    for (const at of index.within(frame, { from: 0, to: frame.words.length })) {
      const { kind } = index.names[at.name]!;
      if (kinds.get(at.name) === 'outlet' || kind === 'outlet' || isSite(kind)) continue;
      if (isOutlet(frame.words, at, kind) || inDateline(frame.words, at)) kinds.set(at.name, 'outlet');
      else if (kind === 'other' && isPerson(frame.words, at)) kinds.set(at.name, 'person');
    }
  }
  return kinds;
}

/** The word by which an outlet is called: "Packet" of "The Orrelhaven Packet". */
function outletWord(outlet: string | null): string | undefined {
  return outlet?.toLowerCase().split(/\s+/).at(-1);
}

function isOutlet(words: readonly Token[], { from, to }: NamedRange, kind: LocalName['kind']): boolean {
  if (OUTLET_NOUNS.has(words[to]?.norm ?? '') && words[from - 1]?.norm === 'the') return true;
  if (words[to]?.norm === 'news' && /^(?:agency|site|website|service)$/.test(words[to + 1]?.norm ?? ''))
    return true;
  const before = words[from - 1]?.norm ?? '';
  if (OUTLET_NOUNS.has(before) && kind !== 'organisation') return true;
  if (before === 'agency' && words[from - 2]?.norm === 'news') return true;
  const last = words[to - 1]!.norm;
  if (kind === 'other' && OUTLET_HEADS.has(last)) {
    if (OUTLET_WORK.has(words[to]?.norm ?? '')) return true;
    const by = before === 'the' ? from - 2 : from - 1;
    if (words[by]?.norm === 'by' && REPORTED_PARTICIPLES.has(words[by - 1]?.norm ?? '')) return true;
  }
  const article = before === 'the' || words[from]?.norm === 'the';
  const told = words[before === 'the' ? from - 2 : from - 1]?.norm;
  return kind === 'other' && article && told === 'told' && to - from <= 2;
}

/** Words of a place and a day before the brackets. */
const DATELINE_WORDS = 8;

/** "KARSHOLM (HPB) —": who files, at the head of a text. */
function inDateline(words: readonly Token[], { from, to }: NamedRange): boolean {
  return (
    from <= DATELINE_WORDS &&
    words[from - 1]?.text === '(' &&
    words[to]?.text === ')' &&
    /^[—–-]{1,2}$/.test(words[to + 1]?.text ?? '')
  );
}

function isPerson(words: readonly Token[], { from, to }: NamedRange): boolean {
  const before = words[from - 1];
  const who = words[to]?.text === ',' && words[to + 1]?.norm === 'who';
  if (to - from < 2 && before?.pos !== 'NOUN' && !who) return false;
  if (words[to]?.text === ',') {
    if (who || words[to + 1]?.norm === 'whose') return true;
    if (endsInPerson(words, to + 1)) return true;
  }
  if (before !== undefined && isPersonNoun(before)) return true;
  return before?.text === ',' && /^(?:\.|,)$/.test(words[to]?.text ?? '') && personBefore(words, from - 1);
}

function isPersonNoun({ norm, pos }: Token): boolean {
  return (
    (pos === 'NOUN' || pos === 'PROPN' || norm === 'general') && PEOPLE_NOUNS.has(singularOf(norm).singular)
  );
}

/** Whether the noun phrase at `from` has a word for a person as its head: "a regional controller at the works". */
function endsInPerson(words: readonly Token[], from: number): boolean {
  for (let i = from; i < words.length && i - from < REACH; i++) {
    const { pos, norm } = words[i]!;
    if (!['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'PART'].includes(pos)) return false;
    const next = words[i + 1];
    const ends =
      next === undefined || !['NOUN', 'PROPN', 'ADJ', 'PART'].includes(next.pos) || norm === 'general';
    if (ends && isPersonNoun(words[i]!)) return true;
    if (ends && pos !== 'DET' && pos !== 'PRON' && pos !== 'NUM') return false;
  }
  return false;
}

/** "His spokeswoman, " right before the comma at `comma`, or "The harbour master of Pellmouth, ". */
function personBefore(words: readonly Token[], comma: number): boolean {
  for (let i = comma - 1; i >= 0 && comma - i < REACH; i--) {
    if (isPersonNoun(words[i]!)) return words[i]!.norm === singularOf(words[i]!.norm).singular;
    if (!['NOUN', 'PROPN', 'ADP', 'ADJ', 'DET'].includes(words[i]!.pos)) return false;
  }
  return false;
}
