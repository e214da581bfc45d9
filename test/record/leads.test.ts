import { describe, expect, it } from 'vitest';
import { readExample } from '../../eval/example.js';
import { ingestBytes } from '../../src/ingest/ingest.js';
import { REFUSES_TO_ANSWER } from '../../src/language/en/refusals.js';
import type { Record } from '../../src/model/record.js';
import { readRecord } from '../../src/pipeline.js';

type Accounts = readonly (readonly [outlet: string | null, text: string])[];

/** The record of accounts given as outlet and text, a day apart. */
async function read(accounts: Accounts): Promise<Record> {
  const rows = accounts.map(([outlet, text], i) =>
    JSON.stringify({ id: `${i}`, outlet: outlet ?? undefined, date: `2031-05-1${i}`, text }),
  );
  const { documents } = await ingestBytes('case.jsonl', new TextEncoder().encode(rows.join('\n')));
  const { record } = await readRecord(documents, { settings: { tier: 'rules' } });
  return record;
}

const MEMO =
  'The Coastal Safety Directorate plans to send at least 40 inspectors to seven harbours, according to an internal memo seen by the Courier.';
const PASSED_ON = 'About 40 inspectors will go to seven harbours, the Courier reported.';
const OFFICIAL =
  'The directorate has asked for 25 inspectors from inland, an official at the Coastal Safety Directorate told the Courier.';
const HARBOUR_MASTER =
  'The inner quay takes two launches, the harbour master Ines Calder told the Courier. “We have no room,” Calder said.';

