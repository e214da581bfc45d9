/** JSON as a case keeps it: deflated, with a hash that tells damage. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { sha256 } from '../text/ids.js';

/** Columns of a row; the hash is of the JSON. */
export interface Packed {
  readonly json: Buffer;
  readonly sha256: string;
}

/** Levels above save little on JSON and cost twice the time. */
const LEVEL = 1;

export function pack(value: unknown): Packed {
  const text = JSON.stringify(value);
  return { json: deflateRawSync(text, { level: LEVEL }), sha256: sha256(text) };
}

/** Null where it is not what was packed. */
export function unpack<T>({ json, sha256: hash }: Packed): T | null {
  try {
    const text = inflateRawSync(json).toString('utf8');
    return sha256(text) === hash ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}
