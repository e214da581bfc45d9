/** How near the members of a family are by their readings: what a textual critic collates. */
import type { Account } from '../model/story.js';
import { classOf, MARK } from '../text/code-units.js';
import { bodyStretches } from './overlap.js';

/** Tokens of a reading: words, spaces and marks alike, since edits of punctuation are edits. Best of 1–4 on versions_dev. */
const READING_TOKENS = 3;
/**
 * Weight of a reading that one text alone has. It says that this text was changed and nothing about whom it is near to
 * (lectio singularis); a little is kept for ties. 0.05 to 0.3 do equally well on versions_dev, 1 loses 2.8 points.
 */
const SINGULAR_WEIGHT = 0.2;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

export interface Collation {
  /** 0 for the same readings, 1 for none in common. */
  distance(a: string, b: string): number;
}

/** Collates the members of one family. Texts with the same readings count as one. */
export function collate(members: readonly Account[]): Collation {
  const texts = new Map<string, Uint32Array>();
  const textOf = new Map<string, Uint32Array>();
  for (const account of members) {
    const body = bodyStretches(account)
      .map(({ start, end }) => account.document.text.slice(start, end))
      .join('\n');
    let readings = texts.get(body);
    if (!readings) {
      readings = readingsOf(body);
      texts.set(body, readings);
    }
    textOf.set(account.document.id, readings);
  }
  const singular = singularOf([...texts.values()]);
  const weights = new Map(
    [...texts.values()].map((readings) => [
      readings,
      readings.length - (1 - SINGULAR_WEIGHT) * common(readings, singular),
    ]),
  );
  const known = new Map<Uint32Array, Map<Uint32Array, number>>();
  return {
    distance: (a, b) => {
      const [one, two] = [textOf.get(a)!, textOf.get(b)!];
      if (one === two) return 0;
      const [first, second] = one.length <= two.length ? [one, two] : [two, one];
      const cached = known.get(first)?.get(second);
      if (cached !== undefined) return cached;
      // Common readings have two witnesses at least, so each weighs one.
      const all = weights.get(one)! + weights.get(two)!;
      const found = all === 0 ? 0 : (all - 2 * common(first, second)) / all;
      const row = known.get(first);
      if (row) row.set(second, found);
      else known.set(first, new Map([[second, found]]));
      return found;
    },
  };
}

/** The readings that one text alone has, ascending. */
function singularOf(texts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(texts.reduce((length, readings) => length + readings.length, 0));
  let length = 0;
  for (const readings of texts) {
    all.set(readings, length);
    length += readings.length;
  }
  all.sort();
  return all.filter((reading, at) => reading !== all[at - 1] && reading !== all[at + 1]);
}

/** Hashes of the distinct readings, ascending. */
function readingsOf(text: string): Uint32Array {
  const tokens = tokenHashes(text.toLowerCase());
  const readings = new Uint32Array(Math.max(0, tokens.length - READING_TOKENS + 1));
  for (let at = 0; at < readings.length; at++) {
    let hash = 0;
    for (let k = 0; k < READING_TOKENS; k++)
      hash = Math.imul(hash ^ tokens[at + k]!, 0x85ebca6b) ^ (hash >>> 13);
    readings[at] = hash;
  }
  readings.sort();
  let distinct = 0;
  for (let at = 0; at < readings.length; at++)
    if (at === 0 || readings[at] !== readings[at - 1]) readings[distinct++] = readings[at]!;
  return readings.slice(0, distinct);
}

/** FNV-1a of every word, run of spaces and mark, in order. */
function tokenHashes(text: string): Int32Array {
  const hashes = new Int32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const kind = classOf(text.charCodeAt(at));
    let hash = FNV_OFFSET;
    do hash = Math.imul(hash ^ text.charCodeAt(at++), FNV_PRIME);
    while (kind !== MARK && at < text.length && classOf(text.charCodeAt(at)) === kind);
    hashes[count++] = hash;
  }
  return hashes.subarray(0, count);
}

/** Members of both sorted arrays. */
function common(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]!;
    const y = b[j]!;
    if (x === y) count += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return count;
}