/** Accounts, and what the leads say, in order, as far as they say it. */
const LEADS: readonly [string, Accounts, readonly RegExp[]][] = [
  [
    'a lost witness, with what rests on it and who saw it; its claim is no second lead',
    [
      ['The Courier', MEMO],
      ['The Gazette', PASSED_ON],
      ['The Herald', PASSED_ON],
    ],
    [
      /^Obtain an internal memo seen by the Courier: three accounts rest on it for “The Coastal .* at least 40 inspectors to seven harbours”, and only (The )?Courier is said to have seen it\.$/,
    ],
  ],
  [
    'a law that can be read',
    [
      [
        'The Courier',
        'Under the Vessel Safety Act, a skipper who turns an inspector away can be fined 12,000 marks.',
      ],
    ],
    [/^Read the Vessel Safety Act, not among the accounts: The Courier cites it for “.*12,000 marks”\.$/],
  ],
  [
    'unnamed people: the outlet, and nothing about who they are',
    [
      ['The Courier', OFFICIAL],
      ['The Gazette', 'The directorate has asked for 25 inspectors from inland, the Courier reported.'],
    ],
    [
      /^Ask The Courier what else supports “.*25 inspectors.*”, all on the word of people it does not name \(“an official/,
    ],
  ],
  ['no crowd', [['The Courier', 'The shoals come late this year, some skippers said.']], []],
  [
    'an office-holder whom one outlet alone has heard',
    [['The Courier', HARBOUR_MASTER]],
    [
      /^Ask Ines Calder \(harbour master\) about “The inner quay takes two launches” and one other claim: only The Courier quotes or cites this person at first hand\.$/,
    ],
  ],
  [
    'one of whom an account tells that another outlet heard him was heard by that one',
    [
      [
        'The Hill',
        'Ines Calder, the harbour master of Lisk, told the Courier in May that the operation is about power. “They could use force,” Calder said.',
      ],
    ],
    [
      /^Ask Ines Calder \(harbour master\) about .*: only (The )?Courier is said to have heard this person, by The Hill\.$/,
    ],
  ],
  [
    'documents of one name that nothing tells apart are read at once',
    [
      ['The Courier', 'Police may hold nobody under 16, according to the ruling.'],
      ['The Gazette', 'The town must pay the costs of the case in June, the ruling says.'],
    ],
    [/^Read the ruling, not among the accounts/],
  ],
  [
    'no private person',
    [['The Courier', 'The quay is too small, Sanna Brode, who bakes bread, told the Courier.']],
    [],
  ],
  [
    'a body that declined or did not answer, by its spokeswoman',
    [
      [
        'The Courier',
        'The Coastal Safety Directorate sent inspectors. Runa Astley, a spokeswoman for the Coastal Safety Directorate, declined to comment on the memo.',
      ],
      [
        'The Gazette',
        'Crews at the quay waited. The Coastal Safety Directorate did not respond to questions.',
      ],
    ],
    [
      /^Ask the Coastal Safety Directorate, which by these accounts declined or did not answer: “declined to comment on the memo” \(The Courier\) and “did not respond to questions” \(The Gazette\)\.$/,
    ],
  ],
  [
    'a conflict, with who says which',
    [
      [
        'The Courier',
        'The trawler Constance Ann sank off Harrowfleet on 3 November with six men aboard, the harbour master Ines Calder said.',
      ],
      [
        'The Gazette',
        '“She was old,” the mayor Mara Lund told the Gazette. The trawler Constance Ann went down off Harrowfleet on 5 November with six men aboard, Lund said.',
      ],
    ],
    [
      /^Settle “3 November” against “5 November” in “The trawler .*”: the one from Ines Calder \(The Courier\), the other from Mara Lund \(The Gazette\)\.$/,
      /^Ask (Ines Calder|Mara Lund)/,
      /^Ask (Ines Calder|Mara Lund)/,
    ],
  ],
  [
    'what one outlet took back and another carries',
    [
      [
        'The Lisk Courier',
        'The town paid 40,000 marks for the statue on the quay, treasurer Kaja Moen told the Courier. It will be unveiled in August by the sculptor and the schools of the town.',
      ],
      [
        'The Pell Gazette',
        'The town paid 40,000 marks for the statue on the quay, the Lisk Courier reported.',
      ],
      [
        'The Lisk Courier',
        'The town paid 14,000 marks for the statue on the quay, treasurer Kaja Moen told the Courier. It will be unveiled in August by the sculptor and the schools of the town.\n\nCorrection: An earlier version of this article said that the town paid 40,000 marks for the statue.',
      ],
    ],
    [
      /^Check with The Pell Gazette, which still has it as before, what The Lisk Courier took back or changed: “.*40,000 marks/,
    ],
  ],
  [
    'whose report an account is, last and once for all of them',
    [
      [null, 'The pier was closed.'],
      [null, 'The ferry was sold.'],
    ],
    [/^Say whose report 0 and 1 are: no line in them tells/],
  ],
];

describe('a refusal to answer', () => {
  it.each([
    ['declined to comment on the memo', true],
    ['has repeatedly refused to be interviewed', true],
    ['did not immediately respond to questions', true],
    ['didn’t return calls', true],
    ['would not say whether it expected trouble', true],
    ['has not replied', true],
    ['could not be reached', true],
    ['had no immediate comment', true],
    ['refused to give ground', false],
    ['refuses to let an inspector aboard', false],
    ['did not object to checks', false],
    ['said nothing of it was true', false],
    ['has commented before', false],
  ])('%s: %s', (words, refuses) => {
    expect(REFUSES_TO_ANSWER.test(words)).toBe(refuses);
  });
});

describe('leads', () => {
  it.each(LEADS)('%s', async (_, accounts, expected) => {
    const { leads, documents } = await read(accounts);
    const notes = leads.map(({ note }) => note);
    for (const [i, pattern] of expected.entries()) expect(notes[i] ?? '', notes.join('\n')).toMatch(pattern);
    if (expected.length === 0) expect(notes).toEqual([]);
    for (const { anchors } of leads) {
      expect(anchors.length).toBeGreaterThan(0);
      for (const { doc, start, end, exact } of anchors)
        expect(documents.find(({ id }) => id === doc)!.text.slice(start, end)).toBe(exact);
    }
  });

  it('of the example: the first ten are what a reporter does first, and no two say the same', async () => {
    const { record } = await readExample('examples/harbour-inspections');
    const notes = record.leads.map(({ note }) => note);
    expect(new Set(notes).size).toBe(notes.length);
    const first = notes.slice(0, 10).join('\n').replaceAll('\u00a0', ' ');
    for (const wanted of [
      'Obtain an internal memo seen by the Ledger',
      'Ask the Coastal Safety Directorate',
      'Read the Vessel Safety Act',
      '“Nov. 3” against “5 November”',
      '“12,000 marks” against “20,000 marks”',
      'Ask Sextant what else supports',
      'Osric Fenn',
    ])
      expect(first).toContain(wanted);
    // DESIGN §6: an unnamed source is asked of its outlet alone.
    const unnamed = new Set(
      record.sources.filter(({ kind, named }) => kind === 'people' && !named).map(({ id }) => id),
    );
    for (const { kind, sources } of record.leads)
      if (sources.some((id) => unnamed.has(id))) expect(['ask-outlet', 'settle-conflict']).toContain(kind);
    expect(notes.join('\n')).not.toMatch(
      /\bwho (?:is|are|was|were) (?:the|these|those)\b|identify|name the source/i,
    );
  });
});
