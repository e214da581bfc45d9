/** Documents of a set as the fast tagger meets them, with gold labels. */
import { buildFrames, type Frame } from '../../src/extract/frames.js';
import { NameIndex, namesFromRuns } from '../../src/extract/names/name-index.js';
import { findNames } from '../../src/extract/names/names.js';
import { findQuotations } from '../../src/extract/quotes.js';
import { ruleLabels } from '../../src/extract/rule-labels.js';
import type { Utterance } from '../../src/extract/utterance.js';
import { findUtterances } from '../../src/extract/utterances.js';
import type { Span } from '../../src/model/span.js';
import { type LabelledSpan, labelsOf, ROLES, type Role } from '../../src/tagging/labels.js';
import { segment } from '../../src/text/blocks.js';
import { parseText } from '../../src/text/parse.js';
import { type Gold, load } from '../attribution/data.js';

export interface FastDoc {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly starts: ReadonlySet<number>;
  readonly frames: readonly Frame[];
  readonly found: readonly (readonly Utterance[])[];
  readonly rules: readonly Uint8Array[];
  /** Spans by role. */
  readonly gold: readonly (readonly Span[])[];
  /** The labels of each frame by each annotator. */
  readonly labels: readonly (readonly Uint8Array[])[];
}

/** Every so manieth document of a set. Throws RangeError where there is no such set. */
export async function loadFast(shared: string, set: string, every: number): Promise<FastDoc[]> {
  const data = await load(shared, set, Number.POSITIVE_INFINITY, 0, { part: 0, of: every });
  if (data === null) throw new RangeError(`no set ${set} in ${shared}`);
  return data.docs.map(({ id, text, date }) => {
    const gold: readonly Gold[] = data.gold.get(id) ?? [];
    const own = gold.filter(({ kind }) => kind === 'attribution' || kind === 'role_span');
    const alternate = gold.filter(({ kind }) => kind === 'attribution_alt');
    const others = [...new Set(alternate.map(({ annotator }) => annotator))];
    const readings = [own, ...others.map((who) => alternate.filter(({ annotator }) => annotator === who))];
    const parsed = parseText({ text, blocks: segment(text), published: date, outlet: null });
    const names = findNames(parsed);
    const index = new NameIndex(names.length > 0 ? names : namesFromRuns(parsed));
    const frames = buildFrames(parsed, findQuotations(parsed), index);
    const found = frames.map((f, i) => findUtterances(f, i));
    return {
      id,
      text,
      sentences: parsed.sentences,
      starts: new Set(parsed.sentences.map(({ start }) => start)),
      frames,
      found,
      rules: ruleLabels(frames, found),
      gold: ROLES.map((role) => spansOf(own, role)),
      labels: readings.map((reading) =>
        goldLabels(
          frames,
          ROLES.map((role) => spansOf(reading, role)),
        ),
      ),
    };
  });
}

/** Spans of a role; in riqua they stand alone. */
function spansOf(gold: readonly Gold[], role: Role): Span[] {
  return gold.flatMap((g) => {
    if (g.kind !== 'role_span') return [...(g[role] ?? [])];
    return g.role === role ? [{ start: g.start!, end: g.end! }] : [];
  });
}

/** A span holds every word that it touches; where spans overlap, cues and sources stand out of contents. */
function goldLabels(frames: readonly Frame[], spans: readonly (readonly Span[])[]): Uint8Array[] {
  return frames.map(({ words }) => {
    const start = words[0]!.start;
    const end = words[words.length - 1]!.end;
    const own: LabelledSpan[] = [];
    for (const role of ['content', 'source', 'cue'] as const) {
      for (const span of spans[ROLES.indexOf(role)]!) {
        if (span.end <= start || span.start >= end) continue;
        const from = words.findIndex((w) => w.end > span.start);
        const after = words.findIndex((w) => w.start >= span.end);
        const to = after < 0 ? words.length : after;
        if (to > from) own.push({ role, from, to });
      }
    }
    return labelsOf(own, words.length);
  });
}
