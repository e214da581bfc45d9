import {
  ALTERNATIVES,
  ASIDE_VERBS,
  ASKING_VERBS,
  ASSERTING_SUBORDINATORS,
  COLLECTIVES,
  COMPLETING_SUBORDINATORS,
  CONDITIONALS,
  COORDINATORS,
  DEPENDENT_SUBORDINATORS,
  FOCUSING,
  RELATIVES,
  SUBJECT_PRONOUNS,
} from '../language/en/connectives.js';
import type { Token } from '../text/parsed.js';
import {
  boundary,
  hasSubject,
  isCompared,
  isContact,
  isDash,
  isPartOfName,
  isPlural,
  piedPiping,
} from './clause-marks.js';
import { antecedent, type Stretch, subjectOf } from './clause-subjects.js';
import { alike, finiteAfterComma, joins, parallel, startsClause } from './coordination.js';
import { finiteAhead } from './finiteness.js';
import { isQuoteMark, type VerbGroup } from './verb-shapes.js';
import { findVerbGroups } from './verbs.js';

/** A finite clause. Numbers are places in the tokens given; `tokens` ascend and may have gaps. */
export interface Clause {
  readonly kind: 'main' | 'coordinate' | 'relative' | 'adverbial';
  readonly tokens: readonly number[];
  readonly verb: VerbGroup | null;
  /** Its subject, half-open: its own, of a relative clause the noun it stands by, of a coordinated predicate the first one's. */
  readonly subject: Stretch | null;
  /** True where the subject stands outside `tokens`. */
  readonly sharesSubject: boolean;
  /** True where an "if" clause stands inside it. */
  readonly conditional: boolean;
}

interface Draft {
  kind: Clause['kind'];
  tokens: number[];
  verb: VerbGroup | null;
  conditional: boolean;
  /** The clause whose subject it shares, or for a relative clause the place right after its antecedent. */
  shares: Draft | null;
  antecedentEnd: number | null;
}

/** An open clause; `inner` ones (restrictive relatives, complements) give their words to the clause around them. */
interface Frame {
  readonly draft: Draft;
  readonly inner: boolean;
  verb: VerbGroup | null;
  readonly bracket: boolean;
  /** Opened by a conjunction: a further clause after "and" belongs to it too. */
  subordinate: boolean;
}

/** How far a subordinator's verb may stand. */
const MAX_SUBJECT = 30;

/**
 * Splits a stretch of one sentence into its finite clauses, in order of their first own token. Linear time.
 * `complement`: the stretch is what somebody said, so that a further "and that …" is a clause of its own.
 */
export function splitClauses(tokens: readonly Token[], complement = false): Clause[] {
  const splitter = new Splitter(tokens, findVerbGroups(tokens), complement);
  return splitter.run();
}

class Splitter {
  private readonly drafts: Draft[] = [];
  private stack: Frame[] = [];
  private group = 0;
  private lastVerb: VerbGroup | null = null;
  private asideDepth: number | null = null;
  /** An infinitive that opens the stretch has no finite verb before the first comma. */
  private commaSeen = false;
  private readonly taken = new Set<VerbGroup>();

  constructor(
    private readonly tokens: readonly Token[],
    private readonly groups: readonly VerbGroup[],
    private readonly complement: boolean,
  ) {}

  run(): Clause[] {
    this.open('main', false);
    for (let at = 0; at < this.tokens.length; at += 1) {
      const group = this.groups[this.group];
      if (group !== undefined && group.start === at) {
        this.group += 1;
        this.meet(group);
        for (; at < group.end; at += 1) this.top.draft.tokens.push(at);
        at -= 1;
        this.lastVerb = group;
        if (this.top.verb === group) this.taken.add(group);
        continue;
      }
      this.mark(at);
      this.top.draft.tokens.push(at);
      this.close(at);
    }
    this.rescue();
    this.fold();
    return this.drafts
      .filter((draft) => draft.tokens.length > 0)
      .map((draft) => this.finish(draft))
      .sort((a, b) => a.tokens[0]! - b.tokens[0]!);
  }

