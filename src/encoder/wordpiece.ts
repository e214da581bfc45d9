import { tensor, type Weights } from './weights.js';

/** Words cut into the pieces of an uncased BERT vocabulary. */
export interface WordPiece {
  /** Ids of the pieces of one word, at least one. Shared between calls: not to be written to. */
  pieces(word: string): Int32Array;
}

/** More pieces than this of one word tell nothing new; what the models of `models/` were trained with. */
export const MOST_PIECES_A_WORD = 12;

/** Words remembered; a news vocabulary of a day fits. Past that all are forgotten, since bounded is all it must be. */
const MEMO_SIZE = 50_000;

/** Longer words are not remembered, so that hostile ones fill no memory. */
const MEMO_WORD = 40;

const MARKS = /\p{Mn}+/gu;

/** Runs of letters and digits, and all else one by one. \s is JavaScript's and the separators that Python's has besides. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: separators of information, white space to Python
const PARTS = /[\p{L}\p{N}]+|[^\s\x1c-\x1f\x85]|\ufeff/gu;

/**
 * WordPiece (Wu et al. 2016; uncased BERT) over the weights' tensor `vocab`, one piece a line: lower case, accents
 * stripped, longest piece first, '##' before what continues, [UNK] for a run that cannot be cut; no more than `most`
 * pieces. Takes time linear in the word. `eval/train/attribution.py` cuts in the same way.
 */
export function createWordPiece(weights: Weights, most: number = MOST_PIECES_A_WORD): WordPiece {
  const lines = new TextDecoder()
    .decode(tensor(weights, 'vocab', 'uint8').data)
    .replace(/\n$/, '')
    .split('\n');
  const vocab = new Map(lines.map((piece, id) => [piece, id]));
  const unknown = vocab.get('[UNK]');
  if (unknown === undefined) throw new RangeError('the vocabulary of the weights lacks [UNK]');
  const longest = lines.reduce((length, piece) => Math.max(length, piece.length), 0);
  const memo = new Map<string, Int32Array>();

  /** Adds the pieces of one run. */
  const cut = (run: string, ids: number[]): void => {
    const first = ids.length;
    for (let start = 0; start < run.length; ) {
      const prefix = start === 0 ? '' : '##';
      let end = Math.min(run.length, start + longest);
      let id = vocab.get(prefix + run.slice(start, end));
      while (id === undefined && --end > start) id = vocab.get(prefix + run.slice(start, end));
      if (id === undefined) {
        ids.length = first;
        ids.push(unknown);
        return;
      }
      ids.push(id);
      start = end;
    }
  };

  return {
    pieces(word) {
      const known = memo.get(word);
      if (known !== undefined) return known;
      const ids: number[] = [];
      const plain = word.toLowerCase().normalize('NFD').replace(MARKS, '');
      for (const [run] of plain.matchAll(PARTS)) {
        cut(run, ids);
        if (ids.length >= most) break;
      }
      const pieces = Int32Array.from(ids.length === 0 ? [unknown] : ids.slice(0, most));
      if (word.length <= MEMO_WORD) {
        if (memo.size >= MEMO_SIZE) memo.clear();
        memo.set(word, pieces);
      }
      return pieces;
    },
  };
}
