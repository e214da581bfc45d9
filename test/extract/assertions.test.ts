import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAssertions } from '../../src/extract/assertions.js';
import type { LocalAttribution } from '../../src/model/analysis.js';
import type { BlockRole } from '../../src/model/document.js';
import type { Span } from '../../src/model/span.js';
import { parseText } from '../../src/text/parse.js';
import { NOTHING } from './facts-helpers.js';

function parse(text: string, role: BlockRole = 'body') {
  return parseText({
    text,
    blocks: [{ start: 0, end: text.length, role }],
    published: null,
    outlet: 'Courier',
  });
}

const at = (text: string, words: string): Span => {
  const start = text.indexOf(words);
  if (start < 0) throw new RangeError(`"${words}" is not in "${text}"`);
  return { start, end: start + words.length };
};

const words = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' … ');

function attribution(
  text: string,
  parts: Partial<Record<'source' | 'cue' | 'content', string>>,
  more = {},
): LocalAttribution {
  const spans = (part?: string) => (part === undefined ? [] : [at(text, part)]);
  return {
    form: 'indirect',
    source: spans(parts.source),
    cue: spans(parts.cue),
    content: spans(parts.content),
    attitude: 'asserts',
    speaker: null,
    candidates: [],
    also: [],
    parent: null,
    medium: null,
    sentences: [0],
    ...more,
  };
}

describe('clauses', () => {
  test.each([
    ['The fleet sailed on Monday.', ['The fleet sailed on Monday']],
    [
      'The work began in May and will run through July.',
      ['The work began in May', 'The work … will run through July'],
    ],
    ['The mayor objected, but the council agreed.', ['The mayor objected', 'the council agreed']],
    [
      'The harbour, which opened in 1990, will close.',
      ['The harbour … which opened in 1990', 'The harbour … will close'],
    ],
    [
      'The harbour, which has been a care of the old board and has lost two piers, will close.',
      [
        'The harbour … which has been a care of the old board',
        'The harbour … has lost two piers',
        'The harbour … will close',
      ],
    ],
    ['Inspectors who work at night were paid more.', ['Inspectors who work at night were paid more']],
    [
      'Boats stayed in port because a storm had broken the pier.',
      ['Boats stayed in port', 'a storm had broken the pier'],
    ],
    ['If the pier is repaired, boats will return.', ['If the pier is repaired, boats will return']],
    ['An order signed by the minister closes the pier.', ['An order signed by the minister closes the pier']],
    ['Of the 33 piers built so far, 11 were closed.', ['Of the 33 piers built so far, 11 were closed']],
    ['Officers sent to the pier are working nights.', ['Officers sent to the pier are working nights']],
    ['The agency inspects and fines boats.', ['The agency inspects and fines boats']],
    ['Did the fleet sail?', []],
    ['Harbour news', []],
  ])('%s', (text, expected) => {
    expect(findAssertions(parse(text), NOTHING).map((a) => words(text, a.focus))).toEqual(expected);
  });
});

test('what is not known to be so does not read by itself: without its frame it says the contrary', () => {
  const text = 'We have no indication that anything has left the site.';
  const unknown = attribution(text, {
    source: 'We',
    cue: 'have no indication',
    content: 'anything has left the site',
  });
  const found = findAssertions(parse(text), { ...NOTHING, attributions: [unknown] });
  expect(found).toMatchObject([{ negated: true, standing: 'part' }]);
});

