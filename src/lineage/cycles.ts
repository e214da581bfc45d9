/** Accounts that credit one another in a circle: none of them can be the first by what they say. */
import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import type { Edge } from '../model/record.js';
import { inProse } from '../text/describe.js';

/** Accounts of a circle that a message names. */
const MOST_NAMED = 5;

/** A message for each circle. */
export function circleMessages(documents: readonly Document[], edges: readonly Edge[]): Message[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return creditCycles([...byId.keys()], edges).map((circle) => {
    const names = circle.map((id) => byId.get(id)!.outlet ?? byId.get(id)!.ref);
    return {
      rule: 'credit-cycle',
      severity: 'warning',
      ref: byId.get(circle[0]!)!.ref,
      note: `${inProse(names, MOST_NAMED)} have it from one another by what they say; none can be taken for the first`,
    };
  });
}

/**
 * The documents of each circle, in the order of `docs`; a document that credits itself is none. Known edges lead one way,
 * mutual credits both. Linear in the edges (strongly connected components, Kosaraju).
 */
export function creditCycles(docs: readonly string[], edges: readonly Edge[]): string[][] {
  const known = new Set(docs);
  const next = new Map<string, string[]>(docs.map((doc) => [doc, []]));
  const before = new Map<string, string[]>(docs.map((doc) => [doc, []]));
  const lead = (from: string, to: string): void => {
    next.get(from)!.push(to);
    before.get(to)!.push(from);
  };
  for (const { from, to, direction, relation } of edges) {
    if (!known.has(from) || !known.has(to) || from === to) continue;
    const mutual = direction === 'undetermined' && relation === 'credit';
    if (mutual || direction === 'known') lead(from, to);
    if (mutual) lead(to, from);
  }
  const finished: string[] = [];
  const seen = new Set<string>();
  for (const doc of docs) walk(doc, next, seen, (left) => finished.push(left));
  const found: string[][] = [];
  const placed = new Set<string>();
  for (const doc of finished.reverse()) {
    const circle: string[] = [];
    walk(doc, before, placed, (left) => circle.push(left));
    if (circle.length > 1) found.push(circle);
  }
  const place = new Map(docs.map((doc, at) => [doc, at]));
  const byPlace = (x: string, y: string): number => place.get(x)! - place.get(y)!;
  return found.map((circle) => circle.sort(byPlace)).sort((x, y) => byPlace(x[0]!, y[0]!));
}

/** Depth first, without recursion: a circle may hold a thousand accounts. Calls `left` with each document as it is left. */
function walk(
  start: string,
  next: ReadonlyMap<string, readonly string[]>,
  seen: Set<string>,
  left: (doc: string) => void,
): void {
  if (seen.has(start)) return;
  seen.add(start);
  const stack = [{ doc: start, at: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    const to = next.get(top.doc)![top.at++];
    if (to === undefined) {
      left(top.doc);
      stack.pop();
    } else if (!seen.has(to)) {
      seen.add(to);
      stack.push({ doc: to, at: 0 });
    }
  }
}
