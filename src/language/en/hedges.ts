/** Words and phrases that weaken wherever they stand. Phrases are words joined by single blanks. */
export const HEDGES: readonly string[] = [
  'allegedly',
  'alleged',
  'apparently',
  'appears to',
  'appear to',
  'appeared to',
  'arguably',
  'as soon as',
  'as early as',
  'as late as',
  'believed to',
  'could',
  'estimated',
  'expected to',
  'generally',
  'generally speaking',
  'in most cases',
  'in many cases',
  'in some cases',
  'in part',
  'largely',
  'likely',
  'mainly',
  'may',
  'maybe',
  'might',
  'mostly',
  'no evidence',
  'no indication',
  'no proof',
  'no sign',
  'often',
  'ostensibly',
  'partly',
  'perhaps',
  'possibly',
  'potentially',
  'presumably',
  'primarily',
  'probably',
  'purported',
  'purportedly',
  'reportedly',
  'rumored',
  'rumoured',
  'said to',
  'seemingly',
  'seems to',
  'seem to',
  'seemed to',
  'sometimes',
  'supposedly',
  'suspected',
  'tentatively',
  'thought to',
  'typically',
  'understood to',
  'unlikely',
  'usually',
];

/** Words that weaken a number, only directly before one. */
export const NUMBER_HEDGES: readonly string[] = [
  'about',
  'almost',
  'approximately',
  'around',
  'as few as',
  'as little as',
  'as many as',
  'as much as',
  'at least',
  'at most',
  'close to',
  'fewer than',
  'less than',
  'more than',
  'nearly',
  'no fewer than',
  'no less than',
  'no more than',
  'over',
  'roughly',
  'some',
  'under',
  'up to',
  'upward of',
  'upwards of',
  'well over',
];

/** Words that stand for a number after a number hedge: "about half", "nearly a dozen". */
export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  'a an half third quarter dozen dozens hundred hundreds thousand thousands million millions billion billions score scores'.split(
    ' ',
  ),
);

/** Adverbs that pass a claim on without saying whose it is. */
export const AGENTLESS_ADVERBS: ReadonlySet<string> = new Set(
  'reportedly allegedly supposedly purportedly'.split(' '),
);

/** Verb lemmas that, passive and before an infinitive or "that", name nobody as source: "was expected to". */
export const AGENTLESS_VERBS: ReadonlySet<string> = new Set(
  'say believe think expect understand report rumor rumour allege suppose fear presume assume repute estimate consider'.split(
    ' ',
  ),
);

/** Verb lemmas that, passive and before "at", put a figure without saying whose it is: "the damage is put at 30 million". */
export const AGENTLESS_ESTIMATES: ReadonlySet<string> = new Set('put estimate reckon'.split(' '));

/** "media reports say", "reports suggest": the nouns that name nobody. */
export const AGENTLESS_SUBJECTS: ReadonlySet<string> = new Set(
  'reports report rumors rumours accounts'.split(' '),
);
export const AGENTLESS_REPORT_VERBS: ReadonlySet<string> = new Set(
  'say suggest indicate claim circulate emerge surface'.split(' '),
);
