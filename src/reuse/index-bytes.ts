/** A saved index of reuse as bytes: a header of JSON that names the arrays, then the arrays. */
import { StemmaError } from '../model/errors.js';
import { ReuseIndex, type SavedIndex } from './reuse-index.js';

/** A change that breaks a reader raises it. */
const VERSION = 1;
const MAGIC = new TextEncoder().encode('stemma reuse index\n');
/** Arrays begin at multiples of it. */
const STEP = 8;

type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** The pieces of a file, in order. Numbers are little-endian. */
export function* toBytes(index: ReuseIndex): Generator<Uint8Array> {
  const arrays: Numbers[] = [];
  const plain = JSON.stringify({ version: VERSION, index: index.saved() }, (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    arrays.push(value as Numbers);
    return { array: arrays.length - 1, type: value.constructor.name };
  });
  const header = new TextEncoder().encode(
    `${JSON.stringify({ lengths: arrays.map(({ byteLength }) => byteLength) })}\n${plain}`,
  );
  const start = new Uint8Array(padded(MAGIC.length + 8));
  start.set(MAGIC);
  new DataView(start.buffer).setUint32(MAGIC.length, header.length, true);
  yield start;
  for (const piece of [header, ...arrays]) {
    yield new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength);
    yield new Uint8Array(padded(piece.byteLength) - piece.byteLength);
  }
}

/** The index in the bytes of a file. Throws StemmaError where there is none, or one of another version. */
export function fromBytes(bytes: Uint8Array): ReuseIndex {
  const broken = (why: string) => new StemmaError('read', `no index of reuse that can be read: ${why}`);
  const first = padded(MAGIC.length + 8);
  if (bytes.length < first || MAGIC.some((byte, i) => bytes[i] !== byte))
    throw broken('it does not begin like one');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint32(MAGIC.length, true);
  try {
    const header = new TextDecoder('utf-8', { fatal: true }).decode(
      bytes.subarray(first, first + headerLength),
    );
    const [lengthsLine = '', plain = ''] = splitLine(header);
    const { lengths } = JSON.parse(lengthsLine) as { lengths: number[] };
    const starts: number[] = [];
    let at = first + padded(headerLength);
    for (const length of lengths) {
      starts.push(at);
      at += padded(length);
    }
    if (at > bytes.length) throw broken('it ends too early');
    const { version, index } = JSON.parse(plain, (_, value: unknown) => {
      const told = value as { array?: unknown; type?: unknown } | null;
      if (typeof told !== 'object' || told === null || typeof told.array !== 'number') return value;
      const start = starts[told.array]!;
      return numbers(bytes.subarray(start, start + lengths[told.array]!), told.type);
    }) as { version: number; index: SavedIndex };
    if (version !== VERSION) throw broken(`it is of version ${version}, and ${VERSION} is read`);
    return ReuseIndex.of(index);
  } catch (cause) {
    throw cause instanceof StemmaError ? cause : broken('it is damaged');
  }
}

const padded = (length: number): number => Math.ceil(length / STEP) * STEP;

function splitLine(text: string): [string, string] {
  const end = text.indexOf('\n');
  return [text.slice(0, end), text.slice(end + 1)];
}

/** In place where they are aligned, else copied. */
function numbers(bytes: Uint8Array, type: unknown): Numbers {
  const { buffer, byteOffset, byteLength } = byteOffsetAligned(bytes) ? bytes : bytes.slice();
  if (type === 'Uint32Array') return new Uint32Array(buffer, byteOffset, byteLength / 4);
  if (type === 'Uint16Array') return new Uint16Array(buffer, byteOffset, byteLength / 2);
  return new Uint8Array(buffer, byteOffset, byteLength);
}

const byteOffsetAligned = ({ byteOffset }: Uint8Array): boolean => byteOffset % STEP === 0;
