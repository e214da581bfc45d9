/**
 * Small invented cases of counting, each with what DESIGN "How origins are counted" gives, worked out by hand before
 * the code was run on them. `says` are words of the claim's sentence in the account named; roots are names.
 */
export interface Case {
  readonly name: string;
  readonly accounts: readonly {
    readonly outlet: string | null;
    readonly date: string | null;
    readonly text: string;
  }[];
  /** Place of the account whose sentence states the claim, and words that only this sentence has. */
  readonly claim: { readonly account: number; readonly says: string };
  readonly min: number;
  readonly max: number;
  readonly roots: readonly string[];
}

const wire =
  'ORRELHAVEN (Sextant) — The port authority closed the northern quay on Tuesday after cracks were found in three of its piers, harbour master Edda Brandvold told Sextant. Divers will examine the rest of the structure over the coming week, and ships are being sent to the southern basin until then.';
const bare = wire.replace('ORRELHAVEN (Sextant) — ', '').replace(' told Sextant', ' said');

export const CASES: readonly Case[] = [
  {
    name: 'a wire story reprinted with its dateline in three papers',
    accounts: [
      { outlet: 'Sextant', date: '2031-03-04', text: wire },
      { outlet: 'The Pell Gazette', date: '2031-03-04', text: wire },
      { outlet: 'The Tarn Herald', date: '2031-03-05', text: wire },
    ],
    claim: { account: 0, says: 'closed the northern quay' },
    min: 1,
    max: 1,
    roots: ['Edda Brandvold'],
  },
  {
    name: 'a wire story reprinted without credit',
    accounts: [
      { outlet: 'Sextant', date: '2031-03-04', text: wire },
      { outlet: 'The Pell Gazette', date: '2031-03-05', text: bare },
    ],
    claim: { account: 0, says: 'closed the northern quay' },
    min: 1,
    max: 1,
    roots: ['Edda Brandvold'],
  },
  {
    name: 'a memo that one outlet saw, passed on by two that credit it',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: 'The transport office plans to close eleven rural stations next spring, according to an internal memo seen by the Courier.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-04-02',
        text: 'Eleven rural stations will be closed next spring by the transport office, the Lisk Courier reported on Tuesday.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-02',
        text: 'According to the Lisk Courier, the transport office plans to close eleven rural stations next spring.',
      },
    ],
    claim: { account: 0, says: 'close eleven rural stations' },
    min: 1,
    max: 1,
    roots: ['internal memo'],
  },
  {
    name: 'a memo seen by one outlet and an official heard by another',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: 'The transport office plans to close eleven rural stations next spring, according to an internal memo seen by the Courier.',
      },
      {
        outlet: 'The Ostermoor Beacon',
        date: '2031-04-02',
        text: 'The transport office plans to close eleven rural stations next spring, mayor Ines Calder told the Beacon.',
      },
    ],
    claim: { account: 0, says: 'close eleven rural stations' },
    min: 2,
    max: 2,
    roots: ['internal memo', 'Ines Calder'],
  },
  {
    name: 'a report outside the corpus, with the person behind it',
    accounts: [
      {
        outlet: 'The Pell Gazette',
        date: '2031-04-02',
        text: 'The quarry will reopen in June, owner Halle Storvik told the Lisk Courier.',
      },
    ],
    claim: { account: 0, says: 'quarry will reopen' },
    min: 1,
    max: 1,
    roots: ['Halle Storvik'],
  },
  {
    name: 'a report outside the corpus with nobody behind it is a lost witness',
    accounts: [
      {
        outlet: 'The Pell Gazette',
        date: '2031-04-02',
        text: 'The quarry will reopen in June, the Lisk Courier reported.',
      },
    ],
    claim: { account: 0, says: 'quarry will reopen' },
    min: 1,
    max: 1,
    roots: ['Lisk Courier'],
  },
  {
    name: 'unsourced background in three papers',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: 'The bridge over the Tarn was built in 1911 and carries nine thousand cars a day. The council met on Monday.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-04-02',
        text: 'Repairs were put off again. The bridge over the Tarn carries nine thousand cars a day.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-03',
        text: 'Nine thousand cars a day use the bridge over the Tarn. Drivers are patient.',
      },
    ],
    claim: { account: 1, says: 'carries nine thousand cars' },
    min: 1,
    max: 3,
    roots: ['The Lisk Courier', 'The Pell Gazette', 'The Tarn Herald'],
  },
  {
    name: 'three unnamed officials in one account',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: 'The budget for the new hospital has been frozen, three officials said.',
      },
    ],
    claim: { account: 0, says: 'has been frozen' },
    min: 1,
    max: 3,
    roots: ['three officials'],
  },
  {
    name: 'unnamed officials in two outlets may be the same',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: 'The budget for the new hospital in Pell has been frozen, two officials said.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-01',
        text: 'The budget for the new hospital in Pell has been frozen, according to an official familiar with the talks.',
      },
    ],
    claim: { account: 0, says: 'has been frozen' },
    min: 1,
    max: 3,
    roots: ['two officials', 'an official familiar with the talks'],
  },
  {
    name: "an agency's spokesman and its director may be one",
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: 'Water in the old town is safe to drink again, said Berit Aasen, a spokeswoman for the Water Board.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-01',
        text: 'Water in the old town is safe to drink again, Torvald Rein, director of the Water Board, told the Herald.',
      },
    ],
    claim: { account: 0, says: 'safe to drink again' },
    min: 1,
    max: 2,
    roots: ['Berit Aasen', 'Torvald Rein'],
  },
  {
    name: 'two people of different bodies, each heard',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: 'The ferry ran aground at six in the morning, said Berit Aasen, a spokeswoman for the Coast Guard.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-01',
        text: 'The ferry ran aground at six in the morning, Olle Vig, a fisherman from Skarv, told the Herald.',
      },
    ],
    claim: { account: 0, says: 'ran aground' },
    min: 2,
    max: 2,
    roots: ['Berit Aasen', 'Olle Vig'],
  },
  {
    name: 'reportedly: no source given',
    accounts: [
      {
        outlet: 'The Pell Gazette',
        date: '2031-04-02',
        text: 'The minister reportedly offered to resign on Monday evening.',
      },
    ],
    claim: { account: 0, says: 'offered to resign' },
    min: 0,
    max: 1,
    roots: [],
  },
  {
    name: 'a statement is its author',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: 'The Harbour Board will cut ferry fares by a fifth from May, it said in a statement.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-01',
        text: 'Ferry fares will be cut by a fifth from May, the Harbour Board said in a statement on Tuesday.',
      },
    ],
    claim: { account: 1, says: 'Ferry fares will be cut' },
    min: 1,
    max: 1,
    roots: ['Harbour Board'],
  },
  {
    name: 'one posted quotation in three papers',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: '“We will not sell the island to anyone at any price,” Mayor Ines Calder wrote in a post on Monday.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-01',
        text: 'In a post on Monday, Mayor Ines Calder wrote: “We will not sell the island to anyone at any price.”',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-04-02',
        text: '“We will not sell the island to anyone at any price,” Ines Calder, the mayor, said in a post.',
      },
    ],
    claim: { account: 0, says: 'not sell the island' },
    min: 1,
    max: 1,
    roots: ['Ines Calder'],
  },
  {
    name: 'spoken words heard by two outlets, neither showing a hearing',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: '“We will not sell the island to anyone at any price,” Mayor Ines Calder said on Monday.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-01',
        text: 'Mayor Ines Calder said on Monday: “We will not sell the island to anyone at any price.”',
      },
    ],
    claim: { account: 0, says: 'not sell the island' },
    min: 1,
    max: 2,
    roots: ['The Lisk Courier', 'The Tarn Herald'],
  },
  {
    name: 'spoken words, each outlet showing its own hearing',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: '“We will not sell the island to anyone at any price,” Mayor Ines Calder told the Courier.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-01',
        text: '“We will not sell the island to anyone at any price,” Mayor Ines Calder told the Herald.',
      },
    ],
    claim: { account: 0, says: 'not sell the island' },
    min: 2,
    max: 2,
    roots: ['The Lisk Courier', 'The Tarn Herald'],
  },
  {
    name: 'hearsay: an official on what his superiors decided is the official',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: 'The depot will be moved to Pell, as one official involved said his superiors had put it.',
      },
    ],
    claim: { account: 0, says: 'depot will be moved' },
    min: 1,
    max: 1,
    roots: ['one official involved'],
  },
  {
    name: 'a claim that only the derived account has, with no source named',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: 'The transport office plans to close eleven rural stations next spring, according to an internal memo seen by the Courier.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-04-02',
        text: 'Eleven rural stations will be closed next spring, the Lisk Courier reported. Pell station sold four thousand tickets last year.',
      },
    ],
    claim: { account: 1, says: 'sold four thousand tickets' },
    min: 1,
    max: 1,
    roots: ['The Pell Gazette'],
  },
  {
    name: 'two different letters',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: 'The dam puts the lower valley at risk, according to a letter signed by sixty engineers.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-01',
        text: 'A letter signed by four mayors says that the dam puts the lower valley at risk.',
      },
    ],
    claim: { account: 0, says: 'puts the lower valley at risk' },
    min: 2,
    max: 2,
    roots: ['letter', 'letter'],
  },
  {
    name: 'pasted text without an outlet beside one with: own voices may be the same',
    accounts: [
      {
        outlet: null,
        date: '2031-04-01',
        text: 'The old brewery on Kettle Street burned down on Saturday night. Nobody was hurt.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-02',
        text: 'The old brewery on Kettle Street burned down on Saturday night. It had stood empty for years.',
      },
    ],
    claim: { account: 0, says: 'burned down' },
    min: 1,
    max: 2,
    roots: ['account 0', 'The Tarn Herald'],
  },
  {
    name: 'a law is a public record, one root',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: 'Under the Harbour Safety Act, skippers who refuse an inspection face fines of up to 9,000 marks.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-02',
        text: 'Skippers who refuse an inspection face fines of up to 9,000 marks under the Harbour Safety Act.',
      },
    ],
    claim: { account: 0, says: 'face fines' },
    min: 1,
    max: 1,
    roots: ['Harbour Safety Act'],
  },
  {
    name: 'unnamed people of a named body are that body',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-01',
        text: 'The Water Board will raise its rates by a tenth in autumn, two officials at the Water Board said.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-02',
        text: 'The Water Board will raise its rates by a tenth in autumn, the Water Board said.',
      },
    ],
    claim: { account: 0, says: 'raise its rates' },
    min: 1,
    max: 1,
    roots: ['Water Board'],
  },
];
