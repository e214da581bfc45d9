/** Whose statement another repeats though nothing in DESIGN §4 hands it down: what drift is measured from. */
import { WE } from '../language/en/sentences.js';
import type { Source } from '../model/record.js';
import type { Descent, StoryAccounts, StoryLineage } from '../model/story.js';
import { organisationKey } from '../text/name-keys.js';
import type { DescentContext } from './context.js';
import { nearest } from './descent.js';
import { attributionOf, type Candidate, wordsIn } from './statements.js';

/**
 * For a statement that is derived from the report of an outlet: of what all that outlet's reports say of it the nearest. For
 * one that descends from none of its claim: the one in the own paper of its source ("the company says", with the
 * company's statement among the documents), else the one of an account that its own is a copy or rewrite of. Null where none is.
 */
export function forebears(
  story: StoryAccounts,
  lineage: StoryLineage,
  context: DescentContext,
): (heir: Candidate, descent: Descent | null, among: readonly Candidate[]) => Candidate | null {
  const sources = new Map(lineage.sources.map((source) => [source.id, source]));
  const issuers = new Map(
    story.accounts.map(({ document }) => [
      document.id,
      [document.outlet, document.byline].flatMap((name) => (name ? [organisationKey(name)] : [])),
    ]),
  );
  const own = (source: Source, doc: string): boolean =>
    source.documents.includes(doc) ||
    [source.name, ...source.aliases, source.organisation ?? '']
      .map(organisationKey)
      .some((key) => issuers.get(doc)!.includes(key));
  /** A report itself rather than its reprints, where it is here. */
  const first = (among: readonly Candidate[], report: string | null): readonly Candidate[] => {
    const name = organisationKey(sources.get(report ?? '')?.name ?? '');
    const originals = among.filter((c) => issuers.get(c.draft.doc)!.includes(name));
    return originals.length > 0 ? originals : among;
  };
  return (heir, descent, among) => {
    const { doc } = heir.draft;
    const earlier = among.filter((c) => c.draft.doc !== doc && context.mayCredit(doc, c.draft.doc));
    if (descent?.rule === 'copied') return among.find((c) => c.draft.id === descent.from) ?? null;
    if (descent)
      return nearest(
        heir,
        first(
          earlier.filter((c) => context.reportOf[c.draft.doc] === descent.report),
          descent.report,
        ),
      );
    const source = heir.speaker === null ? undefined : sources.get(heir.speaker);
    const papers = source ? earlier.filter((c) => own(source, c.draft.doc)) : [];
    if (papers.length > 0) return nearest(heir, papers);
    // "Our shift leader rang them", "its manager rang them, the company says": a body that no name tells, in its one own paper.
    const selves = toldOfSelf(heir, source) ? earlier.filter(inFirstPerson) : [];
    if (new Set(selves.map((c) => c.draft.doc)).size === 1) return nearest(heir, selves);
    for (const { doc: ancestor, direction } of context.ancestors.get(doc) ?? []) {
      if (direction !== 'known') continue;
      const statement = nearest(
        heir,
        earlier.filter((c) => c.draft.doc === ancestor),
      );
      if (statement) return statement;
    }
    return null;
  };
}

const inFirstPerson = ({ draft }: Candidate): boolean =>
  draft.attribution === null && WE.test(draft.anchor.exact);

/** Attributed to a body by a common noun, or to whom a pronoun means. */
function toldOfSelf(heir: Candidate, source: Source | undefined): boolean {
  const [span] = attributionOf(heir)?.source ?? [];
  if (!span || !source) return false;
  const body = !source.named && source.kind !== 'people' && source.kind !== 'document';
  return body || /^(?:they|it)$/i.test(wordsIn(heir, [span]));
}
