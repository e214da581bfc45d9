import { describe, expect, test } from 'vitest';
import { OPENING, readAttributions } from './read-attributions.js';

const last = (text: string) => readAttributions(`${OPENING}\n\n${text}`).at(-1);

describe('whom a pronoun means', () => {
  const rows: [why: string, text: string, speaker: string | null][] = [
    [
      'who spoke before',
      '“No,” said Ines Calder. The docks are full.\n\n“Come back in May,” she added.',
      'Ines Calder',
    ],
    [
      'the subject of the sentence before',
      'Ines Calder met the crews on Friday.\n\nShe said the docks were full.',
      'Ines Calder',
    ],
    [
      'of two named neither',
      'The council met with Ines Calder and Tom Reyes.\n\nHe said the docks would close.',
      '? Ines Calder / Tom Reyes',
    ],
    [
      'the one whose sex the text tells',
      'Mr. Reyes and Ms. Calder met on Friday.\n\nShe said the docks were full.',
      'Calder',
    ],
    [
      'not the one of whom he speaks',
      'Tom Reyes walked in on Friday.\n\nOf Ines Calder, he said, “I want her to do well.”',
      'Tom Reyes',
    ],
    [
      'nor the one in his own words',
      'Tom Reyes walked in.\n\n“Ines Calder will do well,” he said.',
      'Tom Reyes',
    ],
    [
      'the one who was asked',
      'Ines Calder asked Tom Reyes if he had people on the docks.\n\nHe said there were forty.',
      'Tom Reyes',
    ],
    [
      'the outer speaker, not the one told of',
      'Ines Calder said her son Tom had asked her to stay.\n\n“I did not,” she said.',
      'Ines Calder',
    ],
    ['someone without a name', 'A docker met us at the gate.\n\nHe said the boats were old.', 'a docker'],
    [
      'both',
      'Ines Calder and Tom Reyes met on Friday.\n\nThey said the docks were full.',
      'Ines Calder + Tom Reyes',
    ],
    ['nobody', 'He said the docks were full.', null],
  ];
  test.each(rows)('%s', (_, text, speaker) => {
    expect(last(text)?.speaker).toBe(speaker);
  });
});

describe('whom a description means', () => {
  const rows: [why: string, text: string, speaker: string | null][] = [
    [
      'a title before the name',
      'The council heard Mayor Petra Lund.\n\n“It is late,” the mayor said.',
      'Petra Lund',
    ],
    [
      'a title before a role',
      'The council heard President Ada Lund and met with Peter Marsh, president of the Harbour Fund.\n\n“It is late,” the president said.',
      'Ada Lund',
    ],
    [
      'an apposition',
      'The council heard Tom Reyes, the harbour master of Pellmouth.\n\nThe harbour master said it was late.',
      'Tom Reyes',
    ],
    [
      'party and state by their tag',
      'The council heard Sen. Rita Vance (R-Ariz.) and others.\n\n“It is a bad bill,” the Arizona Republican said.',
      'Rita Vance',
    ],
    [
      'another word for the title',
      'The council heard Sen. Rita Vance and others.\n\nThe lawmaker said it was late.',
      'Rita Vance',
    ],
    [
      'a nationality of nobody named',
      'The council heard President Ada Lund.\n\nThe Turkish president said it was late.',
      'the Turkish president',
    ],
    [
      'a state of nobody named',
      'The council heard Sen. Rita Vance (R-Ariz.) and others.\n\nThe Maine senator said it was late.',
      'the Maine senator',
    ],
    [
      'a former one',
      'The council heard former Mayor Tom Reyes and met with Mayor Petra Lund.\n\nThe former mayor said it was late.',
      'Tom Reyes',
    ],
    [
      'whoever speaks on',
      '“I am a baker,” said Tom Reyes.\n\n“We will not wait,” the Pellmouth councillor continued.',
      'Tom Reyes',
    ],
    [
      'not one of the other sex',
      '“I am a baker,” said Mr. Reyes.\n\n“We will not wait,” the Pellmouth councilwoman continued.',
      'the Pellmouth councilwoman',
    ],
    [
      'the only one with that office, just spoken of',
      'Rep. Tom Reyes is leaving. Vigdis Moe accused Reyes of lying, and said that she had told the council.\n\n“I had no idea,” the four-term congressman said.',
      'Tom Reyes',
    ],
    [
      'an adviser before the name',
      'Harbour Safety Adviser Runa Astley warned the council.\n\n“It is late,” Astley said.',
      'Runa Astley',
    ],
    [
      'the body that has the noun, though another was named since',
      'The Regional Audit Office looked into it. The budget of the Harbour Assembly was spent, the office said.',
      'Regional Audit Office',
    ],
    [
      'the body that has the noun, however far back',
      `The Regional Audit Office looked into it. ${'The boats were late. '.repeat(12)}“It is a ceiling,” Ragna Oskell told the Halmar Press Bureau. The budget was spent, the office said.`,
      'Regional Audit Office',
    ],
    [
      'no body of another kind',
      'The Wendshire Fire Brigade came at noon. Sixty people were inside, the company said.',
      'the company',
    ],
    [
      'a company by what it is',
      'Varnholt Industries burned on Monday. Sixty people were inside, the company said.',
      'Varnholt Industries',
    ],
    [
      'no agency of a dateline',
      'KARSHOLM (HPB) — The Regional Audit Office looked into it. The budget was spent, the office said.',
      'Regional Audit Office',
    ],
    [
      'two with their party in brackets',
      'Sens. Rita Vance (D-Mass.) and Ed Moe (D-Mass.) said it was late.',
      'Rita Vance + Ed Moe',
    ],
    ['a man with the name of an agency', '“It is late,” Mr. Bloomberg said.', 'Bloomberg'],
    [
      'the unnamed one before',
      'An official familiar with the plan said it was late.\n\nThe official said it was cold.',
      'an official familiar with the plan',
    ],
    [
      'never a named one where an unnamed one may be meant',
      'An official familiar with the plan said it was late. Harbour official Henry Moss was there.\n\nThe official said it was cold.',
      null,
    ],
  ];
  test.each(rows)('%s', (_, text, speaker) => {
    expect(last(text)?.speaker).toBe(speaker);
  });
});

