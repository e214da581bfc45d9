/** Lines of a terminal: width, wrapping, hanging indents. */

/** Letters of East Asian scripts and pictographs take two columns, combining marks none. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const MARK = /\p{M}/u;

export function columns(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDE.test(letter) ? 2 : MARK.test(letter) ? 0 : 1;
  return width;
}

/** Words in lines of at most `width` columns; a word longer than a line is broken. At most `most` lines, then "…". */
export function wrap(text: string, width: number, most = Number.POSITIVE_INFINITY): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const flush = () => {
    lines.push(line);
    line = '';
    used = 0;
  };
  for (const word of text.split(' ').flatMap((w) => pieces(w, width))) {
    const length = columns(word);
    if (used > 0 && used + 1 + length > width) flush();
    line = used > 0 ? `${line} ${word}` : word;
    used += length + (used > 0 ? 1 : 0);
    if (lines.length > most) break;
  }
  flush();
  if (lines.length <= most) return lines;
  const last = lines[most - 1]!;
  return [
    ...lines.slice(0, most - 1),
    `${columns(last) < width - 1 ? last : last.replace(/\s?\S+$/u, '')} …`,
  ];
}

/** A word in parts that fill a line each, so that the next always stands on a line of its own. */
function pieces(word: string, width: number): readonly string[] {
  if (columns(word) <= width) return [word];
  const parts = [''];
  let used = 0;
  for (const letter of word) {
    const wide = columns(letter);
    if (used > 0 && used + wide > width) {
      parts.push('');
      used = 0;
    }
    parts[parts.length - 1] += letter;
    used += wide;
  }
  return parts;
}

export const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columns(text)));
export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - columns(text))) + text;
