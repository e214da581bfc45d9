/**
 * A corpus of news-like articles of which some are copies of others, with exact truth: what the reuse engine should
 * find, to the character. Seeded: the same options and the same reading matter give the same corpus.
 */
import { random } from '../../eval/random.js';

/**
 * Words of a block that an edit begins at, in a hundred, by level. Chosen so that the prototype of notes/text-reuse.md
 * (winnowed 5-grams, two seeds on a diagonal, 14 matched words at a density of .4) finds about the pairs it is said to
 * have found on its own generator: .999 / .992 / .93 / .70.
 */
export const EDITS = { verbatim: 0, light: 6, medium: 22, heavy: 34 } as const;
export type Level = keyof typeof EDITS | 'short' | 'trimmed' | 'reordered';
export const LEVELS: readonly Level[] = [
  'verbatim',
  'light',
  'medium',
  'heavy',
  'short',
  'trimmed',
  'reordered',
];

/** Words in a block of the levels that EDITS names, drawn log-uniformly; `short` has fewer than the least. */
const BLOCK_WORDS = { least: 25, most: 200 };
const SHORT_WORDS = { least: 12, most: 24 };

export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** A block of the original and where it stands in the copy, both trimmed to words. */
export interface Block {
  readonly original: Piece;
  readonly copy: Piece;
}

export interface Article {
  readonly id: string;
  readonly outlet: string;
  readonly text: string;
  /** Null where it is no copy. */
  readonly copyOf: { readonly id: string; readonly level: Level; readonly blocks: readonly Block[] } | null;
}

/** Writes new articles in the manner of what it read: each word follows its forerunner as often as it did there. */
export class Author {
  private readonly words: readonly string[];
  private readonly ids: Uint32Array;
  /** Places of each word in `ids`, word after word. */
  private readonly places: Uint32Array;
  private readonly firstPlace: Uint32Array;

  constructor(texts: readonly string[]) {
    const known = new Map<string, number>([[PARAGRAPH, 0]]);
    const ids: number[] = [0];
    for (const text of texts) {
      for (const [piece] of text.matchAll(/\n+|\S+/g)) {
        const word = piece.startsWith('\n') ? PARAGRAPH : piece;
        const id = known.get(word) ?? known.size;
        known.set(word, id);
        ids.push(id);
      }
      ids.push(0);
    }
    this.words = [...known.keys()];
    this.ids = Uint32Array.from(ids);
    this.firstPlace = new Uint32Array(this.words.length + 1);
    for (const id of ids) this.firstPlace[id + 1]!++;
    for (let id = 0; id < this.words.length; id++) this.firstPlace[id + 1]! += this.firstPlace[id]!;
    const at = this.firstPlace.slice();
    this.places = new Uint32Array(ids.length);
    this.ids.forEach((id, place) => {
      this.places[at[id]!++] = place;
    });
  }

  /** An article of about that many words. */
  article(words: number, next: () => number): string {
    let text = '';
    let id = 0;
    for (let count = 0; count < words || id !== 0; ) {
      id = this.after(id, next);
      if (id === 0) {
        if (count >= words) break;
        if (!text.endsWith('\n')) text += text === '' ? '' : PARAGRAPH;
        continue;
      }
      text += text === '' || text.endsWith('\n') ? this.words[id]! : ` ${this.words[id]!}`;
      // A sentence that will not end is ended.
      if (++count >= words + 60) return `${text}.`;
    }
    return text.trimEnd();
  }

  /** A word as often as it was read. */
  word(next: () => number): string {
    for (;;) {
      const id = this.ids[Math.floor(next() * this.ids.length)]!;
      if (id !== 0) return this.words[id]!;
    }
  }

  private after(id: number, next: () => number): number {
    const first = this.firstPlace[id]!;
    const place = this.places[first + Math.floor(next() * (this.firstPlace[id + 1]! - first))]!;
    return place + 1 < this.ids.length ? this.ids[place + 1]! : 0;
  }
}

const PARAGRAPH = '\n\n';

export interface Families {
  readonly articles: number;
  readonly seed: number;
  /** Mean words of an article that is no copy; 380 make 100,000 articles about 320 MB of JSON lines. */
  readonly words?: number;
  /** Share of articles that are copies. */
  readonly copies?: number;
  /** Most copies of one article. */
  readonly largest?: number;
  readonly outlets?: number;
}

/**
 * Articles one after another, each copy some time after its original. Outlets print a line of their own under
 * everything. Sizes of families fall off as a power law, up to `largest`.
 */
export function* articlesOf(author: Author, options: Families): Generator<Article> {
  const { articles, seed, words = 380, copies = 0.5, largest = 400, outlets = 100 } = options;
  const next = random(seed);
  const notices = Array.from({ length: outlets }, () => author.article(18, next).replaceAll('\n', ' '));
  /** Originals that are still to be copied, with how often. */
  let open: { readonly id: string; readonly text: string; left: number }[] = [];
  let waiting = 0;
  for (let i = 0; i < articles; i++) {
    const id = `n${i}`;
    const outlet = Math.floor(next() * outlets);
    const signed = (text: string) => `${text}\n\n${notices[outlet]}`;
    const length = Math.round(words * (0.4 + 1.2 * next()));
    const host = author.article(length, next);
    // A copy where enough wait to be made that they stand apart.
    if (waiting > 0 && next() < copies) {
      const pick = open[Math.floor(next() * open.length)]!;
      pick.left--;
      waiting--;
      if (pick.left === 0) open = open.filter((original) => original !== pick);
      const level = LEVELS[Math.floor(next() * LEVELS.length)]!;
      const copy = makeCopy(pick.text, host, level, author, next);
      yield {
        id,
        outlet: `Outlet ${outlet}`,
        text: signed(copy.text),
        copyOf: { id: pick.id, level, blocks: copy.blocks },
      };
      continue;
    }
    if (waiting < (articles - i) * copies * 0.9) {
      const left = Math.min(largest, Math.floor(1 / (1 - next()) ** 0.65));
      open.push({ id, text: host, left });
      waiting += left;
    }
    yield { id, outlet: `Outlet ${outlet}`, text: signed(host), copyOf: null };
  }
}

