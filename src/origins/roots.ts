/**
 * Where the trail of one statement ends: the four rules of DESIGN, "How origins are counted", first that fits.
 */
import { DOCUMENT_SPEAKS } from '../language/en/documents.js';
import type { Assertion, LocalAttribution, LocalSource } from '../model/analysis.js';
import type { Ground } from '../model/record.js';
import type { Span } from '../model/span.js';
import type { DraftClaim, DraftStatement } from '../model/story.js';
import type { Rule } from '../model/vocabulary.js';
import { encloses } from '../text/spans.js';
import type { CreditIn, StoryView } from './story.js';

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

/** The trail of every statement of a claim that asserts it, by statement id. Descents have no cycles. */
export function traceRoots(claim: DraftClaim, view: StoryView): ReadonlyMap<string, Trail> {
  const trails = new Map<string, Trail>();
  const byId = new Map(claim.statements.map((s) => [s.id, s]));
  const trace = (statement: DraftStatement): Trail => {
    const known = trails.get(statement.id);
    if (known) return known;
    const trail = traceOne(claim, statement, view, (id) => {
      const from = byId.get(id);
      return from ? trace(from) : null;
    });
    trails.set(statement.id, trail);
    return trail;
  };
  for (const statement of claim.statements) trace(statement);
  return trails;
}

function traceOne(
  claim: DraftClaim,
  statement: DraftStatement,
  view: StoryView,
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
      rule: descent.rule,
      firstHand: false,
      paths: ancestor.paths.length > 0 ? ancestor.paths.map((path) => [...step, ...path]) : [step],
    };
  }
  const reports = creditedInSentence(statement, view).filter((report) => report !== view.reportOf(doc));
  const spoken =
    claim.kind === 'quotation' || view.account(doc).analysis.assertions[statement.assertion]!.aboutSpeech;
  const named = spoken ? hearing(statement, view, reports) : attributed(statement, view);
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
  if (named) return { ...named, firstHand };
  return ownVoice(claim, statement, view);
}

function trail(rule: Rule, grounds: readonly Ground[], paths: readonly (readonly string[])[]): Trail {
  return { rule, grounds, paths, firstHand: false, sourceless: null, contributors: [] };
}

function sourceless(statement: DraftStatement, view: StoryView, rule: Rule): Trail {
  const outlet = view.reportOf(statement.doc) ?? statement.doc;
  return { rule, grounds: [], paths: [], firstHand: false, sourceless: outlet, contributors: [] };
}

