import { CALENDAR_WORDS } from '../../language/en/common-words.js';
import { OFFICES } from '../../language/en/offices.js';
import type { LocalFigure, LocalList, LocalName, LocalPlace } from '../../model/analysis.js';
import type { Span } from '../../model/span.js';
import { compareSpans } from '../../text/order.js';
import type { ParsedSentence, ParsedText, Token } from '../../text/parsed.js';
import { indexAt } from '../../text/spans.js';
import { isSite } from '../names/kinds.js';
import { type Bullets, bulletsOf } from './bullets.js';
import { countedEarlier, counts, headOf, isCount, lastWord } from './heads.js';
import { type Item, isCoordinator, itemsAround, MIN_ITEMS } from './items.js';

/** What lists are read with: names and places by where they start. */
interface Known {
  readonly nameAt: ReadonlyMap<number, LocalName>;
  readonly placeAt: ReadonlyMap<number, LocalPlace>;
}

/** The figures of a list's sentence and those before it. */
interface Told {
  readonly earlier: readonly LocalFigure[];
  readonly here: readonly LocalFigure[];
}

/** Earlier figures looked at for the count of a list: more than a news story has. */
const LOOK_BACK = 200;

/** Enumerations of three or more like things ("A, B, C and D"), in text order. */
export function findLists(
  parsed: ParsedText,
  figures: readonly LocalFigure[],
  places: readonly LocalPlace[],
  names: readonly LocalName[],
): LocalList[] {
  const nameAt = new Map(names.flatMap((name) => name.mentions.map((mention) => [mention.start, name])));
  const known = { nameAt, placeAt: new Map(places.map((place) => [place.span.start, place])) };
  const insideName = nameCover(names);
  const lists: LocalList[] = [];
  let before = 0;
  for (const sentence of parsed.sentences) {
    while (before < figures.length && figures[before]!.sentence < sentence.index) before++;
    let after = before;
    while (after < figures.length && figures[after]!.sentence === sentence.index) after++;
    const told = {
      earlier: figures.slice(Math.max(0, before - LOOK_BACK), before),
      here: figures.slice(before, after),
    };
    let free = 0;
    for (let i = 0; i < sentence.tokens.length; i++) {
      if (!isCoordinator(sentence.tokens[i]!) || insideName(sentence.tokens[i]!.start)) continue;
      const found = itemsAround(sentence, i, free, known.placeAt);
      if (found === null) continue;
      const items = withoutFrame(sentence.tokens, found, known);
      const apposed = apposedTo(sentence.tokens, items, told.here, known);
      if (apposed === null && !alike(sentence.tokens, items, known)) continue;
      free = items[items.length - 1]!.to;
      i = free - 1;
      const list = describe(parsed, sentence, apposed === null ? items : items.slice(1), told, known);
      lists.push(
        apposed === null
          ? list
          : { ...list, head: lastWord(apposed), stated: apposed.value, statedSpan: apposed.span },
      );
    }
  }
  lists.push(...bulletsOf(parsed).map((bullets) => below(bullets, figures, known)));
  return lists.sort((a, b) => compareSpans(a.span, b.span));
}

/** Lines below one another, with what the sentence above them says they are: "It bought six ports:". */
function below(
  { opener, sentences, items }: Bullets,
  figures: readonly LocalFigure[],
  known: Known,
): LocalList {
  const tokens = opener?.tokens ?? [];
  const counted = figures.findLast(
    (figure) =>
      figure.sentence === opener?.index &&
      isCount(figure) &&
      figure.ofSpan !== null &&
      (figure.value === items.length || !doesMore(tokens, figure.ofSpan.end)),
  );
  const named = headOf(tokens, tokens.length, tokens.length, false).head;
  const noun = tokens.findLast(({ norm }) => norm === named);
  // "Inspectors will look at:" lists no inspectors.
  const head = noun === undefined || doesMore(tokens, noun.end) ? '' : named;
  return {
    span: { start: items[0]!.start, end: items[items.length - 1]!.end },
    items,
    kind: kindOf(items, known),
    head: counted === undefined ? head : lastWord(counted),
    stated: counted?.value ?? null,
    statedSpan: counted?.span ?? null,
    open: /\b(?:includ|such as|among them)/i.test(tokens.map(({ text }) => text).join(' ')),
    sentence: sentences[0]!.index,
  };
}

/** A verb behind the noun: it is who does something, not what is listed. */
const doesMore = (tokens: readonly Token[], end: number): boolean =>
  tokens.some(({ start, pos, norm }) => start >= end && pos === 'VERB' && !norm.endsWith('ing'));

/** "three women, Ada Lund, Ina Vig and Runa Fenn": the first item says how many the others are, and of what. */
function apposedTo(
  tokens: readonly Token[],
  items: readonly Item[],
  here: readonly LocalFigure[],
  known: Known,
): LocalFigure | null {
  const [first, ...rest] = items as [Item, ...Item[]];
  if (rest.length < 2 || !rest.every((item) => isNamed(tokens, item, known))) return null;
  const [start, end] = [tokens[first.from]!.start, tokens[first.to - 1]!.end];
  return (
    here.find(
      (figure) =>
        figure.value === rest.length &&
        figure.of !== '' &&
        figure.span.start >= start &&
        figure.ofSpan !== null &&
        figure.ofSpan.end === end,
    ) ?? null
  );
}

/** True for offsets inside a name: "Customs and Border Protection" is one thing. */
function nameCover(names: readonly LocalName[]): (offset: number) => boolean {
  const spans = names.flatMap((name) => name.mentions).sort(compareSpans);
  return (offset) => indexAt(spans, offset) >= 0;
}

