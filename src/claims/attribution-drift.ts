/** Who stands behind a statement, and how that changed as it was passed on. */
import type { LocalAttribution, LocalSource } from '../model/analysis.js';
import type { Drift, Source } from '../model/record.js';
import type { Span } from '../model/span.js';
import { stemOf } from '../similarity/words.js';
import { anchor } from '../text/anchors.js';
import { outletKey, personKey, surname } from '../text/name-keys.js';
import { attributionOf, by, type Candidate, wordsOf } from './statements.js';

/** The source was dropped, another was put in its place, or the report that it was read in. */
export function attributionDrift(
  from: Candidate,
  to: Candidate,
  sources: ReadonlyMap<string, Source>,
): Drift[] {
  const before = attributionOf(from);
  const source = before === null || from.speaker === null ? null : sourceSpan(before);
  const dropped = creditDropped(from, to);
  if (!before || !source || dropped.length > 0) return dropped;
  const nameOf = (id: string): string => sources.get(id)?.name ?? 'a source';
  const start = anchor(from.account.document, source);
  const name = nameOf(from.speaker!);
  const drift = (end: Span | null, note: string): Drift[] => [
    { kind: 'attribution', from: start, to: end && anchor(to.account.document, end), note },
  ];
  // "The judges asked the council to …": who asks is what is told, and no source of it.
  const { subject } = from.assertion;
  const acts = subject !== null && subject.start <= source.start && source.end <= subject.end;
  if (acts || (before.attitude === 'intends' && holds(from, source))) return [];
  const after = attributionOf(to);
  const report = reportOf(to, after);
  if (report !== null) {
    // A document that an outlet has seen is its report's to tell.
    const seen = (sources.get(from.speaker!)?.seenBy.length ?? 0) > 0;
    if (seen || namesBehind(to) || localOf(from, before)?.kind === 'outlet' || namesSource(from, before, to))
      return [];
    return drift(report, `the attribution to ${name} became one to the report of it`);
  }
  if (!after) {
    if (creditOf(to) || namesSource(from, before, to)) return [];
    return drift(null, `the attribution to ${name} was dropped${by(to)}`);
  }
  if (to.speaker === null || to.speaker === from.speaker || mayBeOne(from, before, to, after, sources))
    return [];
  const end = sourceSpan(after);
  if (!end) return [];
  return drift(end, `attributed to ${name} there, to ${nameOf(to.speaker)} here`);
}

const localOf = ({ account }: Candidate, { speaker }: LocalAttribution): LocalSource | null =>
  account.analysis.sources[speaker ?? -1] ?? null;

const sourceSpan = ({ source, cue }: LocalAttribution): Span | null => source[0] ?? cue[0] ?? null;

const holds = ({ draft }: Candidate, { start, end }: Span): boolean =>
  draft.focus.some((f) => f.start <= start && end <= f.end);

const textOf = ({ account }: Candidate, { start, end }: Span): string =>
  account.document.text.slice(start, end);

/** The credit to another report that stands in a statement's sentence. */
const creditOf = ({ account, assertion }: Candidate) =>
  account.analysis.credits.find((credit) => credit.sentence === assertion.sentence);

/** Where a sentence names the report alone that it has its news from; null where it names somebody behind it, or none. */
function reportOf(to: Candidate, after: LocalAttribution | null): Span | null {
  const credit = creditOf(to);
  if (credit?.kind !== 'reported') return null;
  const outlet = after !== null && localOf(to, after)?.kind === 'outlet';
  const agency =
    after?.source.some((s) => s.start <= credit.outletSpan.start && credit.outletSpan.end <= s.end) ?? false;
  return outlet || agency ? credit.outletSpan : null;
}

/** "The Courier reported, citing someone familiar with the case": the report is credited, and whom it had it from. */
function namesBehind(to: Candidate): boolean {
  const { start, end } = to.draft.anchor;
  return to.account.analysis.attributions.some((attribution) =>
    attribution.cue.some((cue) => start <= cue.start && cue.end <= end && /^cit/i.test(textOf(to, cue))),
  );
}

