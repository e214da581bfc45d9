import { NAVIGATION_PHRASES, NAVIGATION_WORDS } from '../language/en/mastheads.js';

/** A masthead is one line at the head of a page and short. */
const MAX_MASTHEAD = 160;
/** So many words of navigation make a bar of links; one may be a word of a headline. */
const LEAST_NAVIGATION = 2;
/** Longest name of an outlet, in words. */
const NAME_WORDS = 5;

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

/** "Orrelhaven Packet | Harbour | Town | Notices" */
function bySeparators(text: string): Masthead | null {
  const parts = text.split(/\s*[|·•»›]\s*/).filter((part) => part !== '');
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
  if (first < 0 || words.slice(first).filter(navigates).length < LEAST_NAVIGATION) return null;
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
  return words.every((word) => /^(?:\p{Lu}|of$|and$|&$|the$)/u.test(word)) ? words.join(' ') : null;
}

const titleCase = (name: string): string =>
  name.replace(/\p{Lu}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
