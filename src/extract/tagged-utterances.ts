import { DIRECTIVES } from '../language/en/degrees.js';
import { LAW_HEADS } from '../language/en/organisations.js';
import { type LabelledSpan, spansOf } from '../tagging/labels.js';
import { attitudeOf, type CueGroup, findCueGroups, isSayVerb } from './cues.js';
import type { Frame } from './frames.js';
import { isFiniteVerb, type Range } from './noun-phrases.js';
import { type Utterance, utterance } from './utterance.js';

/** Labels of the words of each frame, and what belongs to what: first words of spans, counted over all frames; -1 for none. */
export interface TaggedFrames {
  readonly labels: readonly Uint8Array[];
  /** Null where the tagger does not tell: then what stands nearest belongs together. */
  readonly linkTo: Int32Array | null;
}

/** A piece of content that stands in another frame than its cue. */
export interface FarContent {
  readonly frame: number;
  readonly range: Range;
  /** Frame and first word of the cue that it belongs to. */
  readonly cueFrame: number;
  readonly cueFrom: number;
}

interface Tagged {
  readonly frame: number;
  /** Null where only a colon or a dash stands between source and content. */
  readonly cue: LabelledSpan | null;
  source: LabelledSpan | null;
  readonly content: LabelledSpan[];
}

/**
 * Utterances with the spans that a tagger found. What the rules found about the same cue (its lemma, whom it addresses,
 * what it does) is kept; what they found where the tagger sees nothing is kept only where layout or quotation marks tell it.
 */
export function taggedUtterances(
  frames: readonly Frame[],
  found: readonly (readonly Utterance[])[],
  tags: TaggedFrames,
): { utterances: Utterance[][]; far: FarContent[] } {
  const spans = tags.labels.map(spansOf);
  const { tagged, far } =
    tags.linkTo === null ? nearest(spans, found) : linked(frames, spans, tags.labels, tags.linkTo);
  const utterances = frames.map((frame, f) => {
    // Most frames need none.
    let groupsFound: readonly CueGroup[] | null = null;
    const groups = (): readonly CueGroup[] => (groupsFound ??= findCueGroups(frame));
    const used = new Set<Utterance>();
    const own = tagged[f]!.map((t) => {
      const rule = found[f]!.find((u) => !used.has(u) && isSame(u, t)) ?? null;
      if (rule !== null) used.add(rule);
      return refined(frame, t, rule, groups);
    });
    const outer = own.filter((u) => u !== null);
    const kept = found[f]!.filter(
      (u) => !used.has(u) && (standsAlone(frame, u, spans[f]!) || isPassedOn(u, outer)),
    );
    return [...outer, ...kept].sort((a, b) => placeOf(a) - placeOf(b));
  });
  return { utterances, far };
}

/** The utterances with content of other frames put to its cue, unless a quotation that goes on has taken it already. */
export function withFarContent(utterances: readonly Utterance[], far: readonly FarContent[]): Utterance[] {
  if (far.length === 0) return [...utterances];
  const taken = new Map<number, Range[]>();
  const take = (frame: number, range: Range): void => {
    taken.set(frame, [...(taken.get(frame) ?? []), range]);
  };
  for (const u of utterances) {
    for (const range of u.content) take(u.frame, range);
    for (const { frame, range } of u.further) take(frame, range);
  }
  const byCue = new Map<string, { frame: number; range: Range }[]>();
  for (const { frame, range, cueFrame, cueFrom } of far) {
    if ((taken.get(frame) ?? []).some((t) => overlap(t, range) > 0)) continue;
    const key = `${cueFrame} ${cueFrom}`;
    byCue.set(key, [...(byCue.get(key) ?? []), { frame, range }]);
  }
  return utterances.map((u) => {
    const more = u.cue === null ? undefined : byCue.get(`${u.frame} ${u.cue.from}`);
    return more === undefined ? u : { ...u, further: [...u.further, ...more] };
  });
}

/** Whether the rules found the same: by the cue, or where there is none by the source. */
function isSame(u: Utterance, { cue, source }: Tagged): boolean {
  if (cue !== null) return u.cue !== null && overlap(u.cue, cue) > 0;
  return u.lemma === ':' && u.source !== null && source !== null && overlap(u.source, source) > 0;
}

