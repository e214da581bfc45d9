/** What the finders of leads share: the record as found, look-ups, and how a lead names accounts, sources and claims. */
import type { Document } from '../../model/document.js';
import type { Attribution, Claim, Correction, Lead, Lineage, Source, Subject } from '../../model/record.js';
import { describeSource, inProse, numberWord } from '../../text/describe.js';
import { append } from '../../text/multimap.js';
import { inMarks } from '../../text/quoting.js';
import { carriersOf } from '../weight.js';

export interface Found {
  readonly documents: readonly Document[];
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly attributions: readonly Attribution[];
  readonly lineage: Lineage;
  readonly corrections: readonly Correction[];
  readonly subjects: readonly Subject[];
  /** What a claim says, with its strongest hedge and without its source. */
  readonly words: (claim: Claim) => string;
}

/**
 * How many accounts one account counts for: first what cannot be printed as it stands, then what one outlet alone has seen,
 * then whoever can be called and whatever can be read, then what must be searched for. Chosen by hand on the two cases of
 * the examples.
 */
export const URGENCY = { settle: 3, obtain: 2, ask: 1.5, search: 1 } as const;

/** A lead with what hangs on it. */
export interface Candidate extends Lead {
  readonly urgency: number;
  /** Ids of the accounts that it bears upon. */
  readonly accounts: ReadonlySet<string>;
  /** The claims that it bears upon, so that no second lead sends after their origin. */
  readonly claims: readonly Claim[];
}

export class Case {
  /** Claims by each of their roots, in the record's order. */
  readonly resting: ReadonlyMap<string, readonly Claim[]>;
  private readonly byClaim: ReadonlyMap<string, Claim>;
  private readonly byId: ReadonlyMap<string, Source>;
  private readonly byDocument: ReadonlyMap<string, Document>;
  private readonly byAttribution: ReadonlyMap<string, Attribution>;
  private readonly reportOf: ReadonlyMap<string, string>;

  constructor(readonly found: Found) {
    this.byClaim = new Map(found.claims.map((claim) => [claim.id, claim]));
    this.byId = new Map(found.sources.map((source) => [source.id, source]));
    this.byDocument = new Map(found.documents.map((document) => [document.id, document]));
    this.byAttribution = new Map(found.attributions.map((attribution) => [attribution.id, attribution]));
    this.reportOf = new Map(found.lineage.reports.map(({ doc, of }) => [doc, of]));
    const resting = new Map<string, Claim[]>();
    for (const claim of found.claims) for (const root of claim.origins.roots) append(resting, root, claim);
    this.resting = resting;
  }

  claim(id: string): Claim {
    return this.byClaim.get(id)!;
  }

  source(id: string): Source | undefined {
    return this.byId.get(id);
  }

  document(id: string): Document {
    return this.byDocument.get(id)!;
  }

  /** The source of an attribution, null where it has none. */
  speakerOf(attribution: string | null): Source | null {
    const id = attribution === null ? null : (this.byAttribution.get(attribution)?.sourceId ?? null);
    return id === null ? null : (this.byId.get(id) ?? null);
  }

  formOf(attribution: string | null): Attribution['form'] | null {
    return attribution === null ? null : (this.byAttribution.get(attribution)?.form ?? null);
  }

  /** Whose report an account is; where nothing tells, the account itself. */
  outlet(doc: string): string {
    const report = this.reportOf.get(doc);
    return (
      this.byDocument.get(doc)?.outlet ??
      (report === undefined ? undefined : this.byId.get(report)?.name) ??
      `the account ${this.byDocument.get(doc)?.ref ?? doc}`
    );
  }

  /** Whether something tells whose report an account is. */
  hasOutlet(doc: string): boolean {
    return this.document(doc).outlet !== null || this.reportOf.has(doc);
  }

  /** The outlet with the account, where two of one outlet must be told apart. */
  account(doc: string): string {
    return this.hasOutlet(doc) ? `${this.outlet(doc)} (${this.document(doc).ref})` : this.outlet(doc);
  }

  /** A node of the stemma as a reader knows it. */
  node(id: string): string {
    const source = this.byId.get(id);
    return source ? describeSource(source, (seer) => this.byId.get(seer)?.name ?? null) : this.outlet(id);
  }

  /** “The agency plans to send at least 40 inspectors” and two other claims. */
  quoted(claims: readonly Claim[], shown = foremost(claims)): string {
    const others = claims.length - 1;
    const words = this.found.words(shown);
    const marked = /^“[^“”]*”(?: \(“[^“”]*”[^“”]*\))?$/.test(words) ? words : inMarks(words);
    return `${marked}${others > 0 ? ` and ${counted(others, 'other claim')}` : ''}`;
  }

  /** Outlets of accounts, once each, in prose. */
  outlets(docs: Iterable<string>): string {
    return inProse([...new Set([...docs].map((doc) => this.outlet(doc)))]);
  }
}

/** "five accounts carry", "one account carries". */
export const counted = (n: number, thing: string): string => `${numberWord(n)} ${thing}${n === 1 ? '' : 's'}`;
export const verb = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/** Ids of the accounts that assert any of the claims. */
export const accountsIn = (claims: readonly Claim[]): ReadonlySet<string> =>
  new Set(claims.flatMap((claim) => carriersOf(claim)));

/** Which of several claims a lead shows: the first of those that most accounts carry, a figure before other words. */
export function foremost(claims: readonly Claim[]): Claim {
  // Half an account decides between claims that as many carry.
  const rank = (claim: Claim): number => carriersOf(claim).length + (claim.kind === 'figure' ? 0.5 : 0);
  let [best] = claims as readonly [Claim, ...Claim[]];
  let most = rank(best);
  for (const claim of claims) {
    const own = rank(claim);
    if (own > most) [best, most] = [claim, own];
  }
  return best;
}

/** Somebody's own words in quotation marks: nobody else can be their origin, and they are no news to him. */
export function isUtterance({ kind, statements }: Claim, found: Case): boolean {
  const asserting = statements.filter(({ stance }) => stance === 'asserts');
  const direct = asserting.filter(({ attribution }) => found.formOf(attribution) === 'direct');
  return kind === 'quotation' || direct.length * 2 > asserting.length;
}
