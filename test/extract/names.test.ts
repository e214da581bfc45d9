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
    ['They call it Operation Palladium.', [['operation', 'Operation Palladium', 1]]],
    ['It breaks the Harbour Safety Act, they say.', [['law', 'Harbour Safety Act', 1]]],
    ['As the New York Times reported, it ends. He told the Times so.', [['outlet', 'New York Times', 2]]],
    ['As The New York Times reported, it ends.', [['outlet', 'The New York Times', 1]]],
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
