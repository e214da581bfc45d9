import type { Document } from '../model/document.js';
import type { Claim, Source, Statement } from '../model/record.js';
import type { Anchor } from '../model/span.js';
import { describeNode, inProse, isPlural } from '../text/describe.js';

/** A title is cut at a word above this: it must fit two lines of a page, and stay within 300 characters of context. */
const TITLE_LENGTH = 240;

/** Sources named in a title before the rest are counted. */
const NAMED_SOURCES = 2;

interface Look {
  document(id: string): Document;
  source(id: string): Source | null;
}

/** What is said without whose words it is, for a sentence that names the source itself: shorter, so that two fit a line. */
const WORDS_LENGTH = 150;

/** The words of the account nearest to the root, with the strongest hedge of any, and the source: never without. */
export function claimTitle(claim: Omit<Claim, 'story' | 'title'>, look: Look): string {
  const chosen = nearestStatement(claim);
  return `${saidWith(claim, chosen, TITLE_LENGTH)}${credit(claim, chosen, look)}`;
}

/** The words of a title with the strongest hedge. Only for a sentence that tells the source beside them (DESIGN §6). */
export function claimWords(claim: Omit<Claim, 'story' | 'title'>): string {
  return saidWith(claim, nearestStatement(claim), WORDS_LENGTH);
}

/** Those that assert it; where none does, all. */
function asserting({ statements }: Pick<Claim, 'statements'>): readonly Statement[] {
  const found = statements.filter((s) => s.stance === 'asserts');
  return found.length > 0 ? found : statements;
}

/** The statement in whose words a claim is told: of an account nearest to the root, the one with most hedges. */
export function nearestStatement(claim: Pick<Claim, 'statements'>): Statement {
  const pool = asserting(claim);
  const nearest = pool.filter((s) => s.rule !== 'copied' && s.rule !== 'derived');
  return [...(nearest.length > 0 ? nearest : pool)].sort((x, y) => y.hedges.length - x.hedges.length)[0]!;
}

function saidWith(claim: Pick<Claim, 'kind' | 'statements'>, chosen: Statement, most: number): string {
  const whole = words(chosen, claim.kind);
  const said = cut(whole, most);
  if (chosen.hedges.length > 0) {
    // A hedge in what was cut off is told all the same.
    const kept = said === whole || chosen.hedges.some(({ exact }) => said.includes(exact));
    return kept ? said : `${said} (“${chosen.hedges[0]!.exact}”)`;
  }
  const hedge = strongestHedge(asserting(claim), said);
  return hedge === null ? said : `${said} (“${hedge.exact}” in one account)`;
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

function words(statement: Statement, kind: Claim['kind']): string {
  const text = (
    kind === 'list' ? statement.focus.map((part) => part.exact).join(', ') : asSentence(statement)
  )
    .replace(/\s+/g, ' ')
    .trim();
  if (kind === 'quotation')
    return `“${text.replace(/^["“”'‘’«„]+|["“”'‘’»]+$/gu, '').replace(/[\s,;:.–—-]+$/u, '')}”`;
  const bare = balanced(text.replace(/(?:[\s,;:.–—-]|\s(?:and|or|but))+$/u, ''));
  return bare.replace(/^(["“‘«„]*)(.)/u, (_, marks: string, first: string) => marks + first.toUpperCase());
}

/** Words after "who" or "which" that show it to be an object: "Democrats, who he blames". */
const SUBJECT_AHEAD =
  /^(?:I|you|he|she|it|we|they|the|an?|this|that|these|those|his|her|its|their|my|our|your|\p{Lu}\S*)\s/u;

/** "Ana Ruiz, the mayor": the comma that closes it is lost with what stood behind. */
const APPOSITION = /^[^,]+, (?:the|an?)\s[^,]+$/;

/** The parts of a focus as one sentence: a relative clause is made a clause of its own. */
function asSentence({ focus, anchor }: Statement): string {
  return focus.reduce((before, { exact, start }, at) => {
    if (at === 0) return exact;
    // What stood between two commas goes with both.
    const leftOut = anchor.exact.slice(focus[at - 1]!.end - anchor.start, start - anchor.start);
    const text = /,\s*$/.test(leftOut) ? before.replace(/,$/, '') : before;
    const relative = /^(?:who|which)\s+/.exec(exact)?.[0] ?? '';
    const rest = exact.slice(relative.length);
    const joined = relative === '' || SUBJECT_AHEAD.test(rest) ? exact : rest;
    return `${text}${at === 1 && APPOSITION.test(text) ? ',' : ''} ${joined}`;
  }, '');
}

/** A text with a partner for a quotation mark at its edge that has lost it. */
function balanced(text: string): string {
  const marks = (of: RegExp): number => text.match(of)?.length ?? 0;
  if (marks(/"/g) % 2 === 1) return text.startsWith('"') && text.length < 2 ? '' : `${text}"`;
  const open = marks(/“/g) - marks(/”/g);
  return open > 0 ? `${text}”` : open < 0 ? `“${text}` : text;
}

function cut(text: string, most = TITLE_LENGTH): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most);
  return balanced(`${text.slice(0, end > 0 ? end : most)} …`);
}

function credit(claim: Omit<Claim, 'story' | 'title'>, chosen: Statement, look: Look): string {
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
    const denied = claim.statements.flatMap((s) => (s.stance === 'asserts' ? [] : s.roots));
    if (denied.length > 0)
      return `: ${inProse([...new Set(denied)].map(name), NAMED_SOURCES)} ${claim.statements.some((s) => s.stance === 'denies') ? 'denies it' : 'does not assert it'}`;
    return ', no source given';
  }
  const sources = roots.filter((id) => look.source(id)?.kind !== 'outlet' && look.source(id) !== null);
  const shown = sources.length > 0 ? sources : roots;
  const people = shown.flatMap((id) => [
    speakingFor(id, claim.statements, look),
    ...(look.source(id)?.kind === 'person' ? speakingWith(id, claim.statements, roots) : []),
  ]);
  const one = people.length === 1 && !isPlural(look.source(people[0]!));
  const verb = sources.length > 0 ? (one ? 'says' : 'say') : one ? 'reports' : 'report';
  return `, ${verb} ${inProse(people.map(name), NAMED_SOURCES)}`;
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
