/** Prefixes that stand before a name with a hyphen and are no part of it ("pro-Lund", "anti-EU"). Lower case. */
export const NAME_PREFIXES: ReadonlySet<string> = new Set(
  'anti pro ex non post pre mid trans neo un never cross inter all then now'.split(' '),
);

/** First parts of words whose second part is small although the whole is one word or name ("Co-operative", "X-ray"). */
export const KEPT_OPENERS: ReadonlySet<string> = new Set(
  'co wi re e x t self coca pepsi rolls vice sub e sci lo hi'.split(' '),
);

/** Letters of parties before a place ("D-Pa.", "R-Westfield"). */
export const PARTY_LETTERS: ReadonlySet<string> = new Set([
  'D',
  'R',
  'I',
  'L',
  'DFL',
  'Dem',
  'Rep',
  'Lab',
  'Con',
]);
