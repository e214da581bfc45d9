/** Passages of a corpus as lines of JSON: Passages of the record with the rows' own ids, and no words unless asked for. */
import { BOILERPLATE, ROW } from '../../model/passage-rows.js';

/** Bytes gathered before they are handed on, and the most that a line takes without its ids and words. */
const BATCH = 1 << 20;
const LINE = 300;
/** Decimals of a similarity. */
const DECIMALS = 10_000;

/**
 * Writes rows (model/passage-rows.ts) as lines of UTF-8. Numbers go digit by digit into the bytes: a corpus has millions
 * of rows, and strings of them would take as long as finding them. `text`: of a document, to give the words of each side;
 * null for none.
 */
export class RowWriter {
  /** The ids as JSON, one after the other in UTF-8, and where each begins; two hashes of each. */
  private readonly idBytes: Uint8Array;
  private readonly idStarts: Uint32Array;
  private readonly low: Uint32Array;
  private readonly high: Uint32Array;
  private batch: Uint8Array<ArrayBuffer> = new Uint8Array(BATCH);
  private length = 0;

  constructor(
    ids: readonly string[],
    private readonly text: ((doc: number) => string) | null,
  ) {
    this.low = new Uint32Array(ids.length);
    this.high = new Uint32Array(ids.length);
    this.idStarts = new Uint32Array(ids.length + 1);
    const json = ids.map((id) => JSON.stringify(id));
    // Three bytes of UTF-8 to a code unit at most.
    const bytes = new Uint8Array(3 * json.reduce((sum, { length }) => sum + length, 0));
    json.forEach((id, doc) => {
      const start = this.idStarts[doc]!;
      const end = start + utf8.encodeInto(id, bytes.subarray(start)).written;
      this.idStarts[doc + 1] = end;
      let [low, high] = [0x811c9dc5, 0x9e3779b9];
      for (let i = start; i < end; i++) {
        low = Math.imul(low ^ bytes[i]!, 0x01000193);
        high = Math.imul(high + bytes[i]!, 0x85ebca6b) ^ (high >>> 13);
      }
      this.low[doc] = low;
      this.high[doc] = high;
    });
    this.idBytes = bytes.slice(0, this.idStarts[ids.length]);
  }

  /** The lines of some rows, many to a piece; a piece holds until the next is asked for. */
  *lines(rows: Uint32Array): Generator<Uint8Array> {
    for (let r = 0; r < rows.length; r += ROW) {
      const words =
        this.text === null ? 0 : 3 * (rows[r + 3]! - rows[r + 2]! + rows[r + 5]! - rows[r + 4]!) * 2;
      const need = LINE + words + this.idLength(rows[r]!) + this.idLength(rows[r + 1]!);
      if (this.length + need > this.batch.length) {
        if (this.length > 0) yield this.take();
        if (need > this.batch.length) this.batch = new Uint8Array(need);
      }
      this.line(rows, r);
    }
    if (this.length > 0) yield this.take();
  }

  private take(): Uint8Array {
    const piece = this.batch.subarray(0, this.length);
    this.length = 0;
    return piece;
  }

  private line(rows: Uint32Array, r: number): void {
    const aWords = rows[r + 6]!;
    const bWords = rows[r + 7]!;
    const matched = (rows[r + 8]! & ~BOILERPLATE) >>> 0;
    const boilerplate = rows[r + 8]! >= BOILERPLATE;
    this.bytes(ID);
    this.id(rows, r);
    this.bytes(A);
    this.side(rows[r]!, rows[r + 2]!, rows[r + 3]!);
    this.bytes(B);
    this.side(rows[r + 1]!, rows[r + 4]!, rows[r + 5]!);
    if (matched === aWords && matched === bWords) this.bytes(VERBATIM);
    else {
      this.bytes(EDITED);
      this.share(Math.min(DECIMALS - 1, Math.round((2 * matched * DECIMALS) / (aWords + bWords))));
    }
    this.bytes(boilerplate ? MARKED : END);
  }

  private side(doc: number, start: number, end: number): void {
    this.bytes(DOC);
    this.idOf(doc);
    this.bytes(START);
    this.number(start);
    this.bytes(STOP);
    this.number(end);
    if (this.text !== null) {
      this.bytes(EXACT);
      this.bytes(utf8.encode(JSON.stringify(this.text(doc).slice(start, end))));
    }
    this.batch[this.length++] = 0x7d;
  }

  private idLength(doc: number): number {
    return this.idStarts[doc + 1]! - this.idStarts[doc]!;
  }

  private idOf(doc: number): void {
    const { batch, idBytes, idStarts } = this;
    let { length } = this;
    for (let i = idStarts[doc]!; i < idStarts[doc + 1]!; i++) batch[length++] = idBytes[i]!;
    this.length = length;
  }

  private bytes(bytes: Uint8Array): void {
    const { batch } = this;
    let { length } = this;
    for (let i = 0; i < bytes.length; i++) batch[length++] = bytes[i]!;
    this.length = length;
  }

  private number(number: number): void {
    let digits = 1;
    for (let most = 10; number >= most; most *= 10) digits++;
    let left = number;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      const next = Math.floor(left / 10);
      this.batch[at] = 0x30 + left - 10 * next;
      left = next;
    }
    this.length += digits;
  }

  /** 0.dddd without zeros at its end. */
  private share(tenThousandths: number): void {
    let digits = 4;
    let left = tenThousandths;
    while (digits > 1 && left % 10 === 0) {
      left /= 10;
      digits--;
    }
    this.batch[this.length++] = 0x30;
    if (tenThousandths === 0) return;
    this.batch[this.length++] = 0x2e;
    for (let at = this.length + digits - 1; at >= this.length; at--) {
      const next = Math.floor(left / 10);
      this.batch[at] = 0x30 + left - 10 * next;
      left = next;
    }
    this.length += digits;
  }

  /** A content hash of ids and offsets: 64 bits, of no cryptographic strength (SHA-256 would take longer than all else). */
  private id(rows: Uint32Array, r: number): void {
    let low = stir(this.low[rows[r]!]!, this.low[rows[r + 1]!]!);
    let high = stir(this.high[rows[r]!]!, this.high[rows[r + 1]!]!);
    for (let k = 2; k < 6; k++) {
      low = stir(low, rows[r + k]!);
      high = stir(high ^ low, rows[r + k]! + 0x9e3779b9);
    }
    this.hex(low);
    this.hex(high);
  }

  private hex(word: number): void {
    for (let shift = 28; shift >= 0; shift -= 4) this.batch[this.length++] = DIGITS[(word >>> shift) & 15]!;
  }
}

function stir(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0xcc9e2d51);
  h = Math.imul((h << 15) | (h >>> 17), 0x1b873593);
  return h ^ (h >>> 16);
}

const utf8 = new TextEncoder();
const DIGITS = utf8.encode('0123456789abcdef');
const ID = utf8.encode('{"id":"p-');
const A = utf8.encode('","a":');
const B = utf8.encode(',"b":');
const DOC = utf8.encode('{"doc":');
const START = utf8.encode(',"start":');
const STOP = utf8.encode(',"end":');
const EXACT = utf8.encode(',"exact":');
const VERBATIM = utf8.encode(',"kind":"verbatim","similarity":1');
const EDITED = utf8.encode(',"kind":"edited","similarity":');
const MARKED = utf8.encode(',"boilerplate":true}\n');
const END = utf8.encode('}\n');
