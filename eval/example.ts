/** Holds a record to the truth written beside an example case, before the code that finds it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAbout } from '../src/ingest/about.js';
import { ingestPaths } from '../src/ingest/paths.js';
import type { Claim, Record, Statement } from '../src/model/record.js';
import { DEFAULT_SETTINGS, Tier } from '../src/model/settings.js';
import type { Anchor } from '../src/model/span.js';
import { readRecord } from '../src/pipeline.js';
import type { Result } from './result.js';

interface Quoted {
  readonly file: string;
  readonly exact: string;
}

export interface Truth {
  readonly folder: string;
  readonly documents: readonly {
    file: string;
    outlet: string | null;
    published: string | null;
    story: string;
    row?: string;
    title: string | null;
    byline: string | null;
  }[];
  readonly stories: readonly { title: string; documents: readonly string[] }[];
  readonly families: readonly {
    origin: { kind: string; name: string };
    direction: string;
    members: readonly { file: string; role: string }[];
  }[];
  readonly claims: readonly {
    id: string;
    kind: string;
    statements: readonly (Quoted & { roots: readonly string[]; rule: string })[];
    denials: readonly Quoted[];
    origins: { min: number; max: number; roots: readonly string[] };
    nearMisses: readonly (Quoted & { why: string })[];
  }[];
  readonly drift: readonly { kind: string; claim: string; from: Quoted; to: Quoted | null }[];
  readonly conflicts: readonly { kind: string; claim: string; sides: readonly (readonly Quoted[])[] }[];
  readonly quotations: readonly (Quoted & { speaker: string })[];
  readonly lists: readonly { file: string; items: readonly string[]; stated: number | null }[];
}

export interface Score {
  readonly metric: string;
  readonly right: number;
  readonly of: number;
  /** What is wrong or missing, a line each. */
  readonly misses: readonly string[];
}

/** Reads a case folder that has accounts/, accounts/about.csv and truth.json. */
export async function readExample(
  folder: string,
  tier: Tier = DEFAULT_SETTINGS.tier,
): Promise<{ record: Record; truth: Truth }> {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
  const accounts = join(folder, truth.folder);
  const about = join(accounts, 'about.csv');
  const { documents, messages } = await ingestPaths([accounts], { ignore: [about] });
  const { amendments } = readAbout(readFileSync(about, 'utf8'));
  const { record } = await readRecord(documents, { amendments, messages, settings: { tier } });
  return { record, truth };
}