  private get top(): Frame {
    return this.stack[this.stack.length - 1]!;
  }

  private open(kind: Clause['kind'], inner: boolean, bracket = false): Frame {
    let draft: Draft;
    if (inner) draft = this.top.draft;
    else {
      draft = { kind, tokens: [], verb: null, conditional: false, shares: null, antecedentEnd: null };
      this.drafts.push(draft);
    }
    const frame: Frame = { draft, inner, verb: null, bracket, subordinate: false };
    this.stack.push(frame);
    return frame;
  }

  /** Opens a clause where a subordinator, relative or bracket stands. */
  private mark(at: number): void {
    const token = this.tokens[at]!;
    const { norm } = token;
    if (norm === '(' || norm === '[') {
      // A sentence all in brackets is no aside.
      if (at > 0) this.open('main', true, true);
      return;
    }
    if (isDash(this.tokens, at)) {
      this.dash();
      return;
    }
    if (norm === ',') {
      this.commaSeen = true;
      this.comma(at);
      return;
    }
    if (RELATIVES.has(norm) && token.pos !== 'DET') {
      if (this.relative(at)) return;
    }
    if (CONDITIONALS.has(norm) && this.finiteFollows(at, true)) {
      const frame = this.open('main', true);
      // "asked if" asks, "even if" concedes, "if I go by the report" says whence it is known: none sets a condition.
      const aside =
        SUBJECT_PRONOUNS.has(this.tokens[at + 1]?.norm ?? '') &&
        ASIDE_VERBS.has(this.tokens[at + 2]?.lemma ?? '');
      const before = this.tokens[at - 1];
      if (!aside && before?.norm !== 'even' && !ASKING_VERBS.has(before?.lemma ?? ''))
        frame.draft.conditional = true;
      frame.subordinate = true;
    } else if (ASSERTING_SUBORDINATORS.has(norm) && this.finiteFollows(at, norm === 'as')) {
      const compared = norm === 'as' && isCompared(this.tokens, at);
      const focusing =
        !compared && FOCUSING.has(this.tokens[at - 1]?.norm ?? '') && this.top.draft.tokens.at(-1) === at - 1;
      if (focusing) this.top.draft.tokens.pop();
      this.open('adverbial', compared || this.completes(at)).subordinate = true;
      if (focusing) this.top.draft.tokens.push(at - 1);
    } else if (DEPENDENT_SUBORDINATORS.has(norm) && norm !== 'that' && this.finiteFollows(at, false)) {
      if (norm !== 'so') this.open('main', true).subordinate = true;
    }
  }

  /** "70 percent of arrests occur after the agency was told": without its clause of time the verb says too much. */
  private completes(at: number): boolean {
    const verb = this.lastVerb;
    return (
      verb !== null &&
      verb.end === at &&
      verb.lemma !== 'come' &&
      COMPLETING_SUBORDINATORS.has(this.tokens[at]!.norm)
    );
  }

  /** A comma ends a clause that stands before the verb of the clause around it. */
  private comma(at: number): void {
    if (isPartOfName(this.tokens, at)) return;
    for (let depth = this.stack.length - 1; depth > 0; depth -= 1) {
      const { verb, bracket, inner } = this.stack[depth]!;
      if (verb === null || bracket) return;
      if (inner || this.stack[depth - 1]!.verb !== null) continue;
      this.stack.length = depth;
      return;
    }
  }

