/** What one line of a page looks like by itself, wherever it stands. */

import {
  AUTHOR_TRADES,
  CAPTION_LINES,
  COPYRIGHT_LINES,
  CREDIT_LINES,
  FURNITURE_LINES,
  OUTLET_WORDS,
  PHOTO_AGENCIES,
  PROMPT_OPENINGS,
  SUMMARY_LABELS,
} from '../language/en/boilerplate.js';
import { STOP_WORDS } from '../language/en/stopwords.js';

const whole = (sources: readonly string[]): RegExp => new RegExp(`^(?:${sources.join('|')})$`, 'iu');

const FURNITURE = whole(FURNITURE_LINES);
const LABEL = whole([`(?:${SUMMARY_LABELS})\\W*`]);
const PROMPT = new RegExp(`^\\W{0,3}(?:${PROMPT_OPENINGS.join('|')})`, 'iu');
const CREDIT = whole(CREDIT_LINES);
const COPYRIGHT = whole(COPYRIGHT_LINES);
const CAPTION = whole(CAPTION_LINES.map((source) => source.replace('PHOTO_AGENCY', PHOTO_AGENCIES)));
/** As for captions below: what every such line has. */
const COPYRIGHT_HINT =
  /©|\(c\)|copyright|rights reserved|permission|material may not|(?:distributed|syndicated) by/i;
const AUTHOR_HINT = new RegExp(`${AUTHOR_TRADES}|holds`, 'i');
/** Every caption has one of these; most paragraphs have none, and the search for captions is dear. */
const CAPTION_HINT = new RegExp(
  `/|via|photo|picture|image|illustration|video|screenshot|file|caption|credit|courtesy|above|left|right|top|bottom|clockwise|${PHOTO_AGENCIES}`,
  'i',
);
/** "… at the harbour (Tom Rook/Reuters)", "… [Rook via AP]" */
const PHOTO_CREDIT =
  /[[(][^()[\]]{0,40}\p{Lu}[^()[\]]{0,40}(?:\s?\/\s?|\svia\s)\p{Lu}[^()[\]]{1,40}[\])]\.?$/u;
const AUTHOR_NOTE = new RegExp(
  `\\b(?:is|was|has been|are) (?:an? |the |our )?(?:[\\p{L}'’-]+ ){0,5}(?:${AUTHOR_TRADES})\\b|^.{2,60} (?:covers|reports|writes|joined|holds)\\b`,
  'iu',
);
const OUTLET = new RegExp(
  `^(?:The |— ?|– ?|- ?)?(?:[\\p{Lu}&][\\p{L}.&’'-]* ){0,4}(?:${OUTLET_WORDS})(?: (?:News|Service|Agency|Online|Staff|Writers?|Network))*$`,
  'u',
);

/** Lines are looked at up to here: none of these forms is longer. */
const MAX_LINE = 500;
/** A prompt of more words than this is a paragraph that happens to begin like one. */
const MAX_PROMPT_WORDS = 40;

/** A headline is not longer, in words. */
export const HEADLINE_WORDS = 30;

const PARTICLE = '(?:van|von|de|del|della|der|den|di|da|dos|du|la|le|bin|ibn|al|el|ter|ten|y|e)';
const GIVEN = "(?:\\p{Lu}[\\p{L}\\p{M}’'.-]*)";
const NAME = `${GIVEN}(?: (?:${PARTICLE} ){0,2}${GIVEN}){1,3}`;
const NAMES = new RegExp(
  `^(?:[—–-]\\s?)?${NAME}(?:\\s?(?:,|;|&|\\band\\b|\\|)\\s?(?:and )?${NAME}){0,7}$`,
  'u',
);
const BY =
  /^(?:(?:by|written by|posted by|author|reported by|story by|text by|words by)\s?:?\s+|(?:from|report by)\s?:\s?)/i;
const STAFF =
  /^(?:from|by) (?:staff|wire|news services|associated press|agency) ?(?:and wire |and agency )?(?:reports?|writers?|services?)?$/i;

