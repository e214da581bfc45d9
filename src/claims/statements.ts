import { unpackVector } from '../encoder/vectors.js';
import type {
  Assertion,
  LocalAttribution,
  LocalFigure,
  LocalName,
  LocalPlace,
  LocalTime,
} from '../model/analysis.js';
import { STATEMENT_ROLES } from '../model/document.js';
import type { Span } from '../model/span.js';
import type { Account, DraftStatement, StoryAccounts, StoryLineage } from '../model/story.js';
import type { Unit, UnitFigure } from '../similarity/unit.js';
import { contentWords } from '../similarity/words.js';
import { anchor } from '../text/anchors.js';
import { statementId } from '../text/ids.js';
import { byStart, encloses, groupWithin } from '../text/spans.js';

/** A statement on its way into a claim, with all that joining and comparing asks of it. */
export interface Candidate {
  /** Its place among the story's candidates: documents in the record's order, then position. */
  readonly index: number;
  readonly account: Account;
  readonly assertion: Assertion;
  readonly draft: Omit<DraftStatement, 'stance' | 'descent'>;
  readonly unit: Unit;
  readonly figures: readonly LocalFigure[];
  readonly times: readonly LocalTime[];
  /** Places that it names, also what is called after one ("the Russian ambassador"); towns that no map has by name alone. */
  readonly places: readonly Pick<LocalPlace, 'name' | 'country' | 'kind' | 'span'>[];
  readonly names: readonly LocalName[];
  /** Names inside the grammatical subject. */
  readonly actors: readonly LocalName[];
  /** The source it is attributed to (a source id), null where own voice or unresolved. */
  readonly speaker: string | null;
  /** Words of the focus, lower case, for comparing copies. */
  readonly words: readonly string[];
}

const WORD = /[\p{L}\p{N}]+/gu;

/** The stop inside initials: "F.B.I." and "FBI" are one word. */
const INITIALS = /\.(?<=(?<!\p{L})\p{L}\.)(?=\p{L}(?!\p{L}))/gu;

/** Lower-case words of a text. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().replace(/[’']/g, '').replace(INITIALS, '').match(WORD) ?? [];
}

/** A drift without a second anchor says in words whose account it is in. */
export const by = ({ account: { document } }: Candidate, word = 'by'): string =>
  ` ${word} ${document.outlet ?? document.ref}`;

/** "Newark, N.J." and "Newark" are one item. */
export function itemKey(item: string): string {
  return wordsOf(item.split(',')[0]!.replace(/^the\s+/i, '')).join(' ');
}

/** Of "through Dec. 31" too: the day that is named. */
const dayOf = (time: LocalTime): string[] => /^\d{4}-\d{2}-\d{2}/.exec(time.value)?.slice(0, 1) ?? [];

const monthOf = (time: LocalTime): string[] => (/^\d{4}-\d{2}$/.test(time.value) ? [time.value] : []);

/** A clause of one content word ("had put it", "it did") is a splinter of a sentence: nothing can be compared with it. */
const LEAST_CONTENT = 2;

const tooSlight = (text: string): boolean =>
  !/\d/.test(text) && contentWords(text, LEAST_CONTENT).length < LEAST_CONTENT;

/** The words of a clause without the items of a list in it, which is a statement of its own: "cities that refuse, including …". */
function withoutList({ kind, list, focus }: Assertion, { document, analysis }: Account): string {
  const items = kind !== 'clause' || list === null ? [] : (analysis.lists[list]?.items ?? []);
  if (items.length === 0) return '';
  const [first, last] = [items[0]!.start, items[items.length - 1]!.end];
  return focus
    .flatMap(({ start, end }) => [
      document.text.slice(start, Math.max(start, Math.min(end, first))),
      document.text.slice(Math.min(end, Math.max(start, last)), end),
    ])
    .filter((part) => part.trim() !== '')
    .join(' ');
}

const meaningOf = (packed: string | null | undefined): { meaning?: Float32Array } =>
  packed == null ? {} : { meaning: unpackVector(packed) };

