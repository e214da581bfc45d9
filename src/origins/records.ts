/** Documents on which a statement rests though the sentence attributes nothing to them: read, written in, on record. */
import { DOCUMENT_SPEAKS, LAW_SAYS, SECTION, UNDER_SECTION } from '../language/en/documents.js';
import { REQUESTS } from '../language/en/modality.js';
import { SELF } from '../language/en/sentences.js';
import type { Assertion, LocalSource } from '../model/analysis.js';
import type { Span } from '../model/span.js';
import type { DraftStatement } from '../model/story.js';
import { encloses } from '../text/spans.js';
import { bareName, type StoryView } from './story.js';

/**
 * What the account read, where someone is cited through a document that was not made public (an e-mail): "X said in a
 * statement" is X, but what stands in a leaked memo is the memo. A letter in the corpus is itself.
 */
export function readIn(doc: string, medium: number | null, view: StoryView): string | null {
  if (medium === null) return null;
  const source = view.sourceId(doc, medium);
  const [read] = view.source(source)?.documents ?? [];
  if (read !== undefined) {
    // A letter speaks for itself; a press notice is its issuer, and whom it quotes is himself.
    return view.voiceOf(read).id === source ? source : null;
  }
  const traits = view.account(doc).analysis.sources[medium]!.document;
  return traits === null || traits.madePublic || traits.publicRecord ? null : source;
}

/**
 * Whose words a statement tells though nothing is cited, or null: somebody asks ("has asked the board to wait"), in a
 * document or not, or a document speaks itself ("the e-mail, which called the plan Tern").
 */
export function writtenIn(statement: DraftStatement, view: StoryView): string | null {
  const { document, analysis } = view.account(statement.doc);
  const { focus } = analysis.assertions[statement.assertion]!;
  const request = analysis.attributions.find(
    ({ medium, cue, attitude }) =>
      cue.some((c) => focus.some((f) => encloses(f, c))) &&
      (medium !== null ||
        (attitude === 'intends' && cue.some((c) => REQUESTS.test(document.text.slice(c.start, c.end))))),
  );
  if (request !== undefined) {
    const read = readIn(statement.doc, request.medium, view);
    // "We ask you to wait": the account itself asks.
    if (request.speaker !== null && SELF.test(analysis.sources[request.speaker]!.name)) return read;
    return read ?? (request.speaker === null ? null : view.sourceId(statement.doc, request.speaker));
  }
  const [opens, ...rest] = focus;
  if (opens === undefined) return null;
  const speaks = (mention: Span): boolean =>
    mention.start <= opens.start &&
    opens.start < mention.end &&
    DOCUMENT_SPEAKS.test(
      [{ ...opens, start: Math.min(mention.end, opens.end) }, ...rest]
        .map(({ start, end }) => document.text.slice(start, end))
        .join(' '),
    );
  const speaker = analysis.sources.findIndex(
    ({ kind, mentions }) => kind === 'document' && mentions.some(speaks),
  );
  return speaker < 0 ? null : readIn(statement.doc, speaker, view);
}

/** The record on which what somebody decides or what the sentence itself names stands (a law, a vote, a docket, a register), or null. */
export function publicRecord(statement: DraftStatement, view: StoryView): string | null {
  const act = view.actOf(statement.doc, statement.assertion);
  if (act != null) return act;
  const {
    analysis,
    document: { text },
  } = view.account(statement.doc);
  const own = analysis.assertions[statement.assertion]!;
  const sentence = analysis.sentences[own.sentence]!;
  const named = ({ document, mentions }: LocalSource): readonly Span[] =>
    document?.publicRecord === true ? mentions.filter((m) => encloses(sentence, m)) : [];
  if (!analysis.sources.some((source) => named(source).length > 0)) {
    const laws = analysis.sources.flatMap(({ document }, at) => (document?.type === 'law' ? [at] : []));
    const opens = own.focus[0] === undefined ? '' : text.slice(own.focus[0].start, own.focus[0].end);
    const says =
      UNDER_SECTION.test(opens) || (SECTION.test(opens) && LAW_SAYS.test(opens.replace(SECTION, '')));
    return laws.length === 1 && says ? view.sourceId(statement.doc, laws[0]!) : null;
  }
  /** How far the words of an assertion are from a mention; 0 where they hold it. */
  const apart = ({ focus }: Assertion, { start, end }: Span): number =>
    Math.min(...focus.map((f) => Math.max(0, f.start - start, end - f.end)));
  // What somebody is quoted on in the same sentence rests on the record that stands nearer to it, not what the account adds.
  const others = analysis.assertions.filter((a) => a.sentence === own.sentence && a.attribution !== null);
  const index = analysis.sources.findIndex((source) =>
    named(source).some((mention) => others.every((other) => apart(own, mention) <= apart(other, mention))),
  );
  return index < 0 ? null : view.sourceId(statement.doc, index);
}

/** Whether the sentence of a statement names the record. */
export function standsOn({ anchor }: DraftStatement, register: string, view: StoryView): boolean {
  const source = view.source(register);
  const words = ` ${bareName(anchor.exact)} `;
  return (
    source?.kind === 'document' &&
    source.named &&
    [source.name, ...source.aliases].some((name) => words.includes(` ${bareName(name)} `))
  );
}
