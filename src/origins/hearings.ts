/** What an account shows of how it has the words of a statement: heard, credited to a report, or read where they are public. */
import { TRANSCRIPT } from '../language/en/cited-documents.js';
import { TELLING, WRITING } from '../language/en/cues.js';
import type { LocalAttribution } from '../model/analysis.js';
import type { DraftStatement } from '../model/story.js';
import { indexAt } from '../text/spans.js';

import type { CreditIn, StoryView } from './story.js';

/** Whether the words of a quotation were made public by its speaker: written, or in a release, a letter or a post of its own. */
export function madePublic(
  statement: DraftStatement,
  attribution: LocalAttribution,
  view: StoryView,
): boolean {
  const {
    analysis,
    document: { text },
  } = view.account(statement.doc);
  const medium = attribution.medium === null ? null : analysis.sources[attribution.medium]!.document;
  return (
    attribution.cue.some(({ start, end }) => WRITING.test(text.slice(start, end))) ||
    medium?.madePublic === true ||
    medium?.publicRecord === true ||
    view.voiceOf(statement.doc).source
  );
}

/** "told the committee", or written down by others: whoever was there may have heard it too. */
export function spokenToOthers(
  statement: DraftStatement,
  { cue }: LocalAttribution,
  view: StoryView,
): boolean {
  const { text } = view.account(statement.doc).document;
  return (
    cue.some(({ start, end }) => TELLING.test(text.slice(start, end))) || TRANSCRIPT.test(text.slice(0, HEAD))
  );
}

/** Characters at the head of a document that tell what it is. */
const HEAD = 600;

/** Credits inside the sentence of a statement, with their places among the document's credits. */
function creditsIn(statement: DraftStatement, view: StoryView): readonly CreditIn[] {
  const { doc } = statement;
  const { kind, sentence } = view.account(doc).analysis.assertions[statement.assertion]!;
  const own = view.creditsIn(doc, sentence);
  // A quotation that goes on behind its "X told the Courier" was told to the Courier too.
  const spoken = kind === 'quotation' ? cueSentence(statement, view) : null;
  if (spoken === null || spoken === sentence) return own;
  const there = view.creditsIn(doc, spoken);
  return spoken < sentence ? [...there, ...own] : [...own, ...there];
}

/** The sentence in which the words of a quotation are ascribed, or null; a later paragraph of it has it from the one before. */
function cueSentence({ doc, attribution: index }: DraftStatement, view: StoryView): number | null {
  if (index === null) return null;
  const { attributions, sentences } = view.account(doc).analysis;
  const own = attributions[index]!;
  const before = attributions[index - 1];
  const from = own.cue[0] ?? (before && before.speaker === own.speaker ? before.cue[0] : undefined);
  if (from === undefined) return null;
  const at = indexAt(sentences, from.start);
  return at < 0 ? null : at;
}

const NONE: readonly string[] = [];

export function creditedInSentence(statement: DraftStatement, view: StoryView): readonly string[] {
  const credits = creditsIn(statement, view);
  if (credits.length === 0) return NONE;
  const found = credits
    .filter(({ kind }) => kind === 'reported' || kind === 'told' || kind === 'seen')
    .map(({ id }) => id);
  return [...new Set(found)];
}

export function tellingIn(statement: DraftStatement, view: StoryView): readonly string[] {
  const credits = creditsIn(statement, view);
  if (credits.length === 0) return NONE;
  const found = credits.filter(({ kind }) => kind === 'told' || kind === 'seen');
  return [...new Set(found.map(({ id }) => id))];
}

/** The account shows a hearing of its own: "told the Courier", "seen by the Courier" in the Courier. */
export function showsHearing(statement: DraftStatement, view: StoryView): boolean {
  const own = view.reportOf(statement.doc);
  return own !== null && tellingIn(statement, view).includes(own);
}
