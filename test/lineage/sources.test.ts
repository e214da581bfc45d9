import { describe, expect, it } from 'vitest';
import { traceLineage } from '../../src/lineage/lineage.js';
import type { Account } from '../../src/model/story.js';
import { organisationKey, outletKey, personKey } from '../../src/text/name-keys.js';
import { account } from './accounts.js';

const sourcesOf = (...accounts: Account[]) => traceLineage({ accounts, passages: [] });
/** Number of sources into which the marked mentions of two documents fall. */
const joined = (a: string, b: string): number => {
  const { sourceIds } = sourcesOf(account('a', a), account('b', b));
  return new Set([...sourceIds.a!, ...sourceIds.b!]).size;
};

describe('keys', () => {
  it.each([
    ['Sen. Ana M. Ruiz', 'Ana Ruiz'],
    ['Mr. Ruiz’s', 'Ruiz'],
    ['Acting Director José Ruiz', 'Jose Ruiz'],
  ])('person %s', (a, b) => expect(personKey(a)).toBe(personKey(b)));
  it('a suffix tells people apart', () =>
    expect(personKey('John Smith Jr.')).not.toBe(personKey('John Smith')));
  it.each([
    ['The New York Times', 'nytimes.com'],
    ['AP', 'The Associated Press'],
    ['www.washingtonpost.com', 'Washington Post'],
    ['https://www.bbc.co.uk/news/1', 'BBC News'],
    ['REUTERS', 'Thomson Reuters'],
    ['St. Louis Post-Dispatch', 'st louis post dispatch'],
  ])('outlet %s', (a, b) => expect(outletKey(a)).toBe(outletKey(b)));
  it.each([
    ['U.S. Immigration and Customs Enforcement', 'Immigration and Customs Enforcement'],
    ['the Department of Justice', 'U.S. Department of Justice'],
  ])('organisation %s', (a, b) => expect(organisationKey(a)).toBe(organisationKey(b)));
});

