import { COORDINATORS, FOCUSING, LINKERS } from '../language/en/connectives.js';
import { ORDER_VERBS, PLAN_VERBS, REQUEST_VERBS } from '../language/en/modality.js';
import {
  ANSWER_VERBS,
  QUESTION_WORDS,
  REFUSAL_VERBS,
  SPEECH_ACT_VERBS,
  SPOKEN_WISHES,
} from '../language/en/speech-acts.js';
import type {
  Assertion,
  LocalAttribution,
  LocalFigure,
  LocalList,
  LocalName,
  LocalPlace,
  LocalSource,
  LocalTime,
} from '../model/analysis.js';
import type { BlockRole } from '../model/document.js';
import type { Span } from '../model/span.js';
import { compareSpans } from '../text/order.js';
import type { ParsedSentence, ParsedText, Token } from '../text/parsed.js';
import { type Clause, splitClauses } from './clauses.js';
import { findHedges, isAgentless, isWitnessed } from './hedges.js';
import { isNegated, modalityOf } from './modality.js';
import { isFiniteForm, isQuoteMark } from './verbs.js';

/** What the other extractors found in the document; spans are UTF-16 offsets into its text. */
export interface Found {
  readonly sources: readonly LocalSource[];
  readonly attributions: readonly LocalAttribution[];
  readonly figures: readonly LocalFigure[];
  readonly times: readonly LocalTime[];
  readonly places: readonly LocalPlace[];
  readonly names: readonly LocalName[];
  readonly lists: readonly LocalList[];
}

/**
 * What the sentences assert, by sentence and position: one assertion a finite clause, one a sentence of a direct
 * quotation (an echo elsewhere as a rule takes up one sentence of it), one a list. A restrictive relative, a
 * complement and an "if" clause belong to the clause around them; a participial phrase does too, unless it has a
 * figure or list of its own. The frame of an attribution ("X said", "according to X") asserts nothing, except where
 * nothing is attributed ("declined to comment"): then it is `aboutSpeech`, and `attribution` is that attribution.
 */
export function findAssertions(parsed: ParsedText, found: Found): Assertion[] {
  const context = new Context(parsed, found);
  return parsed.sentences.flatMap((sentence) => new SentenceReader(context, sentence).read());
}

interface Item extends Span {
  readonly index: number;
}

/** Found things by sentence. */
class Context {
  readonly attributions: readonly (readonly number[])[];
  readonly figures: readonly (readonly Item[])[];
  readonly times: readonly (readonly Item[])[];
  readonly places: readonly (readonly Item[])[];
  readonly names: readonly (readonly Item[])[];
  readonly lists: readonly (readonly Item[])[];

  constructor(
    readonly parsed: ParsedText,
    readonly found: Found,
  ) {
    const place = (spans: readonly Item[]) => bySentence(parsed.sentences, spans);
    const items = (things: readonly { readonly span: Span }[]) =>
      place(things.map(({ span }, index) => ({ start: span.start, end: span.end, index })));
    this.figures = items(found.figures);
    this.times = items(found.times);
    this.places = items(found.places);
    this.lists = items(found.lists);
    this.names = place(found.names.flatMap(({ mentions }, index) => mentions.map((m) => ({ ...m, index }))));
    this.attributions = place(
      found.attributions.flatMap((a, index) =>
        [...a.content, ...a.cue, ...a.source].map((s) => ({ ...s, index })),
      ),
    ).map((list) => [...new Set(list.map(({ index }) => index))].sort((a, b) => a - b));
  }
}

/** Items by the sentences they touch. */
function bySentence(sentences: readonly ParsedSentence[], items: readonly Item[]): Item[][] {
  const lists: Item[][] = sentences.map(() => []);
  for (const item of [...items].sort(compareSpans)) {
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentences[middle]!.end <= item.start) low = middle + 1;
      else high = middle;
    }
    for (; low < sentences.length && sentences[low]!.start < item.end; low += 1) lists[low]!.push(item);
  }
  return lists;
}

