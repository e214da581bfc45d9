import type { Frame } from './frames.js';
import type { Range } from './noun-phrases.js';
import type { Utterance } from './utterance.js';

/** Fewer words inside the inner marks are a term. */
const MIN_WORDS = 3;

/**
 * Attributions inside quotations: `“He told me, ‘We will not wait,’ and left,” Calder said`. The quoted words are read
 * as a frame of their own by `find`; only what tells whose the inner words are is kept. Empty where nothing is inside.
 */
export function insideQuotations(
  frame: Frame,
  index: number,
  find: (inner: Frame, index: number) => readonly Utterance[],
): Utterance[] {
  const { words, quote, speech } = frame;
  const found: Utterance[] = [];
  for (let from = 0; from < words.length; ) {
    let to = from + 1;
    while (to < words.length && quote[to] === quote[from]) to++;
    const inner = speech[from] === 1 ? innerMarks(frame, { from: from + 1, to: to - 1 }) : [];
    if (inner.length > 0)
      found.push(...readInside(frame, index, { from: from + 1, to: to - 1 }, inner, find));
    from = to;
  }
  return found;
}

function readInside(
  frame: Frame,
  index: number,
  { from, to }: Range,
  inner: readonly Range[],
  find: (inner: Frame, index: number) => readonly Utterance[],
): Utterance[] {
  const quote = new Int32Array(to - from).fill(-1);
  const speech = new Uint8Array(to - from);
  inner.forEach((range, k) => {
    quote.fill(k, range.from - from, range.to - from);
    speech.fill(1, range.from - from, range.to - from);
  });
  const within: Frame = { ...frame, words: frame.words.slice(from, to), quote, speech, headline: false };
  const shift = (range: Range): Range => ({ from: range.from + from, to: range.to + from });
  const maybe = (range: Range | null): Range | null => (range === null ? null : shift(range));
  return find(within, index)
    .filter(({ source, content }) => source !== null && content.some((range) => quote[range.from]! >= 0))
    .map((u) => ({
      ...u,
      source: maybe(u.source),
      cue: maybe(u.cue),
      content: u.content.map(shift),
      addressee: maybe(u.addressee),
      adverbial: maybe(u.adverbial),
      fronted: maybe(u.fronted),
    }));
}

const OPENS = /^(?:[‘“"]|')$/;
const CLOSES = /^(?:[’”"]|')$/;

/** The stretches in marks inside a quotation, marks included: one opens before a word, one closes behind a word or stop. */
function innerMarks({ words }: Frame, { from, to }: Range): Range[] {
  const found: Range[] = [];
  let open = -1;
  for (let i = from; i < to; i++) {
    const { text, start, end } = words[i]!;
    if (open < 0) {
      const apart = i === from || words[i - 1]!.end < start;
      if (OPENS.test(text) && apart && words[i + 1]?.start === end) open = i;
    } else if (CLOSES.test(text) && words[i - 1]!.end === start) {
      const glued = words[i + 1]?.start === end && /^\p{L}/u.test(words[i + 1]!.text);
      if (glued) continue;
      if (i - open - 1 >= MIN_WORDS) found.push({ from: open, to: i + 1 });
      open = -1;
    }
  }
  return found;
}
