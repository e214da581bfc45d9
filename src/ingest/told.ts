/** What tables and press databases tell in words: languages, and days with months in several languages. */
import { LANGUAGE_NAMES } from '../language/language-names.js';
import { MONTH_NAMES } from '../language/month-names.js';
import { isoDate } from '../text/dates.js';

const LANGUAGES = new Map(
  Object.entries(LANGUAGE_NAMES).flatMap(([code, names]) => names.map((name) => [name, code] as const)),
);
const MONTHS = new Map(
  Object.entries(MONTH_NAMES).flatMap(([english, names]) => names.map((name) => [name, english] as const)),
);

/** Longer cells name no day. In code units. */
const MAX_DAY = 200;
/** "3. März 2031", "3 de marzo de 2031", "1er mars 2031", "3-Mar-2031". */
const WORDED =
  /(?<!\d)(\d{1,2})(?:\.|er|st|nd|rd|th)?[ \u00a0-](?:de )?(\p{L}{3,12})\.?,?[ \u00a0-](?:de |del )?(\d{4})(?!\d)/u;

/** Lower case, without accents, punctuation and spaces: how names of columns and languages are compared. */
export function bare(name: string): string {
  return name
    .slice(0, 200)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** ISO 639 code of "en-GB", "English", "ENGLISH; Englisch"; null where neither a code nor a name that is known. */
export function languageCode(name: string | null): string | null {
  if (name === null) return null;
  const first = name
    .trim()
    .slice(0, 60)
    .split(/[;,/(]/)[0]!
    .trim();
  return (
    LANGUAGES.get(bare(first)) ??
    /^([a-z]{2,3})(?:[-_][a-z0-9_-]{2,20})?$/i.exec(first)?.[1]?.toLowerCase() ??
    null
  );
}

/** As isoDate, with months in German, French and Spanish too. */
export function isoDay(raw: string): string | null {
  const text = raw.slice(0, MAX_DAY).normalize('NFC');
  const worded = WORDED.exec(text);
  const english = worded === null ? undefined : (MONTHS.get(bare(worded[2]!)) ?? worded[2]);
  return isoDate(
    worded === null
      ? text
      : `${text.slice(0, worded.index)}${worded[1]} ${english} ${worded[3]}${text.slice(worded.index + worded[0].length)}`,
  );
}
