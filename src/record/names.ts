/** The named things of all accounts together: which names of different accounts name the same. */
import type { LocalName } from '../model/analysis.js';
import type { Account } from '../model/story.js';
import type { NameKind } from '../model/vocabulary.js';
import { acronyms, isFullName, nameWords, organisationKey, personKey, surname } from '../text/name-keys.js';
import { kindsKnown } from './kinds.js';
import { officesIn } from './offices.js';
import { Partition } from './partition.js';

/** One named thing. Names of one kind with the same form may be several: two people of one name. */
export interface JoinedName {
  readonly kind: NameKind;
  /** In the order of the accounts. */
  readonly members: readonly { readonly account: Account; readonly name: LocalName }[];
  /** True where an account gives the person an office or a spokesperson's role. */
  readonly holdsOffice: boolean;
}

interface Entry {
  readonly at: number;
  readonly account: Account;
  /** Documents about one event; names mean the same in all of them. */
  readonly story: string;
  readonly name: LocalName;
  /** What it names; of a name whose account cannot tell, what another account of the story knows. */
  readonly kind: NameKind;
}

/**
 * Bodies, laws, operations and facilities are one where their names are, an acronym with the one longer name that it has in
 * its account, else in its story, else in all accounts. People are one in a story by their full name, a surname alone or
 * an initial with the one person whom it fits; across stories only with a body or an office in common. Nothing is joined
 * where two fit.
 */
