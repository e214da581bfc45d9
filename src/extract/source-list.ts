import {
  DOCUMENT_NOUNS,
  HANDED_VERBS,
  PUBLIC_RECORD_TYPES,
  PUBLISHED_TYPES,
  SEEN_VERBS,
  UNPUBLISHED_WORDS,
} from '../language/en/documents.js';
import type { DocumentTraits, LocalSource } from '../model/analysis.js';
import type { Span } from '../model/span.js';
import type { SourceKind } from '../model/vocabulary.js';
import { compareSpans } from '../text/order.js';
import type { Frame } from './frames.js';
import type { Mention } from './mentions.js';
import type { NameIndex } from './name-index.js';
import type { Range } from './noun-phrases.js';

/** A source while it gathers mentions. */
export interface Draft {
  kind: SourceKind;
  name: string;
  readonly aliases: Set<string>;
  role: string | null;
  organisation: string | null;
  readonly named: boolean;
  readonly count: LocalSource['count'];
  readonly mentions: Span[];
  readonly document: DocumentTraits | null;
  /** Index into names, or null. */
  readonly nameIndex: number | null;
  readonly head: string;
  gender: 'm' | 'f' | null;
}

/** The sources of one document as they are found; indices are stable. */
export class SourceList {
  readonly drafts: Draft[] = [];
  private readonly byName = new Map<number, number>();
  private readonly byText = new Map<string, number>();

  constructor(private readonly index: NameIndex) {}

  /** The source that this name is, made on first use. */
  named(name: number, mention: Mention | null, span: Span | null): number {
    const known = this.byName.get(name);
    const local = this.index.names[name]!;
    if (known !== undefined) {
      const draft = this.drafts[known]!;
      if (mention !== null) {
        draft.role ??= mention.role;
        draft.organisation ??= mention.organisation;
        draft.gender ??= mention.gender;
      }
      if (span !== null) this.mention(known, span);
      return known;
    }
    const kind: SourceKind = this.index.isPerson(name)
      ? 'person'
      : local.kind === 'outlet'
        ? 'outlet'
        : local.kind === 'other'
          ? 'unknown'
          : 'organisation';
    const at = this.add({
      kind,
      name: local.name,
      aliases: new Set(local.aliases),
      role: kind === 'person' ? (mention?.role ?? null) : null,
      organisation: kind === 'person' ? (mention?.organisation ?? null) : null,
      named: true,
      count: kind === 'person' ? { min: 1, max: 1 } : null,
      mentions: span === null ? [] : [span],
      document: null,
      nameIndex: name,
      head: '',
      gender: mention?.gender ?? null,
    });
    this.byName.set(name, at);
    return at;
  }

  /** A new source without a name: unnamed people, a document, a body known by its noun, or anything else. */
  unnamed(frame: Frame, mention: Mention): number {
    const { range } = mention;
    const span = spanOfWords(frame, range);
    const text = plain(frame, range);
    if (mention.kind === 'other' || mention.kind === 'organisation') {
      const known = this.byText.get(text.toLowerCase());
      if (known !== undefined) {
        this.mention(known, span);
        return known;
      }
    }
    const kind: SourceKind =
      mention.kind === 'people'
        ? 'people'
        : mention.kind === 'document'
          ? 'document'
          : mention.kind === 'organisation'
            ? 'organisation'
            : 'unknown';
    const at = this.add({
      kind,
      name: text,
      aliases: new Set(),
      role: null,
      organisation: mention.organisation,
      // "the Trump administration" is named, "the agency" is not.
      named:
        kind === 'organisation' && frame.words.slice(range.from, range.to).some((w) => w.pos === 'PROPN'),
      count: mention.count,
      mentions: [span],
      document: kind === 'document' ? documentTraits(frame, mention, this.index) : null,
      nameIndex: null,
      head: mention.head,
      gender: mention.gender,
    });
    if (kind === 'unknown' || kind === 'organisation') this.byText.set(text.toLowerCase(), at);
    return at;
  }

