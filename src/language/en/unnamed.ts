import { lookup } from '../lookup.js';

/** Nouns for people who stand as sources without a name. Singular; plurals are formed by rule. */
export const PEOPLE_NOUNS: ReadonlySet<string> = new Set(
  `official source aide adviser advisor spokesman spokeswoman spokesperson representative person employee staffer worker
insider lawmaker legislator senator congressman congresswoman councillor councilman councilwoman councilmember minister
secretary mayor governor president chairman chairwoman chair director head chief commissioner sheriff officer agent
deputy detective investigator prosecutor attorney lawyer counsel judge justice diplomat ambassador envoy general commander
soldier colonel captain inspector auditor regulator expert analyst economist scientist researcher professor scholar
academic historian critic opponent supporter ally friend relative neighbor neighbour witness resident voter activist
advocate organizer organiser protester demonstrator executive manager owner founder leader strategist consultant
pollster operative donor delegate member volunteer reporter journalist editor columnist author writer host anchor
commentator pundit blogger doctor nurse teacher student pastor priest bishop rabbi imam father mother son daughter wife
husband brother sister parent family colleague boss superior man woman candidate nominee contender rival frontrunner
republican democrat conservative liberal progressive independent american immigrant refugee migrant victim suspect
driver passenger farmer fisherman skipper pilot captain dealer trader investor customer consumer patient observer
negotiator mediator moderator interviewer caller fan follower listener viewer reader clerk treasurer trustee administrator
superintendent principal dean coach player scientist engineer architect contractor broker banker billionaire
businessman businesswoman entrepreneur celebrity actor actress musician singer comedian operator technician whistleblower
informant briefer defender adversary foe crew master controller lodger salesman saleswoman chef captain porter guard
neighbour docker miner trawlerman`.split(/\s+/),
);

export const IRREGULAR_PEOPLE: Readonly<Record<string, string>> = lookup({
  people: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  spokesmen: 'spokesman',
  spokeswomen: 'spokeswoman',
  congressmen: 'congressman',
  congresswomen: 'congresswoman',
  wives: 'wife',
  secretaries: 'secretary',
  attorneys: 'attorney',
  allies: 'ally',
  families: 'family',
  fishermen: 'fisherman',
  businessmen: 'businessman',
  chairmen: 'chairman',
  deputies: 'deputy',
  adversaries: 'adversary',
  celebrities: 'celebrity',
  councilmen: 'councilman',
  salesmen: 'salesman',
  trawlermen: 'trawlerman',
  spokespeople: 'spokesperson',
  police: 'police',
  authorities: 'authority',
  staff: 'staff',
  others: 'other',
  many: 'other',
  some: 'other',
  both: 'other',
  those: 'other',
  few: 'other',
  most: 'other',
  several: 'other',
  all: 'other',
});

/** Common nouns for bodies: "the agency", "the campaign". */
export const BODY_NOUNS: ReadonlySet<string> = new Set(
  `agency department administration government ministry office bureau brigade treasury assembly council commission committee board company firm
corporation organization organisation group association union campaign party court panel team force authority police
service institute foundation charity university college school hospital bank fund network station channel newspaper paper
outlet website site magazine publication broadcaster wire lab center centre coalition movement embassy house senate
congress directorate registry secretariat inspectorate inquiry municipality parliament union league club jury tribunal prosecution defense defence division unit
department's business startup retailer manufacturer airline utility watchdog regulator think-tank`.split(
    /\s+/,
  ),
);

/** Numbers in words up to a dozen and rough ones: [min, max], max null where open. */
export const COUNT_WORDS: Readonly<Record<string, readonly [number, number | null]>> = lookup({
  a: [1, 1],
  an: [1, 1],
  one: [1, 1],
  another: [1, 1],
  each: [1, 1],
  two: [2, 2],
  both: [2, 2],
  three: [3, 3],
  four: [4, 4],
  five: [5, 5],
  six: [6, 6],
  seven: [7, 7],
  eight: [8, 8],
  nine: [9, 9],
  ten: [10, 10],
  eleven: [11, 11],
  twelve: [12, 12],
  dozen: [12, 12],
  twenty: [20, 20],
  thirty: [30, 30],
  forty: [40, 40],
  fifty: [50, 50],
  sixty: [60, 60],
  seventy: [70, 70],
  eighty: [80, 80],
  ninety: [90, 90],
  hundred: [100, 100],
  several: [2, null],
  multiple: [2, null],
  many: [2, null],
  few: [2, null],
  dozens: [24, null],
});

/** Words for one sex that a text itself gives a person. Nothing is told by a first name. */
export const MALE_WORDS: ReadonlySet<string> = new Set(
  'mr sir lord king prince spokesman congressman councilman chairman businessman father son husband brother man alderman actor assemblyman'.split(
    ' ',
  ),
);
export const FEMALE_WORDS: ReadonlySet<string> = new Set(
  'mrs ms miss lady queen princess dame spokeswoman congresswoman councilwoman chairwoman businesswoman mother daughter wife sister woman actress assemblywoman'.split(
    ' ',
  ),
);

/** Titles as they stand before names → the noun by which the text goes on ("the governor"). */
export const TITLE_ABBREVIATIONS: Readonly<Record<string, string>> = lookup({
  gov: 'governor',
  sen: 'senator',
  rep: 'representative',
  pres: 'president',
  gen: 'general',
  sgt: 'sergeant',
  capt: 'captain',
  col: 'colonel',
  lt: 'lieutenant',
  det: 'detective',
  prof: 'professor',
});

/** Nouns for outlets: "the newspaper", "the trade weekly". */
export const OUTLET_NOUNS: ReadonlySet<string> = new Set(
  'newspaper paper weekly daily tabloid magazine outlet broadcaster channel station publication website wire broadsheet journal'.split(
    ' ',
  ),
);

/** Those who contribute to a report without a name; words of several ("reporters") end in s. */
export const STAFF_WORDS: ReadonlySet<string> = new Set(
  'staff team newsroom agency everyone somebody'.split(' '),
);
