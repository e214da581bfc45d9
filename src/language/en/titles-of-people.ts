/** Words before a person's name. Lower case, without a final full stop. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof sir dame lord lady baron baroness count countess duke duchess prince princess king queen rev reverend fr father brother sister rabbi imam sheikh ayatollah pope saint monsignor'.split(
    ' ',
  ),
);

/** Titles of office that stand directly before a name. Lower case, without a final full stop. */
export const OFFICES: ReadonlySet<string> = new Set(
  `president vice-president vp premier chancellor minister secretary undersecretary governor gov lieutenant lt mayor senator
sen sens representative rep reps congressman congresswoman assemblyman assemblywoman councilman councilwoman councillor
councilor councilmember alderman commissioner supervisor superintendent sheriff constable marshal judge justice magistrate
attorney prosecutor inspector detective sergeant sgt corporal cpl private pvt captain capt major maj colonel col general gen
admiral adm commander cmdr officer deputy chief director chairman chairwoman chair chairperson speaker ambassador consul
archbishop bishop cardinal deacon pastor professor coach principal dean spokesman spokeswoman spokesperson analyst economist
leader activist lawyer author journalist reporter editor correspondent actor actress singer author composer ex-president
candidate nominee emperor sultan emir tsar trooper agent lawmaker congressmember delegate treasurer comptroller auditor
coroner ombudsman registrar adviser advisor aide counsel administrator whip president-elect governor-elect mayor-elect senator-elect co-chair co-chairman co-chairwoman co-founder
strategist`.split(/\s+/),
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