  private relative(at: number): boolean {
    const { norm } = this.tokens[at]!;
    const before = this.tokens[at - 1];
    const next = this.groups[this.group];
    if (next === undefined || (next.form !== 'finite' && next.form !== 'soft')) {
      if (
        !this.groups.slice(this.group, this.group + 3).some((g) => g.form === 'finite' || g.form === 'soft')
      )
        return false;
    }
    if (norm === 'that') {
      if (
        this.complement &&
        before !== undefined &&
        COORDINATORS.has(before.norm) &&
        this.stack[0]!.verb !== null
      ) {
        this.stack.length = 1;
        const { tokens } = this.stack.pop()!.draft;
        if (tokens.at(-1) === at - 1) tokens.pop();
        this.open('coordinate', false);
        return true;
      }
      const subject = next !== undefined && next.start === at + 1;
      const noun = before !== undefined && /NOUN|PROPN|PRON|NUM/.test(before.pos);
      if (
        before === undefined ||
        (subject && !noun) ||
        (COORDINATORS.has(before.norm) && this.top.verb === null)
      )
        return false;
      this.open('main', true);
      return true;
    }
    if (before === undefined) {
      this.open('main', true);
      return true;
    }
    const start = piedPiping(this.tokens, at);
    const mark = this.tokens[start - 1];
    const apart = mark !== undefined && (mark.norm === ',' || isDash(this.tokens, start - 1));
    if (!apart) {
      this.open('main', true).subordinate = norm === 'where' || norm === 'when';
      return true;
    }
    const outer = this.top.draft;
    const moved: number[] = [];
    while (outer.tokens.length > 0 && outer.tokens[outer.tokens.length - 1]! >= start)
      moved.push(outer.tokens.pop()!);
    const { draft } = this.open('relative', false);
    draft.tokens.push(...moved.reverse());
    draft.antecedentEnd = norm === 'when' ? null : start - 1;
    return true;
  }

  /** A dash closes the aside that the one before it opened. */
  private dash(): void {
    if (this.asideDepth === null) this.asideDepth = this.stack.length;
    else {
      while (this.stack.length > this.asideDepth && this.top.verb !== null) this.stack.pop();
      this.asideDepth = null;
    }
  }

  private close(at: number): void {
    const { norm } = this.tokens[at]!;
    if (norm !== ')' && norm !== ']') return;
    for (let depth = this.stack.length - 1; depth > 0; depth -= 1) {
      if (!this.stack[depth]!.bracket) continue;
      this.stack.length = depth;
      return;
    }
  }

  /** Gives a verb group to the clause it is the verb of. */
  private meet(group: VerbGroup): void {
    const { verb, inner, subordinate } = this.top;
    const completed =
      group.form === 'finite' || verb === null
        ? null
        : parallel(this.tokens, verb, this.lastVerb ?? verb, group);
    if (completed !== null) {
      // "did not stop and search": the denial stands before both.
      if (!verb!.negated) this.coordinate(completed);
      return;
    }
    const together = subordinate && verb !== null && joins(this.tokens, verb, group);
    if (together && inner && group.form === 'soft') {
      this.top.verb = group;
      return;
    }
    if (group.form === 'soft' && this.asFinite(group)) {
      this.assign(this.top, group);
      return;
    }
    if (group.form === 'soft' && verb !== null && !inner && startsClause(this.tokens, verb, group)) {
      this.coordinate(group);
      return;
    }
    if (group.form !== 'finite') return;
    // "The boats we were promised are going to cost": the first verb is of the clause that tells which boats.
    if (verb !== null && verb.end === group.start && !subordinate && isContact(this.tokens, verb.start)) {
      this.assign(this.top, group);
      return;
    }
    // "Moe, who has been a critic of the plan and has ordered a review": the second verb is of the clause of the first.
    if (verb !== null && goesOn(this.tokens, group.start)) {
      this.coordinate(group);
      return;
    }
    const lacking = this.stack.findLastIndex((frame) => frame.verb === null);
    const bracket = this.stack.findLastIndex((frame) => frame.bracket);
    if (together && inner) {
      this.top.verb = group;
      return;
    }
    if (lacking >= 0 && lacking >= bracket && !together) {
      this.stack.length = lacking + 1;
      this.assign(this.top, group);
      return;
    }
    this.coordinate(group);
  }

