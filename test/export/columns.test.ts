import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/export/columns.js';

describe('wrap', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['words', 'one two three', ['one two', 'three']],
    ['a word longer than a line', 'see observer-2034.html now', ['see', 'observer', '-2034.ht', 'ml now']],
    ['letters of two columns', '新聞新聞新聞', ['新聞新聞', '新聞']],
    ['nothing', '', ['']],
  ])('%s', (_, text, lines) => {
    expect(wrap(text, 8)).toEqual(lines);
  });
  it('ends with a mark where it is cut', () => {
    expect(wrap('one two three four', 8, 1)).toEqual(['one …']);
  });
});