  /** A document through which a source speaks ("said in a statement"). */
  medium(
    type: string,
    span: Span,
    text: string,
    issuer: string | null,
    descriptors: readonly string[],
  ): number {
    return this.add({
      kind: 'document',
      name: text,
      aliases: new Set(),
      role: null,
      organisation: null,
      named: false,
      count: null,
      mentions: [span],
      document: traits(type, issuer, descriptors, [], null),
      nameIndex: null,
      head: type,
      gender: null,
    });
  }

  mention(at: number, span: Span): void {
    const { mentions } = this.drafts[at]!;
    const last = mentions.at(-1);
    if (last?.start !== span.start || last.end !== span.end) mentions.push(span);
  }

  private add(draft: Draft): number {
    this.drafts.push(draft);
    return this.drafts.length - 1;
  }

  /** The finished list. */
  finish(): LocalSource[] {
    return this.drafts.map(
      ({ kind, name, aliases, role, organisation, named, count, mentions, document }) => ({
        kind,
        name,
        aliases: [...aliases],
        role,
        organisation: organisation === name ? null : organisation,
        named,
        count,
        mentions: unique(mentions),
        document,
      }),
    );
  }
}

function unique(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort(compareSpans);
  return sorted.filter((s, i) => i === 0 || compareSpans(s, sorted[i - 1]!) !== 0);
}

export function spanOfWords(frame: Frame, range: Range): Span {
  return { start: frame.words[range.from]!.start, end: frame.words[range.to - 1]!.end };
}

/** The words of a range with single spaces, as a name for what has none. */
export function plain(frame: Frame, range: Range): string {
  let out = '';
  for (let i = range.from; i < range.to; i++) {
    const w = frame.words[i]!;
    if (i > range.from && w.start > frame.words[i - 1]!.end) out += ' ';
    out += w.text;
  }
  return out.replace(/[,;:]+$/, '');
}

/** What the phrase tells of a document source. */
function documentTraits(frame: Frame, mention: Mention, index: NameIndex): DocumentTraits {
  const { words } = frame;
  const { range, descriptors } = mention;
  const seenBy: string[] = [];
  let issuer = mention.organisation;
  let signatories: number | null = null;
  for (let i = range.from; i < range.to; i++) {
    const { norm } = words[i]!;
    const next = words[i + 1]?.norm;
    if (
      (SEEN_VERBS.has(norm) && next === 'by') ||
      (HANDED_VERBS.has(norm) && (next === 'with' || next === 'to' || next === 'by'))
    ) {
      for (const n of index.within(frame, { from: i + 2, to: range.to }))
        if (index.names[n.name]!.kind === 'outlet') seenBy.push(index.names[n.name]!.name);
      if (issuer !== null && seenBy.includes(issuer)) issuer = null;
    } else if (norm === 'signed' && next === 'by') {
      const n = Number(words[i + 2]?.norm);
      if (Number.isInteger(n)) signatories = n;
      issuer ??= plain(frame, { from: i + 2, to: Math.min(range.to, i + 8) });
    } else if (
      (norm === 'from' || norm === 'by' || norm === 'issued' || norm === 'of') &&
      issuer === null &&
      i > range.from &&
      !SEEN_VERBS.has(words[i - 1]!.norm)
    ) {
      const named = index.within(frame, { from: i + 1, to: Math.min(range.to, i + 10) })[0];
      if (named !== undefined && index.names[named.name]!.kind !== 'place')
        issuer = index.names[named.name]!.name;
    }
  }
  return traits(DOCUMENT_NOUNS.get(mention.head) ?? 'document', issuer, descriptors, seenBy, signatories);
}

function traits(
  type: string,
  issuer: string | null,
  descriptors: readonly string[],
  seenBy: readonly string[],
  signatories: number | null,
): DocumentTraits {
  const unpublished = descriptors.some((d) => UNPUBLISHED_WORDS.has(d)) || seenBy.length > 0;
  return {
    type,
    issuer,
    signatories,
    date: null,
    descriptors: [...new Set(descriptors)],
    seenBy,
    publicRecord: PUBLIC_RECORD_TYPES.has(type),
    madePublic: PUBLISHED_TYPES.has(type) && !unpublished,
  };
}
