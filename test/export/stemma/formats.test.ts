import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { toGraphml } from '../../../src/export/graphml.js';
import { toHtml } from '../../../src/export/html.js';
import { toNodeLink } from '../../../src/export/node-link.js';
import { toSvg } from '../../../src/export/svg.js';
import type { Record } from '../../../src/model/record.js';
import { fixture } from '../fixture.js';
import { recordOf } from './invented.js';

const evidence = (note: string) => [{ kind: 'overlap' as const, anchors: [], note }];
const record = recordOf({
  documents: [
    { id: 'ledger', outlet: 'The Ledger', title: 'Ferries to be cut', published: '2031-05-12' },
    { id: 'gazette', outlet: 'The Gazette', published: '2031-05-13' },
    { id: 'pasted' },
  ],
  sources: [{ id: 'memo', name: 'a memo' }],
  edges: [
    { from: 'memo', to: 'ledger', evidence: evidence('the text says who saw it') },
    {
      from: 'ledger',
      to: 'gazette',
      relation: 'reprint',
      share: 0.98,
      evidence: evidence('shares 98 % of its words'),
    },
    { from: 'gazette', to: 'pasted', relation: 'rewrite', share: 0.4, direction: 'undetermined' },
  ],
  families: [
    {
      id: 'f',
      origin: 'ledger',
      members: [
        { doc: 'ledger', role: 'origin' },
        { doc: 'gazette', role: 'copy' },
      ],
    },
  ],
});

const HOSTILE = [
  '<script>alert(1)</script>',
  'a ]]> b',
  'a & b',
  'nul \u0000 and \u0001',
  'lone \ud800',
  '\u202e turned',
  'x'.repeat(10_000),
  '" onload="x',
];

const readBack = (of: Record) => parse(MultiDirectedGraph, toGraphml(of));

describe('GraphML', () => {
  it('is read by others: nodes and edges with all that is known of them', () => {
    const graph = readBack(record);
    expect(graph.nodes()).toEqual(['ledger', 'gazette', 'pasted', 'memo']);
    expect(graph.getNodeAttributes('ledger')).toEqual({
      kind: 'account',
      label: 'The Ledger',
      title: 'Ferries to be cut',
      outlet: 'The Ledger',
      published: '2031-05-12',
      family: 'f',
      role: 'origin',
      story: 'story',
      inCorpus: true,
    });
    expect(graph.getNodeAttributes('memo')).toEqual({
      kind: 'document',
      label: 'a memo',
      story: 'story',
      inCorpus: false,
    });
    expect(graph.edges().map((e) => [graph.source(e), graph.target(e), graph.getEdgeAttributes(e)])).toEqual([
      [
        'ledger',
        'gazette',
        { relation: 'reprint', direction: 'known', share: 0.98, evidence: 'shares 98 % of its words' },
      ],
      ['gazette', 'pasted', { relation: 'rewrite', direction: 'undetermined', share: 0.4, evidence: '' }],
      ['memo', 'ledger', { relation: 'credit', direction: 'known', evidence: 'the text says who saw it' }],
    ]);
  });

  it('says of every edge whether it is directed', () => {
    // Asked of the text, since graphology takes the default of the graph where an edge says "false".
    const edges = [...toGraphml(record).matchAll(/<edge [^>]*source="(\w+)"[^>]*directed="(\w+)"/g)];
    expect(edges.map(([, source, directed]) => [source, directed])).toEqual([
      ['ledger', 'true'],
      ['gazette', 'false'],
      ['memo', 'true'],
    ]);
  });

  it.each(HOSTILE.map((text) => [text.slice(0, 20), text]))('stays a graph with %j in it', (_, text) => {
    const hostile = recordOf({
      documents: [{ id: 'a', outlet: text, title: text }, { id: 'b' }],
      edges: [{ from: 'a', to: 'b', evidence: evidence(text) }],
    });
    const graph = readBack(hostile);
    expect(graph.order).toBe(2);
    expect(graph.size).toBe(1);
    const { label, title } = graph.getNodeAttributes('a');
    expect(label).toBe(
      text
        .replace(/\p{Cc}|\u202e/gu, '')
        .replace(/\s+/g, ' ')
        .replace('\ud800', '\ufffd')
        .trim(),
    );
    expect(title.length).toBeLessThanOrEqual(300);
  });
});

