import { SOURCE_PREPOSITIONS } from '../language/en/cues.js';
import { RELATIVES, SUBORDINATORS, TIME_WORDS } from '../language/en/phrase-bounds.js';
import type { Attitude } from '../model/analysis.js';
import type { Span } from '../model/span.js';
import { attitudeOf, type CueGroup, findCueGroups, OBJECT, SAY, TELL, THINK, URGE, WANT } from './cues.js';
import type { Frame } from './frames.js';
import { isFinite, phraseAt, type Range, skipAdverbials, subjectBefore } from './noun-phrases.js';
import type { Quotation } from './quotes.js';

/** Source, cue and content as found in one frame, before anyone is resolved. Ranges are words of the frame. */
export interface Utterance {
  readonly frame: number;
  readonly source: Range | null;
  readonly cue: Range | null;
  readonly content: readonly Range[];
  readonly lemma: string;
  readonly attitude: Attitude;
  /** The one addressed ("told the Courier"), or null. */
  readonly addressee: Range | null;
  /** Words between cue and content or end: "in a statement on Monday". */
  readonly adverbial: Range | null;
  /** Words before the source that open the sentence: "In a joint statement,". */
  readonly fronted: Range | null;
  /** True where the content stands before the cue. */
  readonly trailing: boolean;
  readonly passive: boolean;
  /** The utterance, by place in the document's, whose quotation this one goes on with; or null. */
  readonly continues: number | null;
  /** Content in later frames: quotations that go on without a cue of their own. */
  readonly further: readonly { readonly frame: number; readonly range: Range }[];
}

interface Placed {
  readonly group: CueGroup;
  readonly source: Range | null;
  readonly inverted: boolean;
  /** First word of the clause of this cue, where another's content must end; -1 where it must not. */
  readonly barrier: number;
}

const CLAUSE_OPENERS = new Set(['that', 'what', 'how', 'whether', 'why', 'if', 'who', 'when', 'where']);
const FRONTED = /^(?:but|and|yet|so|meanwhile|however|still|also|then|moreover)$/;

/** Attributions of one frame in order of their cues. */
export function findUtterances(frame: Frame, index: number, quotations: readonly Quotation[]): Utterance[] {
  const { words } = frame;
  const speech = (q: number) => isSpeechLike(frame, quotations, q);
  const groups = findCueGroups(frame, (q) => speech(q));
  const found: Utterance[] = [];
  const placed: Placed[] = [];
  let floor = 0;
  let lastSource: Range | null = null;
  for (const group of groups) {
    const p = place(frame, group, floor, lastSource, speech);
    if (p === null) continue;
    placed.push(p);
    if (p.source !== null) lastSource = p.source;
    floor = group.to;
  }
  placed.forEach((p, n) => {
    const u = utteranceOf(frame, index, p, placed, n, speech);
    if (u !== null) found.push(u);
  });
  for (const u of accordingTo(frame, index, speech)) found.push(u);
  if (frame.headline || words.length < 40) {
    const colon = colonSpeaker(frame, index, found);
    if (colon !== null) found.push(colon);
  }
  return found.sort((a, b) => (a.cue?.from ?? 0) - (b.cue?.from ?? 0));
}

/** A quotation that reads as speech and so ends a noun phrase: it holds a stop or a comma at its end, or is long. */
function isSpeechLike(frame: Frame, quotations: readonly Quotation[], q: number): boolean {
  const { words, quote } = frame;
  const from = firstOf(quote, q);
  let to = from;
  while (to < words.length && quote[to] === q) to++;
  if (!quotations[q]!.closed || to - from >= 12) return true;
  for (let i = to - 1; i >= Math.max(from, to - 3); i--) if (/^[,.!?…]$/.test(words[i]!.text)) return true;
  return words[to]?.text === ',' && to - from > 6;
}

