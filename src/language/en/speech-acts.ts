import { SAY_VERBS, TELL_VERBS } from './cues.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Verb lemmas that tell of an act of speech by themselves, without what was said. */
export const SPEECH_ACT_VERBS = words('speak comment respond reply testify apologize apologise talk');

/** Verb lemmas that, negated or refused, tell that somebody would not speak: "would not provide specifics". */
export const ANSWER_VERBS = words(
  'comment respond reply answer elaborate discuss specify disclose provide identify name say confirm speculate give',
);

export const REFUSAL_VERBS = words('decline refuse');

/** Words that open an indirect question. */
export const QUESTION_WORDS = words('whether if who whom whose what which when where why how');

/** Verb lemmas of asking and intending that are said aloud: "threatened to", "called on Congress to". */
export const SPOKEN_WISHES = words(
  'ask beg petition threaten vow promise pledge swear urge call demand appeal propose offer',
);

/** Verb lemmas of saying and writing, those that take a thing for object included: "described it as". What is cited is a reason. */
export const SPOKEN_VERBS: ReadonlySet<string> = new Set([
  ...`${SAY_VERBS} ${TELL_VERBS}`.split(/[\s_]+/),
  ...'describe call label dub brand characterize characterise quote refer'.split(' '),
]);

/** Words of shares of people: "half of voters say". */
export const SHARES = words('% percent half majority quarter quarters third thirds most many few');
