import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAttributions } from '../../src/extract/attributions.js';
import { findNames } from '../../src/extract/names/names.js';
import { segment } from '../../src/text/blocks.js';
import { parseText } from '../../src/text/parse.js';

/** The paragraphs after a plain opening one, so that none is taken for a headline. */
function read(...paragraphs: string[]) {
  const text = [
    'Inspectors visited the harbour on Monday and left without a word to anyone.',
    ...paragraphs,
  ].join('\n\n');
  const parsed = parseText({ text, blocks: segment(text), published: null, outlet: null });
  const { sources, attributions, credits } = findAttributions(parsed, findNames(parsed));
  const exact = (spans: readonly { start: number; end: number }[]) =>
    spans.map((s) => text.slice(s.start, s.end)).join(' || ');
  return {
    sources,
    credits: credits.map(
      (c) => `${c.kind}: ${c.outlet}${c.source === null ? '' : ` ← ${sources[c.source]!.name}`}`,
    ),
    attributions,
    said: attributions.map((a) => ({
      form: a.form,
      attitude: a.attitude,
      source: exact(a.source),
      cue: exact(a.cue),
      content: exact(a.content),
      speaker: a.speaker === null ? null : sources[a.speaker]!.name,
      also: a.also.map((s) => sources[s]!.name),
      medium: a.medium === null ? null : sources[a.medium]!.name,
    })),
  };
}

describe('source, cue and content', () => {
  const cases: [text: string, source: string, cue: string, content: string, form: string][] = [
    [
      '“We will not wait,” said Ines Calder, the harbour master.',
      'Ines Calder, the harbour master',
      'said',
      '“We will not wait,”',
      'direct',
    ],
    [
      '"We will not wait," Ines Calder said on Tuesday. "The boats are ready."',
      'Ines Calder',
      'said',
      '"We will not wait," || "The boats are ready."',
      'direct',
    ],
    [
      '‘We won’t wait for the council’s vote,’ Ines Calder said.',
      'Ines Calder',
      'said',
      '‘We won’t wait for the council’s vote,’',
      'direct',
    ],
    [
      '“We will not wait,” Calder said, “and we will not leave.”',
      'Calder',
      'said',
      '“We will not wait,” || “and we will not leave.”',
      'direct',
    ],
    ['Ines Calder said: “We will not wait.”', 'Ines Calder', 'said', '“We will not wait.”', 'direct'],
    [
      'Calder said the inspectors would “flood the docks” in spring.',
      'Calder',
      'said',
      'the inspectors would “flood the docks” in spring',
      'mixed',
    ],
    [
      'Officials said that forty inspectors had arrived.',
      'Officials',
      'said',
      'that forty inspectors had arrived',
      'indirect',
    ],
    [
      'The harbour will close in May, Calder said.',
      'Calder',
      'said',
      'The harbour will close in May',
      'indirect',
    ],
    [
      'The harbour will close in May, according to two officials with knowledge of the plan.',
      'two officials with knowledge of the plan',
      'according to',
      'The harbour will close in May',
      'indirect',
    ],
    [
      'An internal memo seen by the Courier calls for forty inspectors.',
      'An internal memo seen by the Courier',
      'calls for',
      'forty inspectors',
      'indirect',
    ],
    [
      'The agency plans to send forty inspectors.',
      'The agency',
      'plans',
      'to send forty inspectors',
      'indirect',
    ],
    [
      'Local traders often argue that the fees are too high.',
      'Local traders',
      'often argue',
      'that the fees are too high',
      'indirect',
    ],
    [
      'Arrests fell by a third, statistics show.',
      'statistics',
      'show',
      'Arrests fell by a third',
      'indirect',
    ],
    [
      'The rule is simple, and “no boat leaves,” as one official involved put it.',
      'one official involved',
      'put it',
      'The rule is simple, and “no boat leaves,”',
      'mixed',
    ],
  ];
  test.each(cases)('%s', (text, source, cue, content, form) => {
    expect(read(text).said).toContainEqual(expect.objectContaining({ source, cue, content, form }));
  });

  test('a term in quotation marks is not speech', () => {
    expect(read('The so-called "harbour op" began in March.').said).toEqual([]);
  });

  test('a quotation over paragraphs is one attribution', () => {
    const { said } = read(
      '“The first day was long,” Ines Calder said. “We slept on deck.',
      '“The second day was longer.”',
    );
    expect(said).toHaveLength(1);
    expect(said[0]!.content).toContain('The second day was longer.');
  });

  test('a missing closing mark swallows nothing', () => {
    const { said } = read(
      'Calder said: “We will not wait. The inspectors left.',
      'The council met on Friday.',
      'Boats were counted.',
    );
    for (const s of said) expect(s.content).not.toContain('council met');
  });

  test('chains have a parent', () => {
    const { attributions, said } = read(
      'The Harbour Courier reported that officials said the docks would close.',
    );
    const inner = said.findIndex((s) => s.source === 'officials');
    expect(said[attributions[inner]!.parent!]!.speaker).toMatch(/Harbour Courier/);
  });
});

