/** Clitics and what they stand for; `'s` is left out, since it depends on its host. */
export const CLITIC_FORMS: ReadonlyMap<string, string> = new Map([
  ["n't", 'not'],
  ["'ll", 'will'],
  ["'d", 'would'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'m", 'am'],
  ['ca', 'can'],
  ['wo', 'will'],
]);

/** After these, `'s` is "is" or "has", not a possessive. */
export const IS_HOSTS: ReadonlySet<string> = new Set(
  'it he she that this there here what who where when why how everyone everybody everything something nothing'.split(
    ' ',
  ),
);

/** Endings of unknown small words, longest first, each with an invented word that a tagger reads like it. */
export const SUFFIX_STANDINS: readonly (readonly [suffix: string, word: string])[] = [
  ['able', 'zorbable'],
  ['tish', 'zorbtish'],
  ['like', 'zorblike'],
  ['less', 'zorbless'],
  ['ing', 'zorbing'],
  ['ous', 'zorbous'],
  ['ful', 'zorbful'],
  ['ary', 'zorbary'],
  ['ier', 'zorbier'],
  ['est', 'zorbest'],
  ['ity', 'zorbity'],
  ['ion', 'zorbion'],
  ['ed', 'zorbed'],
  ['ly', 'zorbly'],
  ['ic', 'zorbous'],
  ['al', 'zorbous'],
  ['es', 'zorbes'],
  ['er', 'zorber'],
];