/** The whole sentences that candidates stand in, each once, and which is whose. */
export function sentencesOf(all: readonly Candidate[]): {
  readonly sentences: Unit[];
  readonly sentenceOf: number[];
  readonly documentOf: number[];
  readonly placeOf: number[];
} {
  const places = new Map<string, number>();
  const documents = new Map<string, number>();
  const insides = new Map<Account, Inside>();
  const sentences: Unit[] = [];
  const documentOf: number[] = [];
  const placeOf: number[] = [];
  const sentenceOf = all.map(({ account, assertion, draft }): number => {
    const key = `${draft.doc} ${assertion.sentence}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    if (!documents.has(draft.doc)) documents.set(draft.doc, documents.size);
    places.set(key, sentences.length);
    documentOf.push(documents.get(draft.doc)!);
    placeOf.push(assertion.sentence);
    const inside = insides.get(account) ?? insideOf(account);
    insides.set(account, inside);
    sentences.push(sentenceUnit(account, inside, assertion.sentence, draft.anchor.exact));
    return sentences.length - 1;
  });
  return { sentences, sentenceOf, documentOf, placeOf };
}

/** What stands in each sentence of an account, by its index. */
interface Inside {
  readonly assertions: readonly (readonly Assertion[])[];
  readonly figures: readonly (readonly LocalFigure[])[];
  readonly times: readonly (readonly LocalTime[])[];
}

function insideOf({ analysis }: Account): Inside {
  const assertions: Assertion[][] = analysis.sentences.map(() => []);
  for (const assertion of analysis.assertions) assertions[assertion.sentence]?.push(assertion);
  return {
    assertions,
    figures: groupWithin(analysis.sentences, analysis.figures),
    times: groupWithin(analysis.sentences, analysis.times),
  };
}

function sentenceUnit({ analysis }: Account, inside: Inside, sentence: number, text: string): Unit {
  const own = inside.assertions[sentence]!;
  const times = inside.times[sentence]!;
  return {
    ...meaningOf(analysis.meanings?.sentences[sentence]),
    text,
    figures: inside.figures[sentence]!.map(unitFigure),
    days: times.flatMap(dayOf),
    months: times.flatMap(monthOf),
    places: [],
    names: [],
    negated: own.some(({ negated }) => negated),
    modality: own[0]?.modality ?? 'done',
    quotation: own.every(({ kind }) => kind === 'quotation'),
  };
}

const unitFigure = (f: LocalFigure): UnitFigure => ({
  min: f.value ?? f.min,
  max: f.value ?? f.max,
  bound: f.bound,
  unit: f.unit,
  of: f.of,
});

/** All assertions of a story as candidates, in the record's order. */
export function candidatesOf(story: StoryAccounts, lineage: StoryLineage): Candidate[] {
  const candidates: Candidate[] = [];
  for (const account of story.accounts) {
    const { document, analysis } = account;
    const named = byStart(analysis.names.map(({ mentions }) => mentions));
    const namedIn = (span: Span) => named(span.start, span.end).filter((m) => encloses(span, m.span));
    analysis.assertions.forEach((assertion, index) => {
      const sentence = analysis.sentences[assertion.sentence];
      if (!sentence || assertion.focus.length === 0) return;
      const role = analysis.blocks[sentence.block]?.role;
      if (role !== undefined && !STATEMENT_ROLES.has(role)) return;
      const text = assertion.focus.map((span) => document.text.slice(span.start, span.end)).join(' ');
      const words = wordsOf(text);
      if (words.length === 0 || (assertion.kind === 'clause' && tooSlight(text))) return;
      const pick = <T>(all: readonly T[], of: readonly number[]): T[] =>
        of.flatMap((i) => (all[i] === undefined ? [] : [all[i]]));
      const times = pick(analysis.times, assertion.times);
      const figures = pick(analysis.figures, assertion.figures);
      const names = pick(analysis.names, assertion.names);
      const mapped = pick(analysis.places, assertion.places);
      const free = new Map<number, Span>();
      for (const { owner, span } of assertion.focus.flatMap(namedIn))
        if (!free.has(owner) && !mapped.some((p) => encloses(p.span, span))) free.set(owner, span);
      const unmapped = assertion.names.flatMap((index) => {
        const span = free.get(index);
        const { kind, name } = analysis.names[index] ?? {};
        return name !== undefined && kind === 'place' && span
          ? [{ name, country: null, kind: 'town' as const, span }]
          : [];
      });
      const places = [...mapped, ...unmapped];
      const subject = assertion.subject;
      const acting = new Set(subject === null ? [] : namedIn(subject).map(({ owner }) => owner));
      const attribution =
        assertion.attribution === null ? null : (analysis.attributions[assertion.attribution] ?? null);
      const local = attribution?.speaker ?? null;
      const speaker = local === null ? null : (lineage.sourceIds[document.id]?.[local] ?? null);
      candidates.push({
        index: candidates.length,
        account,
        assertion,
        draft: {
          id: statementId(document.id, sentence, assertion.focus),
          doc: document.id,
          assertion: index,
          anchor: anchor(document, sentence),
          focus: assertion.focus.map((span) => anchor(document, span)),
          attribution: assertion.attribution,
          hedges: assertion.hedges.map((span) => anchor(document, span)),
        },
        unit: {
          ...meaningOf(analysis.meanings?.assertions[index]),
          text: withoutList(assertion, account) || text,
          figures: figures.map(unitFigure),
          days: times.flatMap(dayOf),
          months: times.flatMap(monthOf),
          places: places.map((p) => p.name),
          names: names.map((n) => n.name),
          negated: assertion.negated,
          modality: assertion.modality,
          quotation: assertion.kind === 'quotation',
          speaker,
        },
        figures,
        times,
        places,
        names,
        actors: subject
          ? pick(
              analysis.names,
              assertion.names.filter((index) => acting.has(index)),
            )
          : [],
        speaker,
        words,
      });
    });
  }
  const seen = new Set<string>();
  return candidates
    .filter(({ draft }) => !seen.has(draft.id) && seen.add(draft.id))
    .map((candidate, index) => ({ ...candidate, index }));
}

/** The attribution that a statement is content of, or null. */
export function attributionOf({ account, draft }: Candidate): LocalAttribution | null {
  return draft.attribution === null ? null : (account.analysis.attributions[draft.attribution] ?? null);
}

/** The words of spans of a statement's account, with single spaces between them. */
export const wordsIn = ({ account }: Candidate, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => account.document.text.slice(start, end)).join(' ');
