/**
 * Where the trail of one statement ends: the four rules of DESIGN, "How origins are counted", first that fits.
 */
import { SELF } from '../language/en/sentences.js';
import type { LocalAttribution } from '../model/analysis.js';
import type { Ground } from '../model/record.js';
import type { Span } from '../model/span.js';
import type { DraftClaim, DraftStatement } from '../model/story.js';
import type { Rule } from '../model/vocabulary.js';
import { creditedInSentence, madePublic, showsHearing, spokenToOthers, tellingIn } from './hearings.js';
import { publicRecord, readIn, standsOn, writtenIn } from './records.js';
import type { StoryView } from './story.js';

export interface Trail {
  readonly rule: Rule;
  readonly grounds: readonly Ground[];
  /** From the node nearest to the statement on to the root; those whom the root has it from stand behind it. */
  readonly paths: readonly (readonly string[])[];
  readonly firstHand: boolean;
  /** Set where no source is given: the outlet, or the document where its outlet is unknown. */
  readonly sourceless: string | null;
  /** Other outlets and agencies that contributed to what stands here in the account's own voice. */
  readonly contributors: readonly string[];
}

/** What the other accounts of a claim show of where it stands. */
interface Known {
  /** The one public record that they name for it, or null. */
  readonly register: string | null;
  /** Source ids of those whose words they show to be public. */
  readonly published: ReadonlySet<string>;
}

/** The trail of every statement of a claim that asserts it, by statement id. Descents have no cycles. */
export function traceRoots(claim: DraftClaim, view: StoryView): ReadonlyMap<string, Trail> {
  const trails = new Map<string, Trail>();
  const byId = new Map(claim.statements.map((s) => [s.id, s]));
  const known: Known = { register: registerOf(claim, view), published: publishedIn(claim, view) };
  const trace = (statement: DraftStatement): Trail => {
    const found = trails.get(statement.id);
    if (found) return found;
    const trailOf = (id: string): Trail | null => {
      const from = byId.get(id);
      return from ? trace(from) : null;
    };
    // A headline tells in short what stands below it.
    const below = statement.descent === null ? toldBelow(claim, statement, view) : null;
    const trail = below ? trace(below) : traceOne(claim, statement, view, known, trailOf);
    trails.set(statement.id, trail);
    return trail;
  };
  for (const statement of claim.statements) trace(statement);
  return trails;
}

/** Of a statement in a headline or summary, the first of its claim in the body of the same account; else null. */
function toldBelow(claim: DraftClaim, statement: DraftStatement, view: StoryView): DraftStatement | null {
  if (!isDisplay(statement, view)) return null;
  return (
    claim.statements.find(
      (other) => other.doc === statement.doc && other.stance === 'asserts' && !isDisplay(other, view),
    ) ?? null
  );
}

function isDisplay({ doc, assertion }: DraftStatement, view: StoryView): boolean {
  const { assertions, sentences, blocks } = view.account(doc).analysis;
  const role = blocks[sentences[assertions[assertion]!.sentence]!.block]?.role;
  return role === 'headline' || role === 'heading' || role === 'summary';
}

/** The one public record that statements of the claim name: there the claim stands, also for those that do not name it. */
function registerOf(claim: DraftClaim, view: StoryView): string | null {
  const named = claim.statements.flatMap((s) =>
    s.stance === 'asserts' && s.descent === null && isOwnVoice(s, view) ? (publicRecord(s, view) ?? []) : [],
  );
  return new Set(named).size === 1 ? named[0]! : null;
}

/** Nothing is attributed, or to the body itself whose act it is ("the court upheld the order"). */
function isOwnVoice(statement: DraftStatement, view: StoryView): boolean {
  const attribution = view.attribution(statement);
  if (attribution === null) return true;
  const act = view.actOf(statement.doc, statement.assertion);
  if (act === undefined || attribution.speaker === null) return false;
  return act === null
    ? attribution.attitude === 'reacts'
    : view.sourceId(statement.doc, attribution.speaker) === act;
}