describe('node-link data', () => {
  it('has the names that networkx and D3 read', () => {
    expect(toNodeLink(record)).toMatchObject({
      directed: true,
      multigraph: true,
      graph: { name: 'stemma', stories: [{ id: 'story', title: 'Ferry cuts' }] },
      nodes: [
        { id: 'ledger' },
        { id: 'gazette' },
        { id: 'pasted', outlet: null },
        { id: 'memo', inCorpus: false },
      ],
      edges: [
        { source: 'ledger', target: 'gazette', key: 0, relation: 'reprint', share: 0.98 },
        { source: 'gazette', target: 'pasted', key: 0, direction: 'undetermined' },
        { source: 'memo', target: 'ledger', key: 0, share: null },
      ],
    });
  });
});

describe('the drawing in a file of its own', () => {
  const { document } = parseHTML(toSvg(record));
  const svg = document.querySelector('svg')!;
  it('names and describes itself', () => {
    expect(svg.getAttribute('role')).toBe('img');
    const [title, desc] = svg.getAttribute('aria-labelledby')!.split(' ');
    expect(document.getElementById(title!)!.textContent).toContain('Who has it from whom');
    expect(document.getElementById(desc!)!.textContent).toContain('3 accounts; 2 go back to a memo');
  });
  it('loads nothing, runs nothing and leads nowhere', () => {
    expect(svg.querySelectorAll('a, script, image, use, foreignObject, [style], [href]')).toHaveLength(0);
    expect(toSvg(record)).not.toMatch(/url\(|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
  });
  it('draws the read full, the lost hollow, the undetermined without an arrow', () => {
    expect(svg.querySelectorAll('circle.mark')).toHaveLength(4 + 2);
    expect(svg.querySelectorAll('.row.lost')).toHaveLength(1);
    expect(svg.querySelectorAll('.tie.open')).toHaveLength(1 + 1);
    expect(svg.querySelectorAll('.head')).toHaveLength(2 + 2);
  });
  it('tells all of a mark in its title', () => {
    const titles = [...svg.querySelectorAll('.row > title')].map((t) => t.textContent);
    expect(titles[0]).toBe('A memo, not among what was read. Behind 2 accounts');
    expect(titles[2]).toBe(
      'The Gazette, 13 May 2031. Reprint of The Ledger, 98 % (shares 98 % of its words). 40 % in common with pasted.txt',
    );
  });
});

describe('the drawing in the page', () => {
  const { document } = parseHTML(toHtml(fixture()));
  it('links every account to its entry', () => {
    const links = [...document.querySelectorAll('.drawing a')].map((a) => a.getAttribute('href')!);
    expect(links.sort()).toEqual(['#a1', '#a2', '#a3', '#a4']);
    for (const link of links) expect(document.getElementById(link.slice(1))).not.toBeNull();
  });
  it('scrolls in a box that the keyboard reaches, and has a name', () => {
    const box = document.querySelector('.drawing .scroll')!;
    expect(box.getAttribute('tabindex')).toBe('0');
    expect(document.getElementById(box.getAttribute('aria-labelledby')!)!.textContent).toContain(
      'Who has it from whom',
    );
  });
});

describe('unpublished accounts', () => {
  it.each([
    ['SVG', toSvg],
    ['GraphML', toGraphml],
    ['node-link data', toNodeLink],
  ])('stay out of %s unless asked for', (_, write) => {
    const held = fixture({ unpublished: 'courier' });
    expect(() => write(held)).toThrow(RangeError);
    expect(JSON.stringify(write(held, { includeUnpublished: true }))).toContain('courier');
  });
});

describe('a record without any tie', () => {
  it('is drawn all the same, and one without accounts too', () => {
    expect(toSvg(recordOf({ documents: [{ id: 'one' }] }))).toContain('one.txt');
    expect(toSvg(recordOf({ documents: [], stories: [] }))).toContain('0 accounts');
  });
});
