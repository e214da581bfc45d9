/** Wire agencies credited (polnear), and speakers of given quotations (basil). */
import type { Result } from '../result.js';
import type { ReadDoc } from './judged.js';
import { percent } from './print.js';

const LINES: ReadonlySet<string> = new Set(['dateline', 'byline', 'credit-line', 'copyright', 'contributed']);

/** Precision and recall of the agency that the document's lines credit, against `doc_origin`. */
export function scoreWire(set: string, docs: readonly ReadDoc[]): Result[] {
  let hit = 0;
  let ours = 0;
  let gold = 0;
  for (const { analysis, gold: told } of docs) {
    const named = new Set(
      analysis.credits.filter(({ kind }) => LINES.has(kind)).flatMap(({ outlet }) => wireOf(outlet) ?? []),
    );
    const wire = told.find((g) => g.kind === 'doc_origin')?.wire;
    const right = wire === undefined || wire === null || wire === 'NA' ? null : wire.toLowerCase();
    if (right !== null) gold++;
    if (named.size > 0) ours++;
    if (right !== null && named.has(right)) hit++;
  }
  const share = (of: number): number | null => (of === 0 ? null : percent(hit / of));
  return [
    {
      set,
      metric: 'wire: precision of the credited agency',
      ours: share(ours),
      published: '–',
      note: `${ours} documents credit one`,
    },
    {
      set,
      metric: 'wire: recall of the credited agency',
      ours: share(gold),
      published: '–',
      note: `${gold} documents have one`,
    },
  ];
}

function wireOf(outlet: string): string | null {
  if (/associated press|\bAP\b|\bA\.P\./i.test(outlet)) return 'ap';
  if (/reuters/i.test(outlet)) return 'reuters';
  if (/\bUPI\b|united press/i.test(outlet)) return 'upi';
  if (/\bAFP\b|france.presse/i.test(outlet)) return 'afp';
  return null;
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
