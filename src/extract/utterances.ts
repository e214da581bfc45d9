import { BINDING_NOUNS, DOCUMENT_NOUNS, PUBLIC_RECORD_TYPES } from '../language/en/documents.js';
import { CLAUSE_OPENERS, POSSESSIVE, TIME_WORDS } from '../language/en/phrase-bounds.js';
import type { Token } from '../text/parsed.js';
import { clean, contentBefore, contentEnd, hasFinite, quoteRun, resumes } from './contents.js';
import { type Placed, place } from './cue-subjects.js';
import { attitudeOf, DECLINE, findCueGroups, OBJECT, SAY, TELL, THINK, URGE, WANT } from './cues.js';
import type { Frame } from './frames.js';
import { insideQuotations } from './inner-quotations.js';
import { singularOf } from './mentions.js';
import { isFiniteVerb, type Range } from './noun-phrases.js';
import { skipAdverbials } from './phrases-after.js';
import { accordingTo, byLayout } from './source-phrases.js';
import { type Utterance, utterance } from './utterance.js';

/** Attributions of one frame in order of their cues. */
export function findUtterances(frame: Frame, index: number): Utterance[] {
  const placed: Placed[] = [];
  let floor = 0;
  let lastSource: Range | null = null;
  for (const group of findCueGroups(frame)) {
    const p = place(frame, group, floor, lastSource);
    if (p === null) continue;
    placed.push(p);
    if (p.source !== null) lastSource = p.source;
    floor = group.to;
  }
  const found: Utterance[] = [];
  placed.forEach((p, n) => {
    const u = utteranceOf(frame, index, p, placed, n);
    if (u !== null) found.push(u);
  });
  const spoken = [...found];
  found.push(...accordingTo(frame, index).filter((u) => !isInKeeping(frame, u, spoken)));
  found.push(...byLayout(frame, index, found));
  found.push(...insideQuotations(frame, index, findUtterances));
  return found.sort((a, b) => (a.cue?.from ?? 0) - (b.cue?.from ?? 0));
}

/** "The governor said he would veto it, per the rules": in keeping with them, and he says so. */
function isInKeeping(
  { words }: Frame,
  { lemma, cue, source }: Utterance,
  spoken: readonly Utterance[],
): boolean {
  if (lemma !== 'per' || cue === null || source === null) return false;
  const noun = singularOf(words[source.to - 1]!.norm).singular;
  const binding = PUBLIC_RECORD_TYPES.has(DOCUMENT_NOUNS.get(noun) ?? '') || BINDING_NOUNS.has(noun);
  return binding && spoken.some(({ content }) => content.some((c) => c.from <= cue.from && cue.to <= c.to));
}

const HARD = /^(?:[;.!?)]|--+|[—–])$/;

