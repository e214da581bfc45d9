import type { Token } from '../text/parsed.js';
import { type CueGroup, findCueGroups } from './cues.js';
import { AUX, formOf, lemmaHash, MARK_COMMA, posId, VERB, type WordForm } from './fast-words.js';
import type { Frame } from './frames.js';
import type { Utterance } from './utterance.js';

/** Words before and behind the frame that stand for its edges, so that a window needs no bounds. */
export const PAD = 3;
/** What stands in the columns at the edges. */
const EDGE = 31;
/** Where there is nothing to the left or right. */
export const NOTHING = 0x7654321;
/** Distance where there is nothing, in words. */
const FAR = 40;

/** Quotation states: outside, and inside speech or terms with the first and last word told. */
const IN_SPEECH = 1;
const IN_TERM = 5;
const FIRST = 1;
const LAST = 2;
const OPENS_SPEECH = IN_SPEECH + FIRST;
const CLOSES_SPEECH = IN_SPEECH + LAST;

/** Columns of which value k is of word k - PAD. */
const PADDED = [
  'norm',
  'lemma',
  'pos',
  'shape',
  'ending',
  'mark',
  'rule',
  'said',
  'quote',
  'cue',
  'opens',
] as const;
/** Columns of what lies to the left and right of a word. */
const SCANS = [
  'leftMark',
  'leftMarkAt',
  'leftVerb',
  'leftVerbAt',
  'opener',
  'openerAt',
  'leftCue',
  'openerSinceCue',
  'markSinceCue',
  'leftQuoteAt',
  'commas',
  'rightMark',
  'rightMarkAt',
  'rightVerb',
  'rightVerbAt',
  'rightCue',
  'rightQuoteAt',
] as const;
type Column = (typeof PADDED)[number] | (typeof SCANS)[number];

/** Two numbers as one. */
export function pair(a: number, b: number): number {
  return (Math.imul(a, 0x9e3779b1) ^ (a >>> 16)) + Math.imul(b, 0x27d4eb2f);
}

/**
 * A frame as columns of numbers, for the templates of the fast tagger. One view serves all frames of a document in
 * turn, so that nothing is allocated a word.
 */
export class FrameView {
  frame!: Frame;
  size = 0;
  readonly forms: WordForm[] = [];
  cues: readonly CueGroup[] = [];
  /** By cue: hash of its lemma; what it takes, its voice and whether it is negated. */
  readonly cueLemma: number[] = [];
  readonly cueKind: number[] = [];
  /** What the frame before was like. */
  before = 0;

  norm!: Int32Array;
  lemma!: Int32Array;
  pos!: Int32Array;
  shape!: Int32Array;
  ending!: Int32Array;
  mark!: Int32Array;
  /** The rules' label. */
  rule!: Int32Array;
  /** The rules' utterance that the word is part of: its verb and its build, or 0. */
  said!: Int32Array;
  quote!: Int32Array;
  /** 1 where a sentence starts. */
  opens!: Int32Array;
  /** Kind of the verb group that may attribute, and the place in it, or 0. */
  cue!: Int32Array;
  leftMark!: Int32Array;
  leftMarkAt!: Int32Array;
  leftVerb!: Int32Array;
  leftVerbAt!: Int32Array;
  opener!: Int32Array;
  openerAt!: Int32Array;
  leftCue!: Int32Array;
  openerSinceCue!: Int32Array;
  markSinceCue!: Int32Array;
  leftQuoteAt!: Int32Array;
  commas!: Int32Array;
  rightMark!: Int32Array;
  rightMarkAt!: Int32Array;
  rightVerb!: Int32Array;
  rightVerbAt!: Int32Array;
  rightCue!: Int32Array;
  rightQuoteAt!: Int32Array;
  private room = 0;

  /** Reads a frame; `own` are the rules' utterances in it, `rules` their labels. */
  read(
    frame: Frame,
    own: readonly Utterance[],
    rules: Uint8Array,
    sentenceStarts: ReadonlySet<number>,
  ): void {
    this.frame = frame;
    this.size = frame.words.length;
    this.makeRoom(this.size + 2 * PAD);
    this.readWords(frame.words, rules, sentenceStarts);
    this.readQuotes(frame);
    this.readCues();
    this.readUtterances(own);
    this.lookLeft();
    this.lookRight();
  }

  private makeRoom(size: number): void {
    if (size > this.room) {
      this.room = 2 * size;
      for (const column of [...PADDED, ...SCANS] as Column[]) this[column] = new Int32Array(this.room);
    }
    const { norm, lemma, pos, shape, ending, mark, rule, said, quote, cue } = this;
    for (const column of [said, cue]) column.fill(0, 0, size);
    for (let k = 0; k < PAD; k++) {
      const far = size - 1 - k;
      for (const column of [norm, lemma, pos, shape, ending, mark, rule, quote])
        column[k] = column[far] = EDGE;
    }
  }