describe('clauses beside attributions', () => {
  const read = (text: string, ...attributions: LocalAttribution[]) =>
    findAssertions(parse(text), { ...NOTHING, attributions }).map(
      (a) => `${a.attribution ?? 'own'}: ${words(text, a.focus)}`,
    );

  test('what somebody feared, told to say who is quoted, is no claim', () => {
    const text = 'The boats will sail, said one skipper, who feared that his boat would be searched.';
    const said = attribution(text, { source: 'one skipper', cue: 'said', content: 'The boats will sail' });
    const feared = attribution(text, {
      source: 'who',
      cue: 'feared',
      content: 'that his boat would be searched',
    });
    expect(read(text, said, feared)).toEqual(['0: The boats will sail']);
  });

  test('what a thing is known as breaks no clause, since nobody says so', () => {
    const text = 'The bill, known as the Harbour Act, allows fines.';
    const known = attribution(text, { cue: 'known as', content: 'the Harbour Act' }, { attitude: 'reacts' });
    expect(read(text, known)).toEqual(['own: The bill, known as the Harbour Act, allows fines']);
  });

  test('who denies a thing, in one clause, says that there was none', () => {
    const text = 'The board denies any role in the strike.';
    const parts = { source: 'The board', cue: 'denies', content: 'any role in the strike' };
    const denial = attribution(text, parts, { attitude: 'denies' });
    const [found] = findAssertions(parse(text), { ...NOTHING, attributions: [denial] });
    expect([words(text, found!.focus), found!.negated]).toEqual([
      'The board denies any role in the strike',
      true,
    ]);
  });

  test('a relative that a tagger takes for content stays with the clause around it', () => {
    const text = 'The campaign, which the memo calls Clear Mooring, is to begin on Monday.';
    const content = [at(text, 'which'), at(text, 'Clear Mooring, is to begin on Monday')];
    const calls = attribution(text, { source: 'the memo', cue: 'calls' }, { content });
    expect(read(text, calls)).toEqual(['0: Clear Mooring, is to begin on Monday']);
  });
});

describe('how firmly', () => {
  test.each([
    ['The agency inspected the boats.', 'done', false],
    ['The agency is inspecting the boats.', 'done', false],
    ['The boats were not inspected.', 'done', true],
    ['No boat was inspected.', 'done', true],
    ['Nobody had inspected the boats.', 'done', true],
    ['The boats went four years without a service.', 'done', true],
    ['The boats did not go without a service.', 'done', false],
    ['The agency failed to inspect the boats.', 'done', true],
    ['The boats are old.', 'stative', false],
    ['The agency will inspect the boats.', 'future', false],
    ['The agency is going to inspect the boats.', 'future', false],
    ['The agency plans to inspect the boats.', 'planned', false],
    ['The agency is set to inspect the boats.', 'planned', false],
    ['The agency has disclosed its intent to inspect the boats.', 'planned', false],
    ['The agency announced plans to inspect the boats.', 'planned', false],
    ['The agency dropped the plan.', 'done', false],
    ['The inspection is to take place in May.', 'planned', false],
    ['The agency is preparing an inspection.', 'planned', false],
    ['The inspection was expected on Monday.', 'planned', false],
    ['The agency has requested 40 inspectors to check the boats.', 'requested', false],
    ['Inspectors were ordered to check the boats.', 'ordered', false],
    ['The agency may inspect the boats.', 'possible', false],
    ['The agency must inspect the boats.', 'obliged', false],
    ['The boats will sail if the storm passes.', 'conditional', false],
    ['The boats will sail even if the storm does not pass.', 'future', false],
  ])('%s', (text, modality, negated) => {
    const [assertion] = findAssertions(parse(text), NOTHING);
    expect([assertion?.modality, assertion?.negated]).toEqual([modality, negated]);
  });

  test.each([
    ['About 40 boats reportedly left.', ['About', 'reportedly'], true],
    ['The boats spoke about 40 storms.', ['about'], false],
    [
      'At least 40 boats, and up to 60, may leave as soon as May.',
      ['At least', 'up to', 'may', 'as soon as'],
      false,
    ],
    ['The boats were expected to leave.', ['expected to'], true],
    ['The captain spoke about boats in May.', [], false],
  ])('hedges of %s', (text, hedges, agentless) => {
    const assertions = findAssertions(parse(text), NOTHING);
    expect(assertions.flatMap((a) => a.hedges.map((h) => words(text, [h])))).toEqual(hedges);
    expect(assertions.some((a) => a.agentless)).toBe(agentless);
  });

  test.each([
    ['A Courier reporter saw the boats leave.', true],
    ['A Beacon reporter saw the boats leave.', false],
    ['This reporter counted 40 boats.', true],
    ['The captain saw the boats leave.', false],
  ])('witnessed: %s', (text, witnessed) => {
    expect(findAssertions(parse(text), NOTHING)[0]?.witnessed).toBe(witnessed);
  });
});

