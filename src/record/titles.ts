import type { Document } from '../model/document.js';
import type { Claim, Drift, Source, Statement } from '../model/record.js';
import type { Anchor } from '../model/span.js';
import { describeNode, inProse, isPlural } from '../text/describe.js';
import { balanced } from '../text/quoting.js';
import { encloses } from '../text/spans.js';
import type { Wordings } from './wording.js';

/** A title is cut at a word above this: it must fit two lines of a page, and stay within 300 characters of context. */
const TITLE_LENGTH = 240;

/** Sources named in a title before the rest are counted. */
const NAMED_SOURCES = 2;

/** What is said without whose words it is, for a sentence that names the source itself: shorter, so that two fit a line. */
const WORDS_LENGTH = 150;

interface Look {
  document(id: string): Document;
  source(id: string): Source | null;
}

/** Claims in words: each has a title, and what it says alone for a sentence that tells the source beside it. */
export class Titles {
  constructor(
    private readonly wordings: Wordings,
    private readonly look: Look,
  ) {}

  /** The words of the account nearest to the root, with the strongest hedge of any, and its source: never without. */
  title(claim: Omit<Claim, 'story' | 'title'>): string {
    const chosen = this.chosen(claim);
    const said = this.said(claim, chosen, TITLE_LENGTH);
    return `${said}${credit(claim, chosen, said, this.look)}`;
  }

  /** The words of a title with the strongest hedge. Only for a sentence that tells the source beside them (DESIGN §6). */
  words(claim: Omit<Claim, 'story' | 'title'>): string {
    return this.said(claim, this.chosen(claim), WORDS_LENGTH);
  }

  /** Of the accounts nearest to the root, as hedged as any, the first whose words read by themselves and were not changed on the way. */
  private chosen(claim: Pick<Claim, 'statements' | 'drift'>): Statement {
    const nearest = nearestStatements(claim);
    const alone = nearest.filter((statement) => this.wordings.standing(statement) === 'alone');
    return alone.find((statement) => !isChanged(statement, claim)) ?? alone[0] ?? nearest[0]!;
  }

  private said(claim: Pick<Claim, 'kind' | 'statements'>, chosen: Statement, most: number): string {
    const whole = this.wordings.of(chosen, claim.kind, most);
    const said = cut(whole, most);
    if (chosen.hedges.length > 0) {
      // A hedge in what was cut off is told all the same.
      const kept = said === whole || chosen.hedges.some(({ exact }) => said.includes(exact));
      return kept ? said : `${said} (“${chosen.hedges[0]!.exact}”)`;
    }
    const hedge = strongestHedge(asserting(claim), said);
    return hedge === null ? said : `${said} (“${hedge.exact}” in one account)`;
  }
}

/** Drift that leaves what is said as it is. */
const SAME_CONTENT: ReadonlySet<Drift['kind']> = new Set<Drift['kind']>(['wording', 'attribution']);

/** Says it otherwise than the account that it has it from. */
const isChanged = ({ anchor }: Statement, { drift }: Pick<Claim, 'drift'>): boolean =>
  drift.some(
    ({ kind, to }) => to !== null && !SAME_CONTENT.has(kind) && to.doc === anchor.doc && encloses(anchor, to),
  );

/** Those that assert it; where none does, all. */
function asserting({ statements }: Pick<Claim, 'statements'>): readonly Statement[] {
  const found = statements.filter((s) => s.stance === 'asserts');
  return found.length > 0 ? found : statements;
}

/** The statement of an account nearest to the root, the one with most hedges. */
export const nearestStatement = (claim: Pick<Claim, 'statements'>): Statement => nearestStatements(claim)[0]!;

/** Those of the accounts nearest to the root that have most hedges, in the record's order. */
function nearestStatements(claim: Pick<Claim, 'statements'>): readonly Statement[] {
  const pool = asserting(claim);
  const nearest = pool.filter((s) => s.rule !== 'copied' && s.rule !== 'derived');
  const told = nearest.length > 0 ? nearest : pool;
  const most = told.reduce((greatest, { hedges }) => Math.max(greatest, hedges.length), 0);
  return told.filter(({ hedges }) => hedges.length === most);
}

