import { JUDGING_VERBS } from '../language/en/cues.js';
import { isSayVerb } from './cues.js';
import type { Frame } from './frames.js';
import { introduction } from './introductions.js';
import type { Range } from './noun-phrases.js';
import type { Quotation } from './quotes.js';
import { creditOf } from './source-phrases.js';
import { type Utterance, utterance } from './utterance.js';

/**
 * All utterances in order of the document, with the quotations that go on without a cue. In the same paragraph, or in
 * the next where the marks say so, they are content of the one before; alone in the next paragraph they have its speaker.
 * A line that ends in a colon says whose words stand below it, a line with a dash whose stand above.
 */
export function continueQuotations(
  frames: readonly Frame[],
  found: readonly (readonly Utterance[])[],
  quotations: readonly Quotation[],
): Utterance[] {
  const all: Utterance[] = [];
  /** The utterance whose speaker a bare quotation would have, and the frame it ended in. */
  let last = -1;
  let lastFrame = -1;
  let direct = false;
  /** Frames of a bare quotation that goes on in the next paragraph, where its speaker may be told. */
  let waiting: Piece[] = [];
  const put = (u: Utterance, frame: number): void => {
    all.push(u);
    last = all.length - 1;
    lastFrame = frame;
    direct = true;
  };
  frames.forEach((frame, f) => {
    const own = found[f]!;
    if (own.length > 0) {
      last = -1;
      const told =
        waiting.length > 0 && frame.quote[0]! >= 0 ? own.findIndex((u) => u.content[0]?.from === 0) : -1;
      if (told >= 0) all.length -= waiting.length;
      own.forEach((each, n) => {
        const u = n === told ? { ...each, further: [...waiting, ...each.further] } : each;
        all.push(u);
        const piece = u.content.at(-1);
        // Who is quoted inside a quotation does not go on behind it.
        if (
          piece === undefined ||
          u.attitude === 'declines' ||
          !speaks(u) ||
          frame.quote[u.source!.from]! >= 0
        )
          return;
        const isQuoted = frame.quote[piece.from]! >= 0 && frame.quote[piece.to - 1]! >= 0;
        // `“…,” Calder said, according to the Courier. “…”`: the words are Calder's.
        if (last >= 0 && direct && (!isQuoted || u.lemma === 'according_to')) return;
        last = all.length - 1;
        lastFrame = f;
        direct = isQuoted;
      });
      waiting = [];
      return;
    }
    const before = frames[lastFrame];
    const whole = quotedWhole(frame);
    if (whole === null) {
      const source = f > 0 && frame.block - frames[f - 1]!.block <= 1 ? creditOf(frame, 0) : null;
      const above = source === null ? null : takeBack(all, f - 1, frames);
      if (source !== null && above !== null) {
        const cue = { from: 0, to: 1 };
        all.push(
          utterance({ frame: f, source, cue, content: [], further: above, lemma: '—', trailing: true }),
        );
        last = -1;
      } else if (before?.block !== frame.block || !direct) last = -1;
      waiting = [];
      return;
    }
    const introduced = introducedBy(frames, f);
    if (introduced !== null) {
      put({ ...introduced, further: [{ frame: f, range: whole }] }, f);
      return;
    }
    const goesOn = quotations[lastQuoteOf(frame)]?.continues === true;
    if (
      last < 0 ||
      before === undefined ||
      frame.display ||
      (f > 0 && frame.block !== frames[f - 1]!.block && isHeadingLike(frame))
    ) {
      all.push(unattributed(f, whole));
      waiting = goesOn ? [...waiting, { frame: f, range: whole }] : [];
      return;
    }
    const sameBlock = before.block === frame.block;
    const open = quotations[lastQuoteOf(before)]?.continues === true;
    if (direct && (sameBlock || open)) {
      const u = all[last]!;
      all[last] = { ...u, further: [...u.further, { frame: f, range: whole }] };
      lastFrame = f;
    } else if (
      direct ? frame.block - before.block <= NEXT_BLOCK : f - lastFrame === 1 && !isHeadingLike(frame)
    ) {
      put(utterance({ frame: f, source: null, cue: null, content: [whole], lemma: '', continues: last }), f);
    } else {
      all.push(unattributed(f, whole));
      waiting = goesOn ? [{ frame: f, range: whole }] : [];
      last = -1;
    }
  });
  return all;
}

type Piece = Utterance['further'][number];

/** "Calder said in a statement:" right above a quotation that fills its frame. */
function introducedBy(frames: readonly Frame[], f: number): Utterance | null {
  const above = frames[f - 1];
  if (above === undefined || frames[f]!.block - above.block > 1 || above.display) return null;
  const at = above.words.length - 1;
  return above.words[at]!.text === ':' && above.quote[at]! < 0 ? introduction(above, f - 1, at) : null;
}

/** The bare quotation that ends in frame `f`, taken from the utterances before, since its speaker is told below it. */
function takeBack(all: Utterance[], f: number, frames: readonly Frame[]): Piece[] | null {
  const u = all.at(-1);
  if (u === undefined) return null;
  const bare =
    u.source === null &&
    u.content.length === 1 &&
    [...u.content.map(() => u.frame), ...u.further.map(({ frame }) => frame)].includes(f);
  if (bare) {
    all.pop();
    return [{ frame: u.frame, range: u.content[0]! }, ...u.further];
  }
  const end = u.further.at(-1);
  // A paragraph of its own that seemed to go on from the one above.
  if (end?.frame !== f || frames[u.frame]!.block === frames[f]!.block) return null;
  all[all.length - 1] = { ...u, further: u.further.slice(0, -1) };
  return [end];
}

/** A quotation of whole sentences whose speaker the text does not tell here. */
function unattributed(frame: number, content: Range): Utterance {
  return utterance({ frame, source: null, cue: null, content: [content], lemma: '' });
}

/** A bare quotation goes on from a paragraph at most so many blocks above (one may be an advertisement). */
const NEXT_BLOCK = 2;

/** A few words without a stop: a heading in quotation marks. */
function isHeadingLike({ words }: Frame): boolean {
  return words.length <= 12 && !words.slice(-3).some(({ text }) => /^[.!?…,]$/.test(text));
}

/** Whether someone speaks here, so that a bare quotation right after can be his: no wish, no phrase, no passive. */
function speaks(u: Utterance): boolean {
  return (
    u.source !== null &&
    !u.passive &&
    (isSayVerb(u.lemma) ||
      u.attitude === 'reacts' ||
      JUDGING_VERBS.has(u.lemma) ||
      u.lemma === 'tell' ||
      u.lemma === ':' ||
      u.lemma === '—' ||
      u.lemma === 'according_to')
  );
}

function lastQuoteOf(frame: Frame): number {
  for (let i = frame.words.length - 1; i >= 0; i--) if (frame.quote[i]! >= 0) return frame.quote[i]!;
  return -1;
}

const LETTERS = /[\p{L}\p{N}]/u;
/** Fewer words, marks included, are a title or a term. */
const MIN_WHOLE = 4;

/** The frame's words where all of them stand in quotation marks and make at least a short sentence; else null. */
function quotedWhole(frame: Frame): Range | null {
  const { words, quote } = frame;
  for (let i = 0; i < words.length; i++) if (quote[i]! < 0 && LETTERS.test(words[i]!.text)) return null;
  const from = quote.findIndex((q) => q >= 0);
  return words.length >= MIN_WHOLE && from >= 0 ? { from, to: quote.findLastIndex((q) => q >= 0) + 1 } : null;
}