function firstOf(quote: Int32Array, q: number): number {
  // Frames are short runs of sorted quotation indices: binary search would need -1 gaps filled, so scan.
  return quote.indexOf(q);
}

function place(
  frame: Frame,
  group: CueGroup,
  floor: number,
  lastSource: Range | null,
  speech: (q: number) => boolean,
): Placed | null {
  const { words, quote } = frame;
  const { from, to } = group;
  const before = words[from - 1];
  const inSay = (group.takes & (SAY | THINK)) !== 0;
  if (group.voice === 'passive') {
    // "officials were told", "was asked": who spoke is not said, unless a "by" follows.
    if (!/^(?:tell|ask|order|instruct|inform|advise|warn|assure)$/.test(group.lemma)) return null;
    return { group, source: null, inverted: false, barrier: -1 };
  }
  if (group.voice === 'infinitive') {
    const governor = words[from - 1] ?? words[from];
    if (
      governor === undefined ||
      !/^(?:went|go|goes|on|continued|seemed|appeared|used|began)$/.test(governor.norm)
    )
      return null;
    return { group, source: lastSource, inverted: false, barrier: -1 };
  }
  if (group.voice === 'participial') {
    if ((group.takes & (SAY | TELL | OBJECT | URGE)) === 0 && before?.text !== ',') return null;
    const comma = before?.text === ',' || before?.pos === 'CCONJ' || (quote[from - 1] ?? -1) >= 0;
    if (comma) {
      const source = lastSource ?? mainSubject(frame, from, speech);
      return source === null
        ? null
        : { group, source, inverted: false, barrier: before?.text === ',' ? from - 1 : from };
    }
    if (before !== undefined && (before.pos === 'NOUN' || before.pos === 'PROPN')) {
      const noun = lastSource ?? subjectBefore(frame, from, floor, speech);
      return noun === null ? null : { group, source: noun, inverted: false, barrier: -1 };
    }
    return lastSource === null ? null : { group, source: lastSource, inverted: false, barrier: -1 };
  }
  const afterQuote =
    from > 0 &&
    ((quote[from - 1]! >= 0 && speech(quote[from - 1]!)) ||
      (before?.text === ',' && from > 1 && quote[from - 2]! >= 0));
  const afterComma = before?.text === ',';
  if ((group.takes & SAY) !== 0 && (afterQuote || afterComma) && !group.negated) {
    const subject = phraseAt(frame, to, speech);
    if (subject !== null && invertedSubject(frame, subject))
      return { group, source: subject, inverted: true, barrier: -1 };
  }
  const subject = subjectBefore(frame, from, floor, speech);
  if (subject === null) {
    const elided =
      lastSource !== null &&
      before !== undefined &&
      (before.pos === 'CCONJ' || before.text === ',' || before.pos === 'ADV');
    if (elided)
      return {
        group,
        source: lastSource,
        inverted: false,
        barrier: words[from - 2]?.text === ',' ? from - 2 : from - 1,
      };
    const main =
      before !== undefined && (before.pos === 'CCONJ' || before.text === ',') && floor === 0
        ? mainSubject(frame, from, speech)
        : null;
    return main === null || !inSay
      ? main === null
        ? null
        : { group, source: main, inverted: false, barrier: from - 1 }
      : { group, source: main, inverted: false, barrier: from - 1 };
  }
  let edge = subject.from - 1;
  while (edge > 0 && words[edge]!.pos === 'ADV') edge--;
  const beforeSubject = words[edge];
  let barrier = -1;
  if (beforeSubject !== undefined) {
    if (
      beforeSubject.text === ',' ||
      beforeSubject.text === ';' ||
      beforeSubject.text === '—' ||
      beforeSubject.text === ':'
    )
      barrier = edge;
    else if (beforeSubject.pos === 'CCONJ') barrier = words[edge - 1]?.text === ',' ? edge - 1 : edge;
    else if (
      /^(?:while|although|though|as|because|after|before|when|since)$/.test(beforeSubject.norm) &&
      words[edge - 1]?.text === ','
    )
      barrier = edge - 1;
  }
  return { group, source: subject, inverted: false, barrier };
}