function traceOne(
  claim: DraftClaim,
  statement: DraftStatement,
  view: StoryView,
  { register, published }: Known,
  trailOf: (id: string) => Trail | null,
): Trail {
  const { descent, doc } = statement;
  const firstHand = showsHearing(statement, view);
  const ancestor = descent ? trailOf(descent.from) : null;
  if (descent && ancestor) {
    const from = view.statement(descent.from).doc;
    const step = descent.report === null ? [from] : [descent.report, from];
    return {
      ...ancestor,
      rule: descent.read ? 'attributed' : descent.rule,
      firstHand: false,
      paths: ancestor.paths.length > 0 ? ancestor.paths.map((path) => [...step, ...path]) : [step],
    };
  }
  const reports = creditedInSentence(statement, view).filter((report) => report !== view.reportOf(doc));
  const spoken =
    claim.kind === 'quotation' || view.account(doc).analysis.assertions[statement.assertion]!.aboutSpeech;
  const acts = view.actOf(doc, statement.assertion) !== undefined && isOwnVoice(statement, view);
  const named = acts
    ? null
    : spoken
      ? hearing(statement, view, reports, published)
      : attributed(statement, view);
  if (reports.length > 0) {
    const report = reports[0]!;
    if (named) {
      // The source that the sentence names behind the report is the root, with the report on its path.
      const paths = named.paths.map((path) => (path[0] === report ? path : [report, ...path]));
      return { ...named, rule: 'derived', firstHand: false, paths };
    }
    if (view.reportsBy(report).length > 0) return sourceless(statement, view, 'derived');
    return trail('derived', [{ root: report, as: 'voice', shown: false, kin: [] }], [[report]]);
  }
  if (named !== null && register !== null && standsOn(statement, register, view)) {
    // A person who cites a law passes the trail on to it.
    const ground: Ground = { root: register, as: 'source', shown: false, kin: [] };
    return { ...named, grounds: [ground], paths: named.paths.map((path) => [...path, register]), firstHand };
  }
  if (named) return { ...named, firstHand };
  return ownVoice(claim, statement, view, register);
}

function trail(rule: Rule, grounds: readonly Ground[], paths: readonly (readonly string[])[]): Trail {
  return { rule, grounds, paths, firstHand: false, sourceless: null, contributors: [] };
}

function sourceless(statement: DraftStatement, view: StoryView, rule: Rule): Trail {
  const outlet = view.reportOf(statement.doc) ?? statement.doc;
  return { rule, grounds: [], paths: [], firstHand: false, sourceless: outlet, contributors: [] };
}

/** Rule 4. */
function ownVoice(
  claim: DraftClaim,
  statement: DraftStatement,
  view: StoryView,
  claimRegister: string | null,
): Trail {
  const { analysis } = view.account(statement.doc);
  const assertion = analysis.assertions[statement.assertion]!;
  const elsewhere = claim.statements.find(
    (other) => other.doc === statement.doc && other.attribution !== null && other.stance === 'asserts',
  );
  const attributedElsewhere = elsewhere && elsewhere !== statement ? attributed(elsewhere, view) : null;
  if (attributedElsewhere) return { ...attributedElsewhere, rule: 'own' };
  const register = publicRecord(statement, view) ?? claimRegister;
  if (register !== null)
    return trail('own', [{ root: register, as: 'source', shown: false, kin: [] }], [[register]]);
  if (assertion.agentless || passedOnByNobody(view.attribution(statement)))
    return sourceless(statement, view, 'own');
  const voice = view.voiceOf(statement.doc);
  const outlet = voice.id;
  const contributors = analysis.credits.flatMap((credit, index) =>
    credit.kind === 'contributed' ? [view.creditId(statement.doc, index)] : [],
  );
  return {
    rule: 'own',
    grounds: [{ root: outlet, as: voice.source ? 'source' : 'voice', shown: assertion.witnessed, kin: [] }],
    paths: [[outlet]],
    firstHand: assertion.witnessed,
    sourceless: null,
    contributors: [...new Set(contributors)].filter((id) => id !== outlet).sort(),
  };
}

/** "is said to have cost 30 million": told by somebody whom nothing names. */
function passedOnByNobody(attribution: LocalAttribution | null): boolean {
  return (
    attribution !== null &&
    attribution.form === 'indirect' &&
    attribution.speaker === null &&
    attribution.source.length === 0 &&
    attribution.cue.length > 0
  );
}