  private assign(frame: Frame, group: VerbGroup): void {
    frame.verb = group;
    if (!frame.inner) frame.draft.verb = group;
  }

  /** A form that could be finite is taken for it where its clause has no verb and a noun stands before it. */
  private asFinite(group: VerbGroup): boolean {
    // "Of the 33 contracts awarded so far, 11 were given …"
    if (!this.commaSeen && this.tokens[0]?.norm === 'of') return false;
    if (this.top.verb !== null) {
      // After a relative, the clause around it may still lack its verb: "cities that object often refuse to help".
      const around = this.top.inner ? this.stack.findLast((frame) => frame.verb === null) : undefined;
      if (around === undefined || this.top.bracket || finiteAhead(this.tokens, this.groups, this.group - 1))
        return false;
      this.stack.length = this.stack.indexOf(around) + 1;
    }
    let at = group.start - 1;
    while (at >= 0 && (this.tokens[at]!.pos === 'ADV' || isQuoteMark(this.tokens[at]))) at -= 1;
    const before = this.tokens[at];
    if (before === undefined || (this.tokens[0]!.norm === 'to' && !this.commaSeen)) return false;
    if (before.norm === ',')
      return this.top.draft.tokens.length > 2 && !finiteAfterComma(this.tokens, this.groups, this.group);
    if (group.tense === 'present' && before.pos === 'NOUN' && !isPlural(this.tokens, at)) return false;
    return /NOUN|PROPN|PRON|NUM|X/.test(before.pos) || before.norm === ')' || COLLECTIVES.has(before.norm);
  }

  /** A further finite verb where every open clause has one: a coordinated clause, or a complement without "that". */
  private coordinate(group: VerbGroup): void {
    const floor = this.top.verb?.end ?? 0;
    const mark = boundary(this.tokens, floor, group.start);
    if (mark === null) {
      this.open('main', true).verb = group;
      return;
    }
    const { at, strong } = mark;
    const ownSubject = hasSubject(this.tokens, at + 1, group.start);
    const bracket = this.stack.findLastIndex((frame) => frame.bracket);
    // "does not confirm or deny": split, either half would say more than the whole.
    if (!ownSubject && ALTERNATIVES.has(this.tokens[at]!.norm)) return;
    if (!ownSubject && at === floor) return; // "targets and arrests": one predicate
    if (!ownSubject && this.tokens[at]!.norm === ',') {
      // A comma that closes an aside: the verb goes with the outermost clause, which has one already.
      this.open('main', true).verb = group;
      return;
    }
    let depth = this.stack.length - 1;
    if (strong) depth = Math.max(0, bracket);
    else if (this.top.inner && !ownSubject && depth > 0 && !alike(this.top.verb, group)) {
      const parent = this.stack.findLastIndex((frame) => !frame.inner);
      if (alike(this.stack[parent]!.verb, group)) depth = Math.max(parent, bracket);
    }
    const source = this.top.draft;
    this.stack.length = depth + 1;
    if (this.top.inner) {
      this.top.verb = group;
      return;
    }
    const first = this.top.draft;
    const moved: number[] = [];
    while (source.tokens.length > 0 && source.tokens[source.tokens.length - 1]! >= at)
      moved.push(source.tokens.pop()!);
    this.stack.pop();
    const frame = this.open('coordinate', false);
    frame.draft.tokens.push(...moved.reverse());
    if (!ownSubject) {
      frame.draft.shares = first.shares ?? first;
      frame.draft.conditional = first.conditional;
    }
    this.assign(frame, group);
  }