describe('attitudes', () => {
  test.each([
    ['Calder declined to comment.', 'declines'],
    ['Calder would not provide figures, citing an agency policy.', 'declines'],
    ['The council did not respond to a request for comment.', 'declines'],
    ['Calder denied that the docks would close.', 'denies'],
    ['Traders condemned the plan.', 'reacts'],
    ['Calder said the docks would close.', 'asserts'],
    ['Calder said nothing.', 'declines'],
    ['Neither Calder nor Reyes would say whether the docks would close.', 'declines'],
    ['Nobody at the board said that the docks would close.', 'declines'],
  ])('%s', (text, attitude) => {
    expect(read(text).said[0]!.attitude).toBe(attitude);
  });
});

describe('speakers', () => {
  test('surnames and pronouns are resolved to the full name', () => {
    const { said } = read(
      '“No,” said Ines Calder, the harbour master.',
      'Calder said the docks were full.',
      '“Come back in May,” she added.',
    );
    expect(said.map((s) => s.speaker)).toEqual(['Ines Calder', 'Ines Calder', 'Ines Calder']);
  });

  test('role and organisation', () => {
    const { sources } = read('Tom Reyes, a spokesman for the Harbour Authority, said the docks were full.');
    expect(sources.find((s) => s.name === 'Tom Reyes')).toMatchObject({
      kind: 'person',
      role: 'spokesman',
      organisation: 'Harbour Authority',
    });
  });

  test('a joint statement has both, and the senators are they', () => {
    const { said, sources } = read(
      'In a joint statement, Sens. Ada Warner and Edwin Marlow said that the plan should be dropped.',
      '“We demand an answer,” the senators wrote in a letter to the agency.',
    );
    expect(said[0]).toMatchObject({
      speaker: 'Ada Warner',
      also: ['Edwin Marlow'],
      medium: 'a joint statement',
    });
    expect(said[1]).toMatchObject({ speaker: 'Ada Warner', also: ['Edwin Marlow'] });
    expect(sources.find((s) => s.document?.type === 'letter')).toBeDefined();
  });

  test('each unnamed mention is a source of its own unless the text refers back', () => {
    const { said, sources } = read(
      'An official familiar with the plan said the docks would close.',
      'The official said that forty inspectors were coming.',
      'Two officials said the plan was old.',
    );
    expect(said[0]!.speaker).toBe(said[1]!.speaker);
    expect(said[2]!.speaker).toBe('two officials');
    const people = sources.filter((s) => s.kind === 'people');
    expect(people.map((s) => s.count)).toEqual([
      { min: 1, max: 1 },
      { min: 2, max: 2 },
    ]);
    expect(people.every((s) => !s.named)).toBe(true);
  });

  test('of two people that fit, neither is guessed', () => {
    const { attributions, sources } = read(
      'The council met with Ines Calder and Tom Reyes on Friday.',
      'He said the docks would close.',
    );
    const a = attributions.find((x) => x.source.length > 0)!;
    expect(a.speaker).toBeNull();
    expect(a.candidates.map((c) => sources[c]!.name).sort()).toEqual(['Ines Calder', 'Tom Reyes']);
  });

  test('what describes a document', () => {
    const { sources } = read(
      'The docks will close, according to an internal e-mail reviewed by the Harbour Courier.',
      'The internal e-mail says forty inspectors are coming.',
    );
    const documents = sources.filter((s) => s.kind === 'document');
    expect(documents).toHaveLength(1);
    expect(documents[0]!.document).toMatchObject({
      type: 'e-mail',
      descriptors: ['internal'],
      madePublic: false,
    });
    expect(documents[0]!.document!.seenBy.join()).toMatch(/Harbour Courier/);
  });
});

describe('credits', () => {
  test.each<[text: string, credit: RegExp]>([
    ['“It is full,” Ines Calder told the Harbour Courier.', /^told: (?:the )?Harbour Courier ← Ines Calder$/],
    ['A memo seen by the Harbour Courier calls for forty inspectors.', /^seen: (?:the )?Harbour Courier/],
    [
      'The docks will close in May, the Harbour Courier reported on Friday.',
      /^reported: (?:the )?Harbour Courier$/,
    ],
    [
      'According to the Harbour Courier, the docks will close in May.',
      /^reported: (?:the )?Harbour Courier$/,
    ],
    ['HARBOUR TOWN, Maine (AP) — The docks will close in May, officials said.', /^dateline: /],
    [
      '“It is full,” Ines Calder said in an interview with the Harbour Courier.',
      /^told: (?:the )?Harbour Courier ← Ines Calder$/,
    ],
  ])('%s', (text, credit) => {
    expect(read(text).credits).toContainEqual(expect.stringMatching(credit));
  });

  test('a bare name with the text going on below it is of whoever took a picture', () => {
    const text = 'The docks will close in May, the mayor said.\n\nREUTERS.\n\nShips go round.';
    expect(read(text).credits).toEqual([]);
    expect(read('The docks will close in May, the mayor said.\n\nREUTERS.').credits).toEqual([
      'credit-line: REUTERS',
    ]);
  });

  test('telling people is no credit', () => {
    expect(read('Ines Calder told the crowd that the docks would close.').credits).toEqual([]);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    "''",
    '``',
    ' said ',
    ' told ',
    ', ',
    '. ',
    ': ',
    '; ',
    ' (',
    ') ',
    ' — ',
    '\n\n',
    'Calder',
    'Mr. ',
    'the Courier',
    'according to ',
    ' who ',
    ' that ',
    ' and ',
    'two officials',
    ' would not ',
    'say',
    '😀',
    ' she ',
    'documents show ',
    '1,000 ',
    'AP',
  );
  test('never throws, spans hold, quotations stay in their block', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const parsed = parseText({ text, blocks: segment(text), published: null, outlet: null });
        const { sources, attributions, credits } = findAttributions(parsed, []);
        for (const a of attributions) {
          for (const s of [...a.source, ...a.cue, ...a.content]) {
            expect(s.start).toBeLessThan(s.end);
            expect(s.end).toBeLessThanOrEqual(text.length);
          }
          expect(a.parent === null || a.parent < attributions.length).toBe(true);
          for (const i of [a.speaker, a.medium, ...a.also, ...a.candidates])
            expect(i === null || i < sources.length).toBe(true);
          expect(a.speaker === null || a.candidates.length === 0).toBe(true);
          for (const c of a.candidates) expect(sources[c]!.named).toBe(true);
        }
        for (const c of credits) expect(c.outletSpan.start).toBeLessThan(c.outletSpan.end);
      }),
      { seed: 4, numRuns: 400 },
    );
  });
});

