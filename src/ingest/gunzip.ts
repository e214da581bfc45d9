/** Gzip of many members, as web archives are: members are told apart, and reading goes on after a damaged one. */
import { Gunzip } from 'fflate';
import { crc32 } from './crc32.js';
import { joined, STEP, stepsOf } from './source.js';

/** Unpacked bytes; the start of a member, before its bytes, at an offset in the packed file; or damage, after what could be read of a member. */
export type GzipPiece =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'member'; readonly offset: number }
  /** Offset in the packed file of the member that is damaged, or of what is no member. */
  | { readonly kind: 'damage'; readonly offset: number };

/** So many packed bytes, in steps, are looked through again for a member that a damaged one ran over. */
const LOOK_BACK = 64;

/** A file that breaks off more often is rubbish made to keep us busy. */
const MOST_DAMAGES = 500;

/** Prose is packed to a third; what unpacks to so many times its size is no text, from some size on. */
const MOST_FOLD = 200;
const LEAST_BOMB = 16 * 1024 * 1024;

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Unpacks a stream. `take` is told of bytes before they are handed on, and may throw. Throws RangeError where the
 * stream unpacks to a multiple that no text has. Damage never throws.
 */
export async function* gunzip(
  chunks: AsyncIterable<Uint8Array>,
  take: (bytes: number) => void,
): AsyncGenerator<GzipPiece> {
  const members = new Members();
  let packed = 0;
  let size = 0;
  const counted = (piece: GzipPiece): GzipPiece => {
    if (piece.kind !== 'bytes') return piece;
    size += piece.bytes.length;
    if (size > LEAST_BOMB && size > MOST_FOLD * packed)
      throw new RangeError('it unpacks to a multiple of its size that no text has');
    take(piece.bytes.length);
    return piece;
  };
  for await (const chunk of evened(chunks)) {
    for (const step of stepsOf(chunk)) {
      packed += step.length;
      for (const piece of members.push(step)) yield counted(piece);
      if (members.damages > MOST_DAMAGES) return;
    }
  }
  for (const piece of members.finish()) yield counted(piece);
}

/** Small chunks joined: what is read does not depend on where a stream was cut. */
async function* evened(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < STEP) continue;
    const all = joined(held);
    const whole = size - (size % STEP);
    yield all.subarray(0, whole);
    held = [all.subarray(whole)];
    size -= whole;
  }
  yield joined(held);
}

class Members {
  damages = 0;
  /** Null while the next member is looked for. */
  #unzip: Gunzip | null = null;
  /** Of the member that is read, or from where the next is looked for. */
  #start = 0;
  /** Where the bytes pushed so far end. */
  #end = 0;
  /** Packed bytes back to the start of the member, at most LOOK_BACK of them. */
  #recent: Uint8Array[] = [];
  #out: GzipPiece[] = [];
  /** Whether the damage that led here was told. */
  #told = false;
  /** Checksum and size of what was unpacked of the member. */
  #crc = 0;
  #size = 0;

