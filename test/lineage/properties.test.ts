import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceLineage } from '../../src/lineage/lineage.js';
import type { Passage } from '../../src/model/record.js';
import type { Account, StoryLineage } from '../../src/model/story.js';
import { holds } from '../../src/text/anchors.js';
import { contentId } from '../../src/text/ids.js';
import { account, commonPassages } from './accounts.js';

const SENTENCES = [
  'The port agency plans to send forty inspectors to six harbours along the northern coast in May.',
  'The inspectors will board fishing boats at night and weigh each catch before it can be sold.',
  'Harbour masters said that they had not been asked and had no berths for the launches.',
  'The minister of fisheries signed the order in the capital last week after three years of talks.',
  'Owners who refuse will lose their licences for a year, and some have said they would rather stop.',
  'Two ferries were late on Tuesday because of fog, the operator wrote on its board in the hall.',
];
const OUTLETS = ['Courier', 'Gazette', 'Herald', 'Associated Press'];
const DATES = [null, '2020-03-01', '2020-03-02', '2020-03-02T10:00:00Z', '0001-01-01', '9999-12-31'];

const draft = fc.record({
  lines: fc.uniqueArray(fc.nat(SENTENCES.length - 1), { minLength: 1, maxLength: SENTENCES.length }),
  credit: fc.option(fc.constantFrom(...OUTLETS)),
  wire: fc.boolean(),
  outlet: fc.constantFrom(null, ...OUTLETS),
  published: fc.constantFrom(...DATES),
  people: fc.boolean(),
});
const story = fc.array(draft, { minLength: 1, maxLength: 6 }).map((drafts) =>
  drafts.map((d, at) => {
    const lines = d.lines.map((line) => SENTENCES[line]!);
    if (d.credit !== null) lines.push(`Nobody knows why, <reported:${d.credit}|the ${d.credit} reported>.`);
    if (d.wire) lines.unshift('@dateline <dateline:Associated Press|HARBOUR CITY (AP)> —');
    if (d.people)
      lines.push('It is so, <people:two officials|two officials> and <person:Ines Calder|Ines Calder> said.');
    return account(`d${at}`, lines.join('\n'), { outlet: d.outlet, published: d.published });
  }),
);

/** A lineage that does not depend on the order of keys. */
const plain = (lineage: StoryLineage): string =>
  JSON.stringify(lineage, (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort())
      : value,
  );
const reversed = (passage: Passage): Passage => ({ ...passage, a: passage.b, b: passage.a });

describe('lineage', () => {
  it('does not depend on the order of accounts and passages, nor on their sides', () => {
    fc.assert(
      fc.property(story, (accounts) => {
        const passages = commonPassages(accounts);
        const back = [...passages].reverse().map(reversed);
        expect(plain(traceLineage({ accounts: [...accounts].reverse(), passages: back }))).toBe(
          plain(traceLineage({ accounts, passages })),
        );
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it('anchors hold, nodes exist, shares are parts, families part the documents', () => {
    fc.assert(
      fc.property(story, (accounts) => {
        const lineage = traceLineage({ accounts, passages: commonPassages(accounts) });
        const documents = new Map(accounts.map(({ document }) => [document.id, document]));
        const nodes = new Set([...documents.keys(), ...lineage.sources.map((s) => s.id)]);
        for (const edge of lineage.edges) {
          expect(edge.from).not.toBe(edge.to);
          expect(nodes.has(edge.from) && nodes.has(edge.to)).toBe(true);
          expect(edge.share !== null).toBe(documents.has(edge.from) && documents.has(edge.to));
          expect(edge.evidence.length).toBeGreaterThan(0);
          for (const a of edge.evidence.flatMap((e) => e.anchors))
            expect(holds(documents.get(a.doc)!, a)).toBe(true);
        }
        const members = lineage.families.flatMap((f) => f.members.map((m) => m.doc));
        expect(new Set(members).size).toBe(members.length);
        for (const family of lineage.families) {
          expect(family.origin === null || nodes.has(family.origin)).toBe(true);
          expect(family.members.filter((m) => m.role === 'origin').map((m) => m.doc)).toEqual(
            family.origin !== null && documents.has(family.origin) ? [family.origin] : [],
          );
        }
        for (const { document, analysis } of accounts) {
          expect(lineage.sourceIds[document.id]).toHaveLength(analysis.sources.length);
          expect(lineage.creditIds[document.id]).toHaveLength(analysis.credits.length);
        }
      }),
      { seed: 8, numRuns: 150 },
    );
  });

  it("an undated copy of one document moves no other family's origin", () => {
    fc.assert(
      fc.property(story, fc.nat(5), (accounts, pick) => {
        const model = accounts[pick % accounts.length]!;
        const document = { ...model.document, id: 'zz', ref: 'zz.txt', published: null, outlet: null };
        const copy: Account = { document, analysis: { ...model.analysis, key: 'zz', doc: 'zz' } };
        const before = traceLineage({ accounts, passages: commonPassages(accounts) });
        const with_ = [...accounts, copy];
        const after = traceLineage({ accounts: with_, passages: commonPassages(with_) });
        const untouched = after.families.filter((f) => f.members.every((m) => m.doc !== 'zz'));
        for (const family of untouched) expect(before.families).toContainEqual(family);
      }),
      { seed: 9, numRuns: 100 },
    );
  });

  it('unnamed people of two documents are never one', () => {
    fc.assert(
      fc.property(story, (accounts) => {
        const { sources } = traceLineage({ accounts, passages: commonPassages(accounts) });
        for (const source of sources) {
          if (source.kind === 'people') expect(new Set(source.mentions.map((m) => m.doc)).size).toBe(1);
        }
      }),
      { seed: 10, numRuns: 100 },
    );
  });

  it.each([
    ['with the fullest alone', false],
    ['all pairs of two hundred', true],
  ])('a thousand equal copies, %s, end as one family', (_, all) => {
    const count = all ? 200 : 1000;
    const text = SENTENCES.join('\n');
    const accounts = Array.from({ length: count }, (_, at) =>
      account(`d${String(at).padStart(4, '0')}`, text),
    );
    const side = (doc: Account) => ({
      doc: doc.document.id,
      start: 0,
      end: doc.document.text.length,
      exact: doc.document.text,
    });
    const passages: Passage[] = [];
    for (let i = 0; i < (all ? count : 1); i++) {
      for (let j = i + 1; j < count; j++) {
        const a = side(accounts[i]!);
        const b = side(accounts[j]!);
        passages.push({ id: contentId('p', a.doc, b.doc), a, b, kind: 'verbatim', similarity: 1 });
      }
    }
    const { families, edges } = traceLineage({ accounts, passages });
    expect(families).toHaveLength(1);
    expect(families[0]!.origin).toBeNull();
    expect(edges).toHaveLength(count - 1);
    expect(edges.every((e) => e.direction === 'undetermined')).toBe(true);
  });

  it('a thousand outlets that credit one another terminate', () => {
    const accounts = Array.from({ length: 1000 }, (_, at) =>
      account(`d${at}`, `Forty came, <reported:Paper ${(at + 1) % 1000}|the paper reported>.`, {
        outlet: `Paper ${at}`,
      }),
    );
    expect(traceLineage({ accounts, passages: [] }).edges).toHaveLength(1000);
  });
});