/** What one token is to the attributions of its sentence. */
interface Role {
  /** Innermost attribution it is content of, or null. */
  content: number | null;
  /** Attribution whose cue or source it stands in, or null. */
  frame: number | null;
  cue: boolean;
}

class SentenceReader {
  private readonly tokens: readonly Token[];
  private readonly roles: Role[];
  private readonly headline: boolean;
  private readonly role: BlockRole;
  private readonly assertions: Assertion[] = [];
  /** Attributions without a finite clause as content, read as one clause with their frame: "asked Congress to act". */
  private readonly joined = new Set<number>();

  constructor(
    private readonly context: Context,
    private readonly sentence: ParsedSentence,
  ) {
    this.tokens = sentence.tokens.filter((token) => token.pos !== 'SPACE');
    this.role = context.parsed.blocks[sentence.block]?.role ?? 'body';
    this.headline = this.role === 'headline' || this.role === 'heading';
    this.roles = this.tokens.map(() => ({ content: null, frame: null, cue: false }));
    this.paint();
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
    const focus = this.spans(all, false);
    const read = { clause: { ...EMPTY, tokens: all }, tokens: this.tokens, spoken: this.tokens };
    if (focus.length > 0) this.push('clause', focus, null, read);
  }

  private attribution(index: number): LocalAttribution {
    return this.context.found.attributions[index]!;
  }

  /** Longer contents first, so that the innermost is painted last; nothing is painted over a direct quotation. */
  private paint(): void {
    const here = this.context.attributions[this.sentence.index]!;
    const nested = [...here].sort(
      (a, b) => this.depth(a) - this.depth(b) || this.extent(b) - this.extent(a) || a - b,
    );
    for (const index of nested) {
      const { content, cue, source } = this.attribution(index);
      if (this.joins(index)) this.joined.add(index);
      else
        this.each(content, (role) => {
          if (role.content === null || this.attribution(role.content).form !== 'direct') role.content = index;
        });
      const frame = (isCue: boolean) => (role: Role) => {
        role.frame ??= index;
        if (isCue) role.cue = true;
      };
      this.each(cue, frame(true));
      this.each(source, frame(false));
    }
  }

  /** Whether cue and content make one clause: a verb of planning, asking, refusing or judging, and no clause after it. */
  private joins(index: number): boolean {
    const { form, content, cue, attitude } = this.attribution(index);
    if (form === 'direct' || content.length === 0) return false;
    const verb = this.inside(cue).find(({ pos }) => pos === 'VERB');
    if (verb === undefined) return false;
    const governs =
      PLAN_VERBS.has(verb.lemma) || REQUEST_VERBS.has(verb.lemma) || ORDER_VERBS.has(verb.lemma);
    if (!governs && attitude === 'asserts') return false;
    const inside = this.inside(content);
    return inside.length > 0 && splitClauses(inside).every((c) => c.verb === null || c.kind !== 'main');
  }

  private inside(spans: readonly Span[]): Token[] {
    return spans.flatMap(({ start, end }) => {
      const from = firstAt(this.tokens, start);
      return this.tokens.slice(from, Math.max(from, firstAt(this.tokens, end)));
    });
  }

  /** Steps to the outermost attribution; ends on a cycle. */
  private depth(index: number): number {
    let depth = 0;
    for (let at: number | null = index; at !== null && depth < MAX_DEPTH; depth += 1)
      at = this.attribution(at)?.parent ?? null;
    return depth;
  }

  private extent(index: number): number {
    return this.attribution(index).content.reduce((sum, { start, end }) => sum + end - start, 0);
  }

  private each(spans: readonly Span[], mark: (role: Role) => void): void {
    for (const { start, end } of spans) {
      for (
        let at = firstAt(this.tokens, start);
        at < this.tokens.length && this.tokens[at]!.start < end;
        at += 1
      )
        mark(this.roles[at]!);
    }
  }

