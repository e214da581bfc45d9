/** Finite verbs of speech and thought beside a person's name. Lower case; for telling names of people only. */
export const SPEECH_WORDS: ReadonlySet<string> = new Set(
  `said says told tells added adds asked asks wrote writes tweeted announced argued argues claimed claims insisted insists
explained explains recalled recalls noted notes warned warns replied replies testified thinks thought believes believed
hopes hoped joked laughed smiled vowed pledged promised conceded complained continued declined denied acknowledged
admitted predicted contended concluded responded`.split(/\s+/),
);

/** What a government does and a town does not, right behind its name: "Paris refuses", "China has accused". */
export const ACTING_WORDS: ReadonlySet<string> = new Set(
  `accuse accuses accused agree agrees agreed refuse refuses refused reject rejects rejected demand demands demanded
threaten threatens threatened impose imposes imposed sanction sanctions sanctioned urge urges urged condemn condemns condemned
invade invades invaded attacked annexed negotiate negotiates negotiated sign signs signed ratify ratifies ratified veto vetoes
vetoed withdraw withdraws withdrew recognise recognises recognised recognize recognizes recognized expel expels expelled
retaliate retaliates retaliated want wants wanted seek seeks sought insist intends intended plans planned decide decides decided
deploy deploys deployed send sends sent blame blames blamed support supports supported oppose opposes opposed voted abstained
suspend suspends suspended lift lifts lifted ban bans banned`.split(/\s+/),
);
