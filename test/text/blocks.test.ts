import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment } from '../../src/text/blocks.js';

/** Pages as "role | line"; an empty string is an empty line. The text is the lines; the blocks must bear the roles. */
const PAGES: { readonly [what: string]: readonly string[] } = {
  'a scraped page with junk around it': [
    'boilerplate | trackpixel Skip to main content',
    '',
    'boilerplate | Ports Trade',
    '',
    'headline | Harbour office sends inspectors to ‘count every crate’: report',
    '',
    'boilerplate | harbour office inspectors crates quay workers cranes dock customs union strike calder ferries tariffs boats',
    'caption | Getty Images',
    '',
    'boilerplate | At a glance',
    '',
    'summary | • The office wants more inspectors on the quays.',
    'summary | • A memo seen by the Courier speaks of forty of them.',
    '',
    'body | The harbour office has begun to count crates at night on the quays of six towns, the Courier reported.',
    '',
    'boilerplate | Advertisement',
    '',
    'body | “We count what comes in,” said Ines Calder, who heads the office.',
    '',
    'credit | Tom Rook contributed to this report.',
  ],
  'names said three times, a note on the author, dates run together': [
    'headline | Harbour Office to Send 40 Inspectors to Six Towns',
    '',
    'byline | By Mara van Loon',
    'boilerplate | Mara van Loon',
    'boilerplate | Mara van Loon',
    'boilerplate | Mara van Loon is a reporter who covers ports. She lives in Ostmouth.',
    'dateline | May 6, 2021Updated: May 6, 2021',
    '',
    'body | The harbour office will send about 40 inspectors to six towns, it said on Thursday.',
  ],
  'two names with a comma, a sub-headline, a video’s title, prompts at the foot': [
    'headline | Harbour office plans crate count on six quays',
    '',
    'summary | Inspectors to begin in Ostmouth later this week',
    '',
    'byline | Mara van Loon,Tom Rook',
    'dateline | Wednesday 5 May 2021 17:00 BST',
    "caption | The harbour's crates explained",
    '',
    'body | The harbour office is preparing to count crates on six quays next month, three people with knowledge of it said.',
    '',
    'body | "We do not comment on plans," said Ines Calder, who heads it.',
    '',
    'credit | The Ostmouth Post',
    '',
    'boilerplate | Join our reading circle',
    '',
    'boilerplate | Thank you for registering',
    '',
    'boilerplate | Please refresh your browser to be logged in',
  ],
  'lines without empty lines between': [
    'headline | Ferries stay in port as wind rises',
    'byline | By Tom Rook',
    'body | Ferries stayed in port on Monday as the wind rose to gale force, the harbour office said.',
    'body | Nobody was hurt, it added.',
    'copyright | © 2021 Ostmouth Gazette',
  ],
  'a list of links between paragraphs and a heading': [
    'body | The council voted on Monday to close the old quay, which nobody has used since the spring.',
    '',
    'boilerplate | READ MORE: Council argues over the quay',
    '',
    'heading | What happens next',
    '',
    'body | The gates will be locked in June, said the mayor, who had asked for it twice.',
    '',
    'boilerplate | Related',
    'boilerplate | Old quay to close',
    'boilerplate | Who owns the crane?',
  ],
  markdown: [
    'headline | # Minutes of the harbour council',
    '',
    'heading | ## Item 1',
    '',
    'body | The council heard Ms Calder on the crates and thanked her for the figures.',
    '',
    'quote | > We count what comes in.',
    '',
    'list | - forty inspectors',
    'list | - six harbours',
    '',
    'body | The council then went home, since it was late and the ferry would not wait.',
  ],
};

const roles = (text: string): string[] =>
  segment(text).map((block) => `${block.role} | ${text.slice(block.start, block.end)}`);

describe('segment', () => {
  it.each(Object.entries(PAGES))('%s', (_, page) => {
    const text = page.map((line) => line.replace(/^\w+ \| /, '')).join('\n');
    expect(roles(text)).toEqual(page.filter((line) => line !== ''));
  });

  it.each([
    ['WASHINGTON (AP) — ', 'The office said on Monday that it would count the crates.'],
    ['OSTMOUTH, May 5 (Reuters) - ', 'The office said on Monday that it would count the crates.'],
    ['(CNN) ', 'The office said on Monday that it would count the crates.'],
    ['OSTMOUTH, N.J. — ', '“We count,” said the head of the office, and went home.'],
    ['date 2021-05-05 ', 'The office said on Monday that it would count the crates.'],
    ['May 5, 2021 — ', 'The office said on Monday that it would count the crates.'],
  ])('%s stands apart from its paragraph', (dateline, paragraph) => {
    const text = `${dateline}${paragraph}\n\nNobody was hurt on the quay, the mayor said later.`;
    expect(roles(text).slice(0, 2)).toEqual([`dateline | ${dateline.trim()}`, `body | ${paragraph}`]);
  });

  it.each([
    'BREAKING — The office said on Monday that it would count the crates.',
    'CALDER: The office said on Monday that it would count the crates.',
    'The office — it counts crates — said on Monday that it would go on.',
  ])('no dateline: %s', (paragraph) => {
    expect(roles(`${paragraph}\n\nNobody was hurt on the quay, the mayor said later.`)[0]).toBe(
      `body | ${paragraph}`,
    );
  });

  it('joins the lines of a hard-wrapped paragraph and keeps lines that are paragraphs', () => {
    const wrapped =
      'The harbour office said on Monday that it would send forty\ninspectors to six harbours and that nobody had asked it to.\nIt did not say when they would come back from there.\n\nThe mayor of Ostmouth said that she had learned of it from the\nnewspapers, like everybody else.';
    expect(segment(wrapped)).toHaveLength(2);
    const lines =
      'The office said so on Monday, and nobody asked.\nThe mayor said she had read of it.\nNobody was hurt in all this.\nIt rained.';
    expect(segment(lines)).toHaveLength(4);
  });

  it('takes a text of one paragraph for body', () => {
    expect(roles('Crates counted')).toEqual(['body | Crates counted']);
  });

  it('gives ordered, trimmed blocks with only white space between, for any text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'By Ines Calder',
        'Advertisement',
        '© 2021 Gazette',
        '• one',
        '# x',
        '> y',
        'OSTMOUTH (AP) — It rained.',
        '',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.lorem({ maxCount: 20 }),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\n\n', '\u2028'),
        (lines, end) => {
          const text = lines.join(end);
          let at = 0;
          for (const { start, end: to } of segment(text)) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(to).toBeGreaterThan(start);
            expect(text.slice(start, to)).toBe(text.slice(start, to).trim());
            at = to;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
      { seed: 1 },
    );
  });
});
