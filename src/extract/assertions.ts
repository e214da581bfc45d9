import { COORDINATORS, PREPOSITIONAL_PARTICIPLES } from '../language/en/connectives.js';
import { NO_EVIDENCE } from '../language/en/negation.js';
import {
  ANSWER_VERBS,
  QUESTION_WORDS,
  REFUSAL_VERBS,
  SPEECH_ACT_VERBS,
  SPOKEN_VERBS,
  SPOKEN_WISHES,
} from '../language/en/speech-acts.js';
import type { Assertion, LocalAttribution, Standing } from '../model/analysis.js';
import type { BlockRole } from '../model/document.js';
import type { Span } from '../model/span.js';
import { datelineLength } from '../text/datelines.js';
import { compareSpans } from '../text/order.js';
import type { ParsedSentence, ParsedText, Token } from '../text/parsed.js';
import { type Clause, splitClauses } from './clauses.js';
import { focusSpans, isMark, isWord, type Linkers, merged, placeOf } from './focus.js';
import { type Found, FoundBySentence, type Item } from './found.js';
import { findHedges, isAgentless, isWitnessed } from './hedges.js';
import { isNegated, modalityOf } from './modality.js';
import { findRoles, isBrief, isShare, MIN_CONTENT, type Role } from './roles.js';
import { standingOf } from './standing.js';
import { isGerund, isQuoteMark } from './verb-shapes.js';

/** Words below which a headline is a label ("Opinion"). */
const MIN_HEADLINE = 3;
/** Words and marks that a sentence without a verb found has at least. */
const MIN_SENTENCE = 5;
/** Words between a cue and its content that are taken with it. */
const MAX_BEFORE = 6;

/**
 * What the sentences assert, by sentence and position: one assertion a finite clause, one a sentence of a direct
 * quotation (an echo elsewhere as a rule takes up one sentence of it), one a list. A restrictive relative, a
 * complement and an "if" clause belong to the clause around them; a participial phrase does too, unless it has a
 * figure or list of its own. The frame of an attribution ("X said", "according to X") asserts nothing, except where
 * nothing is attributed ("declined to comment"): then it is `aboutSpeech`, and `attribution` is that attribution.
 */
export function findAssertions(parsed: ParsedText, found: Found): Assertion[] {
  const context = new FoundBySentence(parsed, found);
  return parsed.sentences.flatMap((sentence) => new SentenceReader(context, sentence).read());
}

class SentenceReader {
  private readonly tokens: readonly Token[];
  private readonly roles: readonly Role[];
  private readonly joined: ReadonlySet<number>;
  private readonly headline: boolean;
  private readonly role: BlockRole;
  private readonly assertions: Assertion[] = [];

  constructor(
    private readonly context: FoundBySentence,
    private readonly sentence: ParsedSentence,
  ) {
    // "KARSHOLM (HPB) —" says where a report was written, and nothing of what it tells.
    const from = sentence.start + datelineOf(context.parsed, sentence);
    this.tokens = sentence.tokens.filter((token) => token.pos !== 'SPACE' && token.start >= from);
    this.role = context.parsed.blocks[sentence.block]?.role ?? 'body';
    this.headline = this.role === 'headline' || this.role === 'heading';
    const roles = findRoles(this.tokens, context.found.attributions, context.attributions[sentence.index]!);
    this.roles = roles.of;
    this.joined = roles.joined;
  }

  read(): Assertion[] {
    const regions = new Map<number | null, number[]>();
    this.tokens.forEach((_, at) => {
      const key = this.roles[at]!.content;
      const list = regions.get(key);
      if (list === undefined) regions.set(key, [at]);
      else list.push(at);
    });
    for (const [attribution, places] of regions) {
      const form = attribution === null ? null : this.attribution(attribution).form;
      if (form === 'direct') this.quotation(attribution!, places);
      else if (attribution === null || !this.isQuestion(attribution, places))
        this.region(attribution, places);
    }
    if (this.assertions.length === 0) this.whole();
    this.lists();
    return this.assertions.sort(
      (a, b) =>
        a.focus[0]!.start - b.focus[0]!.start ||
        order(a) - order(b) ||
        compareSpans(a.focus.at(-1)!, b.focus.at(-1)!),
    );
  }