describe('what a source is called', () => {
  const cases: [text: string, name: string][] = [
    ['“It is old,” said one skipper, who asked not to be named because he feared a fine.', 'one skipper'],
    [
      'The docks will close, according to an internal memo that was first seen on Monday.',
      'an internal memo',
    ],
    ['The campaign, which the memo calls Harvest, is to begin in June.', 'the memo'],
    ['In it the mayors say that the boats are old.', 'the mayors'],
    ['A report that the board published on May 12 says that the docks are full.', 'a report'],
    [
      'The docks need forty inspectors, said two officials, who spoke on condition of anonymity.',
      'two officials',
    ],
    ['The harbour master of Pell, Dorthe Wennick, said that the boats were old.', 'Dorthe Wennick'],
  ];
  test.each(cases)('%s', (text, name) => {
    expect(read(text).sources.map((s) => s.name)).toContain(name);
  });

  test('a participle before its noun is no cue', () => {
    expect(read('The expanded patrols and added manpower are to help.').said).toEqual([]);
  });
});

describe('documents', () => {
  test('spoken of again they are one source', () => {
    const { sources } = read(
      'The docks will close, according to an internal memo seen by the Harbour Courier.',
      'The memo, which is dated 9 May 2031, says that boats are old. Forty will come, the document says.',
    );
    const [memo, ...others] = sources.filter((s) => s.kind === 'document');
    expect(others).toEqual([]);
    expect(memo).toMatchObject({
      name: 'an internal memo seen by the Harbour Courier',
      document: { type: 'memo', date: '2031-05-09', seenBy: ['Harbour Courier'] },
    });
    expect(memo!.mentions).toHaveLength(3);
  });

  test('a law needs no attribution', () => {
    const { sources } = read('Under the Harbour Safety Act, boats must be checked. The act allows fines.');
    expect(sources).toMatchObject([
      {
        kind: 'document',
        name: 'Harbour Safety Act',
        named: true,
        document: { type: 'law', publicRecord: true },
      },
    ]);
    expect(sources[0]!.mentions).toHaveLength(2);
  });

  test.each([
    ['A letter from four mayors says that the boats are old.', 4],
    ['A joint letter by Sens. Elizabeth Warren and Edward Markey says that the boats are old.', 2],
    ['Sixty engineers wrote in a letter that the docks were old.', 60],
  ])('%s', (text, signatories) => {
    expect(read(text).sources.find((s) => s.kind === 'document')?.document?.signatories).toBe(signatories);
  });
});

describe('acts and denials', () => {
  test.each([
    ['The agency plans to send forty inspectors.', 'intends'],
    ['The agency has requested forty inspectors from its offices.', 'intends'],
    ['Ines Calder asked whether the docks would close.', 'asks'],
    ['Ines Calder hoped that the docks would stay open.', 'asserts'],
    ['An e-mail asks harbour masters to keep a berth free.', 'asserts'],
    ['Ines Calder played down the numbers.', 'denies'],
    ['Ines Calder called the report a fairy tale.', 'denies'],
  ])('%s', (text, attitude) => {
    expect(read(text).said[0]?.attitude).toBe(attitude);
  });
});

describe('credits by another word', () => {
  test('the newspaper is the one named before; its figures are its report', () => {
    const { credits } = read(
      'The docks are full, the Harbour Courier reported. A skipper complained to the same newspaper that they were loud.',
      'Half of the boats are old, Harbour Courier figures show.',
    );
    expect(credits.map((c) => c.replace(/ ←.*/, ''))).toEqual([
      'reported: Harbour Courier',
      'told: Harbour Courier',
      'reported: Harbour Courier',
    ]);
  });
});
