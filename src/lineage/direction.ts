/** Which of two documents has it from the other, where evidence tells. */
import type { Evidence } from '../model/record.js';
import type { Account } from '../model/story.js';
import { anchor } from '../text/anchors.js';
import { organisationKey } from '../text/name-keys.js';
import type { Report } from './reports.js';
import type { JoinedSources } from './sources.js';

/** What one document has to say in questions of direction. */
export interface Witness {
  readonly account: Account;
  readonly report: Report;
  /** Keys of the bodies that it names as sources → where. */
  readonly bodies: ReadonlyMap<string, Evidence>;
  /** Documents of the story that it cites as sources → where. */
  readonly cites: ReadonlyMap<string, Evidence>;
  /** Its publisher's name as a body's key: a press release's issuer. Null where the publisher is unknown. */
  readonly issuer: string | null;
}

/** ancestor: 'a', 'b', or null where undetermined. `evidence` holds both sides'. */
export interface Direction {
  readonly ancestor: 'a' | 'b' | null;
  /** What decided: explicit words, or times alone; null where undetermined. */
  readonly by: 'words' | 'time' | null;
  readonly evidence: readonly Evidence[];
}

/** The witnesses of one story by document id. */
export function witnesses(
  accounts: readonly Account[],
  reports: ReadonlyMap<string, Report>,
  joined: JoinedSources,
): Map<string, Witness> {
  const documentsOf = new Map(joined.sources.map((source) => [source.id, source.documents]));
  const nameOf = new Map(joined.outlets.all.map((outlet) => [outlet.id, outlet.name]));
  return new Map(
    accounts.map((account): [string, Witness] => {
      const { document, analysis } = account;
      const report = reports.get(document.id)!;
      const bodies = new Map<string, Evidence>();
      const cites = new Map<string, Evidence>();
      analysis.sources.forEach((source, index) => {
        const anchors = source.mentions.slice(0, 1).map((span) => anchor(document, span));
        if (source.kind === 'organisation' && source.named) {
          for (const key of [source.name, ...source.aliases].map(organisationKey)) {
            if (bodies.has(key)) continue;
            bodies.set(key, { kind: 'report', anchors, note: 'names the issuer of the other as a source' });
          }
        }
        for (const doc of documentsOf.get(joined.sourceIds[document.id]![index]!) ?? []) {
          if (doc === document.id || cites.has(doc)) continue;
          cites.set(doc, { kind: 'report', anchors, note: 'cites the document' });
        }
      });
      for (const { report: cited, kind, sentence } of joined.citations[document.id] ?? []) {
        if (kind !== 'document') continue;
        const anchors = [anchor(document, analysis.sentences[sentence]!)];
        for (const { document: other } of accounts) {
          const its = (joined.outlets.ownOf(other.id) ?? other.id) === cited;
          if (!its || other.id === document.id || cites.has(other.id) || isLater(other, document)) continue;
          cites.set(other.id, { kind: 'report', anchors, note: 'cites the document' });
        }
      }
      const issuer = report.own === null ? null : organisationKey(nameOf.get(report.own)!);
      return [document.id, { account, report, bodies, cites, issuer }];
    }),
  );
}

/** Published on a later day, as far as both tell. */
function isLater(a: Account['document'], b: Account['document']): boolean {
  const [x, y] = [a.published?.slice(0, 10) ?? null, b.published?.slice(0, 10) ?? null];
  return x !== null && y !== null && x.length === 10 && y.length === 10 && x > y;
}

/** Words in `heir` that say it has something from `ancestor`: a line, a credit, a citation, its issuer as a source. */
export function wordsFor(heir: Witness, ancestor: Witness): Evidence[] {
  const evidence: Evidence[] = [];
  const { own, of } = ancestor.report;
  if (own !== null && own !== heir.report.own) {
    evidence.push(...(heir.report.makers.get(own) ?? []), ...(heir.report.credited.get(own) ?? []));
    const issued = ancestor.issuer === null ? undefined : heir.bodies.get(ancestor.issuer);
    if (issued) evidence.push(issued);
  } else if (own === null && of !== null && of !== heir.report.of) {
    evidence.push(...(heir.report.makers.get(of) ?? []), ...(heir.report.credited.get(of) ?? []));
  }
  const cited = heir.cites.get(ancestor.account.document.id);
  if (cited) evidence.push(cited);
  return evidence;
}

/** Years before print or far ahead, and the day from which computers count, are clocks gone wrong. */
const FIRST_YEAR = 1600;
const LAST_YEAR = 2200;
const EPOCH = '1970-01-01';

/** The first one published: 'a' or 'b'; null where either is undated or both bear the same day. */
export function earlier(a: Account, b: Account): 'a' | 'b' | null {
  const one = a.document.published;
  const two = b.document.published;
  if (one === null || two === null || !plausible(one) || !plausible(two)) return null;
  const length = Math.min(10, day(one).length, day(two).length);
  const dayA = one.slice(0, length);
  const dayB = two.slice(0, length);
  if (dayA === dayB) return null;
  const written = dayA < dayB ? 'a' : 'b';
  // Days as written may differ for one instant in two time zones.
  if (zoned(one) && zoned(two)) {
    const gap = Date.parse(two) - Date.parse(one);
    if (!(written === 'a' ? gap > 0 : gap < 0)) return null;
  }
  return written;
}

const day = (published: string): string => published.slice(0, 10);
const zoned = (published: string): boolean => /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(published);
const plausible = (published: string): boolean => {
  const year = /^\d{4}(?=-|$)/.test(published) ? Number(published.slice(0, 4)) : Number.NaN;
  return year >= FIRST_YEAR && year <= LAST_YEAR && day(published) !== EPOCH;
};

/**
 * Direction of a pair. Explicit words beat times; words on both sides leave it undetermined; times decide only by day
 * and only where `timesDecide` (not where the text came to both from outside).
 */
export function direction(a: Witness, b: Witness, timesDecide: boolean): Direction {
  const inB = wordsFor(b, a);
  const inA = wordsFor(a, b);
  const first = earlier(a.account, b.account);
  const evidence: Evidence[] = [...inA, ...inB];
  if (first !== null) {
    const [early, late] = first === 'a' ? [a, b] : [b, a];
    evidence.push({
      kind: 'time',
      anchors: [],
      note: `published ${day(early.account.document.published!)}, the other ${day(late.account.document.published!)}`,
    });
  }
  if (inB.length > 0 !== inA.length > 0) {
    return { ancestor: inB.length > 0 ? 'a' : 'b', by: 'words', evidence };
  }
  if (inB.length > 0) return { ancestor: null, by: null, evidence };
  if (first !== null && timesDecide) return { ancestor: first, by: 'time', evidence };
  return { ancestor: null, by: null, evidence };
}
