import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAttributions } from '../../src/extract/attributions.js';
import { findNames } from '../../src/extract/names/names.js';
import type { Span } from '../../src/model/span.js';
import { segment } from '../../src/text/blocks.js';
import { parseText } from '../../src/text/parse.js';

const PIECES = [
  'President Trump',
  'Ines Calder',
  ', who authorized Operation Palladium,',
  ', the harbour master,',
  'said',
  'said Thursday that',
  'told the Courier',
  'according to',
  'per',
  ', per a court ruling',
  'an internal memo seen by the Harbour Courier',
  'the memo',
  'which',
  'it',
  'she',
  'two officials',
  'the Harbour Safety Act',
  'Under',
  'a letter dated 9 May',
  'signed by sixty engineers',
  'released a statement saying',
  'in a statement on Monday',
  '“We will wait,”',
  '“',
  '”',
  "'",
  ',',
  '.',
  ':',
  '(',
  ')',
  '—',
  'that',
  'and',
  'as',
  'the docks would close',
  'plans to send',
  'called it a lie',
  'declined to comment',
  '12',
  '\n\n',
];

describe('spans of any text', () => {
  test('none is empty or turned round, and each lies in the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            { weight: 12, arbitrary: fc.constantFrom(...PIECES) },
            { weight: 1, arbitrary: fc.string() },
          ),
          {
            maxLength: 30,
          },
        ),
        (pieces) => {
          const text = pieces.join(' ');
          const parsed = parseText({
            text,
            blocks: segment(text),
            published: '2031-05-14',
            outlet: 'The Harbour Courier',
          });
          const { sources, attributions, credits } = findAttributions(parsed, findNames(parsed));
          const spans: readonly Span[] = [
            ...sources.flatMap((s) => s.mentions),
            ...attributions.flatMap((a) => [...a.source, ...a.cue, ...a.content]),
            ...credits.flatMap((c) => [c.span, c.outletSpan]),
          ];
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          for (const source of sources) expect(source.name.trim()).not.toBe('');
          for (const a of attributions)
            for (const index of [a.speaker, a.medium, ...a.also, ...a.candidates])
              if (index !== null) expect(sources[index]).toBeDefined();
          for (const c of credits) {
            if (c.sentence !== null)
              expect(parsed.sentences[c.sentence]!.start).toBeLessThanOrEqual(c.outletSpan.start);
          }
        },
      ),
      { numRuns: 600, seed: 4 },
    );
  });
});
