import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, GRAM, mixed, WINDOW } from '../../src/reuse/kernel/fingerprints.js';
import { Uint32List } from '../../src/reuse/kernel/grow.js';
import { group, MOST_PLACES, NO_ENTRY } from '../../src/reuse/kernel/postings.js';
import { tokenise, tokenSink } from '../../src/reuse/kernel/tokens.js';

function tokensOf(text: string, spans = [{ start: 0, end: text.length }]) {
  const sink = tokenSink(true);
  tokenise(text, spans, sink);
  return Array.from({ length: sink.length }, (_, i) => ({
    hash: sink.hashes[i]!,
    exact: text.slice(sink.starts![i]!, sink.ends![i]!),
  }));
}

describe('tokens', () => {
  it.each([
    ['Straße, STRASSE', ['Straße', 'STRASSE']],
    ['café CAFE\u0301', ['café', 'CAFE\u0301']],
    ['co\u00adoperate cooperate', ['co\u00adoperate', 'cooperate']],
    ['Ærø aerø', ['Ærø', 'aerø']],
    ['Ελλάδα ΕΛΛΆΔΑ', ['Ελλάδα', 'ΕΛΛΆΔΑ']],
  ])('folds case and accents: %s', (text, exact) => {
    const tokens = tokensOf(text);
    expect(tokens.map((t) => t.exact)).toEqual(exact);
    expect(tokens[0]!.hash).toBe(tokens[1]!.hash);
  });

  it.each([
    ["don't co-operate, U.S.", ['don', 't', 'co', 'operate', 'U', 'S']],
    ['1,000 @a_b', ['1', '000', 'a_b']],
    ['東京 is タワー', ['東', '京', 'is', 'タ', 'ワ', 'ー']],
    ['हिन्दी में', ['हिन्दी', 'में']],
    ['a😀b \ud800c 𠀀𠀁 𝒜𝒷', ['a', 'b', 'c', '𠀀', '𠀁', '𝒜𝒷']],
    ['', []],
  ])('parts words: %s', (text, exact) => {
    expect(tokensOf(text).map((t) => t.exact)).toEqual(exact);
  });

  it('agrees with the plain reference on any text', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom(' ', '\n', 'é', 'É', 'word', 'Word', "'", 'ß'),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (value) => {
        const expected = reference(value);
        const tokens = tokensOf(value);
        expect(tokens.map((t) => t.exact)).toEqual(expected.map((t) => t.exact));
        const hashOf = new Map<string, number>();
        tokens.forEach(({ hash }, i) => {
          const { folded } = expected[i]!;
          expect(hashOf.get(folded) ?? hash).toBe(hash);
          hashOf.set(folded, hash);
        });
        expect(new Set(hashOf.values()).size).toBe(hashOf.size);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('reads only the spans, each ending a line', () => {
    const sink = tokenSink(false);
    tokenise(
      'one two\n\nthree four five',
      [
        { start: 0, end: 9 },
        { start: 15, end: 24 },
      ],
      sink,
    );
    expect([sink.length, [...sink.lineEnds.subarray(0, sink.lines)]]).toEqual([4, [2, 4]]);
  });
});

/** Only for Latin text: other scripts fold by tables that the rows above check. */
function reference(text: string): { exact: string; folded: string }[] {
  const ignorable =
    '\\u0300-\\u036f\\u0591-\\u05c7\\u064b-\\u065f\\u0670\\u00ad\\u200b-\\u200d\\u2060\\ufeff\\u0640';
  const unsegmented =
    '\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}';
  const letter = `(?![${ignorable}${unsegmented}])[\\p{L}\\p{N}\\p{M}_]`;
  const pattern = new RegExp(
    `(?=[${unsegmented}])[\\p{L}\\p{N}\\p{M}_]|${letter}(?:${letter}|[${ignorable}])*`,
    'gu',
  );
  return [...text.matchAll(pattern)].map(([exact]) => ({ exact, folded: foldedOf(exact, ignorable) }));
}

function foldedOf(word: string, ignorable: string): string {
  const several = {
    ß: 'ss',
    ẞ: 'ss',
    æ: 'ae',
    Æ: 'ae',
    œ: 'oe',
    Œ: 'oe',
    ﬀ: 'ff',
    ﬁ: 'fi',
    ﬂ: 'fl',
    ﬃ: 'ffi',
    ﬄ: 'ffl',
  };
  let out = '';
  for (const character of word.replace(new RegExp(`[${ignorable}]`, 'gu'), '')) {
    if (character.length > 1) out += character;
    else if (character in several) out += several[character as keyof typeof several];
    else {
      const base = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      const lower = base.length === 1 ? base : character.toLowerCase();
      out += lower.length === 1 ? lower : character;
    }
  }
  return out;
}

describe('fingerprints', () => {
  it('agree with winnowing as it is defined', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 60 }), (list) => {
        const tokens = Uint32Array.from(list);
        const hashes = new Uint32List();
        const positions = new Uint32List();
        fingerprint(tokens, 0, tokens.length, hashes, positions);
        const found = [...positions.values.subarray(0, positions.length)];

        const grams = Array.from({ length: Math.max(0, list.length - GRAM + 1) }, (_, g) => {
          let sum = 0;
          for (let k = 0; k < GRAM; k++) sum = (Math.imul(sum, 0x01000193) + list[g + k]!) | 0;
          return mixed(sum);
        });
        const expected = new Set<number>();
        for (let from = 0; from === 0 || from + WINDOW <= grams.length; from++) {
          const window = grams.slice(from, from + WINDOW);
          if (window.length > 0) expected.add(from + window.lastIndexOf(Math.min(...window)));
        }
        expect(found).toEqual([...expected]);
        expect([...hashes.values.subarray(0, hashes.length)]).toEqual(found.map((g) => grams[g]));
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});

describe('postings', () => {
  it('group the hashes that two documents have, each document a few times', () => {
    const hash = fc.oneof(fc.nat(8), fc.nat(0xffffffff));
    fc.assert(
      fc.property(fc.array(fc.array(hash, { maxLength: 12 }), { maxLength: 6 }), (documents) => {
        const flat = documents.flatMap((list, doc) => list.map((h, position) => ({ h, doc, position })));
        const column = (pick: (f: (typeof flat)[number]) => number) => Uint32Array.from(flat.map(pick));
        const found = group(
          column((f) => f.h),
          column((f) => f.position),
          column((f) => f.doc),
          flat.length,
        );

        const kept = flat.filter(({ h, doc }, i) => {
          const before = flat.slice(0, i).filter((f) => f.h === h && f.doc === doc).length;
          return before < MOST_PLACES && flat.some((f) => f.h === h && f.doc !== doc);
        });
        const expected = [...kept].sort((a, b) => a.h - b.h);
        expect(
          Array.from({ length: found.length }, (_, i) => [
            found.hashes[i],
            found.docs[i],
            found.positions[i],
          ]),
        ).toEqual(expected.map((f) => [f.h, f.doc, f.position]));
        flat.forEach((f, i) => {
          const at = expected.indexOf(f);
          expect(found.entryOf[i]).toBe(at < 0 ? NO_ENTRY : at);
        });
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