  /** "asked whether …": what is asked is not asserted. */
  private isQuestion(attribution: number, places: readonly number[]): boolean {
    return (
      this.attribution(attribution).attitude === 'asks' && QUESTION_WORDS.has(this.tokens[places[0]!]!.norm)
    );
  }

  /** A sentence that is all quotation and that nobody is found to have said. */
  private isQuoted(): boolean {
    const opening = this.tokens.findIndex(({ text }) => /^(?:[“"«]|''|``)/.test(text));
    if (opening !== 0 || this.tokens.length < MIN_SENTENCE) return false;
    const closing = this.tokens.findIndex(({ text }, at) => at > 0 && /^(?:[”"»]|'')/.test(text));
    return closing < 0 || !this.tokens.slice(closing + 1).some(isWord);
  }

  /** A full sentence whose verb was not found asserts all the same. */
  private whole(): void {
    const last = this.tokens.findLast((token) => !isQuoteMark(token))?.norm;
    const first = this.tokens.find(isWord);
    const sentence = last === '.' || last === '!' || last === ';';
    if (!sentence || this.tokens.length < MIN_SENTENCE || this.roles.some(({ content }) => content !== null))
      return;

    if (first?.pos === 'VERB' && first.norm === first.lemma) return; // "Read more here."
    const all = this.tokens.map((_, at) => at);
    const focus = this.spans(all, 'none');
    const read = { clause: { ...EMPTY, tokens: all }, tokens: this.tokens, spoken: this.tokens };
    if (focus.length > 0) this.push('clause', focus, null, read);
  }

  private spans(places: readonly number[], linkers: Linkers): Span[] {
    return focusSpans(this.tokens, this.roles, places, linkers);
  }

  private attribution(index: number): LocalAttribution {
    return this.context.found.attributions[index]!;
  }

  /** The part of a direct quotation that lies in this sentence. */
  private quotation(attribution: number, places: readonly number[]): void {
    const focus = this.spans(places, 'none');
    if (focus.length === 0) return;
    const tokens = places.map((at) => this.tokens[at]!);
    const clause = splitClauses(tokens).find(({ verb }) => verb !== null) ?? EMPTY;
    this.push('quotation', focus, attribution, { clause, tokens, spoken: tokens });
  }

  private region(attribution: number | null, places: readonly number[]): void {
    const own = attribution === null;
    const tokens = places.map((at) => this.tokens[at]!);
    if (tokens.findLast((token) => !isQuoteMark(token))?.norm === '?') return;
    const clauses = splitClauses(tokens, !own);
    const finite = clauses.filter((clause, k) => clause.verb !== null && !isVacuous(clause, clauses[k + 1]));
    if (own && this.isQuoted()) {
      const focus = this.spans(places, 'none');
      const clause = finite[0] ?? EMPTY;
      if (focus.length > 0) this.push('quotation', focus, null, { clause, tokens, spoken: tokens });
      return;
    }
    if (finite.length === 0) {
      const whole = clauses.flatMap(({ tokens: t }) => t).sort((a, b) => a - b);
      this.verbless(attribution, places, { ...EMPTY, tokens: whole }, tokens);
      return;
    }
    for (const clause of finite) this.clause(attribution, places, clause, tokens);
  }

  /** A stretch without a finite verb asserts in a headline, and as what somebody is said to have said. */
  private verbless(
    attribution: number | null,
    places: readonly number[],
    clause: Clause,
    tokens: readonly Token[],
  ): void {
    const kept =
      attribution === null
        ? places.filter((at) => this.roles[at]!.frame === null)
        : this.fromCue(attribution, places);
    const words = kept.filter((at) => isWord(this.tokens[at]!)).length;
    const enough =
      attribution === null
        ? (this.role === 'headline' || this.role === 'summary') && words >= MIN_HEADLINE
        : words >= MIN_CONTENT;
    if (!enough) return;
    const focus = this.spans(kept, 'none');
    if (focus.length > 0) this.push('clause', focus, attribution, { clause, tokens, spoken: tokens });
  }

  /** What stands between the cue and a content that is no clause: "described [it as] more of a campaign". */
  private fromCue(attribution: number, places: readonly number[]): readonly number[] {
    const before: number[] = [];
    for (let at = places[0]! - 1; at >= 0 && before.length < MAX_BEFORE; at -= 1) {
      const { cue, frame, content } = this.roles[at]!;
      if (cue && frame === attribution) return [...before.reverse(), ...places];
      if (
        frame !== null ||
        content === attribution ||
        (isMark(this.tokens[at]!) && !isQuoteMark(this.tokens[at]))
      )
        break;
      before.push(at);
    }
    return places;
  }

  private clause(
    attribution: number | null,
    places: readonly number[],
    clause: Clause,
    tokens: readonly Token[],
  ): void {
    const head = clause.verb!.head;
    const cued = this.cuedBy(places, clause);
    let aboutSpeech = false;
    let about = attribution;
    if (cued !== null) {
      const { content, attitude } = this.attribution(cued);
      const joined = this.joined.has(cued);
      if (content.length > 0 && attitude !== 'declines' && !joined) return;
      const spoken = this.isSpoken(cued, tokens[head]!);

      const refuses = attitude === 'declines' && this.isSpeechAct(clause, tokens);
      const brief = content.length > 0 && spoken && isBrief(this.tokens, this.attribution(cued));
      aboutSpeech = content.length === 0 || refuses || brief || attitude === 'reacts';
      if (aboutSpeech || spoken || attitude === 'denies' || attitude === 'doubts') about = cued;
    } else aboutSpeech = attribution === null && this.isSpeechAct(clause, tokens);
    const inSource = this.roles[places[head]!]!.frame !== null && cued === null;
    if (inSource && clause.kind === 'main') return;
    const kept = clause.tokens.filter((at) => {
      const { frame } = this.roles[places[at]!]!;
      return (
        frame === null || frame === cued || inSource || this.joined.has(frame) || this.isSubject(clause, at)
      );
    });
    for (const part of this.parts(clause, kept, places)) {
      const rest = part.tokens.map((at) => places[at]!);
      const subject = part.sharesSubject && clause.subject !== null ? this.range(clause.subject, places) : [];
      const linkers = clause.kind === 'adverbial' ? 'subordinating' : 'coordinating';
      const focus = [...this.spans(subject, linkers), ...this.spans(rest, linkers)].sort(compareSpans);
      if (focus.length === 0) continue;
      const spoken = part.tokens.map((at) => tokens[at]!);
      this.push('clause', merged(focus), about, { clause: part, tokens, spoken }, aboutSpeech);
    }
  }

  /** Whether what is planned or asked for has been said by the source, as threats and calls are and plans are not. */
  private isSpoken(index: number, verb: Token): boolean {
    const { speaker } = this.attribution(index);
    if (isShare(this.tokens, this.attribution(index))) return false;
    return (
      SPOKEN_WISHES.has(verb.lemma) ||
      SPOKEN_VERBS.has(verb.lemma) ||
      (speaker !== null && this.context.found.sources[speaker]?.kind === 'document')
    );
  }

  /** "spoke", "did not respond", "refused to elaborate". */
  private isSpeechAct({ verb }: Clause, tokens: readonly Token[]): boolean {
    if (SPEECH_ACT_VERBS.has(verb!.lemma)) return true;
    if (verb!.negated && ANSWER_VERBS.has(verb!.lemma)) return true;
    const governed = tokens[verb!.end]?.norm === 'to' ? tokens[verb!.end + 1] : undefined;
    return (
      governed !== undefined &&
      REFUSAL_VERBS.has(verb!.lemma) &&
      (ANSWER_VERBS.has(governed.lemma) || SPEECH_ACT_VERBS.has(governed.lemma))
    );
  }

  /** The attribution whose cue is this clause's verb, or null. */
  private cuedBy(places: readonly number[], { verb }: Clause): number | null {
    for (let at = verb!.start; at < verb!.end; at += 1) {
      const role = this.roles[places[at]!]!;
      if (role.cue && (at === verb!.head || this.tokens[places[at]!]!.pos === 'VERB')) return role.frame;
    }
    return null;
  }

  private isSubject({ subject, sharesSubject }: Clause, at: number): boolean {
    return subject !== null && !sharesSubject && at >= subject.start && at < subject.end;
  }

  /** A clause, and apart from it each participial phrase that has a figure or list of its own. */
  private parts(clause: Clause, kept: readonly number[], places: readonly number[]): Clause[] {
    // A participial phrase ends where "and" opens a clause after a mark: ", citing risks - and arrests fell by a third".
    const phraseEnd = (from: number): number => {
      const k = kept.findIndex(
        (at, n) =>
          n > from &&
          isMark(this.tokens[places[at]!]!) &&
          COORDINATORS.has(this.tokens[places[kept[n + 1] ?? at]!]!.norm),
      );
      return k < 0 || this.isListed(kept, k, places) ? kept.length : k;
    };
    const cut = kept.findIndex((at, k) => {
      const token = this.tokens[places[at]!]!;
      const before = k > 0 ? this.tokens[places[kept[k - 1]!]!]! : undefined;
      if (at < clause.verb!.end || before?.norm !== ',' || token.pos !== 'VERB' || !isGerund(token))
        return false;
      // "cities that object, including Boston": no act of the subject's.
      if (PREPOSITIONAL_PARTICIPLES.has(token.norm)) return false;
      const start = token.start;
      const end = this.tokens[places[kept[phraseEnd(k) - 1]!]!]!.end;
      const within = (items: readonly Item[]) => items.some((item) => item.start >= start && item.end <= end);
      return (
        within(this.context.figures[this.sentence.index]!) || within(this.context.lists[this.sentence.index]!)
      );
    });
    if (cut < 0 || clause.subject === null) return [{ ...clause, tokens: kept }];
    const verb = clause.verb!;
    const head = kept[cut]!;
    const adjunct: Clause = {
      ...clause,
      kind: 'coordinate',
      tokens: kept.slice(cut, phraseEnd(cut)),
      sharesSubject: true,
      verb: {
        ...verb,
        start: head,
        head,
        end: head + 1,
        lemma: this.tokens[places[head]!]!.lemma,
        passive: false,
        negated: false,
      },
    };
    return [{ ...clause, tokens: [...kept.slice(0, cut), ...kept.slice(phraseEnd(cut))] }, adjunct];
  }

  /** Whether the mark at a place of `kept` stands inside a list: "Boston, Newark, and Atlanta". */
  private isListed(kept: readonly number[], k: number, places: readonly number[]): boolean {
    const { start } = this.tokens[places[kept[k]!]!]!;
    return this.context.lists[this.sentence.index]!.some(({ index }) => {
      const { span } = this.context.found.lists[index]!;
      return span.start <= start && start < span.end;
    });
  }

  private range({ start, end }: Span, places: readonly number[]): number[] {
    return places.slice(start, end);
  }

  private lists(): void {
    const seen = new Set<number>();
    for (const { index, start } of this.context.lists[this.sentence.index]!) {
      if (seen.has(index) || start < this.sentence.start) continue;
      seen.add(index);
      const list = this.context.found.lists[index]!;
      // Lines below one another are sentences each, and a statement is of one.
      const focus = list.span.end <= this.sentence.end ? list.items : [];
      const at = placeOf(this.tokens, list.span.start);
      if (focus.length === 0 || at >= this.tokens.length) continue;
      const attribution = this.roles[at]!.content;
      const around = this.assertions.find((a) => a.kind !== 'list' && a.list === index);
      const base = { clause: EMPTY, tokens: [], spoken: [] };
      this.push('list', [...focus].sort(compareSpans), attribution, base, false, { index, around });
    }
  }

  private push(
    kind: Assertion['kind'],
    focus: readonly Span[],
    attribution: number | null,
    read: { readonly clause: Clause; readonly tokens: readonly Token[]; readonly spoken: readonly Token[] },
    aboutSpeech = false,
    list: { readonly index: number; readonly around: Assertion | undefined } | null = null,
  ): void {
    const { clause, tokens, spoken } = read;
    const inside = (items: readonly Item[]) =>
      [
        ...new Set(
          items.filter((i) => focus.some((f) => i.start >= f.start && i.end <= f.end)).map((i) => i.index),
        ),
      ].sort((a, b) => a - b);
    const { figures, times, places, names, lists, parsed } = this.context;
    const index = this.sentence.index;
    const around = list?.around;
    const from = clause.subject;
    const subject =
      from === null ? null : { start: tokens[from.start]!.start, end: tokens[from.end - 1]!.end };
    const unproven = this.unproven(attribution);
    const predicate = clause.verb === null ? null : this.predicate(tokens[clause.verb.start]!, focus);
    this.assertions.push({
      kind,
      sentence: index,
      focus,
      // "We have no indication that anything left": by itself it says the contrary.
      standing: unproven === null ? this.standing(kind, focus) : 'part',
      attribution,
      aboutSpeech,
      negated:
        around?.negated ?? (isNegated(clause, tokens) || unproven !== null || this.isDenial(attribution)),
      modality: around?.modality ?? modalityOf(clause, tokens, this.headline || this.role === 'summary'),
      hedges: around?.hedges ?? [...(unproven === null ? [] : [unproven]), ...findHedges(spoken)],
      agentless: around?.agentless ?? isAgentless(clause, tokens),
      witnessed: around?.witnessed ?? (attribution === null && isWitnessed(this.tokens, parsed.outlet)),
      subject: around?.subject ?? subject,
      predicate: around?.predicate ?? predicate,
      figures: inside(figures[index]!),
      times: inside(times[index]!),
      places: inside(places[index]!),
      names: inside(names[index]!),
      list: list?.index ?? inside(lists[index]!)[0] ?? null,
    });
  }

  private standing(kind: Assertion['kind'], focus: readonly Span[]): Standing {
    if (kind !== 'clause') return kind === 'list' ? 'part' : 'alone';
    return standingOf(
      this.tokens,
      focus,
      (at) => this.roles[at]!.content !== this.roles[at - 1]?.content && this.roles[at]!.content !== null,
    );
  }

  /** "we have no indication that": the cue of what is not known to be so, or null. */
  private unproven(attribution: number | null): Span | null {
    if (attribution === null || this.joined.has(attribution)) return null;
    const { cue, form } = this.attribution(attribution);
    const { text } = this.context.parsed;
    return (
      cue.find(({ start, end }) => form !== 'direct' && NO_EVIDENCE.test(text.slice(start, end))) ?? null
    );
  }

  /** "denies any role", read as one clause, says that there was none. */
  private isDenial(attribution: number | null): boolean {
    return (
      attribution !== null &&
      this.joined.has(attribution) &&
      this.attribution(attribution).attitude === 'denies'
    );
  }

  /** From the verb to the end of the stretch of focus that it stands in. */
  private predicate(verb: Token, focus: readonly Span[]): Span | null {
    const around = focus.find((span) => span.start <= verb.start && verb.start < span.end);
    return around === undefined ? null : { start: verb.start, end: around.end };
  }
}

/** Code units of the dateline with which a sentence opens its block; 0 where none does, or where it is all there is. */
function datelineOf({ blocks, text }: ParsedText, { block, start, end }: ParsedSentence): number {
  if (start !== blocks[block]?.start) return 0;
  const length = datelineLength(text.slice(start, end));
  return start + length >= end ? 0 : length;
}

const EMPTY: Clause = {
  kind: 'main',
  tokens: [],
  verb: null,
  subject: null,
  sharesSubject: false,
  conditional: false,
};

/** "This comes as …", "the request came after …": only what follows tells something. */
function isVacuous({ tokens, verb }: Clause, next: Clause | undefined): boolean {
  return next?.kind === 'adverbial' && verb?.lemma === 'come' && tokens.at(-1) === verb.end - 1;
}

function order({ kind }: Assertion): number {
  return kind === 'clause' ? 0 : kind === 'quotation' ? 1 : 2;
}