export function joinNames(accounts: readonly Account[], storyOf: (doc: string) => string): JoinedName[] {
  const entries = kindsKnown(
    accounts
      .flatMap((account) =>
        account.analysis.names.map((name) => ({
          account,
          name,
          kind: name.kind,
          story: storyOf(account.document.id),
        })),
      )
      .map((entry, at) => ({ ...entry, at })),
  );
  const bodyOf = bodyKeys(entries);
  const same = new Partition(entries.length);
  const things = entries.filter(({ kind }) => kind !== 'person' && kind !== 'place');
  for (const group of grouped(things, (entry) => bodyOf(entry, entry.name.name)).values())
    joinAll(same, group);
  for (const group of grouped(
    entries.filter(({ kind }) => kind === 'place'),
    ({ name }) => nameWords(name.name).join(' '),
  ).values())
    joinAll(same, group);
  const people = entries.filter(({ kind }) => kind === 'person');
  const evidence = evidenceOf(people, bodyOf);
  joinPeople(people, evidence, same);
  return [...same.parts()].map((part): JoinedName => {
    const members = part.map((at) => entries[at]!);
    return {
      kind: majorityKind(members),
      members: members.map(({ account, name }) => ({ account, name })),
      holdsOffice: members.some((entry) => (evidence.get(entry)?.offices.size ?? 0) > 0),
    };
  });
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function joinAll(same: Partition, entries: readonly Entry[]): void {
  for (const entry of entries) same.join(entries[0]!.at, entry.at);
}

/** The kind of most mentions; `other` only where no account knows better. */
function majorityKind(members: readonly Entry[]): NameKind {
  const counts = new Map<NameKind, number>();
  for (const { name, kind } of members)
    if (kind !== 'other') counts.set(kind, (counts.get(kind) ?? 0) + name.mentions.length);
  let best: NameKind = 'other';
  for (const [kind, count] of counts)
    if (count > (counts.get(best) ?? 0) || (count === counts.get(best) && kind < best)) best = kind;
  return best;
}

// Bodies

type KeyOf = (entry: Pick<Entry, 'account' | 'story'>, name: string) => string;

/** The key under which a body's name is compared: of a short form that of its one longer name. */
function bodyKeys(entries: readonly Entry[]): KeyOf {
  const longer = new Map<string, Set<string>>();
  const add = (scope: string, short: string, key: string): void => {
    const at = `${scope} ${short}`;
    const known = longer.get(at);
    if (known === undefined) longer.set(at, new Set([key]));
    else known.add(key);
  };
  for (const { account, story, name, kind } of entries) {
    if (kind === 'person' || kind === 'place') continue;
    const key = organisationKey(name.name);
    const told = name.aliases.map((alias) => ({ alias, short: organisationKey(alias) }));
    for (const { alias, short } of told) {
      if (short === '' || short === key || short.length >= key.length) continue;
      add(`document ${account.document.id}`, short, key);
      add(`story ${story}`, short, key);
      // "the Department" is another one elsewhere.
      if (isAcronym(alias)) add('all', short, key);
    }
    for (const short of acronyms(key)) add(`story ${story}`, short, key);
  }
  return ({ account, story }, name) => {
    const key = organisationKey(name);
    for (const scope of [`document ${account.document.id}`, `story ${story}`, 'all']) {
      if (scope === 'all' && !isAcronym(name)) break;
      const found = longer.get(`${scope} ${key}`);
      if (found !== undefined) return found.size === 1 ? [...found][0]! : key;
    }
    return key;
  };
}

const isAcronym = (name: string): boolean => /^\p{Lu}[\p{Lu}.&\d-]+$/u.test(name);

// People

/** What accounts tell of a person besides the name. */
interface Evidence {
  readonly offices: ReadonlySet<string>;
  /** Keys of the bodies that the person speaks for. */
  readonly bodies: ReadonlySet<string>;
}

function evidenceOf(people: readonly Entry[], bodyOf: KeyOf): Map<Entry, Evidence> {
  const evidence = new Map<Entry, Evidence>();
  for (const [account, own] of grouped(people, (entry) => entry.account)) {
    const told = grouped(
      account.analysis.sources.filter(({ kind, named }) => kind === 'person' && named),
      ({ name }) => personKey(name),
    );
    for (const entry of own) {
      const sources = [entry.name.name, ...entry.name.aliases].flatMap(
        (name) => told.get(personKey(name)) ?? [],
      );
      evidence.set(entry, {
        offices: new Set(sources.flatMap(({ role }) => officesIn(role))),
        bodies: new Set(
          sources.flatMap(({ organisation }) => (organisation === null ? [] : [bodyOf(entry, organisation)])),
        ),
      });
    }
  }
  return evidence;
}

const meet = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => [...a].some((item) => b.has(item));

function joinPeople(people: readonly Entry[], evidence: ReadonlyMap<Entry, Evidence>, same: Partition): void {
  const of = (entry: Entry): Evidence => evidence.get(entry)!;
  const full = people.filter(({ name }) => isFullName(personKey(name.name)));
  const named = grouped(full, ({ name }) => personKey(name.name));
  const bearers = new Map<string, Map<string, Entry[]>>();
  for (const [key, bearing] of named) {
    for (const [story, entries] of grouped(bearing, (entry) => entry.story)) {
      joinAll(same, entries);
      const at = `${story} ${surname(key)}`;
      const known = bearers.get(at) ?? new Map<string, Entry[]>();
      bearers.set(at, known.set(key, entries));
    }
  }
  const alone = people.filter(({ name }) => !isFullName(personKey(name.name)));
  for (const entry of alone)
    joinBearer(entry, bearers.get(`${entry.story} ${personKey(entry.name.name)}`), of, same);
  for (const entry of full) joinInitial(entry, bearers, of, same);
  // "Mayor Lund", nowhere with a first name: one in a story with one office.
  const inOffice = alone.flatMap((entry) => [...of(entry).offices].map((office) => ({ entry, office })));
  for (const group of grouped(
    inOffice,
    ({ entry, office }) => `${entry.story} ${personKey(entry.name.name)} ${office}`,
  ).values())
    joinAll(
      same,
      group.map(({ entry }) => entry),
    );
  for (const bearing of named.values()) joinAcrossStories(bearing, of, same);
}

/** A surname alone: the one person of the story who bears it, whom another account calls so or gives the same office. */
function joinBearer(
  entry: Entry,
  bearers: ReadonlyMap<string, readonly Entry[]> | undefined,
  of: (entry: Entry) => Evidence,
  same: Partition,
): void {
  const only = bearers?.size === 1 ? [...bearers.values()][0]! : [];
  if (only.length === 0) return;
  const key = personKey(entry.name.name);
  const called = only.some(({ name }) => name.aliases.some((alias) => personKey(alias) === key));
  const office = only.some((other) => meet(of(entry).offices, of(other).offices));
  if (called || office) same.join(entry.at, only[0]!.at);
}

/**
 * "J. Lund", "Jo Lund": the one person of the story whose first name begins so; where more than the initial is told, only
 * with an office or a body in common ("Dan" is Daniel's name and Dana's).
 */
function joinInitial(
  entry: Entry,
  bearers: ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>>,
  of: (entry: Entry) => Evidence,
  same: Partition,
): void {
  const key = personKey(entry.name.name);
  const [first] = key.split(' ') as [string];
  const others = [...(bearers.get(`${entry.story} ${surname(key)}`) ?? [])].filter(
    ([other]) => other !== key,
  );
  const fits = others.filter(([other]) => other.startsWith(first) && !other.startsWith(`${first} `));
  const only = fits.length === 1 ? fits[0]![1] : [];
  if (only.length === 0) return;
  const offices = (one: Entry): ReadonlySet<string> => new Set([...of(one).offices, ...officesInFront(one)]);
  const common = (other: Entry): boolean =>
    meet(offices(entry), offices(other)) || meet(of(entry).bodies, of(other).bodies);
  if (first.length === 1 || only.some(common)) same.join(entry.at, only[0]!.at);
}

/** "then-acting director Dan Lund": the office right before a mention, which nobody need be quoted with. */
function officesInFront({ account, name }: Entry): string[] {
  return name.mentions.flatMap(({ start }) =>
    officesIn(
      /(?:[\p{L}-]+ )?[\p{L}-]+(?=\s+$)/u.exec(
        account.document.text.slice(Math.max(0, start - 40), start),
      )?.[0] ?? null,
    ),
  );
}

/** People of one full name in several stories are one with a body in common, or an office where their bodies do not differ. */
function joinAcrossStories(bearing: readonly Entry[], of: (entry: Entry) => Evidence, same: Partition): void {
  const cells = [...grouped(bearing, ({ at }) => same.find(at)).values()].map((entries) => ({
    at: entries[0]!.at,
    offices: new Set(entries.flatMap((entry) => [...of(entry).offices])),
    bodies: new Set(entries.flatMap((entry) => [...of(entry).bodies])),
  }));
  const byBody = new Map<string, number>();
  for (const { at, bodies } of cells) {
    for (const body of bodies) {
      const first = byBody.get(body);
      if (first === undefined) byBody.set(body, at);
      else same.join(first, at);
    }
  }
  const byOffice = new Map<string, { at: number; bodies: number }[]>();
  for (const { at, offices, bodies } of cells)
    for (const office of offices) {
      const list = byOffice.get(office) ?? [];
      byOffice.set(office, list);
      list.push({ at, bodies: bodies.size });
    }
  for (const list of byOffice.values()) {
    const placed = new Set(list.filter(({ bodies }) => bodies > 0).map(({ at }) => same.find(at)));
    if (placed.size > 1) continue;
    for (const { at } of list) same.join(list[0]!.at, at);
  }
}