  *push(step: Uint8Array): Generator<GzipPiece> {
    const queue = [step];
    while (queue.length > 0 && this.damages <= MOST_DAMAGES) {
      const bytes = queue.shift()!;
      if (this.#unzip === null) {
        this.#recent.push(bytes);
        this.#end += bytes.length;
        queue.unshift(...stepsOf(this.#seek()));
      } else {
        this.#recent.push(bytes);
        if (this.#recent.length > LOOK_BACK) this.#recent.shift();
        this.#end += bytes.length;
        queue.unshift(...stepsOf(this.#inflate(bytes, false)));
      }
      yield* this.#handOut();
    }
  }

  *finish(): Generator<GzipPiece> {
    const rest = this.#unzip === null ? NONE : this.#inflate(NONE, true);
    yield* this.#handOut();
    if (rest.length > 0) yield* this.push(rest);
  }

  *#handOut(): Generator<GzipPiece> {
    const out = this.#out;
    this.#out = [];
    yield* out;
  }

  /** Starts on the next member, and gives the bytes to read again from there; none where there is none yet. */
  #seek(): Uint8Array {
    const bytes = joined(this.#recent);
    const at = nextMember(bytes);
    // A start cut in two is found with the bytes that follow.
    const skipped = at < 0 ? Math.max(0, bytes.length - 3) : at;
    // Tapes and some servers fill up with zeros: that is no damage.
    if (!this.#told && bytes.subarray(0, skipped).some((byte) => byte !== 0))
      this.#tell(this.#end - bytes.length);
    const rest = bytes.subarray(skipped);
    if (at < 0) {
      this.#recent = [rest];
      return NONE;
    }
    this.#recent = [];
    this.#end -= rest.length;
    this.#begin(this.#end);
    const base = this.#end;
    this.#unzip = new Gunzip((data) => {
      if (data.length === 0) return;
      this.#crc = crc32(data, this.#crc);
      this.#size += data.length;
      this.#out.push({ kind: 'bytes', bytes: data });
    });
    this.#unzip.onmember = (offset) => {
      if (!this.#isSound(base + offset)) this.#tell(this.#start);
      this.#begin(base + offset);
    };
    return rest;
  }

  #begin(start: number): void {
    this.#start = start;
    this.#told = false;
    this.#crc = 0;
    this.#size = 0;
    this.#out.push({ kind: 'member', offset: start });
    const held = this.#end - start;
    let size = this.#recent.reduce((sum, part) => sum + part.length, 0);
    while (this.#recent.length > 0 && size - this.#recent[0]!.length >= held)
      size -= this.#recent.shift()!.length;
  }

  #tell(offset: number): void {
    this.#told = true;
    this.damages++;
    this.#out.push({ kind: 'damage', offset });
  }

  /** Whether the member that ends there is what its last eight bytes say. */
  #isSound(end: number): boolean {
    const recent = joined(this.#recent);
    const at = recent.length - (this.#end - end) - 8;
    if (at < 0) return false;
    const said = new DataView(recent.buffer, recent.byteOffset + at, 8);
    return said.getUint32(0, true) === this.#crc && said.getUint32(4, true) === this.#size % 2 ** 32;
  }

  /** Gives the bytes to look through for the next member, where this one is damaged. */
  #inflate(bytes: Uint8Array, final: boolean): Uint8Array {
    const unzip = this.#unzip!;
    try {
      unzip.push(bytes, final);
      if (final && !this.#isSound(this.#end)) this.#tell(this.#start);
      return NONE;
    } catch (cause) {
      const recent = joined(this.#recent);
      let rest = recent.subarray(Math.max(0, this.#start + 1 - (this.#end - recent.length)));
      const after =
        (cause as { code?: unknown }).code === FlateErrorCode.InvalidHeader ? between(unzip) : null;
      // Where the member before is whole, what follows it is looked through; else it may have run over the next.
      if (after !== null && this.#isSound(this.#end - after.length)) rest = after;
      else this.#tell(this.#start);
      this.#unzip = null;
      this.#recent = [];
      this.#end -= rest.length;
      return rest;
    }
  }
}

const NONE = new Uint8Array(0);
/** Of fflate's errors: where a member should start there is none. */
const FlateErrorCode = { InvalidHeader: 6 } as const;

/** Bytes that fflate took for the header of a member; it has no public name for them. */
function between(unzip: Gunzip): Uint8Array | null {
  const { p, v } = unzip as unknown as { p?: Uint8Array; v?: number };
  return p instanceof Uint8Array && typeof v === 'number' ? p.subarray(v - 1) : null;
}

/** Where a member may start: the signature, deflate, and no flag that does not exist; -1 where nowhere. */
function nextMember(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x1f); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && at + 3 < bytes.length && bytes[at + 3]! < 0x20)
      return at;
  }
  return -1;
}
