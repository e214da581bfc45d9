import type { Analysis, Credit, LocalAttribution, LocalSource } from '../model/analysis.js';
import type { Document } from '../model/document.js';
import type { DocumentAttribution, Speaker } from '../model/document-attribution.js';
import type { Span } from '../model/span.js';
import { anchor } from '../text/anchors.js';
import { attributionId } from '../text/ids.js';
import { compareStrings } from '../text/order.js';

/** Longer chains are no prose, and would make what is written grow with the square of the text. */
const MOST_LINKS = 8;

/**
 * The attributions of one document with their speakers in place, equal ones once: in the order of what is said, one that
 * holds another before it.
 */
export function documentAttributions(
  document: Pick<Document, 'id' | 'text'>,
  analysis: Analysis,
): DocumentAttribution[] {
  const speakers = analysis.sources.map((source) => speakerOf(document, source));
  const ids = analysis.attributions.map((found) => attributionId(document.id, found));
  const told = toldCredits(analysis);
  const anchors = (spans: readonly Span[]) => spans.map((span) => anchor(document, span));
  const first = new Map<string, DocumentAttribution>();
  analysis.attributions.forEach((found, index) => {
    const id = ids[index]!;
    if (first.has(id)) return;
    const { form, attitude, speaker, parent, medium } = found;
    first.set(id, {
      id,
      doc: document.id,
      form,
      attitude,
      speaker: speaker === null ? null : speakers[speaker]!,
      also: found.also.map((i) => speakers[i]!),
      candidates: speaker === null ? found.candidates.map((i) => speakers[i]!) : [],
      source: anchors(found.source),
      cue: anchors(found.cue),
      content: anchors(found.content),
      medium: medium === null ? null : speakers[medium]!,
      told: toldOutlet(found, told),
      parent: parent === null ? null : ids[parent]!,
      through: ancestors(analysis, parent).map((above) => nameIn(document, speakers, above)),
    });
  });
  return [...first.values()]
    .map((found) => ({ found, ...extent(found) }))
    .sort((a, b) => a.start - b.start || b.end - a.end || compareStrings(a.found.id, b.found.id))
    .map(({ found }) => found);
}

/** From the first to the last of the words said, or without any of the words that say so. */
function extent({ content, cue, source }: DocumentAttribution): Span {
  const anchors = content.length > 0 ? content : cue.length > 0 ? cue : source;
  return { start: anchors[0]?.start ?? 0, end: anchors.at(-1)?.end ?? 0 };
}

function speakerOf(document: Pick<Document, 'id' | 'text'>, source: LocalSource): Speaker {
  const { kind, name, aliases, role, organisation, named, count, mentions } = source;
  const whole = mentions.find(({ start, end }) => document.text.slice(start, end).includes(name));
  const at = whole ?? mentions[0];
  return {
    kind,
    name,
    aliases,
    role,
    organisation,
    named,
    count,
    seenBy: source.document?.seenBy ?? [],
    namedAt: at === undefined ? null : anchor(document, at),
  };
}

/** The attributions above, nearest first, and no more than MOST_LINKS of them. */
function ancestors(analysis: Analysis, parent: number | null): readonly LocalAttribution[] {
  const above: LocalAttribution[] = [];
  for (let at = parent; at !== null && above.length < MOST_LINKS; at = above.at(-1)!.parent) {
    above.push(analysis.attributions[at]!);
  }
  return above;
}

function nameIn(
  document: Pick<Document, 'text'>,
  speakers: readonly Speaker[],
  of: LocalAttribution,
): string {
  if (of.speaker !== null) return speakers[of.speaker]!.name;
  const words = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => document.text.slice(start, end)).join(' … ');
  return words(of.source.length > 0 ? of.source : of.cue);
}

/** Credits "told the Courier", in order of position. */
const toldCredits = ({ credits }: Analysis): readonly Credit[] =>
  credits.filter(({ kind }) => kind === 'told').sort((a, b) => a.span.start - b.span.start);

/** The outlet of the credit that the cue is part of. */
function toldOutlet({ cue, speaker }: LocalAttribution, told: readonly Credit[]): string | null {
  const own = cue[0];
  if (own === undefined || speaker === null) return null;
  let low = 0;
  let high = told.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (told[middle]!.span.start < own.end) low = middle + 1;
    else high = middle;
  }
  const credit = told[low - 1];
  return credit && credit.source === speaker && credit.span.end > own.start ? credit.outlet : null;
}
