import type { LocalName } from '../../model/analysis.js';
import { compareSpans } from '../../text/order.js';
import type { ParsedText } from '../../text/parsed.js';
import type { Frame } from '../frames.js';
import type { Range } from '../noun-phrases.js';
import { fold, isGivenName } from '../places/gazetteer.js';
import { isSite } from './kinds.js';

/** A name's mention as words of a frame. */
export interface NamedRange extends Range {
  readonly name: number;
}

/** Looks names up by place in the text. Built once a document; each look-up is by binary search. */
export class NameIndex {
  readonly names: readonly LocalName[];
  private readonly starts: Float64Array;
  private readonly byForm = new Map<string, LocalName>();
  private readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly name: number;
  }[];

  constructor(names: readonly LocalName[]) {
    this.names = names;
    this.mentions = names
      .flatMap((n, name) => n.mentions.map((m) => ({ start: m.start, end: m.end, name })))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    for (const n of names) {
      if (n.kind === 'person' || isSite(n.kind)) continue;
      for (const form of [n.name, ...n.aliases])
        if (!this.byForm.has(form.toLowerCase())) this.byForm.set(form.toLowerCase(), n);
    }
    this.starts = Float64Array.from(this.mentions, (m) => m.start);
  }

  /**
   * The same names with kinds that the text tells; a surname alone of a name not known for a person's is that of the
   * one person who bears it.
   */
  withKinds(kinds: ReadonlyMap<number, LocalName['kind']>): NameIndex {
    const named = this.names.map((n, at) => ({ ...n, kind: kinds.get(at) ?? n.kind }));
    const singles = new Map(this.names.map(({ name }, at) => [name, at] as const));
    const bySurname = new Map<string, number[]>();
    named.forEach(({ kind, name }, at) => {
      const words = name.split(/\s+/);
      const told = kind === 'other' && kinds.get(singles.get(words.at(-1)!) ?? -1) === 'person';
      if ((kind !== 'person' && !told) || words.length < 2) return;
      bySurname.set(words.at(-1)!, [...(bySurname.get(words.at(-1)!) ?? []), at]);
    });
    const taken = new Map<number, number[]>();
    named.forEach(({ kind, name }, at) => {
      const owners = kind === 'other' || kind === 'person' ? bySurname.get(name) : undefined;
      if (owners?.length === 1 && owners[0] !== at)
        taken.set(owners[0]!, [...(taken.get(owners[0]!) ?? []), at]);
    });
    const gone = new Set([...taken.values()].flat());
    return new NameIndex(
      named.flatMap((n, at) => {
        if (gone.has(at)) return [];
        const joined = (taken.get(at) ?? []).map((other) => named[other]!);
        if (joined.length === 0) return [n];
        return [
          {
            ...n,
            kind: 'person' as const,
            aliases: [...new Set([...n.aliases, ...joined.map(({ name }) => name)])],
            mentions: [...n.mentions, ...joined.flatMap(({ mentions }) => mentions)].sort(compareSpans),
          },
        ];
      }),
    );
  }

  /** The mentions that lie in words of the range, longest first where they overlap. */
  within(frame: Frame, range: Range): NamedRange[] {
    if (range.to <= range.from) return [];
    const start = frame.words[range.from]!.start;
    const end = frame.words[range.to - 1]!.end;
    const found: NamedRange[] = [];
    let reached = start;
    for (let k = this.lowerBound(start); k < this.mentions.length && this.mentions[k]!.start < end; k++) {
      const m = this.mentions[k]!;
      if (m.end > end || m.start < reached) continue;
      const from = wordAt(frame, m.start, range);
      let to = from;
      while (to < range.to && frame.words[to]!.start < m.end) to++;
      found.push({ from, to, name: m.name });
      reached = m.end;
    }
    return found;
  }

  /** The longest mention that begins at word `at`, or null. */
  startingAt(frame: Frame, at: number): NamedRange | null {
    const word = frame.words[at];
    if (word === undefined) return null;
    const k = this.lowerBound(word.start);
    const m = this.mentions[k];
    if (m === undefined || m.start !== word.start) return null;
    let to = at;
    while (to < frame.words.length && frame.words[to]!.start < m.end) to++;
    return { from: at, to, name: m.name };
  }

  /** An organisation, an outlet, or an acronym: what people can speak for. */
  isBody(name: number): boolean {
    const { kind } = this.names[name]!;
    return kind === 'organisation' || kind === 'outlet' || (kind === 'person' && !this.isPerson(name));
  }

  /** A name is no person's where it is written as an acronym. */
  isPerson(name: number): boolean {
    const n = this.names[name]!;
    if (n.kind !== 'person' || ACRONYM.test(n.name)) return false;
    // "Petra Lund (PL)": initials of one who has a given name.
    return !n.aliases.some((a) => ACRONYM.test(a)) || isGivenName(fold(n.name.split(' ')[0]!));
  }

  /** Whether an offset lies inside a name of several words; offsets must be asked in ascending order. */
  coverage(): (offset: number) => boolean {
    let k = 0;
    let reach = 0;
    return (offset) => {
      while (k < this.mentions.length && this.mentions[k]!.start <= offset)
        reach = Math.max(reach, this.mentions[k++]!.end);
      return offset < reach;
    };
  }

  /** The fullest form of an outlet's or body's name known in this document, or null. */
  known(name: string): LocalName | null {
    return this.byForm.get(name.toLowerCase()) ?? null;
  }

  private lowerBound(start: number): number {
    let lo = 0;
    let hi = this.starts.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (this.starts[mid]! < start) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  }
}

