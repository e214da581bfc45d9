import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../src/extract/quotes.js';
import { segment } from '../../src/text/blocks.js';
import { parseText } from '../../src/text/parse.js';
import { OPENING, readAttributions } from './read-attributions.js';

type Row = [layout: string, text: string, speaker: string | null, cue: string, content: string, form: string];

const INTERVIEW = 'The Courier spoke with Mayor Petra Lund about the docks.';

const rows: Row[] = [
  [
    'verb behind',
    '“We will not wait,” Ines Calder said.',
    'Ines Calder',
    'said',
    '“We will not wait,”',
    'direct',
  ],
  [
    'verb before',
    'Ines Calder said: “We will not wait.”',
    'Ines Calder',
    'said',
    '“We will not wait.”',
    'direct',
  ],
  [
    'interrupted, one attribution',
    '“We will not wait,” she said, “and we will not leave.” Ines Calder said so on Friday.',
    null,
    'said',
    '“We will not wait,” || “and we will not leave.”',
    'direct',
  ],
  [
    'inverted, with a relative',
    '“She is no rookie,” said Tom Reyes, a consultant whose firm has run the docks for years.',
    'Tom Reyes',
    'said',
    '“She is no rookie,”',
    'direct',
  ],
  [
    'relative with a verb of speech between name and verb',
    '“He is no rookie,” the skipper Ines Calder, who has pushed the council to act, wrote on Friday.',
    'Ines Calder',
    'wrote',
    '“He is no rookie,”',
    'direct',
  ],
  [
    'full stop before the tag',
    '“We offered them a berth.” Calder said.',
    'Calder',
    'said',
    '“We offered them a berth.”',
    'direct',
  ],
  [
    'label and colon',
    'Ines Calder: “We will not wait.”',
    'Ines Calder',
    ':',
    '“We will not wait.”',
    'direct',
  ],
  [
    'any verb and a colon',
    'Ines Calder put it bluntly in an e-mail to the Courier: “There is no worse time for this.”',
    'Ines Calder',
    'put it',
    '“There is no worse time for this.”',
    'direct',
  ],
  [
    'introduced in the paragraph above',
    'Ines Calder said in a statement:\n\n“We will not wait for the council.”',
    'Ines Calder',
    'said',
    '“We will not wait for the council.”',
    'direct',
  ],
  [
    'introduced by a noun of speech',
    'One skipper posted this notice:\n\n“We will not wait for the council.”',
    'one skipper',
    'posted',
    '“We will not wait for the council.”',
    'direct',
  ],
  [
    'dash in the line',
    '“We will not wait for the council.” — Ines Calder, harbour master',
    'Ines Calder',
    '—',
    '“We will not wait for the council.”',
    'direct',
  ],
  [
    'dash in a line of its own',
    '“We will not wait for the council.”\n\n— Ines Calder\n\nThe boats left in the evening, and nobody saw them go.',
    'Ines Calder',
    '—',
    '“We will not wait for the council.”',
    'direct',
  ],
  [
    'statement with a heading',
    'From Chairwoman Ines Calder: We will not wait. The docks are full.',
    'Ines Calder',
    ':',
    'We will not wait. The docks are full.',
    'direct',
  ],
  [
    'block quotation',
    'Ines Calder said in a statement:\n\n> We will not wait. The docks are full.\n\n> The council knows it.\n\nThe council met on Friday and left.',
    'Ines Calder',
    'said',
    'We will not wait. The docks are full. || The council knows it.',
    'direct',
  ],
  [
    'indented quotation',
    'Ines Calder said in a statement:\n\n    We will not wait. The docks are full.\n\nThe council met on Friday and left.',
    'Ines Calder',
    'said',
    'We will not wait. The docks are full.',
    'direct',
  ],
  [
    'mark opened anew in each paragraph',
    'Ines Calder wrote to the council: “We will not wait.\n\n“The council knows it.\n\n“No money is left.”',
    'Ines Calder',
    'wrote',
    '“We will not wait. || “The council knows it. || “No money is left.”',
    'direct',
  ],
  [
    'mark opened once, closed two paragraphs on',
    'Ines Calder wrote to the council: “We will not wait.\n\nThe council knows it.\n\nNo money is left.”\n\nThe council met on Friday.',
    'Ines Calder',
    'wrote',
    '“We will not wait. || The council knows it. || No money is left.”',
    'direct',
  ],
  [
    'speaker told in the second paragraph',
    '“We will not wait for them.\n\n“The council knows it,” Ines Calder said.',
    'Ines Calder',
    'said',
    '“We will not wait for them. || “The council knows it,”',
    'direct',
  ],
  [
    'the words of another inside',
    '“Tom Reyes told me, ‘We will not wait for you,’ and left,” Ines Calder said.',
    'Tom Reyes',
    'told',
    '‘We will not wait for you,’',
    'direct',
  ],
  [
    'double marks inside double marks',
    '“They called it “a plan without a purpose” and left,” Ines Calder said.',
    'Ines Calder',
    'said',
    '“They called it “a plan without a purpose” and left,”',
    'direct',
  ],
  [
    'question and answer',
    `${INTERVIEW}\n\nQ: Will the docks close in May?\n\nA: No. They will stay open.\n\nWe will see about June.\n\nQ: Who pays for it?`,
    'Petra Lund',
    ':',
    'No. They will stay open. || We will see about June.',
    'direct',
  ],
  [
    'labels in capitals',
    `${INTERVIEW}\n\nREPORTER: Will the docks close in May?\n\nMAYOR LUND: No. They will stay open.`,
    'Petra Lund',
    ':',
    'No. They will stay open.',
    'direct',
  ],
  [
    'bold labels',
    `${INTERVIEW}\n\n**Courier:** Will the docks close in May?\n\n**Lund:** No. They will stay open.`,
    'Petra Lund',
    ':',
    'No. They will stay open.',
    'direct',
  ],
  [
    'initials',
    `${INTERVIEW}\n\nTC: Will the docks close in May?\n\nPL: No. They will stay open.`,
    'Petra Lund',
    ':',
    'No. They will stay open.',
    'direct',
  ],
  [
    'scanned low marks',
    ',,We will not wait for them,’’ Ines Calder said.',
    'Ines Calder',
    'said',
    ',,We will not wait for them,’’',
    'direct',
  ],
  [
    'typewriter marks',
    "``We will not wait for them,'' Ines Calder said.",
    'Ines Calder',
    'said',
    "``We will not wait for them,''",
    'direct',
  ],
  [
    'space lost between sentences',
    'The board was founded by two brothers."We will not wait for them," Ines Calder said.',
    'Ines Calder',
    'said',
    '"We will not wait for them,"',
    'direct',
  ],
];

