/** Documents on which a statement rests though the sentence attributes nothing to them: read, written in, on record. */
import { DOCUMENT_SPEAKS, LAW_SAYS, SECTION, UNDER_SECTION } from '../language/en/documents.js';
import { REQUESTS } from '../language/en/modality.js';
import { SELF } from '../language/en/sentences.js';
import type { Assertion } from '../model/analysis.js';
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
  const places = view.places(statement.doc);
  const requests = focus
    .flatMap((f) => places.cues(f.start, f.end).filter(({ span }) => encloses(f, span)))
    .map(({ owner }) => owner)
    .sort((a, b) => a - b)
    .map((index) => analysis.attributions[index]!);
  const request = requests.find(
    ({ medium, cue, attitude }) =>
      medium !== null ||
      (attitude === 'intends' && cue.some((c) => REQUESTS.test(document.text.slice(c.start, c.end)))),
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
  const { start } = analysis.sentences[analysis.assertions[statement.assertion]!.sentence]!;
  const speaker = places
    .mentions(start, opens.start + 1)
    .find(({ owner, span }) => analysis.sources[owner]!.kind === 'document' && speaks(span));
  return speaker === undefined ? null : readIn(statement.doc, speaker.owner, view);
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
  const { laws, mentions, assertions } = view.places(statement.doc);
  const named = mentions(sentence.start, sentence.end).filter(
    ({ owner, span }) => analysis.sources[owner]!.document?.publicRecord === true && encloses(sentence, span),
  );
  if (named.length === 0) {
    const opens = own.focus[0] === undefined ? '' : text.slice(own.focus[0].start, own.focus[0].end);
    const says =
      UNDER_SECTION.test(opens) || (SECTION.test(opens) && LAW_SAYS.test(opens.replace(SECTION, '')));
    return laws.length === 1 && says ? view.sourceId(statement.doc, laws[0]!) : null;
  }
  /** How far the words of an assertion are from a mention; 0 where they hold it. */
  const apart = ({ focus }: Assertion, { start, end }: Span): number =>
    Math.min(...focus.map((f) => Math.max(0, f.start - start, end - f.end)));
  // What somebody is quoted on in the same sentence rests on the record that stands nearer to it, not what the account adds.
  const others = (assertions.get(own.sentence) ?? [])
    .map((index) => analysis.assertions[index]!)
    .filter((a) => a.attribution !== null);
  const nearest = named.find(({ span }) => others.every((other) => apart(own, span) <= apart(other, span)));
  return nearest === undefined ? null : view.sourceId(statement.doc, nearest.owner);
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
