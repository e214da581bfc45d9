/** A small record made by hand: an invented ferry, four accounts of its timetable, one of them a copy. */
import type { Document } from '../../src/model/document.js';
import { Record } from '../../src/model/record.js';
import type { Anchor } from '../../src/model/span.js';

const TEXTS: { readonly [id: string]: string } = {
  beacon:
    'The ferry company plans to cut at least 12 sailings, according to a timetable seen by the Beacon. “We were never asked,” said Mara Lund, who keeps the pier.',
  herald: 'About 12 sailings will be cut, the Beacon reported.',
  gazette:
    'The ferry company plans to cut at least 12 sailings, according to a timetable seen by the Beacon.',
  courier: 'The ferry company will cut 20 sailings. Mara Lund said nobody had been asked.',
};
const DATES: { readonly [id: string]: string | null } = {
  beacon: '2031-02-01',
  herald: '2031-02-02',
  gazette: '2031-02-02',
  courier: null,
};

export interface Changes {
  /** Replaces the text of the beacon's second sentence, the title, and the name of the speaker. */
  readonly hostile?: string;
  readonly unpublished?: string;
}

export function fixture({ hostile, unpublished }: Changes = {}): Record {
  const texts = { ...TEXTS };
  if (hostile !== undefined) texts.beacon = texts.beacon!.replace('We were never asked', hostile);
  const at = (doc: string, exact: string): Anchor => {
    const start = texts[doc]!.indexOf(exact);
    if (start < 0) throw new RangeError(`“${exact}” is not in ${doc}`);
    return { doc, start, end: start + exact.length, exact };
  };
  const quoted = hostile ?? 'We were never asked';
  const documents = Object.entries(texts).map(
    ([id, text]): Document => ({
      id,
      ref: `${id}.txt`,
      sha256: id.padEnd(64, '0'),
      url: hostile === undefined ? `https://${id}.example/ferry` : `javascript:alert("${id}")`,
      outlet: id === 'courier' ? null : `The ${id[0]!.toUpperCase()}${id.slice(1)}`,
      title: hostile ?? 'Ferry cuts',
      byline: hostile ?? null,
      published: DATES[id]!,
      captured: null,
      language: 'en',
      status: id === unpublished ? 'unpublished' : 'published',
      text,
      blocks: [{ start: 0, end: text.length, role: 'body' }],
    }),
  );
  const sentence = at('beacon', TEXTS.beacon!.split('. ')[0]!);
  const copied = at('gazette', sentence.exact);
  const reported = at('herald', texts.herald!);
  const other = at('courier', 'The ferry company will cut 20 sailings.');
  const one = (roots: readonly string[], reason: string) => ({
    min: roots.length,
    max: roots.length,
    roots,
    reason,
  });
  const statement = (
    id: string,
    anchor: Anchor,
    rest: Partial<Record['claims'][number]['statements'][number]>,
  ) => ({
    id,
    anchor,
    focus: [anchor],
    stance: 'asserts' as const,
    attribution: null,
    paths: [],
    roots: [],
    grounds: [],
    sourceless: null,
    contributors: [],
    rule: 'own' as const,
    firstHand: false,
    hedges: [],
    ...rest,
  });
  const source = (id: string, kind: Record['sources'][number]['kind'], name: string, rest: object = {}) => ({
    id,
    kind,
    name,
    aliases: [],
    role: null,
    organisation: null,
    named: true,
    count: null,
    documents: [],
    seenBy: [],
    mentions: [],
    ...rest,
  });
  return Record.parse({
    version: 1,
    generator: { name: 'stemma', version: '0.0.0', tier: 'fast' },
    documents,
    stories: [{ id: 'ferry', title: hostile ?? 'Ferry cuts', documents: Object.keys(texts) }],
    passages: [],
    attributions: [
      {
        id: 'a-1',
        doc: 'beacon',
        form: 'indirect',
        source: [at('beacon', 'a timetable seen by the Beacon')],
        cue: [at('beacon', 'according to')],
        content: [at('beacon', 'The ferry company plans to cut at least 12 sailings')],
        sourceId: 'timetable',
        candidates: [],
        parent: null,
      },
      {
        id: 'a-2',
        doc: 'beacon',
        form: 'direct',
        source: [at('beacon', 'Mara Lund')],
        cue: [at('beacon', 'said')],
        content: [at('beacon', quoted)],
        sourceId: 'lund',
        candidates: [],
        parent: null,
      },
    ],
    figures: [],
    ordinals: [],
    times: [
      { anchor: at('courier', 'will'), type: 'DATE', value: 'XXXX', mod: null, start: null, end: null },
    ],
    places: [],
    lists: [],
    sources: [
      source('timetable', 'document', 'a timetable', {
        named: false,
        seenBy: ['the-beacon'],
        mentions: [at('beacon', 'a timetable seen by the Beacon')],
      }),
      source('lund', 'person', hostile ?? 'Mara Lund', { mentions: [at('beacon', 'Mara Lund')] }),
      source('the-beacon', 'outlet', 'The Beacon', { documents: ['beacon'] }),
    ],
    lineage: {
      nodes: [...Object.keys(texts), 'timetable', 'lund', 'the-beacon'],
      edges: [
        {
          from: 'beacon',
          to: 'gazette',
          relation: 'reprint',
          direction: 'known',
          share: 1,
          evidence: [{ kind: 'time', anchors: [], note: 'published 1 February, the other 2 February' }],
        },
        {
          from: 'beacon',
          to: 'herald',
          relation: 'credit',
          direction: 'known',
          share: 0,
          evidence: [
            { kind: 'report', anchors: [at('herald', 'the Beacon reported')], note: 'credits the Beacon' },
          ],
        },
      ],
      families: [
        {
          id: 'f-1',
          origin: 'beacon',
          members: [
            { doc: 'beacon', role: 'origin' },
            { doc: 'gazette', role: 'shorter' },
          ],
        },
      ],
      reports: [],
    },
    claims: [
      {
        id: 'c-1',
        kind: 'figure',
        title: 'The ferry company plans to cut at least 12 sailings, says a timetable seen by The Beacon',
        story: 'ferry',
        statements: [
          statement('s-1', sentence, {
            attribution: 'a-1',
            rule: 'attributed',
            paths: [['timetable']],
            roots: ['timetable'],
            focus: [at('beacon', 'at least 12 sailings')],
            hedges: [at('beacon', 'at least')],
          }),
          statement('s-2', copied, {
            rule: 'copied',
            paths: [['beacon', 'timetable']],
            roots: ['timetable'],
          }),
          statement('s-3', reported, {
            rule: 'derived',
            paths: [['beacon', 'timetable']],
            roots: ['timetable'],
          }),
        ],
        origins: one(['timetable'], 'Three accounts: all rest on a timetable seen by The Beacon.'),
        alike: [],
        drift: [
          {
            kind: 'hedge',
            from: at('beacon', 'at least'),
            to: at('herald', 'About'),
            note: '“at least” became “about”',
          },
        ],
        conflicts: [
          {
            kind: 'figure',
            note: '“12” against “20” (sailings)',
            sides: [
              { anchors: [sentence], origins: one(['timetable'], 'The timetable.') },
              {
                anchors: [other],
                origins: { min: 0, max: 1, roots: [], reason: 'One account: no source given.' },
              },
            ],
          },
        ],
        possible: [],
      },
      {
        id: 'c-2',
        kind: 'statement',
        title: 'The ferry company will cut 20 sailings, no source given',
        story: 'ferry',
        statements: [statement('s-4', other, {})],
        origins: { min: 0, max: 1, roots: [], reason: 'One account: no source given.' },
        alike: [],
        drift: [],
        conflicts: [],
        possible: [],
      },
    ],
    corrections: [],
    subjects: [
      {
        id: 'pier',
        name: hostile ?? 'The pier',
        kind: 'place',
        aliases: [hostile ?? 'the ferry pier'],
        mentions: [at('beacon', 'pier')],
        claims: ['c-1', 'c-2'],
        sources: [],
        behind: [],
        quotations: [],
        quotationsAbout: ['a-2'],
      },
      {
        id: 'timetable-page',
        name: 'a timetable seen by The Beacon',
        kind: 'document',
        aliases: [],
        mentions: [at('beacon', 'a timetable seen by the Beacon')],
        claims: [],
        sources: ['timetable'],
        behind: ['c-1'],
        quotations: ['a-2'],
        quotationsAbout: [],
      },
    ],
    timeline: [
      {
        start: '2031-02-01',
        end: '2031-02-01',
        precision: 'day',
        open: null,
        claim: 'c-1',
        anchor: sentence,
      },
    ],
    leads: [
      {
        kind: 'obtain-document',
        note: 'Obtain the timetable: only The Beacon is said to have seen it.',
        anchors: [sentence],
        sources: ['timetable'],
      },
    ],
    messages: [
      {
        rule: 'unreadable',
        severity: 'error',
        ref: 'scan.pdf',
        note: 'scan.pdf: .pdf is not read; it was left out',
      },
    ],
  });
}