describe('layouts in the body', () => {
  test.each(rows)('%s', (_, text, speaker, cue, content, form) => {
    expect(readAttributions(`${OPENING}\n\n${text}`)).toContainEqual(
      expect.objectContaining({ speaker, cue, content, form }),
    );
  });
});

describe('headlines', () => {
  const headlines: [headline: string, source: string, content: string][] = [
    ['Mayor: ‘We will appeal’', 'Mayor', '‘We will appeal’'],
    ['‘We will appeal,’ mayor says', 'mayor', '‘We will appeal,’'],
    ['Calder: Docks were ‘full for months’', 'Calder', 'Docks were ‘full for months’'],
    ['Docks to close: ‘We will appeal,’ says Calder', 'Calder', '‘We will appeal,’'],
  ];
  test.each(headlines)('%s', (headline, source, content) => {
    expect(readAttributions(`${headline}\n\n${OPENING}`)).toContainEqual(
      expect.objectContaining({ source, content }),
    );
  });
});

describe('no quotation of anyone', () => {
  test.each([
    [
      'scare quotes',
      'The so-called “harbour op” began in March, and its “partners” left the “safe zone” by noon.',
    ],
    ['a title', 'The film “A Day at the Docks” was shown to the crews in May.'],
    ['notes on a release', 'WHERE: The town hall of Pellmouth.\n\nWHEN: Friday at noon in May.'],
  ])('%s', (_, text) => {
    expect(readAttributions(`${OPENING}\n\n${text}`).filter(({ form }) => form === 'direct')).toEqual([]);
  });

  test('a title told is no quotation', () => {
    const [said, ...others] = readAttributions(
      `${OPENING}\n\n“We have no protection, and God knows how bad that is,” Ines Calder told “Dock & Deck.”`,
    );
    expect(said).toMatchObject({
      speaker: 'Ines Calder',
      content: '“We have no protection, and God knows how bad that is,”',
    });
    expect(others).toEqual([]);
  });
});

describe('the mark is missing before who speaks', () => {
  test.each([
    ['“I saw it, Calder said. “It was late.”', ['“I saw it,', '“It was late.”']],
    ['“I will answer every question, she said.', ['“I will answer every question,']],
    ['“I saw it, said Ines Calder. “It was late.”', ['“I saw it,', '“It was late.”']],
    [
      '“I saw what the board, Calder said he would send. “It was late.”',
      ['“I saw what the board, Calder said he would send.', '“It was late.”'],
    ],
  ])('%s', (text, expected) => {
    const parsed = parseText({ text, blocks: segment(text), published: null, outlet: null });
    expect(findQuotations(parsed).map(({ start, end }) => text.slice(start, end).trim())).toEqual(expected);
  });
});

