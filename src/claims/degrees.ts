/** How far a statement puts an act on its way: considered, asked for, planned, ordered, certain, done. */
import { INVERTED_CONDITION } from '../language/en/conditions.js';
import * as table from '../language/en/degrees.js';
import { FUTURE_MODALS, OBLIGED_MODALS, POSSIBLE_MODALS } from '../language/en/modality.js';
import type { Drift } from '../model/record.js';
import type { Span } from '../model/span.js';
import type { ModalityKind } from '../model/vocabulary.js';
import { stemOf } from '../similarity/words.js';
import { anchor } from '../text/anchors.js';
import { attributionOf, type Candidate } from './statements.js';

interface Put extends Span {
  readonly degree: table.Degree;
}

/** What the verb group says beyond its modals; "may", "will" and a condition are read from the words. */
const BY_MODALITY: { readonly [kind in ModalityKind]?: table.Degree } = {
  possible: table.POSSIBLE,
  requested: table.ASKED,
  planned: table.PLANNED,
  obliged: table.OBLIGED,
  ordered: table.ORDERED,
  future: table.FUTURE,
  done: table.DONE,
};

/** Words of a predicate among which its verb group stands: "has already been asked to …". */
const GROUP = 5;

const WORDS = /[\p{L}]+(?:['’]\p{L}+)*/gu;

const stemmed = (degrees: ReadonlyMap<string, table.Degree>): ReadonlyMap<string, table.Degree> =>
  new Map([...degrees].map(([lemma, degree]) => [stemOf(lemma), degree]));

const DEGREES = stemmed(table.DEGREES);
const DEGREES_BEFORE_TO = stemmed(table.DEGREES_BEFORE_TO);
const DIRECTIVES = stemmed(table.DIRECTIVES);

/** The step that a statement puts its act at, with the words that do; null for standing facts and acts of speech. */
function degreeOf(candidate: Candidate): Put | null {
  const { predicate, modality, aboutSpeech } = candidate.assertion;
  if (aboutSpeech || INVERTED_CONDITION.test(candidate.unit.text)) return null;
  const governed = byCue(candidate);
  if (governed) return governed;
  if (predicate === null) return null;
  const degree = byWords(wordsAt(candidate, predicate), modality);
  return degree === null ? null : { ...predicate, degree };
}

const wordsAt = ({ account }: Candidate, { start, end }: Span): string[] =>
  account.document.text
    .slice(start, end)
    .replace(/\bMay\b/g, '')
    .toLowerCase()
    .replace(/’/g, "'")
    .match(WORDS) ?? [];

/** "recommends that the hall be shut": the verb behind which the act is told, where the statement holds the act alone. */
function byCue(candidate: Candidate): Put | null {
  const { assertion, draft } = candidate;
  const attribution = attributionOf(candidate);
  const cue = attribution?.cue[0];
  if (!cue || attribution.attitude === 'asks' || assertion.kind !== 'clause') return null;
  if (draft.focus.some((f) => f.start <= cue.start && cue.end <= f.end)) return null;
  for (const word of wordsAt(candidate, cue)) {
    const degree = DIRECTIVES.get(stemOf(word));
    if (degree) return { ...cue, degree };
  }
  return null;
}

function byWords(words: readonly string[], modality: ModalityKind): table.Degree | null {
  // "will vote on whether to strike", "was considering whether to": what is open is the act.
  if (words.some((word, at) => word === 'whether' && words[at + 1] === 'to')) return table.CONSIDERED;
  for (const [at, word] of words.slice(0, GROUP).entries()) {
    if (POSSIBLE_MODALS.has(word)) return /^can/.test(word) ? null : table.POSSIBLE;
    if (FUTURE_MODALS.has(word)) return table.FUTURE;
    if (OBLIGED_MODALS.has(word)) return table.OBLIGED;
    if (word === 'to') break;
    const stem = stemOf(word);
    const degree = DEGREES.get(stem) ?? (words[at + 1] === 'to' ? DEGREES_BEFORE_TO.get(stem) : undefined);
    if (degree) return degree;
  }
  return BY_MODALITY[modality] ?? null;
}

/** Asked became ordered, considered became certain, planned became done: or the other way round. */
export function degreeDrift(from: Candidate, to: Candidate): Drift[] {
  const [x, y] = [degreeOf(from), degreeOf(to)];
  if (
    !x ||
    !y ||
    sameModal(from, to) ||
    sameModal(to, from) ||
    !(differ(x.degree, y.degree) || becameCertain(from, to))
  )
    return [];
  const [a, b] = [anchor(from.account.document, x), anchor(to.account.document, y)];
  const told = (words: string): string => words.replace(/\s+/g, ' ');
  return [
    {
      kind: 'modality',
      from: a,
      to: b,
      note: `${x.degree.name} (“${told(a.exact)}”) became ${y.degree.name} (“${told(b.exact)}”)`,
    },
  ];
}

/** The whole predicate of one, from its "will" or "may" on, stands in the other: one of them was misread. */
function sameModal(one: Candidate, other: Candidate): boolean {
  const [own, there] = [one, other].map((c) => wordsAt(c, c.assertion.predicate ?? NONE)) as [
    string[],
    string[],
  ];
  const [modal] = own;
  if (
    modal === undefined ||
    ![FUTURE_MODALS, POSSIBLE_MODALS, OBLIGED_MODALS].some((modals) => modals.has(modal))
  )
    return false;
  return ` ${there.join(' ')} `.includes(` ${own.join(' ')} `);
}

const NONE: Span = { start: 0, end: 0 };

/** "It would be the largest, officials said" became "It will be the largest", with nobody to say so. */
function becameCertain(from: Candidate, to: Candidate): boolean {
  const opens = (c: Candidate, modal: string): boolean =>
    c.assertion.predicate !== null && wordsAt(c, c.assertion.predicate)[0] === modal;
  const said = from.draft.attribution !== null && to.draft.attribution === null;
  return said && opens(from, 'would') && opens(to, 'will');
}

/** Steps of two ladders, "asked" and "planned", are compared only where one is far ahead. */
const FAR = 2;

function differ(x: table.Degree, y: table.Degree): boolean {
  const oneLadder = x.ladder === y.ladder || x.ladder === 'either' || y.ladder === 'either';
  return Math.abs(x.rank - y.rank) >= (oneLadder ? 1 : FAR);
}
