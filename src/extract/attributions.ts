import type { Attitude, Credit, LocalAttribution, LocalName, LocalSource } from '../model/analysis.js';
import type { Span } from '../model/span.js';
import type { AttributionForm } from '../model/vocabulary.js';
import { compareSpans } from '../text/order.js';
import type { ParsedText } from '../text/parsed.js';
import { withApposedName } from './apposed-sources.js';
import { findCitedTexts } from './cited-texts.js';
import { continueQuotations } from './continuations.js';
import { findCredits } from './credits.js';
import type { FrameTagger } from './frame-tagger.js';
import { buildFrames, type Frame } from './frames.js';
import { NameIndex, namesFromRuns } from './names/name-index.js';
import type { Range } from './noun-phrases.js';
import { findQuotations, type Quotation } from './quotes.js';
import { spanOfWords } from './source-list.js';
import type { Resolved } from './speaker-context.js';
import { resolveSpeakers } from './speakers.js';
import { taggedUtterances, withFarContent } from './tagged-utterances.js';
import { toldKinds } from './told-kinds.js';
import type { Utterance } from './utterance.js';
import { findUtterances } from './utterances.js';

/**
 * Who says what in one document: sources, attributions and credits. Spans are UTF-16 offsets into `parsed.text`.
 * `names` may be empty; runs of proper nouns stand in for them then. `tagger` corrects the spans that the rules find;
 * null leaves them as they are.
 */
export function findAttributions(
  parsed: ParsedText,
  names: readonly LocalName[],
  tagger: FrameTagger | null = null,
): { sources: LocalSource[]; attributions: LocalAttribution[]; credits: Credit[] } {
  const given = new NameIndex(names.length > 0 ? names : namesFromRuns(parsed));
  const quotations = findQuotations(parsed);
  const frames = buildFrames(parsed, quotations, given);
  const index = given.withKinds(toldKinds(frames, given, parsed.outlet));
  const ruled = frames.map((f, i) => findUtterances(f, i));
  const tagged =
    tagger === null
      ? { utterances: ruled, far: [] }
      : taggedUtterances(frames, ruled, tagger(frames, ruled, startsOf(parsed)));
  const spanned = tagged.utterances.map((own, f) => own.map((u) => withApposedName(u, frames[f]!, index)));
  const utterances = withFarContent(continueQuotations(frames, spanned, quotations), tagged.far).map((u) => ({
    ...u,
    content: u.content.map((range) => behindColon(frames[u.frame]!, range)),
  }));
  const { list, resolved } = resolveSpeakers(frames, utterances, index, parsed.published);
  findCitedTexts(frames, list, index);
  // What a document asks for, or somebody in a document, was read there.
  const isWritten = ({ speaker, medium }: Resolved): boolean =>
    medium !== null || (speaker !== null && list.drafts[speaker]!.kind === 'document');
  const drafts = utterances.map((u, i) => {
    const frame = frames[u.frame]!;
    const content = contentSpans(frames, u);
    return {
      form: formOf(frames, u, quotations),
      source: u.source === null ? [] : [spanOfWords(frame, u.source)],
      cue: u.cue === null ? [] : [spanOfWords(frame, u.cue)],
      content,
      ...resolved[i]!,
      attitude: attitudeIn(u, frame, isWritten(resolved[i]!)),
      sentences: sentencesOf(parsed, content),
    };
  });
  const parents = parentsOf(drafts);
  const attributions: LocalAttribution[] = drafts.map((d, i) => ({ ...d, parent: parents[i]! }));
  const credits = findCredits({ parsed, frames, utterances, resolved, index, list });
  return { sources: list.finish(), attributions, credits };
}

/** What a document asks for it says; "neither would say whether …" and "nobody said that …" attribute nothing. */
function attitudeIn({ attitude, source }: Utterance, { words }: Frame, isWritten: boolean): Attitude {
  if (attitude === 'intends' && isWritten) return 'asserts';
  const opens =
    source === null ? [] : [words[source.from]!, ...words.slice(Math.max(0, source.from - 1), source.from)];
  const nobody = opens.some(({ norm }, k) => NOBODY.has(norm) || (k === 0 && norm === 'no'));
  return attitude !== 'denies' && nobody ? 'declines' : attitude;
}

