/** The words in which a statement is told by itself, outside its sentence. */
import type { Standing } from '../model/analysis.js';
import type { Claim, Statement } from '../model/record.js';
import type { Anchor } from '../model/span.js';
import type { Account } from '../model/story.js';
import { datelineLength } from '../text/datelines.js';
import { balanced, inMarks } from '../text/quoting.js';

/** What of the accounts decides how a statement is worded. */
export class Wordings {
  private readonly standings = new Map<string, Standing>();
  private readonly names: ReadonlyMap<string, string>;

  /** `pronouns`: mentions of sources that are a pronoun, each with the name of its source. */
  constructor(accounts: readonly Account[], pronouns: Iterable<readonly [Anchor, string]>) {
    for (const { document, analysis } of accounts)
      for (const { focus, standing } of analysis.assertions)
        if (standing !== 'alone') this.standings.set(keyOf(document.id, focus), standing);
    this.names = new Map([...pronouns].map(([mention, name]) => [keyOf(mention.doc, [mention]), name]));
  }

  /** How its words read by themselves. */
  standing({ anchor, focus }: Statement): Standing {
    return this.standings.get(keyOf(anchor.doc, focus)) ?? 'alone';
  }

  /** A sentence of the statement's own words, or its words in quotation marks, of about `most` characters. */
  of(statement: Statement, kind: Claim['kind'], most: number): string {
    if (kind === 'quotation') return utterance(statement);
    if (kind === 'list') return around(statement, most);
    switch (this.standing(statement)) {
      case 'part':
        return around(statement, most);
      case 'address':
        return inMarks(capital(balanced(tidy(asSentence(statement)))));
      case 'pronoun':
        return this.named(statement) ?? around(statement, most);
      case 'alone':
        return capital(balanced(tidy(asSentence(statement))));
    }
  }

  /** "She declined": the pronoun in front told by the name that the record knows it for; null where it knows none. */
  private named(statement: Statement): string | null {
    const [{ start, doc }] = statement.focus as [Anchor];
    const pronoun = /^\p{L}+/u.exec(statement.focus[0]!.exact)?.[0] ?? '';
    const name = this.names.get(keyOf(doc, [{ start, end: start + pronoun.length }]));
    return name === undefined
      ? null
      : balanced(tidy(`${name}${asSentence(statement).trimStart().slice(pronoun.length)}`));
  }
}

const keyOf = (doc: string, spans: readonly { readonly start: number; readonly end: number }[]): string =>
  `${doc} ${spans.map(({ start, end }) => `${start}-${end}`).join(' ')}`;

/** Somebody's words; a quotation that is quoted in part keeps its own marks. */
function utterance(statement: Statement): string {
  const text = tidy(asSentence(statement));
  const bare = text.replace(/^["“”'‘’«„]+|["“”'‘’»]+$/gu, '').replace(END, '');
  return /["“”«»„]/.test(bare) ? capital(balanced(text)) : `“${bare}”`;
}

/** What a sentence ends with that a title does not. */
const END = /(?:[\s,;:.–—-]|\s(?:and|or|but))+$/u;

/** Without what Markdown sets words off with. */
const tidy = (text: string): string =>
  text
    .replace(/\*\*|(?<![\p{L}\p{N}])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(END, '');

const capital = (text: string): string =>
  text.replace(/^(["“‘«„]*)(.)/u, (_, marks: string, first: string) => marks + first.toUpperCase());

/** The sentence as it stands, up to the mark behind the statement's words; of a long one the stretch around them. */
function around({ anchor, focus }: Statement, most: number): string {
  const text = anchor.exact;
  const from = datelineLength(text);
  const first = focus[0]!.start - anchor.start;
  const last = focus.at(-1)!.end - anchor.start;
  const mark = /[,;:—–]\s|$/.exec(text.slice(last))!;
  const end = last + mark.index;
  // As much before the words as leaves them whole.
  const room = Math.max(0, end - most);
  const start = room <= from ? from : openingAfter(text, Math.min(room, first), first);
  const goesOn = /\p{L}/u.test(text.slice(end));
  return inMarks(`${start > from ? '… ' : ''}${balanced(tidy(text.slice(start, end)))}${goesOn ? ' …' : ''}`);
}

/** Where a clause begins behind a place, in the first half of what stands before `last`; else where a word does. */
function openingAfter(text: string, place: number, last: number): number {
  const ahead = text.slice(place, last);
  const mark = /[,;:—–]\s+/.exec(ahead);
  if (mark !== null && mark.index * 2 < ahead.length) return place + mark.index + mark[0].length;
  const space = /\s/.exec(ahead);
  return space === null ? last : place + space.index + 1;
}

/** Words after "who" or "which" that show it to be an object: "Democrats, who he blames". */
const SUBJECT_AHEAD =
  /^(?:I|you|he|she|it|we|they|the|an?|this|that|these|those|his|her|its|their|my|our|your|\p{Lu}\S*)\s/u;

/** "Ana Ruiz, the mayor": the comma that closes it is lost with what stood behind. */
const APPOSITION = /^[^,]+, (?:the|an?)\s[^,]+$/;

/** The parts of a focus as one sentence: a relative clause is made a clause of its own. */
function asSentence({ focus, anchor }: Statement): string {
  return focus.reduce((before, { exact, start }, at) => {
    const own = at === 0 ? exact.slice(datelineLength(exact)).trimStart() : exact;
    if (at === 0) return own;
    // What stood between two commas goes with both.
    const leftOut = anchor.exact.slice(focus[at - 1]!.end - anchor.start, start - anchor.start);
    const text = /,\s*$/.test(leftOut) ? before.replace(/,$/, '') : before;
    const relative = /^(?:who|which)\s+/.exec(exact)?.[0] ?? '';
    const rest = exact.slice(relative.length);
    const joined = relative === '' || SUBJECT_AHEAD.test(rest) ? exact : rest;
    return `${text}${at === 1 && APPOSITION.test(text) ? ',' : ''} ${joined}`;
  }, '');
}
