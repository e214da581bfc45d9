/** Attributions in a reader's words. */
import type { Attitude } from '../../model/analysis.js';
import type { DocumentAttribution, Speaker } from '../../model/document-attribution.js';
import type { Anchor } from '../../model/span.js';
import { plain } from '../plain.js';
import { speakersOf } from './quotes.js';

/** Null for a plain assertion, which is nearly all there is. */
export const ATTITUDES: { readonly [attitude in Attitude]: string | null } = {
  asserts: null,
  intends: 'a plan, request or order',
  denies: 'a denial',
  doubts: 'a doubt',
  declines: 'a refusal',
  asks: 'a question',
  reacts: 'a reaction',
};

export interface Who {
  readonly name: string;
  /** Role and organisation, where the name does not say them; empty where nothing tells. */
  readonly office: string;
}

/** A description that names its readers already. */
const SEEN = /\b(?:seen|reviewed|obtained|viewed|read) by\b/i;

/** "Ines Calder" with "harbour master, Port Authority"; "an e-mail" with "seen by The Courier". */
export function whoIs(speaker: Speaker): Who {
  const name = plain(speaker.name).trim();
  const says = (words: string): boolean => name.toLowerCase().includes(words.toLowerCase());
  const { role, organisation, seenBy } = speaker;
  const office = [role, organisation].flatMap((part) => (part === null || says(part) ? [] : [plain(part)]));
  const seen = SEEN.test(name) ? [] : seenBy.map(plain);
  return { name, office: [...office, ...(seen.length > 0 ? [`seen by ${seen.join(', ')}`] : [])].join(', ') };
}

/** Who says it, one a person or body; where unresolved, one entry that says so. */
export function saidBy(found: DocumentAttribution): readonly Who[] {
  const speakers = speakersOf(found);
  if (speakers.length > 0) return speakers.map(whoIs);
  const written = textOf(found.source);
  const candidates = found.candidates.map((who) => whoIs(who).name);
  const name = written === '' ? 'unresolved' : `“${written}”, unresolved`;
  return [{ name, office: candidates.length > 0 ? `may be ${candidates.join(' or ')}` : '' }];
}

/** The cue with the outlet that was told, and with the source where its words are not the name ("she told the Courier"). */
export function cueOf(found: DocumentAttribution): string {
  const named = saidBy(found).some(({ name }) => isNamed(textOf(found.source), name));
  // A layout attributes by its marks alone ("…: report").
  const spoken = found.cue.some(({ exact }) => /\p{L}/u.test(exact));
  const shown =
    named && spoken ? found.cue : [...found.source, ...found.cue].sort((a, b) => a.start - b.start);
  const cue = side(shown);
  if (found.told === null) return cue;
  const told = plain(found.told).trim();
  return /\btold$/i.test(cue) ? `${cue} ${told}` : `${cue}, to ${told}`;
}

/** Whether the words hold a word of the name that is long enough to tell it. */
function isNamed(words: string, name: string): boolean {
  if (words === '') return true;
  const own = new Set(words.toLowerCase().match(LONG_WORD) ?? []);
  return (name.toLowerCase().match(LONG_WORD) ?? []).some((word) => own.has(word));
}

const LONG_WORD = /[\p{L}\p{N}]{3,}/gu;

/** Words that stand side by side as they stand, with "…" where something is left out between them. */
const side = (anchors: readonly Anchor[]): string =>
  anchors
    .map(
      (a, i) => `${i === 0 ? '' : a.start - anchors[i - 1]!.end > 1 ? ' … ' : ' '}${plain(a.exact).trim()}`,
    )
    .join('');

/** Exact words as one line, the stretches of a broken quotation with "…" between them. */
export const textOf = (anchors: readonly Anchor[]): string =>
  anchors.map(({ exact }) => plain(exact).trim()).join(' … ');

/** Where a reader looks: the words said; without any, the words that say so. */
export function placeOf({ content, cue, source }: DocumentAttribution): readonly Anchor[] {
  return content.length > 0 ? content : cue.length > 0 ? cue : source;
}