/** A hedge of another account; one that binds a number is only told where the title has a number too. */
function strongestHedge(statements: readonly Statement[], title: string): Anchor | null {
  for (const { hedges, anchor } of statements) {
    for (const hedge of hedges) {
      const after = anchor.exact.slice(hedge.end - anchor.start).trimStart();
      if (!/^[\d$€£]/.test(after) || /\d/.test(title)) return hedge;
    }
  }
  return null;
}

function cut(text: string, most = TITLE_LENGTH): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most);
  return balanced(`${text.slice(0, end > 0 ? end : most)} …`);
}

function credit(claim: Omit<Claim, 'story' | 'title'>, chosen: Statement, said: string, look: Look): string {
  const name = (id: string): string => describeNode(id, look.source, look.document);
  if (claim.kind === 'quotation') {
    // Who wrote it in a letter said it; the letter says it where nobody is told to have.
    const speakers = chosen.paths.flatMap((path) => {
      const behind = path.flatMap((id) => look.source(id) ?? []).filter((s) => s.kind !== 'outlet');
      return behind.findLast((s) => s.kind !== 'document') ?? behind.at(-1) ?? [];
    });
    const several = speakers.length > 1 || isPlural(speakers[0] ?? null);
    if (speakers.length > 0)
      return `, ${several ? 'say' : 'says'} ${inProse(
        speakers.map((s) => name(s.id)),
        NAMED_SOURCES,
      )}`;
  }
  const { roots } = claim.origins;
  if (roots.length === 0) {
    const whose = new Set(claim.statements.flatMap((s) => (s.stance === 'asserts' ? [] : s.roots)));
    const [first] = whose;
    if (first !== undefined) {
      const one = whose.size === 1 && !isPlural(look.source(first));
      const denied = claim.statements.some((s) => s.stance === 'denies');
      const verb = denied ? (one ? 'denies it' : 'deny it') : `${one ? 'does' : 'do'} not assert it`;
      return `: ${inProse([...whose].map(name), NAMED_SOURCES)} ${verb}`;
    }
    return ', no source given';
  }
  // Whose the words are; what others say of the same thing may lack a detail of theirs.
  const own = roots.filter((id) => chosen.roots.includes(id));
  const against = opposed(claim, chosen);
  const told =
    own.length > 0
      ? own
      : roots.filter((id) => claim.statements.some((s) => s.roots.includes(id) && !against.has(s)));
  if (told.length === 0) return ', no source given';
  const sources = told.filter((id) => look.source(id)?.kind !== 'outlet' && look.source(id) !== null);
  const people = (sources.length > 0 ? sources : told).flatMap((id) => [
    speakingFor(id, [chosen], look),
    ...(look.source(id)?.kind === 'person' ? speakingWith(id, [chosen], roots) : []),
  ]);
  const others = roots.length - told.length;
  if (
    others === 0 &&
    people.every((id) => tellsOfItself(id, chosen, look) || isNamedIn(said, id, chosen, look))
  )
    return '';
  const one = others === 0 && people.length === 1 && !isPlural(look.source(people[0]!));
  const verb = sources.length > 0 ? (one ? 'says' : 'say') : one ? 'reports' : 'report';
  return `, ${verb} ${andOthers(people.map(name), others)}`;
}

/** Statements that stand on another side of a conflict than this one: who says five millions does not say three. */
function opposed(
  { statements, conflicts }: Pick<Claim, 'statements' | 'conflicts'>,
  chosen: Statement,
): ReadonlySet<Statement> {
  const stands = (statement: Statement, anchors: readonly Anchor[]): boolean =>
    anchors.some((at) => at.doc === statement.anchor.doc && encloses(statement.anchor, at));
  return new Set(
    conflicts
      .filter(({ sides }) => sides.some(({ anchors }) => stands(chosen, anchors)))
      .flatMap(({ sides }) => sides.filter(({ anchors }) => !stands(chosen, anchors)))
      .flatMap(({ anchors }) => statements.filter((statement) => stands(statement, anchors))),
  );
}

