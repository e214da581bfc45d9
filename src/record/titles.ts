import type { Document } from '../model/document.js';
import type { Claim, Source, Statement } from '../model/record.js';
import type { Anchor } from '../model/span.js';
import { describeSource, inProse } from '../text/describe.js';

/** A title is cut at a word above this: it must fit two lines of a page, and stay within 300 characters of context. */
const TITLE_LENGTH = 240;

/** Sources named in a title before the rest are counted. */
const NAMED_SOURCES = 2;

interface Look {
  document(id: string): Document;
  source(id: string): Source | null;
}

/** The words of the account nearest to the root, with the strongest hedge of any, and the source: never without. */
export function claimTitle(claim: Omit<Claim, 'story' | 'title'>, look: Look): string {
  const asserting = claim.statements.filter((s) => s.stance === 'asserts');
  const pool = asserting.length > 0 ? asserting : claim.statements;
  const nearest = pool.filter((s) => s.rule !== 'copied' && s.rule !== 'derived');
  const ranked = [...(nearest.length > 0 ? nearest : pool)].sort((x, y) => y.hedges.length - x.hedges.length);
  const chosen = ranked[0]!;
  const said = cut(words(chosen, claim.kind));
  const hedge = chosen.hedges.length > 0 ? null : strongestHedge(pool, said);
  const weakened = hedge === null ? '' : ` (“${hedge.exact}” in one account)`;
  return `${said}${weakened}${credit(claim, chosen, look)}`;
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
  const glue = kind === 'list' ? ', ' : ' ';
  const text = statement.focus
    .map((a) => a.exact)
    .join(glue)
    .replace(/\s+/g, ' ')
    .trim();
  const bare = text.replace(/^["“”'‘’«„]+|["“”'‘’»]+$/gu, '').replace(/[\s,;:.–—-]+$/u, '');
  const quoted = kind === 'quotation';
  return quoted ? `“${bare}”` : bare.charAt(0).toUpperCase() + bare.slice(1);
}

function cut(text: string): string {
  if (text.length <= TITLE_LENGTH) return text;
  const end = text.lastIndexOf(' ', TITLE_LENGTH);
  const shortened = `${text.slice(0, end > 0 ? end : TITLE_LENGTH)} …`;
  return text.startsWith('“') ? `${shortened}”` : shortened;
}

function credit(claim: Omit<Claim, 'story' | 'title'>, chosen: Statement, look: Look): string {
  const name = (id: string): string => {
    const source = look.source(id);
    if (source) return describeSource(source, (seer) => look.source(seer)?.name ?? null);
    const document = look.document(id);
    return document.outlet ?? `the account ${document.ref}`;
  };
  if (claim.kind === 'quotation') {
    const speaker = chosen.paths[0]
      ?.map(look.source)
      .findLast((source) => source !== null && source.kind !== 'outlet');
    if (speaker) return `, says ${name(speaker.id)}`;
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
  const verb =
    sources.length > 0 ? (shown.length === 1 ? 'says' : 'say') : shown.length === 1 ? 'reports' : 'report';
  return `, ${verb} ${inProse(shown.map(name), NAMED_SOURCES)}`;
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
