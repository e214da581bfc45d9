import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/extract/metadata.js';
import type { Metadata } from '../../src/model/analysis.js';
import { segment } from '../../src/text/blocks.js';

const read = (text: string): Metadata => readMetadata(text, segment(text));

const TOLD =
  'The harbour office will count every crate on the quays of six towns from Monday, it said in a letter.\n\nNobody on the quay had been told of it, the mayor said later that day.';

/** Heads of pages, a line each, over the same two paragraphs: what they tell of outlet, day, title and author. */
const HEADS: readonly (readonly [head: string, told: Partial<Metadata>])[] = [
  // The outlet's name above the headline.
  [
    'THE OSTMOUTH LEDGER\nMonday 3 May 2038\n\nCrates to be counted\n\nBy Ines Calder',
    {
      outlet: 'The Ostmouth Ledger',
      published: '2038-05-03',
      title: 'Crates to be counted',
      byline: 'Ines Calder',
    },
  ],
  [
    'ROPE & TACKLE WEEKLY\n3 May 2038\n\nCOUNT YOUR CRATES\n\nby Ines Calder',
    {
      outlet: 'Rope & Tackle Weekly',
      title: 'COUNT YOUR CRATES',
      byline: 'Ines Calder',
    },
  ],
  [
    'Ostmouth Recorder\nFor quay, field and moor\n\nCrates to be counted on six quays\n\nMay 3, 2038',
    {
      outlet: 'Ostmouth Recorder',
      title: 'Crates to be counted on six quays',
    },
  ],
  [
    'The Ostmouth Standard\nLate edition, 3 May 2038\n\nCrates to be counted on six quays',
    {
      outlet: 'The Ostmouth Standard',
      published: '2038-05-03',
      title: 'Crates to be counted on six quays',
    },
  ],
  [
    'OSTMOUTH HERALD\nWednesday 5 May 2038\n\nWho will count the crates this time?\n\nInes Calder',
    {
      outlet: 'Ostmouth Herald',
      title: 'Who will count the crates this time?',
      byline: 'Ines Calder',
    },
  ],
  // With its bar of links.
  [
    'The Ostmouth Herald   News  Quay & Moor  Notices  Sport\n\nCrates to be counted on six quays\n\nMay 3, 2038',
    {
      outlet: 'The Ostmouth Herald',
      title: 'Crates to be counted on six quays',
    },
  ],
  [
    "ROPE WEEKLY\nNews   Jobs   Riggers' guide   Archive\n\nCrates: a count and its cost\n\nBy Ines Calder",
    {
      outlet: 'Rope Weekly',
      title: 'Crates: a count and its cost',
    },
  ],
  // Beside the byline, or before the date.
  [
    'Crates to be counted on six quays\n\nInes Calder\nThe Ostmouth Globe\nMonday, 3 May 2038',
    {
      outlet: 'The Ostmouth Globe',
      published: '2038-05-03',
      byline: 'Ines Calder',
    },
  ],
  [
    'Crates to be counted on six quays\n\nBy Ines Calder\nThe Ostmouth Globe, 3 May 2038',
    {
      outlet: 'The Ostmouth Globe',
      published: '2038-05-03',
    },
  ],
  [
    '# Crates to be counted on six quays\n\n*By Ines Calder, quay correspondent*\n\nThe Ostmouth Globe, 3 May 2038',
    {
      outlet: 'The Ostmouth Globe',
      byline: 'Ines Calder, quay correspondent',
    },
  ],
  ['Ines Calder\nUSA TODAY', { outlet: 'USA Today', byline: 'Ines Calder', title: null }],
  [
    'Crates to be counted on six quays\n\nPosted by Ines Calder on Monday, 3 May 2038',
    {
      outlet: null,
      byline: 'Ines Calder',
      published: '2038-05-03',
    },
  ],
  // The body that issues it.
  [
    '# Crates on six quays\n\n**Port Authority of Ostmouth**\nPress information 12/2038\nOstmouth, 3 May 2038',
    {
      outlet: 'Port Authority of Ostmouth',
      published: '2038-05-03',
    },
  ],
  [
    '**Union of Rope and Tackle Makers**\n\n# Circular 4/38\n\nTo all members\n\nOstmouth, 3 May 2038',
    {
      outlet: 'Union of Rope and Tackle Makers',
      published: '2038-05-03',
    },
  ],
  [
    "# After the count\n\n**Quay Workers' Union**\nOstmouth branch, 3 May 2038",
    {
      outlet: "Quay Workers' Union",
      published: '2038-05-03',
    },
  ],
  ['Press release, Ostmouth Port Authority', { outlet: 'Ostmouth Port Authority' }],
  ['ROPE AND TACKLE GUILD\nBulletin No. 7\nMonday 3 May 2038', { outlet: 'Rope and Tackle Guild' }],
  [
    '# Statement on the crates\n\n**Ostmouth Port Authority**\n\nOstmouth, 3 May 2038. For immediate use.',
    {
      outlet: 'Ostmouth Port Authority',
      published: '2038-05-03',
    },
  ],
  [
    'Crates to be counted on six quays\n\nBy Ines Calder\n3 May 2038. Reading time: 4 minutes',
    {
      published: '2038-05-03',
    },
  ],
];

/** Heads that name a body or an outlet which did not publish the text, or none. */
const NONE: readonly string[] = [
  'POLICE RAID GLOBE',
  'POLICE RAID GLOBE\n\nBy Ines Calder',
  'LOCAL NEWS\n\nCrates to be counted on six quays\n\nBy Ines Calder',
  'Crates to be counted on six quays\n\nBy Ines Calder\nAssociated Press',
  'Crates to be counted on six quays\n\nBy Ines Calder\nOstmouth News Agency',
  'Crates to be counted on six quays\n\nBy Ines Calder\n\n(CNN) --',
  'Agence France Presse',
  'OSTMOUTH\nMonday 3 May 2038\n\nCrates to be counted on six quays',
  'Mayor answers press statement on crates\n\nIda Rook\n\n3 May 2038',
  'Crates to be counted on six quays\n\nThe Ostmouth Globe has learned',
  '# Crates on six quays\n\n**Count Them All**\n\n3 May 2038',
  '# Crates on six quays\n\n**Port Authority**\n**Town Council**\nPress release\n3 May 2038',
  'Crates, Ropes And Tackle Top Health Politics News For Towns',
];

describe('outlet, day, title and author by the lines of the page', () => {
  it.each(HEADS)('%s', (head, told) => {
    expect(read(`${head}\n\n${TOLD}`)).toMatchObject(told);
  });

  it.each(NONE)('no outlet: %s', (head) => {
    expect(read(`${head}\n\n${TOLD}`).outlet).toBeNull();
  });

  it('keeps a headline in capitals that ends as the name of an outlet does', () => {
    expect(read(`POLICE RAID GLOBE\n\n${TOLD}`).title).toBe('POLICE RAID GLOBE');
  });

  it('calls a body as its text does', () => {
    const head = '# Crates on six quays\n\n**Port Office of Lower Ostmouth**\nPress summary\n3 May 2038';
    expect(read(`${head}\n\n${TOLD}\n\nPress desk of the Port Office, Quay Street 2`).outlet).toBe(
      'Port Office',
    );
  });
});
