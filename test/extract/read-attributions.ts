import { findAttributions } from '../../src/extract/attributions.js';
import { findNames } from '../../src/extract/names/names.js';
import { segment } from '../../src/text/blocks.js';
import { parseText } from '../../src/text/parse.js';

/** A plain opening paragraph, so that what follows is never taken for a headline. */
export const OPENING = 'Inspectors visited the harbour on Monday and left without a word to anyone.';

/** The attributions of a text, in words; `speaker` names several with " + ", candidates as "? A / B", nobody as null. */
export function readAttributions(text: string) {
  const parsed = parseText({ text, blocks: segment(text), published: null, outlet: null });
  const { sources, attributions } = findAttributions(parsed, findNames(parsed));
  const exact = (spans: readonly { start: number; end: number }[]) =>
    spans.map((s) => text.slice(s.start, s.end)).join(' || ');
  return attributions.map((a) => ({
    form: a.form,
    attitude: a.attitude,
    source: exact(a.source),
    cue: exact(a.cue),
    content: exact(a.content),
    kind: a.speaker === null ? null : sources[a.speaker]!.kind,
    speaker:
      a.speaker !== null
        ? [a.speaker, ...a.also].map((s) => sources[s]!.name).join(' + ')
        : a.candidates.length > 0
          ? `? ${a.candidates.map((s) => sources[s]!.name).join(' / ')}`
          : null,
    medium: a.medium === null ? null : sources[a.medium]!.name,
    parent: a.parent === null ? null : exact(attributions[a.parent]!.source),
  }));
}
