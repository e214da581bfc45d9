/** A document as it was read beside what is true of it: what the scorers of spans work on. */
import { textDocument } from '../../src/ingest/document.js';
import type { Analysis } from '../../src/model/analysis.js';
import type { Tier } from '../../src/model/settings.js';
import type { Span } from '../../src/model/span.js';
import { readDocument } from '../../src/pipeline.js';
import { tokenize } from '../../src/text/tokens.js';
import { type Data, type Doc, type Gold, ROLES, type Role } from './data.js';

/** Spans into the text, UTF-16 code units. */
export type RoleSpans = { readonly [role in Role]: readonly Span[] };

export interface Judged {
  readonly id: string;
  readonly text: string;
  /** In order. */
  readonly sentences: readonly Span[];
  /** The words and marks of the sentences, in order. */
  readonly tokens: readonly Span[];
  readonly ours: readonly RoleSpans[];
  readonly gold: readonly RoleSpans[];
}

export interface ReadDoc {
  readonly doc: Doc;
  readonly analysis: Analysis;
  readonly gold: readonly Gold[];
}

/** Each document read once. Throws Error where one cannot be, since an empty reading would pass for a poor one. */
export function readAll(data: Data, tier: Tier): readonly ReadDoc[] {
  return data.docs.map((doc) => {
    const analysis = readDocument(
      textDocument(doc.text, { ref: doc.id, published: doc.date }),
      `speech: ${tier}`,
    );
    const failed = analysis.messages.find(({ rule }) => rule === 'analysis-failed');
    if (failed) throw new Error(failed.note);
    return { doc, analysis, gold: data.gold.get(doc.id) ?? [] };
  });
}

export function judged({ doc, analysis, gold }: ReadDoc): Judged {
  return {
    id: doc.id,
    text: doc.text,
    sentences: analysis.sentences,
    tokens: analysis.sentences.flatMap(({ start, end }) => tokenize(doc.text, start, end)),
    ours: analysis.attributions,
    gold: gold.flatMap(spansOf),
  };
}

/** A lone span of a role (riqua) is an attribution with nothing else. */
function spansOf({ kind, role, start, end, ...spans }: Gold): readonly RoleSpans[] {
  const of = (own: Role): readonly Span[] => {
    if (kind === 'attribution') return spans[own] ?? [];
    return kind === 'role_span' && role === own ? [{ start: start!, end: end! }] : [];
  };
  const [source, cue, content] = ROLES.map(of) as [readonly Span[], readonly Span[], readonly Span[]];
  return source.length + cue.length + content.length === 0 ? [] : [{ source, cue, content }];
}