describe('joining across accounts', () => {
  it.each([
    ['the same full name', '<person:Ines Calder|Calder>', '<person:Mayor Ines R. Calder|Calder>', 1],
    ['a surname alone', '<person:Ines Calder|Calder>', '<person:Calder|Calder>', 2],
    ['two first names', '<person:Ines Calder|Calder>', '<person:Jon Calder|Calder>', 2],
    ['unnamed people', '<people:two officials|two officials>', '<people:two officials|two officials>', 2],
    ['an acronym', '<organisation:Port Inspection Agency|the agency>', '<organisation:PIA|PIA>', 1],
    [
      'a body by its noun',
      '<organisation:Wend Fire Brigade|WFB>',
      '<organisation:the brigade|the brigade>',
      1,
    ],
    [
      'a noun of two bodies',
      '<organisation:Wend Fire Brigade|WFB> <organisation:Lisk Fire Brigade|LFB>',
      '<organisation:the brigade|the brigade>',
      3,
    ],
    [
      'a name without the place',
      '<organisation:Court of Appeal of Corvane|court>',
      '<organisation:Court of Appeal|court>',
      1,
    ],
    ['half of a name', '<organisation:Deck and Quay Union|union>', '<organisation:Quay Union|union>', 1],
    [
      'two spellings',
      '<organisation:Harbour Defence League|league>',
      '<organisation:Harbor Defense League|league>',
      1,
    ],
    [
      'e-mails seen by one outlet',
      '<document:e-mail;type=e-mail;seen=The Courier|e-mail>',
      '<document:internal e-mail;type=email;seen=Courier|e-mail>',
      1,
    ],
    [
      'e-mails seen by two',
      '<document:e-mail;type=e-mail;seen=The Courier|e-mail>',
      '<document:e-mail;type=e-mail;seen=Gazette|e-mail>',
      2,
    ],
    [
      'e-mail and memo',
      '<document:e-mail;type=e-mail;seen=Courier|e-mail>',
      '<document:memo;type=memo;seen=Courier|memo>',
      2,
    ],
    [
      'letters with other dates',
      '<document:l;type=letter;seen=Courier;date=2020-03-01|l>',
      '<document:l;type=letter;seen=Courier;date=2020-03-04|l>',
      2,
    ],
    [
      'letters with other signatories',
      '<document:l;type=letter;issuer=Senate;signatories=60;descriptor=joint|l>',
      '<document:l;type=letter;issuer=Senate;signatories=2;descriptor=joint|l>',
      2,
    ],
    [
      'one issuer and description',
      '<document:m;type=memo;issuer=PIA;descriptor=leaked|m>',
      '<document:m;type=memo;issuer=PIA;descriptor=leaked|m>',
      1,
    ],
    [
      'one issuer, nothing else',
      '<document:m;type=memo;issuer=PIA|m>',
      '<document:m;type=memo;issuer=PIA|m>',
      2,
    ],
    ['nothing told', '<document:m;type=memo|m>', '<document:m;type=memo|m>', 2],
  ])('%s', (_, a, b, count) => expect(joined(a, b)).toBe(count));

  it('a letter that fits two is neither', () => {
    const letter = (day: string): string => `<document:l;type=letter;seen=Courier${day}|l>`;
    const { sourceIds } = sourcesOf(
      account('a', letter(';date=2020-03-01')),
      account('b', letter(';date=2020-03-04')),
      account('c', letter('')),
    );
    expect(new Set([...sourceIds.a!, ...sourceIds.b!, ...sourceIds.c!]).size).toBe(3);
  });

  it('"the Times" is the one Times that the story names, else itself', () => {
    const one = sourcesOf(
      account('a', '<reported:The New York Times|The New York Times reported>'),
      account('b', '<reported:the Times|the Times reported>'),
    );
    expect(one.creditIds.a).toEqual(one.creditIds.b);
    const two = sourcesOf(
      account('a', '<reported:The New York Times|x> <reported:The Seattle Times|y>'),
      account('b', '<reported:the Times|the Times reported>'),
    );
    expect(two.creditIds.a).not.toContain(two.creditIds.b![0]);
    const inText = sourcesOf(
      account('a', '<reported:The Seattle Times|y>'),
      account('b', '<reported:The New York Times|x>, <reported:the Times|the Times reported>'),
    );
    expect(inText.creditIds.b![0]).toBe(inText.creditIds.b![1]);
  });

  it('the house that prints an outlet, in its copyright line, is no other outlet', () => {
    const { creditIds, edges } = sourcesOf(
      account('a', 'We count.\n@copyright <copyright:Gazette Newspapers|(c) Gazette Newspapers>', {
        outlet: 'The Ostmouth Gazette',
      }),
      account('b', 'Crates are counted, <reported:the Gazette|the Gazette reported>.', { outlet: 'Courier' }),
    );
    expect(creditIds.b).toEqual(creditIds.a);
    expect(edges).toMatchObject([{ from: 'a', to: 'b', relation: 'credit' }]);
  });

  it('“the Herald agency”, with a small letter, is what Herald is, not another outlet', () => {
    const { creditIds, edges } = sourcesOf(
      account('a', 'We count.', { outlet: 'Herald' }),
      account('b', 'Crates are counted, <reported:the Herald agency|the Herald agency reported>.', {
        outlet: 'Courier',
      }),
    );
    expect(creditIds.b).toHaveLength(1);
    expect(edges).toMatchObject([{ from: 'a', to: 'b', relation: 'credit' }]);
  });

  it('a letter in the corpus is the document that others cite', () => {
    const { sources, edges } = sourcesOf(
      account('a', '<document:letter;type=letter;issuer=Harbour Union|the letter>', { outlet: 'Courier' }),
      account('b', 'Dear minister, we will not pay.', { outlet: 'Harbour Union' }),
    );
    expect(sources.find((s) => s.kind === 'document')!.documents).toEqual(['b']);
    expect(edges).toMatchObject([{ from: 'b', to: 'a', relation: 'credit' }]);
  });
});