/** The source stands in the other's sentence, though not as who says it: by all words of its name, of a person by the last. */
function namesSource(from: Candidate, before: LocalAttribution, to: Candidate): boolean {
  const there = new Set(stems(to.draft.anchor.exact));
  const local = localOf(from, before);
  const own = stems(local?.name ?? before.source.map((span) => textOf(from, span)).join(' '));
  const telling = local?.kind === 'person' && local.named ? own.slice(-1) : own;
  return telling.length > 0 && telling.every((stem) => there.has(stem));
}

const stems = (text: string): string[] =>
  wordsOf(text).flatMap((word) => {
    const stem = stemOf(word);
    return stem.length > 2 ? [stem] : [];
  });

/** "a memo first reported by the Ledger" became "a memo": the report where the news was first, left out by a copy. */
function creditDropped(from: Candidate, to: Candidate): Drift[] {
  const credit = creditOf(from);
  if (credit?.kind !== 'reported' || creditOf(to)) return [];
  const own = outletKey(to.account.document.outlet ?? '');
  if (
    own === outletKey(credit.outlet) ||
    stems(credit.outlet).every((stem) => stems(to.draft.anchor.exact).includes(stem))
  )
    return [];
  return [
    {
      kind: 'attribution',
      from: anchor(from.account.document, credit.span),
      to: null,
      note: `the credit to ${credit.outlet} was dropped${by(to)}`,
    },
  ];
}

/** The sources of two statements, told differently, that may be one. */
function mayBeOne(
  from: Candidate,
  before: LocalAttribution,
  to: Candidate,
  after: LocalAttribution,
  sources: ReadonlyMap<string, Source>,
): boolean {
  const [a, b] = [localOf(from, before), localOf(to, after)];
  if (!a || !b || b.kind === 'outlet') return true;
  const [x, y] = [
    before.source.map((span) => textOf(from, span)).join(' '),
    after.source.map((span) => textOf(to, span)).join(' '),
  ].map((words) => words.toLowerCase()) as [string, string];
  // "Our branch secretaries": an account of one's own people.
  if (/^(?:our|my)\b/.test(y)) return true;
  // "He", "it", and one common noun in both: whose words they are was found out, not read.
  if (PRONOUN.test(x) || PRONOUN.test(y) || x === y) return true;
  const [p, q] = [sources.get(from.speaker!), sources.get(to.speaker!)];
  const [m, n] = [p?.name ?? a.name, q?.name ?? b.name].map((name) => surname(personKey(name)));
  // "Liz Ruiz", "Elizabeth Ruiz", "E. M. Ruiz Jr.": names of people who share the surname may be one person's.
  if (m !== '' && m === n) return true;
  // Unnamed people may be anybody, and whoever is only described may have a name.
  if ([a, b].every(({ kind }) => kind === 'person' || kind === 'people') && !(a.named && b.named))
    return true;
  // The transcript of what she said.
  if (q?.documents.includes(from.draft.doc)) return true;
  return describes(a, b, q) || describes(b, a, p);
}

const PRONOUN = /^(?:he|she|they|it|who|we|i)$/;

const PEOPLE: ReadonlySet<string> = new Set(['person', 'people', 'unknown']);

/** A description of somebody ("the head of the agency", "two officials", "a court") that fits another. */
function describes(a: LocalSource, b: LocalSource, joined: Source | undefined): boolean {
  const told = [b.name, b.role, b.organisation, joined?.role, joined?.organisation];
  const words = new Set(stems(told.map((part) => part ?? '').join(' ')));
  const own = stems(a.name);
  const oneKind = a.kind === b.kind || (PEOPLE.has(a.kind) && PEOPLE.has(b.kind));
  if (!a.named && oneKind) return own.some((stem) => words.has(stem));
  return own.length > 0 && own.every((stem) => words.has(stem));
}