test('the first question of a transcript may stand right below its headline', () => {
  const text =
    'Questions to the mayor\n\nThe Ledger put these to Mayor Astrid Lund.\n\nREPORTER: Was the quay closed?\n\nMAYOR LUND: It was not. We looked at it twice.';
  expect(readAttributions(text).map(({ source, content }) => [source, content])).toEqual([
    ['REPORTER', 'Was the quay closed?'],
    ['MAYOR LUND', 'It was not. We looked at it twice.'],
  ]);
});

describe('a line that looks like a headline with its source', () => {
  test('a date is none', () => {
    expect(readAttributions(`For immediate release: 4 March 2031\n\n${OPENING}`)).toEqual([]);
  });
});

describe('bad input', () => {
  const quotationsOf = (text: string) =>
    findQuotations(parseText({ text, blocks: segment(text), published: null, outlet: null }));
  const sentence = 'The inspectors counted the boats in the harbour and wrote the figures down. ';

  test('a mark that nothing closes ends with its sentence, whatever the length of the paragraph', () => {
    const text = `${OPENING}\n\nCalder said “we will not wait. ${sentence.repeat(800)}`;
    for (const { start, end } of quotationsOf(text)) expect(end - start).toBeLessThan(200);
  });

  test('a mark that nothing closes leaves the next paragraphs alone', () => {
    const text = `“We will not wait. ${sentence}\n\n${`${sentence}\n\n`.repeat(30)}`;
    for (const { end } of quotationsOf(text)) expect(end).toBeLessThan(200);
  });

  test('a closing mark that stands like an opening one closes where else two would open', () => {
    const said = (text: string) => quotationsOf(text).map(({ start, end }) => text.slice(start, end));
    expect(said('Calder stated, "the docks are full. "Calder meant "two boats" there.')).toEqual([
      '"the docks are full. "',
      '"two boats"',
    ]);
    expect(said('Calder stated, "the docks are full. "Calder meant the boats.')).toEqual([
      '"the docks are full. "',
    ]);
  });

  test('capitals alone are read as anything else', () => {
    const said = readAttributions(
      'THE DOCKS ARE FULL.\n\n“WE WILL NOT WAIT FOR THEM,” INES CALDER SAID ON FRIDAY.',
    );
    expect(said.map(({ content }) => content)).toContain('“WE WILL NOT WAIT FOR THEM,”');
  });

  test('fifty thousand marks take no more than linear time', () => {
    const cpu = (text: string): number => {
      const parsed = parseText({ text, blocks: segment(text), published: null, outlet: null });
      const start = process.cpuUsage();
      findQuotations(parsed);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    for (const unit of ['" ', '“ ', '‘a ', "'a' ", '“a ” ', '“\n\n', '"a.\n\n']) {
      cpu(unit.repeat(5_000));
      const small = cpu(unit.repeat(12_500));
      const large = cpu(unit.repeat(50_000));
      expect(large, unit).toBeLessThan(16 * small + 400_000);
    }
  }, 120_000);

  const pieces = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    "''",
    '``',
    ',,',
    '„',
    '«',
    '»',
    '> ',
    '\n\n',
    '\n\n    ',
    '\n\n— ',
    'Q: ',
    'A: ',
    '\n\nMAYOR LUND: ',
    '\n\n**Calder:** ',
    'From Mayor Lund: ',
    ' said ',
    ' told ',
    ', ',
    '. ',
    ': ',
    '; ',
    ' (',
    ') ',
    ' — ',
    'Ines Calder',
    'We will wait',
    'the mayor',
    ' she ',
    ' asked ',
    '😀',
    '\u2028',
    '\t',
  );
  test('quotations are in order, do not overlap and stay in their block; nothing throws', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const parsed = parseText({ text, blocks: segment(text), published: null, outlet: null });
        let reached = 0;
        for (const { start, end, block } of findQuotations(parsed)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(parsed.blocks[block]!.start);
          expect(end).toBeLessThanOrEqual(parsed.blocks[block]!.end);
          reached = end;
        }
        for (const { content } of readAttributions(text))
          expect(content.length).toBeLessThanOrEqual(text.length + 400);
      }),
      { seed: 11, numRuns: 300 },
    );
  }, 120_000);
});
