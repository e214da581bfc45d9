/**
 * True pairs of claim_pairs and claim_clusters with one slot altered by machine in one of the two sentences: place, day,
 * count, actor, planned or done. The two must not be joined without a drift or a conflict at the altered words.
 */
import { readRow } from '../src/ingest/rows.js';
import type { Analysis } from '../src/model/analysis.js';
import type { Document } from '../src/model/document.js';
import type { Record } from '../src/model/record.js';
import type { Tier } from '../src/model/settings.js';
import type { Span } from '../src/model/span.js';
import { readAccounts, readRecord } from '../src/pipeline.js';
import { analysesOf, keepAnalyses } from './kept-analyses.js';
import { random } from './random.js';
import type { Result } from './result.js';
import { type Doc, eventOf, type GoldSpan, readLines } from './similarity-data.js';

const SEED = 8;

const SLOTS = ['place', 'day', 'count', 'actor', 'planned or done'] as const;
type AlteredSlot = (typeof SLOTS)[number];

/** What stands in for a place, a day or a person; none is in the sets' sentences. */
const TOWNS = ['Toledo', 'Spokane', 'Tallinn', 'Marseille', 'Osaka'];
const COUNTRIES = ['Portugal', 'Mongolia', 'Ecuador'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = /\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/;
const PEOPLE = ['Harlan Voss', 'Edith Brannock', 'Tomas Ilves'];
const BODIES = ['the Fisheries Board', 'the Aldermoor Trust'];

interface Alteration extends Span {
  readonly slot: AlteredSlot;
  readonly words: string;
}

/** The alterations that a sentence allows, at most one a slot. */
function alterations(
  { text }: Document,
  analysis: Analysis,
  sentence: Span,
  draw: () => number,
): Alteration[] {
  const inside = ({ span }: { readonly span: Span }): boolean =>
    sentence.start <= span.start && span.end <= sentence.end;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(draw() * from.length)]!;
  const found: Alteration[] = [];
  const place = analysis.places.filter(
    (p) => inside(p) && p.literal && (p.kind === 'town' || p.kind === 'country'),
  )[0];
  if (place)
    found.push({ ...place.span, slot: 'place', words: pick(place.kind === 'town' ? TOWNS : COUNTRIES) });
  const words = text.slice(sentence.start, sentence.end);
  const day = new RegExp(`\\b(?:${DAYS.join('|')})\\b`).exec(words) ?? MONTHS.exec(words);
  if (day) {
    const start = sentence.start + day.index;
    const other = DAYS.includes(day[0])
      ? DAYS[(DAYS.indexOf(day[0]) + 3) % 7]!
      : day[0] === 'March'
        ? 'October'
        : 'March';
    found.push({ start, end: start + day[0].length, slot: 'day', words: other });
  }
  const count = analysis.figures.filter((f) => inside(f) && f.value !== null && Number.isInteger(f.value))[0];
  if (count) {
    const digits = /\d[\d,]*/.exec(text.slice(count.span.start, count.span.end));
    if (digits) {
      const start = count.span.start + digits.index;
      const value = Number(digits[0].replaceAll(',', ''));
      const other = value < 100 ? value + 3 + Math.floor(draw() * 4) : Math.round(value * 1.7);
      found.push({
        start,
        end: start + digits[0].length,
        slot: 'count',
        words: other.toLocaleString('en-US'),
      });
    }
  }
  const subjects = analysis.assertions.flatMap(({ subject, attribution }) =>
    subject && attribution === null && sentence.start <= subject.start && subject.end <= sentence.end
      ? [subject]
      : [],
  );
  const actor = analysis.names.flatMap((name) => {
    const span = name.mentions.find((m) => subjects.some((s) => s.start <= m.start && m.end <= s.end));
    const known = name.kind === 'person' || name.kind === 'organisation';
    return span && known
      ? [{ ...span, slot: 'actor' as const, words: pick(name.kind === 'person' ? PEOPLE : BODIES) }]
      : [];
  })[0];
  if (actor) found.push(actor);
  const will = /\bwill (?=[a-z]{3,}\b)(?!be\b|have\b)/.exec(words);
  const did = analysis.assertions.find(
    ({ predicate, modality, sentence: at, attribution }) =>
      predicate &&
      modality === 'done' &&
      attribution === null &&
      analysis.sentences[at]!.start <= sentence.start &&
      predicate.start >= sentence.start &&
      predicate.end <= sentence.end &&
      /^[a-z]+ed$/.test(text.slice(predicate.start, predicate.end)),
  )?.predicate;
  if (will)
    found.push({
      start: sentence.start + will.index,
      end: sentence.start + will.index + 4,
      slot: 'planned or done',
      words: 'did',
    });
  else if (did) {
    const past = text.slice(did.start, did.end);
    found.push({
      ...did,
      slot: 'planned or done',
      words: `plans to ${past.replace(/(?:([b-df-hj-np-tv-z])\1)?ed$/, '$1')}`,
    });
  }
  return found;
}

