import {
  DOMAIN_NOUNS,
  FACILITY_HEADS,
  LAW_HEADS,
  ORGANISATION_HEADS,
} from '../../language/en/organisations.js';
import {
  FINAL_OFFICES,
  HONORIFICS,
  OFFICE_MODIFIERS,
  OFFICES,
  SECOND_OFFICES,
} from '../../language/en/titles-of-people.js';
import { demonymOf, isGivenName, regionsNamed } from '../places/gazetteer.js';
import type { Word } from '../words.js';

/** A part of a capitalised sequence between the offices in it, and the office or honorific before it, '' where none. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

/**
 * A capitalised sequence without the offices in it: "White House Press Secretary Ada Lund" is "White House" and
 * "Ada Lund". An office that opens the name of a body stays ("General Assembly", "Attorney General's Office").
 */
export function cutOffices(words: readonly Word[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  let title = '';
  const cut = (k: number, next: number) => {
    const end = withoutModifiers(words, start, k);
    if (end > start) pieces.push({ from: start, to: end, title });
    start = next;
    title = words[k]!.text;
  };
  for (let k = from; k < to; k++) {
    const { key } = words[k]!;
    if (!HONORIFICS.has(key) && !OFFICES.has(key)) continue;
    if (k === to - 1) {
      const named = k - start === 1 && (title !== '' || isGivenName(words[start]!.key));
      // "Department of Justice", "Center of Media Justice", "Office of the Governor"
      const part = words.slice(start, k).some(({ key }) => key === 'of' || key === 'for');
      if (k > start && FINAL_OFFICES.has(key) && !named && !part) cut(k, to);
      // "the Director General"
      if (k === start && title !== '' && SECOND_OFFICES.has(key)) cut(k, to);
      continue;
    }
    const run = officesOf(words, k, to);
    if (run !== null) {
      cut(k, run);
      title = '';
      k = run - 1;
      continue;
    }
    if (isGiven(words, k, to) || opensBody(words, k, to)) continue;
    if (words[k + 1]!.key === 'of' || words[k + 1]!.key === 'for') {
      // "Secretary of State Olle Vig", "Undersecretary for Political Affairs Ada Lund"
      if (/^(?:of|for)$/.test(words[k - 1]?.key ?? '') || /^of$/.test(words[k - 2]?.key ?? '')) continue;
      const head = words[to - 1]!.key;
      if (ORGANISATION_HEADS.has(head) && k === start) {
        // "Director of the Fisheries Board"
        cut(k, words[k + 2]?.key === 'the' ? k + 3 : k + 2);
        title = '';
        k = start - 1;
        continue;
      }
      const name = behindOffice(words, k + 2, to);
      const field = words.slice(k + 2, name).some(({ key }) => key !== 'the');
      cut(k, name);
      if (!field) title = '';
      k = name - 1;
      continue;
    }
    cut(k, k + 1);
  }
  if (start < to) pieces.push({ from: start, to, title });
  return pieces;
}

/** "Director General of the Directorate": where what the offices are of begins; null without two offices and "of". */
function officesOf(words: readonly Word[], k: number, to: number): number | null {
  let last = k;
  while (last + 1 < to && OFFICES.has(words[last + 1]!.key)) last++;
  const of = words[last + 1];
  if (last === k || last + 1 >= to || of?.key !== 'of') return null;
  return words[last + 2]?.key === 'the' ? last + 3 : last + 2;
}

/** "Dean Lund": where the word of an office is the given name. */
function isGiven(words: readonly Word[], k: number, to: number): boolean {
  return (
    (words[k]!.key === 'dean' || words[k]!.key === 'earl') && to - k === 2 && words[k - 1]?.key !== 'the'
  );
}

/** An office that is a part of the name of a body, a law or a building; abbreviations never are. */
function opensBody(words: readonly Word[], k: number, to: number): boolean {
  const { key, text } = words[k]!;
  if (
    HONORIFICS.has(key) ||
    (text.endsWith('.') && key.length < 5) ||
    /^(?:gov|sen|rep|gen|sgt|lt)$/.test(key)
  )
    return false;
  const next = words[k + 1]!.key;
  // "Director of the Fisheries Board"
  if (next === 'of') return false;
  if (DOMAIN_NOUNS.has(next)) return true;
  const head = words[to - 1]!.key;
  if (ORGANISATION_HEADS.has(head) || LAW_HEADS.has(head)) return true;
  return FACILITY_HEADS.has(head) && !(isGivenName(next) && to - k <= 4);
}

/** Where what is no field of an office begins behind "Secretary of …"; `to` where nothing does. */
function behindOffice(words: readonly Word[], from: number, to: number): number {
  let name = from;
  while (
    name < to &&
    (DOMAIN_NOUNS.has(words[name]!.key) ||
      /^(?:the|and|for|political|global|public|staff|affairs|management|council|operations|administration|policy)$/.test(
        words[name]!.key,
      ))
  )
    name++;
  // "Speaker of the House Ada Lund"
  if (words[name]?.key === 'house' && name + 1 < to) name++;
  return name;
}

/** End of the piece without what belongs to the office behind it: "Prime", "Majority", "Treasury". */
function withoutModifiers(words: readonly Word[], from: number, to: number): number {
  let end = to;
  while (end > from && OFFICE_MODIFIERS.has(words[end - 1]!.key)) end--;
  let left = from;
  while (left < end && (regionsNamed(words[left]!.key).length > 0 || demonymOf(words[left]!.key) !== null))
    left++;
  const domain = words
    .slice(left, end)
    .every(({ key }) => DOMAIN_NOUNS.has(key) || key === 'and' || key === '&');
  return domain ? left : end;
}
