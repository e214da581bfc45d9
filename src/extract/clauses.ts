import {
  ASSERTING_SUBORDINATORS,
  CONDITIONALS,
  COORDINATORS,
  DEPENDENT_SUBORDINATORS,
  RELATIVES,
} from '../language/en/connectives.js';
import type { Token } from '../text/parsed.js';
import { findVerbGroups, isQuoteMark, type VerbGroup } from './verbs.js';

/** A finite clause. Numbers are places in the tokens given; `tokens` ascend and may have gaps. */
export interface Clause {
  readonly kind: 'main' | 'coordinate' | 'relative' | 'adverbial';
  readonly tokens: readonly number[];
  readonly verb: VerbGroup | null;
  /** Its subject, half-open: its own, of a relative clause the noun it stands by, of a coordinated predicate the first one's. */
  readonly subject: { readonly start: number; readonly end: number } | null;
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
}

/** How many tokens may stand between a comma and its relative: ", some of whom", ", in each of which". */
const MAX_PIED_PIPING = 4;

/** How far a subordinator's verb may stand. */
const MAX_SUBJECT = 30;

/** Splits a stretch of one sentence into its finite clauses, in order of their first own token. Linear time. */
export function splitClauses(tokens: readonly Token[]): Clause[] {
  const splitter = new Splitter(tokens, findVerbGroups(tokens));
  return splitter.run();
}

