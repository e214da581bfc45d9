/** What an account credits besides the outlets that its own text shows to be outlets (DESIGN §4, rule 2). */
import { PUBLISHED_TYPES } from '../language/en/cited-documents.js';
import type { Source } from '../model/record.js';
import type { Span } from '../model/span.js';
import type { Account, Citation } from '../model/story.js';
import { append } from '../text/multimap.js';
import { compareStrings } from '../text/order.js';
import { indexAt } from '../text/spans.js';
import type { IssuingBody } from './issuing-bodies.js';
import { documentType } from './witnesses.js';

interface Joined {
  readonly accounts: readonly Account[];
  readonly sources: readonly Source[];
  readonly sourceIds: { readonly [doc: string]: readonly string[] };
  /** Bodies that published accounts of the story, by the source id of the body. */
  readonly bodies: ReadonlyMap<string, IssuingBody>;
  /** The outlet under which a document was published, or null. */
  ownOf(doc: string): string | null;
  /** The source id of the body that an account means by a name. */
  bodyNamed(doc: string, name: string): string;
}

/** What stands in a text and what it credits there. */
type Cited = Omit<Citation, 'sentence'> & { readonly spans: readonly Span[] };

/** Courts speak in rulings whose issuer an account need not name. */
const COURT = /\b(?:court|tribunal)\b/;

/**
 * By document, in the order of the text: reports of outlets that only another account shows to be outlets, and documents
 * of the corpus that a body published, where the account speaks of such a document or of what the body says.
 */
export function citations(joined: Joined): { readonly [doc: string]: readonly Citation[] } {
  const sources = new Map(joined.sources.map((source) => [source.id, source]));
  return Object.fromEntries(
    joined.accounts.map((account) => {
      const { id } = account.document;
      const { sentences } = account.analysis;
      const own = joined.ownOf(id) ?? id;
      const found = new Map<string, Citation>();
      for (const { report, kind, by, spans } of citedIn(account, sources, joined)) {
        if (report === own || report === id) continue;
        for (const { start } of spans) {
          const sentence = indexAt(sentences, start);
          if (sentence >= 0) found.set(`${sentence} ${report}`, { report, kind, by, sentence });
        }
      }
      return [
        id,
        [...found.values()].sort((a, b) => a.sentence - b.sentence || compareStrings(a.report, b.report)),
      ];
    }),
  );
}

function citedIn(
  { document: { id }, analysis }: Account,
  sources: ReadonlyMap<string, Source>,
  { sourceIds, bodies, ownOf, bodyNamed }: Joined,
): Cited[] {
  const publishers = new Map([...bodies].map(([source, { outlet }]) => [outlet, source]));
  const courts = [...bodies].filter(([, { key }]) => COURT.test(key));
  const sayings = new Map<number, Span[]>();
  for (const { speaker, attitude, source } of analysis.attributions)
    if (speaker !== null && attitude === 'asserts') for (const span of source) append(sayings, speaker, span);
  return analysis.sources.flatMap((local, index): Cited[] => {
    const source = sources.get(sourceIds[id]![index]!);
    if (source === undefined) return [];
    const saying = sayings.get(index) ?? [];
    if (source.kind === 'outlet')
      return local.kind === 'outlet' ? [] : [{ report: source.id, kind: 'report', by: null, spans: saying }];
    if (local.kind !== 'document') {
      const body = bodies.get(source.id);
      return body === undefined
        ? []
        : [{ report: body.outlet, kind: 'document', by: source.id, spans: saying }];
    }
    const spans = local.mentions;
    const type = documentType(local);
    const issuer = local.document?.issuer ?? null;
    const named = issuer === null ? null : bodyNamed(id, issuer);
    const sole = type === 'court record' && courts.length === 1 ? courts[0]![0] : null;
    const by = issuer === null ? sole : named;
    const body = by !== null && PUBLISHED_TYPES.has(type) ? bodies.get(by) : undefined;
    return [
      ...(body === undefined ? [] : [{ report: body.outlet, kind: 'document' as const, by, spans }]),
      ...source.documents.map(
        (doc): Cited => ({
          report: ownOf(doc) ?? doc,
          kind: 'document',
          by: publishers.get(ownOf(doc) ?? '') ?? null,
          spans,
        }),
      ),
    ];
  });
}
