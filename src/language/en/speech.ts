/** Verbs that take up a quotation that ended in a question or exclamation mark (“Why?” Calder asked). */
export const AFTER_QUESTION_VERBS: ReadonlySet<string> = new Set(
  'said says asked asks wrote writes added adds tweeted posted shouted cried exclaimed yelled wondered continued replied responded told demanded quipped joked'.split(
    ' ',
  ),
);