describe('headlines', () => {
  test.each([
    ['Agency to Send 40 Inspectors to Harbours', 'planned'],
    ['Inspectors sent to harbours', 'done'],
    ['Agency planning harbour inspections', 'planned'],
  ])('%s', (text, modality) => {
    const assertions = findAssertions(parse(text, 'headline'), NOTHING);
    expect(assertions.map((a) => [words(text, a.focus), a.modality])).toEqual([[text, modality]]);
  });
});

describe('what others say', () => {
  const read = (text: string, attributions: LocalAttribution[]) =>
    findAssertions(parse(text), { ...NOTHING, attributions }).map((a) => [
      a.kind,
      words(text, a.focus),
      a.attribution,
      a.aboutSpeech,
    ]);

  test('the frame asserts nothing', () => {
    const text = 'Calder said that the pier will close and that boats must leave, the Courier reported.';
    const said = attribution(
      text,
      { source: 'Calder', cue: 'said', content: 'that the pier will close and that boats must leave' },
      { parent: 1 },
    );
    const reported = attribution(text, {
      source: 'the Courier',
      cue: 'reported',
      content: 'Calder said that the pier will close and that boats must leave',
    });
    expect(read(text, [said, reported])).toEqual([
      ['clause', 'the pier will close', 0, false],
      ['clause', 'boats must leave', 0, false],
    ]);
  });

  test("a source before a relative clause is told of in the account's own voice", () => {
    const text = 'The pier will close, according to a memo, which the minister signed.';
    const memo = attribution(text, { source: 'a memo', cue: 'according to', content: 'The pier will close' });
    expect(read(text, [memo])).toEqual([
      ['clause', 'The pier will close', 0, false],
      ['clause', 'a memo … which the minister signed', null, false],
    ]);
  });

  test('a direct quotation is one assertion a sentence', () => {
    const text = '“The pier is old. It will close,” Calder said.';
    const said = attribution(
      text,
      { source: 'Calder', cue: 'said', content: 'The pier is old. It will close,' },
      { form: 'direct' },
    );
    expect(read(text, [said])).toEqual([
      ['quotation', 'The pier is old', 0, false],
      ['quotation', 'It will close', 0, false],
    ]);
  });

  test('a refusal is about speech', () => {
    const text = 'Calder declined to comment on the plans.';
    const declined = attribution(
      text,
      { source: 'Calder', cue: 'declined to comment' },
      { attitude: 'declines' },
    );
    expect(read(text, [declined])).toEqual([['clause', 'Calder declined to comment on the plans', 0, true]]);
    expect(read(text, [])).toEqual([['clause', 'Calder declined to comment on the plans', null, true]]);
  });

  test('what is asked for is one clause with who asks', () => {
    const text = 'Calder asked the council to repair the pier.';
    const asked = attribution(
      text,
      { source: 'Calder', cue: 'asked', content: 'the council to repair the pier' },
      { attitude: 'asks' },
    );
    expect(read(text, [asked])).toEqual([
      ['clause', 'Calder asked the council to repair the pier', 0, false],
    ]);
  });
});