const NOBODY: ReadonlySet<string> = new Set(['neither', 'nobody', 'none']);

function startsOf({ sentences }: ParsedText): Set<number> {
  return new Set(sentences.map(({ start }) => start));
}

/** Words before the colon of "told them this: “…”" at most. */
const MAX_ANNOUNCEMENT = 8;

/** "told the politicians this: “We will go”", "just what she had said: “…”": the quotation alone is what was said. */
function behindColon({ words, quote }: Frame, range: Range): Range {
  if (quote[range.from]! >= 0) return range;
  let at = range.from;
  while (at < range.to && words[at]!.text !== ':') at++;
  const from = at + 1;
  if (from >= range.to || at - range.from > MAX_ANNOUNCEMENT || quote[from]! < 0) return range;
  for (let i = from; i < range.to; i++)
    if (quote[i] !== quote[from] && words[i]!.pos !== 'PUNCT') return range;
  return { from, to: range.to };
}

function contentSpans(frames: readonly Frame[], u: Utterance): Span[] {
  const own = u.content.map((r) => spanOfWords(frames[u.frame]!, r));
  const further = u.further.map(({ frame, range }) => spanOfWords(frames[frame]!, range));
  // What is told of a quotation may stand below it.
  return [...own, ...further].sort(compareSpans);
}

/** Direct where all content stands in quotation marks, mixed where some of it does (more than one word), else indirect. */
function formOf(frames: readonly Frame[], u: Utterance, quotations: readonly Quotation[]): AttributionForm {
  let quoted = 0;
  let outside = 0;
  const pieces: { frame: Frame; range: Range }[] = [
    ...u.content.map((range) => ({ frame: frames[u.frame]!, range })),
    ...u.further.map(({ frame, range }) => ({ frame: frames[frame]!, range })),
  ];
  for (const { frame, range } of pieces) {
    for (let i = range.from; i < range.to; i++) {
      const q = frame.quote[i]!;
      if (q < 0) outside += frame.words[i]!.pos === 'PUNCT' ? 0 : 1;
      else if (frame.words[i]!.pos !== 'PUNCT' && quotations[q]!.end - quotations[q]!.start > 2) quoted++;
    }
  }
  if (quoted > 0 && outside === 0) return 'direct';
  return quoted > 1 ? 'mixed' : 'indirect';
}

/** Indices of the sentences that the spans touch; spans ascend. */
function sentencesOf(parsed: ParsedText, spans: readonly Span[]): number[] {
  const { sentences } = parsed;
  const found: number[] = [];
  for (const span of spans) {
    let lo = 0;
    let hi = sentences.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (sentences[mid]!.end <= span.start) lo = mid + 1;
      else hi = mid;
    }
    for (; lo < sentences.length && sentences[lo]!.start < span.end; lo++)
      if (found.at(-1) !== lo) found.push(lo);
  }
  return [...new Set(found)].sort((a, b) => a - b);
}

interface Placed {
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly content: readonly Span[];
}

/** For each the innermost other whose content holds its cue and source. Neighbours only: attributions come in order. */
function parentsOf(drafts: readonly Placed[]): (number | null)[] {
  return drafts.map((d, i) => {
    const own = d.cue[0];
    if (own === undefined) return null;
    let best: number | null = null;
    let width = Number.POSITIVE_INFINITY;
    for (let k = Math.max(0, i - 12); k < Math.min(drafts.length, i + 12); k++) {
      if (k === i) continue;
      for (const c of drafts[k]!.content) {
        const holds =
          c.start <= own.start &&
          c.end >= own.end &&
          (d.source[0] === undefined || (c.start <= d.source[0].start && c.end >= d.source[0].end));
        if (holds && c.end - c.start < width) {
          best = k;
          width = c.end - c.start;
        }
      }
    }
    return best;
  });
}
