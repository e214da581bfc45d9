/** Wire agencies credited (polnear), and speakers of given quotations (basil). */
import type { Result } from '../result.js';
import type { ReadDoc } from './judged.js';
import { percent } from './print.js';

const LINES: ReadonlySet<string> = new Set(['dateline', 'byline', 'credit-line', 'copyright', 'contributed']);

const FOLDS = 5;

/**
 * Precision of the agency that the document's lines credit, and recall of those that the text names, against
 * `doc_origin`. Nothing is fitted on these documents; the folds (every fifth document) show the spread.
 */
export function scoreWire(set: string, docs: readonly ReadDoc[]): Result[] {
  const folds = Array.from({ length: FOLDS }, () => ({ hit: 0, ours: 0, gold: 0 }));
  docs.forEach(({ doc, analysis, gold: told }, at) => {
    const fold = folds[at % FOLDS]!;
    const named = new Set(
      analysis.credits.filter(({ kind }) => LINES.has(kind)).flatMap(({ outlet }) => wireOf(outlet) ?? []),
    );
    const wire = told.find((g) => g.kind === 'doc_origin')?.wire?.toLowerCase();
    const right = wire !== undefined && AGENCIES.get(wire)?.test(doc.text) === true ? wire : null;
    if (right !== null) fold.gold++;
    if (named.size > 0) fold.ours++;
    if (right !== null && named.has(right)) fold.hit++;
  });
  const result = (metric: string, of: 'ours' | 'gold', what: string): Result => {
    const whole = folds.reduce((total, fold) => total + fold[of], 0);
    const hit = folds.reduce((total, fold) => total + fold.hit, 0);
    const each = folds.filter((fold) => fold[of] > 0).map((fold) => percent(fold.hit / fold[of]));
    return {
      set,
      metric,
      ours: whole === 0 ? null : percent(hit / whole),
      published: '–',
      note: `${whole} documents ${what}; five folds: ${each.join(', ')}`,
    };
  };
  return [
    result('wire: precision of the credited agency', 'ours', 'credit one'),
    result('wire: recall of the credited agency', 'gold', 'have one that their text names'),
  ];
}

/** The labels of `wire`, and how texts name these agencies. */
const AGENCIES: ReadonlyMap<string, RegExp> = new Map([
  ['ap', /associated press|\bAP\b|\bA\.P\./i],
  ['reuters', /reuters/i],
  ['upi', /\bUPI\b|united press/i],
  ['afp', /\bAFP\b|france.presse/i],
]);

function wireOf(outlet: string): string | null {
  return [...AGENCIES].find(([, name]) => name.test(outlet))?.[0] ?? null;
}

/**
 * Labels of basil that name no person: sides ("other_anti"), and groups, under which the annotators put also what one
 * named member says.
 */
const NO_PERSON =
  /^other|^(?:unknown|none)?$|(?:^|_)(?:lawmakers|officials|campaign|administration|democrats|republicans|catholics|plaintiffs)$/i;

/**
 * Share of the given quotations that lie in a content; and of those that a person speaks, the share with
 * that speaker (first and last name, of the name or an alias; the last alone where the text has no first), and the share
 * that is right of those given to a named person.
 */
export function scoreQuotations(set: string, docs: readonly ReadDoc[]): Result[] {
  let quotes = 0;
  let found = 0;
  let named = 0;
  let given = 0;
  let right = 0;
  for (const { doc, analysis, gold } of docs) {
    for (const { kind, start, end, speaker } of gold) {
      if (kind !== 'quote_partial' || start === undefined || end === undefined) continue;
      quotes++;
      const holding = analysis.attributions.filter((a) =>
        a.content.some((s) => s.start <= start + 2 && s.end >= end - 2),
      );
      if (holding.length > 0) found++;
      if (speaker === undefined || speaker === null || NO_PERSON.test(speaker)) continue;
      named++;
      const who = holding.flatMap((a) => (a.speaker === null ? [] : [analysis.sources[a.speaker]!]));
      if (who.some((source) => source.kind === 'person')) given++;
      const parts = speaker.toLowerCase().split('_');
      const whole = doc.text.toLowerCase().includes(parts.join(' '));
      const needed = whole ? [parts[0]!, parts.at(-1)!] : [parts.at(-1)!];
      const isThey = (name: string): boolean => {
        const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
        return needed.every((part) => words.includes(part));
      };
      if (who.some(({ name, aliases }) => [name, ...aliases].some(isThey))) right++;
    }
  }
  return [
    {
      set,
      metric: 'quotations: content found',
      ours: percent(found / Math.max(1, quotes)),
      published: '–',
      note: `${quotes} quotations`,
    },
    {
      set,
      metric: 'quotations: right speaker, named persons (recall)',
      ours: percent(right / Math.max(1, named)),
      published: '–',
      note: `${named} of a named person`,
    },
    {
      set,
      metric: 'quotations: right speaker, named persons (precision)',
      ours: percent(right / Math.max(1, given)),
      published: '–',
      note: `${given} of them given to a person by name`,
    },
  ];
}