function utteranceOf(
  frame: Frame,
  index: number,
  p: Placed,
  placed: readonly Placed[],
  n: number,
): Utterance | null {
  const { words, quote, speech } = frame;
  const { group, source } = p;
  const { takes } = group;
  const attitude = attitudeOf(group);
  const opened = source !== null && source.from > 1 && source.from < 14 && source.to <= group.from;
  let at = p.inverted && source !== null ? source.to : group.to;
  let addressee: Range | null = null;
  if ((takes & (TELL | URGE)) !== 0 && !p.inverted && at < words.length && quote[at]! < 0) {
    addressee = addresseeAt(frame, at);
    if (addressee !== null) at = addressee.to;
  }
  const complement = at;
  at = skipAdverbials(frame, at);
  const adverbial = at > complement ? { from: complement, to: at } : null;
  const make = (content: readonly Range[], extra: Partial<Utterance> = {}): Utterance | null => {
    const kept = content.filter((r) => r.to > r.from);
    if (kept.length === 0 && attitude !== 'declines') return null;
    return utterance({
      frame: index,
      source,
      cue: { from: group.from, to: group.to },
      content: kept,
      lemma: group.lemma,
      attitude: quoted(kept) || extra.trailing ? attitude : attitudeOf(group, wordsOf(kept)),
      addressee,
      adverbial,
      fronted: opened ? { from: 0, to: source.from } : null,
      passive: group.voice === 'passive',
      ...extra,
    });
  };
  const quoted = (ranges: readonly Range[]): boolean => ranges.some(({ from }) => speech[from] === 1);
  const wordsOf = (ranges: readonly Range[]): Token[] =>
    ranges.flatMap(({ from, to }) => words.slice(from, to));
  const next = words[at];
  const stop = contentEnd(frame, group.to, placed, n);
  const quoteHere = next !== undefined && quote[at]! >= 0;
  const punct = next !== undefined && !quoteHere && /^(?:[,;:—–-]|--+)$/.test(next.text);
  const quoteAfterPunct = punct && at + 1 < words.length && quote[at + 1]! >= 0;
  const before = contentBefore(frame, p, placed, n);
  // `“…,” he said in an interview that aired on Friday`: a relative, no complement.
  const afterQuote = before !== null && speech[before.to - 1] === 1 && adverbial !== null;
  const relative =
    afterQuote && next?.norm === 'that' && at + 1 < words.length && isFiniteVerb(words, at + 1);
  const opener = next !== undefined && CLAUSE_OPENERS.has(next.norm) && !relative;

  if (before !== null && ((takes & (SAY | TELL | THINK)) !== 0 || isAsClause(frame, p))) {
    // "…," X said · "…," X said on Tuesday · …, as X put it
    const quoted = speech[before.to - 1] === 1;
    const ends = next === undefined || punct || HARD.test(next.text) || at >= stop;
    const framed = !quoted && !p.inverted && /^(?:SCONJ|ADP|ADV)$/.test(words[before.from]!.pos);
    const loose =
      (quoted && p.inverted) ||
      (!opener &&
        !framed &&
        (adverbial !== null || quoted || p.inverted) &&
        !(quoteHere && speech[at] === 1));
    const opensQuote = next?.text === ':' && quoteAfterPunct && !quoted;
    if (!opensQuote && (ends || loose || isAsClause(frame, p))) {
      const pieces = [before];
      if (quoteAfterPunct && next!.text !== ':') pieces.push(quoteRun(frame, at + 1, stop));
      else if (!quoted && next?.text === ',' && at < stop && resumes(frame, at + 1, p))
        pieces.push({ from: at + 1, to: clean(frame, at + 1, stop).to });
      return make(pieces, { trailing: true });
    }
  }
  if ((takes & (SAY | TELL | THINK)) !== 0) {
    // X said: "…" · X said, "…" · X said "…"
    const from = quoteAfterPunct
      ? at + 1
      : quoteHere && complement === at && (takes & (SAY | TELL)) !== 0
        ? at
        : -1;
    if (from >= 0 && (speech[from] === 1 || next!.text === ':')) return make([quoteRun(frame, from, stop)]);
    if (punct && next!.text === ':' && at + 1 < stop) return make([clean(frame, at + 1, stop)]);
  }
  if (next === undefined || complement >= stop) return attitude === 'declines' ? make([]) : null;
  return forward(frame, p, { at, complement, stop, addressee, adverbial }, make);
}

