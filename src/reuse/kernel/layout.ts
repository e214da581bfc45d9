/**
 * Where the tokens of a text stand, in about one byte a token: the gap before it and its own length, four bits each;
 * longer ones as an escape byte and two variable-length numbers (LEB128). In UTF-16 code units. assembly/tokens.ts writes it.
 */

const ESCAPE = 0xf0;
/** Tokens from one mark to the next; a text begins with a mark. */
export const MARK_TOKENS = 64;

/**
 * Offsets of tokens `from` … `to` of a text into `starts` and `ends`, each at its own index, and of no more than
 * MARK_TOKENS before them. A mark is a place where reading can begin, two numbers: the byte in the layout, and the offset
 * where the token before ends; every MARK_TOKENS tokens has one. `first`: the text's first.
 */
export function readLayout(
  layout: Uint8Array,
  marks: Uint32Array,
  first: number,
  from: number,
  to: number,
  starts: Uint32Array,
  ends: Uint32Array,
): void {
  const mark = first + Math.floor(from / MARK_TOKENS);
  let at = marks[2 * mark]!;
  let end = marks[2 * mark + 1]!;
  for (let t = from - (from % MARK_TOKENS); t < to; t++) {
    const byte = layout[at++]!;
    if (byte < ESCAPE) {
      const start = end + (byte >>> 4);
      starts[t] = start;
      end = start + (byte & 15);
    } else {
      let gap = 0;
      let length = 0;
      let shift = 0;
      for (;;) {
        const part = layout[at++]!;
        gap |= (part & 0x7f) << shift;
        if (part < 0x80) break;
        shift += 7;
      }
      shift = 0;
      for (;;) {
        const part = layout[at++]!;
        length |= (part & 0x7f) << shift;
        if (part < 0x80) break;
        shift += 7;
      }
      starts[t] = end + gap;
      end = end + gap + length;
    }
    ends[t] = end;
  }
}
