/** Whose report each document is (DESIGN §4), and what in the document says so. */
import type { Credit } from '../model/analysis.js';
import type { Evidence } from '../model/record.js';
import type { Account } from '../model/story.js';
import { anchor } from '../text/anchors.js';
import { compareStrings } from '../text/order.js';
import { agencyInPath } from './outlets.js';
import type { JoinedSources } from './sources.js';

/** What one document says of outlets. All ids are source ids of kind outlet. */
export interface Report {
  /** The outlet or agency whose report the text is; null where nothing tells. */
  readonly of: string | null;
  /** The outlet that published it, as metadata or the URL's host tell; null where unknown. */
  readonly own: string | null;
  /** Makers from outside that a dateline, byline, credit or copyright line names, with those lines. */
  readonly makers: ReadonlyMap<string, readonly Evidence[]>;
  /** Outlets credited in the text for what it tells (reported, told, seen, link), with the words. */
  readonly credited: ReadonlyMap<string, readonly Evidence[]>;
}

/** Lines of the page that name the maker of the text, the firmest first. */
const LINES = ['dateline', 'credit-line', 'byline', 'copyright'] as const;
type Line = (typeof LINES)[number];

const isLine = (kind: Credit['kind']): kind is Line => (LINES as readonly string[]).includes(kind);

export function reports(accounts: readonly Account[], joined: JoinedSources): Map<string, Report> {
  return new Map(accounts.map((account) => [account.document.id, report(account, joined)]));
}

function report(account: Account, joined: JoinedSources): Report {
  const { document, analysis } = account;
  const own = joined.outlets.ownOf(document.id);
  const lines = new Map<string, Evidence[]>();
  const rank = new Map<string, number>();
  const credited = new Map<string, Evidence[]>();
  const heard = new Set<string>();
  const passedOn = new Set<string>();
  analysis.credits.forEach((credit, index) => {
    const id = joined.creditIds[document.id]![index]!;
    const { kind } = credit;
    if (kind === 'contributed') return;
    if (isLine(kind)) {
      push(lines, id, { kind, anchors: [anchor(document, credit.span)], note: NOTES[kind] });
      rank.set(id, Math.min(rank.get(id) ?? LINES.length, LINES.indexOf(kind)));
      return;
    }
    if (kind === 'told' || kind === 'seen') heard.add(id);
    else passedOn.add(id);
    push(credited, id, {
      kind: kind === 'told' || kind === 'seen' ? 'told' : kind === 'link' ? 'link' : 'report',
      anchors: [anchor(document, credit.span)],
      note: NOTES[kind],
    });
  });
  // A page's own dateline, byline or copyright line adds nothing to who published it.
  const makers = new Map([...lines].filter(([id]) => id !== own));
  if (own === null && makers.size > 1) {
    // Where nobody knows the publisher, a copyright line beside a firmer line is the publisher's.
    for (const id of [...makers.keys()]) if (rank.get(id) === LINES.indexOf('copyright')) makers.delete(id);
  }
  const named = agencyInPath(document.url);
  const path = named === null ? null : joined.outlets.idOf(named, document.id);
  if (path !== null && path !== own && !makers.has(path)) {
    makers.set(path, [{ kind: 'credit-line', anchors: [], note: 'the path of its URL names the agency' }]);
  }
  const maker = [...makers.keys()].sort(
    (a, b) =>
      Number(joined.outlets.isAgency(b)) - Number(joined.outlets.isAgency(a)) ||
      (rank.get(a) ?? LINES.length) - (rank.get(b) ?? LINES.length) ||
      compareStrings(a, b),
  )[0];
  // "told the Courier" shows the Courier's own text only where nothing else tells whose it is, and names one outlet.
  const hearing = [...heard].filter((id) => !passedOn.has(id));
  const of = maker ?? own ?? (hearing.length === 1 ? hearing[0]! : null);
  if (own !== null) credited.delete(own);
  return { of, own, makers, credited };
}

const NOTES: { readonly [kind in Exclude<Credit['kind'], 'contributed'>]: string } = {
  dateline: 'the dateline names the outlet',
  byline: 'the byline names the outlet',
  'credit-line': 'a credit line names the outlet',
  copyright: 'the copyright line names the outlet',
  told: 'the text says that the outlet was told',
  seen: 'the text says that the outlet saw it',
  reported: 'the text credits the outlet',
  link: 'the text links to the outlet',
};

function push(map: Map<string, Evidence[]>, id: string, evidence: Evidence): void {
  const known = map.get(id);
  if (known) known.push(evidence);
  else map.set(id, [evidence]);
}
