import type {
  LocalAttribution,
  LocalFigure,
  LocalList,
  LocalName,
  LocalPlace,
  LocalSource,
  LocalTime,
} from '../model/analysis.js';
import type { Span } from '../model/span.js';
import { compareSpans } from '../text/order.js';
import type { ParsedSentence, ParsedText } from '../text/parsed.js';

/** What the other extractors found in the document; spans are UTF-16 offsets into its text. */
export interface Found {
  readonly sources: readonly LocalSource[];
  readonly attributions: readonly LocalAttribution[];
  readonly figures: readonly LocalFigure[];
  readonly times: readonly LocalTime[];
  readonly places: readonly LocalPlace[];
  readonly names: readonly LocalName[];
  readonly lists: readonly LocalList[];
}

/** A span of the thing with this index. */
export interface Item extends Span {
  readonly index: number;
}

/** The found things by the sentences they touch. */
export class FoundBySentence {
  readonly attributions: readonly (readonly number[])[];
  readonly figures: readonly (readonly Item[])[];
  readonly times: readonly (readonly Item[])[];
  readonly places: readonly (readonly Item[])[];
  readonly names: readonly (readonly Item[])[];
  readonly lists: readonly (readonly Item[])[];

  constructor(
    readonly parsed: ParsedText,
    readonly found: Found,
  ) {
    const place = (spans: readonly Item[]) => bySentence(parsed.sentences, spans);
    const items = (things: readonly { readonly span: Span }[]) =>
      place(things.map(({ span }, index) => ({ start: span.start, end: span.end, index })));
    this.figures = items(found.figures);
    this.times = items(found.times);
    this.places = items(found.places);
    this.lists = items(found.lists);
    this.names = place(found.names.flatMap(({ mentions }, index) => mentions.map((m) => ({ ...m, index }))));
    this.attributions = place(
      found.attributions.flatMap((a, index) =>
        [...a.content, ...a.cue, ...a.source].map((s) => ({ ...s, index })),
      ),
    ).map((list) => [...new Set(list.map(({ index }) => index))].sort((a, b) => a - b));
  }
}

/** Items by the sentences they touch. */
function bySentence(sentences: readonly ParsedSentence[], items: readonly Item[]): Item[][] {
  const lists: Item[][] = sentences.map(() => []);
  for (const item of [...items].sort(compareSpans)) {
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentences[middle]!.end <= item.start) low = middle + 1;
      else high = middle;
    }
    for (; low < sentences.length && sentences[low]!.start < item.end; low += 1) lists[low]!.push(item);
  }
  return lists;
}
