/** Records of invented accounts: by hand from a few lines, or any number by a seed. */
import type { Document } from '../../../src/model/document.js';
import { Record } from '../../../src/model/record.js';

export type Edge = Record['lineage']['edges'][number];
export type Source = Record['sources'][number];

export interface Given {
  readonly documents: readonly (Partial<Document> & { readonly id: string })[];
  readonly sources?: readonly (Partial<Source> & { readonly id: string })[];
  readonly edges?: readonly (Partial<Edge> & { readonly from: string; readonly to: string })[];
  readonly families?: Record['lineage']['families'];
  readonly stories?: Record['stories'];
  readonly reports?: Record['lineage']['reports'];
}

/** A record with nothing but a lineage. Without stories all accounts are of one. */
export function recordOf({
  documents,
  sources = [],
  edges = [],
  families = [],
  stories,
  reports = [],
}: Given): Record {
  return Record.parse({
    version: 1,
    generator: { name: 'stemma', version: '0.0.0', tier: 'fast' },
    documents: documents.map((d) => ({
      ref: `${d.id}.txt`,
      sha256: d.id.padEnd(64, '0').slice(0, 64),
      url: null,
      outlet: null,
      title: null,
      byline: null,
      published: null,
      language: 'en',
      captured: null,
      status: 'published',
      text: '',
      blocks: [],
      ...d,
    })),
    stories: stories ?? [{ id: 'story', title: 'Ferry cuts', documents: documents.map(({ id }) => id) }],
    passages: [],
    attributions: [],
    figures: [],
    ordinals: [],
    times: [],
    places: [],
    lists: [],
    sources: sources.map((s) => ({
      kind: 'document',
      name: s.id,
      aliases: [],
      role: null,
      organisation: null,
      named: false,
      count: null,
      documents: [],
      seenBy: [],
      mentions: [],
      ...s,
    })),
    lineage: {
      nodes: [...documents, ...sources].map(({ id }) => id),
      edges: edges.map((e) => ({ relation: 'credit', direction: 'known', share: null, evidence: [], ...e })),
      families,
      reports,
    },
    claims: [],
    corrections: [],
    subjects: [],
    timeline: [],
    leads: [],
    messages: [],
  });
}

const PLACES =
  'Harbour Saltmarch Skarvick Morvane Orrelhaven Dunmerrow Tessaquay Pellmouth Grindlehythe Harrowfleet Aldenmoor Westray'.split(
    ' ',
  );
const PAPERS = 'Ledger Argus Packet Chronicle Courier Beacon Post Herald Gazette Mercury Echo Standard'.split(
  ' ',
);
const DAY = 24 * 60 * 60 * 1000;

/** The same numbers from 0 to 1 for one seed (a linear congruential generator). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * News as it spreads: in each story a lost witness or two, a report that has it from there, wire families of different
 * sizes, accounts that credit one of these, a few words in common here and there, and accounts without a tie.
 */
export function invented({
  accounts,
  stories = 1,
  seed = 1,
}: {
  accounts: number;
  stories?: number;
  seed?: number;
}): Record {
  const next = numbers(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!;
  const documents: Partial<Document & { id: string }>[] = [];
  const sources: (Partial<Source> & { id: string })[] = [];
  const edges: (Partial<Edge> & { from: string; to: string })[] = [];
  const families: Record['lineage']['families'][number][] = [];
  const told: Record['stories'][number][] = [];
  for (let s = 0; s < stories; s++) {
    const size = Math.floor(accounts / stories) + (s < accounts % stories ? 1 : 0);
    const start = Date.parse('2031-05-01T06:00:00Z') + s * 2 * DAY;
    const own = Array.from({ length: size }, (_, i) => {
      const id = `d${s}-${String(i).padStart(3, '0')}`;
      const at = new Date(start + Math.floor(next() ** 2 * 9 * DAY)).toISOString().slice(0, 16);
      const document = {
        id,
        outlet: next() < 0.94 ? `The ${pick(PLACES)} ${pick(PAPERS)}` : null,
        title: `Ferry cuts reported along the ${pick(PLACES)} coast`,
        published: next() < 0.95 ? (next() < 0.5 ? at : at.slice(0, 10)) : null,
      };
      return document;
    });
    own.sort((a, b) => ((a.published ?? 'z') < (b.published ?? 'z') ? -1 : 1));
    documents.push(...own);
    told.push({
      id: `story-${s}`,
      title: `Ferry cuts at ${pick(PLACES)}, part ${s + 1}`,
      documents: own.map(({ id }) => id),
    });
    if (size < 2) continue;
    const memo = { id: `memo-${s}`, name: `an internal memo seen by ${own[0]!.outlet ?? 'one account'}` };
    sources.push(memo);
    edges.push({ from: memo.id, to: own[0]!.id });
    const heads = [own[0]!.id];
    let i = 1;
    while (i < size) {
      const part = next();
      const from = pick(heads);
      if (part < 0.12 && size - i > 3) {
        const members = own.slice(
          i,
          i + Math.min(size - i, 3 + Math.floor(next() ** 2 * Math.max(4, size / 4))),
        );
        const origin = members[0]!.id;
        heads.push(origin);
        if (next() < 0.7) edges.push({ from, to: origin });
        const directed = next() < 0.8;
        for (const { id } of members.slice(1)) {
          const share = 0.5 + next() / 2;
          edges.push({
            from: origin,
            to: id,
            relation: share > 0.6 ? 'reprint' : 'rewrite',
            share,
            direction: directed ? 'known' : 'undetermined',
          });
          if (next() < 0.4) edges.push({ from, to: id });
        }
        families.push({
          id: `f-${origin}`,
          origin: directed ? origin : null,
          members: members.map(({ id }) => ({
            doc: id,
            role: directed && id === origin ? 'origin' : next() < 0.8 ? 'copy' : 'shorter',
          })),
        });
        i += members.length;
        continue;
      }
      const { id } = own[i]!;
      if (part < 0.55) edges.push({ from, to: id, share: 0 });
      else if (part < 0.65)
        edges.push({
          from: own[Math.floor(next() * i)]!.id,
          to: id,
          relation: 'quote',
          direction: 'undetermined',
          share: next() / 10,
        });
      else if (part < 0.75) {
        const outlet = {
          id: `o-${id}`,
          kind: 'outlet' as const,
          name: `The ${pick(PLACES)} ${pick(PAPERS)}`,
          named: true,
        };
        sources.push(outlet);
        edges.push({ from: outlet.id, to: id });
      }
      if (part < 0.3 && next() < 0.35) heads.push(id);
      i++;
    }
  }
  return recordOf({ documents: documents as Given['documents'], sources, edges, families, stories: told });
}