describe('figures and lists', () => {
  test('a participial phrase with a figure is an assertion of its own', () => {
    const text = 'The agency is checking 10 harbours, sending 40 inspectors to each.';
    const figure = (of: string) => ({
      span: at(text, of),
      kind: 'count' as const,
      normal: null,
      whose: null,
      hedges: [],
      change: null,
      value: 1,
      min: null,
      max: null,
      bound: 'exact' as const,
      unit: '',
      of: '',
      ofSpan: null,
      sentence: 0,
    });
    const assertions = findAssertions(parse(text), { ...NOTHING, figures: [figure('10'), figure('40')] });
    expect(assertions.map((a) => [words(text, a.focus), a.figures])).toEqual([
      ['The agency is checking 10 harbours', [0]],
      ['The agency … sending 40 inspectors to each', [1]],
    ]);
  });

  test('a list is an assertion beside its clause', () => {
    const text = 'The agency checked Aberdeen, Bergen and Calais.';
    const items = ['Aberdeen', 'Bergen', 'Calais'].map((name) => at(text, name));
    const list = {
      span: at(text, 'Aberdeen, Bergen and Calais'),
      items,
      kind: 'place' as const,
      head: '',
      stated: null,
      statedSpan: null,
      open: false,
      sentence: 0,
    };
    const assertions = findAssertions(parse(text), { ...NOTHING, lists: [list] });
    expect(assertions.map((a) => [a.kind, words(text, a.focus), a.list, a.modality])).toEqual([
      ['clause', 'The agency checked Aberdeen, Bergen and Calais', 0, 'done'],
      ['list', 'Aberdeen … Bergen … Calais', 0, 'done'],
    ]);
  });
});

describe('any text', () => {
  const word = fc.constantFrom(
    ...`the a and but or that which who whom of in to , . ; : — - “ ” ‘ ’ " ( ) ? ! if because after as while said says
    will may can was were is has been have not never agents Boston 40 sent sending began went ordered plans requested
    reported 's n't 𝒳 👍 about at least up to where when Calder according`.split(/\s+/),
  );
  test('spans lie inside their sentence, in order, trimmed, and nothing throws', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 60 }),
        fc.array(fc.nat(60), { maxLength: 12 }),
        fc.constantFrom('body', 'headline', 'summary'),
        (list, cuts, role) => {
          const text = list.join(' ');
          const parsed = parse(text, role as BlockRole);
          const starts = [...list.keys()].map((i) => list.slice(0, i).join(' ').length + (i > 0 ? 1 : 0));
          const span = (a: number, b: number): Span[] => {
            const [from, to] = [starts[Math.min(a, b)], starts[Math.max(a, b)]];
            return from === undefined || to === undefined || from >= to ? [] : [{ start: from, end: to }];
          };
          const attributions = [0, 3, 6].map((k) => ({
            ...attribution('', {}),
            form: (['indirect', 'direct', 'mixed'] as const)[k / 3]!,
            source: span(cuts[k] ?? 0, cuts[k + 1] ?? 0),
            cue: span(cuts[k + 1] ?? 0, cuts[k + 2] ?? 0),
            content: span(cuts[k + 2] ?? 0, cuts[k + 3] ?? 0),
          }));
          for (const a of findAssertions(parsed, { ...NOTHING, attributions })) {
            const sentence = parsed.sentences[a.sentence]!;
            expect(a.focus.length).toBeGreaterThan(0);
            let last = sentence.start;
            for (const s of a.focus) {
              expect(s.start).toBeGreaterThanOrEqual(last);
              expect(s.end).toBeGreaterThan(s.start);
              expect(s.end).toBeLessThanOrEqual(sentence.end);
              expect(text.slice(s.start, s.end)).toBe(text.slice(s.start, s.end).trim());
              expect(() => encodeURIComponent(text.slice(s.start, s.end))).not.toThrow();
              last = s.end;
            }
            for (const s of [...a.hedges, a.subject, a.predicate])
              if (s !== null)
                expect(s.start >= sentence.start && s.start < s.end && s.end <= sentence.end).toBe(true);
          }
        },
      ),
      { seed: 7, numRuns: 500 },
    );
  });
});
