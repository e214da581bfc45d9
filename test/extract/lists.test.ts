import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/extract/figures/figures.js';
import { findLists } from '../../src/extract/lists/lists.js';
import { findNames } from '../../src/extract/names/names.js';
import { findPlaces } from '../../src/extract/places/places.js';
import { segment } from '../../src/text/blocks.js';
import { parseText } from '../../src/text/parse.js';
import type { ParsedText } from '../../src/text/parsed.js';
import { parsed } from './facts-helpers.js';

const lists = (p: ParsedText) => {
  const names = findNames(p);
  return findLists(p, findFigures(p), findPlaces(p, names), names).map((list) => ({
    head: list.head,
    stated: list.stated,
    open: list.open,
    items: list.items.map((item) => p.text.slice(item.start, item.end)),
  }));
};

describe('findLists', () => {
  it.each([
    [
      'It covers 10 sanctuary cities, including Boston, Detroit, Chicago and Newark, N.J.',
      [{ head: 'cities', stated: 10, open: true, items: ['Boston', 'Detroit', 'Chicago', 'Newark, N.J.'] }],
    ],
    [
      'Boston, Detroit, Chicago, and Newark are among the cities refusing to help.',
      [{ head: 'cities', stated: null, open: true, items: ['Boston', 'Detroit', 'Chicago', 'Newark'] }],
    ],
    [
      'They are sent to 10 sanctuary cities. It is cold. Boston, Detroit, Chicago and Newark are among the cities.',
      [{ head: 'cities', stated: 10, open: true, items: ['Boston', 'Detroit', 'Chicago', 'Newark'] }],
    ],
    [
      'Seven ports are on the list. They are Tessaquay, Harrowfleet, Pellmouth, Skarvick, Dunmerrow and Orrelhaven.',
      [
        {
          head: 'ports',
          stated: 7,
          open: false,
          items: ['Tessaquay', 'Harrowfleet', 'Pellmouth', 'Skarvick', 'Dunmerrow', 'Orrelhaven'],
        },
      ],
    ],
    [
      'It spares two cities and five ports. He has offices in Boston, Detroit and Chicago.',
      [{ head: '', stated: null, open: false, items: ['Boston', 'Detroit', 'Chicago'] }],
    ],
    [
      'The mayors of Skarvick, Harrowfleet and Tessaquay did not sign.',
      [{ head: '', stated: null, open: false, items: ['Skarvick', 'Harrowfleet', 'Tessaquay'] }],
    ],
    [
      'It was signed by Brida Kessock of Orrelhaven, Anselm Trowe of Dunmerrow and Jutta Varne of Pellmouth.',
      [
        {
          head: '',
          stated: null,
          open: false,
          items: ['Brida Kessock of Orrelhaven', 'Anselm Trowe of Dunmerrow', 'Jutta Varne of Pellmouth'],
        },
      ],
    ],
    [
      'They will look at liferafts, radios and crew papers.',
      [{ head: '', stated: null, open: false, items: ['liferafts', 'radios', 'crew papers'] }],
    ],
    [
      'Police held three women, Ada Lund, Ina Vig and Runa Fenn.',
      [{ head: 'women', stated: 3, open: false, items: ['Ada Lund', 'Ina Vig', 'Runa Fenn'] }],
    ],
    [
      'Seven ports — Tessaquay, Harrowfleet and Pellmouth among them — refused.',
      [{ head: 'ports', stated: 7, open: true, items: ['Tessaquay', 'Harrowfleet', 'Pellmouth'] }],
    ],
    ['Brida Kessock, the mayor’s counsel and deputy director, left.', []],
    ['They do risky border smuggling, rescue and intelligence operations.', []],
    ['They met with Boston and Detroit.', []],
  ])('%s', (text, expected) => expect(lists(parsed(text))).toEqual(expected));

  it.each([
    ['The council bought vans from Astrid Berg, Ola Lund and Ina Vig.', 'person'],
    ['It has offices in Boston, Detroit and Chicago.', 'place'],
    ['They will look at liferafts, radios and crew papers.', null],
  ])('what most of the items are: %s', (text, kind) => {
    const p = parsed(text);
    const names = findNames(p);
    expect(findLists(p, findFigures(p), findPlaces(p, names), names).map((list) => list.kind)).toEqual([
      kind,
    ]);
  });

  it('reads the lines of a list below the sentence that opens it', () => {
    const text = [
      'Port plan agreed',
      'The council met on Monday and agreed on a plan for the coast. It will close four ports, among them:',
      '- Tessaquay;\n- Harrowfleet;\n- Pellmouth.',
      'Nobody was asked before the vote, the union said on Tuesday.',
    ].join('\n\n');
    const p = parseText({ text, blocks: segment(text), published: null, outlet: null });
    const looks = text.replace('It will close four ports, among them:', 'Two inspectors will look at:');
    expect(
      lists(parseText({ text: looks, blocks: segment(looks), published: null, outlet: null })),
    ).toMatchObject([{ head: '', stated: null }]);
    expect(lists(p)).toEqual([
      { head: 'ports', stated: 4, open: true, items: ['Tessaquay', 'Harrowfleet', 'Pellmouth'] },
    ]);
  });
});
