import { createHash } from 'node:crypto';

/** Hex digits kept of a SHA-256: 64 bits keep the chance of any collision among a million ids below 1e-7. */
const ID_DIGITS = 16;

/** Content hash of the parts, order and boundaries included: the same parts always give the same id. */
export function contentId(prefix: string, ...parts: readonly (string | number | null)[]): string {
  return `${prefix}-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, ID_DIGITS)}`;
}

/** SHA-256 of bytes or of a string's UTF-8, in hex. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
