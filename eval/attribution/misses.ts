/** A sample of what was missed, to be read. It is printed and never written: the texts are others'. */
import type { Span } from '../../src/model/span.js';
import { random } from '../random.js';
import { ROLES, type Role } from './data.js';
import { compare, type Fault, overlap } from './errors.js';
import type { Judged, RoleSpans } from './judged.js';
import { cut, keyOf } from './spans.js';

const SEED = 4;

export interface Miss {
  readonly doc: string;
  /** The text of the sentences that the gold attribution stands in. */
  readonly sentences: string;
  readonly gold: { readonly [role in Role]: string };
  /** The one of ours that shares most with it; null where none does. */
  readonly ours: { readonly [role in Role]: string } | null;
  readonly faults: readonly { readonly role: Role; readonly fault: Fault }[];
}

/** `count` gold attributions of which a span was not found, drawn at random but always the same. */
export function sampleMisses(docs: readonly Judged[], count: number, seed = SEED): readonly Miss[] {
  const missed = docs.flatMap((doc) => {
    const faults = new Map(
      ROLES.flatMap((role) =>
        compare(doc, role).faults.map(({ span, fault }) => [`${role} ${keyOf(span)}`, fault]),
      ),
    );
    return doc.gold.flatMap((gold) => {
      const own = ROLES.flatMap((role) => {
        const keys = gold[role].flatMap((span) => cut(doc.text, doc.sentences, span)).map(keyOf);
        const fault = keys.map((key) => faults.get(`${role} ${key}`)).find((found) => found !== undefined);
        return fault === undefined ? [] : [{ role, fault }];
      });
      return own.length === 0 ? [] : [{ doc, gold, faults: own }];
    });
  });
  const next = random(seed);
  for (let i = missed.length - 1; i > 0; i--) {
    const k = Math.floor(next() * (i + 1));
    [missed[i], missed[k]] = [missed[k]!, missed[i]!];
  }
  return missed.slice(0, count).map(({ doc, gold, faults }) => {
    const nearest = doc.ours
      .map((ours) => ({ ours, shared: sharedLength(ours, gold) }))
      .reduce<{ ours: RoleSpans | null; shared: number }>((a, b) => (b.shared > a.shared ? b : a), {
        ours: null,
        shared: 0,
      });
    return {
      doc: doc.id,
      sentences: around(doc, gold),
      gold: wordsOf(doc.text, gold),
      ours: nearest.ours === null ? null : wordsOf(doc.text, nearest.ours),
      faults,
    };
  });
}

/** Code units that both give the same role. A shared cue tells most, since contents lie inside one another. */
function sharedLength(ours: RoleSpans, gold: RoleSpans): number {
  const shared = (role: Role): number =>
    ours[role].reduce(
      (total, a) =>
        total +
        gold[role].reduce(
          (part, b) => part + (overlap(a, b) ? Math.min(a.end, b.end) - Math.max(a.start, b.start) : 0),
          0,
        ),
      0,
    );
  return shared('cue') * 1000 + shared('source') + shared('content');
}

function wordsOf(text: string, spans: RoleSpans): Miss['gold'] {
  const words = (role: Role): string => spans[role].map((s: Span) => text.slice(s.start, s.end)).join(' … ');
  return { source: words('source'), cue: words('cue'), content: words('content') };
}

function around({ text, sentences }: Judged, gold: RoleSpans): string {
  const spans = ROLES.flatMap((role) => gold[role]);
  const touched = sentences.filter((sentence) => spans.some((span) => overlap(sentence, span)));
  return touched.map(({ start, end }) => text.slice(start, end)).join(' ');
}
