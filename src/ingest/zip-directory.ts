/**
 * What a zip archive says it holds. fflate reads entries, but says neither where they lie nor which are locked, and
 * both are needed to read a large archive in stretches and to refuse one made to harm.
 */
import { gather, type Source } from './source.js';

export interface ZipEntry {
  /** As written, with whatever path. */
  readonly name: string;
  readonly isLocked: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Entries over the limit, not listed. */
  readonly left: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** May stand last in the directory. */
const SIGNATURE = 0x05054b50;
const MOST_ENTRIES = 100_000;
const MOST_DIRECTORY_BYTES = 64 * 1024 * 1024;
/** The end record stands last, but for a comment of this length at most. */
const TAIL = 22 + 65_535;

/** The archive's directory; null where it has none that is whole, as when it is cut off. Entries of folders are left out. */
export async function zipDirectory(source: Source): Promise<ZipDirectory | null> {
  const tailAt = Math.max(0, source.size - TAIL);
  const tail = await gather(source.read(tailAt, source.size), TAIL);
  if (tail === null) return null;
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const said = await endOf(source, view, at);
    // An archive behind other bytes, as in a program that unpacks itself: all offsets are off by so much.
    const shift = said === null ? -1 : tailAt + at - said.before - said.size - said.start;
    if (said === null || shift < 0 || said.size > MOST_DIRECTORY_BYTES) continue;
    const bytes = await gather(
      source.read(said.start + shift, said.start + shift + said.size),
      MOST_DIRECTORY_BYTES,
    );
    return bytes === null ? null : listed(bytes, shift);
  }
  return null;
}

/** Start and size of the directory, and how many bytes stand between it and the end record. */
async function endOf(
  source: Source,
  view: DataView,
  at: number,
): Promise<{ start: number; size: number; before: number } | null> {
  const size = view.getUint32(at + 12, true);
  const start = view.getUint32(at + 16, true);
  if (start !== 0xffffffff && size !== 0xffffffff) return { start, size, before: 0 };
  if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR_64) return null;
  const at64 = Number(view.getBigUint64(at - 12, true));
  const end64 = await gather(source.read(at64, Math.min(source.size, at64 + 56)), 56);
  if (end64 === null || end64.length < 56 || viewOf(end64).getUint32(0, true) !== END_64) return null;
  const found = viewOf(end64);
  const before = 20 + 12 + Number(found.getBigUint64(4, true));
  return { size: Number(found.getBigUint64(40, true)), start: Number(found.getBigUint64(48, true)), before };
}

function listed(bytes: Uint8Array, shift: number): ZipDirectory | null {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let left = 0;
  let at = 0;
  while (at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY) {
    const flags = view.getUint16(at + 8, true);
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const [nameLength, extraLength] = [lengths[0]!, lengths[1]!];
    const nameAt = at + 46;
    const name = decodeName(bytes.subarray(nameAt, nameAt + nameLength), (flags & 0x800) !== 0);
    const large = largeFields(bytes.subarray(nameAt + nameLength, nameAt + nameLength + extraLength));
    const field = (offset: number): number => {
      const value = view.getUint32(at + offset, true);
      return value === 0xffffffff ? (large.shift() ?? value) : value;
    };
    const size = field(24); // in the order in which the extra field gives the large ones
    const packedSize = field(20);
    const offset = field(42) + shift;
    const isFolder = /[/\\]$/.test(name);
    if (entries.length >= MOST_ENTRIES) left++;
    else if (!isFolder) {
      const [method, crc] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
      entries.push({ name, isLocked: (flags & 0x2041) !== 0, method, crc, packedSize, size, offset });
    }
    at = nameAt + lengths.reduce((sum, length) => sum + length, 0);
  }
  const isWhole = at === bytes.length || (at + 4 <= bytes.length && view.getUint32(at, true) === SIGNATURE);
  return isWhole ? { entries, left } : null;
}

/** Sizes and offset of an entry over 4 GB. */
function largeFields(extra: Uint8Array): number[] {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      const fields: number[] = [];
      for (let i = at + 4; i + 8 <= Math.min(extra.length, at + 4 + length); i += 8)
        fields.push(Number(view.getBigUint64(i, true)));
      return fields;
    }
    at += 4 + length;
  }
  return [];
}

/** Names are UTF-8 where they say so, and mostly where they do not; else of the old code page, whose letters nobody misses in a ref. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

/** Where an entry's packed bytes begin; null where no entry lies there. */
export async function dataStart(source: Source, entry: ZipEntry): Promise<number | null> {
  if (entry.offset < 0 || entry.offset + 30 > source.size) return null;
  const head = await gather(source.read(entry.offset, entry.offset + 30), 30);
  if (head === null || head.length < 30 || viewOf(head).getUint32(0, true) !== LOCAL) return null;
  return entry.offset + 30 + viewOf(head).getUint16(26, true) + viewOf(head).getUint16(28, true);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
