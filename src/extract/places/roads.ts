import { POSTAL_STATES, ROAD_OPENERS, ROAD_WORDS } from '../../language/en/roads.js';
import type { Span } from '../../model/span.js';
import type { ParsedText } from '../../text/parsed.js';
import { type Word, wordsOf } from '../words.js';
import { regionsNamed } from './gazetteer.js';

/** Roads that are numbered ("Highway 108", "I-95", "Ky. 52", "the A406"), in text order. */
export function numberedRoads(parsed: ParsedText): (Span & { readonly sentence: number })[] {
  const roads: (Span & { readonly sentence: number })[] = [];
  for (const sentence of parsed.sentences) {
    const words = wordsOf(parsed, sentence);
    for (let i = 0; i < words.length; i++) {
      const road = roadAt(words, i);
      if (road === null) continue;
      roads.push({ start: words[road.from]!.start, end: words[road.to - 1]!.end, sentence: sentence.index });
      i = road.to - 1;
    }
  }
  return roads;
}

function roadAt(words: readonly Word[], i: number): { readonly from: number; readonly to: number } | null {
  const word = words[i]!;
  if (!word.capital) return null;
  if (/^(?:I|US|U\.S\.|SR|CR|FM|M|US)-\d{1,3}\p{Lu}?$/u.test(word.text)) return { from: i, to: i + 1 };
  if (/^[AM]\d{1,4}$/.test(word.text) && words[i - 1]?.key === 'the') return { from: i, to: i + 1 };
  const number = words[i + 1];
  if (number === undefined || !/^\d{1,4}\p{Lu}?$/u.test(number.text) || number.line !== word.line)
    return null;
  const state = POSTAL_STATES.has(word.text) || (word.text.endsWith('.') && isState(word.text));
  if (!ROAD_WORDS.has(word.key) && !state) return null;
  // "Ill. 60 percent", "W.Va. 61 and"
  if (state && /^(?:percent|%|people|years?|days?|million)$/.test(words[i + 2]?.key ?? '')) return null;
  let from = i;
  while (from > 0 && words[from - 1]!.capital && ROAD_OPENERS.has(words[from - 1]!.key)) from--;
  return { from, to: i + 2 };
}

const isState = (text: string): boolean =>
  regionsNamed(text.toLowerCase()).some(({ kind, country }) => kind === 'state' && country === 'US');
