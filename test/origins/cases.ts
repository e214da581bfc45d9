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
  /** Why the range is so, in words. */
  readonly why: string;
  /** What keeps it from being counted so today; the test then expects that it is not. */
  readonly gap?: string;
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
    why: 'three papers carry one text of one agency, which heard one woman',
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
    why: 'the second text is the first one, credited or not',
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
    why: 'all rest on a memo that only the Courier saw',
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
    why: 'a memo of one body and somebody of another, each met by its own paper',
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
    why: 'the report is a link; behind it stands the woman it names',
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
    why: 'nothing is known behind the report, so the trail ends there',
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
    why: 'three papers, and nobody says from where; they may have it from one another',
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
    why: 'three people stated, perhaps of one mouth',
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
    why: 'nobody knows whether the one official is one of the two',
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
    why: 'two people who speak for one body may be one origin',
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
    why: 'two bodies, each heard',
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
    why: 'nobody is named, so nothing counts for sure',
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
    why: '“X said in a statement” is X',
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
    why: 'what is posted is made public once, however many read it',
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
    why: 'one of the papers may have the words from the other',
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
    why: 'each paper shows that it heard the words itself',
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
    why: 'whom the official has it from stands behind him',
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
    why: 'the second paper adds it itself, without a source',
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
    why: 'two letters that differ in who signed them',
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
    why: 'a text without an outlet may be the Herald’s own',
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
    why: 'what stands in a law is the law',
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
    why: 'unnamed people of a named body are that body',
    min: 1,
    max: 1,
    roots: ['Water Board'],
  },
  {
    name: 'an aggregator that credits an aggregator',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-03-01',
        text: 'The ferry line will drop its night crossings in May, line director Halvor Teig told the Courier.',
      },
      {
        outlet: 'The Tarn Digest',
        date: '2031-03-02',
        text: 'The ferry line will drop its night crossings in May, the Lisk Courier reported.',
      },
      {
        outlet: 'The Ostermoor Roundup',
        date: '2031-03-03',
        text: 'According to the Tarn Digest, the ferry line will drop its night crossings in May.',
      },
    ],
    claim: { account: 2, says: 'drop its night crossings' },
    why: 'the Roundup has it from the Digest, the Digest from the Courier, and the Courier heard Teig',
    min: 1,
    max: 1,
    roots: ['Halvor Teig'],
  },
  {
    name: 'an aggregator that credits an aggregator, and the first report is outside',
    accounts: [
      {
        outlet: 'The Tarn Digest',
        date: '2031-03-02',
        text: 'The ferry line will drop its night crossings in May, the Lisk Courier reported.',
      },
      {
        outlet: 'The Ostermoor Roundup',
        date: '2031-03-03',
        text: 'According to the Tarn Digest, the ferry line will drop its night crossings in May.',
      },
    ],
    claim: { account: 1, says: 'drop its night crossings' },
    why: 'both end at a report that nobody here has',
    min: 1,
    max: 1,
    roots: ['Lisk Courier'],
  },
  {
    name: 'two wires on one event, each reprinted',
    accounts: [
      {
        outlet: 'Sextant',
        date: '2031-05-05',
        text: 'PELL (Sextant) — A freight train derailed near Pell on Monday and two wagons caught fire, rail authority engineer Ilse Karn told Sextant. Nobody was hurt.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-05-05',
        text: 'PELL (Sextant) — A freight train derailed near Pell on Monday and two wagons caught fire, rail authority engineer Ilse Karn told Sextant. Nobody was hurt.',
      },
      {
        outlet: 'Norlink',
        date: '2031-05-05',
        text: 'PELL (Norlink) — A freight train derailed near Pell on Monday, fire chief Odo Brask told Norlink. His crews fought the flames in the goods yard until midnight, and the line stays shut until the weekend.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-05-06',
        text: 'PELL (Norlink) — A freight train derailed near Pell on Monday, fire chief Odo Brask told Norlink. His crews fought the flames in the goods yard until midnight, and the line stays shut until the weekend.',
      },
    ],
    claim: { account: 0, says: 'freight train derailed near Pell' },
    why: 'each wire heard somebody of its own; the papers add nothing',
    min: 2,
    max: 2,
    roots: ['Ilse Karn', 'Odo Brask'],
  },
  {
    name: 'a staff story with one paragraph of the wire',
    accounts: [
      {
        outlet: 'Sextant',
        date: '2031-08-01',
        text: 'ORREL (Sextant) — The Orrel dam will be lowered by four metres before the winter, water board engineer Petra Lund told Sextant. The work takes six weeks and the road over the crown stays closed for as long.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-08-02',
        text: 'Farmers below the lake have begun to move their herds to higher meadows. “We have lost two springs already,” said Jorun Hage, who keeps sixty cows at Vik. The village hall was full on Tuesday night.\n\nThe Orrel dam will be lowered by four metres before the winter, water board engineer Petra Lund told Sextant. The work takes six weeks and the road over the crown stays closed for as long.',
      },
    ],
    claim: { account: 1, says: 'lowered by four metres' },
    why: 'the paragraph is the wire’s, whatever stands around it',
    min: 1,
    max: 1,
    roots: ['Petra Lund'],
  },
  {
    name: 'an agency that contributed to a report',
    accounts: [
      {
        outlet: 'The Pell Gazette',
        date: '2031-06-20',
        text: 'The council sold the car park behind the theatre for nine million marks in June.\n\nSextant contributed to this report.',
      },
    ],
    claim: { account: 0, says: 'sold the car park' },
    why: 'the Gazette’s own voice, and perhaps the agency’s work behind it',
    min: 1,
    max: 2,
    roots: ['Pell Gazette'],
  },
  {
    name: 'a follow-up that credits the report of the day before',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-09-02',
        text: 'The hospital will shut its maternity ward in autumn, hospital manager Runa Falk told the Courier.',
      },
      {
        outlet: 'The Lisk Courier',
        date: '2031-09-03',
        text: 'Two hundred people stood outside the gates on Wednesday with candles. The hospital will shut its maternity ward in autumn, the Courier reported on Tuesday.',
      },
    ],
    claim: { account: 1, says: 'shut its maternity ward' },
    why: 'the second day has it from the first',
    min: 1,
    max: 1,
    roots: ['Runa Falk'],
  },
  {
    name: 'a translation of a report that is not here',
    accounts: [
      {
        outlet: null,
        date: '2031-02-10',
        text: 'The yard at Norsund will build two icebreakers for the coast guard.\n\nTranslated from the Norder Tidende.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-02-11',
        text: 'The yard at Norsund will build two icebreakers for the coast guard, the Norder Tidende reported.',
      },
    ],
    claim: { account: 0, says: 'build two icebreakers' },
    why: 'both have it from the Tidende, which nobody here has',
    gap: 'a line that says from where a text was translated is not read as a credit',
    min: 1,
    max: 1,
    roots: ['Norder Tidende'],
  },
  {
    name: 'a press release that two papers quote',
    accounts: [
      {
        outlet: 'Orrel Harbour Board',
        date: '2031-03-03',
        text: 'The Orrel Harbour Board will charge cruise ships a landing fee of three marks a passenger from April.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-03-04',
        text: 'The Orrel Harbour Board will charge cruise ships a landing fee of three marks a passenger from April, it said in a press release.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-03-04',
        text: 'From April cruise ships must pay a landing fee of three marks a passenger, the Orrel Harbour Board said in a press release on Monday.',
      },
    ],
    claim: { account: 1, says: 'landing fee of three marks' },
    why: 'a release is its issuer',
    min: 1,
    max: 1,
    roots: ['Orrel Harbour Board'],
  },
  {
    name: 'a mayor who read it in the paper',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-01-08',
        text: 'The paper mill will close in March with the loss of ninety jobs, mill owner Gerd Osk told the Courier.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-01-09',
        text: 'Mayor Anna Reve said she had read in the Lisk Courier that the paper mill will close in March with the loss of ninety jobs.',
      },
    ],
    claim: { account: 1, says: 'paper mill will close in March' },
    why: 'who cites a published report passes the trail on to it',
    min: 1,
    max: 1,
    roots: ['Gerd Osk'],
  },
  {
    name: 'two papers that credit one another',
    accounts: [
      {
        outlet: 'The Pell Gazette',
        date: '2031-05-01',
        text: 'The old bridge will be closed to lorries in June, the Tarn Herald reported.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-05-01',
        text: 'The old bridge will be closed to lorries in June, according to the Pell Gazette.',
      },
    ],
    claim: { account: 0, says: 'closed to lorries' },
    why: 'neither has it of its own; where it came from nobody tells',
    min: 0,
    max: 1,
    roots: [],
  },
  {
    name: 'a reprint whose clock is wrong',
    accounts: [
      { outlet: 'Sextant', date: '2031-03-05', text: wire },
      { outlet: 'The Pell Gazette', date: '2031-03-02', text: wire },
    ],
    claim: { account: 1, says: 'closed the northern quay' },
    why: 'the dateline says whose it is, whatever the dates say',
    min: 1,
    max: 1,
    roots: ['Edda Brandvold'],
  },
  {
    name: 'a story and its update',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-06-01',
        text: 'Five people were hurt when a tram hit a bus in Lisk on Friday, fire chief Olin Marsk told the Courier. The street will stay closed over the weekend and the line is served by buses until Monday.',
      },
      {
        outlet: 'The Lisk Courier',
        date: '2031-06-02',
        text: 'Seven people were hurt when a tram hit a bus in Lisk on Friday, fire chief Olin Marsk told the Courier. The street will stay closed over the weekend and the line is served by buses until Monday.',
      },
    ],
    claim: { account: 1, says: 'Seven people were hurt' },
    why: 'one paper heard one chief twice',
    min: 1,
    max: 1,
    roots: ['Olin Marsk'],
  },
  {
    name: 'a statement that its paper corrected, and a paper that carries the old one',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-07-01',
        text: 'The town paid 40,000 marks for the statue on the quay, treasurer Kaja Moen told the Courier. It will be unveiled in August by the sculptor and the schools of the town.',
      },
      {
        outlet: 'The Lisk Courier',
        date: '2031-07-03',
        text: 'The town paid 14,000 marks for the statue on the quay, treasurer Kaja Moen told the Courier. It will be unveiled in August by the sculptor and the schools of the town.\n\nCorrection: An earlier version of this article said that the town paid 40,000 marks for the statue.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-07-02',
        text: 'The town paid 40,000 marks for the statue on the quay, the Lisk Courier reported.',
      },
    ],
    claim: { account: 2, says: 'paid 40,000 marks' },
    why: 'all have it from what the treasurer told one paper',
    min: 1,
    max: 1,
    roots: ['Kaja Moen'],
  },
  {
    name: 'a syndicated column in two papers',
    accounts: [
      {
        outlet: 'The Pell Gazette',
        date: '2031-02-20',
        text: 'The last dairy on the island closed its doors in February. Milk now comes by ferry, and so does the cheese that we used to send the other way.\n\n© 2031 The Lisk Courier. Distributed by Column Service.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-02-21',
        text: 'The last dairy on the island closed its doors in February. Milk now comes by ferry, and so does the cheese that we used to send the other way.\n\n© 2031 The Lisk Courier. Distributed by Column Service.',
      },
    ],
    claim: { account: 1, says: 'closed its doors in February' },
    why: 'the copyright line says whose text both carry',
    min: 1,
    max: 1,
    roots: ['Lisk Courier'],
  },
  {
    name: 'what was said at a news conference, heard by two reporters: the fact',
    accounts: [
      {
        outlet: 'The Pell Gazette',
        date: '2031-04-14',
        text: 'The ferry terminal will reopen on Thursday, port director Nils Aker told reporters at a news conference.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-04-14',
        text: 'Port director Nils Aker said at a news conference that the ferry terminal will reopen on Thursday.',
      },
    ],
    claim: { account: 0, says: 'ferry terminal will reopen' },
    why: 'for the fact there is one man behind both',
    min: 1,
    max: 1,
    roots: ['Nils Aker'],
  },
  {
    name: 'a suit and those who brought it',
    accounts: [
      {
        outlet: 'The Pell Gazette',
        date: '2031-11-02',
        text: 'The smelter poisoned two wells in Brask, according to a lawsuit filed by the Brask Farmers’ Union.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-11-05',
        text: 'The smelter poisoned two wells in Brask, the Brask Farmers’ Union said on Tuesday.',
      },
    ],
    claim: { account: 0, says: 'poisoned two wells' },
    why: 'one paper read the suit, the other heard those who brought it: a document and its issuer may be one',
    min: 1,
    max: 2,
    roots: ['lawsuit filed by the Brask Farmers’ Union', 'the Brask Farmers’ Union'],
  },
  {
    name: 'a denial asserts nothing',
    accounts: [
      {
        outlet: 'The Pell Gazette',
        date: '2031-11-10',
        text: 'The smelter dumped ash in the river last spring, former foreman Ivo Kest told the Gazette.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-11-12',
        text: 'Lena Dahl, who owns the smelter, denied that the smelter dumped ash in the river last spring.',
      },
    ],
    claim: { account: 0, says: 'dumped ash in the river' },
    why: 'only Kest says so',
    min: 1,
    max: 1,
    roots: ['Ivo Kest'],
  },
  {
    name: 'a quotation that moved from an official to a document',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-12-01',
        text: '“No train will run on the branch line on Sundays,” timetable chief Arvid Moll told the Courier.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-12-02',
        text: '“No train will run on the branch line on Sundays,” a rail agency memo says, the Lisk Courier reported.',
      },
    ],
    claim: { account: 1, says: 'No train will run on the branch line' },
    why: 'the Gazette has it from the Courier, which heard a man; that it names a memo is drift',
    min: 1,
    max: 1,
    roots: ['Arvid Moll'],
  },
  {
    name: 'a paper that credits another and heard somebody itself',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-06-10',
        text: 'The quarry will shut in September, says a county letter seen by the Courier.',
      },
      {
        outlet: 'The Ostermoor Beacon',
        date: '2031-06-11',
        text: 'The quarry will shut in September, quarry manager Stig Holm told the Beacon, as the Lisk Courier first reported.',
      },
    ],
    claim: { account: 1, says: 'quarry will shut in September' },
    why: 'the Beacon shows a hearing of its own',
    min: 2,
    max: 2,
    roots: ['county letter', 'Stig Holm'],
  },
  {
    name: 'two unnamed officials in one paper and a spokesman in another',
    accounts: [
      {
        outlet: 'The Pell Gazette',
        date: '2031-08-20',
        text: 'The prison at Vik will take 200 more inmates, two officials told the Gazette.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-08-21',
        text: 'The prison at Vik will take 200 more inmates, prison service spokesman Jens Varg told the Herald.',
      },
    ],
    claim: { account: 0, says: '200 more inmates' },
    why: 'either official may be the spokesman',
    min: 1,
    max: 3,
    roots: ['two officials', 'Jens Varg'],
  },
  {
    name: 'a register that two papers read',
    accounts: [
      {
        outlet: 'The Pell Gazette',
        date: '2031-05-20',
        text: 'The Hage estate was sold for six million marks in May, the land register shows.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-05-22',
        text: 'According to the land register, the Hage estate was sold for six million marks in May.',
      },
    ],
    claim: { account: 0, says: 'sold for six million marks' },
    why: 'what stands in a public record is that record, one root',
    gap: '“the land register” is cut to “the land”',
    min: 1,
    max: 1,
    roots: ['land register'],
  },
  {
    name: 'a paper that credits itself',
    accounts: [
      {
        outlet: 'The Pell Gazette',
        date: '2031-09-09',
        text: 'The pier at Tarn will be torn down before Easter, the Pell Gazette has learned.',
      },
    ],
    claim: { account: 0, says: 'torn down before Easter' },
    why: 'its own voice, and no loop',
    min: 1,
    max: 1,
    roots: ['Pell Gazette'],
  },
  {
    name: 'one letter that is here, and two accounts that say what stands in it',
    accounts: [
      {
        outlet: null,
        date: '2031-06-01',
        text: 'To the water board of Vessel Hill\n\nThe upper reservoir has lost a third of its water since March, and nobody has told the farms below it when the gates will be shut. We ask you to say so before the hay is cut.\n\nThe farmers of Upper Lisk and of Lower Lisk',
      },
      {
        outlet: 'The Lisk Courier',
        date: '2031-06-03',
        text: 'Farmers have written a letter to the water board, and ask it to say “when the gates will be shut”. In it the farmers say that the upper reservoir has lost a third of its water since March.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-06-04',
        text: 'Two dozen farmers sent the water board a letter. They called for a date "before the hay is cut" in the letter and wrote that the upper reservoir had lost a third of its water since March.',
      },
    ],
    claim: { account: 1, says: 'has lost a third of its water' },
    why: 'both papers read the letter, which is among what was read; nobody else is behind it',
    min: 1,
    max: 1,
    roots: ['letter'],
  },
  {
    name: 'two accounts of letters whose signers are told in other words',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-06-03',
        text: 'The bridge over the Lisk will not last another winter, says a letter from Holm and three other masons.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-06-04',
        text: 'A letter from the masons of the lower town says that the bridge over the Lisk will not last another winter.',
      },
    ],
    claim: { account: 0, says: 'will not last another winter' },
    why: 'nothing told of the two letters shows that they differ',
    min: 1,
    max: 2,
    roots: ['letter', 'letter'],
  },
  {
    name: 'a council and the letter through which it speaks',
    accounts: [
      {
        outlet: null,
        date: '2031-03-04',
        text: 'To the county council\n\nWe ask you to keep lorries off the high street at night. The detour by the mill is a gamble with our children, and we heard of it from the newspapers.\n\nThe parish council of Vik',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-03-05',
        text: 'The parish council of Vik wants quiet nights. In a letter to the county council it says that lorries shake the walls, and it calls the detour by the mill "a gamble with our children".',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-03-06',
        text: 'The detour by the mill is "a gamble with our children", the parish council writes in a letter to the county council, signed by its chair, Ruth Amble.',
      },
    ],
    claim: { account: 0, says: 'is a gamble with our children' },
    why: 'both papers quote one letter, which is among what was read',
    min: 1,
    max: 1,
    roots: ['letter'],
  },
  {
    name: 'an e-mail that gives the plan its name, in a clause of its own',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-02',
        text: 'The clearing of the dunes began last month and will run through Dec. 31, according to an internal e-mail seen by the Courier, which called the effort Operation Lantern.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-04-03',
        text: 'Per the Lisk Courier, the clearing of the dunes will run through Dec. 31.',
      },
    ],
    claim: { account: 0, says: 'called the effort Operation Lantern' },
    why: 'what the e-mail calls it stands in the e-mail',
    min: 1,
    max: 1,
    roots: ['internal e-mail'],
  },
  {
    name: 'per an outlet, at the head of the sentence',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-04-02',
        text: 'The clearing of the dunes will run through Dec. 31, according to an internal e-mail seen by the Courier.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-04-03',
        text: 'Per the Lisk Courier, the clearing of the dunes will run through Dec. 31.',
      },
    ],
    claim: { account: 1, says: 'will run through Dec. 31' },
    why: 'the Gazette has it from the Courier, and the Courier from the e-mail',
    min: 1,
    max: 1,
    roots: ['internal e-mail'],
  },
  {
    name: 'a release in the corpus and a paper that tells what it says, part of it without saying whence',
    accounts: [
      {
        outlet: 'Harbour Water Office',
        date: '2031-03-04',
        text: '# Water in the lower town\n\n**Harbour Water Office**\nPress release\n4 March 2031\n\nTwelve wells in the lower town were found to hold too much nitrate. The repair of the main pump will cost 3 million crowns. Filters will be handed out from Friday.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-03-05',
        text: 'Twelve wells in the lower town hold too much nitrate, the Harbour Water Office said in a press release. The repair of the main pump will cost 3 million crowns.',
      },
    ],
    claim: { account: 1, says: 'The repair of the main pump will cost 3 million crowns' },
    why: 'the Gazette credits a release that carries the claim, and the release is the office speaking',
    min: 1,
    max: 1,
    roots: ['Harbour Water Office'],
  },
  {
    name: 'what a release says, and another source that the paper names for it',
    accounts: [
      {
        outlet: 'Harbour Water Office',
        date: '2031-03-04',
        text: '# Water in the lower town\n\n**Harbour Water Office**\nPress release\n4 March 2031\n\nTwelve wells in the lower town were found to hold too much nitrate. The repair of the main pump will cost 3 million crowns.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-03-05',
        text: 'Twelve wells in the lower town hold too much nitrate, the Harbour Water Office said in a press release. The engineer Ruth Amble told the Gazette that the repair of the main pump will cost 3 million crowns.',
      },
    ],
    claim: { account: 1, says: 'the repair of the main pump will cost 3 million crowns' },
    why: 'the Gazette heard the engineer, whom nothing ties to the office',
    min: 2,
    max: 2,
    roots: ['Harbour Water Office', 'Ruth Amble'],
  },
  {
    name: 'what a court decided, in three papers',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-03-04',
        text: 'The Supreme Court of Corvane annulled the toll on the northern bridge on Monday.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-03-05',
        text: 'The Supreme Court annulled the toll on the northern bridge on Monday.',
      },
      {
        outlet: 'The Tarn Herald',
        date: '2031-03-05',
        text: 'On Monday the Supreme Court of Corvane annulled the toll on the northern bridge.',
      },
    ],
    claim: { account: 0, says: 'annulled the toll on the northern bridge' },
    why: 'a judgment stands in the record of the court, whoever tells it',
    min: 1,
    max: 1,
    roots: ['Supreme Court of Corvane'],
  },
  {
    name: 'words that a judge wrote, in two papers',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-03-04',
        text: '"A toll is not a gate, and nobody may be kept on one side of it," Judge Ilse Brandt wrote.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-03-05',
        text: 'Judge Ilse Brandt wrote: "A toll is not a gate, and nobody may be kept on one side of it."',
      },
    ],
    claim: { account: 0, says: 'A toll is not a gate' },
    why: 'what is written is read, and one root however many read it',
    min: 1,
    max: 1,
    roots: ['Ilse Brandt'],
  },
  {
    name: 'a request that two papers report of one union',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-03-04',
        text: 'The Dockers Union has asked the port authority to close the northern quay at night.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-03-05',
        text: 'The Dockers Union has asked the port authority to close the northern quay at night.',
      },
    ],
    claim: { account: 0, says: 'asked the port authority to close the northern quay' },
    why: 'a request is of the one who asks',
    min: 1,
    max: 1,
    roots: ['Dockers Union'],
  },
  {
    name: 'a sum that is put at something by nobody',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-03-04',
        text: 'The damage to the northern quay is put at about 30 million crowns.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-03-05',
        text: 'The storm is said to have caused damage of 30 million crowns to the northern quay.',
      },
    ],
    claim: { account: 0, says: 'is put at about 30 million crowns' },
    why: 'no source is given: nothing to the least, one an outlet to the most',
    min: 0,
    max: 2,
    roots: [],
  },
  {
    name: 'a minister and the spokesman of the ministry',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-03-04',
        text: 'The ministry had spent 865 million crowns on the ferries by the end of February, Pell Havring, a spokesman for the Ministry of Transport, told the Courier.',
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-03-05',
        text: 'Joakim Sterre, the transport minister, told the Gazette that 865 million crowns were spent on the ferries by his ministry up to the end of February.',
      },
    ],
    claim: { account: 0, says: 'had spent 865 million crowns on the ferries' },
    why: 'two who speak for one ministry may be one origin',
    min: 1,
    max: 2,
    roots: ['Pell Havring', 'Joakim Sterre'],
  },
  {
    name: 'a headline and what stands below it',
    accounts: [
      {
        outlet: 'The Lisk Courier',
        date: '2031-03-04',
        text: '# Official: authority wants 25 divers for the northern quay\n\nThe authority wants 25 divers for the northern quay, an engineer of the Quay Board, Ruth Amble, told the Courier.',
      },
    ],
    claim: { account: 0, says: 'The authority wants 25 divers for the northern quay' },
    why: 'the headline tells in short what one engineer said',
    min: 1,
    max: 1,
    roots: ['Ruth Amble'],
  },
  {
    name: 'a short sentence of a copy, which no passage carries',
    accounts: [
      {
        outlet: 'Sextant',
        date: '2031-03-04',
        text: `${wire}\n\nMore ships are due on Friday. Pilots were told on Monday that the channel at Vik would be dredged before the autumn storms came in.`,
      },
      {
        outlet: 'The Pell Gazette',
        date: '2031-03-05',
        text: `${wire}\n\nThe Gazette has a map of the port on page nine today. More ships are due on Friday.`,
      },
    ],
    claim: { account: 0, says: 'More ships are due on Friday' },
    why: 'the second text is mostly the first one, and names no source for it',
    min: 1,
    max: 1,
    roots: ['Sextant'],
  },
  {
    name: 'a section of a law that a court takes out, as the court says',
    accounts: [
      {
        outlet: 'Court of Appeal of Corvane',
        date: '2031-03-04',
        text: '# Court of Appeal of Corvane\n\nPress summary, 4 March 2031\n\nUnder the Vik Toll Order nobody crosses the bridge at night without a pass.\n\nSection 4 is annulled with effect from May.',
      },
    ],
    claim: { account: 0, says: 'Section 4 is annulled' },
    why: 'the law does not say that it is annulled; the court does',
    min: 1,
    max: 1,
    roots: ['Court of Appeal of Corvane'],
  },
];
