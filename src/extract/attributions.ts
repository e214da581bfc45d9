import type { Credit, LocalAttribution, LocalName, LocalSource } from '../model/analysis.js';
import type { ParsedText } from '../text/parsed.js';
import { buildFrames } from './frames.js';
import { findQuotations } from './quotes.js';
import { findUtterances, spanOf, type Utterance } from './utterances.js';

/**
 * Who says what in one document: sources, attributions and credits. Spans are UTF-16 offsets into `parsed.text`.
 * `names` may be empty; runs of proper nouns stand in for them then.
 */
export function findAttributions(
  parsed: ParsedText,
  names: readonly LocalName[],
): { sources: LocalSource[]; attributions: LocalAttribution[]; credits: Credit[] } {
  const quotations = findQuotations(parsed);
  const frames = buildFrames(parsed, quotations);
  const utterances: Utterance[] = frames.flatMap((f, i) => findUtterances(f, i, quotations));
  const attributions: LocalAttribution[] = utterances.map((u) => {
    const frame = frames[u.frame]!;
    return {
      form: 'indirect' as const,
      source: u.source === null ? [] : [spanOf(frame, u.source)],
      cue: u.cue === null ? [] : [spanOf(frame, u.cue)],
      content: u.content.map((r) => spanOf(frame, r)),
      attitude: u.attitude,
      speaker: null,
      candidates: [],
      also: [],
      parent: null,
      medium: null,
      sentences: [],
    };
  });
  void names;
  return { sources: [], attributions, credits: [] };
}