function refined(
  frame: Frame,
  { frame: index, cue, source, content }: Tagged,
  rule: Utterance | null,
  groups: () => readonly CueGroup[],
): Utterance | null {
  const ranges = merged(frame, content).map((span) => trimmed(frame, span));
  const spans = {
    // Where a subject is shared or left out the tagger often marks none, and the rules know whose it is.
    source: source === null ? (rule?.source ?? null) : wholeName(frame, trimmed(frame, source)),
    cue: cue === null ? (rule?.cue ?? null) : trimmed(frame, cue),
    content: ranges,
  };
  if (rule !== null) {
    // "…, as an official said his superiors had put it": what is said stands before, whatever looks like it behind.
    if (rule.trailing && rule.source !== null && frame.words[rule.source.from - 1]?.norm === 'as')
      return { ...rule, cue: spans.cue };
    // A refusal has its cue alone; without content there is nothing else that it could say.
    if (ranges.length === 0 && rule.attitude !== 'declines')
      return { ...rule, ...spans, content: rule.content };
    return { ...rule, ...spans, trailing: isTrailing(ranges, cue) };
  }
  const group = cue === null ? null : (groups().find((g) => overlap(g, cue) > 0) ?? null);
  if (spans.source !== null && isLaw(frame, spans.source, group)) return null;
  // "The police were ordered to delete them": who is told has not told it.
  if (group?.voice === 'passive' && DIRECTIVES.has(group.lemma) && source !== null && source.to <= group.from)
    return null;
  const words = ranges.flatMap(({ from, to }) => frame.words.slice(from, to));
  const attitude = group === null ? attitudeWithout(frame, ranges) : attitudeOf(group, words);
  if (ranges.length === 0 && (attitude !== 'declines' || spans.source === null)) return null;
  return utterance({
    frame: index,
    ...spans,
    lemma: group?.lemma ?? (cue === null ? ':' : lemmaOf(frame, cue)),
    attitude,
    passive: group?.voice === 'passive',
    trailing: isTrailing(ranges, cue),
  });
}

/** "The Harbour Act allows fines": a law rules, it does not speak, unless the text has it say something. */
function isLaw({ words }: Frame, { to }: Range, group: CueGroup | null): boolean {
  const last = words[to - 1]!;
  return (
    LAW_HEADS.has(last.norm) && /^\p{Lu}/u.test(last.text) && !(group !== null && isSayVerb(group.lemma))
  );
}

/** The tagger cuts at sentence ends: what stands in one quotation, or follows at once, is one piece. */
function merged(frame: Frame, content: readonly LabelledSpan[]): Range[] {
  const pieces: { from: number; to: number }[] = [];
  for (const { from, to } of [...content].sort((a, b) => a.from - b.from)) {
    const last = pieces.at(-1);
    if (last !== undefined && (from <= last.to || goesOn(frame, last, { from, to }))) last.to = to;
    else pieces.push({ from, to });
  }
  return pieces;
}

/** Without the commas and stops at both ends that stand outside quotation marks; never empty. */
function trimmed({ words, quote }: Frame, { from, to }: Range): Range {
  const loose = (i: number): boolean => quote[i]! < 0 && /^(?:[,.;:—–-]|--+)$/.test(words[i]!.text);
  let first = from;
  let end = to;
  while (end - first > 1 && loose(end - 1)) end--;
  while (end - first > 1 && loose(first)) first++;
  return { from: first, to: end };
}

/** A span that ends inside a name is carried to the name's end: "the Net Gauge" Order. */
function wholeName({ words }: Frame, { from, to }: Range): Range {
  const isCapital = (i: number): boolean =>
    words[i]?.pos === 'PROPN' &&
    /^\p{Lu}/u.test(words[i]!.text) &&
    words[i]!.text !== words[i]!.text.toUpperCase();
  let end = to;
  while (isCapital(end - 1) && isCapital(end) && words[end]!.start === words[end - 1]!.end + 1) end++;
  return { from, to: end };
}

/** What a cue that is in no table does: it asserts a clause or a quotation, intends an infinitive, reacts to a thing. */
function attitudeWithout({ words, speech }: Frame, content: readonly Range[]): Utterance['attitude'] {
  const head = content[0] === undefined ? undefined : words[content[0].from];
  if (head?.norm === 'to') return 'intends';
  const clause = content.some(({ from, to }) => {
    for (let i = from; i < to; i++) if (speech[i] === 1 || isFiniteVerb(words, i)) return true;
    return false;
  });
  return clause ? 'asserts' : 'reacts';
}

