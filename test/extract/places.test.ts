import { describe, expect, it } from 'vitest';
import { findNames } from '../../src/extract/names/names.js';
import { townsNamed } from '../../src/extract/places/gazetteer.js';
import { findPlaces } from '../../src/extract/places/places.js';
import { TOWN_ALIASES } from '../../src/language/en/town-aliases.js';
import { parsed } from './facts-helpers.js';

const places = (text: string, about: { readonly outlet?: string; readonly url?: string } = {}) => {
  const p = { ...parsed(text), ...about };
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

  it('reads towns that are enumerated as towns of one size', () => {
    const text =
      'Agents go to Boston, New York, Detroit, Chicago, San Francisco, Los Angeles, Atlanta and Newark, and to Denver and Philadelphia.';
    const at = (name: string) => places(text).find((place) => place.name === name)!;
    expect([at('Newark').lat!, at('Denver').lat!].map(Math.round)).toEqual([41, 40]);
    expect([at('Newark').lon!, at('Denver').lon!].map(Math.round)).toEqual([-74, -105]);
  });

  it.each([
    ['They met in Washington on Monday.', 'Washington', 'town', [39, -77]],
    ['They live in Oregon, Washington and Idaho.', 'Washington', 'state', [48, -120]],
    ['He moved to London, Ontario.', 'London', 'town', [43, -81]],
    ['Sen. Ada Lund of New York left.', 'New York', 'state', [43, -75]],
    ['Three US officials met.', 'US', 'country', [40, -98]],
    ['They went to Turkey, Chad and Georgia.', 'Georgia', 'country', [42, 44]],
  ])('%s: %s', (text, name, kind, point) => {
    const found = places(text).find((place) => place.name === name)!;
    expect([found.kind, [found.lat!, found.lon!].map(Math.round)]).toEqual([kind, point]);
  });

  it.each([
    ['China has accused them of it.', false],
    ['Russia will not agree, it said.', false],
    ['France is a country.', true],
  ])('tells who acts from where it is: %s', (text, literal) => {
    expect(places(text).map((place) => place.literal)).toEqual([literal]);
  });

  it('takes no language for a place', () => {
    expect(places('It was written in Chinese. He spoke a little Spanish.')).toEqual([]);
  });

  it('hears no country in a shouted pronoun', () => {
    expect(places('They cried GIVE US MORE TIME.')).toEqual([]);
  });

  it('finds the town that each other name stands for', () => {
    for (const [name, [, country]] of Object.entries(TOWN_ALIASES)) {
      const [town] = townsNamed(name);
      expect([name, town?.country], name).toEqual([name, country]);
    }
  });

  it('puts Newark, N.J., in New Jersey', () => {
    const [newark] = places('They met in Newark, N.J., on Monday.');
    expect(newark!.lat).toBeCloseTo(40.74, 1);
    expect(newark!.lon).toBeCloseTo(-74.17, 1);
  });

  const near = (text: string, name: string, about: Parameters<typeof places>[1] = {}) => {
    const found = places(text, about).find((place) => place.name === name);
    return found === undefined
      ? null
      : [found.country, Math.round(found.lat!), Math.round(found.lon!), found.reason];
  };

  it.each([
    // told next to it; size; neighbours; the state; the country of the outlet; the outlet's own town
    ['He is from Paris, Tenn.', 'Paris', {}, ['US', 36, -88, 'told']],
    ['He is from Paris.', 'Paris', {}, ['FR', 49, 2, 'size']],
    [
      'In Roxton, Powderly and Paris the shops in Lamar County closed.',
      'Paris',
      {},
      ['US', 34, -96, 'neighbours'],
    ],
    ['Police in Athens, Watkinsville and Bogart met.', 'Athens', {}, ['US', 34, -83, 'neighbours']],
    [
      'The shops in Worcester closed.',
      'Worcester',
      { url: 'https://www.thecourier.co.uk/a' },
      ['GB', 52, -2, 'country'],
    ],
    [
      'The shops in Norfolk closed, as in Battle Creek, Neb.',
      'Norfolk',
      { outlet: 'Norfolk Daily News' },
      ['US', 42, -97, 'outlet'],
    ],
    ['Officials in Becker, Clay and Otter Tail counties met.', 'Clay', {}, ['US', 47, -97, 'neighbours']],
    ['He was held in the Rockcastle County Jail.', 'Rockcastle County Jail', {}, ['US', 37, -84, 'inside']],
  ] as const)('%s: %s', (text, name, about, expected) => expect(near(text, name, about)).toEqual(expected));

  it.each([
    ['Danbury police met at Danbury Superior Court.', ['Danbury', 'Danbury']],
    ['Sen. Ada Lund, D-Pa., and Rep. Bo Hull, R-Westfield, met.', ['Pa.', 'Westfield']],
    [
      'He drove from Tampa, Pensacola and Gainesville on Highway 19.',
      ['Tampa', 'Pensacola', 'Gainesville', 'Highway 19'],
    ],
    ['The bridge on Ky. 52 and I-95 is shut.', ['Ky. 52', 'I-95']],
    ['Rick Perry met Jane Perry. Perry left.', []],
    ['There is Hope, and an Orange on the Side.', []],
  ])('finds the places of: %s', (text, expected) =>
    expect(places(text).map((place) => place.name)).toEqual(expected),
  );

  it('marks what stands inside the name of a body as no place of its own', () => {
    expect(places('Danbury Superior Court ruled in Danbury.').map((p) => p.literal)).toEqual([false, true]);
  });

  it('marks metonyms and demonyms', () => {
    expect(places('Washington said it would wait.')[0]).toMatchObject({ name: 'Washington', literal: false });
    expect(places('French boats came.')[0]).toMatchObject({ country: 'FR', literal: false });
  });

  it.each(['The New York Times reported it.', 'Mayor London Breed spoke.'])('finds no place in: %s', (text) =>
    expect(places(text)).toEqual([]),
  );
});
