/** Words to be cut into windows: how many pieces each takes, and the block and the frame that it stands in. */
export interface Paged {
  readonly pieces: readonly { readonly length: number }[];
  readonly block: ArrayLike<number>;
  readonly frame: ArrayLike<number>;
}

/** Words `from` to `to`, half-open. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * Windows of at most `limit` pieces, the opening mark and one closing mark a block included: whole blocks while they
 * fit, else whole frames, else words. Every word is in exactly one. `eval/train/attribution.py` cuts in the same way.
 */
export function cutWindows(words: Paged, limit: number): Window[] {
  const { pieces } = words;
  const found: Window[] = [];
  let begin = 0;
  let used = 1;
  const close = (at: number): void => {
    if (at > begin) found.push({ from: begin, to: at });
    begin = at;
    used = 1;
  };
  for (const block of runs(words.block, 0, pieces.length)) {
    const cost = sizeOf(pieces, block) + 1;
    if (used + cost > limit) close(block.from);
    if (cost + 1 <= limit) {
      used += cost;
      continue;
    }
    for (const frame of runs(words.frame, block.from, block.to)) {
      const size = sizeOf(pieces, frame);
      if (used + size + 1 > limit) close(frame.from);
      if (size + 2 <= limit) {
        used += size;
        continue;
      }
      for (let w = frame.from; w < frame.to; w++) {
        if (used + pieces[w]!.length + 1 > limit) close(w);
        used += pieces[w]!.length;
      }
    }
    used++;
  }
  close(pieces.length);
  return found;
}

/** Runs of equal values. */
function* runs(values: ArrayLike<number>, from: number, to: number): Generator<Window> {
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && values[end] === values[start]) end++;
    yield { from: start, to: end };
    start = end;
  }
}

function sizeOf(pieces: readonly { readonly length: number }[], { from, to }: Window): number {
  let size = 0;
  for (let i = from; i < to; i++) size += pieces[i]!.length;
  return size;
}
