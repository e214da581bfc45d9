/** What accounts took back or changed, and which accounts still carry it. */
import { CORRECTION_NOTE, EARLIER_VERSION, NOT_AS_BEFORE, OWN_REPORT } from '../language/en/denials.js';
import type { Document } from '../model/document.js';
import type { Claim, Correction, Drift, Edge, Figure, Statement } from '../model/record.js';
import type { Anchor, Span } from '../model/span.js';
import { anchor } from '../text/anchors.js';
import { inProse, numberWord } from '../text/describe.js';
import { append } from '../text/multimap.js';
import { encloses } from '../text/spans.js';

interface Found {
  readonly documents: readonly Document[];
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
  readonly edges: readonly Edge[];
}

/** Drift that is no change of what is said: other words for it, another source for it. */
const SAME_CONTENT: ReadonlySet<Drift['kind']> = new Set<Drift['kind']>(['wording', 'attribution']);

/**
 * By document and place, a correction for each statement that an account
 * - says it had before ("An earlier version of this article said …"),
 * - sets right in a note ("Correction: the statue cost 14,000 marks, not 40,000"), or
 * - has otherwise than an earlier version by the same outlet, without a word on it.
 * Another account carries the old statement where it asserts the same claim with the old figures or words.
 */
export function findCorrections(found: Found): Correction[] {
  const corpus = new Corpus(found);
  const corrections = found.claims.flatMap((claim) => {
    const told = [...takenBack(claim, corpus), ...setRight(claim, corpus)];
    const docs = new Set(told.map(({ doc }) => doc));
    // Whoever says that he changed it has told of the change himself.
    return [...told, ...changed(claim, corpus).filter(({ doc }) => !docs.has(doc))];
  });
  return corrections.sort(
    (x, y) =>
      corpus.place(x.doc) - corpus.place(y.doc) ||
      x.anchor.start - y.anchor.start ||
      x.anchor.end - y.anchor.end,
  );
}

class Corpus {
  private readonly byId: ReadonlyMap<string, Document>;
  private readonly places: ReadonlyMap<string, number>;
  private readonly figures = new Map<string, Figure[]>();
  private readonly notes = new Map<string, readonly Span[]>();
  private readonly updates: ReadonlySet<string>;

  constructor({ documents, figures, edges }: Found) {
    this.byId = new Map(documents.map((document) => [document.id, document]));
    this.places = new Map(documents.map(({ id }, at) => [id, at]));
    for (const figure of figures) append(this.figures, figure.anchor.doc, figure);
    for (const { id, text, blocks } of documents) {
      const notes = blocks.filter(({ start, end }) => CORRECTION_NOTE.test(text.slice(start, end)));
      if (notes.length > 0) this.notes.set(id, notes);
    }
    this.updates = new Set(
      edges.flatMap(({ from, to, relation, direction }) =>
        relation === 'follow-up' && direction === 'known' ? [`${from} ${to}`] : [],
      ),
    );
  }

  place(doc: string): number {
    return this.places.get(doc)!;
  }

  /** Whether the one is an earlier version of the other, by the same outlet. */
  updated(from: string, to: string): boolean {
    return this.updates.has(`${from} ${to}`);
  }

  sameOutlet(a: string, b: string): boolean {
    const outlet = this.byId.get(a)!.outlet;
    return outlet !== null && this.byId.get(b)!.outlet === outlet;
  }

  /** Notes of a document that set something right. */
  notesOf(doc: string): readonly Anchor[] {
    return (this.notes.get(doc) ?? []).map((note) => anchor(this.byId.get(doc)!, note));
  }

  /** The numbers inside some spans of a document, as a key; empty where there are none. "14,000 marks, not 40,000" has no second unit. */
  numbers(doc: string, spans: readonly Span[]): string {
    return (this.figures.get(doc) ?? [])
      .filter(({ anchor }) => spans.some((span) => encloses(span, anchor)))
      .map(({ value, min, max }) => `${value ?? `${min}-${max}`}`)
      .sort()
      .join();
  }

  /** As `numbers`, each with what it is a rate of: "340 million a year" is not "340 million". */
  rates(doc: string, spans: readonly Span[]): string {
    const per = (this.figures.get(doc) ?? [])
      .filter(({ anchor }) => spans.some((span) => encloses(span, anchor)))
      .map(({ unit }) => /\bper .*$/.exec(unit)?.[0] ?? '');
    return `${this.numbers(doc, spans)} ${per.sort().join()}`;
  }

