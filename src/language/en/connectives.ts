const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Conjunctions whose finite clause asserts something of its own: "…, because he had lost his job". */
export const ASSERTING_SUBORDINATORS = words('after because while whereas although though since as');

/** Conjunctions whose clause stays inside the assertion it qualifies. */
export const DEPENDENT_SUBORDINATORS = words(
  'that whether how why what whatever when whenever where wherever until till before once lest than whoever however so',
);

/** Conjunctions that make the assertion conditional. */
export const CONDITIONALS = words('if unless provided assuming');

export const RELATIVES = words('which who whom whose that where when');

export const COORDINATORS = words('and but or nor yet so &');

/** Pronouns that can be subjects by themselves. */
export const SUBJECT_PRONOUNS = words(
  'i you he she it we they who which that this these those there what one someone everyone nobody',
);

/** Words trimmed from the start of an assertion: they join it to what stands before. */
export const LINKERS = words(
  'and but or nor yet so that because after although though while whereas since as & plus',
);

/** Adverbs that belong to the conjunction after them: "even though", "just as". */
export const FOCUSING = words('even just only especially particularly');

/** Singular in form, plural in agreement. */
export const COLLECTIVES = words('people police staff media many few several');

/** Verb lemmas after which "if" is "whether". */
export const ASKING_VERBS = words(
  'ask see know wonder tell determine decide find learn question check doubt',
);

/** Verb lemmas with which "if I …" says whence something is known, or asks leave to say it. */
export const ASIDE_VERBS = words('go ask remember recall may understand count judge believe like');

/** Participles that work as prepositions: what follows them is no act of the subject's. */
export const PREPOSITIONAL_PARTICIPLES = words(
  'including excluding excepting regarding concerning following according pending depending involving',
);

/** Conjunctions that join alternatives: what is denied of the first is denied of both. */
export const ALTERNATIVES = words('or nor');

/** Conjunctions of time whose clause completes a verb that stands right before: "most arrests occur after …". */
export const COMPLETING_SUBORDINATORS = words('after since while');

/** Where a new sentence or clause begins in plain text. */
export const CLAUSE_BREAKS = /[.;!?:—–]+\s|,\s(?:but|and|or)\s|\s(?:but|though|although|while)\s/u;