function invertedSubject(frame: Frame, subject: Range): boolean {
  const { words } = frame;
  const head = words[subject.from]!;
  if (head.norm === 'that' || head.norm === 'it' || CLAUSE_OPENERS.has(head.norm)) return false;
  // "…, said he would" is a clause, not an inverted subject.
  const after = words[subject.to];
  return !(
    after !== undefined &&
    (after.pos === 'AUX' || (after.pos === 'VERB' && !after.norm.endsWith('ing')))
  );
}

/** The subject of the frame's first finite verb: whom "…, adding that" and "and criticised" go back to. */
function mainSubject(frame: Frame, before: number, speech: (q: number) => boolean): Range | null {
  const { words, quote } = frame;
  for (let i = 0; i < before && i < 80; i++) {
    if (quote[i]! >= 0 && speech(quote[i]!)) continue;
    if (!isFinite(words, i)) continue;
    const subject = subjectBefore(frame, i, 0, speech);
    if (subject !== null && !RELATIVES.has(words[subject.to - 1]!.norm)) return subject;
  }
  return null;
}

function utteranceOf(
  frame: Frame,
  index: number,
  p: Placed,
  placed: readonly Placed[],
  n: number,
  speech: (q: number) => boolean,
): Utterance | null {
  const { words, quote } = frame;
  const { group } = p;
  const { takes } = group;
  const start = p.inverted && p.source !== null ? p.source.to : group.to;
  const make = (content: readonly Range[], extra: Partial<Utterance> = {}): Utterance | null => {
    const kept = content.filter((r) => r.to > r.from);
    if (kept.length === 0 && attitudeOf(group) !== 'declines') return null;
    return {
      frame: index,
      source: p.source,
      cue: { from: group.from, to: group.to },
      content: kept,
      lemma: group.lemma,
      attitude: attitudeOf(group),
      addressee: null,
      adverbial: null,
      fronted:
        p.source !== null && p.source.from > 1 && p.source.from < 14 && p.source.to <= group.from
          ? { from: 0, to: p.source.from }
          : null,
      trailing: false,
      passive: group.voice === 'passive',
      continues: null,
      further: [],
      ...extra,
    };
  };
  let at = start;
  let addressee: Range | null = null;
  if ((takes & (TELL | URGE)) !== 0 && !p.inverted && at < words.length && quote[at]! < 0) {
    addressee = addresseeAt(frame, at);
    if (addressee !== null) at = addressee.to;
  }
  const complement = at;
  at = skipAdverbials(frame, at);
  const adverbial = at > complement ? { from: complement, to: at } : null;
  const extra = { addressee, adverbial };
  const next = words[at];
  const stop = contentEnd(frame, group.to, placed, n, speech);
  const quoteHere = next !== undefined && quote[at]! >= 0;
  const punct = next !== undefined && !quoteHere && /^[,:—–-]$/.test(next.text);
  const quoteAfterPunct = punct && at + 1 < words.length && quote[at + 1]! >= 0;
  const before = contentBefore(frame, p, placed, n, speech);

  // "…," X said · X said: "…" · “…,” X said, “…”
  if ((takes & (SAY | TELL | THINK)) !== 0) {
    if (
      before !== null &&
      (next === undefined ||
        punct ||
        HARD.test(next.text) ||
        at >= stop ||
        (quoteHere && !speechAdjoins(frame, at)))
    ) {
      const pieces = [before];
      if (quoteAfterPunct && next!.text !== ':') pieces.push(quoteRun(frame, at + 1, stop));
      else if (next?.text === ',' && at < stop && resumes(frame, at + 1, p))
        pieces.push(clean(frame, at + 1, stop));
      return make(pieces, { ...extra, trailing: true });
    }
    if (
      quoteAfterPunct ||
      (quoteHere && (takes & (SAY | TELL)) !== 0 && complement === at && speech(quote[at]!))
    ) {
      const from = quoteAfterPunct ? at + 1 : at;
      if (speech(quote[from]!) || next!.text === ':') return make([quoteRun(frame, from, stop)], extra);
    }
    if (punct && next!.text === ':' && at + 1 < stop) return make([clean(frame, at + 1, stop)], extra);
  }
  if (next === undefined || complement >= stop) {
    return attitudeOf(group) === 'declines' ? make([], extra) : null;
  }
  const clauseAt = words[at]!.norm === 'that' || CLAUSE_OPENERS.has(words[at]!.norm) ? at : complement;
  const head = words[clauseAt]!;
  if (head.norm === 'to' && head.pos === 'PART') {
    if ((takes & (WANT | URGE)) === 0) return null;
    return make(
      [clean(frame, addressee !== null && (takes & TELL) === 0 ? addressee.from : clauseAt, stop)],
      extra,
    );
  }
  if ((takes & (SAY | THINK | TELL)) !== 0) {
    if (CLAUSE_OPENERS.has(head.norm)) return make([clean(frame, clauseAt, stop)], extra);
    const clause = hasFinite(frame, at, stop);
    if (clause && head.text !== ',') {
      // An adverbial right after the cue is skipped only where a clause opens behind it.
      const from =
        adverbial !== null && startsClause(frame, at) && !TIME_WORDS.has(words[at]!.norm) ? at : complement;
      if ((takes & (SAY | THINK)) !== 0 || addressee !== null) return make([clean(frame, from, stop)], extra);
    }
  }
  if ((takes & (URGE | TELL)) !== 0 && addressee !== null && words[addressee.to]?.norm === 'to') {
    return make([clean(frame, addressee.from, stop)], extra);
  }
  if ((takes & OBJECT) !== 0 || group.lemma === 'say') {
    const first = words[group.to];
    if (p.inverted || first === undefined || first.text === ',') return null;
    if (
      quote[group.to]! < 0 &&
      !['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'ADV', 'VERB', 'PART', 'X'].includes(first.pos)
    )
      return null;
    if (first.pos === 'VERB' && !first.norm.endsWith('ing')) return null;
    if (first.norm === 'to') return null;
    return make([clean(frame, group.to, stop)], { addressee: null, adverbial: null });
  }
  return null;
}

const HARD = /^(?:[;.!?)]|--+|[—–])$/;

