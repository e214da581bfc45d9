/** Bodies and office-holders that are said to have declined, or not to have answered: ask them again. */

import { BODY_NOUNS } from '../../language/en/body-nouns.js';
import { REFUSES_TO_ANSWER } from '../../language/en/refusals.js';
import type { Statement, Subject } from '../../model/record.js';
import type { Anchor } from '../../model/span.js';
import { inProse, inSentence } from '../../text/describe.js';
import { append } from '../../text/multimap.js';
import { organisationKey } from '../../text/name-keys.js';
import { type Candidate, type Case, URGENCY } from './case.js';
import { withRole } from './people.js';

const LONGEST = 90;
const ANCHORS = 3;

interface Refusal {
  /** The sentence that tells of it. */
  readonly anchor: Anchor;
  /** "declined to comment on the memo". */
  readonly words: string;
  readonly outlet: string;
  readonly person: Subject | null;
  readonly body: Subject | null;
}

export interface Refused {
  readonly leads: readonly Candidate[];
  /** Ids of the subjects that the leads speak of. */
  readonly subjects: ReadonlySet<string>;
}

export function refusalLeads(found: Case): Refused {
  const names = new Names(found);
  const refusals = found.found.claims.flatMap(({ statements }) =>
    statements.flatMap((statement) => refusalIn(statement, names, found) ?? []),
  );
  // A spokesperson refuses for the body, also where an account does not say for whom.
  const bodies = new Map<Subject, Subject>();
  for (const { person, body } of refusals) if (person !== null && body !== null) bodies.set(person, body);
  const byWhom = new Map<Subject, Refusal[]>();
  for (const refusal of refusals) {
    const { person, body } = refusal;
    append(byWhom, body ?? bodies.get(person!) ?? person!, refusal);
  }
  return {
    leads: [...byWhom].map(([who, told]) => lead(who, told, found)),
    subjects: new Set([
      ...[...byWhom.keys()].map(({ id }) => id),
      ...refusals.flatMap(({ person }) => (person === null ? [] : [person.id])),
    ]),
  };
}

function lead(who: Subject, told: readonly Refusal[], found: Case): Candidate {
  const byOutlet = new Map(told.toReversed().map((refusal) => [refusal.outlet, refusal]));
  const items = [...byOutlet.values()].toReversed().map(({ words, outlet }) => `“${words}” (${outlet})`);
  const name = who.kind === 'person' ? withRole(who, found) : inSentence(who.name);
  return {
    kind: 'ask-named-source',
    urgency: URGENCY.ask,
    note: `Ask ${name}, ${who.kind === 'person' ? 'who' : 'which'} by these accounts declined or did not answer: ${inProse(items)}.`,
    anchors: told.slice(0, ANCHORS).map(({ anchor }) => anchor),
    sources: who.sources,
    accounts: new Set(who.mentions.map(({ doc }) => doc)),
    claims: who.claims.map((id) => found.claim(id)),
  };
}

/** Somebody's refusal that the account tells itself; null where the statement tells of none, or not whose. */
function refusalIn(statement: Statement, names: Names, found: Case): Refusal | null {
  const { focus, anchor, stance, rule, attribution } = statement;
  if (stance !== 'asserts' || rule === 'copied' || rule === 'derived') return null;
  for (const part of focus) {
    const match = REFUSES_TO_ANSWER.exec(part.exact);
    if (match === null) continue;
    const before = part.exact.slice(0, match.index);
    const here = names.within({ ...part, end: part.start + match.index });
    const speaker = ownVoice(before) ? names.speaker(attribution) : null;
    const who = here === null ? speaker : { ...here, person: here.person ?? speaker?.person ?? null };
    if (who === null) continue;
    const words = clip(part.exact.slice(match.index));
    return { anchor, words, outlet: found.outlet(anchor.doc), ...who };
  }
  return null;
}

/** "We do not comment on …", "The department does not comment …", in the words of somebody who speaks for it. */
function ownVoice(before: string): boolean {
  const [, noun] = /^\W*(?:the\s+)?(\p{L}+)\s*\W*$/iu.exec(before) ?? [];
  return noun !== undefined && (/^(?:we|i)$/i.test(noun) || BODY_NOUNS.has(noun.toLowerCase()));
}

function clip(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\s,;:.”"]+$/u, '')
    .replaceAll('"', '')
    .trim();
  if (line.length <= LONGEST) return line;
  return `${line.slice(0, line.lastIndexOf(' ', LONGEST))} …`;
}

type Who = Pick<Refusal, 'person' | 'body'>;

/** Subjects by where they are named, and by the sources that they are. */
class Names {
  private readonly mentions = new Map<string, { readonly anchor: Anchor; readonly subject: Subject }[]>();
  private readonly bySource = new Map<string, Subject>();
  private readonly bodies = new Map<string, Subject>();

  constructor(private readonly found: Case) {
    for (const subject of found.found.subjects) {
      if (subject.kind !== 'person' && subject.kind !== 'organisation') continue;
      for (const anchor of subject.mentions) append(this.mentions, anchor.doc, { anchor, subject });
      for (const id of subject.sources) this.bySource.set(id, subject);
      if (subject.kind === 'organisation')
        for (const name of [subject.name, ...subject.aliases])
          this.bodies.set(organisationKey(name), subject);
    }
  }

  /** The last person and body named in a stretch of text; null where there is neither. */
  within({ doc, start, end }: Anchor): Who | null {
    const inside = (this.mentions.get(doc) ?? []).filter(
      ({ anchor }) => anchor.start >= start && anchor.end <= end,
    );
    const last = (kind: Subject['kind']): Subject | null =>
      inside
        .filter(({ subject }) => subject.kind === kind)
        .sort((x, y) => x.anchor.start - y.anchor.start)
        .at(-1)?.subject ?? null;
    const [person, body] = [last('person'), last('organisation')];
    return person === null && body === null ? null : { person, body: body ?? this.bodyOf(person) };
  }

  speaker(attribution: string | null): Who | null {
    const source = this.found.speakerOf(attribution);
    const subject = source === null ? undefined : this.bySource.get(source.id);
    if (subject === undefined) return null;
    return subject.kind === 'person'
      ? { person: subject, body: this.bodyOf(subject) }
      : { person: null, body: subject };
  }

  private bodyOf(person: Subject | null): Subject | null {
    const organisations = (person?.sources ?? []).flatMap((id) => this.found.source(id)?.organisation ?? []);
    return (
      organisations
        .map((name) => this.bodies.get(organisationKey(name)))
        .find((body) => body !== undefined) ?? null
    );
  }
}