  /** The part of a direct quotation that lies in this sentence. */
  private quotation(attribution: number, places: readonly number[]): void {
    const focus = this.spans(places, false);
    if (focus.length === 0) return;
    const tokens = places.map((at) => this.tokens[at]!);
    const clause = splitClauses(tokens).find(({ verb }) => verb !== null) ?? EMPTY;
    this.push('quotation', focus, attribution, { clause, tokens, spoken: tokens });
  }

  private region(attribution: number | null, places: readonly number[]): void {
    const own = attribution === null;
    const last = this.tokens.findLast((token) => !isQuoteMark(token));
    if (own && last?.norm === '?') return;
    const tokens = places.map((at) => this.tokens[at]!);
    const clauses = splitClauses(tokens, !own);
    const finite = clauses.filter((clause, k) => clause.verb !== null && !isVacuous(clause, clauses[k + 1]));
    if (own && this.isQuoted()) {
      const focus = this.spans(places, false);
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
    const focus = this.spans(kept, false);
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
      aboutSpeech = !joined || (attitude !== 'asserts' && attitude !== 'asks');
      if (aboutSpeech || spoken) about = cued;
    } else aboutSpeech = attribution === null && this.isSpeechAct(clause, tokens);
    const inSource = this.roles[places[head]!]!.frame !== null && cued === null;
    if (inSource && clause.kind === 'main') return;
    const kept = clause.tokens.filter((at) => {
      const { frame } = this.roles[places[at]!]!;
      return (
        cued !== null || inSource || frame === null || this.joined.has(frame) || this.isSubject(clause, at)
      );
    });
    for (const part of this.parts(clause, kept, places)) {
      const rest = part.tokens.map((at) => places[at]!);
      const subject = part.sharesSubject && clause.subject !== null ? this.range(clause.subject, places) : [];
      const focus = [...this.spans(subject, true), ...this.spans(rest, true)].sort(compareSpans);
      if (focus.length === 0) continue;
      const spoken = part.tokens.map((at) => tokens[at]!);
      this.push('clause', merged(focus), about, { clause: part, tokens, spoken }, aboutSpeech);
    }
  }

