import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Aligner, FIELDS } from '../../src/reuse/kernel/align.js';
import { Uint32List } from '../../src/reuse/kernel/grow.js';
import { mixed } from '../../src/reuse/kernel/hash.js';
import { readLayout } from '../../src/reuse/kernel/layout.js';
import { evidenceOf, PairSearch, SharedByDocument } from '../../src/reuse/kernel/pairs.js';
import {
  FIRST,
  Gathered,
  Grouper,
  LONG,
  MOST_COMMON,
  MOST_PLACES,
  mostEntries,
  NO_ENTRY,
  PLACE,
  QUIET,
} from '../../src/reuse/kernel/postings.js';
import { GRAM, SeedSink, SURE_RUN, seedsOf } from '../../src/reuse/kernel/seeds.js';
import { Sides } from '../../src/reuse/kernel/sides.js';
import { TokenSink, tokenise } from '../../src/reuse/kernel/tokens.js';
import { mayMatch } from '../../src/reuse/kernel/vicinity.js';

function tokensOf(text: string, spans = [{ start: 0, end: text.length }]) {
  const sink = new TokenSink();
  tokenise(text, spans, sink);
  const starts = new Uint32Array(sink.length);
  const ends = new Uint32Array(sink.length);
  readLayout(sink.layout, sink.markList, 0, 0, sink.length, starts, ends);
  return Array.from({ length: sink.length }, (_, i) => ({
    hash: sink.tokens[i]!,
    exact: text.slice(starts[i]!, ends[i]!),
  }));
}

