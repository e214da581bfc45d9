/** Bits of the filter: a table of 200,000 keys fills one in twenty. */
const FILTER_BITS = 22;

/**
 * A table in one string, `KEY TAB ROWS NEWLINE`, sorted by code unit. Nothing is loaded but a filter of hashed keys (Bloom
 * 1970, one hash), since nearly all words that are looked up are in no table.
 */
export class SortedTable {
  private filter: Int32Array | null = null;

  constructor(private readonly text: string) {}

  /** False where the key is surely not in the table. */
  mayHold(key: string): boolean {
    this.filter ??= filterOf(this.text);
    const hash = hashOf(key, 0, key.length);
    return (this.filter[hash >>> 5]! & (1 << (hash & 31))) !== 0;
  }

  /** What stands behind the key, or null where it is not in the table. */
  find(key: string): string | null {
    return this.mayHold(key) ? search(this.text, key) : null;
  }
}

function filterOf(text: string): Int32Array {
  const filter = new Int32Array(1 << (FILTER_BITS - 5));
  for (let start = 0; start < text.length; ) {
    const tab = text.indexOf('\t', start);
    if (tab < 0) break;
    const hash = hashOf(text, start, tab);
    filter[hash >>> 5]! |= 1 << (hash & 31);
    const end = text.indexOf('\n', tab);
    start = end < 0 ? text.length : end + 1;
  }
  return filter;
}

/** FNV-1a over UTF-16 code units, folded to the bits of the filter. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return ((hash ^ (hash >>> FILTER_BITS)) & ((1 << FILTER_BITS) - 1)) >>> 0;
}

function search(text: string, key: string): string | null {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const start = text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
    const tab = text.indexOf('\t', start);
    if (tab < 0) return null;
    const end = text.indexOf('\n', tab);
    const found = text.slice(start, tab);
    if (found === key) return text.slice(tab + 1, end);
    if (found < key) low = end + 1;
    else high = start;
  }
  return null;
}
