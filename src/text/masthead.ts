import { NAVIGATION_PHRASES, NAVIGATION_WORDS } from '../language/en/mastheads.js';
import { SMALL_WORDS } from '../language/en/name-words.js';
import { OUTLETS } from '../language/en/organisations.js';
import { isOutletName } from './lineforms.js';
import { establishedName, outletKey } from './name-keys.js';

/** A masthead is one line at the head of a page and short. */
const MAX_MASTHEAD = 160;
/** So many words of navigation make a bar of links; one may be a word of a headline. */
const LEAST_NAVIGATION = 2;
/** Longest name of an outlet, in words and in characters. */
const NAME_WORDS = 5;
const MAX_NAMEPLATE = 60;
/** At least this share of a bar's words is known; a headline in title case has a rubric's name or two among its words. */
const NAVIGATION_SHARE = 0.5;

export interface Masthead {
  /** The outlet's name as the line has it; null for a bar of links alone. Not yet certain: see `readMetadata`. */
  readonly name: string | null;
}

/** A line above the headline that is a bar of links, with the outlet's name before it; null for any other line. */
export function readMasthead(line: string): Masthead | null {
  if (line.length > MAX_MASTHEAD || /[.?!]["”’]?$/.test(line)) return null;
  const text = line.replace(/^.{0,40}\bskip to (?:main |the )?(?:content|navigation)\b\W*/i, '').trim();
  return bySeparators(text) ?? byWords(text) ?? byTagline(text);
}

/**
 * The name of an outlet that is all a line holds, as prose writes it ("THE HARBOUR GAZETTE" → "The Harbour Gazette");
 * null for any other line.
 */
export function readNameplate(line: string): string | null {
  if (line.length > MAX_NAMEPLATE) return null;
  const text = line.replace(/\*\*|^[#*_\s]+|[*_\s]+$/g, '');
  if (!/^[\p{L}\p{N}][^()]*$/u.test(text)) return null;
  const name = isCapitals(text) ? (established(text) ?? titleCase(text)) : text;
  if (isKnownOutlet(name)) return name;
  const words = name.split(/\s+/);
  if (words.length < 2 || words.every(navigates) || /\b(?:Staff|Writers?)$/.test(name)) return null;
  return isOutletName(name) ? name : null;
}

const established = (name: string): string | null =>
  establishedName(outletKey(name)) ?? establishedName(outletKey(name.replace(/ (?:network|online)$/i, '')));

/** No small letter in it. */
export const isCapitals = (line: string): boolean => /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line);

/** An outlet or agency that the tables have; two letters are too few to tell. */
export const isKnownOutlet = (name: string): boolean =>
  name.length > 2 && (established(name) !== null || OUTLETS.has(name.toLowerCase()));

/** "Orrelhaven Packet | Harbour | Town | Notices", or with wide spaces between. */
function bySeparators(text: string): Masthead | null {
  const parts = text.split(/\s*[|·•»›]\s*| {2,}|\t+/).filter((part) => part !== '');
  if (parts.length < 3 || parts.some((part) => part.split(/\s+/).length > NAME_WORDS)) return null;
  const rubrics = parts.slice(1).filter((part) => part.split(/\s+/).every(navigates));
  if (rubrics.length < LEAST_NAVIGATION) return null;
  return { name: nameOf(parts[0]!) };
}

/** "The Morvane Chronicle Home Politics Money Letters Log in", "Boats Gear Markets Law Classifieds" */
function byWords(text: string): Masthead | null {
  const words = text.replace(NAVIGATION_PHRASES, 'Login').split(/\s+/);
  // The bar is what the line ends with; rubrics of the outlet's own may stand inside it.
  const first = words.findIndex(
    (word, i) => navigates(word) && words.slice(i).every((w) => /^\p{Lu}/u.test(w)),
  );
  const bar = words.slice(Math.max(0, first));
  const known = bar.filter(navigates).length;
  if (first < 0 || known < LEAST_NAVIGATION || known < NAVIGATION_SHARE * bar.length) return null;
  if (words.length - first < LEAST_NAVIGATION + 1 && first > NAME_WORDS) return null;
  return { name: nameOf(words.slice(0, first).join(' ')) };
}

/** "HARBOURLINE The weekly for people who work on the water" */
function byTagline(text: string): Masthead | null {
  const match =
    /^((?:\p{Lu}{4,})(?: \p{Lu}{2,}){0,3}) (?=(?:The|A|An|Your|News|Since|All)\b)(?:\p{L}[\p{L}'’,-]* ?){2,12}$/u.exec(
      text,
    );
  return match ? { name: titleCase(match[1]!) } : null;
}

const navigates = (word: string): boolean =>
  NAVIGATION_WORDS.has(word.toLowerCase().replace(/[^\p{L}-]/gu, ''));

function nameOf(text: string): string | null {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > NAME_WORDS || words.every(navigates)) return null;
  if (!words.every((word) => /^(?:\p{Lu}[^,;:]*$|of$|and$|&$|the$)/u.test(word))) return null;
  const name = words.join(' ');
  return isCapitals(name) ? titleCase(name) : name;
}

/** "THE DECK AND QUAY WEEKLY" → "The Deck and Quay Weekly". */
export const titleCase = (capitals: string): string =>
  capitals
    .toLowerCase()
    .replace(/(?<![\p{L}\p{N}'’])\p{L}[\p{L}\p{N}'’]*/gu, (word, at: number) =>
      at > 0 && SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
