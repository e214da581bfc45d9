/** Who speaks, where a user knows better. */
import { type Amendments, type SpeakerAmendment, saidOf } from '../model/amendments.js';
import type { LocalAttribution, LocalSource } from '../model/analysis.js';
import type { Account } from '../model/story.js';
import { attributionId, sha256 } from '../text/ids.js';

/**
 * The account with the speakers of its attributions as said; what is said last counts. The analysis has another key then,
 * so that what was made of it is known apart.
 */
export function amendSpeakers({ document, analysis }: Account, amendments: Amendments): Account {
  const said = new Map(
    saidOf(amendments, 'speaker').flatMap((amendment) =>
      amendment.doc === document.id ? [[amendment.attribution, amendment] as const] : [],
    ),
  );
  if (said.size === 0) return { document, analysis };
  const sources = [...analysis.sources];
  const attributions = analysis.attributions.map((found): LocalAttribution => {
    const { name, kind } = said.get(attributionId(document.id, found)) ?? {};
    if (name === undefined || kind === undefined) return found;
    const nobody = { ...found, speaker: null, also: [], candidates: [] };
    if (name === null) return nobody;
    const known = sources.findIndex((source) => isCalled(source, name));
    const speaker = known < 0 ? sources.push(newSource({ name, kind }, found)) - 1 : known;
    return { ...nobody, speaker };
  });
  return {
    document,
    analysis: {
      ...analysis,
      key: sha256(JSON.stringify([analysis.key, [...said.values()].map(({ by, at, ...words }) => words)])),
      sources,
      attributions,
    },
  };
}

const isCalled = ({ named, name, aliases }: LocalSource, wanted: string): boolean =>
  named && [name, ...aliases].some((one) => one.toLowerCase() === wanted.toLowerCase());

const newSource = (
  { name, kind }: { readonly name: string; readonly kind: SpeakerAmendment['kind'] },
  { source }: LocalAttribution,
): LocalSource => ({
  kind,
  name,
  aliases: [],
  role: null,
  organisation: null,
  named: true,
  count: null,
  mentions: source,
  document: null,
});
