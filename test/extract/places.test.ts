import { describe, expect, it } from 'vitest';
import { findNames } from '../../src/extract/names/names.js';
import { findPlaces } from '../../src/extract/places/places.js';
import { parsed } from './facts-helpers.js';

const places = (text: string) => {
  const p = parsed(text);
  return findPlaces(p, findNames(p));
};

describe('findPlaces', () => {
  it.each([
    [
      'They met in Newark, N.J., on Monday.',
      [
        ['Newark', 'US', 'town'],
        ['N.J.', 'US', 'state'],
      ],
    ],
    [
      'They met in Paris, Texas.',
      [
        ['Paris', 'US', 'town'],
        ['Texas', 'US', 'state'],
      ],
    ],
    [
      'They named Boston, New York, Detroit and Chicago.',
      ['Boston', 'New York', 'Detroit', 'Chicago'].map((name) => [name, 'US', 'town']),
    ],
    ['They met in Paris.', [['Paris', 'FR', 'town']]],
    [
      'The German minister went to Kenya.',
      [
        ['German', 'DE', 'demonym'],
        ['Kenya', 'KE', 'country'],
      ],
    ],
    [
      'They flew from Boston to New York and Los Angeles.',
      [
        ['Boston', 'US', 'town'],
        ['New York', 'US', 'town'],
        ['Los Angeles', 'US', 'town'],
      ],
    ],
  ])('%s', (text, expected) =>
    expect(places(text).map((p) => [p.name, p.country, p.kind])).toEqual(expected),
  );

  it('puts Newark, N.J., in New Jersey', () => {
    const [newark] = places('They met in Newark, N.J., on Monday.');
    expect(newark!.lat).toBeCloseTo(40.74, 1);
    expect(newark!.lon).toBeCloseTo(-74.17, 1);
  });

  it('marks metonyms and demonyms', () => {
    expect(places('Washington said it would wait.')[0]).toMatchObject({ name: 'Washington', literal: false });
    expect(places('French boats came.')[0]).toMatchObject({ country: 'FR', literal: false });
  });

  it.each(['The New York Times reported it.', 'Mayor London Breed spoke.'])('finds no place in: %s', (text) =>
    expect(places(text)).toEqual([]),
  );
});
