/** Documents that the accounts rest on and that were not read: obtain what one outlet saw, read what anyone can. */
import type { Claim, Source } from '../../model/record.js';
import { inProse, isPlural } from '../../text/describe.js';
import { append } from '../../text/multimap.js';
import { accountsIn, type Candidate, type Case, counted, URGENCY, verb } from './case.js';

const ANCHORS = 3;

export function documentLeads(found: Case): Candidate[] {
  const absent = found.found.sources.filter(
    ({ kind, documents, mentions }) => kind === 'document' && documents.length === 0 && mentions.length > 0,
  );
  const unread = absent.filter((source) => source.seenBy.length === 0 && isMissing(source, found));
  return [
    ...absent.filter(({ seenBy }) => seenBy.length > 0).map((source) => obtain(source, found)),
    ...alike(unread, found).map((sources) => read(sources, found)),
  ];
}

/** Whether a claim rests on it, and it may not be one that was read ("a letter", where the mayors' letter is here). */
function isMissing({ id }: Source, found: Case): boolean {
  const claims = found.resting.get(id) ?? [];
  const mayBeRead = ({ alike }: Claim): boolean =>
    alike.some(
      (pair) =>
        pair.includes(id) &&
        pair.some(
          (other) => found.source(other)?.kind === 'document' && found.source(other)!.documents.length > 0,
        ),
    );
  return claims.some((claim) => !mayBeRead(claim));
}

function obtain(source: Source, found: Case): Candidate {
  const claims = found.resting.get(source.id) ?? [];
  const accounts = claims.length > 0 ? accountsIn(claims) : new Set(source.mentions.map(({ doc }) => doc));
  const seers = inProse(source.seenBy.map((id) => found.node(id)));
  const only = `only ${seers} ${verb(source.seenBy.length, 'is', 'are')} said to have seen it`;
  const rests =
    claims.length === 0
      ? ''
      : `${counted(accounts.size, 'account')} ${verb(accounts.size, 'rests', 'rest')} on it for ${found.quoted(claims)}, and `;
  return {
    kind: 'obtain-document',
    urgency: URGENCY.obtain,
    note: `Obtain ${named(source, found)}: ${rests}${only}.`,
    anchors: source.mentions.slice(0, ANCHORS),
    sources: [source.id],
    accounts,
    claims,
  };
}

/** Unnamed documents of one account ("statistics", "the latest statistics") are asked for in one go. */
function alike(sources: readonly Source[], found: Case): readonly (readonly Source[])[] {
  const groups = new Map<string, Source[]>();
  for (const source of sources)
    append(groups, source.named ? source.id : found.outlets(source.mentions.map(({ doc }) => doc)), source);
  return [...groups.values()];
}

function read(sources: readonly Source[], found: Case): Candidate {
  const claims = [...new Set(sources.flatMap(({ id }) => found.resting.get(id)!))];
  const accounts = accountsIn(claims);
  const mentions = sources.flatMap((source) => source.mentions);
  const citing =
    accounts.size > 1 ? counted(accounts.size, 'account') : found.outlets(mentions.map(({ doc }) => doc));
  // "The ruling" and "the ruling": two perhaps, which nothing here tells apart.
  const names = [...new Set(sources.map((source) => named(source, found)))];
  const several = names.length > 1 || isPlural(sources[0]!);
  const differ = claims.some(differsInFigure) ? ', and the accounts differ on the figure' : '';
  return {
    kind: 'obtain-document',
    urgency: URGENCY.ask,
    note: `Read ${inProse(names)}, not among the accounts: ${citing} ${verb(accounts.size, 'cites', 'cite')} ${several ? 'them' : 'it'} for ${found.quoted(claims)}${differ}.`,
    anchors: sources.length > 1 ? sources.map((source) => source.mentions[0]!) : mentions.slice(0, 1),
    sources: sources.map(({ id }) => id),
    accounts,
    claims,
  };
}

const differsInFigure = ({ drift, conflicts }: Claim): boolean =>
  [...drift, ...conflicts].some(({ kind }) => kind === 'figure');

/** "its annual report" says whose only where it stands. */
function named(source: Source, found: Case): string {
  return /^(?:its|their|his|her|our|my)\s/i.test(source.name) ? `“${source.name}”` : found.node(source.id);
}
