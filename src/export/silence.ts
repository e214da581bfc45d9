/** What only one account of a story has, and what all of them but one have. */
import type { Document } from '../model/document.js';
import type { Claim, Record, Statement } from '../model/record.js';
import { inProse } from '../text/describe.js';
import { append } from '../text/multimap.js';
import { compareStrings } from '../text/order.js';
import { counted } from './plain.js';
import { accountLabel, accountsOf, heldClaims, unique, type View } from './view.js';

/**
 * The ids of an account and of those that print its text: the one that it comes from first where that was read, else in
 * the record's order. A copy is silent where its original is, and has what its original has: it is no second witness of
 * either. A rewrite is a telling of its own, since somebody chose each of its sentences; so is an outlet's later account.
 */
export type Telling = readonly string[];

export interface OnlyOne {
  readonly claim: Claim;
  readonly telling: Telling;
  /** Those of the telling that assert it; a copy that was cut may lack it. */
  readonly documents: readonly string[];
  /** Ids of claims of other tellings that may be the same: perhaps they have it too. */
  readonly perhaps: readonly string[];
}

export interface AllButOne {
  readonly claim: Claim;
  /** The one that has no word on it. */
  readonly telling: Telling;
  /** It was published before all that have it, and may not have known; false where a date is missing. */
  readonly earlier: boolean;
  /** Ids of claims of this telling that may be the same: perhaps it has it in other words. */
  readonly perhaps: readonly string[];
}

export interface Silence {
  /** Claims that were looked at: those of stories that have tellings enough. */
  readonly of: number;
  readonly onlyOne: readonly OnlyOne[];
  readonly allButOne: readonly AllButOne[];
}

/** Of two, what all but one have is what only the other has. */
const FEWEST_TELLINGS = 3;

/**
 * What one telling of a story alone has, and what all but one have: of stories with three tellings or more, and of
 * claims that somebody asserts below a headline; both in the record's order. Who denies a claim, or speaks of it in any
 * way, is not silent on it. Linear in the record.
 */
export function findSilence(record: Record): Silence {
  const tellingOf = tellingsOf(record);
  const documents = new Map(record.documents.map((document) => [document.id, document]));
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]));
  const alike = perhapsSame(record);
  const tellings = (docs: readonly string[]): readonly Telling[] =>
    unique(
      docs.flatMap((doc) => {
        const telling = tellingOf.get(doc);
        return telling ? [telling] : [];
      }),
    );
  const told = new Map(record.stories.map((story) => [story.id, tellings(story.documents)]));
  const onlyOne: OnlyOne[] = [];
  const allButOne: AllButOne[] = [];
  let of = 0;
  for (const claim of heldClaims(record)) {
    const all = told.get(claim.story) ?? [];
    const carrying = accountsOf(claim);
    if (all.length >= FEWEST_TELLINGS) of++;
    if (all.length < FEWEST_TELLINGS || !claim.statements.some((said) => isTold(said, documents))) continue;
    const speaking = tellings(speakersOf(claim));
    const perhaps = (isMeant: (telling: Telling) => boolean): readonly string[] =>
      (alike.get(claim.id) ?? []).filter((id) => tellings(accountsOf(claims.get(id)!)).some(isMeant));
    const heard = new Set(speaking);
    const [first] = speaking;
    if (speaking.length === 1 && first)
      onlyOne.push({
        claim,
        telling: first,
        documents: carrying,
        perhaps: perhaps((other) => other !== first),
      });
    else if (speaking.length === all.length - 1 && tellings(carrying).length === speaking.length) {
      const silent = all.find((telling) => !heard.has(telling))!;
      allButOne.push({
        claim,
        telling: silent,
        earlier: isEarlier(silent, carrying, documents),
        perhaps: perhaps((other) => other === silent),
      });
    }
  }
  return { of, onlyOne, allButOne };
}

/** Those that nothing speaks against: no claim that may be the same, and no date that explains it. */
export const sure = <T extends OnlyOne | AllButOne>(items: readonly T[]): readonly T[] =>
  items.filter((item) => item.perhaps.length === 0 && !('earlier' in item && item.earlier));

/**
 * How much there is of it, the same wherever it is told: "63 of 253 claims in one account alone, 4 in all accounts of their
 * story but one (copies of one text count as one); 20 of these may be told there in other words, or were not known yet".
 */
