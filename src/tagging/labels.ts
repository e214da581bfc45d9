/** The spans that make an attribution, in the order of their labels. */
export const ROLES = ['source', 'cue', 'content'] as const;
export type Role = (typeof ROLES)[number];

/** Labels of a word: 0 is O; 1 and 2 are B- and I-source, 3 and 4 B- and I-cue, 5 and 6 B- and I-content. */
export const LABELS = 7;
export const OUTSIDE = 0;

/** A labelled stretch of words, half-open. */
export interface LabelledSpan {
  readonly role: Role;
  readonly from: number;
  readonly to: number;
}

/** The label of a role's first word; the words that go on have the next one. */
export function beginOf(role: Role): number {
  return 2 * ROLES.indexOf(role) + 1;
}

/** The role that a label is of, or null for O. */
export function roleOf(label: number): Role | null {
  return label === OUTSIDE ? null : ROLES[(label - 1) >> 1]!;
}

/** Whether `label` begins a span. */
export function isBegin(label: number): boolean {
  return (label & 1) === 1;
}

/** Whether `next` may follow `label` (O at the start): a span goes on only behind a word of its own. */
export function mayFollow(label: number, next: number): boolean {
  return next === OUTSIDE || isBegin(next) || label === next || label === next - 1;
}

/** The labels of `length` words. Where spans overlap, the later in the list takes the words, and what it cuts off begins anew. */
export function labelsOf(spans: readonly LabelledSpan[], length: number): Uint8Array {
  const labels = new Uint8Array(length);
  for (const { role, from, to } of spans) {
    const begin = beginOf(role);
    const end = Math.min(to, length);
    for (let i = Math.max(0, from); i < end; i++) labels[i] = i === from ? begin : begin + 1;
  }
  for (let i = 0; i < length; i++) {
    if (!mayFollow(i === 0 ? OUTSIDE : labels[i - 1]!, labels[i]!)) labels[i]! -= 1;
  }
  return labels;
}

/** The spans in ascending order. An I- that goes on with nothing begins a span. */
export function spansOf(labels: Uint8Array): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  for (let i = 0; i < labels.length; ) {
    const role = roleOf(labels[i]!);
    const from = i++;
    if (role === null) continue;
    const inside = beginOf(role) + 1;
    while (i < labels.length && labels[i] === inside) i++;
    spans.push({ role, from, to: i });
  }
  return spans;
}
