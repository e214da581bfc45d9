import { describe, expect, it } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import type { Record } from '../../src/model/record.js';
import { readRecord } from '../../src/pipeline.js';

/** The record of accounts given as outlet and text, a day apart. */
async function read(accounts: readonly (readonly [outlet: string, text: string])[]): Promise<Record> {
  const rows = accounts.map(([outlet, text], i) =>
    JSON.stringify({ id: `${i}`, outlet, date: `2031-05-1${i}`, text }),
  );
  const { documents } = await ingestBytes('case.jsonl', new TextEncoder().encode(rows.join('\n')));
  const { record } = await readRecord(documents, { settings: { tier: 'rules' } });
  return record;
}

const PLAN =
  'The Coastal Safety Directorate plans to send at least 40 inspectors to seven harbours, according to an internal memo seen by the Courier.';

const SUBJECTS: readonly [string, readonly (readonly [string, string])[], readonly string[]][] = [
  [
    'an operation, a body and a document',
    [
      [
        'The Courier',
        `${PLAN} The Coastal Safety Directorate calls it Operation Clear Mooring. Operation Clear Mooring starts in June.`,
      ],
    ],
    [
      'organisation: Coastal Safety Directorate',
      'operation: Operation Clear Mooring',
      'document: an internal memo seen by the Courier',
    ],
  ],
  [
    'variants of a name as one, with and without the country and the acronym',
    [
      [
        'The Courier',
        'The Coastal Safety Directorate (CSD) hired 40 inspectors. The CSD opened an office in Pell.',
      ],
      ['The Gazette', 'The U.S. Coastal Safety Directorate hired 40 inspectors. The CSD opened an office.'],
    ],
    ['organisation: Coastal Safety Directorate (CSD; U.S. Coastal Safety Directorate)'],
  ],
  [
    'a law under one name, not as a document too',
    [
      [
        'The Courier',
        'Under the Vessel Safety Act, a skipper can be fined 12,000 marks. The Vessel Safety Act dates from 1998.',
      ],
    ],
    ['law: Vessel Safety Act'],
  ],
  [
    'an office-holder, two words or one',
    [
      [
        'The Courier',
        '“We will wait,” said Ines Calder, the harbour master. Mara Lund, a mayor, agreed with her. “Yes,” Lund said.',
      ],
    ],
    ['person: Mara Lund (Lund)', 'person: Ines Calder'],
  ],
  [
    'no private person, however often named or quoted',
    [
      [
        'The Courier',
        '“We were never asked,” said Sanna Brode, who bakes bread. Sanna Brode was arrested on Monday. “No,” Brode said.',
      ],
    ],
    [],
  ],
  [
    'no body named once, and nothing that carries no claim',
    [
      [
        'The Courier',
        'The pier was closed. Officials of the Harbour Board met.\n\nRead more: The Harbour Trust. The Harbour Trust.',
      ],
    ],
    [],
  ],
  [
    'no letters that only say what sort of thing stands behind them',
    [
      ['The Courier', 'Two SWAT teams came to the harbour. The SWAT teams left at noon.'],
      ['The Gazette', 'Three SWAT teams came to the pier. SWAT teams had come before.'],
    ],
    [],
  ],
  [
    'no document that any is called',
    [['The Courier', 'A letter says that the pier is closed. Statistics show that 40 boats left.']],
    [],
  ],
];

describe('subjects', () => {
  it.each(SUBJECTS)('%s', async (_, accounts, expected) => {
    const { subjects } = await read(accounts);
    const shown = subjects.map(
      ({ kind, name, aliases }) =>
        `${kind}: ${name}${aliases.length === 0 ? '' : ` (${[...aliases].sort().join('; ')})`}`,
    );
    expect(shown).toEqual(expected);
  });

  it('are no streets: nothing finer than a town', async () => {
    const text =
      'Inspectors came to Quay Street in Orrelhaven in June. Inspectors left Quay Street in Orrelhaven in July.';
    const { subjects } = await read([
      ['The Courier', text],
      ['The Gazette', `Residents of Quay Street in Orrelhaven complained. ${text}`],
    ]);
    expect(subjects.map(({ name }) => name)).not.toContain('Quay Street');
  });

  it('are called again by their common noun, where just one has it', async () => {
    const mentions = async (text: string) =>
      (await read([['The Courier', text]])).subjects
        .find(({ name }) => name === 'Coastal Safety Directorate')
        ?.mentions.map(({ exact }) => exact);
    const two = 'The Coastal Safety Directorate met. The Coastal Safety Directorate agreed.';
    expect(await mentions(`${two} The directorate has 40 inspectors.`)).toEqual([
      'Coastal Safety Directorate',
      'Coastal Safety Directorate',
      'The directorate',
    ]);
    expect(
      await mentions(`${two} The Fisheries Directorate met too. The directorate has 40 inspectors.`),
    ).toEqual(['Coastal Safety Directorate', 'Coastal Safety Directorate']);
    expect(await mentions(`The directorate has 40 inspectors. ${two}`)).toHaveLength(2);
  });

  it('have their claims by weight, what they said apart, and the words of others about them', async () => {
    const record = await read([
      [
        'The Courier',
        `${PLAN} “Every hull is checked,” said Ines Calder, director of the Coastal Safety Directorate.`,
      ],
      [
        'The Gazette',
        'About 40 inspectors will go to seven harbours, the Courier reported. “Ines Calder is wrong,” said Mara Lund, the mayor.',
      ],
      ['The Beacon', 'Ines Calder took office in March.'],
    ]);
    const page = (name: string) => record.subjects.find((subject) => subject.name === name)!;
    const titles = (ids: readonly string[]) =>
      ids.map((id) => record.claims.find((claim) => claim.id === id)!.title);
    const quoted = (ids: readonly string[]) =>
      ids.map((id) =>
        record.attributions
          .find((found) => found.id === id)!
          .content.map((a) => a.exact)
          .join(),
      );
    const calder = page('Ines Calder');
    expect(titles(calder.behind)).toEqual([expect.stringContaining('Every hull is checked')]);
    expect(quoted(calder.quotations)).toEqual([expect.stringContaining('Every hull is checked')]);
    expect(quoted(calder.quotationsAbout)).toEqual([expect.stringContaining('Ines Calder is wrong')]);
    expect(titles(calder.claims)).toEqual(
      expect.arrayContaining([expect.stringContaining('took office'), expect.stringContaining('is wrong')]),
    );
    expect(titles(page('an internal memo seen by the Courier').behind)[0]).toContain(
      'at least 40 inspectors',
    );
    const weights = page('Coastal Safety Directorate').claims.map(
      (id) =>
        new Set(record.claims.find((claim) => claim.id === id)!.statements.map((s) => s.anchor.doc)).size,
    );
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });
});