export function silenceLabel({ claims }: Record, silence: Silence): string {
  const { of, onlyOne, allButOne } = silence;
  // A story that one or two tell has no silence.
  const asked = `${counted(of, 'claim')}${of < claims.length ? ' of stories told three times or more' : ''}`;
  const all = [...onlyOne, ...allButOne];
  const open = all.length - sure(all).length;
  const [alone, missed, doubted] = [onlyOne.length, allButOne.length, open].map((n) =>
    n.toLocaleString('en-US'),
  );
  const doubts =
    open === 0 ? '' : `; ${doubted} of these may be told there in other words, or were not known yet`;
  return `${alone} of ${asked} in one account alone, ${missed} in all accounts of their story but one (copies of one text count as one)${doubts}`;
}

/** Claims that name a source or show a hearing of their own before those that do not; else in their order. */
export function sourcedFirst(claims: readonly Claim[]): readonly Claim[] {
  const weight = ({ statements }: Claim): number =>
    (statements[0]!.firstHand ? 2 : 0) + (statements[0]!.rule === 'own' ? 0 : 1);
  return [...claims].sort((a, b) => weight(b) - weight(a));
}

/** Items by the telling that they are about, the tellings in the record's order. */
export function byTelling<T extends { readonly telling: Telling }>(
  items: readonly T[],
  { documents }: Record,
): readonly (readonly [Telling, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) append(groups, item.telling[0]!, item);
  return documents.flatMap(({ id }) => {
    const found = groups.get(id);
    return found ? [[found[0]!.telling, found] as const] : [];
  });
}

/** "The Courier, 12 May 2031"; of a text that several print, each of them. */
export function tellingLabel(telling: Telling, view: View): string {
  const labels = telling.flatMap((id) => view.document(id) ?? []).map(accountLabel);
  return labels.length > 1 ? `${inProse(labels)} (one text)` : labels.join('');
}

/** The telling of each document. */
function tellingsOf({ documents, lineage }: Record): ReadonlyMap<string, Telling> {
  const tellingOf = new Map<string, Telling>(documents.map(({ id }) => [id, [id]]));
  for (const { origin, members } of lineage.families) {
    const docs = members.flatMap(({ doc, role }) => (role === 'rewrite' ? [] : [doc]));
    const telling = [...docs].sort((a, b) => Number(b === origin) - Number(a === origin));
    for (const doc of docs) tellingOf.set(doc, telling);
  }
  return tellingOf;
}

/** The documents that say anything of the claim: for it, against it, or the other side of a conflict. */
const speakersOf = ({ statements, conflicts }: Claim): readonly string[] => [
  ...statements.map(({ anchor }) => anchor.doc),
  ...conflicts.flatMap(({ sides }) => sides.flatMap(({ anchors }) => anchors.map(({ doc }) => doc))),
];

/** Whether it asserts something in the text itself: each desk words its own headline, and tells the same in it once more. */
function isTold({ stance, anchor }: Statement, documents: ReadonlyMap<string, Document>): boolean {
  if (stance !== 'asserts') return false;
  const block = documents
    .get(anchor.doc)
    ?.blocks.find(({ start, end }) => start <= anchor.start && anchor.start < end);
  return block?.role !== 'headline' && block?.role !== 'heading';
}

/** Of each claim, those that may be the same, whichever of the two says so. */
function perhapsSame({ claims }: Record): ReadonlyMap<string, readonly string[]> {
  const known = new Set(claims.map(({ id }) => id));
  const pairs = new Map<string, Set<string>>();
  const join = (a: string, b: string): void => {
    pairs.set(a, (pairs.get(a) ?? new Set()).add(b));
  };
  for (const { id, possible } of claims)
    for (const other of possible) {
      if (!known.has(other)) continue;
      join(id, other);
      join(other, id);
    }
  // A list stands in a clause that is a claim too: who has the list has not kept silent on the clause.
  const lists = new Map<string, string[]>();
  const sentence = ({ anchor: { doc, start } }: Statement): string => `${doc} ${start}`;
  for (const { id, kind, statements } of claims)
    if (kind === 'list') for (const said of statements) append(lists, sentence(said), id);
  for (const { id, kind, statements } of claims)
    if (kind !== 'list')
      for (const list of new Set(statements.flatMap((said) => lists.get(sentence(said)) ?? [])))
        join(id, list);
  return new Map([...pairs].map(([id, others]) => [id, [...others]]));
}

/** "2031-05-12": a day tells enough, since hours are known of few. */
const DAY = 10;

/** Whether all of the silent telling surely came before all that carry it: a month may end after a day, and no date is any. */
function isEarlier(
  silent: Telling,
  carrying: readonly string[],
  documents: ReadonlyMap<string, Document>,
): boolean {
  const date = (doc: string): string => documents.get(doc)?.published?.slice(0, DAY) ?? '';
  const latest = silent
    .map((doc) => date(doc).padEnd(DAY, '~'))
    .sort(compareStrings)
    .at(-1)!;
  const earliest = carrying.map(date).sort(compareStrings)[0]!;
  return latest < earliest;
}
