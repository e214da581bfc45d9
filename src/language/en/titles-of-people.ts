/** Words before a person's name. Lower case, without a final full stop. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof sir dame lord lady baron baroness count countess duke duchess prince princess king queen rev reverend fr father brother sister rabbi imam sheikh ayatollah pope saint monsignor'.split(
    ' ',
  ),
);

/** Titles of office that stand directly before a name. Lower case, without a final full stop. */
export const OFFICES: ReadonlySet<string> = new Set(
  `president vice-president vp ceo cfo coo premier chancellor minister secretary undersecretary governor gov lieutenant lt mayor senator
sen sens representative rep reps congressman congresswoman assemblyman assemblywoman councilman councilwoman councillor
councilor councilmember alderman commissioner supervisor superintendent sheriff constable marshal judge justice magistrate
attorney prosecutor inspector detective sergeant sgt corporal cpl private pvt captain capt major maj colonel col general gen
admiral adm editor-in-chief commander cmdr officer deputy chief director chairman chairwoman chair chairperson speaker ambassador consul
archbishop bishop cardinal deacon pastor professor coach principal dean spokesman spokeswoman spokesperson analyst economist
leader activist lawyer author journalist reporter editor correspondent actor actress singer author composer ex-president
candidate nominee emperor sultan emir tsar trooper agent lawmaker congressmember delegate treasurer comptroller auditor
coroner ombudsman registrar adviser advisor aide counsel administrator whip president-elect governor-elect mayor-elect senator-elect co-chair co-chairman co-chairwoman co-founder
strategist presidents senators representatives commissioners professors drs messrs councilmembers governors secretaries ministers justices judges pres congressmen chief-justice sheriffs mayors
ambassadors directors generals dir supt insp dep det csm brigadier brig commandant commodore`.split(/\s+/),
);

/** What may follow a person's name as part of it. */
export const NAME_SUFFIXES: ReadonlySet<string> = new Set([
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'esq',
  'jnr',
  'snr',
]);

/** Particles inside a person's name. */
export const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'de da del della di do dos du la le van von der den ter ten bin ibn al el ben bint y e af av zu'.split(' '),
);

/** Words before the word of an office that belong to it ("Prime Minister", "Majority Leader"). Lower case. */
export const OFFICE_MODIFIERS: ReadonlySet<string> = new Set(
  `vice prime deputy press foreign acting former chief executive assistant attorney lieutenant majority minority presidential
associate permanent junior senior shadow managing communications campaign political first second lady commanding
parliamentary solicitor surgeon inspector under special incoming outgoing then`.split(/\s+/),
);

/** Words that end an office where no name follows it ("White House Press Secretary"). Lower case. */
export const FINAL_OFFICES: ReadonlySet<string> = new Set(
  `president vice-president secretary undersecretary minister governor gov senator sen rep chairman chairwoman chairperson chair
spokesman spokeswoman spokesperson director commissioner ambassador leader officer general speaker administrator mayor
sheriff congressman congresswoman superintendent prosecutor attorney representative nominee candidate chancellor
justice judge premier officials official staffer adviser advisor aide lawmakers lawmaker counsel`.split(
    /\s+/,
  ),
);

/** Words that end an office of two words and are hardly a surname: "the Director General". Lower case. */
export const SECOND_OFFICES: ReadonlySet<string> = new Set(
  'general minister justice secretary officer commissioner executive'.split(' '),
);

/** Titles that go with the first name: "Sir Keir". Lower case. */
export const FIRST_NAME_TITLES: ReadonlySet<string> = new Set(
  'sir dame lady prince princess king queen pope sister father brother'.split(' '),
);
