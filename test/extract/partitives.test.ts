import { expect, test } from 'vitest';
import { readAttributions } from './read-attributions.js';

test.each<readonly [text: string, speaker: string]>([
  [
    'The plan prompted an outcry from federal lawmakers. Sixty of them said that the move was wrong.',
    'sixty of the federal lawmakers',
  ],
  ['Two officials met the harbour crews. One of them said the plan was wrong.', 'one of the harbour crews'],
  ['The boats were old. Three of them said that nobody came.', 'three of them'],
])('%s', (text, speaker) => {
  expect(readAttributions(text).at(-1)?.speaker).toBe(speaker);
});
