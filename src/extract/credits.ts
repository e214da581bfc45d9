import { HANDED_VERBS, OUTLET_WORK, REPORTED_PARTICIPLES, SEEN_VERBS } from '../language/en/documents.js';
import { OUTLET_NOUNS } from '../language/en/unnamed.js';
import type { Credit } from '../model/analysis.js';
import type { Span } from '../model/span.js';
import type { ParsedText } from '../text/parsed.js';
import { bodyMeant } from './bodies-meant.js';
import { AGENCY, creditsInLines, fullest, isOutletForm, wireDateline } from './credit-lines.js';
import type { Frame } from './frames.js';
import type { NameIndex } from './names/name-index.js';
import type { Range } from './noun-phrases.js';
import type { SourceList } from './source-list.js';
import { spanOfWords } from './source-list.js';
import type { Resolved } from './speaker-context.js';
import type { Utterance } from './utterance.js';

interface Input {
  readonly parsed: ParsedText;
  readonly frames: readonly Frame[];
  readonly utterances: readonly Utterance[];
  readonly resolved: readonly Resolved[];
  readonly index: NameIndex;
  readonly list: SourceList;
}

/** Every credit to an outlet or agency, in the text and in the lines around it, in order of place. */
export function findCredits(input: Input): Credit[] {
  const credits = [...inUtterances(input), ...inFrames(input), ...creditsInLines(input.parsed, input.index)];
  const seen = new Set<string>();
  return credits
    .sort(
      (a, b) =>
        a.outletSpan.start - b.outletSpan.start ||
        a.outletSpan.end - b.outletSpan.end ||
        KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind),
    )
    .filter((c) => {
      const key = `${c.outletSpan.start}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map((c) => ({ ...c, sentence: sentenceAt(input.parsed, c.outletSpan.start) }));
}

/** The sentence that holds the offset, or null: the lines around the text have none. */
function sentenceAt({ sentences }: ParsedText, offset: number): number | null {
  let lo = 0;
  let hi = sentences.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (sentences[mid]!.end <= offset) lo = mid + 1;
    else hi = mid;
  }
  return lo < sentences.length && sentences[lo]!.start <= offset ? lo : null;
}

/** Where two rules read the same words, the first of these kinds stands. */
const KIND_ORDER: readonly Credit['kind'][] = [
  'dateline',
  'byline',
  'copyright',
  'credit-line',
  'contributed',
  'seen',
  'told',
  'reported',
  'link',
];

/** Words that may follow "told" without an outlet's form: reporters hear, and so do crowds; only names in capitals count. */
const ACRONYM = /^[A-Z][A-Z0-9&.-]{1,6}$/;
interface OutletMention {
  readonly outlet: string;
  readonly span: Span;
  readonly range: Range;
}

/** The outlets named in words of the range; `told`: any acronym or programme in quotation marks will do. */
function outletsIn(frame: Frame, range: Range, index: NameIndex, told: boolean): OutletMention[] {
  const found: OutletMention[] = [];
  for (const n of index.within(frame, range)) {
    const name = index.names[n.name]!;
    const programme = told && opensQuote(frame, n.from) && !index.isPerson(n.name);
    if (
      name.kind === 'outlet' ||
      programme ||
      isOutletForm(name.name) ||
      (told &&
        !index.isPerson(n.name) &&
        ACRONYM.test(frame.words[n.to - 1]!.text) &&
        n.to - n.from === 1 &&
        n.from === range.from)
    ) {
      found.push({ outlet: name.name, span: spanOfWords(frame, n), range: n });
    }
  }
  if (found.length > 0) return found;
  for (let i = range.from; i < range.to; i++) {
    const w = frame.words[i]!;
    if (AGENCY.test(w.text) && w.pos !== 'VERB')
      return [{ outlet: w.text, span: { start: w.start, end: w.end }, range: { from: i, to: i + 1 } }];
  }
  return [];
}

/** Whether a word is the first inside its quotation marks: of a longer quotation a name is no programme. */
function opensQuote({ quote, words }: Frame, at: number): boolean {
  const before = at > 0 && quote[at - 1] === quote[at] && /[\p{L}\p{N}]/u.test(words[at - 1]!.text);
  return quote[at]! >= 0 && !before;
}

const INTERVIEWED =
  /^(?:interview|interviews|appearance|remarks|comments|conversation|email|e-mail|statement|briefing|segment)$/;

/** told, reported and seen, as far as attributions show them. */
function inUtterances({ frames, utterances, resolved, index, list }: Input): Credit[] {
  const found: Credit[] = [];
  const heardIn = (at: number, range: Range): OutletMention[] => {
    const named = outletsIn(frames[at]!, range, index, true);
    return named.length > 0 ? named : outletMeant(frames, at, range, index);
  };
  utterances.forEach((u, n) => {
    const frame = frames[u.frame]!;
    const speaker = resolved[n]!.speaker;
    const source = u.source;
    const isOutlet = speaker !== null && list.drafts[speaker]!.kind === 'outlet';
    const sentence = null;
    const at = (kind: Credit['kind'], o: OutletMention, span: Span, who: number | null): void => {
      found.push({
        kind,
        outlet: o.outlet,
        span,
        outletSpan: o.span,
        sentence,
        block: frame.block,
        source: who,
      });
    };
    if (u.addressee !== null && !isOutlet) {
      for (const o of heardIn(u.frame, u.addressee)) {
        at(
          'told',
          o,
          u.cue === null ? o.span : { start: frame.words[u.cue.from]!.start, end: o.span.end },
          speaker,
        );
      }
    }
    for (const range of [u.adverbial, u.fronted]) {
      if (range === null || isOutlet) continue;
      const { words } = frame;
      let heard = -1;
      for (let i = range.from; i < range.to; i++) {
        const { norm } = words[i]!;
        if (
          INTERVIEWED.test(norm) ||
          norm === 'speaking' ||
          norm === 'speak' ||
          norm === 'talking' ||
          ((norm === 'to' || norm === 'on') && heard < 0)
        )
          heard = i;
      }
      if (heard < 0) continue;
      const end = range === u.adverbial ? quotedTail(frame, range.to) : range.to;
      for (const o of heardIn(u.frame, { from: range.from, to: end })) {
        at('told', o, { start: Math.min(words[range.from]!.start, o.span.start), end: o.span.end }, speaker);
      }
    }
    const agency = source === null || u.lemma !== 'report' ? [] : agencyIn(frame, source, index);
    if (
      source !== null &&
      (isOutlet || agency.length > 0) &&
      u.attitude === 'asserts' &&
      REPORTS.has(u.lemma)
    ) {
      const named = isOutlet ? outletsIn(frame, source, index, false) : agency;
      for (const o of (named.length > 0 ? named : heardIn(u.frame, source)).slice(0, 1)) {
        const cue = u.cue;
        const span =
          cue === null
            ? o.span
            : {
                start: Math.min(o.span.start, frame.words[cue.from]!.start),
                end: Math.max(o.span.end, frame.words[cue.to - 1]!.end),
              };
        at('reported', o, span, null);
      }
    }
  });
  return found;
}

/** "the same newspaper", "the paper": the outlet named before, at most one. */
function outletMeant(frames: readonly Frame[], at: number, range: Range, index: NameIndex): OutletMention[] {
  const frame = frames[at]!;
  for (let i = range.from; i < range.to; i++) {
    if (!OUTLET_NOUNS.has(frame.words[i]!.norm)) continue;
    const from = frame.words[i - 1]?.norm === 'same' ? i - 2 : i - 1;
    if (frame.words[from]?.norm !== 'the') continue;
    const name = bodyMeant(frames, at, from, frame.words[i]!.norm, index);
    if (name === null) return [];
    const here = { from, to: i + 1 };
    return [{ outlet: index.names[name]!.name, span: spanOfWords(frame, here), range: here }];
  }
  return [];
}

/** "The Meridian agency reported": an agency that reports is one of news, known or not. */
function agencyIn(frame: Frame, range: Range, index: NameIndex): OutletMention[] {
  return index.within(frame, range).flatMap((n) => {
    const next = frame.words[n.to]?.text === 'news' ? n.to + 1 : n.to;
    if (frame.words[next]?.text !== 'agency' || index.isPerson(n.name)) return [];
    return [{ outlet: index.names[n.name]!.name, span: spanOfWords(frame, n), range: n }];
  });
}

/** Verbs by which an outlet's report is passed on. */
const REPORTS = new Set(
  'report say write note reveal find tell add explain publish disclose quote cite according_to per as_per show suggest describe confirm announce estimate state claim : detail establish learn uncover'.split(
    ' ',
  ),
);

/** A programme in quotation marks right after the adverbial: on “Fox & Friends”. */
function quotedTail(frame: Frame, to: number): number {
  const q = frame.quote[to] ?? -1;
  let end = to;
  while (q >= 0 && end < frame.words.length && frame.quote[end] === q && end - to < 9) end++;
  return end;
}

/** "reviewed by X", "X obtained a copy", "an X report", "X contributed", and wire datelines at the head of a paragraph. */
function inFrames({ parsed, frames, index, list }: Input): Credit[] {
  const found: Credit[] = [];
  let block = -1;
  for (const frame of frames) {
    const { words } = frame;
    const opens = frame.block !== block;
    block = frame.block;
    if (opens) {
      const dateline = wireDateline(parsed.text, words[0]!.start);
      if (dateline !== null)
        found.push({
          kind: 'dateline',
          outlet: fullest(dateline.outlet, index),
          span: dateline.span,
          outletSpan: dateline.outletSpan,
          sentence: null,
          block,
          source: null,
        });
    }
    for (let i = 0; i < words.length; i++) {
      const { norm } = words[i]!;
      const next = words[i + 1]?.norm;
      const push = (kind: Credit['kind'], o: OutletMention, from: number, source: number | null) =>
        found.push({
          kind,
          outlet: o.outlet,
          span: {
            start: Math.min(words[from]!.start, o.span.start),
            end: Math.max(words[from]!.end, o.span.end),
          },
          outletSpan: o.span,
          sentence: null,
          block: frame.block,
          source,
        });
      const passive =
        (SEEN_VERBS.has(norm) && next === 'by') ||
        (HANDED_VERBS.has(norm) && (next === 'with' || next === 'to'));
      if (passive) {
        const range = { from: i + 2, to: Math.min(words.length, i + 10) };
        for (const o of outletsIn(frame, range, index, true)) {
          if (o.range.from - range.from > 5 && !listed(frame, range.from, o.range.from)) break;
          push('seen', o, i, documentAt(list, words[i]!.start, words[i]!.end));
        }
      } else if (REPORTED_PARTICIPLES.has(norm) && next === 'by') {
        const o = outletsIn(frame, { from: i + 2, to: Math.min(words.length, i + 8) }, index, false)[0];
        if (o !== undefined && o.range.from - i <= 3) push('reported', o, i, null);
      } else if (REPORTED_PARTICIPLES.has(norm) && i > 0) {
        // "a memo that the Courier disclosed"; behind another credit: “…,” a memo says, the Courier reported.
        const o = outletsIn(frame, { from: Math.max(0, i - 6), to: i }, index, false).at(-1);
        const passedOn = norm === 'reported' && endsClause(frame, i + 1);
        if (o?.range.to === i && (passedOn || isRelative(frame, o.range.from - 1)))
          push('reported', o, i, null);
      } else if (SEEN_VERBS.has(norm) && i > 0 && norm !== 'read') {
        const o = outletsIn(frame, { from: Math.max(0, i - 6), to: i }, index, false).at(-1);
        const between = words.slice(o?.range.to ?? i, i);
        if (o !== undefined && between.length <= 2 && !between.some((w) => NO_SIGHT.test(w.norm)))
          push('seen', o, i, documentAt(list, words[i]!.start, words[i]!.end));
      } else if (norm === 'contributed' && /^(?:to|reporting)$/.test(next ?? '')) {
        for (const o of outletsIn(frame, { from: Math.max(0, i - 30), to: i }, index, false))
          push('contributed', o, i, null);
      } else if ((norm === 'reporting' || OUTLET_WORK.has(norm)) && i > 0) {
        const o = outletsIn(frame, { from: Math.max(0, i - 6), to: i }, index, false).at(-1);
        const genitive = o !== undefined && words[o.range.to]?.norm === "'s";
        if (
          o !== undefined &&
          (o.range.to === i || (genitive && o.range.to + 1 >= i - 1)) &&
          norm !== 'reporting'
        )
          push('reported', o, i, null);
        else if (next === 'by' || next === 'in' || next === 'from') {
          const o2 = outletsIn(frame, { from: i + 2, to: Math.min(words.length, i + 7) }, index, false)[0];
          if (o2 !== undefined && o2.range.from - i <= 3) push('reported', o2, i, null);
        }
      }
    }
  }
  return found;
}

/** Whether a relative clause begins at a word, or behind it with an article: "that the". */
function isRelative({ words }: Frame, at: number): boolean {
  const here = words[at]?.norm;
  return /^(?:that|which)$/.test((here === 'the' ? words[at - 1]?.norm : here) ?? '');
}

/** Whether a clause ends at a word, but for when: "the Courier reported on Tuesday." */
function endsClause({ words }: Frame, at: number): boolean {
  const next = words[at];
  return (
    next === undefined || !/[\p{L}\p{N}]/u.test(next.text) || /^(?:on|last|earlier|first|in)$/.test(next.norm)
  );
}

/** "has not seen", "was seen": nothing that the outlet saw. */
const NO_SIGHT = /^(?:not|never|n't|was|were|is|been|be)$/;

function listed(frame: Frame, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (frame.words[i]!.pos === 'CCONJ') return true;
  return false;
}

function documentAt(list: SourceList, start: number, end: number): number | null {
  const at = list.drafts.findIndex(
    (d) => d.kind === 'document' && d.mentions.some((m) => m.start <= start && m.end >= end),
  );
  return at < 0 ? null : at;
}
