/** Words in quotation marks, the same ones once, by who says them. */
import type { Attribution, Source } from '../model/record.js';
import { append } from '../text/multimap.js';
import { clip } from './plain.js';
import type { View } from './view.js';

export interface Quotation {
  readonly words: string;
  readonly attributions: readonly Attribution[];
}
export interface Speaker {
  readonly source: Source;
  readonly quotations: readonly Quotation[];
}

/** Words in quotation marks by resolved speaker; the same words in several accounts are one quotation. */
export function quotationsBySpeaker(view: View): readonly Speaker[] {
  const speakers = new Map<string, Attribution[]>();
  for (const attribution of view.record.attributions) {
    const { form, sourceId, content } = attribution;
    if (form === 'indirect' || sourceId === null || content.length === 0) continue;
    append(speakers, sourceId, attribution);
  }
  const groups = new Map<string, Said[]>();
  for (const [id, said] of speakers) {
    const source = view.source(id);
    if (source) append(groups, source.named ? id : source.name, { source, said });
  }
  return [...groups.values()]
    .flatMap(withoutCopies)
    .map(({ source, said }) => ({ source, quotations: quotationsIn(said) }))
    .sort((a, b) => b.quotations.length - a.quotations.length);
}

interface Said {
  readonly source: Source;
  readonly said: readonly Attribution[];
}

/** "One official" of two accounts is one where the one says nothing that the other does not: a text that both print. */
function withoutCopies(alike: readonly Said[]): readonly Said[] {
  const found: Said[] = [];
  for (const next of alike) {
    const at = found.findIndex(({ said }) => saysAll(said, next.said) || saysAll(next.said, said));
    if (at < 0) found.push(next);
    else found[at] = { source: found[at]!.source, said: [...found[at]!.said, ...next.said] };
  }
  return found;
}

/** Whether all that the other says stands in what the one says. */
function saysAll(one: readonly Attribution[], other: readonly Attribution[]): boolean {
  const words = new Set(one.map(wordsKey));
  return other.every((attribution) => words.has(wordsKey(attribution)));
}

const wordsKey = (attribution: Attribution): string =>
  contentWords(attribution)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');

/** The same words in several accounts are one quotation. */
export function quotationsIn(attributions: readonly Attribution[]): readonly Quotation[] {
  const same = new Map<string, Attribution[]>();
  for (const attribution of attributions) {
    if (attribution.content.length === 0) continue;
    append(same, wordsKey(attribution), attribution);
  }
  return [...same.values()].map((found) => ({ words: shownWords(found[0]!), attributions: found }));
}

/** A direct quotation in its marks; a mixed one as it stands, since not all its words were quoted. */
function shownWords(attribution: Attribution): string {
  const parts = attribution.content.map((a) => a.exact.trim());
  if (attribution.form !== 'direct') return clip(parts.join(' … '), 600);
  const bare = parts.map((part) => part.replace(/^["“”«„‘]+|["“”»’]+$/gu, '').replace(/,$/u, ''));
  return `“${clip(bare.join(' … '), 600)}”`;
}

const contentWords = (attribution: Attribution): string =>
  clip(attribution.content.map((a) => a.exact).join(' … '), 600);
