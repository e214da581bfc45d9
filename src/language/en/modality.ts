/** Verb lemmas that, with what they govern, put an assertion in a mode other than fact. */
export const PLAN_VERBS: ReadonlySet<string> = new Set(
  `plan intend aim prepare hope mean propose want wish vow promise offer swear pledge agree threaten seek schedule slate expect
  commit resolve decide design arrange`.split(/\s+/),
);

/** Nouns that make a plan of what is told of them: "disclosed its intent to file charges". */
export const PLAN_NOUNS: ReadonlySet<string> = new Set('intent intention intentions plan plans'.split(' '));

/** Verbs of planning that plan without an infinitive too: "is preparing a raid", "planned a rally". */
export const PLAN_VERBS_WITH_OBJECT: ReadonlySet<string> = new Set(
  'plan prepare intend propose schedule slate mull'.split(' '),
);

export const REQUEST_VERBS: ReadonlySet<string> = new Set(
  'request ask urge call petition appeal beg invite solicit demand seek'.split(' '),
);

/** Cues of asking somebody for something. */
export const REQUESTS = /\b(?:ask|urg|call|petition|appeal|invit|demand|request)(?:s|e|es|ed|ing)?\b/i;

/** Verbs of asking that ask without an infinitive too: "has requested the transfer of hundreds of agents". */
export const REQUEST_VERBS_WITH_OBJECT: ReadonlySet<string> = new Set(
  'request solicit demand seek'.split(' '),
);

export const ORDER_VERBS: ReadonlySet<string> = new Set(
  'order instruct direct command tell require mandate'.split(' '),
);

/** "is set to", "are due to": the word between "be" and "to". */
export const PLAN_ADJECTIVES: ReadonlySet<string> = new Set(
  'set due ready poised prepared scheduled slated expected planned about intended designed meant bound'.split(
    ' ',
  ),
);

/** "is likely to", "is sure to". */
export const FUTURE_ADJECTIVES: ReadonlySet<string> = new Set(
  'likely unlikely sure certain going'.split(' '),
);

/** "has to", "need to", "is obliged to". */
export const OBLIGATION_VERBS: ReadonlySet<string> = new Set('have need got oblige obligate'.split(' '));

export const FUTURE_MODALS: ReadonlySet<string> = new Set(
  `will would shall 'll 'd wo sha won't wouldn't`.split(' '),
);
export const POSSIBLE_MODALS: ReadonlySet<string> = new Set(
  `may might could can ca cannot can't couldn't`.split(' '),
);
export const OBLIGED_MODALS: ReadonlySet<string> = new Set(`must should ought shouldn't mustn't`.split(' '));

/** Verbs that tell of a state, whatever their tense. */
export const STATIVE_VERBS: ReadonlySet<string> = new Set(
  `be have know own contain include remain seem appear believe belong consist cost deserve depend exist fit involve
  lack like love hate mean need owe possess prefer resemble understand want`.split(/\s+/),
);

/** Words that stand for a plan in a headline without a finite verb: "Agency planning raids". */
export const HEADLINE_PLANS: ReadonlySet<string> = new Set(
  'planning preparing considering weighing mulling eyeing seeking plans set poised'.split(' '),
);