const ACRONYM = /^[A-Z]{2,6}$/;

function wordAt(frame: Frame, offset: number, range: Range): number {
  let i = range.from;
  while (i < range.to - 1 && frame.words[i]!.end <= offset) i++;
  return i;
}

const OUTLET_FORM =
  /(?:^The\s|\s)(?:Times|Post|Journal|Herald|Tribune|Gazette|Courier|Chronicle|Telegraph|Guardian|News|Observer|Examiner|Register|Press|Agency)$/;
const BODY_FORM =
  /(?:Department|Agency|Office|Council|Committee|Commission|Court|Party|Union|Association|University|Police|House|Ministry|Bureau|Service|Administration|Board|Group)\b|^[A-Z]{2,6}$/;

/** Stand-in where no names are given: runs of proper nouns, last words joined to the one longer run that ends so. */
export function namesFromRuns(parsed: ParsedText): LocalName[] {
  const byText = new Map<string, { start: number; end: number }[]>();
  for (const sentence of parsed.sentences) {
    const { tokens } = sentence;
    for (let i = 0; i < tokens.length; i++) {
      if (tokens[i]!.pos !== 'PROPN' || /^(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)s?\.?$/.test(tokens[i]!.text)) continue;
      let to = i + 1;
      while (
        to < tokens.length &&
        tokens[to]!.pos === 'PROPN' &&
        tokens[to]!.start - tokens[to - 1]!.end <= 1
      )
        to++;
      const text = parsed.text.slice(tokens[i]!.start, tokens[to - 1]!.end);
      const span = { start: tokens[i]!.start, end: tokens[to - 1]!.end };
      const list = byText.get(text);
      if (list === undefined) byText.set(text, [span]);
      else list.push(span);
      i = to - 1;
    }
  }
  const byLast = new Map<string, string[]>();
  for (const text of byText.keys()) {
    const words = text.split(/\s+/);
    if (words.length > 1) byLast.set(words.at(-1)!, [...(byLast.get(words.at(-1)!) ?? []), text]);
  }
  const names: LocalName[] = [];
  for (const [text, spans] of byText) {
    const longer = byLast.get(text);
    if (longer?.length === 1) byText.get(longer[0]!)!.push(...spans);
  }
  for (const [text, mentions] of byText) {
    if (byLast.get(text)?.length === 1) continue;
    const kind = OUTLET_FORM.test(text) ? 'outlet' : BODY_FORM.test(text) ? 'organisation' : 'person';
    names.push({ kind, name: text, aliases: [], mentions: mentions.sort((a, b) => a.start - b.start) });
  }
  return names.sort((a, b) => a.mentions[0]!.start - b.mentions[0]!.start);
}