function lemmaOf({ words }: Frame, { from, to }: Range): string {
  for (let i = to - 1; i >= from; i--) if (words[i]!.pos === 'VERB') return words[i]!.lemma;
  return words[to - 1]!.lemma;
}

function isTrailing(content: readonly Range[], cue: Range | null): boolean {
  return cue !== null && content.length > 0 && content[0]!.to <= cue.from;
}

/** Whether an utterance of the rules holds though the tagger has not seen it: no span of the tagger's touches it, and … */
function standsAlone({ speech }: Frame, u: Utterance, spans: readonly LabelledSpan[]): boolean {
  const frame = [...(u.source === null ? [] : [u.source]), ...(u.cue === null ? [] : [u.cue])];
  const touched = (r: Range): boolean => spans.some((s) => s.role !== 'source' && overlap(r, s) > 0);
  if (frame.some(touched)) return false;
  // "Per the Courier, this will be known as …": whatever the words that follow hold, they have a source.
  if (NAMES_SOURCE.has(u.lemma)) return true;
  if (u.content.some(touched)) return false;
  if (u.attitude === 'declines') return true;
  // … it is told by layout ("Smith: …") or has words in quotation marks that read as speech.
  if (u.cue === null || u.lemma === ':') return true;
  return u.content.some(({ from, to }) => {
    for (let i = from; i < to; i++) if (speech[i] === 1) return true;
    return false;
  });
}

/** Prepositions whose one use is to name a source. */
const NAMES_SOURCE: ReadonlySet<string> = new Set(['according_to', 'as_per', 'per']);

/** Cues with which an account passes on what another has: what is said inside their content is said through that one. */
const PASSES_ON = /^(?:report|according_to|per|disclose|reveal)$/;

/** "The Ledger reported that officials said …": the tagger sees the outermost alone; the chain is kept. */
function isPassedOn(u: Utterance, outer: readonly Utterance[]): boolean {
  const { cue, source } = u;
  if (cue === null || source === null || !(isSayVerb(u.lemma) || u.lemma === 'tell')) return false;
  return outer.some(
    ({ lemma, content }) =>
      PASSES_ON.test(lemma) &&
      content.some((c) => [cue, source].every((r) => c.from <= r.from && r.to <= c.to)),
  );
}

/** Spans joined as the tagger links them. */
function linked(
  frames: readonly Frame[],
  spans: readonly (readonly LabelledSpan[])[],
  labels: readonly Uint8Array[],
  linkTo: Int32Array,
): { tagged: Tagged[][]; far: FarContent[] } {
  const offsets: number[] = [];
  let total = 0;
  for (const own of labels) {
    offsets.push(total);
    total += own.length;
  }
  const at = new Map<number, { frame: number; span: LabelledSpan }>();
  spans.forEach((own, frame) => {
    for (const span of own) at.set(offsets[frame]! + span.from, { frame, span });
  });
  const byCue = new Map<number, Tagged>();
  const tagged = spans.map((own, frame) =>
    own
      .filter((s) => s.role === 'cue')
      .map((cue) => {
        const start = offsets[frame]! + cue.from;
        const source = at.get(linkTo[start]!);
        const t: Tagged = {
          frame,
          cue,
          source: source?.span.role === 'source' && source.frame === frame ? source.span : null,
          content: [],
        };
        byCue.set(start, t);
        return t;
      }),
  );
  spans.forEach((own, frame) => {
    const label = labelled(own);
    if (label !== null) tagged[frame]!.push({ frame, cue: null, source: label, content: [] });
  });
  // What no link joins belongs to what lacks it and stands nearest.
  spans.forEach((own, frame) => {
    for (const span of own) {
      if (span.role !== 'source' || tagged[frame]!.some((t) => t.source === span)) continue;
      const t = nearestOf(
        tagged[frame]!.filter((t) => t.source === null),
        span,
      );
      if (t !== undefined) t.source = span;
    }
  });
  const far: FarContent[] = [];
  spans.forEach((own, frame) => {
    let before: { span: LabelledSpan; to: Tagged | undefined } | null = null;
    for (const span of own) {
      if (span.role !== 'content') continue;
      let t = byCue.get(linkTo[offsets[frame]! + span.from]!);
      // The sentences of one quotation are said by one.
      if (before !== null && goesOn(frames[frame]!, before.span, span)) t = before.to;
      t ??= nearestOf(tagged[frame]!, span);
      before = { span, to: t };
      if (t === undefined) continue;
      if (t.frame === frame) t.content.push(span);
      else if (reaches(frames, t.frame, frame, span))
        far.push({
          frame,
          range: { from: span.from, to: span.to },
          cueFrame: t.frame,
          cueFrom: t.cue!.from,
        });
    }
  });
  return { tagged, far };
}

