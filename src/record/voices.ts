/** What a subject says itself: the sources that are it, what stands behind them, and the words in quotation marks. */
import type { Attribution, Claim, Source, Subject } from '../model/record.js';
import type { Anchor } from '../model/span.js';
import { append } from '../text/multimap.js';
import { organisationKey, personKey } from '../text/name-keys.js';
import { encloses } from '../text/spans.js';
import { bareName, type Draft } from './subject-drafts.js';
import { byWeight } from './weight.js';

export type Voice = Pick<Subject, 'sources' | 'behind' | 'quotations' | 'quotationsAbout'>;

/** Kinds of source that a subject of a kind may be: a body that issues a notice is its outlet too. */
const SOURCE_KINDS: { readonly [kind in Subject['kind']]: readonly Source['kind'][] } = {
  person: ['person'],
  organisation: ['organisation', 'outlet'],
  law: ['document'],
  operation: [],
  place: [],
  document: ['document'],
};

export class Voices {
  private readonly sourcesByKey = new Map<string, Source[]>();
  /** Claims by the sources that stand on their paths, with the documents in which they do. */
  private readonly behind = new Map<string, { readonly claim: number; readonly doc: string }[]>();
  private readonly quoted = new Map<string, Attribution[]>();

  constructor(
    private readonly claims: readonly Claim[],
    sources: readonly Source[],
    attributions: readonly Attribution[],
  ) {
    for (const source of sources) {
      if (!source.named) continue;
      for (const kind of Object.keys(SOURCE_KINDS) as Subject['kind'][])
        if (SOURCE_KINDS[kind].includes(source.kind))
          append(this.sourcesByKey, `${kind} ${keyOf(kind, source.name)}`, source);
    }
    claims.forEach(({ statements }, claim) => {
      for (const { stance, paths, anchor } of statements)
        if (stance === 'asserts')
          for (const node of new Set(paths.flat())) append(this.behind, node, { claim, doc: anchor.doc });
    });
    for (const attribution of attributions)
      if (attribution.form !== 'indirect') append(this.quoted, attribution.doc, attribution);
  }

  /** Of a subject with these mentions: two people of one name are told apart by the accounts that name them. */
  of(draft: Draft, mentions: readonly Anchor[]): Voice {
    const { kind } = draft;
    const keys = [...draft.forms.keys()].map((form) => `${kind} ${keyOf(kind, form)}`);
    const found =
      draft.source === null
        ? [...new Set(keys.flatMap((key) => this.sourcesByKey.get(key) ?? []))].map(({ id }) => id)
        : [draft.source];
    const ids = new Set(found);
    const byDocument = new Map<string, Anchor[]>();
    for (const mention of mentions) append(byDocument, mention.doc, mention);
    // A document that was read is cited in other accounts, and its own words need not name it.
    const here = (doc: string): boolean => kind !== 'person' || byDocument.has(doc);
    const behind = found
      .flatMap((id) => this.behind.get(id) ?? [])
      .filter(({ doc }) => here(doc))
      .map(({ claim }) => claim);
    const quoted = [...byDocument].flatMap(([doc, named]) =>
      (this.quoted.get(doc) ?? []).map((attribution) => ({ attribution, named })),
    );
    const own = (attribution: Attribution): boolean =>
      attribution.sourceId !== null && ids.has(attribution.sourceId);
    return {
      sources: found,
      behind: byWeight([...new Set(behind)].sort((x, y) => x - y).map((claim) => this.claims[claim]!)).map(
        ({ id }) => id,
      ),
      quotations: quoted.flatMap(({ attribution }) => (own(attribution) ? [attribution.id] : [])),
      quotationsAbout: quoted.flatMap(({ attribution, named }) =>
        !own(attribution) && attribution.content.some((words) => named.some((name) => encloses(words, name)))
          ? [attribution.id]
          : [],
      ),
    };
  }
}

function keyOf(kind: Subject['kind'], name: string): string {
  switch (kind) {
    case 'person':
      return personKey(name);
    case 'organisation':
      return organisationKey(name);
    default:
      return bareName(name);
  }
}
