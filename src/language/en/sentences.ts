/** Words that tell whether some words read as a sentence by themselves. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Words that open a clause inside another. */
export const CLAUSE_WORDS = words(
  `that who which whom whose where when why how whether if unless because although though while whereas since until till
  after before once lest as`,
);

/** Pronouns of the one who speaks and of the one who is spoken to. */
export const ADDRESSING = words(
  'i me my mine myself we us our ours ourselves you your yours yourself yourselves',
);

/** Pronouns that say nothing of whom or what they stand for. */
export const BARE_SUBJECTS = words('he she it they this that these those');

/** Units that measure how far a time is from another: "a day after", "two weeks before". */
export const TIME_UNITS = words('minute hour day night week month year');

/** A source that is the account itself, outside quotation marks. */
export const SELF = /^(?:we|i|our \p{L}+(?: \p{L}+)*)$/iu;

/** Words with which an account speaks of those who made it. */
export const WE = /\b(?:we|our|us)\b/i;
