import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toGraphml } from '../../../src/export/graphml.js';
import { toHtml } from '../../../src/export/html.js';
import { toNodeLink } from '../../../src/export/node-link.js';
import { drawingOf, MOST_ROWS_IN_ALL, MOST_STORY_ROWS } from '../../../src/export/stemma/drawing.js';
import { MOST_ROWS } from '../../../src/export/stemma/fold.js';
import { type Box, layoutOf } from '../../../src/export/stemma/layout.js';
import { toSvg } from '../../../src/export/svg.js';
import { viewOf } from '../../../src/export/view.js';
import type { Record } from '../../../src/model/record.js';
import { invented, recordOf } from './invented.js';

const SEED = { seed: 20_310_512, numRuns: 150 };

/** Letters that break out of markup, turn text round or may not stand in XML. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    ']]>',
    '&amp;"\' onload=x',
    'nul \u0000 bell \u0007 \ufffe \uffff',
    '\ud800 lone \udc00',
    '\u202e turned \u2066',
    '漢字の新聞 한국일보',
    'x'.repeat(10_000),
    '',
  ),
);

/** Any lineage at all: circles, ties to itself, families across ties, accounts in no story. */
const records: fc.Arbitrary<Record> = fc
  .record({
    accounts: fc.integer({ min: 1, max: 90 }),
    sources: fc.integer({ min: 0, max: 12 }),
    stories: fc.integer({ min: 1, max: 5 }),
  })
  .chain(({ accounts, sources, stories }) => {
    const account = fc.integer({ min: 0, max: accounts - 1 }).map((i) => `d${i}`);
    const node =
      sources === 0
        ? account
        : fc.oneof(
            { weight: 3, arbitrary: account },
            { weight: 1, arbitrary: fc.integer({ min: 0, max: sources - 1 }).map((i) => `s${i}`) },
          );
    return fc
      .record({
        names: fc.array(hostile, { minLength: accounts, maxLength: accounts }),
        dates: fc.array(
          fc.constantFrom(
            null,
            '2031',
            '2031-05',
            '2031-05-12',
            '2031-05-12T10:00Z',
            '2031-06-01T09:30+02:00',
            'soon',
          ),
          { minLength: accounts, maxLength: accounts },
        ),
        homes: fc.array(fc.integer({ min: 0, max: stories }), { minLength: accounts, maxLength: accounts }),
        edges: fc.array(
          fc.record({
            from: node,
            to: node,
            relation: fc.constantFrom('reprint', 'rewrite', 'quote', 'credit', 'follow-up'),
            direction: fc.constantFrom('known', 'undetermined'),
            share: fc.constantFrom(null, 0, 0.05, 0.5, 1),
          }),
          { maxLength: 150 },
        ),
        family: fc.uniqueArray(account, { maxLength: accounts }),
      })
      .map(({ names, dates, homes, edges, family }) => {
        const documents = names.map((outlet, i) => ({
          id: `d${i}`,
          outlet,
          title: outlet,
          published: dates[i]!,
        }));
        return recordOf({
          documents,
          sources: Array.from({ length: sources }, (_, i) => ({
            id: `s${i}`,
            name: names[i % accounts]!,
            documents: i === 3 ? ['d0'] : [],
          })),
          edges,
          families:
            family.length < 2
              ? []
              : [
                  {
                    id: 'f',
                    origin: family[0]!,
                    members: family.map((doc) => ({ doc, role: 'copy' as const })),
                  },
                ],
          stories: Array.from({ length: stories }, (_, s) => ({
            id: `story${s}`,
            title: names[s % accounts]!,
            documents: documents.filter((_, i) => homes[i] === s).map(({ id }) => id),
          })),
        });
      });
  });