/** "as one official put it", "as his bosses had said": the content is the clause before. */
function isAsClause({ words }: Frame, { source, inverted }: Placed): boolean {
  return (
    !inverted &&
    source !== null &&
    words[source.from - 1]?.norm === 'as' &&
    /^[,"”’']$/.test(words[source.from - 2]?.text ?? '')
  );
}

interface Complement {
  /** First word after cue, addressee and adverbials; the same without adverbials; where content must end. */
  readonly at: number;
  readonly complement: number;
  readonly stop: number;
  readonly addressee: Range | null;
  readonly adverbial: Range | null;
}

/** Content after the cue: a clause, an infinitive, or a noun phrase, as the verb takes it. */
function forward(
  frame: Frame,
  { group, inverted }: Placed,
  { at, complement, stop, addressee, adverbial }: Complement,
  make: (content: readonly Range[], extra?: Partial<Utterance>) => Utterance | null,
): Utterance | null {
  const { words, quote } = frame;
  const { takes } = group;
  const opens = at < words.length && CLAUSE_OPENERS.has(words[at]!.norm);
  const clauseAt = opens ? at : (complementBehind(frame, complement, stop) ?? complement);
  const head = words[clauseAt]!;
  if (head.norm === 'to' && (head.pos === 'PART' || (addressee !== null && (takes & TELL) !== 0))) {
    if ((takes & (WANT | URGE | TELL)) === 0) return null;
    const from = addressee !== null && (takes & TELL) === 0 ? addressee.from : clauseAt;
    return make([clean(frame, from, stop)]);
  }
  if ((takes & (SAY | THINK | TELL)) !== 0 && attitudeOf(group) !== 'declines') {
    if (CLAUSE_OPENERS.has(head.norm)) return make([clean(frame, clauseAt, stop)]);
    if (
      hasFinite(frame, at, stop) &&
      head.text !== ',' &&
      ((takes & (SAY | THINK)) !== 0 || addressee !== null)
    ) {
      // An adverbial right after the cue is skipped only where a clause opens behind it.
      const skipped = adverbial !== null && startsClause(frame, at) && !TIME_WORDS.has(words[at]!.norm);
      return make([clean(frame, skipped ? at : complement, stop)]);
    }
  }
  if ((takes & (OBJECT | DECLINE)) === 0 && group.lemma !== 'say') return null;
  const first = words[group.to];
  if (inverted || first === undefined || first.text === ',' || first.norm === 'to')
    return attitudeOf(group) === 'declines' ? make([]) : null;
  if (quote[group.to]! < 0 && !OBJECT_TAGS.includes(first.pos)) return null;
  if (first.pos === 'VERB' && !first.norm.endsWith('ing')) return null;
  return make([clean(frame, group.to, stop)], { addressee: null, adverbial: null });
}

const OBJECT_TAGS = ['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'ADV', 'VERB', 'PART', 'X'];

function startsClause(frame: Frame, at: number): boolean {
  return ['DET', 'NOUN', 'PROPN', 'PRON', 'ADJ', 'NUM', 'SCONJ'].includes(frame.words[at]?.pos ?? '');
}

/** How many words "in a letter to the heads of both agencies" takes between "wrote" and "that". */
const MAX_BETWEEN = 16;

/** The "that" behind a phrase of where and to whom something was said, or null. */
function complementBehind({ words, quote }: Frame, from: number, stop: number): number | null {
  if (words[from]?.pos !== 'ADP') return null;
  for (let i = from + 1; i < Math.min(stop, from + MAX_BETWEEN); i++) {
    const { norm, pos, text } = words[i]!;
    if (norm === 'that') return isFiniteVerb(words, i + 1) ? null : i;
    if (quote[i]! >= 0 || /^[,;:.]$/.test(text) || pos === 'AUX') return null;
  }
  return null;
}

/** Whether "that" comes within a few words: "warned cities considering such policies that …". */
function thatFollows({ words }: Frame, from: number): boolean {
  for (let i = from + 1; i < words.length && i - from < 7; i++) {
    if (words[i]!.norm === 'that') return true;
    if (words[i]!.pos === 'PUNCT' || words[i]!.pos === 'AUX') return false;
  }
  return false;
}

function isNounAhead(words: readonly Token[], at: number): boolean {
  return /^(?:NOUN|ADJ|PROPN)$/.test(words[at]?.pos ?? '');
}

/** The one told: a short noun phrase right after the verb. */
function addresseeAt(frame: Frame, at: number): Range | null {
  const { words, quote } = frame;
  let i = at;
  for (; i < words.length && i - at < 12 && quote[i]! < 0; i++) {
    const w = words[i]!;
    const before = words[i - 1];
    if (w.norm === 'that' || w.norm === 'to' || /^[,:;.]$/.test(w.text)) break;
    if (i > at && w.norm.endsWith('ing') && w.pos === 'VERB' && thatFollows(frame, i)) continue;
    if (w.pos === 'PRON' && !(POSSESSIVE.has(w.norm) && isNounAhead(words, i + 1))) {
      if (i === at) i++;
      break;
    }
    if (w.pos === 'DET' && i > at && before!.pos !== 'ADP' && before!.pos !== 'CCONJ') break;
    if (!['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'PART', 'ADP', 'CCONJ'].includes(w.pos) && w.text !== '&')
      break;
    if (w.pos === 'ADP' && !/^(?:of|at|from)$/.test(w.norm)) break;
    if (i > at && ((TIME_WORDS.has(w.norm) && w.pos === 'PROPN') || /^(?:last|this)$/.test(w.norm))) break;
  }
  return i > at ? { from: at, to: i } : null;
}
