/** Openers after which a list is not said to be whole. Token norms joined by a space. */
export const OPEN_LIST_OPENERS: ReadonlySet<string> = new Set([
  'including',
  'include',
  'includes',
  'included',
  'such as',
  'among them',
  'like',
  'for example',
  'for instance',
  'notably',
  'especially',
  'particularly',
  'as well as',
  'e.g.',
]);

/** What may stand between a list and its head behind it: "A, B and C are among the cities …". */
export const OPEN_LIST_CLOSERS: ReadonlySet<string> = new Set([
  'are among',
  'were among',
  'are some of',
  'were some of',
  'and others',
  'and elsewhere',
]);

/** Head nouns by the kind of their items, for lists that stand apart from their head. */
export const PLACE_HEADS: ReadonlySet<string> = new Set(
  'city cities town towns country countries nation nations state states province provinces region regions area areas harbour harbours harbor harbors port ports village villages district districts county counties jurisdiction jurisdictions place places community communities location locations capital capitals neighborhood neighborhoods island islands market markets airport airports'.split(
    ' ',
  ),
);