const drawingsOf = (record: Record) =>
  drawingOf(viewOf(record)).map((panel) => ({ panel, layout: layoutOf(panel) }));

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe('any record', () => {
  it('shows every account once, by itself or in a fold', () => {
    fc.assert(
      fc.property(records, (record) => {
        const shown = drawingsOf(record).flatMap(({ panel }) =>
          panel.rows.flatMap(({ mark }) => mark.members.map(({ id }) => id)),
        );
        const accounts = shown.filter((id) => id.startsWith('d'));
        expect([...accounts].sort()).toEqual(record.documents.map(({ id }) => id).sort());
      }),
      SEED,
    );
  });

  it('fits: a story into its rows, all stories into theirs', () => {
    fc.assert(
      fc.property(records, (record) => {
        const panels = drawingsOf(record).map(({ panel }) => panel.rows.length);
        for (const rows of panels) expect(rows).toBeLessThanOrEqual(MOST_ROWS + 1);
        expect(panels.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(MOST_ROWS_IN_ALL + MOST_STORY_ROWS + 1);
      }),
      SEED,
    );
  });

  it('keeps labels apart from one another, from marks and from trunks, and inside the drawing', () => {
    fc.assert(
      fc.property(records, (record) => {
        for (const { layout } of drawingsOf(record)) {
          const labels = layout.rows.flatMap(({ name, telling }) => [name, telling]);
          labels.forEach((label, i) => {
            expect(label.x).toBeGreaterThan(0);
            expect(label.x + label.width).toBeLessThanOrEqual(layout.width);
            expect(label.y + label.height).toBeLessThanOrEqual(layout.height + 0.01);
            for (const other of labels.slice(i + 1)) expect(apart(label, other)).toBe(true);
            for (const { x, y, half } of layout.rows)
              expect(apart(label, { x: x - half, y: y - 8, width: 2 * half, height: 16 })).toBe(true);
            for (const { points } of layout.ties) {
              const [top, bottom] = [points.start.y, points.end.y].sort((a, b) => a - b);
              expect(apart(label, { x: points.start.x - 1, y: top!, width: 2, height: bottom! - top! })).toBe(
                true,
              );
            }
          });
          const spots = layout.rows.map(({ x, y }) => `${x} ${y}`);
          expect(new Set(spots).size).toBe(spots.length);
        }
      }),
      SEED,
    );
  });

  it('leads no trunk through another mark', () => {
    fc.assert(
      fc.property(records, (record) => {
        for (const { layout } of drawingsOf(record)) {
          for (const { tie, points } of layout.ties) {
            const [top, bottom] = [points.start.y, points.end.y].sort((a, b) => a - b);
            const hit = layout.rows.filter(
              ({ row, x, y }) =>
                row.mark.id !== tie.from &&
                row.mark.id !== tie.to &&
                x === points.start.x &&
                y > top! &&
                y < bottom!,
            );
            expect(hit).toEqual([]);
          }
        }
      }),
      SEED,
    );
  });

  it('is drawn the same in whatever order the record has its edges, sources and families', () => {
    fc.assert(
      fc.property(records, (record) => {
        const { lineage } = record;
        const turned: Record = {
          ...record,
          documents: [...record.documents].reverse(),
          sources: [...record.sources].reverse(),
          lineage: {
            ...lineage,
            edges: [...lineage.edges].reverse(),
            nodes: [...lineage.nodes].reverse(),
            families: [...lineage.families].reverse(),
          },
        };
        expect(toSvg(turned)).toBe(toSvg(record));
        expect(toGraphml(turned)).toBe(toGraphml(record));
        expect(toNodeLink(turned)).toEqual(toNodeLink(record));
      }),
      { ...SEED, numRuns: 40 },
    );
  });

  it('makes text of what it holds', () => {
    fc.assert(
      fc.property(records, (record) => {
        for (const text of [toSvg(record), toGraphml(record)]) {
          expect(text).not.toMatch(/<script|<!\[CDATA|\]\]>|on\w+="/);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 forbids
          expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
          expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
          expect(() => encodeURIComponent(text)).not.toThrow();
          expect(text).not.toMatch(/NaN|undefined|Infinity/);
        }
      }),
      { ...SEED, numRuns: 60 },
    );
  });
});

describe('large records', () => {
  it.each([
    ['five hundred accounts of one story', { accounts: 500 }],
    ['five hundred accounts of a hundred stories', { accounts: 500, stories: 100 }],
    ['five thousand accounts', { accounts: 5000 }],
  ])('%s stay small', (_, size) => {
    const record = invented(size);
    expect(toSvg(record).length).toBeLessThan(120_000);
    expect(toHtml(record)).toContain('class="stemma-svg"');
  });

  it('is quick for five hundred accounts that all have ties with one another nearby', () => {
    const documents = Array.from({ length: 500 }, (_, i) => ({
      id: `d${String(i).padStart(3, '0')}`,
      outlet: `Paper ${i}`,
      published: '2031-05-12',
    }));
    const edges = documents.flatMap(({ id: to }, i) =>
      documents.slice(Math.max(0, i - 8), i).map(({ id: from }, k) => ({
        from,
        to,
        relation: k % 2 === 0 ? ('reprint' as const) : ('credit' as const),
        share: 0.7,
      })),
    );
    const start = process.hrtime.bigint();
    toSvg(recordOf({ documents, edges }));
    // Well under a second on a machine that does nothing else.
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(1500);
  });
});
