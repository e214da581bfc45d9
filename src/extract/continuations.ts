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
        all.push(
          utterance({ frame: f, source: null, cue: null, content: [whole], lemma: '', continues: last }),
        );
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
