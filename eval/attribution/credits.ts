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

/** Share of the given quotations that lie in a content, and that have the right speaker where they have a named one. */
export function scoreQuotations(set: string, docs: readonly ReadDoc[]): Result[] {
  let quotes = 0;
  let found = 0;
  let named = 0;
  let right = 0;
  for (const { analysis, gold } of docs) {
    for (const { kind, start, end, speaker } of gold) {
      if (kind !== 'quote_partial' || start === undefined || end === undefined) continue;
      quotes++;
      const holding = analysis.attributions.filter((a) =>
        a.content.some((s) => s.start <= start + 2 && s.end >= end - 2),
      );
      if (holding.length > 0) found++;
      if (speaker === undefined || /^(?:other|unknown|none)/i.test(speaker) || speaker === '') continue;
      named++;
      const surname = speaker.split('_').at(-1)!.toLowerCase();
      const ok = holding.some(
        (a) => a.speaker !== null && analysis.sources[a.speaker]!.name.toLowerCase().includes(surname),
      );
      if (ok) right++;
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
      metric: 'quotations: speaker recall',
      ours: percent(right / Math.max(1, named)),
      published: '–',
      note: `${named} with a named speaker`,
    },
  ];
}
