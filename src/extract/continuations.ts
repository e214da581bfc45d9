import { isSayVerb } from './cues.js';
import type { Frame } from './frames.js';
import type { Range } from './noun-phrases.js';
import type { Quotation } from './quotes.js';
import { type Utterance, utterance } from './utterance.js';

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
  /** The utterance whose speaker a bare quotation would have, and the frame it ended in. */
  let last = -1;
  let lastFrame = -1;
  let direct = false;
  frames.forEach((frame, f) => {
    const own = found[f]!;
    if (own.length > 0) {
      last = -1;
      for (const u of own) {
        all.push(u);
        const piece = u.content.at(-1);
        if (piece === undefined || u.attitude === 'declines' || !speaks(u)) continue;
        const isQuoted = frame.quote[piece.from]! >= 0 && frame.quote[piece.to - 1]! >= 0;
        if (last >= 0 && direct && !isQuoted) continue;
        last = all.length - 1;
        lastFrame = f;
        direct = isQuoted;
      }
      return;
    }
    const before = frames[lastFrame];
    const whole = quotedWhole(frame);
    if (whole === null) {
      if (before?.block !== frame.block || !direct) last = -1;
      return;
    }
    if (last < 0 || before === undefined) {
      all.push(unattributed(f, whole));
      return;
    }
    const sameBlock = before.block === frame.block;
    const open = quotations[lastQuoteOf(before)]?.continues === true;
    if (direct && (sameBlock || open)) {
      const u = all[last]!;
      all[last] = { ...u, further: [...u.further, { frame: f, range: whole }] };
    } else if ((direct && frame.block - before.block <= NEXT_BLOCK) || (sameBlock && f - lastFrame === 1)) {
      all.push(
        utterance({ frame: f, source: null, cue: null, content: [whole], lemma: '', continues: last }),
      );
      last = all.length - 1;
      direct = true;
    } else {
      all.push(unattributed(f, whole));
      last = -1;
      return;
    }
    lastFrame = f;
  });
  return all;
}

/** A quotation of whole sentences whose speaker the text does not tell here. */
function unattributed(frame: number, content: Range): Utterance {
  return utterance({ frame, source: null, cue: null, content: [content], lemma: '' });
}

/** A bare quotation goes on from a paragraph at most so many blocks above (one may be an advertisement). */
const NEXT_BLOCK = 2;

/** Whether someone speaks here, so that a bare quotation right after can be his: no wish, no phrase, no passive. */
function speaks(u: Utterance): boolean {
  return (
    u.source !== null &&
    !u.passive &&
    (isSayVerb(u.lemma) || u.lemma === 'tell' || u.lemma === ':' || u.lemma === 'according_to')
  );
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
