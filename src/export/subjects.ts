/** The page of a subject: what the accounts say of it and have from it, when, and the words in quotation marks. */
import type { Claim, Record, Subject, TimelineEntry } from '../model/record.js';
import { append } from '../text/multimap.js';
import { plain } from './plain.js';
import { type Quotation, quotationsIn } from './quotations.js';
import { unique, type View } from './view.js';

export interface SubjectPage {
  readonly subject: Subject;
  /** Further places of which the very same is told: towns of one list. */
  readonly alike: readonly Subject[];
  /** Places whose page tells what is told of this one too, and is left out here. */
  readonly as: readonly Subject[];
  /** An office-holder's role and body, once each; empty where no account gives one. */
  readonly role: string;
  /** Claims that speak of it, and further ones that accounts have from it; both by weight. */
  readonly claims: readonly Claim[];
  readonly from: readonly Claim[];
  readonly timeline: readonly TimelineEntry[];
  readonly by: readonly Quotation[];
  readonly about: readonly Quotation[];
}

/** Subjects by kind, in the order in which a reader looks for them; each in the record's order. */
export const SUBJECT_KINDS: readonly (readonly [kind: Subject['kind'], title: string])[] = [
  ['operation', 'Operations'],
  ['organisation', 'Bodies'],
  ['person', 'Office-holders'],
  ['document', 'Documents'],
  ['law', 'Laws'],
  ['place', 'Places'],
];

/** The first `most` subjects of a record, by kind. */
export function subjectPages(view: View, most: number): readonly SubjectPage[] {
  const times = timesByClaim(view.record);
  const shown = view.record.subjects.slice(0, most);
  const pages = SUBJECT_KINDS.flatMap(([kind]) => shown.filter((subject) => subject.kind === kind)).map(
    (subject) => pageOf(subject, view, times),
  );
  return [
    ...pages.filter(({ subject }) => subject.kind !== 'place'),
    ...foldPlaces(pages.filter(({ subject }) => subject.kind === 'place')),
  ];
}

/** The subject of a page and those that share it. */
export const subjectsOf = ({ subject, alike }: SubjectPage): readonly Subject[] => [subject, ...alike];

/** What a list says of its towns is told once: on one page for those of which no more is told, and not on the others'. */
function foldPlaces(pages: readonly SubjectPage[]): readonly SubjectPage[] {
  const groups = new Map<string, SubjectPage[]>();
  for (const page of pages) append(groups, contentOf(page), page);
  const folded = [...groups.values()].map(
    ([first, ...others]): SubjectPage => ({ ...first!, alike: others.map(({ subject }) => subject) }),
  );
  const lists = folded.filter(({ alike, claims }) => alike.length > 0 && claims.length > 0);
  return folded.map((page) => {
    const list = lists.find(
      (other) => other !== page && other.claims.every((claim) => page.claims.includes(claim)),
    );
    if (list === undefined) return page;
    const told = new Set(list.claims);
    const ids = new Set(list.claims.map(({ id }) => id));
    return {
      ...page,
      as: subjectsOf(list),
      claims: page.claims.filter((claim) => !told.has(claim)),
      timeline: page.timeline.filter(({ claim }) => !ids.has(claim)),
    };
  });
}

const contentOf = ({ claims, from, by, about }: SubjectPage): string =>
  [claims, from]
    .map((found) => found.map(({ id }) => id).join())
    .concat(
      [by, about].map((found) =>
        found.flatMap(({ attributions }) => attributions.map(({ id }) => id)).join(),
      ),
    )
    .join('|');

function pageOf(
  subject: Subject,
  view: View,
  times: ReadonlyMap<string, readonly TimelineEntry[]>,
): SubjectPage {
  const about = new Set(subject.claims);
  const attributions = (ids: readonly string[]) => ids.flatMap((id) => view.attribution(id) ?? []);
  const claims = (ids: readonly string[]) => ids.flatMap((id) => view.claim(id) ?? []);
  return {
    subject,
    alike: [],
    as: [],
    role: subject.kind === 'person' ? roleOf(subject, view) : '',
    claims: claims(subject.claims),
    from: claims(subject.behind.filter((id) => !about.has(id))),
    timeline: unique([...subject.claims, ...subject.behind])
      .flatMap((id) => times.get(id) ?? [])
      .sort((x, y) =>
        x.start < y.start ? -1 : x.start > y.start ? 1 : x.end < y.end ? -1 : x.end > y.end ? 1 : 0,
      ),
    by: quotationsIn(attributions(subject.quotations)),
    about: quotationsIn(attributions(subject.quotationsAbout)),
  };
}

function timesByClaim({ timeline }: Record): ReadonlyMap<string, readonly TimelineEntry[]> {
  const times = new Map<string, TimelineEntry[]>();
  for (const entry of timeline) append(times, entry.claim, entry);
  return times;
}

function roleOf({ sources }: Subject, view: View): string {
  const told = sources.flatMap((id) => view.source(id) ?? []);
  return unique(told.flatMap(({ role, organisation }) => [role, organisation]).flatMap((word) => word ?? []))
    .map(plain)
    .join(', ');
}
