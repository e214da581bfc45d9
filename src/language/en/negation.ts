/** Words that negate the clause whose verb group they stand in or next to. */
export const NEGATORS: ReadonlySet<string> = new Set(
  `not n't never neither nor cannot nobody nothing isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't
  didn't won't can't wouldn't couldn't shouldn't mustn't`.split(/\s+/),
);

/** Words that negate the clause as the first word of its subject: "no one was hurt", "none of them". */
export const NEGATIVE_SUBJECTS: ReadonlySet<string> = new Set(
  'no none nobody nothing neither few'.split(' '),
);

/** Verb lemmas that negate what they govern: "failed to", "refused to", "declined to", "ceased". */
export const NEGATIVE_VERBS: ReadonlySet<string> = new Set(
  'fail refuse decline cease neglect forget'.split(' '),
);

/** "have no indication that", "there is no evidence that": what follows is not known to be so, which is less than that it is not. */
export const NO_EVIDENCE =
  /\b(?:no|not (?:any|seen|found|aware of) ?(?:any)?|never|without) (?:\p{L}+ )?(?:indications?|evidence|signs?|proof|traces?|knowledge|reason to (?:believe|think|assume))\b/iu;

/** "Not only", "can't help but": they add or stress, and negate nothing. With straight apostrophes, lower case. */
export const NO_NEGATION =
  /\bnot (?:only|just|merely|simply|least)\b|\b(?:can't|cannot|couldn't|could not) (?:help|but)\b/gu;
