import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/model/record.js';
import { findPassages } from '../../src/reuse/passages.js';
import { commonRuns, document, word, words, written } from './invented.js';

const RUN = 'the harbour office said it would open three more berths before winter';
const both = (a: string, b: string) => findPassages([document('a', a), document('b', b)]).passages;
const texts = (passages: readonly Passage[]) => passages.map((p) => [p.a.exact, p.b.exact]);

/** Words of no other text here. */
const other = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`).join(' ');

describe('what is found', () => {
  const edited = RUN.replace('three more', 'four new');
  const long = `${RUN} and that every ferry of the northern line would call there twice a day`;
  it.each([
    [
      'exact run in other text',
      `In Elm, ${RUN}; who knows?`,
      `"${RUN.toUpperCase()}", we wrote`,
      [[RUN, RUN.toUpperCase()]],
    ],
    ['quote marks', `so “${long}”`, `thus '${long}'`, [[long, long]]],
    [
      'accents',
      `a ${RUN.replace('harbour', 'hárbour')} b`,
      `c ${RUN} d`,
      [[RUN.replace('harbour', 'hárbour'), RUN]],
    ],
    [
      'a word replaced',
      `x ${long} y`,
      `z ${long.replace('ferry', 'boat')} w`,
      [[long, long.replace('ferry', 'boat')]],
    ],
    [
      'words dropped',
      `x ${long} y`,
      `z ${long.replace('of the northern line ', '')} w`,
      [[long, long.replace('of the northern line ', '')]],
    ],
    [
      'hyphenation',
      `x ${long.replace('northern', 'north-ern')} y`,
      `z ${long} w`,
      [[long.replace('northern', 'north-ern'), long]],
    ],
    ['eleven words alone', `x ${RUN.slice(4)} y`, `z ${RUN.slice(4)} w`, []],
    ['few words, edited', `x ${RUN} y`, `z ${edited} w`, []],
  ])('%s', (_, a, b, expected) => {
    expect(texts(both(a, b))).toEqual(expected);
  });

  it('tells verbatim from edited', () => {
    expect(both(`x ${long}`, `y ${long}`)[0]).toMatchObject({ kind: 'verbatim', similarity: 1 });
    const [passage] = both(`x ${long}`, `y ${long.replace('ferry', 'boat')}`);
    expect(passage).toMatchObject({ kind: 'edited' });
    expect(passage!.similarity).toBeCloseTo(1 - 1 / long.split(' ').length);
  });

  it.each([
    [
      'Greek',
      'Ο δήμαρχος ανακοίνωσε χθες ότι το λιμάνι θα ανοίξει ξανά την άνοιξη μετά από τρία χρόνια εργασιών',
      ['άνοιξη', 'ΆΝΟΙΞΗ'],
    ],
    [
      'Cyrillic',
      'Мэр города вчера объявил что порт снова откроется весной после трёх лет ремонта и долгих споров',
      ['трёх', 'трех'],
    ],
    [
      'Arabic',
      'أعلن رئيس البلدية أمس أن الميناء سيفتح من جديد في الربيع بعد ثلاث سنوات من أعمال الترميم الطويلة',
      ['الربيع', 'الرَّبيع'],
    ],
    [
      'Hindi',
      'महापौर ने कल घोषणा की कि बंदरगाह तीन साल की मरम्मत के बाद वसंत में फिर से खुलेगा और नावें लौटेंगी',
      ['बाद', 'बाद'],
    ],
    ['Chinese', '市长昨天宣布港口在三年维修之后将于春天重新开放所有渡轮都会回来', ['春天', '春天']],
    ['Japanese', '市長は昨日、三年の修理を経て港が春に再び開くと発表しフェリーも戻ると述べた', ['港', '港']],
    ['Thai', 'นายกเทศมนตรีประกาศเมื่อวานว่าท่าเรือจะเปิดอีกครั้งในฤดูใบไม้ผลิหลังซ่อมสามปี', ['ท่าเรือ', 'ท่าเรือ']],
  ])('%s', (_, sentence, [word, variant]) => {
    const copy = sentence.replace(word!, variant!);
    expect(texts(both(`abc «${sentence}». def`, `ghi: ${copy}! jkl`))).toEqual([[sentence, copy]]);
  });

  it('gives reordered paragraphs as several passages', () => {
    const [one, two] = [other('p', 30), other('q', 30)];
    expect(texts(both(`${one}\n\n${two}`, `${two}\n\n${one}`))).toEqual([
      [one, one],
      [two, two],
    ]);
  });

  it('leaves out blocks that are no text of the article', () => {
    const line = `${RUN} all rights`;
    const text = `${other('a', 20)}\n${line}`;
    const credited = {
      ...document('a', text),
      blocks: [
        { start: 0, end: text.indexOf('\n'), role: 'body' as const },
        { start: text.indexOf('\n') + 1, end: text.length, role: 'copyright' as const },
      ],
    };
    expect(findPassages([credited, document('b', `${other('b', 20)}\n${line}`)]).passages).toEqual([]);
  });

  it('bad options are told', () => {
    expect(() => findPassages([], { minWords: 1 })).toThrow(RangeError);
  });
});

describe('invariants', () => {
  /** Two texts that share a stretch, edited word by word. */
  const pair = fc
    .record({
      shared: words(10, 60),
      before: words(0, 20),
      after: words(0, 20),
      edits: fc.array(fc.tuple(fc.nat(59), fc.constantFrom('drop', 'add', 'replace'), word), {
        maxLength: 6,
      }),
    })
    .chain(({ shared, before, after, edits }) => {
      const copy: string[][] = shared.map((w) => [w]);
      for (const [at, edit, w] of edits) {
        if (at < copy.length) copy[at] = edit === 'drop' ? [] : edit === 'add' ? [w, ...copy[at]!] : [w];
      }
      return fc.tuple(written([...before, ...shared]), written([...copy.flat(), ...after]));
    });

  it('every common run of twelve words lies in a passage, and offsets hold', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const passages = both(a, b);
        for (const p of passages) {
          expect(a.slice(p.a.start, p.a.end)).toBe(p.a.exact);
          expect(b.slice(p.b.start, p.b.end)).toBe(p.b.exact);
          expect(p.a.exact + p.b.exact).not.toMatch(/^\W|\W$/);
          expect(p.kind === 'verbatim').toBe(p.similarity === 1);
        }
        for (const run of commonRuns(a, b, 12)) {
          expect(
            passages.some(
              (p) =>
                p.a.start <= run.a.start &&
                p.a.end >= run.a.end &&
                p.b.start <= run.b.start &&
                p.b.end >= run.b.end,
            ),
          ).toBe(true);
        }
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  it('the order of documents only swaps sides', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const spans = (passages: readonly Passage[], first: 'a' | 'b', second: 'a' | 'b') =>
          passages
            .map((p) =>
              JSON.stringify([p[first].start, p[first].end, p[second].start, p[second].end, p.similarity]),
            )
            .sort();
        expect(spans(both(a, b), 'a', 'b')).toEqual(spans(both(b, a), 'b', 'a'));
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('boilerplate', () => {
  const notice = 'Write to our newsroom or sign up for the weekly letter, free of charge, on our page';
  const article = (i: number) => `${other(`w${i}x`, 60)}\n\n${notice}`;

  it('is told per outlet, and makes no passage', () => {
    const { passages, boilerplate } = findPassages(
      [1, 2, 3].map((i) => document(`d${i}`, article(i), 'Courier')),
    );
    expect(passages).toEqual([]);
    expect(boilerplate.map((b) => [b.doc, b.exact])).toEqual([1, 2, 3].map((i) => [`d${i}`, notice]));
  });

  it('does not hide copies, nor a reprint elsewhere', () => {
    const copies = findPassages([1, 1, 1].map((n, i) => document(`d${i}`, `${article(n)} ${i}`, 'Courier')));
    expect(copies.boilerplate).toEqual([]);
    expect(copies.passages).toHaveLength(3);

    const reprint = findPassages([
      ...[1, 2, 3].map((i) => document(`d${i}`, article(i), 'Courier')),
      document('r', article(2), 'Gazette'),
    ]);
    expect(reprint.passages.map((p) => [p.a.doc, p.b.doc, p.a.exact])).toEqual([['d2', 'r', article(2)]]);
  });

  it('two outlets that print the same notice share no text', () => {
    const { passages } = findPassages(
      [1, 2, 3, 4, 5, 6].map((i) => document(`d${i}`, article(i), i < 4 ? 'Courier' : 'Gazette')),
    );
    expect(passages).toEqual([]);
  });

  it('is not made of background that speaks of the story', () => {
    const background = other('s', 20);
    const follow = (i: number) => `${other(`w${i}x`, 60)} ${background}\n\n${background}`;
    const { boilerplate } = findPassages([1, 2, 3].map((i) => document(`d${i}`, follow(i), 'Courier')));
    expect(boilerplate).toEqual([]);
  });
});

describe('large families and repetitive text', () => {
  const wire = other('f', 80);
  it('a family of a thousand is found whole, each member with the fullest', () => {
    const family = Array.from({ length: 1000 }, (_, i) =>
      document(`d${i}`, `${other(`h${i}x`, i === 7 ? 30 : 5)} ${wire}`),
    );
    const { passages } = findPassages(family);
    expect(passages).toHaveLength(999);
    expect(passages.every((p) => p.a.doc === 'd7' || p.b.doc === 'd7')).toBe(true);
  });
  it('all pairs where asked for', () => {
    const family = Array.from({ length: 25 }, (_, i) => document(`d${i}`, `${other(`h${i}x`, 5)} ${wire}`));
    expect(findPassages(family, { pairs: 'all' }).passages).toHaveLength((25 * 24) / 2);
    expect(findPassages(family).passages).toHaveLength(24);
  });
  it('copies of repetitive text are found whole', () => {
    const chorus = `${other('c', 7)}\n`.repeat(5000);
    expect(texts(both(`${chorus}end`, `${chorus}close`))).toEqual([[chorus.trim(), chorus.trim()]]);
  });
  it('a word said fifty thousand times ends', () => {
    const drone = 'om '.repeat(50_000);
    expect(both(`${drone}${RUN}`, `${drone}${RUN} x`).some((p) => p.a.exact.includes(RUN))).toBe(true);
  });
});