/**
 * A copy of `text` set between two halves of `host`, an unrelated article. `verbatim` … `heavy` take a stretch and edit
 * it as EDITS says; `short` takes 12 to 24 words, edited lightly; `trimmed` takes the first third to two thirds;
 * `reordered` shuffles the paragraphs. The first and last word of a block are never edited, so that its ends are known.
 */
export function makeCopy(
  text: string,
  host: string,
  level: Level,
  author: Author,
  next: () => number,
): { readonly text: string; readonly blocks: readonly Block[] } {
  const words = piecesOf(text, /\S+/g);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  let taken: readonly Piece[];
  if (level === 'reordered') {
    const paragraphs = piecesOf(text, /[^\n]+/g).filter(
      (p) => (text.slice(p.start, p.end).match(/[\p{L}\p{N}_]+/gu) ?? []).length >= BLOCK_WORDS.least,
    );
    taken = shuffled(paragraphs.length > 0 ? paragraphs : [{ start: 0, end: text.length }], next);
  } else {
    const third = Math.ceil(words.length / 3);
    const length =
      level === 'short'
        ? between(SHORT_WORDS.least, SHORT_WORDS.most)
        : level === 'trimmed'
          ? between(third, 2 * third)
          : Math.round(BLOCK_WORDS.least * (BLOCK_WORDS.most / BLOCK_WORDS.least) ** next());
    const from = level === 'trimmed' ? 0 : between(0, Math.max(0, words.length - length));
    const last = Math.min(words.length, from + length) - 1;
    taken = [{ start: words[from]!.start, end: words[last]!.end }];
  }
  const rate = level === 'short' ? EDITS.light : level in EDITS ? EDITS[level as keyof typeof EDITS] : 0;
  const middle = host.indexOf(' ', host.length / 2) + 1;
  let copy = `${host.slice(0, middle).trimEnd()}\n\n`;
  const blocks: Block[] = [];
  for (const piece of taken) {
    const original = trimmedToWords(text, piece);
    if (original.start >= original.end) continue;
    const start = copy.length;
    copy += edited(text.slice(original.start, original.end), rate / 100, author, next);
    blocks.push({ original, copy: { start, end: copy.length } });
    copy += '\n\n';
  }
  return { text: copy + host.slice(middle), blocks };
}

const NUMBERS: { readonly [word: string]: string } = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
};
const DIGITS = Object.fromEntries(Object.entries(NUMBERS).map(([word, digits]) => [digits, word]));

/** Edits words at the rate, and changes the dress of half as many again: quote marks, case, accents, hyphens. */
function edited(text: string, rate: number, author: Author, next: () => number): string {
  const parts = text.split(/(\s+)/);
  const some = () => 1 + Math.floor(next() ** 2 * 3);
  const drop = (from: number, count: number) => {
    for (let i = from; i < Math.min(from + 2 * count, parts.length - 2); i += 2) parts[i] = parts[i + 1] = '';
  };
  for (let i = 2; i < parts.length - 2; i += 2) {
    if (parts[i] === '') continue;
    if (next() < rate / 2) parts[i] = dressed(parts[i]!, next);
    if (next() >= rate) continue;
    const kind = next();
    if (kind < 0.4) parts[i] = author.word(next);
    else if (kind < 0.62) drop(i, some());
    else if (kind < 0.82)
      parts[i] = `${Array.from({ length: some() }, () => author.word(next)).join(' ')} ${parts[i]}`;
    else if (kind < 0.92) parts[i] = misspelt(parts[i]!, next);
    else if (i + 2 < parts.length - 2) [parts[i], parts[i + 2]] = [parts[i + 2]!, parts[i]!];
  }
  return parts.join('');
}

/** The same word in other dress. */
function dressed(word: string, next: () => number): string {
  const bare = word.toLowerCase();
  if (bare in NUMBERS) return NUMBERS[bare]!;
  if (bare in DIGITS) return DIGITS[bare]!;
  const kind = next();
  if (/[“”"]/.test(word)) return word.replace(/[“”]/g, '"');
  if (kind < 0.4) return word.toUpperCase();
  if (kind < 0.6) return word.replace(/[eo]/, (letter) => (letter === 'e' ? 'é' : 'ö'));
  if (kind < 0.8) return `“${word}”`;
  return word.length > 5 ? `${word.slice(0, 3)}-${word.slice(3)}` : word;
}

function misspelt(word: string, next: () => number): string {
  const at = Math.floor(next() * word.length);
  return next() < 0.5 && word.length > 3
    ? word.slice(0, at) + word.slice(at + 1)
    : `${word.slice(0, at)}${word[at]}${word.slice(at)}`;
}

/** Without the quotation marks and stops at its ends: a passage ends at words. */
function trimmedToWords(text: string, piece: Piece): Piece {
  const word = /[\p{L}\p{N}_]/u;
  let { start, end } = piece;
  while (start < end && !word.test(text[start]!)) start++;
  while (end > start && !word.test(text[end - 1]!)) end--;
  return { start, end };
}

function piecesOf(text: string, pattern: RegExp): Piece[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const k = Math.floor(next() * (i + 1));
    [out[i], out[k]] = [out[k]!, out[i]!];
  }
  return out;
}
