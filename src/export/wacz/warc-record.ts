/** WARC records of files as they were received. Serialised by warcio. */
import { WARCRecord, WARCSerializer } from 'warcio';
import { GENERATOR_VERSION } from '../../model/version.js';
import { sha256 } from '../../text/ids.js';

/** Bytes handed to the serialiser at once: what it packed of them waits in memory. */
const STEP = 64 * 1024;

/** pako and not the system's zlib: the same bytes on every machine. */
const PACKED = { gzip: true, preferPako: true } as const;

export interface SerialisedRecord {
  /** WARC-Record-ID. */
  readonly id: string;
  /** WARC-Payload-Digest, "sha256:" and hex. */
  readonly digest: string;
  /** One gzip member. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * A `resource` record, since what is kept is the file and no answer of a server: a head of HTTP would be made up.
 * `date`: as `warcDate` gives it.
 */
export function resourceRecord(
  bytes: Uint8Array,
  about: { readonly url: string; readonly date: string; readonly type: string; readonly ref: string },
): SerialisedRecord {
  const { url, date, type, ref } = about;
  const digest = `sha256:${sha256(bytes)}`;
  const id = recordId(url, date, digest, ref);
  const record = WARCRecord.create(
    { type: 'resource', url, date, warcHeaders: { 'WARC-Record-ID': id, 'Content-Type': type } },
    stepsOf(bytes),
  );
  return { id, digest, chunks: new WARCSerializer(record, PACKED) };
}

/** The first record of a WARC, which says what made it. */
export function infoRecord(filename: string, date: string): AsyncIterable<Uint8Array> {
  const record = WARCRecord.createWARCInfo(
    { filename, date, warcHeaders: { 'WARC-Record-ID': recordId(filename, date) } },
    {
      software: `stemma ${GENERATOR_VERSION}`,
      format: 'WARC File Format 1.0',
      description: 'Files as received',
    },
  );
  return new WARCSerializer(record, PACKED);
}

/** To the second, as WARC 1.0 has it. Throws RangeError where it is no time. */
export const warcDate = (time: string): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** A UUID of version 8 (RFC 9562: its bits as the maker likes) from what the record is, not from chance. */
function recordId(...parts: readonly string[]): string {
  const hex = sha256(JSON.stringify(parts));
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `<urn:uuid:${groups.join('-')}>`;
}

function* stepsOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += STEP) yield bytes.subarray(at, at + STEP);
}