describe('appositions and relatives', () => {
  const rows: [text: string, speaker: string][] = [
    ['The police chief, Harald Quint, said it was late.', 'Harald Quint'],
    ['Another major figure, Dan Sennet, told the crews that it was wrong.', 'Dan Sennet'],
    ['“I am honoured,” said the legislator, Representative Carl Seel.', 'Carl Seel'],
    ['The Log Cabin Club, a group of skippers, which said that it was wrong, left.', 'Log Cabin Club'],
    [
      'After reporter Mike Scott had finished, Tom Reyes stormed back, leaned in and said, “Let me be clear to you.”',
      'Tom Reyes',
    ],
    [
      'The board issued a statement shortly after Tom Reyes told voters that the plan was wrong.',
      'Tom Reyes',
    ],
    ['Rita Vance, R-Ohio, called the plan “appalling and unacceptable.”', 'Rita Vance'],
  ];
  test.each(rows)('%s', (text, speaker) => {
    expect(readAttributions(`${OPENING}\n\n${text}`).map((a) => a.speaker)).toContain(speaker);
  });
});

describe('bare quotations', () => {
  const rows: [why: string, text: string, speaker: string | null][] = [
    [
      'after a quotation',
      '“It is late,” Ines Calder said.\n\n“We have no money left for it.”',
      'Ines Calder',
    ],
    [
      'after indirect speech',
      'Ines Calder said the docks were full.\n\n“We have no money left for it.”',
      'Ines Calder',
    ],
    [
      'after a judgement',
      'Ines Calder called the plan a mistake.\n\n“We have no money left for it.”',
      'Ines Calder',
    ],
    [
      'the words passed on are the speaker’s',
      '“It is late,” Ines Calder said, according to the Courier. “We have no money left.”',
      'Ines Calder',
    ],
    ['after nobody', 'The docks were closed on Friday.\n\n“We have no money left for it.”', null],
    ['a heading', '“It is late,” Ines Calder said.\n\n‘Barely a mention of boats’', null],
  ];
  test.each(rows)('%s', (_, text, speaker) => {
    const said = readAttributions(`${OPENING}\n\n${text}`);
    expect(said.find(({ content }) => /no money left|Barely/.test(content))?.speaker ?? null).toBe(speaker);
  });

  test('a statement goes on for its speaker', () => {
    expect(
      last(
        '“It is wrong,” Ines Calder said in a statement.\n\n“It was never put to a vote,” the statement went on to say.',
      ),
    ).toMatchObject({
      speaker: 'Ines Calder',
      medium: 'a statement',
    });
  });
});

describe('inside quotations', () => {
  test('the one quoted has the other for a parent; "I" is the one who speaks', () => {
    expect(
      readAttributions(`${OPENING}\n\n“I told them, ‘We will not wait,’ and left,” Ines Calder said.`),
    ).toMatchObject([
      { source: 'I', speaker: 'Ines Calder', content: '‘We will not wait,’', parent: 'Ines Calder' },
      { source: 'Ines Calder', parent: null },
    ]);
  });
  test('"he" is whom the speaker has in mind', () => {
    const [inner] = readAttributions(
      `${OPENING}\n\n“He told me, ‘We will not wait,’ and left,” Tom Reyes said.`,
    );
    expect(inner).toMatchObject({ source: 'He', speaker: null });
  });
});

describe('beliefs, intentions and documents', () => {
  const rows: [text: string, kind: string, attitude: string, content: string][] = [
    ['The agency plans to send forty inspectors.', 'organisation', 'intends', 'to send forty inspectors'],
    ['Ines Calder believes that the docks are full.', 'person', 'asserts', 'that the docks are full'],
    ['Ines Calder is worried that the docks are full.', 'person', 'asserts', 'that the docks are full'],
    ['The report found that the boats were old.', 'document', 'asserts', 'that the boats were old'],
    [
      'An e-mail shows that forty inspectors are coming.',
      'document',
      'asserts',
      'that forty inspectors are coming',
    ],
    ['Data released on Monday show that arrests fell.', 'document', 'asserts', 'that arrests fell'],
    [
      'The council has not responded to a request for comment.',
      'organisation',
      'declines',
      'a request for comment',
    ],
    ['Ines Calder declined to comment.', 'person', 'declines', 'to comment'],
    ['Ines Calder denied that the docks would close.', 'person', 'denies', 'that the docks would close'],
  ];
  test.each(rows)('%s', (text, kind, attitude, content) => {
    expect(readAttributions(`${OPENING}\n\n${text}`)).toContainEqual(
      expect.objectContaining({ kind, attitude, content }),
    );
  });
});
