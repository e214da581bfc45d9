import { SOURCE_PREPOSITIONS } from '../language/en/cues.js';
import { clean, FRONTED, hasFinite, quoteRun } from './contents.js';
import type { Frame } from './frames.js';
import type { Range } from './noun-phrases.js';
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

/** Longest speaker before a colon, and longest after one in a headline, in words. */
const MAX_LABEL = 6;
const MAX_TAIL = 3;

/** `Mayor: we will not yield` and `Prices to rise: report` in headlines; `Smith: “…”` in text. */
export function colonSpeaker(frame: Frame, index: number, found: readonly Utterance[]): Utterance | null {
  const { words, quote, headline } = frame;
  const at = words.findIndex((w, i) => w.text === ':' && quote[i]! < 0);
  if (at < 1 || at >= words.length - 1) return null;
  if (found.some((u) => u.cue !== null && (u.cue.to === at || u.cue.from < at))) return null;
  const make = (source: Range, content: Range): Utterance =>
    utterance({
      frame: index,
      source,
      cue: { from: at, to: at + 1 },
      content: [content],
      lemma: ':',
      trailing: source.from > content.from,
    });
  if (headline && words.length - at - 1 <= MAX_TAIL && isNominal(words.slice(at + 1))) {
    return make({ from: at + 1, to: words.length }, clean(frame, 0, at));
  }
  const label = words.slice(0, at);
  if (at > MAX_LABEL || !isNominal(label) || !label.some((w) => w.pos === 'PROPN')) return null;
  if (quote[at + 1]! >= 0) return make({ from: 0, to: at }, quoteRun(frame, at + 1, words.length));
  if (!headline || !hasFinite(frame, at + 1, words.length)) return null;
  return make({ from: 0, to: at }, clean(frame, at + 1, words.length));
}

function isNominal(words: readonly { readonly pos: string; readonly text: string }[]): boolean {
  return words.every(
    (w) => /^(?:PROPN|NOUN|ADJ|DET|NUM|ADP|CCONJ)$/.test(w.pos) || /^[.'’,]$|^['’]s$/.test(w.text),
  );
}
