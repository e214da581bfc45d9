/** Who of an outlet may have been there. */
export const WITNESS_NOUNS: ReadonlySet<string> = new Set(
  `reporter reporters correspondent correspondents journalist journalists photographer photographers columnist team
  crew staff`.split(/\s+/),
);

/** Verb lemmas of being there or finding out. */
export const WITNESS_VERBS: ReadonlySet<string> = new Set(
  `see watch observe witness count hear visit attend find view photograph film inspect encounter accompany speak
  discover uncover`.split(/\s+/),
);

/** Outlet work that finds out: "a Courier analysis found", "a review by this newspaper". */
export const WITNESS_WORK: ReadonlySet<string> = new Set(
  'analysis review investigation count tally survey examination inquiry poll'.split(' '),
);

/** Words that say the outlet speaks of itself: "this reporter", "our correspondent", "this newspaper". */
export const SELF_WORDS: ReadonlySet<string> = new Set('this our'.split(' '));
export const SELF_NOUNS: ReadonlySet<string> = new Set(
  'newspaper paper magazine website outlet publication station newsroom'.split(' '),
);