/** What the other sentence does not speak of differs in nothing; of a plan or an act it is the verb that both must have. */
function saidInBoth(words: string, slot: AlteredSlot, other: string): boolean {
  const norm = (text: string): string => text.toLowerCase().replaceAll('.', '');
  // "19" is not spoken of in "1993".
  if (slot === 'count') return [...other.matchAll(/\d[\d,]*/g)].some(([number]) => number === words);
  const root = slot === 'planned or done' ? norm(words).slice(0, -2) : norm(words);
  return (
    norm(other).includes(root) && (slot !== 'planned or done' || words !== 'will' || /\bwill\b/.test(other))
  );
}

export async function evaluateAltered(
  shared: string,
  options: {
    readonly tier?: Tier;
    readonly print?: (line: string) => void;
  } = {},
): Promise<Result[]> {
  const { tier = 'accurate', print = () => {} } = options;
  const rows = readLines<Doc>(shared, 'basil_half.docs');
  const gold = [
    ...readLines<{ label: string; a: GoldSpan; b: GoldSpan }>(shared, 'claim_pairs.gold').filter(
      ({ label }) => label === 'same',
    ),
    ...readLines<{ members: GoldSpan[] }>(shared, 'claim_clusters.gold').flatMap(({ members }) =>
      members.flatMap((a, i) => members.slice(i + 1).map((b) => ({ a, b }))),
    ),
  ];
  // Either of the two may be the one that is altered.
  const pairs = gold.flatMap(({ a, b }) => [
    { a, b },
    { a: b, b: a },
  ]);
  const draw = random(SEED);
  const tally = new Map<AlteredSlot, { of: number; unmarked: number }>(
    SLOTS.map((slot) => [slot, { of: 0, unmarked: 0 }]),
  );
  for (const { a, b } of pairs) {
    if (a.doc === b.doc) continue;
    const own = rows.filter((row) => eventOf(row.id) === eventOf(a.doc));
    const read = (altered: Alteration | null): Document[] =>
      own
        .map((row, i) => {
          const text =
            altered && row.id === b.doc
              ? row.text.slice(0, altered.start) + altered.words + row.text.slice(altered.end)
              : row.text;
          return readRow(row.id, `row ${i + 1}`, { ...row, text });
        })
        .filter((document) => 'text' in document);
    const before = await readAccounts(read(null), { settings: { tier }, analyses: analysesOf(tier) });
    keepAnalyses(tier, before.analyses);
    const analyses = before.analyses;
    const target = before.accounts.find(({ document }) => document.ref === b.doc)!;
    for (const altered of alterations(target.document, target.analysis, b, draw)) {
      if (!saidInBoth(target.document.text.slice(altered.start, altered.end), altered.slot, a.text)) continue;
      const { record } = await readRecord(read(altered), { settings: { tier }, analyses });
      const shift = altered.words.length - (altered.end - altered.start);
      const span = { start: altered.start, end: altered.start + altered.words.length };
      const joined = unmarked(record, a, { doc: b.doc, start: b.start, end: b.end + shift }, span);
      const count = tally.get(altered.slot)!;
      count.of++;
      if (joined === null) continue;
      count.unmarked++;
      print(
        `${altered.slot}: “${target.document.text.slice(altered.start, altered.end)}” → “${altered.words}”\n  ${a.text}\n  ${b.text}\n  ${joined}`,
      );
    }
  }
  const all = [...tally.values()];
  const [of, bad] = [all.reduce((n, t) => n + t.of, 0), all.reduce((n, t) => n + t.unmarked, 0)];
  return [
    {
      set: `claim_pairs and claim_clusters, altered (${tier})`,
      metric: 'joined without a mark at the altered words',
      ours: bad / of,
      published: 'place 11 of 12',
      note: `${bad} of ${of}: ${[...tally].map(([slot, t]) => `${slot} ${t.unmarked} of ${t.of}`).join(', ')}`,
    },
  ];
}

/** The title of a claim that joins both sentences without drift or conflict at the span, or null. */
function unmarked(record: Record, a: GoldSpan, b: Omit<GoldSpan, 'text'>, altered: Span): string | null {
  const refs = new Map(record.documents.map(({ id, ref }) => [id, ref]));
  const meets = (at: { doc: string; start: number; end: number }, span: { doc: string } & Span): boolean =>
    refs.get(at.doc) === span.doc && at.start < span.end && span.start < at.end;
  for (const claim of record.claims) {
    const inA = claim.statements.some(({ focus }) => focus.some((f) => meets(f, a)));
    const [changed] = claim.statements.filter(({ focus }) =>
      focus.some((f) => meets(f, { doc: b.doc, ...altered })),
    );
    if (!inA || !changed) continue;
    const at = { doc: b.doc, ...altered };
    const marked = [
      ...claim.drift.flatMap(({ from, to }) => [from, to]),
      ...claim.conflicts.flatMap(({ sides }) => sides.flatMap(({ anchors }) => anchors)),
    ].some((anchor) => anchor !== null && meets(anchor, at));
    if (!marked) return claim.title;
  }
  return null;
}

// npx tsx eval/altered.ts SHARED [TIER]: every pair that is joined, with the claim's title.
if (process.argv[1]?.endsWith('eval/altered.ts')) {
  const tier = (process.argv[3] ?? 'fast') as Tier;
  const results = await evaluateAltered(process.argv[2] ?? '../shared/eval', { tier, print: console.log });
  for (const { metric, ours, note } of results) console.log(metric, ours, note);
}
