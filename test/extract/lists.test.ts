import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/extract/figures.js';
import { findLists } from '../../src/extract/lists.js';
import { findNames } from '../../src/extract/names.js';
import { findPlaces } from '../../src/extract/places.js';
import { parsed } from './facts-helpers.js';

const lists = (text: string) => {
  const p = parsed(text);
  const names = findNames(p);
  return findLists(p, findFigures(p), findPlaces(p, names), names).map((list) => ({
    head: list.head,
    stated: list.stated,
    open: list.open,
    items: list.items.map((item) => text.slice(item.start, item.end)),
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
    ['They met with Boston and Detroit.', []],
  ])('%s', (text, expected) => expect(lists(text)).toEqual(expected));
});