/** “Havring told the Mercury that …”: a sentence told whole has its source, by name, beside what it says. */
function isNamedIn(said: string, id: string, { anchor, focus, attribution }: Statement, look: Look): boolean {
  if (attribution === null || !said.startsWith('“')) return false;
  return (look.source(id)?.mentions ?? []).some(
    (mention) =>
      mention.doc === anchor.doc &&
      encloses(anchor, mention) &&
      !focus.some((words) => encloses(words, mention)) &&
      !PRONOUN.test(mention.exact) &&
      said.includes(mention.exact.replace(/\s+/g, ' ')),
  );
}

const PRONOUN = /^(?:I|he|she|it|we|they|who|which|you)$/i;

/** "The e-mail called it Lantern", "the court annulled the order": the words name the document, or whose act they tell. */
function tellsOfItself(id: string, { focus, attribution, rule }: Statement, look: Look): boolean {
  const source = look.source(id);
  if (source === null || attribution !== null) return false;
  const acts = source.kind === 'organisation' && rule === 'own';
  const opens = focus[0]!;
  if (source.kind === 'document')
    return source.mentions.some(({ doc, start }) => doc === opens.doc && start === opens.start);
  const head = opens.exact.toLowerCase().replace(/^(?:the|an?) /, '');
  return (
    acts &&
    [source.name, ...source.aliases].some((name) =>
      head.startsWith(name.toLowerCase().replace(/^(?:the|an?) /, '')),
    )
  );
}

/** "the memo, Ines Calder and others". */
function andOthers(names: readonly string[], others: number): string {
  if (others === 0) return inProse(names, NAMED_SOURCES);
  const more = names.length - NAMED_SOURCES + others;
  const shown = names.slice(0, NAMED_SOURCES);
  return inProse([...shown, Math.max(more, others) === 1 ? 'one other' : 'others'], NAMED_SOURCES + 1);
}

/** Who said it together with a root, and counts as one with it: "Warren and Markey said". */
function speakingWith(
  root: string,
  statements: readonly Statement[],
  roots: readonly string[],
): readonly string[] {
  const joint = statements
    .filter((s) => s.roots.includes(root) && s.roots.length === 1)
    .flatMap(({ paths }) => paths.filter((path) => !path.some((id) => roots.includes(id))))
    .flatMap((path) => path.slice(-1));
  return [...new Set(joint)];
}

/** Unnamed people count as their body, but what "an official of the agency" says is not said by the agency: who it is. */
function speakingFor(root: string, statements: readonly Statement[], look: Look): string {
  if (look.source(root)?.kind !== 'organisation') return root;
  const before = statements
    .flatMap(({ paths }) => paths)
    .filter((path) => path.includes(root))
    .map((path) => path[path.indexOf(root) - 1] ?? root);
  const people = before.find((id) => look.source(id)?.kind === 'people');
  const direct = before.some((id) => look.source(id)?.kind !== 'people');
  return people === undefined || (direct && before.includes(root)) ? root : people;
}

/** The title of the earliest document that has one; else its first words. */
export function storyTitle(documents: readonly Document[]): string {
  const titled = documents.find((document) => document.title !== null && document.title.trim() !== '');
  if (titled) return cut(titled.title!.replace(/\s+/g, ' ').trim());
  const first = documents[0]!;
  const body = first.blocks.find((block) => block.role === 'headline' || block.role === 'body');
  const text = body ? first.text.slice(body.start, body.end) : first.ref;
  return cut(
    text
      .replace(/\s+/g, ' ')
      .trim()
      .split(/(?<=[.!?])\s/)[0] ?? first.ref,
  );
}
