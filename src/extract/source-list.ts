import type { DocumentTraits, LocalSource } from '../model/analysis.js';
import type { Span } from '../model/span.js';
import type { SourceKind } from '../model/vocabulary.js';
import { compareSpans } from '../text/order.js';
import { documentTraits, joinTraits, traits } from './document-traits.js';
import type { Frame } from './frames.js';
import type { Mention } from './mentions.js';
import type { NameIndex } from './names/name-index.js';
import type { Range } from './noun-phrases.js';
import { sameDocument } from './same-document.js';
import { labelOf, labelRange } from './source-labels.js';

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
  document: DocumentTraits | null;
  /** Index into names, or null. */
  readonly nameIndex: number | null;
  readonly head: string;
  /** Known so far only from a headline, or by a definite phrase that points to it. */
  bare: boolean;
  gender: 'm' | 'f' | null;
}

/** The sources of one document as they are found; indices are stable. */
export class SourceList {
  readonly drafts: Draft[] = [];
  private readonly byName = new Map<number, number>();
  private readonly byText = new Map<string, number>();

  /** `published`: ISO 8601 or null, gives dates their year. */
  constructor(
    private readonly index: NameIndex,
    private readonly published: string | null,
  ) {}

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
        : local.kind === 'law'
          ? 'document'
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
      document: kind === 'document' ? traits('law', null, []) : null,
      nameIndex: name,
      head: kind === 'document' ? 'law' : '',
      bare: false,
      gender: mention?.gender ?? null,
    });
    this.byName.set(name, at);
    return at;
  }

  /** The person whom only the labels of a transcript name, made on first use. */
  labelled(name: string, span: Span): number {
    const known = this.byText.get(name.toLowerCase());
    if (known !== undefined) {
      this.mention(known, span);
      return known;
    }
    const at = this.add({
      kind: 'person',
      name,
      aliases: new Set(),
      role: null,
      organisation: null,
      named: true,
      count: { min: 1, max: 1 },
      mentions: [span],
      document: null,
      nameIndex: null,
      head: '',
      bare: false,
      gender: null,
    });
    this.byText.set(name.toLowerCase(), at);
    return at;
  }

  /** A new source without a name: unnamed people, a document, a body known by its noun, or anything else. */
  unnamed(frame: Frame, mention: Mention): number {
    const { range } = mention;
    const span = spanOfWords(frame, range);
    const text = labelOf(frame, range, this.index);
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
      named: kind === 'organisation' && hasName(frame, labelRange(frame, range, this.index)),
      count: mention.count,
      mentions: [span],
      document: kind === 'document' ? documentTraits(frame, mention, this.index, this.published) : null,
      nameIndex: null,
      head: mention.head,
      bare: frame.display || mention.definite,
      gender: mention.gender,
    });
    if (kind === 'unknown' || kind === 'organisation') this.byText.set(text.toLowerCase(), at);
    return at;
  }

  /** A document through which a source speaks ("said in a statement"): a new one, or one spoken of before. */
  medium(
    frame: Frame,
    mention: Mention,
    type: string,
    issuer: string | null,
    signatories: number | null,
  ): number {
    const known = sameDocument(mention, frame, this);
    const told = documentTraits(frame, mention, this.index, this.published);
    const document = {
      ...traits(type, told.issuer ?? issuer, told.descriptors, told),
      signatories: told.signatories ?? signatories,
    };
    if (known !== null) {
      this.again(known, frame, mention);
      const draft = this.drafts[known]!;
      if (draft.document !== null) draft.document = joinTraits(draft.document, document);
      return known;
    }
    return this.add({
      kind: 'document',
      name: labelOf(frame, mention.range, this.index),
      aliases: new Set(),
      role: null,
      organisation: null,
      named: false,
      count: null,
      mentions: [spanOfWords(frame, mention.range)],
      document,
      nameIndex: null,
      head: mention.head,
      bare: frame.display,
      gender: null,
    });
  }

  /** A further mention of a document, with what it adds; the fuller description becomes its name. */
  again(at: number, frame: Frame, mention: Mention): void {
    const draft = this.drafts[at]!;
    this.mention(at, spanOfWords(frame, mention.range));
    if (draft.document === null) return;
    draft.document = joinTraits(draft.document, documentTraits(frame, mention, this.index, this.published));
    if (draft.bare && !draft.named && !mention.definite && !frame.display) {
      draft.name = labelOf(frame, mention.range, this.index);
      draft.bare = false;
    }
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

function hasName({ words }: Frame, { from, to }: Range): boolean {
  return words.slice(from, to).some(({ pos }) => pos === 'PROPN');
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
