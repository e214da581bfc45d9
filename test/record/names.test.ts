import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDocument } from '../../src/index.js';
import { readAccounts } from '../../src/pipeline.js';
import { joinNames } from '../../src/record/names.js';

/** Texts by story; gives for each joined name its kind, its forms, and the stories and texts that name it ("A1 A2"). */
async function joined(stories: { readonly [story: string]: readonly string[] }) {
  const documents = Object.entries(stories).flatMap(([story, texts]) =>
    texts.map((text, i) => textDocument(text, { ref: `${story}${i + 1}` })),
  );
  const { accounts } = await readAccounts(documents, {
    settings: { tier: 'rules' },
  });
  const refs = new Map(accounts.map(({ document }) => [document.id, document.ref]));
  return joinNames(accounts, (doc) => refs.get(doc)![0]!)
    .map(({ kind, members, holdsOffice }) => ({
      kind: holdsOffice ? `${kind} in office` : kind,
      forms: [...new Set(members.map(({ name }) => name.name))].sort().join(' / '),
      in: members.map(({ account }) => account.document.ref).join(' '),
    }))
    .sort((a, b) => (a.in < b.in ? -1 : a.in > b.in ? 1 : a.forms < b.forms ? -1 : 1))
    .map((name) => `${name.kind}: ${name.forms} (${name.in})`);
}

const MAYOR = '“We will wait,” said John Smith, the mayor.';
const BAKER = '“We will wait,” said John Smith, who bakes bread. John Smith left.';

describe('joinNames', () => {
  it.each([
    [
      'an acronym has the long form of another account of its story',
      {
        A: [
          'The Coastal Safety Directorate (CSD) met. The CSD agreed.',
          'Officials of the CSD said so on Monday.',
        ],
      },
      ['organisation: CSD / Coastal Safety Directorate (A1 A2)'],
    ],
    [
      'or of any story, where it has one',
      {
        A: ['The Coastal Safety Directorate (CSD) met. The CSD agreed.'],
        B: ['Officials of the CSD said so on Monday.'],
      },
      ['organisation: CSD / Coastal Safety Directorate (A1 B1)'],
    ],
    [
      'but none where it may be two',
      {
        A: ['The Coastal Safety Directorate (CSD) met. The CSD agreed.'],
        B: ['The Council of Skarvick Dockers (CSD) met. The CSD agreed.'],
        C: ['Officials of the CSD said so on Monday.'],
      },
      [
        'organisation: Coastal Safety Directorate (A1)',
        'organisation: Council of Skarvick Dockers (B1)',
        'organisation: CSD (C1)',
      ],
    ],
    [
      'the country before a body tells no other body, the article no other operation',
      {
        A: ['The U.S. Coastal Guard met. Operation Clear Mooring began.'],
        B: ['Then the Coastal Guard met. It was called Operation Clear Mooring.'],
      },
      [
        'organisation: Coastal Guard / U.S. Coastal Guard (A1 B1)',
        'operation: Operation Clear Mooring (A1 B1)',
      ],
    ],
    [
      'titles, middle initials and possessives tell no other person; a surname is the one who is called by it',
      {
        A: [
          '“No,” said Senator Ada M. Lund, the minister. Lund left.',
          'Ada Lund’s office was shut.',
          '“Yes,” said Minister Lund.',
        ],
      },
      ['person in office: Ada Lund / Ada M. Lund / Lund (A1 A2 A3)'],
    ],
    [
      'a surname that two bear is neither',
      {
        A: [
          '“No,” said Ada Lund, the minister. Lund left.',
          '“Yes,” said Runa Lund, a senator. Lund left.',
          'A plan of Minister Lund failed. Lund was silent.',
        ],
      },
      ['person in office: Ada Lund (A1)', 'person in office: Runa Lund (A2)', 'person: Lund (A3)'],
    ],
    [
      'an initial is the one whom it fits',
      { A: ['“No,” said Ada Lund, the minister.', '“No,” said A. Lund on Monday.', 'R. Lund was silent.'] },
      ['person in office: A. Lund / Ada Lund (A1 A2)', 'person: R. Lund (A3)'],
    ],
    [
      'a short form is the one whose office it has, and no other',
      {
        A: [
          '“No,” said director Matthew Lund, the director of the board.',
          'The decision by then-acting director Matt Lund was popular.',
          'The baker Matt Orrin was silent. “Yes,” said Minister Matthew Orrin.',
        ],
      },
      [
        'person in office: Matt Lund / Matthew Lund (A1 A2)',
        'person: Matt Orrin (A3)',
        'person in office: Matthew Orrin (A3)',
      ],
    ],
    [
      'people of one name in two stories are one with an office in common',
      {
        A: [MAYOR],
        B: ['John Smith, the mayor, opened the pier. “It is done,” said John Smith, the mayor.'],
      },
      ['person in office: John Smith (A1 B1)'],
    ],
    [
      'and two without: no private person stands on the page of an office-holder',
      { A: [MAYOR], B: [BAKER] },
      ['person in office: John Smith (A1)', 'person: John Smith (B1)'],
    ],
    [
      'different first names are never one',
      { A: [MAYOR, '“No,” said Jane Smith, the mayor.'] },
      ['person in office: John Smith (A1)', 'person in office: Jane Smith (A2)'],
    ],
  ])('%s', async (_, stories, expected) => {
    const found = await joined(stories);
    expect(found.filter((name) => !/^place/.test(name))).toEqual(expected);
  });

  it('gives the same for any order of the names within a text’s neighbours', async () => {
    const texts = [
      'The Coastal Safety Directorate (CSD) met. The CSD agreed.',
      'Officials of the CSD said so on Monday.',
      MAYOR,
      BAKER,
      '“No,” said Jane Smith, the mayor. Smith left.',
      'A plan of Mayor Smith failed.',
    ];
    const whole = await joined({ A: texts });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(texts, { minLength: texts.length }), async (shuffled) => {
        const found = await joined({ A: shuffled });
        const forms = (names: readonly string[]) =>
          names.map((name) => name.replace(/ \([^)]*\)$/, '')).sort();
        expect(forms(found)).toEqual(forms(whole));
      }),
      { seed: 7, numRuns: 12 },
    );
  });
});