/** Where words stand in a text, white space in either counting as one space; null where they do not. */
function locate(text: string, exact: string): { start: number; end: number } | null {
  const pattern = exact
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  const match = new RegExp(pattern, 'u').exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

/** Scores of every part that the truth speaks of. */
export function scoreExample(record: Record, truth: Truth): Score[] {
  const documentOf = new Map(
    truth.documents.map((d) => [
      d.file,
      record.documents.find((r) =>
        d.row
          ? r.ref === d.row || r.ref.endsWith(`#${d.row}`)
          : r.ref === d.file || r.ref.endsWith(`/${d.file}`),
      ),
    ]),
  );
  const spanOf = (quoted: Quoted): { doc: string; start: number; end: number } | null => {
    const document = documentOf.get(quoted.file);
    const span = document ? locate(document.text, quoted.exact) : null;
    return document && span ? { doc: document.id, ...span } : null;
  };
  const statements = record.claims.flatMap((claim) =>
    claim.statements.map((statement) => ({ claim, statement })),
  );
  const byDocument = groupBy(statements, (s) => s.statement.anchor.doc);
  /** The statement whose focus shares most with the quoted words, in proportion to both. */
  const statementAt = (quoted: Quoted, kind: string): { claim: Claim; statement: Statement } | null => {
    const span = spanOf(quoted);
    if (!span) return null;
    let best: { claim: Claim; statement: Statement } | null = null;
    let most = 0.2;
    for (const found of byDocument.get(span.doc) ?? []) {
      const size = found.statement.focus.reduce((n, f) => n + f.end - f.start, 0);
      const shared = found.statement.focus.reduce(
        (n, f) => n + Math.max(0, Math.min(f.end, span.end) - Math.max(f.start, span.start)),
        0,
      );
      const fits = (kind === 'list') === (found.claim.kind === 'list') ? 1 : 0.5;
      const score = (fits * 2 * shared) / (size + span.end - span.start);
      if (score > most) [best, most] = [found, score];
    }
    return best;
  };
  const scores: Score[] = [];
  const add = (metric: string, checks: readonly (string | null)[]): void => {
    const misses = checks.filter((miss): miss is string => miss !== null);
    scores.push({ metric, right: checks.length - misses.length, of: checks.length, misses });
  };

  add(
    'documents: outlet and date',
    truth.documents.flatMap((d) => {
      const found = documentOf.get(d.file);
      if (!found) return [`${d.file} was not read`];
      return [
        d.outlet === null || found.outlet === d.outlet
          ? null
          : `${d.file}: outlet ${found.outlet}, not ${d.outlet}`,
        d.published === null || found.published?.slice(0, 10) === d.published
          ? null
          : `${d.file}: published ${found.published}, not ${d.published}`,
      ];
    }),
  );

  add(
    'stories',
    truth.stories.map((story) => {
      const ids = story.documents
        .map((file) => documentOf.get(file)?.id)
        .sort()
        .join();
      return record.stories.some((s) => [...s.documents].sort().join() === ids)
        ? null
        : `story apart: ${story.title}`;
    }),
  );

  add(
    'families: members and roles',
    truth.families.flatMap((family) => {
      const first = documentOf.get(family.members[0]!.file)?.id;
      const found = record.lineage.families.find((f) => f.members.some((m) => m.doc === first));
      return family.members.map((member) => {
        const role = found?.members.find((m) => m.doc === documentOf.get(member.file)?.id)?.role;
        return role === member.role
          ? null
          : `${member.file}: ${role ?? 'not in the family'}, not ${member.role}`;
      });
    }),
  );

  const located = truth.claims.map((claim) => ({
    claim,
    found: claim.statements.map((s) => ({ truth: s, got: statementAt(s, claim.kind) })),
  }));
  add(
    'statements found',
    located.flatMap(({ claim, found }) =>
      found.map(({ truth: s, got }) => (got ? null : `${claim.id}: no statement at ${s.file} “${s.exact}”`)),
    ),
  );

  // B³ over the statements of the truth: for each, who shares its claim in the record and who should.
  const items = located.flatMap(({ claim, found }) =>
    found
      .filter(({ got }) => got !== null)
      .map(({ truth: s, got }) => ({
        gold: claim.id,
        got: got!.claim.id,
        label: `${claim.id}: ${s.file} “${s.exact.slice(0, 70)}”`,
      })),
  );
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const together = items.filter((other) => other.got === item.got);
    const gold = items.filter((other) => other.gold === item.gold);
    const both = together.filter((other) => other.gold === item.gold).length;
    precision += both / together.length;
    recall += both / gold.length;
  }
  const [p, r] = [precision / items.length, recall / items.length];
  const majority = new Map(
    located.map(({ claim, found }) => [
      claim.id,
      mostCommon(found.flatMap(({ got }) => (got ? [got.claim] : []))),
    ]),
  );
  const split = located.flatMap(({ claim, found }) =>
    found.flatMap(({ truth: s, got }) =>
      got && got.claim !== majority.get(claim.id)
        ? [`${claim.id}: apart: ${s.file} “${s.exact.slice(0, 80)}”`]
        : [],
    ),
  );
  scores.push({
    metric: 'claims B³ F1',
    right: (2 * p * r) / (p + r),
    of: 1,
    misses: [`precision ${p.toFixed(3)}, recall ${r.toFixed(3)}`, ...split],
  });

  add(
    'near misses kept apart',
    truth.claims.flatMap((claim) =>
      claim.nearMisses.map((miss) => {
        const got = statementAt(miss, claim.kind);
        // What is taken back stands beside what it takes back, and asserts nothing.
        return got && got.claim === majority.get(claim.id) && got.statement.stance !== 'denies'
          ? `${claim.id}: joined: ${miss.file} “${miss.exact.slice(0, 80)}” (${miss.why})`
          : null;
      }),
    ),
  );
  add(
    'denials joined as denials',
    truth.claims.flatMap((claim) =>
      claim.denials.map((denial) => {
        const got = statementAt(denial, claim.kind);
        return got && got.claim === majority.get(claim.id) && got.statement.stance === 'denies'
          ? null
          : `${claim.id}: ${denial.file} “${denial.exact.slice(0, 80)}”: ${got ? (got.claim === majority.get(claim.id) ? got.statement.stance : 'another claim') : 'none'}`;
      }),
    ),
  );
  add(
    'origins min–max',
    truth.claims.map((claim) => {
      const got = majority.get(claim.id);
      if (!got) return `${claim.id}: not found`;
      const { min, max } = got.origins;
      return min === claim.origins.min && max === claim.origins.max
        ? null
        : `${claim.id}: ${min}–${max}, not ${claim.origins.min}–${claim.origins.max}: ${got.origins.reason}`;
    }),
  );
  add(
    'rule of a statement',
    located.flatMap(({ claim, found }) =>
      found.flatMap(({ truth: s, got }) =>
        got
          ? [
              got.statement.rule === s.rule
                ? null
                : `${claim.id}: ${got.statement.rule}, not ${s.rule}: ${s.file} “${s.exact.slice(0, 70)}”`,
            ]
          : [],
      ),
    ),
  );

  const overlaps = (a: Anchor | null, b: { doc: string; start: number; end: number } | null): boolean =>
    a !== null && b !== null && a.doc === b.doc && a.start < b.end && b.start < a.end;
  const within = new Set([...majority.values()].flatMap((claim) => (claim ? [claim.id] : [])));
  add(
    'drift found',
    truth.drift.map((d) => {
      const [from, to] = [spanOf(d.from), d.to === null ? null : spanOf(d.to)];
      const hit = record.claims.some((claim) =>
        claim.drift.some(
          (g) =>
            g.kind === d.kind &&
            overlaps(g.from, from) &&
            (d.to === null ? true : overlaps(g.to, to) || (g.to === null && from !== null && to !== null)),
        ),
      );
      return hit
        ? null
        : `${d.claim}: ${d.kind}: “${d.from.exact.slice(0, 60)}” → “${d.to?.exact.slice(0, 60) ?? 'dropped'}”`;
    }),
  );
  add(
    'drift asserted is true',
    record.claims
      .filter((claim) => within.has(claim.id))
      .flatMap((claim) =>
        claim.drift.map((g) => {
          const hit = truth.drift.some((d) => d.kind === g.kind && overlaps(g.from, spanOf(d.from)));
          return hit
            ? null
            : `${g.kind}: ${g.note} (“${g.from.exact.slice(0, 50)}” → “${g.to?.exact.slice(0, 50) ?? 'dropped'}”)`;
        }),
      ),
  );
  const kindOf = (kind: string): string => (kind === 'denial' ? 'wording' : kind);
  add(
    'conflicts found',
    truth.conflicts.map((c) => {
      const sides = c.sides.map((side) => side.map(spanOf));
      const hit = record.claims.some((claim) =>
        claim.conflicts.some(
          (g) =>
            g.kind === kindOf(c.kind) &&
            sides.every((side) =>
              g.sides.some((s) => s.anchors.some((a) => side.some((x) => overlaps(a, x)))),
            ),
        ),
      );
      return hit ? null : `${c.claim}: ${c.kind}`;
    }),
  );
  add(
    'conflicts asserted are true',
    record.claims.flatMap((claim) =>
      claim.conflicts.map((g) => {
        const hit = truth.conflicts.some(
          (c) =>
            kindOf(c.kind) === g.kind &&
            c.sides.some((side) =>
              side.some((q) => g.sides.some((s) => s.anchors.some((a) => overlaps(a, spanOf(q))))),
            ),
        );
        return hit ? null : `${g.kind}: ${g.note} in “${claim.title.slice(0, 90)}”`;
      }),
    ),
  );

  const sources = new Map(record.sources.map((s) => [s.id, s]));
  const bare = (name: string): string =>
    name
      .toLowerCase()
      .replace(/\(.*?\)/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  add(
    'quotations with their speaker',
    truth.quotations.map((q) => {
      const span = spanOf(q);
      const found = record.attributions.filter((a) => a.content.some((c) => overlaps(c, span)));
      const named = found.some((a) => {
        const source = a.sourceId === null ? null : sources.get(a.sourceId);
        const [want, got] = [bare(q.speaker), source ? [source.name, ...source.aliases].map(bare) : []];
        return got.some(
          (name) => name !== '' && (name === want || want.includes(name) || name.includes(want)),
        );
      });
      return named
        ? null
        : `${q.file} “${q.exact.slice(0, 60)}”: ${found.map((a) => (a.sourceId ? sources.get(a.sourceId)?.name : 'unresolved')).join(' | ') || 'not found'}, not ${q.speaker}`;
    }),
  );
  return scores;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(key(item));
    if (known) known.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

function mostCommon(claims: readonly Claim[]): Claim | null {
  const counts = new Map<Claim, number>();
  for (const claim of claims) counts.set(claim, (counts.get(claim) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const EXAMPLES = 'examples';

/** The cases under examples/ that have a truth, in alphabetical order. */
const casesOf = (): string[] =>
  readdirSync(EXAMPLES)
    .filter((name) => existsSync(join(EXAMPLES, name, 'truth.json')))
    .sort();

/** Both tiers that people choose between, side by side. */
export async function evaluateExample(): Promise<Result[]> {
  const results: Result[] = [];
  for (const name of casesOf()) {
    for (const tier of ['fast', 'accurate'] as const) {
      const { record, truth } = await readExample(join(EXAMPLES, name), tier);
      for (const { metric, right, of } of scoreExample(record, truth))
        results.push({
          set: `example: ${name} (${tier})`,
          metric,
          ours: of === 0 ? null : right / of,
          published: '–',
          note: of === 1 ? undefined : `${right} of ${of}`,
        });
    }
  }
  return results;
}

// npx tsx eval/example.ts [CASE] [TIER]: every miss, a line each.
if (process.argv[1]?.endsWith('eval/example.ts')) {
  const tier = Tier.parse(process.argv[3] ?? DEFAULT_SETTINGS.tier);
  for (const name of process.argv[2] ? [process.argv[2]] : casesOf()) {
    const { record, truth } = await readExample(join(EXAMPLES, name), tier);
    console.log(`== ${name}`);
    for (const { metric, right, of, misses } of scoreExample(record, truth)) {
      console.log(`${metric}: ${of === 1 ? right.toFixed(3) : `${right} of ${of}`}`);
      for (const miss of misses) console.log(`    ${miss}`);
    }
  }
}
