/** Finite verbs of speech and thought beside a person's name. Lower case; for telling names of people only. */
export const SPEECH_WORDS: ReadonlySet<string> = new Set(
  `said says told tells added adds asked asks wrote writes tweeted announced argued argues claimed claims insisted insists
explained explains recalled recalls noted notes warned warns replied replies testified thinks thought believes believed
hopes hoped joked laughed smiled vowed pledged promised conceded complained continued declined denied acknowledged
admitted predicted contended concluded responded`.split(/\s+/),
);
