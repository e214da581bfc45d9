/** The named things the record has a page for; DESIGN §6 says which persons have none. */
import type { Attribution, Claim, Source, Subject } from '../model/record.js';
import type { Anchor } from '../model/span.js';
import type { Account } from '../model/story.js';
import { contentId } from '../text/ids.js';
import { compareStrings } from '../text/order.js';
import { Foci } from './foci.js';
import type { JoinedName } from './names.js';
import { bareName, type Draft, draftSubjects } from './subject-drafts.js';
import { nearestStatement } from './titles.js';
import { Voices } from './voices.js';
import { byWeight } from './weight.js';

/** Organisations and places named once in all accounts are scenery; operations, laws, office-holders and documents never are. */
const MENTIONS_FOR_A_PAGE = 2;
const ALWAYS = new Set<Subject['kind']>(['operation', 'law', 'document', 'person']);

/**
 * A claim speaks of what this part of its accounts name in it, or the account in whose words it is told. One account in
 * five that adds where the mayor is from makes it no claim of that town.
 */
const LEAST_SHARE = 1 / 3;

/**
 * By weight: first what most claims speak of or come from, then what most accounts name. A name without a claim and
 * without a quotation has no page: there is nothing to say of it.
 */
export function findSubjects(found: {
  readonly accounts: readonly Account[];
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly attributions: readonly Attribution[];
  readonly names: readonly JoinedName[];
}): Subject[] {
  const { accounts, claims, sources } = found;
  const foci = new Foci(claims);
  const voices = new Voices(claims, sources, found.attributions);
  const order = new Map(accounts.map(({ document }, index) => [document.id, index]));
  const drafts = draftSubjects(accounts, sources, found.names).filter(
    ({ kind, named }) => ALWAYS.has(kind) || named.length >= MENTIONS_FOR_A_PAGE,
  );
  const shown = drafts.map((draft) => ({ draft, ...formsOf(draft) }));
  const bearers = new Map<string, number>();
  const keyOf = (kind: Subject['kind'], name: string): string => `${kind} ${bareName(name)}`;
  for (const { draft, name } of shown)
    bearers.set(keyOf(draft.kind, name), (bearers.get(keyOf(draft.kind, name)) ?? 0) + 1);
  return shown
    .map(({ draft, name, aliases }): Subject => {
      const { kind } = draft;
      const mentions = distinct([...draft.named, ...draft.again], order);
      const { doc, start } = distinct(draft.named, order)[0]!;
      // Two people of one name are told apart by where they are first named.
      const apart = bearers.get(keyOf(kind, name))! > 1 ? [doc, start] : [];
      return {
        id: contentId('subject', kind, bareName(name), ...apart),
        name,
        kind,
        aliases,
        mentions,
        claims: byWeight(
          foci
            .around(mentions)
            .flatMap(([index, docs]) => (speaksOf(claims[index]!, docs) ? [claims[index]!] : [])),
        ).map(({ id }) => id),
        ...voices.of(draft, mentions),
      };
    })
    .filter(({ claims, behind, quotations }) => claims.length + behind.length + quotations.length > 0)
    .map((subject) => ({ subject, weight: weightOf(subject) }))
    .sort(
      ({ subject: x, weight: a }, { subject: y, weight: b }) =>
        b.claims - a.claims ||
        b.accounts - a.accounts ||
        compareStrings(x.name, y.name) ||
        compareStrings(x.id, y.id),
    )
    .map(({ subject }) => subject);
}

function speaksOf(claim: Claim, docs: ReadonlySet<string>): boolean {
  const all = new Set(claim.statements.map(({ anchor }) => anchor.doc)).size;
  return docs.size >= LEAST_SHARE * all || docs.has(nearestStatement(claim).anchor.doc);
}

function weightOf({ claims, behind, mentions }: Subject): {
  readonly claims: number;
  readonly accounts: number;
} {
  return {
    claims: new Set([...claims, ...behind]).size,
    accounts: new Set(mentions.map(({ doc }) => doc)).size,
  };
}

/** The name that most mentions have, of people and bodies one of several words where there is one; and the other forms. */
function formsOf({ forms }: Draft): { readonly name: string; readonly aliases: readonly string[] } {
  const short = (form: string): number => (form.includes(' ') ? 0 : 1);
  const [name, ...aliases] = [...forms]
    .sort(([a, n], [b, m]) => short(a) - short(b) || m - n || compareStrings(a, b))
    .map(([form]) => form) as [string, ...string[]];
  return { name, aliases: aliases.filter((alias) => !isCutOff(alias, name)) };
}

/** "Department of Homeland" is no other name of the Department of Homeland Security. */
const isCutOff = (alias: string, name: string): boolean => / of /.test(alias) && name.startsWith(`${alias} `);

function distinct(mentions: readonly Anchor[], order: ReadonlyMap<string, number>): Anchor[] {
  const seen = new Set<string>();
  return mentions
    .filter((m) => !seen.has(`${m.doc} ${m.start} ${m.end}`) && seen.add(`${m.doc} ${m.start} ${m.end}`))
    .sort((x, y) => order.get(x.doc)! - order.get(y.doc)! || x.start - y.start || x.end - y.end);
}
