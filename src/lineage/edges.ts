/** Edges of the stemma: text taken over, reports credited, makers that lines name, documents that were seen. */
import type { Edge, Evidence, Family, Source } from '../model/record.js';
import { compareStrings } from '../text/order.js';
import { earlier, type Witness, wordsFor } from './direction.js';
import { type Branch, fullestOf } from './families.js';
import type { Body, Overlap } from './overlap.js';
import type { JoinedSources } from './sources.js';

/** Part of the descendant's words from which taking over is a reprint, a rewrite; below, an excerpt or a mere credit. */
const REPRINT_SHARE = 0.6;
const EXCERPT_SHARE = 0.3;
/** A document that credits an outlet with many reports in the story gets edges from the nearest in time of these only. */
const MAX_CREDITED_REPORTS = 8;
/** Anchors shown of an overlap: the longest passages. */
const MAX_ANCHORS = 3;

export type Witnesses = ReadonlyMap<string, Witness>;

/** Evidence of a common text, in neutral words. `from` is null where it is not known who has it from whom. */
function overlapEvidence(
  overlap: Overlap,
  to: string,
  share: number,
  words: readonly Evidence[],
): Evidence[] {
  const longest = [...overlap.passages]
    .sort((x, y) => y.a.end - y.a.start - (x.a.end - x.a.start) || x.a.start - y.a.start)
    .slice(0, MAX_ANCHORS);
  const credit = words.some((e) => e.kind !== 'time') ? '' : '; no credit found in this copy';
  const evidence: Evidence[] = [
    {
      kind: 'overlap',
      anchors: longest.flatMap((p) => (to === p.a.doc ? [p.b, p.a] : [p.a, p.b])),
      note: `shares ${Math.round(share * 100)} % of its words${credit}`,
    },
  ];
  if (overlap.paraphrases > 0) {
    const times = overlap.paraphrases === 1 ? 'one passage' : `${overlap.paraphrases} passages`;
    evidence.push({ kind: 'overlap', anchors: [], note: `says the same in other words in ${times}` });
  }
  return evidence;
}

/** Part of the words of a shorter document that lie in a longer one, from which the longer is said to contain it. */
const CONTAINED = 0.95;

/** The edge of a pair that shares text; `more` is what further evidence there is. */
export function textEdge(
  { overlap, direction }: Branch,
  bodies: ReadonlyMap<string, Body>,
  witnesses: Witnesses,
  more: readonly Evidence[] = [],
): Edge {
  const [from, to] = direction.ancestor === 'b' ? [overlap.b, overlap.a] : [overlap.a, overlap.b];
  const partA = overlap.wordsA / Math.max(1, bodies.get(overlap.a)!.words);
  const partB = overlap.wordsB / Math.max(1, bodies.get(overlap.b)!.words);
  const share = Math.min(1, to === overlap.a ? partA : partB);
  // Where nobody knows which one took it over, the larger part tells how near they are.
  const weight = direction.ancestor === null ? Math.max(partA, partB) : share;
  const own = witnesses.get(from)!.report.own;
  const update =
    own !== null &&
    own === witnesses.get(to)!.report.own &&
    earlier(witnesses.get(from)!.account, witnesses.get(to)!.account) === 'a';
  const credited = direction.by === 'words';
  const relation = update
    ? 'follow-up'
    : weight >= REPRINT_SHARE
      ? 'reprint'
      : weight >= EXCERPT_SHARE
        ? 'rewrite'
        : credited
          ? 'credit'
          : 'quote';
  const evidence = [...overlapEvidence(overlap, to, share, direction.evidence), ...direction.evidence];
  const longer = bodies.get(overlap.a)!.words >= bodies.get(overlap.b)!.words ? 'a' : 'b';
  if ((longer === 'a' ? partB : partA) >= CONTAINED && (longer === 'a' ? partA : partB) < CONTAINED) {
    evidence.push({
      kind: 'containment',
      anchors: [],
      note: 'the longer text contains the shorter; either may be the earlier',
    });
  }
  return {
    from,
    to,
    relation,
    direction: direction.ancestor === null ? 'undetermined' : 'known',
    share,
    evidence: [...evidence, ...more],
  };
}

/** From the outlets and agencies that a document's lines name as its maker, or whose report it shows itself to be. */
export function makerEdges(docs: readonly string[], witnesses: Witnesses): Edge[] {
  return docs.flatMap((doc) => {
    const { makers, own, of, credited } = witnesses.get(doc)!.report;
    const edges = [...makers].map(
      ([from, evidence]): Edge => ({
        from,
        to: doc,
        relation: 'reprint',
        direction: 'known',
        share: null,
        evidence,
      }),
    );
    if (edges.length === 0 && own === null && of !== null) {
      edges.push({
        from: of,
        to: doc,
        relation: 'credit',
        direction: 'known',
        share: null,
        evidence: credited.get(of) ?? [],
      });
    }
    return edges;
  });
}

/**
 * Credits: from the credited outlet's reports in the story, or from the outlet itself where none is there. Of a family
 * of its reports the one with which the text is shared, else the origin, else the fullest.
 */
