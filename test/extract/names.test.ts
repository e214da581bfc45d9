import { describe, expect, it } from 'vitest';
import { findNames } from '../../src/extract/names/names.js';
import { parsed } from './facts-helpers.js';

const names = (text: string) => findNames(parsed(text)).map((n) => [n.kind, n.name, n.mentions.length]);

describe('findNames', () => {
  it.each([
    [
      'The Harbour Safety and Inspection Service (HSIS) sent letters. Later HSIS closed two piers.',
      [['organisation', 'Harbour Safety and Inspection Service', 3]],
    ],
    [
      'Officials of ICE met. Immigration and Customs Enforcement declined to comment.',
      [['organisation', 'Immigration and Customs Enforcement', 2]],
    ],
    ['President Henry Lucero spoke. Mr Lucero left; Lucero’s car waited.', [['person', 'Henry Lucero', 3]]],
    [
      'The House met. The White House was silent. Critics of the House cheered.',
      [
        ['organisation', 'House', 2],
        ['organisation', 'White House', 1],
      ],
    ],
    [
      'The Justice Department (DOJ) met the United Steelworkers (USW). Officials of the DOJ and the USW agreed.',
      [
        ['organisation', 'Justice Department', 3],
        ['organisation', 'United Steelworkers', 3],
      ],
    ],
    ['They held Jose Lopez-Sanchez. Lopez-Sanchez was freed.', [['person', 'Jose Lopez-Sanchez', 2]]],
    [
      'BuzzFeed Editor-in-Chief Ben Lund met NPR Justice Department correspondents.',
      [
        ['outlet', 'BuzzFeed', 1],
        ['person', 'Ben Lund', 1],
        ['outlet', 'NPR', 1],
        ['organisation', 'Justice Department', 1],
      ],
    ],
    ['Keir Starmold spoke. Sir Keir left.', [['person', 'Keir Starmold', 2]]],
    ['They met the White House Special Counsel.', [['organisation', 'White House', 1]]],
    ['The National Institutes of Health met.', [['organisation', 'National Institutes of Health', 1]]],
    ['They call it Operation Palladium.', [['operation', 'Operation Palladium', 1]]],
    ['It breaks the Harbour Safety Act, they say.', [['law', 'Harbour Safety Act', 1]]],
    ['As the New York Times reported, it ends. He told the Times so.', [['outlet', 'New York Times', 2]]],
    ['As The New York Times reported, it ends.', [['outlet', 'The New York Times', 1]]],
    ['Speaking to The Hill, an aide said so.', [['outlet', 'The Hill', 1]]],
    ['An aide told Sextant on Tuesday. Sextant has seen it.', [['outlet', 'Sextant', 2]]],
    ['The trawler Constance Ann was lost off the quay.', [['other', 'Constance Ann', 1]]],
    ['It was for Halvard Quist, the director, to say.', [['person', 'Halvard Quist', 1]]],
    [
      'A former DHS official agreed. Department of Homeland acting Secretary Chad Wolf spoke.',
      [
        ['organisation', 'Department of Homeland Security', 2],
        ['person', 'Chad Wolf', 1],
      ],
    ],
    ['Officers arrived early. Nobody knew why. On Monday it rained.', []],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected));

  // Compounds, offices, chambers, laws, facilities, nicknames, people of one surname, words that are no names.
  it.each([
    [
      'The Quillmark-based firm hired a pro-Lund group and two ex-HSIS men.',
      [
        ['other', 'Quillmark', 1],
        ['place', 'Lund', 1],
        ['organisation', 'HSIS', 1],
      ],
    ],
    [
      'White House Press Secretary Ada Lund and Senate Majority Leader Bo Vig spoke.',
      [
        ['organisation', 'White House', 1],
        ['person', 'Ada Lund', 1],
        ['organisation', 'Senate', 1],
        ['person', 'Bo Vig', 1],
      ],
    ],
    [
      'Undersecretary for Political Affairs Runa Astley met House Republicans.',
      [
        ['person', 'Runa Astley', 1],
        ['organisation', 'House', 1],
      ],
    ],
    [
      'The Lund White House was silent. Ada Lund had left. Critics of Lund wrote letters.',
      [
        ['person', 'Ada Lund', 3],
        ['organisation', 'White House', 1],
      ],
    ],
    [
      'Sen. Ada Lund (D-Pa.) and John A. Ferrow met.',
      [
        ['person', 'Ada Lund', 1],
        ['place', 'Pa.', 1],
        ['person', 'John A. Ferrow', 1],
      ],
    ],
    [
      'Ada “Ace” Lund spoke to a Post/Argus reporter.',
      [
        ['person', 'Ada “Ace” Lund', 1],
        ['outlet', 'Post', 1],
        ['other', 'Argus', 1],
      ],
    ],
    [
      'Saudi Arabia and its ally met Ban Ki-moon.',
      [
        ['place', 'Saudi Arabia', 1],
        ['person', 'Ban Ki-moon', 1],
      ],
    ],
    [
      'J. Runa Lund (D-Pa.) met the Department of Justice.',
      [
        ['person', 'J. Runa Lund', 1],
        ['place', 'Pa.', 1],
        ['organisation', 'Department of Justice', 1],
      ],
    ],
    [
      'Halvard Quist, Director General of the Directorate, met the Director of the Fisheries Board and the Attorney General.',
      [
        ['person', 'Halvard Quist', 1],
        ['organisation', 'Directorate', 1],
        ['organisation', 'Fisheries Board', 1],
      ],
    ],
    ['They met Fathom Mining, a coal company.', [['organisation', 'Fathom Mining', 1]]],
    ['She told the journal Sextant so.', [['outlet', 'Sextant', 1]]],
    [
      'He met the Ohio Gannets and men of Ohio AFL-CIO.',
      [
        ['organisation', 'Ohio Gannets', 1],
        ['organisation', 'Ohio AFL-CIO', 1],
      ],
    ],
    ['She went to East Oxford.', [['place', 'East Oxford', 1]]],
    [
      'The White House was silent. He wrote The White House Doctor.',
      [
        ['organisation', 'White House', 1],
        ['other', 'White House Doctor', 1],
      ],
    ],
    [
      'The Committee for a Responsible Harbour Budget met the House Ways and Means Committee.',
      [
        ['organisation', 'Committee for a Responsible Harbour Budget', 1],
        ['organisation', 'House Ways and Means Committee', 1],
      ],
    ],
    [
      'The Ninth Circuit ruled on the Second Amendment and the Freedom of Information Act.',
      [
        ['organisation', 'Ninth Circuit', 1],
        ['law', 'Second Amendment', 1],
        ['law', 'Freedom of Information Act', 1],
      ],
    ],
    [
      'Judges cited Vig v. Calder and Article II of the Constitution.',
      [
        ['law', 'Vig v. Calder', 1],
        ['law', 'Article II of the Constitution', 1],
      ],
    ],
    [
      'She was treated at St. Jude Children’s Research Hospital, near Joey’s Cafe.',
      [
        ['organisation', 'St. Jude Children’s Research Hospital', 1],
        ['facility', 'Joey’s Cafe', 1],
      ],
    ],
    [
      'They met at Brackwater Airport and at the Harbour Hotel on Quay Street.',
      [
        ['facility', 'Brackwater Airport', 1],
        ['facility', 'Harbour Hotel', 1],
        ['facility', 'Quay Street', 1],
      ],
    ],
    [
      'Congress, the Pentagon and the Kremlin were silent; the GOP was not.',
      [
        ['organisation', 'Congress', 1],
        ['organisation', 'Pentagon', 1],
        ['organisation', 'Kremlin', 1],
        ['organisation', 'GOP', 1],
      ],
    ],
    [
      'Radical Islam and the Democratic Party were named. Christianity was not.',
      [['organisation', 'Democratic Party', 1]],
    ],
    ['The CEO told TV viewers that the DNA was his.', []],
    ['SAVE THE HARBOUR was the call. PROTEST CALLED OFF BY UNION, the sign said.', []],
    [
      'John Smith spoke first. Smith was angry. Later Mary Smith came.\nSmith left early.',
      [
        ['person', 'John Smith', 3],
        ['person', 'Mary Smith', 1],
      ],
    ],
    [
      'He works at EB-5 and reads PolitiFact.',
      [
        ['other', 'EB-5', 1],
        ['outlet', 'PolitiFact', 1],
      ],
    ],
    [
      'The University of California, Davis, and Al Qaeda were named with the Islamic State.',
      [
        ['organisation', 'University of California, Davis', 1],
        ['organisation', 'Al Qaeda', 1],
        ['organisation', 'Islamic State', 1],
      ],
    ],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected));

  it('reads the names that every object has as words', () => {
    const text =
      'Constructor of the constructor: __proto__ toString, 5 constructor, last constructor, in Constructor.';
    expect(names(text).every(([, name]) => typeof name === 'string')).toBe(true);
  });

  it('refuses to join a surname that two people bear', () => {
    const found = names('Lawyer John Smith met doctor Mary Smith in court. A letter from Smith arrived.');
    expect(found.filter(([, name]) => String(name).endsWith('Smith'))).toHaveLength(3);
  });

  it('does not take the capitals of a headline for names', () => {
    const text = 'Harbour Inspectors Descend On Seven Quiet Ports';
    expect(names(text)).toEqual([]);
  });

  it('gives mentions in order that say what they stand for', () => {
    const text = 'Ines Calder spoke. Calder left with Tom Reyes. Reyes said Calder was right.';
    for (const name of findNames(parsed(text))) {
      const starts = name.mentions.map((m) => m.start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      for (const m of name.mentions)
        expect([name.name, ...name.aliases]).toContain(text.slice(m.start, m.end));
    }
  });
});