describe('tokens', () => {
  it.each([
    ['Straße, STRASSE', ['Straße', 'STRASSE']],
    ['café CAFE\u0301', ['café', 'CAFE\u0301']],
    ['co\u00adoperate cooperate', ['co\u00adoperate', 'cooperate']],
    ['Ærø aerø', ['Ærø', 'aerø']],
    ['Ελλάδα ΕΛΛΆΔΑ', ['Ελλάδα', 'ΕΛΛΆΔΑ']],
    ['Ёлка ёлка', ['Ёлка', 'ёлка']],
    ['كِتاب كتاب', ['كِتاب', 'كتاب']],
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
    ['ภาษา', ['ภ', 'า', 'ษ', 'า']],
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
          fc.constantFrom(' ', '\n', 'é', 'É', 'word', 'Word', "'", 'ß', 'w'.repeat(40), ' '.repeat(300)),
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
        // 16 bits: a chance meeting of two of a few words is possible, of many not.
        expect(new Set(hashOf.values()).size).toBeGreaterThanOrEqual(hashOf.size - 1);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('reads a text of any length as one', () => {
    for (const words of [
      ['αβγ', 'de-f', '東'],
      ['x'.repeat(20_000), 'y'],
    ]) {
      const text = Array.from({ length: 60_000 / words.join('').length + 9 }, () => words.join(' ')).join(
        ' ',
      );
      const exact = tokensOf(text).map((t) => t.exact);
      expect(exact.join(' ')).toBe(text.replaceAll('-', ' '));
    }
  });

  it('reads only the spans, each ending a line', () => {
    const sink = new TokenSink();
    const spans = [
      { start: 0, end: 9 },
      { start: 15, end: 24 },
    ];
    tokenise('one two\n\nthree four five', spans, sink);
    expect([sink.length, [...sink.lineEnds.subarray(0, sink.lines)]]).toEqual([4, [2, 4]]);
    tokenise('four FIVE', [{ start: 0, end: 9 }], sink);
    expect(sink.lines).toBe(3);
    expect(sink.lineHashes[1]).not.toBe(sink.lineHashes[0]);
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

describe('layout', () => {
  it('gives back gaps and lengths of any size', () => {
    const number = fc.oneof(fc.nat(20), fc.nat(20_000));
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { maxLength: 100 }), (words) => {
        const spans: [number, number][] = [];
        let text = '';
        for (const [gap, more] of words) {
          const start = text.length + gap + 1;
          text += `${' '.repeat(gap + 1)}${'x'.repeat(more + 1)}`;
          spans.push([start, text.length]);
        }
        const sink = new TokenSink();
        tokenise(text, [{ start: 0, end: text.length }], sink);
        expect(sink.length).toBe(words.length);
        const starts = new Uint32Array(sink.length);
        const ends = new Uint32Array(sink.length);
        readLayout(sink.layout, sink.markList, 0, 0, sink.length, starts, ends);
        expect(spans.map((_, t) => [starts[t], ends[t]])).toEqual(spans);
        // From any mark on, too.
        if (sink.length > 70) {
          const [from, to] = [new Uint32Array(sink.length), new Uint32Array(sink.length)];
          readLayout(sink.layout, sink.markList, 0, 70, sink.length, from, to);
          expect([from[70], to[70]]).toEqual(spans[70]);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('seeds', () => {
  const seedsIn = (
    list: readonly number[],
    every = false,
    range?: { bits: number; from: number; to: number },
  ) => {
    const sink = new SeedSink();
    seedsOf(Uint16Array.from(list), 0, list.length, every, sink, range);
    return Array.from({ length: sink.length }, (_, i) => ({ hash: sink.hashes[i]!, place: sink.places[i]! }));
  };
  const tokens = fc.array(fc.oneof(fc.nat(5), fc.nat(0xffff)), { maxLength: 60 });

  it('are the grams whose least token is first or last', () => {
    fc.assert(
      fc.property(tokens, (list) => {
        const expected = list.flatMap((_, place) => {
          const gram = list.slice(place, place + GRAM);
          const least = Math.min(...gram);
          return gram.length === GRAM && (gram[0] === least || gram.at(-1) === least) ? [place] : [];
        });
        expect(seedsIn(list).map(({ place }) => place)).toEqual(expected);
        expect(seedsIn(list, true).length).toBe(Math.max(0, list.length - GRAM + 1));
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('have one hash for one gram, in any text, and the parts of the hashes make the whole', () => {
    fc.assert(
      fc.property(tokens, tokens, (before, after) => {
        const gram = [7, 9, 11, 8];
        const found = seedsIn([...before, ...gram, ...after]).find(({ place }) => place === before.length);
        expect(found?.hash).toBe(seedsIn(gram)[0]!.hash);
        const parts = [0, 1, 2, 3].flatMap((from) => seedsIn(after, false, { bits: 2, from, to: from + 1 }));
        expect(parts.sort((a, b) => a.place - b.place)).toEqual(seedsIn(after));
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('stand three times in every run that must be found', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { minLength: SURE_RUN, maxLength: SURE_RUN }), (run) => {
        expect(seedsIn(run).length).toBeGreaterThanOrEqual(3);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

/** Groups as the postings have them, by plain lists. */
function grouped(
  seeds: readonly { hash: number; doc: number; place: number }[],
  long: (i: number) => number,
) {
  const gathered = new Gathered();
  gathered.reserve(seeds.length);
  gathered.length = seeds.length;
  seeds.forEach(({ hash, doc, place }, i) => {
    gathered.hashes[i] = hash;
    gathered.docs[i] = doc;
    gathered.places[i] = place;
  });
  const grouper = new Grouper();
  const entries = new Uint32Array(2 * mostEntries(seeds.length) + 2);
  grouper.group(gathered, { longHash: long, firstNew: 0 }, entries, 1);
  const groups: { doc: number; place: number }[][] = [];
  for (let e = 1; e < entries.length / 2; e++) {
    const flags = entries[2 * e + 1]!;
    if ((flags & FIRST) !== 0) groups.push([]);
    else if (flags === 0 && entries[2 * e] === 0) break;
    groups.at(-1)?.push({ doc: entries[2 * e]!, place: flags & PLACE });
  }
  return { groups, entries, grouper };
}

describe('postings', () => {
  it('group the hashes that two documents have, each document a few times', () => {
    const hash = fc.oneof(fc.nat(8), fc.nat(0xffffffff));
    fc.assert(
      fc.property(fc.array(fc.array(hash, { maxLength: 12 }), { maxLength: 6 }), (documents) => {
        const seeds = documents.flatMap((list, doc) => list.map((h, i) => ({ hash: h, doc, place: i + 1 })));
        const kept = seeds.filter(({ hash: h, doc }, i) => {
          const before = seeds.slice(0, i).filter((f) => f.hash === h && f.doc === doc).length;
          return before < MOST_PLACES && seeds.some((f) => f.hash === h && f.doc !== doc);
        });
        const expected = [...new Set(kept.map((s) => s.hash))]
          .sort((a, b) => a - b)
          .map((h) => kept.filter((s) => s.hash === h).map(({ doc, place }) => ({ doc, place })));
        const { groups, entries, grouper } = grouped(seeds, () => 0);
        expect(groups).toEqual(expected);
        seeds.forEach((seed, i) => {
          const entry = grouper.entryOf[i]!;
          if (entry === NO_ENTRY) return;
          expect([entries[2 * entry], entries[2 * entry + 1]! & PLACE]).toEqual([seed.doc, seed.place]);
        });
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('part a common hash by its longer gram, after its first entries', () => {
    const seeds = Array.from({ length: MOST_COMMON + 6 }, (_, doc) => ({ hash: 5, doc, place: 1 }));
    const { groups, grouper } = grouped(seeds, (i) => i % 3);
    expect(groups.map((group) => group.length)).toEqual([16, 24, 23, 23]);
    expect([...grouper.common.values.subarray(0, grouper.common.length)]).toEqual([1]);
    expect(groups[1]!.map(({ doc }) => doc % 3)).toEqual(Array(24).fill(0));
  });

  it('leave out hashes that only repeated lines have, and most of the others there', () => {
    const quiet = Array.from({ length: 40 }, (_, doc) => ({ hash: 5, doc, place: (1 | QUIET) >>> 0 }));
    expect(grouped(quiet, () => 0).groups).toEqual([]);
    expect(grouped([...quiet, { hash: 5, doc: 40, place: 1 }], () => 0).groups[0]).toHaveLength(17);
  });
});

describe('pairs', () => {
  const seed = fc.record({ other: fc.nat(3), place: fc.nat(40), otherPlace: fc.nat(40), long: fc.boolean() });

  it('are judged as by plain lists', () => {
    fc.assert(
      fc.property(fc.array(seed, { maxLength: 30 }), (seeds) => {
        const shared = new SharedByDocument();
        shared.open(10, 2);
        for (const { other, place, otherPlace, long } of seeds)
          shared.add(11, place, Uint32Array.of(other, otherPlace), 0, 1, long ? LONG : 0);
        shared.sort();
        const found: [number, string, number][] = [];
        new PairSearch().judge(shared, 1, (doc, evidence, { count }) => found.push([doc, evidence, count]));
        const expected = [0, 1, 2, 3].flatMap((other) => {
          const own = seeds.filter((s) => s.other === other);
          const agree = own.some((p) =>
            own.some(
              (q) =>
                p.place < q.place &&
                p.otherPlace < q.otherPlace &&
                Math.abs(q.place - p.place - (q.otherPlace - p.otherPlace)) <= 12,
            ),
          );
          const evidence = agree ? 'agreeing' : own.some((p) => p.long) ? 'lone' : 'none';
          return evidence === 'none' ? [] : [[other, evidence, own.length] as [number, string, number]];
        });
        expect(found).toEqual(expected);
      }),
      { seed: 8, numRuns: 400 },
    );
  });

  it('a lengthened seed alone waits for an exact run', () => {
    const seeds = (other: number) => ({
      count: 1,
      places: Uint32Array.of(3),
      otherPlaces: Uint32Array.of(other),
    });
    expect(evidenceOf(seeds(9))).toBe('none');
    expect(evidenceOf(seeds((9 | LONG) >>> 0))).toBe('lone');
  });
});

describe('a glance around a seed', () => {
  const sidesOf = (x: readonly number[], y: readonly number[]) => {
    const sides = new Sides();
    const text = (tokens: readonly number[]) => ({
      tokens: Uint16Array.from(tokens),
      from: 0,
      to: tokens.length,
      lineEnds: new Uint32Array(0),
      quiet: null,
    });
    sides.setFirst(text(x));
    sides.setSecond(text(y));
    return sides;
  };
  const at = (place: number, otherPlace: number, count = 1) => ({
    count,
    places: Uint32Array.of(place),
    otherPlaces: Uint32Array.of(otherPlace),
  });
  const text = fc.array(fc.nat(30), { minLength: 4, maxLength: 60 });

  it('counts the words in common within twelve words', () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.nat(60),
        fc.nat(60),
        fc.integer({ min: 1, max: 28 }),
        (x, y, i, k, least) => {
          const [place, otherPlace] = [i % (x.length - 3), k % (y.length - 3)];
          const around = (list: readonly number[], from: number) =>
            list.slice(Math.max(0, from - 12), from + 16);
          const other = new Set(around(y, otherPlace));
          const common = around(x, place).filter((token) => other.has(token)).length;
          expect(mayMatch(sidesOf(x, y), at(place, otherPlace), least)).toBe(common >= least);
        },
      ),
      { seed: 11, numRuns: 600 },
    );
  });

  it('lets every common run of twelve pass, whichever of its seeds is shared', () => {
    const run = Array.from({ length: 12 }, (_, i) => 1000 + i);
    for (let seed = 0; seed + GRAM <= run.length; seed++) {
      const sides = sidesOf([1, 2, 3, ...run, 4, 5], [...run, 9]);
      expect(mayMatch(sides, at(3 + seed, seed), 12)).toBe(true);
      expect(mayMatch(sides, at(3 + seed, seed), 13)).toBe(false);
    }
  });

  it('looks at no pair with many seeds', () => {
    expect(mayMatch(sidesOf([1, 2, 3, 4], [5, 6, 7, 8]), at(0, 0, 5), 12)).toBe(true);
  });
});

describe('alignment', () => {
  const acceptance = { run: 12, matched: 14, density: 0.4 };
  const token = fc.nat(400);
  const edit = fc.tuple(fc.nat(79), fc.constantFrom('drop', 'add', 'replace'), token);
  /** A text, and one that has a part of it edited in a text of its own. */
  const pair = fc
    .tuple(
      fc.array(token, { minLength: 20, maxLength: 80 }),
      fc.array(edit, { maxLength: 12 }),
      fc.array(token, { maxLength: 30 }),
      fc.array(token, { maxLength: 30 }),
    )
    .map(([shared, edits, before, after]) => {
      const copy: number[][] = shared.map((t) => [t]);
      for (const [at, kind, t] of edits)
        if (at < copy.length) copy[at] = kind === 'drop' ? [] : kind === 'add' ? [t, ...copy[at]!] : [t];
      return [
        Uint16Array.from([...before, ...shared]),
        Uint16Array.from([...copy.flat(), ...after]),
      ] as const;
    });

  const textOf = (tokens: Uint16Array) => ({
    tokens,
    from: 0,
    to: tokens.length,
    lineEnds: Uint32Array.of(tokens.length),
    quiet: null,
  });
  const align = (x: Uint16Array, y: Uint16Array) => {
    const aligner = new Aligner(acceptance);
    const rows = new Uint32List();
    aligner.load(textOf(x));
    aligner.align(textOf(y), rows);
    return Array.from({ length: rows.length / FIELDS }, (_, r) => [
      ...rows.values.subarray(r * FIELDS, r * FIELDS + FIELDS),
    ]);
  };

  it('matches no more than the longest common subsequence, and ends at matching tokens', () => {
    fc.assert(
      fc.property(pair, ([x, y]) => {
        for (const [startX, endX, startY, endY, matched, longest] of align(x, y)) {
          expect(x[startX!]).toBe(y[startY!]);
          expect(x[endX! - 1]).toBe(y[endY! - 1]);
          expect(matched).toBeLessThanOrEqual(
            commonTokens(x.subarray(startX, endX), y.subarray(startY, endY)),
          );
          expect(matched).toBeGreaterThanOrEqual(longest!);
          expect(longest! >= 12 || matched! >= 12).toBe(true);
        }
      }),
      { seed: 9, numRuns: 400 },
    );
  });

  it('is the same from either side, and finds every long run', () => {
    fc.assert(
      fc.property(pair, ([x, y]) => {
        const rows = align(x, y);
        const turned = align(y, x).map(([a, b, c, d, m, l]) => [c, d, a, b, m, l]);
        expect(turned).toEqual(rows);
        for (let i = 0; i + 12 <= x.length; i++) {
          for (let k = 0; k + 12 <= y.length; k++) {
            if (!x.subarray(i, i + 12).every((t, n) => t === y[k + n])) continue;
            expect(rows.some(([a, b, c, d]) => a! <= i && i + 12 <= b! && c! <= k && k + 12 <= d!)).toBe(
              true,
            );
          }
        }
      }),
      { seed: 10, numRuns: 300 },
    );
  });
});

/** Length of the longest common subsequence. */
function commonTokens(x: Uint16Array, y: Uint16Array): number {
  let row = new Array<number>(y.length + 1).fill(0);
  for (const token of x) {
    const next = [0];
    for (let k = 0; k < y.length; k++)
      next.push(token === y[k] ? row[k]! + 1 : Math.max(row[k + 1]!, next[k]!));
    row = next;
  }
  return row[y.length]!;
}

it('hashes are spread', () => {
  const buckets = new Uint32Array(16);
  for (let i = 0; i < 16_000; i++) buckets[mixed(i) >>> 28]!++;
  expect(Math.min(...buckets)).toBeGreaterThan(800);
});
