/** Where two statements of one thing differ: count, day, place, actor, speaker, planned or done, yes or no. */
import { ORDER_VERBS, REQUEST_VERBS, REQUEST_VERBS_WITH_OBJECT } from '../language/en/modality.js';
import { NEGATORS } from '../language/en/negation.js';
import type { ModalityKind } from '../model/vocabulary.js';
import { stemOf } from '../similarity/words.js';
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

/** The words of one speaker are not those of another, nor is one's refusal to comment another's. */
function speakersDiffer(a: Candidate, b: Candidate): boolean {
  if (a.speaker === null || b.speaker === null || a.speaker === b.speaker) return false;
  const act = (c: Candidate): boolean => c.assertion.kind === 'quotation' || c.assertion.aboutSpeech;
  const person = (c: Candidate): boolean => speakerKind(c) === 'person';
  return act(a) && act(b) && person(a) && person(b);
}

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

/** One says no to what the other says yes to; where the other has a "not" of its own, who can tell what it is of. */
function negationsDiffer(a: Candidate, b: Candidate): boolean {
  if (a.assertion.negated === b.assertion.negated) return false;
  const other = a.assertion.negated ? b : a;
  const words =
    other.unit.text
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/\p{L}+(?:'t)?/gu) ?? [];
  return !words.some((word) => NEGATORS.has(word));
}

export function plannedAgainstDone(a: ModalityKind, b: ModalityKind): boolean {
  return (PLANNED.has(a) && DONE.has(b)) || (DONE.has(a) && PLANNED.has(b));
}

/** What holds if something else does against an order, a request or an act: "if he is arrested, …". */
function conditionAgainstAct(a: ModalityKind, b: ModalityKind): boolean {
  const act = (kind: ModalityKind): boolean => kind === 'requested' || kind === 'ordered' || kind === 'done';
  return (a === 'conditional' && act(b)) || (b === 'conditional' && act(a));
}

type Place = Candidate['places'][number];

/** Each names a place that the other's sentence does not, nor one that it lies in or that lies in it, and they share none. */
export function placesDiffer(a: Candidate, b: Candidate): boolean {
  if (a.places.length === 0 || b.places.length === 0) return false;
  const [x, y] = [a, b].map((c) => c.draft.anchor.exact.toLowerCase()) as [string, string];
  const elsewhere = (place: Place, others: readonly Place[], sentence: string): boolean =>
    !hasName(sentence, place.name.toLowerCase()) && !others.some((other) => maySharePlace(place, other));
  return (
    a.places.every((place) => elsewhere(place, b.places, y)) &&
    b.places.every((place) => elsewhere(place, a.places, x))
  );
}

/** As words of its own: "Libyan" is not Libya, and the police are not ICE. */
function hasName(sentence: string, name: string): boolean {
  for (let at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + 1))
    if (!LETTER.test(sentence[at - 1] ?? ' ') && !LETTER.test(sentence[at + name.length] ?? ' ')) return true;
  return false;
}

const LETTER = /[\p{L}\p{N}]/u;

const WIDE: ReadonlySet<Place['kind']> = new Set(['country', 'state', 'region'] as const);

/** One of a name, or a country or region and what lies in it. */
function maySharePlace(a: Place, b: Place): boolean {
  if (a.name.toLowerCase() === b.name.toLowerCase()) return true;
  const wide = (place: Place): boolean => WIDE.has(place.kind);
  return a.country !== null && a.country === b.country && wide(a) !== wide(b);
}

/** Neither's actors are named anywhere in the other's sentence: "A posted it" and "it was posted by A" have one actor. */
function actorsDiffer(a: Candidate, b: Candidate): boolean {
  return a.actors.length > 0 && b.actors.length > 0 && !namesActor(a, b) && !namesActor(b, a);
}

function namesActor(a: Candidate, b: Candidate): boolean {
  const there = new Set(b.names.flatMap(namesOf));
  const sentence = b.draft.anchor.exact.toLowerCase();
  return a.actors.flatMap(namesOf).some((name) => there.has(name) || hasName(sentence, name));
}

function namesOf(name: { readonly name: string; readonly aliases: readonly string[] }): string[] {
  return [name.name, ...name.aliases].map((n) => n.toLowerCase().replace(/^the\s+/, ''));
}
