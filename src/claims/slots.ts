/** Where two statements of one thing differ: count, day, place, actor, speaker, planned or done, yes or no. */

import { CLAUSE_BREAKS } from '../language/en/connectives.js';
import { THE_OTHERS } from '../language/en/list-words.js';
import { ORDER_VERBS, REQUEST_VERBS, REQUEST_VERBS_WITH_OBJECT } from '../language/en/modality.js';
import { NEGATORS, NO_NEGATION } from '../language/en/negation.js';
import type { ModalityKind } from '../model/vocabulary.js';
import { stemOf, stemsIn } from '../similarity/words.js';
import { figuresDiffer } from './figures.js';
import { attributionOf, type Candidate } from './statements.js';
import { timesDiffer } from './times.js';

export type Slot = 'figure' | 'time' | 'place' | 'actor' | 'modality' | 'negation' | 'speaker';

const PLANNED: ReadonlySet<ModalityKind> = new Set<ModalityKind>([
  'future',
  'planned',
  'requested',
  'ordered',
  'possible',
]);
const DONE: ReadonlySet<ModalityKind> = new Set<ModalityKind>(['done']);

/** The slots in which both statements say something and say it differently. */
export function differingSlots(a: Candidate, b: Candidate): Slot[] {
  const slots: Slot[] = [];
  if (figuresDiffer(a, b)) slots.push('figure');
  if (timesDiffer(a, b)) slots.push('time');
  if (placesDiffer(a, b)) slots.push('place');
  if (actorsDiffer(a, b)) slots.push('actor');
  if (modalitiesDiffer(a, b)) slots.push('modality');
  if (negationsDiffer(a, b)) slots.push('negation');
  if (speakersDiffer(a, b)) slots.push('speaker');
  return slots;
}

/** The words of one speaker are not those of another, nor is one's refusal to comment another's; what two signed is one. */
function speakersDiffer(a: Candidate, b: Candidate): boolean {
  if (a.speaker === null || b.speaker === null || a.speaker === b.speaker) return false;
  if (quotesAlike(a, b)) return false;
  const act = (c: Candidate): boolean => c.assertion.kind === 'quotation' || c.assertion.aboutSpeech;
  const person = (c: Candidate): boolean => speakerKind(c) === 'person';
  return act(a) && act(b) && person(a) && person(b);
}

/** One's words are those of the other, or the first of them. */
function quotesAlike(a: Candidate, b: Candidate): boolean {
  const [less, more] = a.words.length < b.words.length ? [a.words, b.words] : [b.words, a.words];
  return less.length >= TELLING_WORDS && less.every((word, i) => word === more[i]);
}

/** So many words in a row two do not say by chance. Not tuned. */
const TELLING_WORDS = 8;

function speakerKind(candidate: Candidate): string | null {
  const speaker = attributionOf(candidate)?.speaker ?? null;
  return speaker === null ? null : (candidate.account.analysis.sources[speaker]?.kind ?? null);
}

/** Planned against done; but "urged", "was asked" against "asked" are two words for one act of asking. */
function modalitiesDiffer(a: Candidate, b: Candidate): boolean {
  const [m, n] = [a.assertion.modality, b.assertion.modality];
  if (!plannedAgainstDone(m, n) && !conditionAgainstAct(m, n)) return false;
  const [asked, other] = m === 'requested' || m === 'ordered' ? [m, b] : [n, a];
  return !((asked === 'requested' || asked === 'ordered') && asks(other));
}

/** The predicate is itself an act of asking or ordering, whatever it governs. */
function asks({ account, assertion }: Candidate): boolean {
  if (assertion.predicate === null) return false;
  const { start, end } = assertion.predicate;
  return (account.document.text.slice(start, end).match(WORDS) ?? []).some((word) =>
    ASKING.has(stemOf(word.toLowerCase())),
  );
}

const WORDS = /\p{L}+/gu;

const ASKING: ReadonlySet<string> = new Set(
  [...REQUEST_VERBS, ...REQUEST_VERBS_WITH_OBJECT, ...ORDER_VERBS].map(stemOf),
);

/**
 * One says no to what the other says yes to. Where the other has a "not" of its own, who can tell what it is of; and where
 * the part that is most like the other has none, or two of them, it is not denied there.
 */
function negationsDiffer(a: Candidate, b: Candidate): boolean {
  if (a.assertion.negated === b.assertion.negated) return false;
  const [no, yes] = a.assertion.negated ? [a, b] : [b, a];
  if (negatorsIn(yes.unit.text) > 0) return false;
  const there = stemsIn(yes.unit.text);
  const parts = no.unit.text.split(CLAUSE_BREAKS).map((text) => {
    const stems = [...stemsIn(text)];
    return { text, shared: stems.filter((stem) => there.has(stem)).length };
  });
  const most = Math.max(...parts.map(({ shared }) => shared));
  const negators = negatorsIn(no.unit.text);
  // None: a verb such as "refuse" negates.
  if (parts.length === 1 || most === 0 || negators === 0) return negators !== 2;
  const nearest = parts.filter(({ shared }) => shared === most);
  return nearest.some(({ text }) => negatorsIn(text) === 1);
}

/** How many words of a text negate; "not only" and "cannot help but" do not. */
function negatorsIn(text: string): number {
  const words = text.toLowerCase().replace(/’/g, "'").replace(NO_NEGATION, ' ').match(WORDS_AND_NOTS) ?? [];
  return words.filter((word) => NEGATORS.has(word)).length;
}

