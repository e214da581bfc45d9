/** How far an act is on its way: what an actor means to do himself (`own`), what he wants others to do (`asked`). */
export type Ladder = 'own' | 'asked' | 'either';

/** A step of a ladder, as drift tells it. Steps of equal rank on one ladder are two words for one thing. */
export interface Degree {
  readonly name: string;
  readonly ladder: Ladder;
  readonly rank: number;
}

const degree = (name: string, ladder: Ladder, rank: number): Degree => ({ name, ladder, rank });

export const POSSIBLE = degree('possible', 'either', 0);
export const CONSIDERED = degree('considered', 'own', 0);
export const HOPED = degree('hoped', 'own', 1);
export const ASKED = degree('asked for', 'asked', 1);
export const RECOMMENDED = degree('recommended', 'asked', 1);
export const PLANNED = degree('planned', 'own', 2);
export const DEMANDED = degree('demanded', 'asked', 2);
export const OBLIGED = degree('obliged', 'either', 2);
export const ORDERED = degree('ordered', 'asked', 3);
export const FUTURE = degree('future', 'either', 3);
export const DONE = degree('done', 'either', 4);

const verbs = (of: Degree, list: string): readonly (readonly [string, Degree])[] =>
  list.split(/\s+/).map((verb) => [verb, of] as const);

/** Verb lemmas that with an act for their object put it at a step: "is considering an appeal", "recommended a ban". */
export const DEGREES: ReadonlyMap<string, Degree> = new Map([
  ...verbs(CONSIDERED, 'consider mull contemplate ponder debate deliberate'),
  ...verbs(RECOMMENDED, 'recommend advise propose'),
  ...verbs(DEMANDED, 'demand'),
]);

/** Those that do so only before an infinitive: "hoped to put a new section to the council". */
export const DEGREES_BEFORE_TO: ReadonlyMap<string, Degree> = new Map([
  ...verbs(HOPED, 'hope wish want seek'),
  ...verbs(PLANNED, 'mean pledge promise vow decide resolve agree'),
]);

/** Verb lemmas behind which the act that others are to do is told: "recommends that the hall be shut". */
export const DIRECTIVES: ReadonlyMap<string, Degree> = new Map([
  ...verbs(ASKED, 'ask request urge beg invite'),
  ...verbs(RECOMMENDED, 'recommend advise propose'),
  ...verbs(DEMANDED, 'demand'),
  ...verbs(ORDERED, 'order instruct command direct require'),
]);