/** Rule 4. */
function ownVoice(claim: DraftClaim, statement: DraftStatement, view: StoryView): Trail {
  const { analysis } = view.account(statement.doc);
  const assertion = analysis.assertions[statement.assertion]!;
  const elsewhere = claim.statements.find(
    (other) => other.doc === statement.doc && other.attribution !== null && other.stance === 'asserts',
  );
  const attributedElsewhere = elsewhere && elsewhere !== statement ? attributed(elsewhere, view) : null;
  if (attributedElsewhere) return { ...attributedElsewhere, rule: 'own' };
  const register = publicRecord(statement, view);
  if (register !== null)
    return trail('own', [{ root: register, as: 'source', shown: false, kin: [] }], [[register]]);
  if (assertion.agentless) return sourceless(statement, view, 'own');
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

/** Rule 3, or null where the sentence names no source. */
function attributed(statement: DraftStatement, view: StoryView): Trail | null {
  const { analysis } = view.account(statement.doc);
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
      if (a.speaker === null) return true;
      const id = view.sourceId(statement.doc, a.speaker);
      return analysis.sources[a.speaker]!.kind !== 'outlet' && id !== own;
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

/**
 * What the account read, where someone is cited through a document that was not made public (an e-mail): "X said in a
 * statement" is X, but what stands in a leaked memo is the memo. A letter in the corpus is itself.
 */
function readIn(doc: string, medium: number | null, view: StoryView): string | null {
  if (medium === null) return null;
  const source = view.sourceId(doc, medium);
  const [read] = view.source(source)?.documents ?? [];
  if (read !== undefined) {
    // A letter speaks for itself; a press notice is its issuer, and whom it quotes is himself.
    return view.voiceOf(read).id === source ? source : null;
  }
  const traits = view.account(doc).analysis.sources[medium]!.document;
  return traits === null || traits.madePublic || traits.publicRecord ? null : source;
}

/** Of a quotation: the hearing is the root, or the speaker where the words were made public. */
function hearing(statement: DraftStatement, view: StoryView, reports: readonly string[]): Trail | null {
  const attribution = view.attribution(statement);
  const base = attributed(statement, view);
  if (!attribution || !base) return base;
  const { analysis } = view.account(statement.doc);
  const medium = attribution.medium === null ? null : analysis.sources[attribution.medium]!;
  const speaker = attribution.speaker === null ? null : analysis.sources[attribution.speaker]!;
  // What stands in a press release, a letter or a post of its own was made public by its author.
  const published =
    medium?.document?.madePublic || medium?.document?.publicRecord || view.voiceOf(statement.doc).source;
  if (published || speaker?.kind === 'document') return base;
  const outlet = view.reportOf(statement.doc);
  const shownHere = showsHearing(statement, view);
  const heardBy = reports[0] ?? outlet ?? statement.doc;
  const root: Ground = { root: heardBy, as: 'hearing', shown: shownHere || reports.length > 0, kin: [] };
  return trail(
    'attributed',
    [root],
    base.paths.map((path) => [heardBy, ...path.filter((id) => id !== heardBy)]),
  );
}

/** Credits inside the sentence of a statement, with their places among the document's credits. */
function creditsIn(statement: DraftStatement, view: StoryView): readonly CreditIn[] {
  const { doc } = statement;
  const { kind, sentence } = view.account(doc).analysis.assertions[statement.assertion]!;
  const own = view.creditsIn(doc, sentence);
  // A quotation that goes on behind its "X told the Courier" was told to the Courier too.
  const spoken = kind === 'quotation' ? cueSentence(statement, view) : null;
  if (spoken === null || spoken === sentence) return own;
  const there = view.creditsIn(doc, spoken);
  return spoken < sentence ? [...there, ...own] : [...own, ...there];
}

/** The sentence in which the words of a quotation are ascribed, or null; a later paragraph of it has it from the one before. */
function cueSentence({ doc, attribution: index }: DraftStatement, view: StoryView): number | null {
  if (index === null) return null;
  const { attributions, sentences } = view.account(doc).analysis;
  const own = attributions[index]!;
  const before = attributions[index - 1];
  const from = own.cue[0] ?? (before && before.speaker === own.speaker ? before.cue[0] : undefined);
  if (from === undefined) return null;
  const at = sentences.findIndex(({ start, end }) => start <= from.start && from.start < end);
  return at < 0 ? null : at;
}

const NONE: readonly string[] = [];

function creditedInSentence(statement: DraftStatement, view: StoryView): readonly string[] {
  const credits = creditsIn(statement, view);
  if (credits.length === 0) return NONE;
  const found = credits
    .filter(({ credit }) => credit.kind === 'reported' || credit.kind === 'told' || credit.kind === 'seen')
    .map(({ id }) => id);
  return [...new Set(found)];
}

function tellingIn(statement: DraftStatement, view: StoryView): readonly string[] {
  const credits = creditsIn(statement, view);
  if (credits.length === 0) return NONE;
  const found = credits.filter(({ credit }) => credit.kind === 'told' || credit.kind === 'seen');
  return [...new Set(found.map(({ id }) => id))];
}

/** The account shows a hearing of its own: "told the Courier", "seen by the Courier" in the Courier. */
function showsHearing(statement: DraftStatement, view: StoryView): boolean {
  const own = view.reportOf(statement.doc);
  return own !== null && tellingIn(statement, view).includes(own);
}

/**
 * The document whose words a statement tells though nothing is cited from it, or null: somebody asks in it ("asked the
 * board in a letter to wait"), or it speaks itself ("the e-mail, which called the plan Tern").
 */
function writtenIn(statement: DraftStatement, view: StoryView): string | null {
  const { document, analysis } = view.account(statement.doc);
  const { focus } = analysis.assertions[statement.assertion]!;
  const request = analysis.attributions.find(
    ({ medium, cue }) => medium !== null && cue.some((c) => focus.some((f) => encloses(f, c))),
  );
  if (request !== undefined) {
    const read = readIn(statement.doc, request.medium, view);
    return read ?? (request.speaker === null ? null : view.sourceId(statement.doc, request.speaker));
  }
  const [opens, ...rest] = focus;
  if (opens === undefined) return null;
  const speaks = (mention: Span): boolean =>
    mention.start <= opens.start &&
    opens.start < mention.end &&
    DOCUMENT_SPEAKS.test(
      [{ ...opens, start: Math.min(mention.end, opens.end) }, ...rest]
        .map(({ start, end }) => document.text.slice(start, end))
        .join(' '),
    );
  const speaker = analysis.sources.findIndex(
    ({ kind, mentions }) => kind === 'document' && mentions.some(speaks),
  );
  return speaker < 0 ? null : readIn(statement.doc, speaker, view);
}

/** A law, a vote, a docket or a register that the sentence itself names, or null. */
function publicRecord(statement: DraftStatement, view: StoryView): string | null {
  const { analysis } = view.account(statement.doc);
  const own = analysis.assertions[statement.assertion]!;
  const sentence = analysis.sentences[own.sentence]!;
  const named = ({ document, mentions }: LocalSource): readonly Span[] =>
    document?.publicRecord === true ? mentions.filter((m) => encloses(sentence, m)) : [];
  if (!analysis.sources.some((source) => named(source).length > 0)) return null;
  /** How far the words of an assertion are from a mention; 0 where they hold it. */
  const apart = ({ focus }: Assertion, { start, end }: Span): number =>
    Math.min(...focus.map((f) => Math.max(0, f.start - start, end - f.end)));
  // What somebody is quoted on in the same sentence rests on the record that stands nearer to it, not what the account adds.
  const others = analysis.assertions.filter((a) => a.sentence === own.sentence && a.attribution !== null);
  const index = analysis.sources.findIndex((source) =>
    named(source).some((mention) => others.every((other) => apart(own, mention) <= apart(other, mention))),
  );
  return index < 0 ? null : view.sourceId(statement.doc, index);
}