  /** Whether what is planned or asked for has been said by the source, as threats and calls are and plans are not. */
  private isSpoken(index: number, verb: Token): boolean {
    const { speaker } = this.attribution(index);
    return (
      SPOKEN_WISHES.has(verb.lemma) ||
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
    const cut = kept.findIndex((at, k) => {
      const token = this.tokens[places[at]!]!;
      const before = k > 0 ? this.tokens[places[kept[k - 1]!]!]! : undefined;
      if (
        at < clause.verb!.end ||
        before?.norm !== ',' ||
        token.pos !== 'VERB' ||
        !token.norm.endsWith('ing')
      )
        return false;
      const start = token.start;
      const end = this.tokens[places[kept.at(-1)!]!]!.end;
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
      tokens: kept.slice(cut),
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
    return [{ ...clause, tokens: kept.slice(0, cut) }, adjunct];
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
      const focus = list.items.filter(
        (item) => item.start >= this.sentence.start && item.end <= this.sentence.end,
      );
      const at = firstAt(this.tokens, list.span.start);
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
    const predicate = clause.verb === null ? null : this.predicate(tokens[clause.verb.start]!, focus);
    this.assertions.push({
      kind,
      sentence: index,
      focus,
      attribution,
      aboutSpeech,
      negated: around?.negated ?? isNegated(clause, tokens),
      modality: around?.modality ?? modalityOf(clause, tokens, this.headline || this.role === 'summary'),
      hedges: around?.hedges ?? findHedges(spoken),
      agentless: around?.agentless ?? isAgentless(clause, tokens),
      witnessed: around?.witnessed ?? (attribution === null && isWitnessed(this.tokens, parsed.outlet)),
      subject: around?.subject ?? (clause.subject === null ? null : spanOf(tokens, clause.subject)),
      predicate: around?.predicate ?? predicate,
      figures: inside(figures[index]!),
      times: inside(times[index]!),
      places: inside(places[index]!),
      names: inside(names[index]!),
      list: list?.index ?? inside(lists[index]!)[0] ?? null,
    });
  }

  /** From the verb to the end of the stretch of focus that it stands in. */
  private predicate(verb: Token, focus: readonly Span[]): Span | null {
    const around = focus.find((span) => span.start <= verb.start && verb.start < span.end);
    return around === undefined ? null : { start: verb.start, end: around.end };
  }

  /** Stretches of adjacent tokens, without the marks and linking words at their edges. */
  private spans(places: readonly number[], linkers: boolean): Span[] {
    const spans: Span[] = [];
    for (let from = 0; from < places.length; ) {
      let to = from;
      while (to + 1 < places.length && places[to + 1] === places[to]! + 1) to += 1;
      const span = this.trim(places[from]!, places[to]!, linkers && spans.length === 0);
      if (span !== null) spans.push(span);
      from = to + 1;
    }
    return spans;
  }

  /** "that" links only where it opens what somebody said; "that effort" does not. */
  private isLinker(at: number): boolean {
    const { norm, pos } = this.tokens[at]!;
    if (norm === 'that') {
      const { content } = this.roles[at]!;
      const opens = this.roles[at - 1]?.content !== content || COORDINATORS.has(this.tokens[at - 1]!.norm);
      return content !== null && opens && !isFiniteForm(this.tokens[at + 1]);
    }
    if (FOCUSING.has(norm)) return LINKERS.has(this.tokens[at + 1]?.norm ?? '');
    return LINKERS.has(norm) && pos !== 'PRON';
  }

  private trim(first: number, last: number, linkers: boolean): Span | null {
    let from = first;
    let to = last;
    while (from <= to && (isMark(this.tokens[from]!) || (linkers && this.isLinker(from)))) from += 1;
    while (to >= from && isMark(this.tokens[to]!)) to -= 1;
    if (from > to || !this.tokens.slice(from, to + 1).some(isWord)) return null;
    // A quotation mark stays where its partner is inside.
    if (marks(this.tokens, from, to) % 2 === 1) {
      if (from > first && /^["'“‘«]/.test(this.tokens[from - 1]!.text)) from -= 1;
      else if (to < last && /^["'”’»]/.test(this.tokens[to + 1]!.text)) to += 1;
    }
    return { start: this.tokens[from]!.start, end: this.tokens[to]!.end };
  }
}

/** Attributions nest two or three deep; more is a cycle. */
const MAX_DEPTH = 8;
/** Words below which a headline is a label ("Opinion"), and a verbless content no assertion. */
const MIN_HEADLINE = 3;
const MIN_CONTENT = 2;
/** Words and marks that a sentence without a verb found has at least. */
const MIN_SENTENCE = 5;
/** Words between a cue and its content that are taken with it. */
const MAX_BEFORE = 6;

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

function firstAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isWord(token: Token): boolean {
  return /[\p{L}\p{N}]/u.test(token.norm);
}

/** A mark that may be trimmed; brackets, currency signs and the like stay. */
function isMark(token: Token): boolean {
  return /^[\s,;:.!?…•*|"'“”‘’`«»—–-]+$/.test(token.norm);
}

function marks(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let at = from; at <= to; at += 1) if (isQuoteMark(tokens[at])) count += 1;
  return count;
}

function spanOf(tokens: readonly Token[], { start, end }: Span): Span {
  return { start: tokens[start]!.start, end: tokens[end - 1]!.end };
}

/** Spans in order with overlapping ones made one. */
function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last !== undefined && span.start <= last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}
