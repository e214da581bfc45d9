import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupStories, type StoryDocument } from '../../src/stories/stories.js';

const document = (
  id: string,
  text: string,
  published: string | null,
  title: string | null = null,
): StoryDocument => ({
  id,
  title,
  text,
  published,
});

const PORT = [
  document(
    'courier',
    'Harbour master Ines Calder said the Maritime Inspectorate will send 40 inspectors to six harbours. The memo, seen by the Courier, calls the effort Operation Lantern.',
    '2031-05-04',
  ),
  document(
    'gazette',
    'About 40 inspectors of the Maritime Inspectorate will descend on harbours, a memo on Operation Lantern says. Calder would not comment.',
    '2031-05-05',
  ),
  document(
    'beacon',
    'Operation Lantern begins next week. Ines Calder, the harbour master, told the Beacon to expect the inspectors.',
    null,
  ),
];
const LATER = document(
  'later',
  'The Maritime Inspectorate plans raids on fuel smugglers next month, two officials said. The inspectors would board tankers off Skerry Point under a new minister, Odo Brandt.',
  '2031-11-20',
);
const OTHER = document(
  'other',
  'A factory fire in Ostrow killed nobody but destroyed the dye works. Owner Jana Pell blamed a faulty boiler.',
  '2031-05-05',
);

const grouped = (documents: readonly StoryDocument[]) =>
  groupStories(documents, []).map((story) => story.documents.join(' '));

describe('groupStories', () => {
  it('joins accounts of one event, keeps apart a later like one and another of the same day', () => {
    expect(grouped([...PORT, LATER, OTHER])).toEqual(['beacon courier gazette', 'later', 'other']);
  });

  it('joins where text was reused, whatever the dates', () => {
    const stories = groupStories([OTHER, LATER], [{ a: 'other', b: 'later', share: 0.9 }]);
    expect(stories).toEqual([{ documents: ['later', 'other'] }]);
  });

  it('lets a lone account join where two stories, or two lone accounts, stay apart', () => {
    const alike = (left: readonly string[], right: readonly string[], share: number) =>
      left.flatMap((a) => right.filter((b) => a < b || !left.includes(b)).map((b) => ({ a, b, share })));
    const stories = (left: readonly string[], right: readonly string[]) =>
      groupStories(
        [...left, ...right].map((id) => document(id, '', null)),
        [...alike(left, left, 0.5), ...alike(right, right, 0.5), ...alike(left, right, 0.18)],
      ).map((story) => story.documents.join(''));
    expect(stories(['a', 'b', 'c', 'd'], ['z'])).toEqual(['abcdz']);
    expect(stories(['a', 'b', 'c', 'd'], ['w', 'x', 'y', 'z'])).toEqual(['abcd', 'wxyz']);
    expect(stories(['a'], ['z'])).toEqual(['a', 'z']);
  });

  it('puts every document in exactly one story, whatever the order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...PORT, LATER, OTHER]), (documents) => {
        const stories = grouped(documents);
        expect(stories.join(' ').split(' ').filter(Boolean).sort()).toEqual(
          documents.map(({ id }) => id).sort(),
        );
        expect(stories).toEqual(grouped([...documents].reverse()));
      }),
      { seed: 4 },
    );
  });

  it('takes empty texts and dates at any precision', () => {
    expect(grouped([document('a', '', '2031'), document('b', '', null)])).toEqual(['a', 'b']);
  });
});
