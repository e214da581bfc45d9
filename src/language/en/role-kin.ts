import { lookup } from '../lookup.js';

/** Nouns by which a text goes on about people whom it gave another title: noun → titles. Singular, lower case. */
export const ROLE_KIN: Readonly<Record<string, readonly string[]>> = lookup({
  lawmaker: [
    'senator',
    'representative',
    'congressman',
    'congresswoman',
    'legislator',
    'assemblyman',
    'assemblywoman',
    'mp',
    'deputy',
  ],
  legislator: [
    'senator',
    'representative',
    'congressman',
    'congresswoman',
    'lawmaker',
    'assemblyman',
    'assemblywoman',
  ],
  congressman: ['representative'],
  congresswoman: ['representative'],
  representative: ['congressman', 'congresswoman'],
  spokesperson: ['spokesman', 'spokeswoman'],
  spokesman: ['spokesperson'],
  spokeswoman: ['spokesperson'],
  chair: ['chairman', 'chairwoman', 'chairperson'],
  chairman: ['chair', 'chairperson'],
  chairwoman: ['chair', 'chairperson'],
  lawyer: ['attorney', 'counsel', 'solicitor', 'barrister'],
  attorney: ['lawyer', 'counsel'],
  councillor: ['councilman', 'councilwoman', 'councilmember', 'councilor', 'alderman'],
  councilmember: ['councilman', 'councilwoman', 'councillor', 'councilor'],
  premier: ['minister'],
  executive: ['ceo', 'president'],
  policeman: ['officer'],
  academic: ['professor', 'scholar', 'lecturer', 'historian', 'economist'],
  scholar: ['professor', 'academic', 'historian'],
  scientist: ['biologist', 'chemist', 'physicist', 'researcher', 'oceanographer', 'epidemiologist'],
  doctor: ['physician', 'surgeon', 'pediatrician', 'dr'],
  reporter: ['correspondent', 'journalist'],
  journalist: ['correspondent', 'reporter', 'columnist', 'editor'],
});

/** Letters of a party tag ("R-Ohio", "D-N.Y.") → the noun for its people. */
export const PARTY_TAGS: Readonly<Record<string, string>> = lookup({
  R: 'republican',
  D: 'democrat',
  I: 'independent',
});

/** Words of time on a title: one who bears it with them is no present bearer. */
export const PAST_TITLES: ReadonlySet<string> = new Set([
  'former',
  'ex',
  'late',
  'onetime',
  'then',
  'ousted',
  'retired',
]);

/** Words before a title that tell nobody apart. */
export const LOOSE_MODIFIERS: ReadonlySet<string> = new Set(
  'same very acting current new longtime veteran outspoken embattled then own top senior elected young old older younger elder first second two three'.split(
    ' ',
  ),
);
