import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.js';

/** "‖" stands where a sentence ends and another begins; it is not part of the text. */
const CASES: readonly string[] = [
  'It rained.‖ Nobody came.',
  'Mr. Rook met Dr. Calder on St. Ann’s Quay.‖ They spoke.',
  'Sens. Mara Loon (D-Mass.) and Tom Rook (D-Mass.) said that it should stop.‖ It did not.',
  'The towns include Ostmouth, Norby and Newark, N.J.‖ “They asked for it,” she said.',
  'U.S. Immigration and Customs Enforcement acted.‖ The U.S. Senate did not.',
  'He lives in the U.S.‖ She does not.',
  'Crates Inc. said so.‖ Crates Inc.‖ The other firm did not.',
  'They met at 5 p.m. Tuesday.‖ At 6 a.m.‖ Rook left.',
  'It is planned for Dec. 31.‖ On Jan. 5 it ends.',
  'J. R. Rook and Mara K. Loon agree.‖ W. E. B. Norby does not.',
  '“We count,” he said.‖ “We stop.”',
  '“We count.‖ We stop,” he said.',
  '“We count.‖ We stop.”‖ He left.',
  '“Why do we count?” she asked.‖ Nobody knew.',
  '“Why do we count?” Ines Calder asked.‖ Nobody knew.',
  '"Stop!" he cried.‖ They stopped.',
  'She was asked: “Why?”‖ The office gave no answer.',
  'The sum rose by 3.5 percent to $4.2 million.‖ No. 7 was left out.',
  'He paused … and went on.‖ “I mean...‖ It rains,” he said.',
  'He went . . . and stayed.‖ … Nobody knew.',
  '“I mean…” Calder said.‖ “Too much?”‖ He left.',
  'Crates Inc. (Norby) rose.‖ OSTMOUTH, N.J. — The fire was lit.‖ The end came to mind.',
  'Am 3. Oktober kam er z. B. nach Norby.‖ Ca. 40 Kisten blieben.',
  'See www.harbour.example for more.‖ It is short.',
  'It rained all day.‖Nobody came to the quay.‖Then it stopped.',
  'The firm Yahoo! said no.‖ It was late.',
  'iPhone crates came first.‖ eBay crates came last.',
  '1. First of all it rained.',
  'Did it rain?!‖ Yes.',
  'Rook (“the counter”) left.‖ (He came back.)‖ Then he slept.',
  "He said ` it rains . ''‖ She left .",
];

describe('splitSentences', () => {
  it.each(CASES)('%s', (marked) => {
    const text = marked.replaceAll('‖', '');
    const found = splitSentences(text).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(marked.split('‖').map((sentence) => sentence.trim()));
  });

  it('reads a text without capitals', () => {
    const text = 'it rained. nobody came, says mr. rook. then it stopped.';
    expect(splitSentences(text, 0, text.length, true)).toHaveLength(3);
  });

  it('cuts what has no end', () => {
    expect(splitSentences('word '.repeat(10_000)).length).toBeGreaterThan(10);
  });
});
