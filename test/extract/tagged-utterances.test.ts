import { describe, expect, test } from 'vitest';
import { buildFrames, type Frame } from '../../src/extract/frames.js';
import { NameIndex, namesFromRuns } from '../../src/extract/names/name-index.js';
import type { Range } from '../../src/extract/noun-phrases.js';
import { findQuotations } from '../../src/extract/quotes.js';
import { type TaggedFrames, taggedUtterances } from '../../src/extract/tagged-utterances.js';
import { findUtterances } from '../../src/extract/utterances.js';
import { type LabelledSpan, labelsOf, type Role } from '../../src/tagging/labels.js';
import { segment } from '../../src/text/blocks.js';
import { parseText } from '../../src/text/parse.js';

const OPEN = { '{': 'source', '<': 'cue', '[': 'content' } as const;

/** `{Lund} <said> [the quay would close].`: the text without the marks, and the spans that a tagger would find. */
function tagged(marked: string, linkTo: (at: { readonly [role in Role]: number[] }) => Int32Array | null) {
  const marks: { role: Role; start: number; end: number }[] = [];
  let text = '';
  for (const c of marked) {
    if (c in OPEN) marks.push({ role: OPEN[c as keyof typeof OPEN], start: text.length, end: -1 });
    else if (/[}>\]]/.test(c)) marks.findLast((m) => m.end < 0)!.end = text.length;
    else text += c;
  }
  const parsed = parseText({ text, blocks: segment(text), published: null, outlet: null });
  const frames = buildFrames(parsed, findQuotations(parsed), new NameIndex(namesFromRuns(parsed)));
  const firsts: { [role in Role]: number[] } = { source: [], cue: [], content: [] };
  let offset = 0;
  const labels = frames.map(({ words }) => {
    const spans = marks.flatMap(({ role, start, end }): LabelledSpan[] => {
      const inside = words.flatMap((w, i) => (w.start >= start && w.end <= end ? [i] : []));
      return inside.length === 0 ? [] : [{ role, from: inside[0]!, to: inside.at(-1)! + 1 }];
    });
    for (const { role, from } of spans) firsts[role].push(offset + from);
    offset += words.length;
    return labelsOf(spans, words.length);
  });
  const tags: TaggedFrames = { labels, linkTo: linkTo(firsts) };
  const { utterances } = taggedUtterances(frames, frames.map(findUtterances), tags);
  const told = (frame: Frame, { from, to }: Range): string =>
    text.slice(frame.words[from]!.start, frame.words[to - 1]!.end);
  return utterances.flat().map((u) => {
    const frame = frames[u.frame]!;
    return [
      u.source === null ? '–' : told(frame, u.source),
      u.cue === null ? '–' : told(frame, u.cue),
      u.content.map((r) => told(frame, r)).join(' … '),
      u.attitude,
    ];
  });
}

describe('spans of a tagger become utterances', () => {
  test.each([
    [
      'its spans stand, without commas at their ends',
      '{Ada Lund, the mayor,} <said on Monday> [that the quay would close].',
      [['Ada Lund, the mayor', 'said on Monday', 'that the quay would close', 'asserts']],
    ],
    [
      'a cue in no table asserts a clause, intends an infinitive, reacts to a thing',
      '{Lund} <maintains> [the quay is safe]. {Crews} <are keen> [to leave]. {Owners} <mocked> [the plan].',
      [
        ['Lund', 'maintains', 'the quay is safe', 'asserts'],
        ['Crews', 'are keen', 'to leave', 'intends'],
        ['Owners', 'mocked', 'the plan', 'reacts'],
      ],
    ],
    [
      'content that a clause interrupts is one',
      '[“The quay,”] {Lund} <said>, [“will close.”]',
      [['Lund', 'said', '“The quay,” … “will close.”', 'asserts']],
    ],
    [
      'a subject left out is the one that the rules know',
      '{Lund} <said> [the quay would close] and <added> [that the crane would stay].',
      [
        ['Lund', 'said', 'the quay would close', 'asserts'],
        ['Lund', 'added', 'that the crane would stay', 'asserts'],
      ],
    ],
    [
      'what the rules alone see goes, unless it is quoted speech or a refusal',
      'Lund said the quay would close. “It will close by autumn,” Berg said. Owners declined to comment.',
      [
        ['Berg', 'said', '“It will close by autumn,”', 'asserts'],
        ['Owners', 'declined', 'to comment', 'declines'],
      ],
    ],
    [
      'a law does not speak, and a name is taken whole',
      '{The Harbour Act} <allows> [fines of 300 marks]. {The Harbour} Board <allows> [fines of 300 marks].',
      [['The Harbour Board', 'allows', 'fines of 300 marks', 'reacts']],
    ],
    [
      'who does not deny a thing has not said it',
      '{Lund} <did not deny> [that the quay would close].',
      [['Lund', 'did not deny', 'that the quay would close', 'declines']],
    ],
    [
      'a chain is kept though the tagger sees its outermost alone',
      '{The Saltmarch Ledger} <reported> [that two officials said the quay would close].',
      [
        ['The Saltmarch Ledger', 'reported', 'that two officials said the quay would close', 'asserts'],
        ['two officials', 'said', 'the quay would close', 'asserts'],
      ],
    ],
  ])('%s', (_, marked, expected) => {
    expect(tagged(marked, () => null)).toEqual(expected);
  });

  test('links decide what belongs together, not nearness', () => {
    const marked = '{Lund} and {Berg} <said> [the quay would close].';
    const linkTo = (source: number) =>
      tagged(marked, (at) => {
        const links = new Int32Array(40).fill(-1);
        links[at.cue[0]!] = at.source[source]!;
        links[at.content[0]!] = at.cue[0]!;
        return links;
      });
    expect(linkTo(0)[0]![0]).toBe('Lund');
    expect(linkTo(1)[0]![0]).toBe('Berg');
  });
});
