/** What one of two texts leaves out, adds or words otherwise: what tells a copy from its copy (DESIGN, evidence `edit`). */
import { diffArrays } from 'diff';
import type { Document } from '../model/document.js';
import type { Evidence } from '../model/record.js';
import type { Anchor, Span } from '../model/span.js';
import { anchor } from '../text/anchors.js';
import type { Branch } from './families.js';
import { type Body, type Overlap, wordsIn } from './overlap.js';

/** A text to compare. */
export interface Text {
  readonly document: Document;
  readonly body: Body;
}

/** The same place of two texts, worded otherwise. */
interface Change {
  readonly a: Anchor;
  readonly b: Anchor;
}

/** Words of a change at most: what is longer is another sentence, and no edit of this one. */
const MOST_CHANGED = 4;
/** Code units of a change at most, so that a note stays short whatever stands there. */
const MOST_UNITS = 40;
/** A passage of more words is taken as it is: the comparison is quadratic where little is alike. */
const MOST_WORDS = 2000;
/** Fewer words than these, left out or added, are a caption or a slip. */
const FEWEST_WORDS = 5;
/** Words shown of a stretch that one text lacks. */
const SHOWN_WORDS = 20;
const EXAMPLES = 2;

type Pairs = readonly { readonly a: Anchor; readonly b: Anchor }[];

/** Places in the passages of two texts where a few words stand for a few others, in order. Case does not count. */
function changesBetween(a: Text, b: Text, passages: Pairs): Change[] {
  return passages.flatMap((passage): Change[] => {
    if (passage.a.exact === passage.b.exact) return [];
    const [inA, inB] = [wordsIn(a.body, passage.a), wordsIn(b.body, passage.b)];
    if (Math.max(inA.to - inA.from, inB.to - inB.from) > MOST_WORDS) return [];
    const found: Change[] = [];
    let [atA, atB] = [inA.from, inB.from];
    let removed = 0;
    for (const { value, added, removed: gone } of diffArrays(words(a, inA), words(b, inB))) {
      if (gone) removed = value.length;
      else if (added) {
        if (removed > 0 && removed <= MOST_CHANGED && value.length <= MOST_CHANGED) {
          const change = {
            a: stretch(a, { from: atA - removed, to: atA }),
            b: stretch(b, { from: atB, to: atB + value.length }),
          };
          if (change.a.exact.length <= MOST_UNITS && change.b.exact.length <= MOST_UNITS) found.push(change);
        }
        removed = 0;
      } else removed = 0;
      if (!added) atA += value.length;
      if (!gone) atB += value.length;
    }
    return found;
  });
}

/**
 * What a text does with another that it shares passages with. `known`: it has them from there; else the notes only say
 * what each has.
 */
function editEvidence(from: Text, to: Text, passages: Pairs, known: boolean): Evidence[] {
  const dropped = outside(
    from,
    passages.map(({ a }) => a),
  );
  const added = outside(
    to,
    passages.map(({ b }) => b),
  );
  const changes = changesBetween(from, to, passages);
  return [
    ...told(dropped, known ? 'leaves out' : 'lacks', 'of the other'),
    ...told(added, known ? 'adds' : 'has', known ? 'of its own' : 'that the other lacks'),
    ...changed(changes, known),
  ];
}

/** Of two texts that both differ from a third: the changes that they share, which no chance repeats. */
function sharedChanges(ofOne: readonly Change[], ofOther: readonly Change[]): Evidence[] {
  const key = ({ a, b }: Change): string => `${a.start} ${a.end} ${b.exact.toLowerCase()}`;
  const known = new Map(ofOne.map((change) => [key(change), change]));
  const both = ofOther.flatMap((change) => {
    const same = known.get(key(change));
    return same ? [{ one: same, other: change }] : [];
  });
  const first = both[0];
  if (!first) return [];
  const { a, b } = first.one;
  const more = both.length === 1 ? '' : `, and ${both.length - 1} more such`;
  return [
    {
      kind: 'edit',
      anchors: [first.one.b, first.other.b],
      note: `both write “${b.exact}” where the fullest text has “${a.exact}”${more}`,
    },
  ];
}

/**
 * The edits of each branch of a family's tree, with those that its two texts share against the fullest member.
 * `overlap`: what two members share, or null.
 */
export function familyEdits(
  fullest: string,
  text: (doc: string) => Text,
  overlap: (a: string, b: string) => Overlap | null,
): (branch: Branch) => Evidence[] {
  const passages = (a: string, b: string): Pairs => {
    const shared = overlap(a, b);
    if (shared === null || shared.a === a) return shared?.passages ?? [];
    return shared.passages.map((passage) => ({ a: passage.b, b: passage.a }));
  };
  const known = new Map<string, Change[]>();
  const againstFullest = (doc: string): Change[] => {
    const found = known.get(doc) ?? changesBetween(text(fullest), text(doc), passages(fullest, doc));
    known.set(doc, found);
    return found;
  };
  return ({ overlap: { a, b }, direction }) => {
    const [from, to] = direction.ancestor === 'b' ? [b, a] : [a, b];
    return [
      ...editEvidence(text(from), text(to), passages(from, to), direction.ancestor !== null),
      ...(a === fullest || b === fullest ? [] : sharedChanges(againstFullest(from), againstFullest(to))),
    ];
  };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const words = ({ document, body }: Text, { from, to }: Range): string[] =>
  Array.from({ length: to - from }, (_, i) =>
    document.text
      .slice(body.starts[from + i]!, body.ends[from + i]!)
      .toLowerCase()
      .replace(/’/g, "'"),
  );

const stretch = ({ document, body }: Text, { from, to }: Range): Anchor =>
  anchor(document, { start: body.starts[from]!, end: body.ends[to - 1]! });

/** The words of a body that lie in none of the passages: how many, and the longest stretch of them. */
function outside(
  { document, body }: Text,
  passages: readonly Span[],
): { words: number; longest: Anchor | null } {
  const held = passages.map((passage) => wordsIn(body, passage)).sort((x, y) => x.from - y.from);
  let count = 0;
  let longest: Range = { from: 0, to: 0 };
  let at = 0;
  for (const { from, to } of [...held, { from: body.words, to: body.words }]) {
    if (from > at) {
      count += from - at;
      if (from - at > longest.to - longest.from) longest = { from: at, to: from };
    }
    at = Math.max(at, to);
  }
  const shown = { from: longest.from, to: Math.min(longest.to, longest.from + SHOWN_WORDS) };
  return { words: count, longest: shown.to > shown.from ? stretch({ document, body }, shown) : null };
}

function told({ words, longest }: ReturnType<typeof outside>, verb: string, whose: string): Evidence[] {
  if (words < FEWEST_WORDS || longest === null) return [];
  return [{ kind: 'edit', anchors: [longest], note: `${verb} ${words} words ${whose}` }];
}

function changed(changes: readonly Change[], known: boolean): Evidence[] {
  const distinct = [...new Map(changes.map((c) => [`${c.a.exact} ${c.b.exact}`.toLowerCase(), c])).values()];
  const first = distinct[0];
  if (!first) return [];
  const examples = distinct
    .slice(0, EXAMPLES)
    .map(({ a, b }) =>
      known ? `“${b.exact}” for “${a.exact}”` : `“${b.exact}” where the other has “${a.exact}”`,
    );
  const more = changes.length - examples.length;
  return [
    {
      kind: 'edit',
      anchors: [first.a, first.b],
      note: `${known ? 'writes' : 'has'} ${examples.join(', ')}${more > 0 ? `, and ${more} more such` : ''}`,
    },
  ];
}