const WORDS_AND_NOTS = /\p{L}+(?:'t)?/gu;

function plannedAgainstDone(a: ModalityKind, b: ModalityKind): boolean {
  return (PLANNED.has(a) && DONE.has(b)) || (DONE.has(a) && PLANNED.has(b));
}

/** What holds if something else does against an order, a request or an act: "if he is arrested, …". */
function conditionAgainstAct(a: ModalityKind, b: ModalityKind): boolean {
  const act = (kind: ModalityKind): boolean => kind === 'requested' || kind === 'ordered' || kind === 'done';
  return (a === 'conditional' && act(b)) || (b === 'conditional' && act(a));
}

type Place = Candidate['places'][number];

/**
 * Each names a place that the other's sentence does not, nor one that it lies in or that lies in it, and they share none,
 * or the two stand in one place: "the Texas police", "the Ohio police".
 */
export function placesDiffer(a: Candidate, b: Candidate): boolean {
  if (a.places.length === 0 || b.places.length === 0) return false;
  const [x, y] = [a, b].map((c) => c.draft.anchor.exact.toLowerCase()) as [string, string];
  const elsewhere = (place: Place, others: readonly Place[], sentence: string): boolean =>
    !hasName(sentence, place.name.toLowerCase()) && !others.some((other) => maySharePlace(place, other));
  if (
    a.places.every((place) => elsewhere(place, b.places, y)) &&
    b.places.every((place) => elsewhere(place, a.places, x))
  )
    return true;
  return a.places.some(
    (place) =>
      elsewhere(place, b.places, y) &&
      b.places.some((other) => elsewhere(other, a.places, x) && standAlike(a, place, b, other)),
  );
}

/** Before or behind both stands one content word: "the Texas police", "the Ohio police". */
function standAlike(a: Candidate, place: Place, b: Candidate, other: Place): boolean {
  return [BEHIND, AHEAD].some((side) => {
    const word = side(a, place);
    return word !== null && word === side(b, other);
  });
}

const stemBy = (text: string, word: RegExp): string | null => stemOf(word.exec(text)?.[1] ?? '') || null;
const BEHIND = ({ account }: Candidate, { span }: Place): string | null =>
  stemBy(account.document.text.slice(span.end, span.end + BESIDE), /^[-–\s]+(\p{L}+)/u);
const AHEAD = ({ account }: Candidate, { span }: Place): string | null =>
  stemBy(account.document.text.slice(Math.max(0, span.start - BESIDE), span.start), /(\p{L}+)[-–\s]+$/u);
/** Code units in which the word beside a place stands. */
const BESIDE = 30;

/** As words of its own: "Libyan" is not Libya, and the police are not ICE. */
function hasName(sentence: string, name: string): boolean {
  for (let at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + 1))
    if (!LETTER.test(sentence[at - 1] ?? ' ') && !LETTER.test(sentence[at + name.length] ?? ' ')) return true;
  return false;
}

const LETTER = /[\p{L}\p{N}]/u;

/** A country, what it is made of, what lies in that. */
const EXTENT: { readonly [kind in Place['kind']]?: number } = { country: 2, state: 1, region: 1 };

/** One of a name, or a country or region and what lies in it. */
function maySharePlace(a: Place, b: Place): boolean {
  if (a.name.toLowerCase() === b.name.toLowerCase()) return true;
  const extent = (place: Place): number => EXTENT[place.kind] ?? 0;
  return a.country !== null && a.country === b.country && extent(a) !== extent(b);
}

/**
 * Neither's actors are named anywhere in the other's sentence: "A posted it" and "it was posted by A" have one actor. Of
 * two persons the first that each names counts: "A, an aide to C, was hurt" and "C's aide B was hurt" have two.
 */
function actorsDiffer(a: Candidate, b: Candidate): boolean {
  if (ofTheOthers(a) !== ofTheOthers(b)) return true;
  if (a.actors.length === 0 || b.actors.length === 0) return false;
  const [x, y] = [firstOf(a), firstOf(b)];
  if (x.kind === 'person' && y.kind === 'person' && !namesActor([x], b) && !namesActor([y], a)) return true;
  return !namesActor(a.actors, b) && !namesActor(b.actors, a);
}

/** "The other five are to be ordered" is not of the four that are. */
const ofTheOthers = ({ account, assertion: { subject } }: Candidate): boolean =>
  subject !== null && THE_OTHERS.test(account.document.text.slice(subject.start, subject.end));

/** Of the names in its subject the one that stands first. */
const firstOf = ({ actors, assertion: { subject } }: Candidate): Candidate['actors'][number] => {
  const at = ({ mentions }: Candidate['actors'][number]): number =>
    Math.min(
      ...mentions
        .filter(({ start, end }) => subject!.start <= start && end <= subject!.end)
        .map((m) => m.start),
    );
  return actors.reduce((first, actor) => (at(actor) < at(first) ? actor : first));
};

function namesActor(actors: Candidate['actors'], b: Candidate): boolean {
  const there = new Set(b.names.flatMap(namesOf));
  const sentence = b.draft.anchor.exact.toLowerCase();
  return actors.flatMap(namesOf).some((name) => there.has(name) || hasName(sentence, name));
}

function namesOf(name: { readonly name: string; readonly aliases: readonly string[] }): string[] {
  return [name.name, ...name.aliases].map((n) => n.toLowerCase().replace(/^the\s+/, ''));
}
