import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment } from '../../src/text/blocks.js';
import { parseText } from '../../src/text/parse.js';

const parse = (text: string) => parseText({ text, blocks: segment(text), published: null, outlet: null });
const words = (text: string): string =>
  parse(text)
    .sentences.map((s) => s.tokens.map((t) => t.text).join('|'))
    .join(' ‖ ');

describe('parseText', () => {
  it.each([
    ['It’s the agents’ plan, isn’t it?', 'It|’s|the|agents|’|plan|,|is|n’t|it|?'],
    ["She can't and won't.", "She|ca|n't|and|wo|n't|."],
    ['Sen. Loon (D-Mass.) paid $4.5m, or 60%.', 'Sen.|Loon|(|D-Mass.|)|paid|$|4.5|m|,|or|60|%|.'],
    ['The U.S. e-mail of O’Brien cost 1,000 euros.', 'The|U.S.|e-mail|of|O’Brien|cost|1,000|euros|.'],
    ['A 24-hour count—of 30-year-old crates', 'A|24-hour|count|—|of|30-year-old|crates'],
    ['See https://harbour.example/a?b=c. Then go.', 'See|https://harbour.example/a?b=c|. ‖ Then|go|.'],
    [
      'Write to calder@harbour.example, J. Rook or @rook.',
      'Write|to|calder@harbour.example|,|J.|Rook|or|@rook|.',
    ],
  ])('%s', (text, tokens) => {
    expect(words(text)).toBe(tokens);
  });

  it('tags names, verbs and clitics', () => {
    const [sentence] = parse(
      'Agents told President Calder that it’s late, but Rook’s office wouldn’t go.',
    ).sentences;
    const tags = Object.fromEntries(sentence!.tokens.map((t) => [t.text, `${t.pos} ${t.lemma}`]));
    expect(tags).toMatchObject({
      Agents: 'NOUN agent',
      told: 'VERB tell',
      Calder: 'PROPN calder',
      Rook: 'PROPN rook',
      would: 'AUX would',
      'n’t': 'PART not',
      '.': 'PUNCT .',
    });
  });

  it('leaves out the mark of a list item or heading, and blocks that make no statement', () => {
    const text =
      '# Crates are counted\n\nBy Ines Calder\n\n- forty inspectors came\n- six harbours saw them\n\nNobody was hurt, the office said on Monday.';
    expect(parse(text).sentences.map((s) => text.slice(s.start, s.end))).toEqual([
      'Crates are counted',
      'forty inspectors came',
      'six harbours saw them',
      'Nobody was hurt, the office said on Monday.',
    ]);
  });

  it('round-trips every token of any text, in order, with nothing but white space left out', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            '“It’s',
            'U.S.',
            'naïve',
            'café',
            '\ud83d',
            '\ude00',
            '👩‍👩‍👧',
            '\u0000',
            'שלום',
            'a\u0301',
            '...”',
            'said.',
            '\u00a0',
            '$5m',
            '(D-Mass.)',
            'www.x.y.',
          ),
        )
        .map((w) => w.join(' ')),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const parsed = parseText({
          text: raw,
          blocks: [{ start: 0, end: raw.length, role: 'body' }],
          published: null,
          outlet: null,
        });
        let at = 0;
        for (const sentence of parsed.sentences) {
          for (const token of sentence.tokens) {
            expect(raw.slice(token.start, token.end)).toBe(token.text);
            expect(raw.slice(at, token.start).trim()).toBe('');
            at = token.end;
          }
          expect(sentence.end).toBe(at);
        }
        expect(raw.slice(at).trim()).toBe('');
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it('does not depend on what was parsed before', () => {
    const texts = fc.array(
      fc
        .lorem({ maxCount: 8, mode: 'sentences' })
        .map((s) => `${s} GOP’s "Rook’s e-mail" half-open blorbs'.`),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(texts, (all) => {
        const first = all.map((text) => JSON.stringify(parse(text)));
        const again = [...all]
          .reverse()
          .map((text) => JSON.stringify(parse(text)))
          .reverse();
        expect(again).toEqual(first);
      }),
      { seed: 3, numRuns: 30 },
    );
  });
});
