/** What accounts took back, and which accounts still carry it. */
import { EARLIER_VERSION } from '../language/en/denials.js';
import type { Document } from '../model/document.js';
import type { Claim, Correction, Figure, Statement } from '../model/record.js';
import { inProse, numberWord } from '../text/describe.js';

interface Found {
  readonly documents: readonly Document[];
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
}

/**
 * A correction for each statement that its account says it had before ("An earlier version of this article said …"), by
 * document and place. It corrects what its outlet had in other accounts; another account carries the old statement where it
 * asserts the same with the same figures.
 */
export function findCorrections({ documents, claims, figures }: Found): Correction[] {
  const place = new Map(documents.map(({ id }, at) => [id, at]));
  const byId = new Map(documents.map((document) => [document.id, document]));
  const figuresIn = new Map<string, Figure[]>();
  for (const figure of figures) {
    const known = figuresIn.get(figure.anchor.doc);
    if (known) known.push(figure);
    else figuresIn.set(figure.anchor.doc, [figure]);
  }
  const numbers = (statement: Statement): string => {
    const { doc } = statement.anchor;
    const inFocus = (figuresIn.get(doc) ?? []).filter(({ anchor }) =>
      statement.focus.some((f) => f.start <= anchor.start && anchor.end <= f.end),
    );
    return inFocus
      .map(({ value, min, max, unit }) => `${value ?? `${min}-${max}`} ${unit}`)
      .sort()
      .join();
  };
  const found = claims.flatMap(({ statements }) =>
    statements.filter(takenBack).map((old): Correction => {
      const { doc } = old.anchor;
      const same = statements.filter(
        (s) => s.stance === 'asserts' && s.anchor.doc !== doc && numbers(s) === numbers(old),
      );
      const outlet = byId.get(doc)!.outlet;
      const own = same.filter((s) => outlet !== null && byId.get(s.anchor.doc)!.outlet === outlet);
      const others = same.filter((s) => !own.includes(s));
      const carriedBy = [...new Set(others.map((s) => s.anchor.doc))].sort(
        (x, y) => place.get(x)! - place.get(y)!,
      );
      return {
        doc,
        anchor: old.anchor,
        corrects: own.map(({ anchor }) => anchor),
        carriedBy,
        note: noteOf(carriedBy.map((id) => byId.get(id)!)),
      };
    }),
  );
  return found.sort(
    (x, y) =>
      place.get(x.doc)! - place.get(y.doc)! || x.anchor.start - y.anchor.start || x.anchor.end - y.anchor.end,
  );
}

const takenBack = ({ stance, anchor }: Statement): boolean =>
  stance === 'denies' && EARLIER_VERSION.test(anchor.exact);

function noteOf(carriers: readonly Document[]): string {
  if (carriers.length === 0) return 'The account takes this back; no other account read carries it.';
  const names = inProse(carriers.map(({ outlet, ref }) => outlet ?? ref));
  const many =
    carriers.length === 1
      ? 'one account still carries'
      : `${numberWord(carriers.length)} accounts still carry`;
  return `The account takes this back; ${many} it: ${names}.`;
}
