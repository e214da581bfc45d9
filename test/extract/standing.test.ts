import { describe, expect, test } from 'vitest';
import { findAssertions } from '../../src/extract/assertions.js';
import type { Standing } from '../../src/model/analysis.js';
import { parseText } from '../../src/text/parse.js';
import { NOTHING } from './facts-helpers.js';

/** How the assertion of a sentence that has these words reads by itself. */
function standing(text: string, words: string): Standing | undefined {
  const parsed = parseText({
    text,
    blocks: [{ start: 0, end: text.length, role: 'body' }],
    published: null,
    outlet: 'Courier',
  });
  const told = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return findAssertions(parsed, NOTHING).find(({ focus }) => told(focus) === words)?.standing;
}

describe('how the words of an assertion read by themselves', () => {
  test.each<readonly [text: string, words: string, Standing]>([
    ['The fleet sailed on Monday.', 'The fleet sailed on Monday', 'alone'],
    ['The harbour, which opened in 1990, will close.', 'The harbour … which opened in 1990', 'alone'],
    ['The harbour, which opened in 1990, will close.', 'The harbour … will close', 'alone'],
    [
      'The crews are working on the pier, which involves long nights.',
      'the pier … which involves long nights',
      'alone',
    ],
    ['Boats stayed in port because a storm had broken the pier.', 'a storm had broken the pier', 'alone'],
    [
      'The crews tipped off that inspector on Monday.',
      'The crews tipped off that inspector on Monday',
      'alone',
    ],
    // The antecedent is another, or only a part of one.
    ['The cars in use, which were built at Kemmer, are old.', 'use … which were built at Kemmer', 'part'],
    [
      'He blamed the mayors, who the league had opposed for years.',
      'the mayors … who the league had opposed for years',
      'part',
    ],
    [
      'The court made eleven demands, of which the board has met nine.',
      'eleven demands … of which the board has met nine',
      'part',
    ],
    // No subject, no verb, or a clause that hangs on another.
    ['Nor are warnings new.', 'are warnings new', 'part'],
    ['The train stopped in 1988, when a signal box burned down.', 'when a signal box burned down', 'part'],
    ['Who is to pay for it has not been settled.', 'Who is to pay for it has not been settled', 'alone'],
    // Whose words these are, and of whom they speak.
    [
      'We shall spend the money on a telephone line.',
      'We shall spend the money on a telephone line',
      'address',
    ],
    ['The US navy sent two ships to the bay.', 'The US navy sent two ships to the bay', 'alone'],
    ['It requires no suspicion at all.', 'It requires no suspicion at all', 'pronoun'],
    ['This week the boats stay in port.', 'This week the boats stay in port', 'alone'],
  ])('%s – %s', (text, words, expected) => {
    expect(standing(text, words)).toBe(expected);
  });
});