function speechAdjoins(frame: Frame, at: number): boolean {
  return frame.quote[at]! >= 0 && at > 0;
}

/** Whether the words after "…, he said," go on with the content rather than with the frame's own clause. */
function resumes(frame: Frame, at: number, p: Placed): boolean {
  const head = frame.words[at];
  if (head === undefined || p.inverted) return false;
  if (
    head.norm.endsWith('ing') ||
    head.pos === 'CCONJ' ||
    head.norm === 'according' ||
    head.pos === 'ADP' ||
    SUBORDINATORS.has(head.norm)
  )
    return false;
  return hasFinite(frame, at, frame.words.length);
}

function startsClause(frame: Frame, at: number): boolean {
  return ['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'SCONJ'].includes(frame.words[at]?.pos ?? '');
}

function hasFinite(frame: Frame, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isFinite(frame.words, i)) return true;
  return false;
}

/** The one told: a short noun phrase right after the verb. */
function addresseeAt(frame: Frame, at: number): Range | null {
  const { words, quote } = frame;
  let i = at;
  for (; i < words.length && i - at < 12 && quote[i]! < 0; i++) {
    const w = words[i]!;
    if (w.norm === 'that' || w.norm === 'to' || /^[,:;.]$/.test(w.text)) break;
    if (w.pos === 'PRON') {
      if (i > at) break;
      i++;
      break;
    }
    if (w.pos === 'DET' && i > at && words[i - 1]!.pos !== 'ADP' && words[i - 1]!.pos !== 'CCONJ') break;
    if (!['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'PART', 'ADP', 'CCONJ'].includes(w.pos) && w.text !== '&')
      break;
    if (w.pos === 'ADP' && w.norm !== 'of' && w.norm !== 'at' && w.norm !== 'from') break;
    if (TIME_WORDS.has(w.norm) && i > at && w.pos === 'PROPN') break;
    if (/^(?:last|this)$/.test(w.norm) && i > at) break;
  }
  return i > at ? { from: at, to: i } : null;
}

/** Where the content of cue n must end: before the next cue's own clause, a trailing "according to", or the final stop. */
function contentEnd(
  frame: Frame,
  from: number,
  placed: readonly Placed[],
  n: number,
  speech: (q: number) => boolean,
): number {
  const { words, quote } = frame;
  let end = words.length;
  for (let j = n + 1; j < placed.length; j++) {
    const { barrier } = placed[j]!;
    if (barrier >= from) {
      end = barrier;
      break;
    }
  }
  for (let i = from; i < end; i++) {
    const { norm, text } = words[i]!;
    if (quote[i]! >= 0 && speech(quote[i]!)) continue;
    if (norm === 'according' && words[i + 1]?.norm === 'to' && words[i - 1]?.text === ',') return i - 1;
    if (text === ';') return i;
    if (text === ')' && !opensWithin(words, from, i)) return i;
  }
  return end;
}

function opensWithin(words: Frame['words'], from: number, i: number): boolean {
  for (let k = i - 1; k >= from; k--) if (words[k]!.text === '(') return true;
  return false;
}

/** What stands before "…, X said": from the frame's start, or after the trailing cue before, to the comma or quotation mark. */
function contentBefore(
  frame: Frame,
  p: Placed,
  placed: readonly Placed[],
  n: number,
  speech: (q: number) => boolean,
): Range | null {
  const { words, quote } = frame;
  let edge = p.inverted || p.source === null ? p.group.from : Math.min(p.source.from, p.group.from);
  if (p.source !== null && !p.inverted && p.source.from > p.group.from) return null;
  if (p.group.voice !== 'finite') return null;
  while (
    edge > 0 &&
    (words[edge - 1]!.norm === 'as' || words[edge - 1]!.pos === 'ADV') &&
    quote[edge - 1]! < 0
  )
    edge--;
  const last = words[edge - 1];
  if (last === undefined) return null;
  const afterQuote = quote[edge - 1]! >= 0;
  if (!afterQuote && last.text !== ',' && last.text !== '—' && last.text !== '–') return null;
  const inQuote = afterQuote ? edge - 1 : edge - 2;
  let from = 0;
  for (let j = n - 1; j >= 0; j--) {
    const other = placed[j]!;
    if (other.inverted || trailingBefore(frame, other)) {
      from = Math.max(other.group.to, other.source?.to ?? 0);
      from = skipAdverbials(frame, from);
      break;
    }
    if (other.source === p.source) return null;
  }
  if (inQuote >= 0 && quote[inQuote]! >= 0 && speech(quote[inQuote]!)) {
    const q = quote[inQuote]!;
    let first = inQuote;
    while (first > from && quote[first - 1] === q) first--;
    // `It was “great,” he said`: words outside the marks belong to what he said.
    if (first > from && !/^[:]$/.test(words[first - 1]!.text)) return clean(frame, from, edge);
    return { from: first, to: inQuote + 1 };
  }
  if (!hasFinite(frame, from, edge) && edge - from < 5) return null;
  return clean(frame, from, edge);
}

function trailingBefore(frame: Frame, other: Placed): boolean {
  const source = other.source;
  if (source === null || source.from >= other.group.from || source.from === 0) return false;
  const before = frame.words[source.from - 1]!;
  const after = frame.words[other.group.to];
  return (
    (before.text === ',' || frame.quote[source.from - 1]! >= 0) &&
    after !== undefined &&
    /^[,.;]$/.test(after.text)
  );
}

/** A quotation from `from` and those that follow it directly. */
function quoteRun(frame: Frame, from: number, stop: number): Range {
  const { quote, words } = frame;
  let to = from;
  const q = quote[from]!;
  while (to < words.length && quote[to] === q) to++;
  const next = words[to];
  // `“flood the streets” of the city`: what follows without a stop belongs to the clause.
  const ended =
    /[.!?,…]/.test(words[to - 2]?.text ?? '') || next === undefined || /^[.,;!?)]$/.test(next.text);
  return ended ? { from, to } : clean(frame, from, Math.max(stop, to));
}

/** Trims marks and conjunctions that belong to the frame. */
function clean(frame: Frame, first: number, last: number): Range {
  const { words, quote } = frame;
  let from = first;
  let to = last;
  while (
    from < to &&
    quote[from]! < 0 &&
    (/^[,;:—–.-]$/.test(words[from]!.text) || FRONTED.test(words[from]!.norm))
  )
    from++;
  while (to > from && quote[to - 1]! < 0 && /^(?:[,;:—–.!?-]|--+)$/.test(words[to - 1]!.text)) to--;
  while (to > from && quote[to - 1]! < 0 && words[to - 1]!.pos === 'CCONJ') to--;
  return { from, to };
}

/** "according to X", "per X": source right after; content the rest of the sentence or the clause before. */
function accordingTo(frame: Frame, index: number, speech: (q: number) => boolean): Utterance[] {
  const { words, quote } = frame;
  const found: Utterance[] = [];
  let done = 0;
  for (let i = 0; i < words.length; i++) {
    if (quote[i]! >= 0 && speech(quote[i]!)) continue;
    const cue = SOURCE_PREPOSITIONS.find((p) => p.every((w, n) => words[i + n]?.norm === w));
    if (cue === undefined) continue;
    const bare = cue.length === 1;
    if (bare && i > 0 && words[i - 1]!.text !== ',') continue;
    const source = phraseAt(frame, i + cue.length, speech);
    if (source === null) continue;
    const fronted = i === done || (i === 1 && FRONTED.test(words[0]!.norm));
    let content: Range;
    if (fronted) {
      let from = source.to;
      if (words[from]?.text === ',') from++;
      content = clean(frame, from, words.length);
      if (quote[from] !== undefined && quote[from]! >= 0) content = quoteRun(frame, from, words.length);
    } else content = clean(frame, done, i);
    done = source.to;
    if (content.to <= content.from) continue;
    found.push({
      frame: index,
      source,
      cue: { from: i, to: i + cue.length },
      content: [content],
      lemma: cue.join('_'),
      attitude: 'asserts',
      addressee: null,
      adverbial: null,
      fronted: null,
      trailing: !fronted,
      passive: false,
      continues: null,
      further: [],
    });
    i = source.to - 1;
  }
  return found;
}

/** `Mayor: we will not yield` and `Prices to rise: report` in headlines; `SMITH: …` and `Smith: “…”` in text. */
function colonSpeaker(frame: Frame, index: number, found: readonly Utterance[]): Utterance | null {
  const { words, quote } = frame;
  const at = words.findIndex((w, i) => w.text === ':' && quote[i]! < 0);
  if (
    at < 1 ||
    at >= words.length - 1 ||
    found.some((u) => u.cue !== null && (u.cue.to === at || u.cue.from < at))
  )
    return null;
  const utterance = (source: Range, content: Range): Utterance => ({
    frame: index,
    source,
    cue: { from: at, to: at + 1 },
    content: [content],
    lemma: ':',
    attitude: 'asserts',
    addressee: null,
    adverbial: null,
    fronted: null,
    trailing: source.from > content.from,
    passive: false,
    continues: null,
    further: [],
  });
  const rest = words.length - at - 1;
  const tail = words.slice(at + 1);
  const nominal = (list: readonly { pos: string; text: string }[]) =>
    list.every(
      (w) => /^(?:PROPN|NOUN|ADJ|DET|NUM|ADP|CCONJ)$/.test(w.pos) || /^[.'’,]$|^['’]s$/.test(w.text),
    );
  if (frame.headline && rest <= 3 && nominal(tail)) {
    return utterance({ from: at + 1, to: words.length }, clean(frame, 0, at));
  }
  const name = words.slice(0, at);
  const namelike = at <= 6 && nominal(name) && name.some((w) => w.pos === 'PROPN');
  if (!namelike) return null;
  const quoted = quote[at + 1]! >= 0;
  if (!quoted && !(frame.headline && hasFinite(frame, at + 1, words.length))) return null;
  return utterance(
    { from: 0, to: at },
    quoted ? quoteRun(frame, at + 1, words.length) : clean(frame, at + 1, words.length),
  );
}

/** Span of words `r` of a frame. */
export function spanOf(frame: Frame, r: Range): Span {
  return { start: frame.words[r.from]!.start, end: frame.words[r.to - 1]!.end };
}

/**
 * All utterances in order of the document, with the quotations that go on without a cue: in the same paragraph, or in
 * the next where the marks say so, they are content of the one before; alone in the next paragraph they have its speaker.
 */
export function continueQuotations(
  frames: readonly Frame[],
  found: readonly (readonly Utterance[])[],
  quotations: readonly Quotation[],
): Utterance[] {
  const all: Utterance[] = [];
  let last = -1;
  let lastFrame = -1;
  frames.forEach((frame, f) => {
    const own = found[f]!;
    if (own.length > 0) {
      for (const u of own) {
        all.push(u);
        const piece = u.content.at(-1);
        if (
          piece !== undefined &&
          frame.quote[piece.to - 1]! >= 0 &&
          u.attitude !== 'declines' &&
          isDirect(frame, piece)
        ) {
          last = all.length - 1;
          lastFrame = f;
        }
      }
      if (lastFrame !== f) last = -1;
      return;
    }
    const whole = quotedWhole(frame);
    if (whole === null) {
      if (lastFrame >= 0 && frames[lastFrame]!.block !== frame.block) last = -1;
      return;
    }
    if (last >= 0) {
      const before = frames[lastFrame]!;
      const sameBlock = before.block === frame.block;
      const open =
        quotations[before.quote[before.words.length - 1]!]?.continues === true ||
        quotations[lastQuoteOf(before)]?.continues === true;
      if (sameBlock || open) {
        const u = all[last]!;
        all[last] = { ...u, further: [...u.further, { frame: f, range: whole }] };
      } else if (frame.block - before.block <= 2) {
        all.push({
          frame: f,
          source: null,
          cue: null,
          content: [whole],
          lemma: '',
          attitude: 'asserts',
          addressee: null,
          adverbial: null,
          fronted: null,
          trailing: false,
          passive: false,
          continues: last,
          further: [],
        });
        last = all.length - 1;
      } else return;
      lastFrame = f;
    }
  });
  return all;
}

function isDirect(frame: Frame, piece: Range): boolean {
  return frame.quote[piece.from]! >= 0;
}

function lastQuoteOf(frame: Frame): number {
  for (let i = frame.words.length - 1; i >= 0; i--) if (frame.quote[i]! >= 0) return frame.quote[i]!;
  return -1;
}

/** The frame's words where all of them stand in quotation marks and make at least a short sentence; else null. */
function quotedWhole(frame: Frame): Range | null {
  const { words, quote } = frame;
  for (let i = 0; i < words.length; i++) if (quote[i]! < 0 && words[i]!.pos !== 'PUNCT') return null;
  return words.length >= 4 && quote[0]! >= 0 ? { from: 0, to: words.length } : null;
}