  /** Whether the word at a place opens a clause with a subject and a finite verb, not a phrase. */
  private finiteFollows(at: number, nominal: boolean): boolean {
    const { norm } = this.tokens[at]!;
    const opener = this.tokens[at + 1];
    if (norm === 'as' && this.tokens[at - 1]?.norm === 'such') return false;
    if (norm === 'than' && opener?.pos === 'NUM') return false; // "more than 28,000 signatures when she …"
    if (opener?.norm === 'of' || (opener?.pos === 'VERB' && opener.norm.endsWith('ing'))) return false; // "because of", "while knowing"
    if (nominal && opener !== undefined && !/DET|PRON|PROPN|NOUN|NUM|ADJ/.test(opener.pos)) return false;
    const near = this.groups.slice(this.group, this.group + 3);
    const next = near.find((g) => g.form === 'finite' || g.form === 'soft');
    if (next === undefined || near[0]!.form === 'infinitive') return false; // "after years of efforts to persuade those …"
    if (next.form === 'soft' && this.tokens[next.end]?.pos === 'ADP') return false;
    if (next.start - at > MAX_SUBJECT || next.start === at + 1) return false;
    // "after officers, including some of the agency, were sent": an aside ends right before the verb.
    if (
      at > 0 &&
      norm !== 'as' &&
      norm !== 'since' &&
      norm !== 'than' &&
      this.tokens[next.start - 1]!.norm === ','
    )
      return next.form === 'finite';
    for (let k = at + 1; k < next.start; k += 1) {
      const mark = this.tokens[k]!.norm;
      // "after years of efforts to persuade those who …" is a phrase.
      if (mark === ',' || mark === ';' || mark === ':' || mark === 'who' || mark === 'which') return false;
    }
    return true;
  }

  /** Where no verb was found finite, the first that could be is: headlines leave auxiliaries out. */
  private rescue(): void {
    const main = this.drafts[0]!;
    if (main.verb !== null) return;
    const own = new Set(main.tokens);
    main.verb = this.groups.find((g) => own.has(g.head) && !this.taken.has(g) && this.mayBePast(g)) ?? null;
    // "in a letter that the move was wrong": of what somebody said, the clause inside is what counts.
    if (main.verb === null && this.complement)
      main.verb = this.groups.find((g) => own.has(g.head) && this.taken.has(g)) ?? null;
  }

  /** A clause opened in vain gives its words back to the one before it. */
  private fold(): void {
    let before = this.drafts[0]!;
    const widened = new Set<Draft>();
    for (const draft of this.drafts.slice(1)) {
      if (draft.verb !== null) before = draft;
      else {
        for (const at of draft.tokens.splice(0)) before.tokens.push(at);
        widened.add(before);
      }
    }
    for (const draft of widened) draft.tokens.sort((a, b) => a - b);
  }

  private mayBePast({ form, tense, start, end }: VerbGroup): boolean {
    if (form === 'infinitive' || form === 'gerund' || tense !== 'past') return false;
    // "to step up sanctions against those involved": the object of an infinitive, no subject.
    if (this.groups[0]!.start < start && this.groups[0]!.form !== 'participle') return false;
    return /NOUN|PROPN/.test(this.tokens[start - 1]?.pos ?? '') && this.tokens[end]?.norm !== 'by';
  }

  private finish(draft: Draft): Clause {
    const { kind, tokens, verb, conditional } = draft;
    const subject = this.subject(draft.shares ?? draft);
    const outside = draft.shares !== null || draft.antecedentEnd !== null;
    return { kind, tokens, verb, subject, sharesSubject: outside && subject !== null, conditional };
  }

  private subject({ kind, tokens, verb, antecedentEnd }: Draft): Stretch | null {
    if (antecedentEnd !== null) return antecedent(this.tokens, antecedentEnd);
    if (verb === null) return null;
    const before = tokens.filter((at) => at < verb.start);
    return subjectOf(this.tokens, before, { adverbial: kind === 'adverbial', complement: this.complement });
  }
}

/** Right before the verb stands "and" or "or", and no comma before that. */
function goesOn(tokens: readonly Token[], start: number): boolean {
  let at = start - 1;
  while (at >= 0 && tokens[at]!.pos === 'ADV') at -= 1;
  return (tokens[at]?.norm === 'and' || tokens[at]?.norm === 'or') && tokens[at - 1]?.norm !== ',';
}