export function creditEdges(
  docs: readonly string[],
  witnesses: Witnesses,
  families: readonly Family[],
  bodies: ReadonlyMap<string, Body>,
  textEdges: readonly Edge[],
): Edge[] {
  const order = new Map(docs.map((doc, at) => [doc, at]));
  const reports = reportsByOutlet(docs, witnesses);
  const familyOf = new Map(
    families.flatMap((family) => family.members.map(({ doc }) => [doc, family] as const)),
  );
  const fullest = new Map(
    families.map(({ id, members, origin }) => [
      id,
      members.some(({ doc }) => doc === origin)
        ? origin!
        : fullestOf(
            members.map(({ doc }) => doc),
            bodies,
          ),
    ]),
  );
  const shared = new Map<string, Set<string>>(docs.map((doc) => [doc, new Set<string>()]));
  for (const { from, to } of textEdges) {
    shared.get(from)!.add(to);
    shared.get(to)!.add(from);
  }
  /** One report of each family, and every lone one. */
  const representatives = new Map<string, string[]>();
  for (const [outlet, list] of reports) {
    const seen = new Set<string>();
    representatives.set(
      outlet,
      list.flatMap((report) => {
        const family = familyOf.get(report);
        if (!family) return [report];
        if (seen.has(family.id)) return [];
        seen.add(family.id);
        const chosen = fullest.get(family.id)!;
        return [list.includes(chosen) ? chosen : report];
      }),
    );
  }
  const edges: Edge[] = [];
  for (const doc of docs) {
    const { credited, of, own } = witnesses.get(doc)!.report;
    for (const [outlet, evidence] of credited) {
      if (outlet === own || outlet === of) continue;
      const near = [...shared.get(doc)!].filter((other) => witnesses.get(other)!.report.of === outlet);
      const known =
        near.length > 0 ? near : (representatives.get(outlet) ?? []).filter((report) => report !== doc);
      const before = known.filter(
        (report) => earlier(witnesses.get(doc)!.account, witnesses.get(report)!.account) !== 'a',
      );
      for (const from of before.slice(-MAX_CREDITED_REPORTS)) {
        // An earlier account cannot mean this one: it credits another report of the outlet.
        const tooEarly = earlier(witnesses.get(from)!.account, witnesses.get(doc)!.account) === 'a';
        const back = tooEarly ? [] : wordsFor(witnesses.get(from)!, witnesses.get(doc)!);
        const mutual = back.length > 0;
        if (mutual && order.get(from)! > order.get(doc)!) continue;
        const direction = mutual ? 'undetermined' : 'known';
        edges.push({
          from,
          to: doc,
          relation: 'credit',
          direction,
          share: 0,
          evidence: [...evidence, ...back],
        });
      }
      if (before.length === 0) {
        edges.push({ from: outlet, to: doc, relation: 'credit', direction: 'known', share: null, evidence });
      }
    }
    for (const [from, evidence] of witnesses.get(doc)!.cites) {
      edges.push({ from, to: doc, relation: 'credit', direction: 'known', share: 0, evidence: [evidence] });
    }
  }
  return edges;
}

/** An outlet's reports in the record's order: its own documents where there are any, else all that have its text. */
function reportsByOutlet(docs: readonly string[], witnesses: Witnesses): Map<string, string[]> {
  const all = new Map<string, string[]>();
  const own = new Map<string, string[]>();
  for (const doc of docs) {
    const { report } = witnesses.get(doc)!;
    if (report.of === null) continue;
    for (const map of report.own === report.of ? [all, own] : [all]) {
      const known = map.get(report.of);
      if (known) known.push(doc);
      else map.set(report.of, [doc]);
    }
  }
  return new Map([...all, ...own]);
}

/** A document that nobody but these outlets had in hand leads to their reports, or to the outlet where none is there. */
export function witnessEdges(docs: readonly string[], witnesses: Witnesses, joined: JoinedSources): Edge[] {
  const order = new Map(docs.map((doc, at) => [doc, at]));
  return joined.sources.flatMap((source: Source) => {
    if (source.kind !== 'document' || source.documents.length > 0 || source.seenBy.length === 0) return [];
    const mentioning = new Map<string, Evidence>();
    for (const mention of source.mentions) {
      if (!mentioning.has(mention.doc)) {
        mentioning.set(mention.doc, { kind: 'told', anchors: [mention], note: 'the text says who saw it' });
      }
    }
    return source.seenBy.flatMap((outlet): Edge[] => {
      const reports = [...mentioning].filter(([doc]) => witnesses.get(doc)!.report.of === outlet);
      const targets = reports.length > 0 ? reports : [[outlet, [...mentioning.values()][0]] as const];
      return targets
        .map(
          ([to, evidence]): Edge => ({
            from: source.id,
            to,
            relation: 'credit',
            direction: 'known',
            share: null,
            evidence: evidence ? [evidence] : [],
          }),
        )
        .sort((x, y) => (order.get(x.to) ?? 0) - (order.get(y.to) ?? 0));
    });
  });
}

/** One edge a pair and relation, between a pair of documents one edge alone; a shared text stands before a credit. */
export function unite(edges: readonly Edge[], order: ReadonlyMap<string, number>): Edge[] {
  const byPair = new Map<string, Edge>();
  for (const edge of edges) {
    if (edge.from === edge.to) continue;
    const between = order.has(edge.from) && order.has(edge.to);
    const [one, two] =
      between && order.get(edge.from)! > order.get(edge.to)! ? [edge.to, edge.from] : [edge.from, edge.to];
    const key = JSON.stringify([one, two]);
    const known = byPair.get(key);
    if (!known) {
      byPair.set(key, edge);
      continue;
    }
    const seen = new Set(known.evidence.map((e) => JSON.stringify(e)));
    byPair.set(key, {
      ...known,
      evidence: [...known.evidence, ...edge.evidence.filter((e) => !seen.has(JSON.stringify(e)))],
    });
  }
  const at = (node: string): number => order.get(node) ?? order.size;
  return [...byPair.values()].sort(
    (x, y) =>
      at(x.to) - at(y.to) ||
      compareStrings(x.to, y.to) ||
      at(x.from) - at(y.from) ||
      compareStrings(x.from, y.from) ||
      compareStrings(x.relation, y.relation),
  );
}
