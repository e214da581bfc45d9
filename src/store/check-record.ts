/** Whether a record says what stands in its documents. */
import type { Record } from '../model/record.js';

/** Accounts of the record whose text is not the one given for them, by id. */
export function* textFailures(record: Record, texts: ReadonlyMap<string, string>): Generator<string> {
  for (const { id, ref, text } of record.documents)
    if (texts.get(id) !== text) yield `the record: the text of ${ref} is not the one that was kept`;
}

/** Anchors of the record whose words do not stand where it says; `counts` is told of each that was looked at. */
export function* anchorFailures(
  record: Record,
  texts: ReadonlyMap<string, string>,
  counts: { anchors: number },
): Generator<string> {
  for (const { doc, start, end, exact } of anchorsIn(record)) {
    counts.anchors++;
    if (texts.get(doc)?.slice(start, end) !== exact)
      yield `the record: “${exact.slice(0, 80)}” does not stand at ${start}–${end} of ${doc}`;
  }
}

interface AnchorLike {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** Everything in a record that is an anchor, wherever it stands. */
function* anchorsIn(value: unknown): Generator<AnchorLike> {
  if (typeof value !== 'object' || value === null) return;
  if (isAnchor(value)) yield value;
  for (const inner of Object.values(value)) yield* anchorsIn(inner);
}

function isAnchor(value: object): value is AnchorLike {
  const { doc, start, end, exact } = value as Partial<AnchorLike>;
  return (
    typeof doc === 'string' &&
    typeof start === 'number' &&
    typeof end === 'number' &&
    typeof exact === 'string'
  );
}

/** Failures of one kind told one by one before the rest are counted. */
const TOLD = 20;

export function few(failures: Iterable<string>): string[] {
  const all = [...failures];
  return all.length <= TOLD ? all : [...all.slice(0, TOLD), `the record: ${all.length - TOLD} more of these`];
}