class Splitter {
  private readonly drafts: Draft[] = [];
  private stack: Frame[] = [];
  private group = 0;
  private lastVerb: VerbGroup | null = null;
  private asideDepth: number | null = null;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly groups: readonly VerbGroup[],
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
        continue;
      }
      this.mark(at);
      this.top.draft.tokens.push(at);
      this.close(at);
    }
    this.rescue();
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
    const frame: Frame = { draft, inner, verb: null, bracket };
    this.stack.push(frame);
    return frame;
  }

  /** Opens a clause where a subordinator, relative or bracket stands. */
  private mark(at: number): void {
    const token = this.tokens[at]!;
    const { norm } = token;
    if (norm === '(' || norm === '[') {
      this.open('main', true, true);
      return;
    }
    if (this.isDash(at)) {
      this.dash();
      return;
    }
    if (norm === ',' && this.stack.length > 1 && !this.top.inner && this.top.verb !== null) {
      const below = this.stack[this.stack.length - 2]!;
      if (below.verb === null && !this.top.bracket) this.stack.pop();
      return;
    }
    if (RELATIVES.has(norm) && token.pos !== 'DET') {
      if (this.relative(at)) return;
    }
    if (CONDITIONALS.has(norm) && this.finiteFollows(at, true)) {
      this.open('main', true).draft.conditional = true;
    } else if (ASSERTING_SUBORDINATORS.has(norm) && this.finiteFollows(at, norm === 'as')) {
      this.open('adverbial', at > 0 && this.tokens[at - 1]!.norm === 'as');
    } else if (DEPENDENT_SUBORDINATORS.has(norm) && norm !== 'that' && this.finiteFollows(at, false)) {
      if (norm !== 'so') this.open('main', true);
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
    let start = at;
    while (
      start > 0 &&
      at - start < MAX_PIED_PIPING &&
      /ADP|DET|NUM|ADJ|NOUN|PRON/.test(this.tokens[start - 1]!.pos)
    )
      start -= 1;
    if (start < at && this.tokens[at - 1]!.pos !== 'ADP') start = at;
    const mark = this.tokens[start - 1];
    const apart = mark !== undefined && (mark.norm === ',' || this.isDash(start - 1));
    if (!apart) {
      this.open('main', true);
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
    const parallel = group.form === 'finite' ? null : this.parallel(group);
    if (parallel !== null) {
      this.coordinate(parallel);
      return;
    }
    if (group.form === 'soft' && this.asFinite(group)) {
      this.top.verb = group;
      this.assign(this.top, group);
      return;
    }
    if (group.form !== 'finite') return;
    const lacking = this.stack.findLastIndex((frame) => frame.verb === null);
    const bracket = this.stack.findLastIndex((frame) => frame.bracket);
    if (lacking >= 0 && lacking >= bracket) {
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
    if (this.top.verb !== null) return false;
    let at = group.start - 1;
    while (at >= 0 && (this.tokens[at]!.pos === 'ADV' || isQuoteMark(this.tokens[at]))) at -= 1;
    const before = this.tokens[at];
    if (before === undefined) return false;
    if (before.norm === ',') return this.top.draft.tokens.length > 2 && !this.finiteAfterComma();
    return /NOUN|PROPN|PRON|NUM/.test(before.pos) || before.norm === ')' || before.pos === 'X';
  }

  /** Whether the next finite verb stands right after a comma, as after "the operation, called X, began". */
  private finiteAfterComma(): boolean {
    for (let next = this.group; next < Math.min(this.groups.length, this.group + 4); next += 1) {
      const group = this.groups[next]!;
      if (group.form === 'finite') return this.tokens[group.start - 1]!.norm === ',';
    }
    return false;
  }

  /** A bare form that shares the auxiliaries of the verb before it ("was caught and charged"), completed by them. */
  private parallel(group: VerbGroup): VerbGroup | null {
    const { verb } = this.top;
    let at = group.start - 1;
    while (at >= 0 && this.tokens[at]!.pos === 'ADV') at -= 1;
    const before = this.tokens[at];
    if (verb === null || before === undefined || !COORDINATORS.has(before.norm)) return null;
    const last = this.lastVerb ?? verb;
    const form = shape(this.tokens[group.head]!, group);
    const model = shape(this.tokens[verb.head]!, verb);
    if (form !== model) return null;
    // The nearest verb of the same form is what it is parallel to: "told to stop and search".
    if (last !== verb && shape(this.tokens[last.head]!, last) === form) return null;
    const after = this.tokens[group.end];
    if (form === 'past' && after !== undefined && /NOUN|ADJ/.test(after.pos) && last !== verb) return null;
    return {
      ...group,
      form: 'finite',
      modal: verb.modal,
      tense: verb.tense,
      perfect: verb.perfect,
      progressive: verb.progressive,
      passive: verb.passive,
    };
  }

  /** A further finite verb where every open clause has one: a coordinated clause, or a complement without "that". */
  private coordinate(group: VerbGroup): void {
    const floor = this.top.verb?.end ?? 0;
    const mark = this.boundary(floor, group.start);
    if (mark === null) {
      this.open('main', true).verb = group;
      return;
    }
    const { at, strong } = mark;
    const ownSubject = this.hasSubject(at + 1, group.start);
    const bracket = this.stack.findLastIndex((frame) => frame.bracket);
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

  /** Where a coordinated clause begins: a coordinator after a comma, else the last coordinator, stop or comma. */
  private boundary(from: number, to: number): { at: number; strong: boolean } | null {
    let weak: number | null = null;
    let comma: number | null = null;
    for (let at = to - 1; at >= from; at -= 1) {
      const { norm } = this.tokens[at]!;
      if (COORDINATORS.has(norm)) {
        if (this.tokens[at - 1]?.norm === ',') return { at, strong: true };
        weak ??= at;
      } else if (norm === ';' || norm === ':' || this.isDash(at)) {
        return { at: weak ?? at, strong: true };
      } else if (norm === ',') comma ??= at;
    }
    if (weak !== null) return { at: weak, strong: false };
    return comma === null ? null : { at: comma, strong: true };
  }

  /** Whether a noun phrase other than that of one leading prepositional phrase stands between. */
  private hasSubject(from: number, to: number): boolean {
    let at = from;
    while (at < to && (this.tokens[at]!.pos === 'ADV' || this.tokens[at]!.pos === 'PUNCT')) at += 1;
    if (at < to && this.tokens[at]!.pos === 'ADP') {
      at += 1;
      while (at < to && /DET|ADJ|NUM/.test(this.tokens[at]!.pos)) at += 1;
      while (at < to && /NOUN|PROPN/.test(this.tokens[at]!.pos)) at += 1;
    }
    for (; at < to; at += 1) if (/NOUN|PROPN|PRON|NUM|DET/.test(this.tokens[at]!.pos)) return true;
    return false;
  }

  /** Whether the word at a place opens a clause with a subject and a finite verb, not a phrase. */
  private finiteFollows(at: number, nominal: boolean): boolean {
    const opener = this.tokens[at + 1];
    if (nominal && opener !== undefined && !/DET|PRON|PROPN|NOUN|NUM|ADJ/.test(opener.pos)) return false;
    const next = this.groups
      .slice(this.group, this.group + 3)
      .find((g) => g.form === 'finite' || g.form === 'soft');
    if (next === undefined || next.start - at > MAX_SUBJECT || next.start === at + 1) return false;
    for (let k = at + 1; k < next.start; k += 1) {
      const { norm } = this.tokens[k]!;
      if (norm === ',' || norm === ';' || norm === ':') return false;
    }
    return true;
  }

  private isDash(at: number): boolean {
    const { text, norm, start, end } = this.tokens[at]!;
    if (text === '—' || text === '–' || text === '--') return true;
    const before = this.tokens[at - 1];
    const after = this.tokens[at + 1];
    return (
      norm === '-' && before !== undefined && after !== undefined && before.end < start && end < after.start
    );
  }

  /** Where no verb was found finite, the first that could be is: headlines leave auxiliaries out. */
  private rescue(): void {
    const main = this.drafts[0]!;
    if (main.verb !== null) return;
    const own = new Set(main.tokens);
    main.verb =
      this.groups.find((g) => own.has(g.head) && g.form !== 'infinitive' && g.form !== 'gerund') ?? null;
  }

  private finish(draft: Draft): Clause {
    const { kind, tokens, verb, conditional } = draft;
    const shared = draft.shares !== null || draft.antecedentEnd !== null;
    const subject =
      draft.shares !== null
        ? this.subjectOf(draft.shares)
        : draft.antecedentEnd !== null
          ? this.antecedent(draft.antecedentEnd)
          : this.subjectOf(draft);
    return { kind, tokens, verb, subject, sharesSubject: shared && subject !== null, conditional };
  }

  private subjectOf(draft: Draft): Clause['subject'] {
    if (draft.antecedentEnd !== null) return this.antecedent(draft.antecedentEnd);
    if (draft.verb === null) return null;
    const { start: to } = draft.verb;
    const before = draft.tokens.filter((at) => at < to);
    let from = 0;
    while (from < before.length && this.isLead(before[from]!)) from += 1;
    // A leading phrase ends at its comma: "In the coming weeks, the officers …".
    const first = before[from];
    if (first !== undefined && /ADP|SCONJ|PART|VERB|ADV/.test(this.tokens[first]!.pos)) {
      const comma = before.findLastIndex((at) => this.tokens[at]!.norm === ',');
      const own = comma >= 0 && comma < before.length - 1 ? comma + 1 : before.length;
      from = own;
    }
    let end = before.length;
    while (end > from && !/NOUN|PROPN|PRON|NUM|DET|ADJ|X/.test(this.tokens[before[end - 1]!]!.pos)) end -= 1;
    if (from >= end) return null;
    // Gaps are clauses of their own: the subject ends before the first.
    let last = from;
    while (last + 1 < end && before[last + 1] === before[last]! + 1) last += 1;
    while (last > from && this.tokens[before[last]!]!.pos === 'PUNCT') last -= 1;
    return { start: before[from]!, end: before[last]! + 1 };
  }

  private isLead(at: number): boolean {
    const { norm, pos } = this.tokens[at]!;
    return (
      pos === 'PUNCT' ||
      pos === 'CCONJ' ||
      pos === 'SPACE' ||
      norm === 'that' ||
      ASSERTING_SUBORDINATORS.has(norm)
    );
  }

  /** The noun phrase that ends before a comma. */
  private antecedent(end: number): Clause['subject'] {
    let start = end;
    while (start > 0) {
      const { pos, norm } = this.tokens[start - 1]!;
      const part =
        /NOUN|PROPN|ADJ|NUM|DET|PRON/.test(pos) || norm === "'s" || isQuoteMark(this.tokens[start - 1]);
      if (!part) break;
      start -= 1;
      if (pos === 'DET') break;
    }
    while (start < end && isQuoteMark(this.tokens[start])) start += 1;
    return start < end ? { start, end } : null;
  }
}

function alike(a: VerbGroup | null, b: VerbGroup): boolean {
  return a !== null && a.tense === b.tense && (a.modal === null) === (b.modal === null);
}

/** The form of a main verb, which coordinated verbs share. */
function shape(head: Token, group: VerbGroup): 'ing' | 'past' | 'base' {
  if (head.norm.endsWith('ing') && head.norm !== head.lemma) return 'ing';
  if (group.modal !== null || group.form === 'infinitive') return 'base';
  return head.norm === head.lemma && group.tense === 'present' && !group.perfect && !group.passive
    ? 'base'
    : 'past';
}