/** "the mayors of Skarvick, Harrowfleet and Tessaquay" lists the towns: the frame before the first name goes. */
function withoutFrame(tokens: readonly Token[], items: readonly Item[], known: Known): readonly Item[] {
  const [first, ...rest] = items as [Item, ...Item[]];
  if (!rest.every((item) => isNamed(tokens, item, known))) return items;
  if (rest.some((item) => tokens.slice(item.from, item.to).some((token) => token.norm === 'of')))
    return items;
  for (let i = first.to - 1; i > first.from + 1; i--) {
    const cut = { from: i, to: first.to };
    if (tokens[i - 1]!.norm === 'of' && tokens[i - 2]!.pos === 'NOUN' && isNamed(tokens, cut, known))
      return [cut, ...rest];
  }
  return items;
}

/** The item is a name, with or without its article. */
function isNamed(tokens: readonly Token[], { from, to }: Item, { nameAt, placeAt }: Known): boolean {
  const at = tokens[from]!.norm === 'the' && from + 1 < to ? from + 1 : from;
  const { start } = tokens[at]!;
  if (nameAt.has(start) || placeAt.has(start)) return true;
  return tokens[to - 1]!.pos === 'PROPN' && /^\p{Lu}/u.test(tokens[to - 1]!.text);
}

/** All names, or all common nouns of a similar make: "Monday, officials and the city" is no list. */
function alike(tokens: readonly Token[], items: readonly Item[], known: Known): boolean {
  if (items.some(({ from, to }) => to - from <= 2 && CALENDAR_WORDS.has(tokens[to - 1]!.norm))) return false;
  if (shareHead(tokens, items)) return false;
  // "Runa Lund, the mayor's counsel and deputy director": what she is.
  const role = ({ to }: Item): boolean => OFFICES.has(tokens[to - 1]!.norm) && tokens[to - 1]!.pos === 'NOUN';
  if (items.slice(1).some(role) && !items.every(role)) return false;
  const named = items.filter((item) => isNamed(tokens, item, known)).length;
  if (named === items.length) return true;
  if (named > 0) return named >= items.length - 1 && items.length > MIN_ITEMS;
  const lengths = items.map(({ from, to }) => to - from);
  return Math.max(...lengths) - Math.min(...lengths) <= UNLIKE_LENGTHS;
}

/** Items whose lengths, in tokens, differ by more are no like things. */
const UNLIKE_LENGTHS = 4;

/** "rescue, smuggling and intelligence operations": modifiers of the noun at the end. */
function shareHead(tokens: readonly Token[], items: readonly Item[]): boolean {
  const last = items[items.length - 1]!;
  const head = tokens[last.to - 1]!;
  if (last.to - last.from < 2 || head.pos !== 'NOUN' || tokens[last.from]!.pos === 'DET') return false;
  const bare = (token: Token) => token.pos === 'PROPN' || token.pos === 'ADJ' || !isPlural(token);
  return (
    isPlural(head) &&
    items.slice(0, -1).every(({ from, to }) => tokens[from]!.pos !== 'DET' && bare(tokens[to - 1]!))
  );
}

const isPlural = (token: Token): boolean =>
  /[^s]s$|^(?:people|men|women|children|police)$/.test(token.norm) && token.pos === 'NOUN';

function describe(
  parsed: ParsedText,
  sentence: ParsedSentence,
  items: readonly Item[],
  { earlier, here }: Told,
  known: Known,
): LocalList {
  const { tokens } = sentence;
  const spans: Span[] = items.map(({ from, to }) => ({
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
  }));
  const span = { start: spans[0]!.start, end: spans[spans.length - 1]!.end };
  const places = spans.filter(({ start }) => mayBePlace(start, known)).length * 2 > spans.length;
  const named = items.every((item) => isNamed(tokens, item, known));
  const { head, open, behind } = headOf(tokens, items[0]!.from, items[items.length - 1]!.to, places);
  const near =
    head === ''
      ? undefined
      : here.find((figure) => counts(figure, head) && (behind || figure.span.end <= span.start));
  // "Skarvick, Harrowfleet and Tessaquay did not sign" names some of them, "They are …" all.
  const enumerates =
    span.end - span.start > (sentence.end - sentence.start) / 2 &&
    !/\p{L}/u.test(parsed.text.slice(span.end, sentence.end));
  const stated = near ?? (named ? countedEarlier(earlier, head, places, items.length, enumerates) : null);
  return {
    span,
    items: spans,
    kind: named ? kindOf(spans, known) : null,
    head: head === '' && stated !== null ? lastWord(stated) : head,
    stated: stated?.value ?? null,
    statedSpan: stated?.span ?? null,
    open:
      open ||
      /^,? (?:and|among) (?:others|them|elsewhere|more)\b/.test(parsed.text.slice(span.end, span.end + 20)),
    sentence: sentence.index,
  };
}

/** What most of the names are; null where no kind has most of them. */
function kindOf(spans: readonly Span[], { nameAt, placeAt }: Known): LocalName['kind'] | null {
  const counts = new Map<LocalName['kind'], number>();
  for (const { start } of spans) {
    const kind = placeAt.get(start)?.literal === true ? 'place' : nameAt.get(start)?.kind;
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  for (const [kind, count] of counts) if (count * 2 > spans.length) return kind;
  return null;
}

/** A place of the table, or a name in one word that nothing marks as a person or a body. */
function mayBePlace(start: number, { nameAt, placeAt }: Known): boolean {
  if (placeAt.has(start)) return true;
  const name = nameAt.get(start);
  return name !== undefined && (isSite(name.kind) || (name.kind === 'other' && !name.name.includes(' ')));
}