  /** A correction of the old statements, with those of other outlets that still carry them. `it`: the old, in words. */
  correction(anchor: Anchor, old: readonly Statement[], what: string, it = 'it'): Correction {
    const { doc } = anchor;
    const own = old.filter((s) => this.sameOutlet(s.anchor.doc, doc));
    const carriedBy = [
      ...new Set(old.filter((s) => s.anchor.doc !== doc && !own.includes(s)).map((s) => s.anchor.doc)),
    ].sort((x, y) => this.place(x) - this.place(y));
    return {
      doc,
      anchor,
      corrects: own.filter((s) => s.anchor.doc !== doc).map((s) => s.anchor),
      carriedBy,
      note: `${what}; ${carriers(
        carriedBy.map((id) => this.byId.get(id)!),
        it,
      )}.`,
    };
  }
}

/** "An earlier version of this article said …". */
function takenBack({ statements }: Claim, corpus: Corpus): Correction[] {
  const old = statements.filter(
    ({ stance, anchor }) =>
      stance === 'denies' && (EARLIER_VERSION.test(anchor.exact) || OWN_REPORT.test(anchor.exact)),
  );
  return old.map(({ anchor, focus }) => {
    const rates = corpus.rates(anchor.doc, focus);
    const same = statements.filter(
      (s) =>
        s.stance === 'asserts' &&
        s.anchor.doc !== anchor.doc &&
        corpus.rates(s.anchor.doc, s.focus) === rates,
    );
    return corpus.correction(anchor, same, 'The account takes this back');
  });
}

/** "Correction: the statue cost 14,000 marks, not 40,000", in an account that asserts the new figure. */
function setRight({ statements }: Claim, corpus: Corpus): Correction[] {
  const asserting = statements.filter(({ stance }) => stance === 'asserts');
  const docs = new Set(asserting.map(({ anchor }) => anchor.doc));
  return [...docs].flatMap((doc) =>
    corpus.notesOf(doc).flatMap((note): Correction[] => {
      const split = NOT_AS_BEFORE.exec(note.exact);
      if (split === null) return [];
      const middle = note.start + split.index;
      const now = corpus.numbers(doc, [{ start: note.start, end: middle }]);
      const before = corpus.numbers(doc, [{ start: middle, end: note.end }]);
      const has = (statement: Statement, numbers: string): boolean =>
        corpus.numbers(statement.anchor.doc, statement.focus) === numbers;
      const here = asserting.some((s) => s.anchor.doc === doc && !encloses(note, s.anchor) && has(s, now));
      if (now === '' || before === '' || !here) return [];
      const old = asserting.filter((s) => s.anchor.doc !== doc && has(s, before));
      return [corpus.correction(note, old, 'The account sets this right', 'the old')];
    }),
  );
}

/** A later version that has it otherwise. */
function changed({ statements, drift }: Claim, corpus: Corpus): Correction[] {
  return drift.flatMap(({ kind, from, to }): Correction[] => {
    if (to === null || SAME_CONTENT.has(kind) || !corpus.updated(from.doc, to.doc)) return [];
    const holder = (part: Anchor): Statement | undefined =>
      statements.find(({ anchor }) => anchor.doc === part.doc && encloses(anchor, part));
    const [before, now] = [holder(from), holder(to)];
    if (!before || !now) return [];
    const old = statements.filter(
      (s) => s.stance === 'asserts' && (s === before || carries(s, from)) && s.anchor.doc !== to.doc,
    );
    return [
      corpus.correction(now.anchor, old, `A later version says “${to.exact}” for “${from.exact}”`, 'the old'),
    ];
  });
}

const bare = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? []).join(' ')} `;

const carries = ({ anchor }: Statement, words: Anchor): boolean =>
  bare(anchor.exact).includes(bare(words.exact));

function carriers(documents: readonly Document[], it: string): string {
  if (documents.length === 0) return `no other account read carries ${it}`;
  const names = inProse(documents.map(({ outlet, ref }) => outlet ?? ref));
  const still =
    documents.length === 1
      ? 'one account still carries'
      : `${numberWord(documents.length)} accounts still carry`;
  return `${still} ${it}: ${names}`;
}
