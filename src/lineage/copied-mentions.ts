/** Mentions of a document that stand in a text which two accounts share: who has the text has the mention. */
import type { Passage } from '../model/record.js';
import type { Span } from '../model/span.js';
import type { Account } from '../model/story.js';
import { DisjointSets } from '../text/disjoint-sets.js';
import { nameWords } from '../text/name-keys.js';

/** How far two mentions may stand from the same place of a shared passage, as a part of it: edits move what follows. By reading the example, where copies move one by 1 in 100; two mentions stand further apart. */
const DISPLACED = 0.15;

/**
 * A key for the document source at an index of a document's sources: the same for mentions that are copies of one
 * another, at first hand or through others. Null where the source has no mention in a shared text.
 */
export function copiedMentions(
  accounts: readonly Account[],
  passages: readonly Passage[],
): (doc: string, index: number) => string | null {
  const cited = new Map(accounts.map((account) => [account.document.id, mentionsOf(account)]));
  const copies = new DisjointSets<string>();
  const shared = new Set<string>();
  for (const { a, b, kind } of passages) {
    if (kind === 'paraphrase') continue;
    const [inA, inB] = [a, b].map((side) =>
      (cited.get(side.doc) ?? []).filter((m) => beginsIn(side, m.span)),
    );
    for (const one of inA!) {
      const places = inB!.filter(
        (other) =>
          beginAlike(other.words, one.words) &&
          Math.abs(place(a, one.span) - place(b, other.span)) <= DISPLACED,
      );
      // Two that fit are told apart by nothing.
      if (new Set(places.map(({ key }) => key)).size !== 1) continue;
      shared.add(one.key).add(places[0]!.key);
      copies.unite(one.key, places[0]!.key);
    }
  }
  return (doc, index) => {
    const key = keyOf(doc, index);
    return shared.has(key) ? copies.find(key) : null;
  };
}

interface Mention {
  readonly key: string;
  readonly span: Span;
  readonly words: string;
}

const keyOf = (doc: string, index: number): string => `${doc} ${index}`;

function mentionsOf({ document, analysis }: Account): Mention[] {
  return analysis.sources.flatMap(({ kind, mentions }, index) =>
    kind === 'document'
      ? mentions.map((span) => ({
          key: keyOf(document.id, index),
          span,
          words: nameWords(document.text.slice(span.start, span.end)).join(' '),
        }))
      : [],
  );
}

/** A passage may end inside a mention, where the copy goes on otherwise. */
const beginsIn = (passage: Span, mention: Span): boolean =>
  passage.start <= mention.start && mention.start < passage.end;

/** A copy may leave out who reported it: "an internal memo that the Ledger disclosed", "an internal memo". */
const beginAlike = (a: string, b: string): boolean =>
  `${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `);

const place = (passage: Span, mention: Span): number =>
  (mention.start - passage.start) / Math.max(1, passage.end - passage.start);