  private readWords(words: readonly Token[], rules: Uint8Array, sentenceStarts: ReadonlySet<number>): void {
    for (let i = 0, k = PAD; i < words.length; i++, k++) {
      const word = words[i]!;
      const form = formOf(word);
      this.forms[i] = form;
      this.norm[k] = form.norm;
      this.shape[k] = form.shape;
      this.ending[k] = form.ending;
      this.mark[k] = form.mark;
      this.lemma[k] = lemmaHash(word.lemma);
      this.pos[k] = posId(word.pos);
      this.rule[k] = rules[i]!;
      this.opens[k] = sentenceStarts.has(word.start) ? 1 : 0;
    }
  }

  private readQuotes({ quote, speech }: Frame): void {
    for (let i = 0, k = PAD; i < this.size; i++, k++) {
      const q = quote[i]!;
      if (q < 0) this.quote[k] = 0;
      else {
        const state = speech[i] === 1 ? IN_SPEECH : IN_TERM;
        if (i === 0 || quote[i - 1] !== q) this.quote[k] = state + FIRST;
        else this.quote[k] = i + 1 === this.size || quote[i + 1] !== q ? state + LAST : state;
      }
    }
  }

  private readCues(): void {
    this.cues = findCueGroups(this.frame);
    for (let c = 0; c < this.cues.length; c++) {
      const { from, to, verb, lemma, takes, voice, negated } = this.cues[c]!;
      this.cueLemma[c] = lemmaHash(lemma);
      const kind = pair(pair(takes, voice.length), negated ? 1 : 2);
      this.cueKind[c] = kind;
      for (let i = from; i < to; i++) this.cue[i + PAD] = pair(kind, i === verb ? 3 : i < verb ? 2 : 1);
    }
  }

  private readUtterances(own: readonly Utterance[]): void {
    for (const { lemma, trailing, passive, source, cue, content } of own) {
      const build = (trailing ? 1 : 0) + (passive ? 2 : 0) + (source === null ? 4 : 0);
      const value = pair(lemmaHash(lemma), build);
      const fill = (range: { readonly from: number; readonly to: number } | null) => {
        if (range !== null) this.said.fill(value, range.from + PAD, range.to + PAD);
      };
      content.forEach(fill);
      fill(source);
      fill(cue);
    }
  }

  private lookLeft(): void {
    const { forms, cues, size } = this;
    let mark = 0;
    let markAt = -1;
    let verb = NOTHING;
    let verbAt = -FAR;
    let opener = NOTHING;
    let openerAt = -FAR;
    let cue = -1;
    let openerSinceCue = NOTHING;
    let markSinceCue = 0;
    let quoteAt = -FAR;
    let commas = 0;
    for (let i = 0; i < size; i++) {
      while (cue + 1 < cues.length && cues[cue + 1]!.to <= i) {
        cue++;
        openerSinceCue = NOTHING;
        markSinceCue = 0;
      }
      this.leftMark[i] = mark;
      this.leftMarkAt[i] = markAt;
      this.leftVerb[i] = verb;
      this.leftVerbAt[i] = verbAt;
      this.opener[i] = opener;
      this.openerAt[i] = openerAt;
      this.leftCue[i] = cue;
      this.openerSinceCue[i] = openerSinceCue;
      this.markSinceCue[i] = markSinceCue;
      this.leftQuoteAt[i] = quoteAt;
      this.commas[i] = commas;
      const k = i + PAD;
      const form = forms[i]!;
      if (form.mark > 0) {
        mark = form.mark;
        markAt = i;
        markSinceCue = mark;
        if (mark === MARK_COMMA) commas++;
      } else if (form.opener) {
        opener = form.norm;
        openerAt = i;
        if (openerSinceCue === NOTHING) openerSinceCue = form.norm;
      }
      if (this.pos[k] === VERB || this.pos[k] === AUX) {
        verb = this.lemma[k]!;
        verbAt = i;
      }
      if (this.quote[k] === CLOSES_SPEECH) quoteAt = i;
    }
  }

  private lookRight(): void {
    const { cues, size } = this;
    let mark = 0;
    let markAt = size;
    let verb = NOTHING;
    let verbAt = size + FAR;
    let cue = cues.length;
    let quoteAt = size + FAR;
    for (let i = size - 1; i >= 0; i--) {
      while (cue > 0 && cues[cue - 1]!.from > i) cue--;
      this.rightMark[i] = mark;
      this.rightMarkAt[i] = markAt;
      this.rightVerb[i] = verb;
      this.rightVerbAt[i] = verbAt;
      this.rightCue[i] = cue < cues.length ? cue : -1;
      this.rightQuoteAt[i] = quoteAt;
      const k = i + PAD;
      if (this.mark[k]! > 0) {
        mark = this.mark[k]!;
        markAt = i;
      }
      if (this.pos[k] === VERB || this.pos[k] === AUX) {
        verb = this.lemma[k]!;
        verbAt = i;
      }
      if (this.quote[k] === OPENS_SPEECH) quoteAt = i;
    }
  }
}
