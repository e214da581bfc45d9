import { describe, expect, it } from 'vitest';
import { alignParaphrases, type SentenceAccount } from '../../src/reuse/paraphrase.js';

const account = (id: string, sentences: readonly string[]): SentenceAccount => {
  let at = 0;
  return {
    id,
    sentences: sentences.map((text) => {
      const start = at;
      at += text.length + 1;
      return { start, end: start + text.length, text };
    }),
  };
};

const COURIER = account('courier', [
  'The agency plans to send at least 40 inspectors to six harbours on the northern coast.',
  'Ferry traffic to the islands is not affected by the searches of the warehouses.',
  'Calder has led the office since the flood.',
]);
const GAZETTE = account('gazette', [
  'The weather stayed calm over the bay.',
  'At least 40 inspectors will be sent by the agency to six harbours on the northern coast.',
  'Officials gave no reason for the delay of the audit.',
]);

describe('alignParaphrases', () => {
  it('finds the restated sentence and nothing else', () => {
    const found = alignParaphrases([COURIER, GAZETTE], []);
    expect(found.map(({ a, b, kind }) => [a.exact, b.exact, kind])).toEqual([
      [COURIER.sentences[0]!.text, GAZETTE.sentences[1]!.text, 'paraphrase'],
    ]);
  });

  it('leaves out what a passage covers', () => {
    const [a, b] = [COURIER.sentences[0]!, GAZETTE.sentences[1]!];
    const passage = {
      id: 'p',
      a: { doc: 'courier', start: a.start, end: a.end, exact: a.text },
      b: { doc: 'gazette', start: b.start, end: b.end, exact: b.text },
      kind: 'edited' as const,
      similarity: 0.9,
    };
    expect(alignParaphrases([COURIER, GAZETTE], [passage])).toEqual([]);
  });

  it('looks only across accounts', () => {
    expect(
      alignParaphrases([account('one', [COURIER.sentences[0]!.text, GAZETTE.sentences[1]!.text])], []),
    ).toEqual([]);
  });
});
