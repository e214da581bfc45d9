/** The records of a web archive one after the other, whatever is wrong with it. Framing by warcio, within bounds. */
import { type LimitReader, type StatusAndHeaders, WARCParser } from 'warcio';
import { type GzipPiece, gunzip, isGzip } from './gunzip.js';
import { gather, type Source } from './source.js';

export interface WarcRecord {
  /** From 1. */
  readonly number: number;
  readonly type: string;
  /** Where it begins in the archive; null inside a packed member that began with another. */
  readonly offset: number | null;
  header(name: string): string | null;
  /** What it holds, in chunks; read on or left, as one likes. */
  readonly content: AsyncIterator<Uint8Array>;
  /** Whether the content ended before its length; known once all of it was read. */
  isCut(): boolean;
}

/** Record headers and lines longer than this are none. */
const MOST_HEADER_BYTES = 1024 * 1024;
const MOST_LINE = 64 * 1024;
const PIECE = 64 * 1024;

/** The records of the archive, packed or not. `take` is told of bytes unpacked and may throw; `damaged` is told of what is broken. */
export async function* recordsOf(
  source: Source,
  take: (bytes: number) => void,
  damaged: (note: string) => void,
): AsyncGenerator<WarcRecord> {
  let number = 0;
  for await (const { bytes, offset } of await stretchesOf(source, take, damaged)) {
    const parser = new Parser(bytes);
    let inStretch = 0;
    try {
      for (let record = await parser.parse(); record !== null; record = await parser.parse()) {
        number++;
        if (parser.junk > 0) damaged(`${parser.junk} bytes before record ${number} belong to no record`);
        inStretch++;
        const inPacked = offset();
        const { warcHeaders, warcType } = record;
        const reader = parser.content!;
        const at = number;
        const content = reader[Symbol.asyncIterator]();
        const isCut = (): boolean => reader.limit > 0;
        yield {
          number,
          type: String(warcType ?? '').toLowerCase(),
          offset: inPacked === null ? parser.start : inStretch === 1 ? inPacked : null,
          header: (name) => warcHeaders.headers.get(name) ?? null,
          content,
          isCut,
        };
        for (let next = await content.next(); !next.done; ) next = await content.next();
        if (isCut()) damaged(`record ${at} is shorter than it says`);
      }
      if (parser.junk > 0) damaged(`${parser.junk} bytes after record ${number} belong to no record`);
    } catch (cause) {
      if (!(cause instanceof HeaderError)) throw cause;
      damaged(`${cause.message} after record ${number}`);
    }
  }
}

class HeaderError extends Error {}

/** warcio's parser, which waits for ever at the end of a record cut off and reads any line as a record. */
class Parser extends WARCParser {
  /** Bytes before the last record, or after it, that are none. */
  junk = 0;
  /** Where the last record begins in the stretch. */
  start = 0;
  content: LimitReader | null = null;
  readonly #guard: { inHeader: boolean };

  constructor(stretch: AsyncIterable<Uint8Array>) {
    const guard = { inHeader: false };
    super(guarded(stretch, guard), { parseHttp: false });
    this.#guard = guard;
    this._reader.compressed = null;
  }

  override async readToNextRecord(): Promise<Uint8Array | null> {
    this.junk = 0;
    for (let whole = true; ; ) {
      const line = await this._reader.readlineRaw(MOST_LINE);
      if (line === null || line.length === 0) return null;
      if (whole && /^WARC\/\d/.test(Buffer.from(line.subarray(0, 8)).toString('latin1'))) {
        this.#guard.inHeader = true;
        this.start = this._reader.getReadOffset() - line.length;
        return line;
      }
      whole = line.at(-1) === 10;
      if (line.some((byte) => byte !== 10 && byte !== 13)) this.junk += line.length;
    }
  }

  override _initRecordReader(warcHeaders: StatusAndHeaders): LimitReader {
    this.#guard.inHeader = false;
    const length = warcHeaders.headers.get('Content-Length') ?? '';
    // What is no length is none: the content is then passed over as belonging to no record.
    if (!/^\d{1,15}$/.test(length)) warcHeaders.headers.set('Content-Length', '0');
    this.content = super._initRecordReader(warcHeaders);
    return this.content;
  }
}

/** Hands out small pieces, so that a header without an end is noticed before it fills the memory. */
async function* guarded(
  chunks: AsyncIterable<Uint8Array>,
  guard: { readonly inHeader: boolean },
): AsyncGenerator<Uint8Array> {
  let header = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE);
      header = guard.inHeader ? header + piece.length : 0;
      if (header > MOST_HEADER_BYTES) throw new HeaderError('a header without an end');
      yield piece;
    }
  }
}

/** Bytes in which records follow each other. */
interface Stretch {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** That of the packed member which is being read; null in a plain file. */
  offset(): number | null;
}

/** The whole of a plain file, of a packed one each member. */
async function stretchesOf(
  source: Source,
  take: (bytes: number) => void,
  damaged: (note: string) => void,
): Promise<AsyncIterable<Stretch> | Iterable<Stretch>> {
  const first = await gather(source.read(0, 2), 2);
  return first !== null && isGzip(first)
    ? members(gunzip(source.read(), take), damaged)
    : [{ bytes: source.read(), offset: () => null }];
}

/** One stretch from each member that begins with a record: a length that is wrong in one does no harm in the next. */
async function* members(
  pieces: AsyncIterable<GzipPiece>,
  damaged: (note: string) => void,
): AsyncGenerator<Stretch> {
  const source = pieces[Symbol.asyncIterator]();
  let ahead = await source.next();
  let offset = 0;
  async function* stretch(): AsyncGenerator<Uint8Array> {
    let [isFirst, isStart] = [true, false];
    while (!ahead.done) {
      const piece = ahead.value;
      if (piece.kind === 'bytes' && isStart && !isFirst && beginsRecord(piece.bytes)) return;
      // Moved on before anything is handed out, since whoever reads may break off there.
      ahead = await source.next();
      if (piece.kind === 'member') {
        isStart = true;
        offset = piece.offset;
      } else if (piece.kind === 'damage') {
        damaged(`damaged at byte ${piece.offset}`);
        if (!isFirst) return;
      } else {
        [isFirst, isStart] = [false, false];
        yield piece.bytes;
      }
    }
  }
  while (!ahead.done) {
    const bytes = stretch();
    yield { bytes, offset: () => offset };
    for (let next = await bytes.next(); !next.done; ) next = await bytes.next();
  }
}

function beginsRecord(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  return 'WARC/'.startsWith(head);
}
