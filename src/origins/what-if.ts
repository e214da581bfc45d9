/** What would still stand if a source fell: counts again on the paths that a record already has (DESIGN §4, What-if). */
import type { Document } from '../model/document.js';
import type { Claim, Ground, Origins, Record, Source, Statement } from '../model/record.js';
import type { Standing, Without } from '../model/what-if.js';
import { describeNode } from '../text/describe.js';
import { count, type Footing } from './count.js';
import { reason } from './reason.js';
import { mayBeSame } from './same.js';

/**
 * The origins of every claim that rests in part on the given sources or documents, without them. A statement stands as
 * long as one of its paths does, up to its root; a claim never has more origins than before. Linear in the paths.
 * Throws RangeError for an id that is no source or document of the record.
 */
export function withoutSource(record: Record, ids: readonly string[]): Without {
  const sources = new Map(record.sources.map((source) => [source.id, source]));
  const documents = new Map(record.documents.map((document) => [document.id, document]));
  for (const id of ids)
    if (!sources.has(id) && !documents.has(id))
      throw new RangeError(`the record has no source or document with the id "${id}"`);
  const named = new Set(ids);
  // A paper that carries another's text publishes it all the same.
  const outlets = new Set(
    record.sources.flatMap((source) =>
      named.has(source.id) && source.kind === 'outlet' ? [source.name, ...source.aliases] : [],
    ),
  );
  const fallen = new Set([
    ...record.documents.flatMap(({ id }) => (named.has(id) ? [id] : [])),
    ...record.lineage.reports.flatMap(({ doc, of }) => (named.has(of) ? [doc] : [])),
    ...record.documents.flatMap(({ id, outlet }) => (outlet !== null && outlets.has(outlet) ? [id] : [])),
    ...record.sources.flatMap((source) => (named.has(source.id) ? source.documents : [])),
  ]);
  const gone = new Set([...named, ...fallen]);
  const claims = record.claims.flatMap((claim): Standing[] => {
    if (!touches(claim, gone)) return [];
    const after = originsWithout(claim, gone, sources, documents);
    const { min, max, roots } = claim.origins;
    const same = after.min === min && after.max === max && after.roots.length === roots.length;
    return same ? [] : [{ claim: claim.id, before: claim.origins, after }];
  });
  return {
    removed: [...named],
    documents: record.documents.flatMap(({ id }) => (fallen.has(id) ? [id] : [])),
    claims,
  };
}

function touches(claim: Claim, gone: ReadonlySet<string>): boolean {
  return claim.statements.some(
    ({ anchor, paths, sourceless, contributors }) =>
      gone.has(anchor.doc) ||
      (sourceless !== null && gone.has(sourceless)) ||
      contributors.some((id) => gone.has(id)) ||
      paths.some((path) => path.some((node) => gone.has(node))),
  );
}

function originsWithout(
  claim: Claim,
  gone: ReadonlySet<string>,
  sources: ReadonlyMap<string, Source>,
  documents: ReadonlyMap<string, Document>,
): Origins {
  const standing = claim.statements.flatMap((statement) => {
    const footing = statement.stance === 'asserts' ? footingWithout(statement, gone) : null;
    return footing === null ? [] : [{ statement, footing }];
  });
  const pairs = new Set(claim.alike.map(([a, b]) => key(a, b)));
  // Who speaks in the place of another who fell is as like the others as he was.
  const stoodFor = new Map(standing.flatMap(({ footing }) => [...footing.stoodFor]));
  const original = (id: string): string => stoodFor.get(id) ?? id;
  const alike = (a: string, b: string): boolean => {
    const [x, y] = [original(a), original(b)];
    return x === y || pairs.has(key(x, y));
  };
  const source = (id: string): Source | null => sources.get(id) ?? null;
  const counted = count(
    standing.map(({ footing }) => footing),
    source,
    (a, b) => mayBeSame(a, b, alike),
  );
  const accounts = new Set(standing.map(({ statement }) => statement.anchor.doc));
  const own = new Set(
    standing
      .filter(({ statement: { rule } }) => rule === 'attributed' || rule === 'own')
      .map(({ statement }) => statement.anchor.doc),
  );
  // What told that two may be one may fall itself: that makes them no more different.
  return {
    min: Math.min(counted.min, claim.origins.min),
    max: counted.max,
    roots: counted.grounds.map(({ root }) => root),
    reason: reason(counted, claim.kind === 'quotation', accounts.size, accounts.size - own.size, (node) =>
      describeNode(node, source, (doc) => documents.get(doc) ?? null),
    ),
  };
}

interface Left extends Footing {
  /** Those who speak in the place of a root that fell, and that root. */
  readonly stoodFor: ReadonlyMap<string, string>;
}

/** What is left of a statement, null where it falls. */
function footingWithout(statement: Statement, gone: ReadonlySet<string>): Left | null {
  if (gone.has(statement.anchor.doc)) return null;
  const groundOf = new Map(statement.grounds.map((ground) => [ground.root, ground]));
  const trails = statement.paths.map((path) => {
    const root = path.findIndex((node) => groundOf.has(node));
    const at = root < 0 ? path.length - 1 : root;
    // Whom a root has it from stands behind it, and may fall; but nobody heard words that nobody spoke.
    const spoken = groundOf.get(path[at]!)?.as === 'hearing';
    return { end: path[at]!, rests: spoken ? path : path.slice(0, at + 1) };
  });
  const left = trails.filter(({ rests }) => !rests.some((node) => gone.has(node)));
  const sourceless =
    statement.sourceless !== null && !gone.has(statement.sourceless) && left.length === trails.length
      ? statement.sourceless
      : null;
  if (left.length === 0 && sourceless === null) return null;
  const ends = left.map(({ end }) => end);
  const stoodFor = new Map<string, string>();
  const grounds = statement.grounds.flatMap((ground): Ground[] => {
    if (ends.includes(ground.root)) return [ground];
    // Two who say it jointly are one root; without the one, the other still says it.
    const other = ends.find((end) => ground.kin.includes(end));
    if (other === undefined) return [];
    stoodFor.set(other, ground.root);
    return [{ ...ground, root: other, kin: [...ground.kin, ground.root].filter((id) => id !== other) }];
  });
  const contributors = statement.contributors.filter((id) => !gone.has(id));
  return { grounds, sourceless, contributors, stoodFor };
}

const key = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