/** Whether a cue may have content in another frame: speech anywhere near, or whole sentences behind it in its paragraph. */
function reaches(frames: readonly Frame[], cue: number, content: number, { from, to }: Range): boolean {
  const { speech, block, words } = frames[content]!;
  if (speech[from] === 1) return true;
  return content > cue && block === frames[cue]!.block && from === 0 && to >= words.length - 1;
}

/** Whether a span begins where the one before ends, in the same quotation. */
function goesOn({ quote, words }: Frame, before: Range, { from }: Range): boolean {
  for (let i = before.to; i < from; i++) if (words[i]!.pos !== 'PUNCT') return false;
  return quote[from]! >= 0 && quote[from] === quote[before.to - 1];
}

function nearestOf(tagged: readonly Tagged[], span: Range): Tagged | undefined {
  let best: Tagged | undefined;
  const far = (t: Tagged): number => gap((t.cue ?? t.source)!, span);
  for (const t of tagged) if (best === undefined || far(t) < far(best)) best = t;
  return best;
}

/** "Lund: the quay is safe": the source of a frame that has content and no cue at all; else null. */
function labelled(own: readonly LabelledSpan[]): LabelledSpan | null {
  if (own.some((s) => s.role === 'cue') || !own.some((s) => s.role === 'content')) return null;
  const sources = own.filter((s) => s.role === 'source');
  return sources.length === 1 ? sources[0]! : null;
}

/** Spans joined as the rules did where they found them, else to what stands nearest in the frame. */
function nearest(
  spans: readonly (readonly LabelledSpan[])[],
  found: readonly (readonly Utterance[])[],
): { tagged: Tagged[][]; far: FarContent[] } {
  const tagged = spans.map((own, frame) => {
    const sources = own.filter((s) => s.role === 'source');
    const all = own
      .filter((s) => s.role === 'cue')
      .map((cue): Tagged => {
        const rule = found[frame]!.find((u) => u.cue !== null && overlap(u.cue, cue) > 0);
        const told = rule?.source;
        const source =
          (told && sources.find((s) => overlap(s, told) > 0)) ?? closest(sources, cue, own, 'cue') ?? null;
        return { frame, cue, source, content: [] };
      });
    const label = labelled(own);
    if (label !== null) all.push({ frame, cue: null, source: label, content: [] });
    for (const content of own) {
      if (content.role !== 'content' || all.length === 0) continue;
      const rule = found[frame]!.find((u) => u.content.some((c) => overlap(c, content) > 0));
      const told = rule?.cue ?? null;
      const owner =
        (told !== null && all.find((t) => t.cue !== null && overlap(t.cue, told) > 0)) ||
        nearestOf(all, content)!;
      owner.content.push(content);
    }
    return all;
  });
  return { tagged, far: [] };
}

/** The nearest of `spans`, one before rather than one behind; a shared subject stands before the cue before. */
function closest(
  spans: readonly LabelledSpan[],
  to: LabelledSpan,
  all: readonly LabelledSpan[],
  role: LabelledSpan['role'],
): LabelledSpan | null {
  let best: LabelledSpan | null = null;
  let width = Number.POSITIVE_INFINITY;
  for (const span of spans) {
    const between = all.filter(
      (s) =>
        s.role === role &&
        s !== to &&
        s.from >= Math.min(span.to, to.to) &&
        s.to <= Math.max(span.from, to.from),
    ).length;
    const distance = gap(span, to) + 8 * between + (span.from > to.from ? 2 : 0);
    if (distance < width) {
      best = span;
      width = distance;
    }
  }
  return best;
}

function overlap(a: Range, b: Range): number {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from);
}

function gap(a: Range, b: Range): number {
  return Math.max(0, Math.max(a.from, b.from) - Math.min(a.to, b.to));
}

const placeOf = (u: Utterance): number => u.cue?.from ?? u.content[0]?.from ?? 0;