export function isFurniture(line: string): boolean {
  return line.length <= 120 && FURNITURE.test(line);
}
export function isSummaryLabel(line: string): boolean {
  return line.length <= 60 && LABEL.test(line);
}
export function isPrompt(line: string): boolean {
  return line.length <= MAX_LINE && PROMPT.test(line) && countWords(line) <= MAX_PROMPT_WORDS;
}
export function isCredit(line: string): boolean {
  if (line.length > 320 || !CREDIT.test(line)) return false;
  // "Reporting by the Courier showed …" is told.
  return (
    !/[.?!]["”]?\s\p{Lu}.{40}/u.test(line) &&
    !/\b(?:said|showed|shows|found|has|have|was|were|is|are|that)\b/.test(line)
  );
}
export function isCopyright(line: string): boolean {
  return line.length <= MAX_LINE && COPYRIGHT_HINT.test(line) && COPYRIGHT.test(line);
}
export function isCaption(line: string): boolean {
  if (line.length > MAX_LINE || !CAPTION_HINT.test(line)) return false;
  return CAPTION.test(line) || PHOTO_CREDIT.test(line);
}
/** "Ines Calder is a reporter who covers harbours." */
export function isAuthorNote(line: string): boolean {
  if (line.length > MAX_LINE) return false;
  const head = line.slice(0, 200);
  return AUTHOR_HINT.test(head) && AUTHOR_NOTE.test(head);
}
/** Nothing but the name of an outlet. */
export function isOutletName(line: string): boolean {
  return line.length <= 60 && OUTLET.test(line);
}
/** Nothing but names of people (or of things: the form alone does not tell). */
export function isNames(line: string): boolean {
  return line.length <= 200 && NAMES.test(line);
}
/** "By Ines Calder", "By INES CALDER and Tom Rook, Staff Writers". */
export function isByline(line: string): boolean {
  if (line.length > 200) return false;
  if (STAFF.test(line)) return true;
  const by = BY.exec(line);
  return (
    by !== null &&
    /^[\p{Lu}@]/u.test(line.slice(by[0].length)) &&
    countWords(line) <= 24 &&
    !/[?!;]|[a-z]{3}\.$/.test(line)
  );
}

/** A line of Markdown without the stars and lines that set all of it apart. */
export const withoutEmphasis = (line: string): string =>
  line.replace(/^[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}$/g, '');

/** Stretches without white space that hold a letter or a digit, among the first 4,000 characters. */
export function countWords(line: string): number {
  const end = Math.min(line.length, 4_000);
  let count = 0;
  let counted = false;
  for (let i = 0; i < end; i++) {
    const code = line.charCodeAt(i);
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) counted = false;
    else if (counted && code < 0x80) continue;
    else if (code >= 0x80) {
      const point = line.codePointAt(i)!;
      const char = String.fromCodePoint(point);
      if (/\s/.test(char)) counted = false;
      else if (!counted && /[\p{L}\p{N}]/u.test(char)) {
        counted = true;
        count++;
      }
      if (point > 0xffff) i++;
    } else if ((code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a)) {
      counted = true;
      count++;
    }
  }
  return count;
}

/** Share of function words among the first words; running English has about .4, keyword lines below .15. */
export function functionWordShare(line: string): number {
  const words =
    line
      .slice(0, 400)
      .toLowerCase()
      .match(/[\p{L}’']+/gu) ?? [];
  return words.length === 0
    ? 0
    : words.filter((w) => STOP_WORDS.has(w.replace(/’/g, "'"))).length / words.length;
}

/** Words of four letters or more mostly begin with a capital, as in an English headline. */
export function isTitleCase(line: string): boolean {
  const long = line.slice(0, 400).match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  return long.length > 0 && long.filter((w) => /^\p{Lu}/u.test(w)).length >= 0.7 * long.length;
}

/** Ends as a sentence does. */
export function endsSentence(line: string): boolean {
  return /[.?!…]["”’'»)\]*_]*$/.test(line.slice(-10));
}