/** Rule 3, or null where the sentence names no source. */
function attributed(statement: DraftStatement, view: StoryView): Trail | null {
  const {
    analysis,
    document: { text },
  } = view.account(statement.doc);
  const own = view.reportOf(statement.doc);
  const assertion = analysis.assertions[statement.assertion]!;
  const { agentless } = assertion;
  const chain: number[] = [];
  for (let at = statement.attribution; at !== null && !chain.includes(at); ) {
    chain.unshift(at);
    at = analysis.attributions[at]?.parent ?? null;
  }
  // Outermost first: the one whom the account heard; reports of outlets are links, dealt with by rule 2.
  const heard = chain
    .map((index) => analysis.attributions[index]!)
    .filter((a) => {
      if (a.attitude === 'intends' || (agentless && hedged(a, assertion.hedges))) return false;
      // Who says "we" outside quotation marks is the account itself.
      if (a.source.some(({ start, end }) => SELF.test(text.slice(start, end)))) return false;
      if (a.speaker === null) return true;
      const id = view.sourceId(statement.doc, a.speaker);
      return view.source(id)?.kind !== 'outlet' && id !== own;
    });
  if (heard.length === 0) {
    const written = writtenIn(statement, view);
    if (written === null) return null;
    return trail('attributed', [{ root: written, as: 'source', shown: false, kin: [] }], [[written]]);
  }
  let outer = 0;
  // A person who cites a published report, a document or a law passes the trail on to it.
  while (outer + 1 < heard.length) {
    const inner = heard[outer + 1]!;
    const source = inner.speaker === null ? null : analysis.sources[inner.speaker]!;
    if (source?.kind !== 'document') break;
    outer += 1;
  }
  const attribution = heard[outer]!;
  if (attribution.speaker === null) {
    if (attribution.source.length === 0) return null;
    const unknown: Ground = { root: statement.doc, as: 'unknown', shown: false, kin: [] };
    return trail('attributed', [unknown], [[statement.doc]]);
  }
  // Unnamed people of a named body are that body; they stand on the path.
  const speaker = view.sourceId(statement.doc, attribution.speaker);
  const body =
    readIn(statement.doc, attribution.medium, view) ?? view.bodyId(statement.doc, attribution.speaker);
  const person = body ?? speaker;
  const behind = heard
    .slice(outer + 1)
    .flatMap((a) => (a.speaker === null ? [] : [view.sourceId(statement.doc, a.speaker)]));
  const joint = attribution.also.map((local) => view.sourceId(statement.doc, local));
  const root: Ground = {
    root: person,
    as: 'source',
    shown: false,
    kin: [...new Set([...behind, ...joint])].sort(),
  };
  const before = heard
    .slice(0, outer)
    .flatMap((a) => (a.speaker === null ? [] : [view.sourceId(statement.doc, a.speaker)]));
  const told = tellingIn(statement, view);
  const lead = [...told, ...before];
  return trail(
    'attributed',
    [root],
    [
      [...lead, ...(body === null ? [] : [speaker]), person, ...behind],
      // Who speaks with another is one root with him, and still said it.
      ...joint.filter((id) => id !== person).map((id) => [...lead, id]),
    ],
  );
}

/** "The minister reportedly offered …": the cue itself says that nobody is named as having told it. */
function hedged({ cue }: LocalAttribution, hedges: readonly Span[]): boolean {
  return cue.some((c) => hedges.some((h) => h.start < c.end && c.start < h.end));
}

/** Whose words other accounts of the claim show to be public. */
function publishedIn(claim: DraftClaim, view: StoryView): ReadonlySet<string> {
  const found = claim.statements.flatMap((statement) => {
    const attribution = view.attribution(statement);
    return claim.kind === 'quotation' &&
      attribution !== null &&
      madePublic(statement, attribution, view) &&
      !spokenToOthers(statement, attribution, view)
      ? (attributed(statement, view)?.grounds ?? [])
      : [];
  });
  return new Set(found.map(({ root }) => root));
}

/** Of a quotation: the hearing is the root, or the speaker where the words were made public. */
function hearing(
  statement: DraftStatement,
  view: StoryView,
  reports: readonly string[],
  published: ReadonlySet<string>,
): Trail | null {
  const attribution = view.attribution(statement);
  const base = attributed(statement, view);
  if (!attribution || !base) return base;
  const speaker =
    attribution.speaker === null ? null : view.account(statement.doc).analysis.sources[attribution.speaker]!;
  if (speaker?.kind === 'document' || madePublic(statement, attribution, view)) return base;
  const outlet = view.reportOf(statement.doc);
  const shown = showsHearing(statement, view) || reports.length > 0;
  // What its author made public is one root, however many read it.
  if (!shown && base.grounds.every(({ root }) => published.has(root))) return base;
  const heardBy = reports[0] ?? outlet ?? statement.doc;
  const root: Ground = { root: heardBy, as: 'hearing', shown, kin: [] };
  return trail(
    'attributed',
    [root],
    base.paths.map((path) => [heardBy, ...path.filter((id) => id !== heardBy)]),
  );
}