/** A record of many accounts that all carry one claim, and each one of its own. */
export function manyAccounts(count: number): Record {
  const base = fixture();
  const [claim, lone] = base.claims;
  const documents = Array.from({ length: count }, (_, i) => ({
    ...base.documents[2]!,
    id: `d${i}`,
    ref: `${i}.txt`,
    outlet: `Outlet ${i}`,
  }));
  const moved = (statement: (typeof claim & object)['statements'][number], i: number) => ({
    ...statement,
    id: `s${i}`,
    anchor: { ...statement.anchor, doc: `d${i}` },
    focus: [],
  });
  return {
    ...base,
    documents,
    stories: [{ ...base.stories[0]!, documents: documents.map((d) => d.id) }],
    attributions: [],
    lineage: {
      nodes: [],
      edges: [],
      families: [
        { id: 'f', origin: null, members: documents.map((d) => ({ doc: d.id, role: 'copy' as const })) },
      ],
      reports: [],
    },
    claims: Array.from({ length: count }, (_, n) => ({
      ...claim!,
      id: `c${n}`,
      drift: [],
      conflicts: [],
      statements: documents.slice(0, 40).map((_, i) => moved(claim!.statements[1]!, i)),
    })).concat(
      documents.map((_, i) => ({
        ...lone!,
        id: `l${i}`,
        drift: [],
        conflicts: [],
        statements: [moved(claim!.statements[1]!, i)],
      })),
    ),
    timeline: [],
    leads: [],
  };
}
