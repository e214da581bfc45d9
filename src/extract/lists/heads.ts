import { OPEN_LIST_CLOSERS, OPEN_LIST_OPENERS, PLACE_HEADS } from '../../language/en/enumerations.js';
import type { LocalFigure } from '../../model/analysis.js';
import type { Token } from '../../text/parsed.js';
import { inPhrase, isBreak, isComma, LONGEST_ITEM } from './items.js';

/** Tokens looked at before a list for its head. */
const HEAD_WINDOW = 30;

/** What a list is of: the noun ('' where not told), how it is opened and closed. */
export interface ListHead {
  readonly head: string;
  /** Not said to be whole: "including", "are among". */
  readonly open: boolean;
  /** The head stands behind the items: "A, B and C are among the 10 cities". */
  readonly behind: boolean;
}

/** What the items in tokens `first` to `last` (half-open) are; `places`: they are names of places, as far as is known. */
export function headOf(tokens: readonly Token[], first: number, last: number, places: boolean): ListHead {
  const closer = [3, 2].find((n) =>
    OPEN_LIST_CLOSERS.has(
      tokens
        .slice(last, last + n)
        .map((token) => token.norm)
        .join(' '),
    ),
  );
  const opener = openerBefore(tokens, first);
  const open = closer !== undefined || opener?.open === true;
  const behind = closer === undefined ? '' : headAfter(tokens, last + closer);
  if (behind !== '') return { head: behind, open, behind: true };
  const head =
    opener !== null || places ? headBefore(tokens, opener?.from ?? first, places, opener !== null) : '';
  return { head, open, behind: false };
}

/** True where the figure counts things of this head: "10 sanctuary cities" of "cities". */
export function counts(figure: LocalFigure, head: string): boolean {
  return isCount(figure) && lastWord(figure) === head;
}

/**
 * The count that an earlier sentence gives of the things listed, or null: the nearest one of the same head; for places
 * whose head is not told, the only head of places that the document has counted, if as many are listed or the sentence is the list.
 */
export function countedEarlier(
  earlier: readonly LocalFigure[],
  head: string,
  places: boolean,
  items: number,
  enumerates: boolean,
): LocalFigure | null {
  const fits = (figure: LocalFigure) => figure.value! >= items;
  if (head !== '') return earlier.findLast((figure) => counts(figure, head) && fits(figure)) ?? null;
  if (!places) return null;
  const counted = earlier.filter((figure) => isCount(figure) && PLACE_HEADS.has(lastWord(figure)));
  const values = new Set(counted.map((figure) => figure.value));
  const nearest = counted.at(-1);
  if (nearest === undefined || values.size !== 1 || !fits(nearest)) return null;
  return nearest.value === items || (enumerates && nearest.value! < items * 2) ? nearest : null;
}

/** A whole number of things, no measure. */
export function isCount(figure: LocalFigure): boolean {
  return figure.unit === '' && figure.value !== null && Number.isInteger(figure.value);
}

/** The noun that a figure counts, lower case. */
export function lastWord(figure: LocalFigure): string {
  return figure.of.toLowerCase().split(' ').at(-1)!;
}

function openerBefore(
  tokens: readonly Token[],
  first: number,
): { readonly from: number; readonly open: boolean } | null {
  let at = first;
  if (isComma(tokens[at - 1]) || tokens[at - 1]?.norm === 'in') at--;
  for (const n of [2, 1]) {
    if (at - n < 0) continue;
    const words = tokens
      .slice(at - n, at)
      .map((token) => token.norm)
      .join(' ');
    if (OPEN_LIST_OPENERS.has(words)) return { from: at - n, open: true };
  }
  const mark = tokens[first - 1];
  if (mark !== undefined && (mark.text === ':' || mark.text === '(' || isBreak(mark)))
    return { from: first - 1, open: false };
  return null;
}

/** The plural noun that the list spells out: for places the nearest noun of places, else the noun next before. */
function headBefore(tokens: readonly Token[], before: number, places: boolean, opened: boolean): string {
  let nearest = '';
  for (let i = before - 1; i >= Math.max(0, before - HEAD_WINDOW); i--) {
    const token = tokens[i]!;
    if (token.pos !== 'NOUN' && token.pos !== 'PROPN') continue;
    if (places && PLACE_HEADS.has(token.norm) && token.norm.endsWith('s')) return token.norm;
    if (nearest === '' && /s$|people|men|women|children/.test(token.norm)) nearest = token.norm;
  }
  return places || !opened ? '' : nearest;
}

function headAfter(tokens: readonly Token[], from: number): string {
  let head = '';
  for (let i = from; i < Math.min(tokens.length, from + LONGEST_ITEM); i++) {
    const token = tokens[i]!;
    if (token.pos === 'NOUN') head = token.norm;
    else if (head !== '' || !inPhrase(token)) break;
  }
  return head;
}
