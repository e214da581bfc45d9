/** Claims as JSON, as the record has them, with what they speak of; no texts, only the sentences that they stand in. */
import type { Claim, Record } from '../../model/record.js';
import { described } from '../accounts.js';
import { jsonArrays } from '../pieces.js';
import { findSilence } from '../silence.js';
import { type PassOnOptions, refuseUnpublished } from '../view.js';
import { type ClaimsSelection, selectClaims } from './selection.js';

/** Raised when a change breaks a reader. */
export const CLAIMS_VERSION = 1;

/** Throws RangeError where the record holds unpublished accounts and they are not meant to be passed on. */
export function* toClaimsJson(
  record: Record,
  { only = null, sort = 'accounts' }: Partial<ClaimsSelection> = {},
  options: PassOnOptions = {},
): Iterable<string> {
  refuseUnpublished(record, options);
  const { generator, documents, sources, stories, amendments } = record;
  const claims = selectClaims(record, { only, sort });
  const met = nodesOf(claims);
  yield `{\n"version": ${CLAIMS_VERSION},\n"generator": ${JSON.stringify(generator)},\n"only": ${JSON.stringify(only)},\n"sort": ${JSON.stringify(sort)}`;
  yield* jsonArrays({
    documents: described(documents.map((document) => ({ document }))),
    stories,
    sources: sources.filter(({ id }) => met.has(id)),
    claims,
    amendments,
  });
  if (only === 'silence') {
    const { onlyOne, allButOne } = findSilence(record);
    yield* jsonArrays({ allButOne: allButOne.map(byId), onlyOne: onlyOne.map(byId) });
  }
  yield '\n}\n';
}

const byId = <T extends { readonly claim: Claim }>({ claim, ...rest }: T) => ({ claim: claim.id, ...rest });

/** Every source and document on their trails. */
function nodesOf(claims: readonly Claim[]): ReadonlySet<string> {
  const nodes = new Set<string>();
  for (const { statements } of claims)
    for (const { paths, grounds, sourceless, contributors } of statements)
      for (const id of [
        ...paths.flat(),
        ...grounds.flatMap(({ root, kin }) => [root, ...kin]),
        ...contributors,
        ...(sourceless === null ? [] : [sourceless]),
      ])
        nodes.add(id);
  return nodes;
}
