/**
 * Values by word, looked up where the word stands in a text: no slice is made and hashed for a word that is known, which is
 * what most of the time would go to. Bounded, so that a million documents fit: it is emptied when full.
 */
export class WordTable<T> {
  private readonly slots: Int32Array;
  private words: string[] = [];
  private values: T[] = [];

  /** @param limit words held at most; a power of two of twice as many slots is taken for them. */
  constructor(private readonly limit: number) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(limit * 2)));
  }

  /** The value of `text[start, end)`, or undefined. */
  get(text: string, start: number, end: number): T | undefined {
    const mask = this.slots.length - 1;
    for (let slot = hashOf(text, start, end) & mask; ; slot = (slot + 1) & mask) {
      const at = this.slots[slot]! - 1;
      if (at < 0) return undefined;
      const word = this.words[at]!;
      if (word.length === end - start && text.startsWith(word, start)) return this.values[at];
    }
  }

  /** Adds a word that is not in the table. */
  set(word: string, value: T): void {
    if (this.words.length >= this.limit) {
      this.slots.fill(0);
      this.words = [];
      this.values = [];
    }
    const mask = this.slots.length - 1;
    let slot = hashOf(word, 0, word.length) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = this.words.push(word);
    this.values.push(value);
  }
}

/** FNV-1a over UTF-16 code units, finished so that its low bits are good. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
