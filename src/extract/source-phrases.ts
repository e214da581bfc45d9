import { SOURCE_PREPOSITIONS } from '../language/en/cues.js';
import { TIME_WORDS } from '../language/en/phrase-bounds.js';
import { PEOPLE_NOUNS } from '../language/en/unnamed.js';
import { clean, FRONTED, hasFinite, quoteRun } from './contents.js';
import type { Frame } from './frames.js';
import { introduction } from './introductions.js';
import { isFiniteVerb, type Range } from './noun-phrases.js';
import { phraseAt } from './phrases-after.js';
import { type Utterance, utterance } from './utterance.js';

/** "according to X", "per X": source right after; content the rest of the sentence or the clause before. */
export function accordingTo(frame: Frame, index: number): Utterance[] {
  const { words, quote, speech } = frame;
  const found: Utterance[] = [];
  let done = 0;
  for (let i = 0; i < words.length; i++) {
    if (speech[i] === 1) continue;
    const cue = SOURCE_PREPOSITIONS.find((p) => p.every((w, n) => words[i + n]?.norm === w));
    if (cue === undefined) continue;
    // A bare "per" is "an hour" nearly everywhere else.
    if (cue.length === 1 && i > 0 && words[i - 1]!.text !== ',') continue;
    const source = phraseAt(frame, i + cue.length);
    if (source === null) continue;
    const fronted = i === done || (i === 1 && FRONTED.test(words[0]!.norm));
    let content = clean(frame, done, i);
    if (fronted) {
      const from = words[source.to]?.text === ',' ? source.to + 1 : source.to;
      content =
        (quote[from] ?? -1) >= 0 ? quoteRun(frame, from, words.length) : clean(frame, from, words.length);
    }
    done = source.to;
    if (content.to <= content.from) continue;
    found.push(
      utterance({
        frame: index,
        source,
        cue: { from: i, to: i + cue.length },
        content: [content],
        lemma: cue.join('_'),
        trailing: !fronted,
      }),
    );
    i = source.to - 1;
  }
  return found;
}

/** Longest speaker before a colon, longest behind one in a headline, and longest behind a dash, in words. */
const MAX_LABEL = 6;
const MAX_TAIL = 3;
const MAX_CREDIT = 20;

/** Speakers told by layout alone: a label, a colon, a dash behind the words. `found`: what verbs told of the frame. */
export function byLayout(frame: Frame, index: number, found: readonly Utterance[]): Utterance[] {
  const told =
    labelled(frame, index) ?? colonSpeaker(frame, index, found) ?? dashSpeaker(frame, index, found);
  return told === null ? [] : [told];
}

/** `MAYOR LUND: No.`, `From Chairwoman Calder: …`: the words behind a label, which have no marks. */
function labelled(frame: Frame, index: number): Utterance | null {
  const { words, quote } = frame;
  const at = quote.findIndex((q) => q >= 0);
  if (at < 1 || QUOTE_MARK.test(words[at]!.text)) return null;
  let to = at;
  while (to > 0 && !LETTERS.test(words[to - 1]!.text)) to--;
  let from = 0;
  while (from < to && (!LETTERS.test(words[from]!.text) || OPENS_LABEL.test(words[from]!.norm))) from++;
  if (from >= to) return null;
  const cue = words.findIndex((w, i) => i >= to && /^[:.]$/.test(w.text));
  return utterance({
    frame: index,
    source: { from, to },
    cue: cue < 0 || cue >= at ? null : { from: cue, to: cue + 1 },
    content: [quoteRun(frame, at, words.length)],
    lemma: ':',
  });
}

