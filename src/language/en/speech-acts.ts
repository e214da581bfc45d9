/** Verb lemmas that tell of an act of speech by themselves, without what was said. */
export const SPEECH_ACT_VERBS: ReadonlySet<string> = new Set(
  'speak comment respond reply testify tweet apologize apologise talk converse'.split(' '),
);