const QUOTE_MARK = /^(?:["“”«»„`]|''|‘|'|,,)/;
const LETTERS = /[\p{L}\p{N}]/u;
const OPENS_LABEL = /^(?:joint|press|statement|message|note|word|letter|remarks?|comments?|from|by|of)$/;

/** `Mayor: we will not yield` and `Prices to rise: report` in headlines; `Smith: “…”` and `She put it so: “…”` in text. */
function colonSpeaker(frame: Frame, index: number, found: readonly Utterance[]): Utterance | null {
  const { words, quote, speech, headline } = frame;
  const at = words.findIndex((w, i) => w.text === ':' && quote[i]! < 0);
  if (at < 1 || at >= words.length - 1) return null;
  if (found.some((u) => u.cue !== null && (u.cue.to === at || (headline && u.cue.from < at)))) return null;
  const make = (source: Range, content: Range): Utterance =>
    utterance({
      frame: index,
      source,
      cue: { from: at, to: at + 1 },
      content: [content],
      lemma: ':',
      trailing: source.from > content.from,
    });
  const tail = words.slice(at + 1);
  // "For immediate release: 4 March 2031"
  const dated = tail.every(({ pos, norm }) => pos === 'NUM' || pos === 'PUNCT' || TIME_WORDS.has(norm));
  if (headline && tail.length <= MAX_TAIL && isNominal(tail) && !dated) {
    return make({ from: at + 1, to: words.length }, clean(frame, 0, at));
  }
  const label = words.slice(0, at);
  const quoted = quote[at + 1]! >= 0;
  const names = label.some(({ pos, norm }) => pos === 'PROPN' || (headline && PEOPLE_NOUNS.has(norm)));
  if (at <= MAX_LABEL && isNominal(label) && names) {
    if (quoted) return make({ from: 0, to: at }, quoteRun(frame, at + 1, words.length));
    if (!headline || !hasFinite(frame, at + 1, words.length)) return null;
    return make({ from: 0, to: at }, clean(frame, at + 1, words.length));
  }
  if (!quoted || speech[at + 1] !== 1 || isTold(found, at + 1)) return null;
  const introduced = introduction(frame, index, at);
  return introduced === null ? null : { ...introduced, content: [quoteRun(frame, at + 1, words.length)] };
}

/** `“We will not wait.” — Ines Calder, harbour master`. */
function dashSpeaker(frame: Frame, index: number, found: readonly Utterance[]): Utterance | null {
  const { words, quote, speech } = frame;
  if (speech[0] !== 1) return null;
  let at = 0;
  while (at < words.length && quote[at] === quote[0]) at++;
  const source = creditOf(frame, at);
  if (source === null || isTold(found, at - 1)) return null;
  const cue = { from: at, to: at + 1 };
  return utterance({ frame: index, source, cue, content: [{ from: 0, to: at }], lemma: '—', trailing: true });
}

/** "— Ines Calder, harbour master" from a dash to the end of its frame: the one named there; else null. */
export function creditOf({ words, quote }: Frame, dash: number): Range | null {
  if (!/^(?:[—–―-]|--+)$/.test(words[dash]?.text ?? '')) return null;
  const from = dash + 1;
  let to = words.length;
  while (to > from && /^[.\])]$/.test(words[to - 1]!.text)) to--;
  if (to <= from || to - from > MAX_CREDIT || words[from]!.pos === 'ADV') return null;
  for (let i = from; i < to; i++)
    if (quote[i]! >= 0 || /^[:;!?]$/.test(words[i]!.text) || isFiniteVerb(words, i)) return null;
  const head = words[from]!;
  return head.pos === 'PROPN' || /^\p{Lu}/u.test(head.text) || PEOPLE_NOUNS.has(head.norm)
    ? { from, to }
    : null;
}

function isTold(found: readonly Utterance[], at: number): boolean {
  return found.some(({ content }) => content.some(({ from, to }) => from <= at && at < to));
}

function isNominal(words: readonly { readonly pos: string; readonly text: string }[]): boolean {
  return words.every(
    (w) => /^(?:PROPN|NOUN|ADJ|DET|NUM|ADP|CCONJ)$/.test(w.pos) || /^[.'’,]$|^['’]s$/.test(w.text),
  );
}
