/** Who signs an account and when, as one line of it or its data say. */
import { WEEKDAY } from '../language/en/calendar.js';
import {
  DATE_PARTICLES,
  NOBODY,
  PUBLISHED,
  SIGNED_BY,
  SIGNED_LABELS,
  UPDATED,
  WEEKDAYS_ABROAD,
} from '../language/signed-words.js';
import { type DateOrder, findDate } from './dates.js';
import { isFurniture } from './lineforms.js';
import { AGENCY_KEYS, outletKey } from './name-keys.js';

/** Longer lines sign nothing. In code units. */
const MAX_LINE = 200;
/** A name has no more words. */
const NAME_WORDS = 6;

/** The name of an outlet that people are not called by, in letters. */
const DESK_OF = 5;

const OPENING = new RegExp(`^(?:(?:${SIGNED_BY})(?:\\s?:\\s?|\\s+)|(?:${SIGNED_LABELS})\\s?:\\s?)`, 'iu');
const NOBODY_WHOLE = new RegExp(`^(?:${NOBODY})$`, 'iu');
const CLOCK = '\\d{1,2}(?:[:.h]\\d{2}){1,2}(?:\\s?[ap]\\.?m\\.?)?(?:\\s?[A-Z]{1,5}T|\\s?GMT|\\s?UTC)?';
/** A label of a language that the tables lack. */
const LABEL = /^\W{0,3}[\p{L}\p{M} ]{1,30}:\W{0,3}$/u;
/** What may stand right before and after a date and belongs to it. */
const BEFORE = new RegExp(
  `(?:(?<!\\p{L})(?:(${PUBLISHED})\\s?:?|(?:${UPDATED})\\s?:?|${DATE_PARTICLES}|${WEEKDAY}|${WEEKDAYS_ABROAD})|${CLOCK}|[\\s,;|/·•–—[(-])$`,
  'iu',
);
const AFTER = new RegExp(`^(?:(?:${DATE_PARTICLES})(?!\\p{L})|${CLOCK}|[\\s,;:|/·•–—\\])@-])`, 'iu');
const ADDRESS = /\(?[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}\)?|\(?@\w{1,40}\)?|https?:\/\/\S+/gu;
const SEPARATOR = /\s*(?:\n|\s[|·•/–—-]\s|·|\|)\s*/u;
const BETWEEN = /\s*(?:,|;|&|\band\b|\bund\b|\bet\b|(?<= )[ey](?= ))\s*/u;
const EDGES = /^[^\p{L}"“‘'(]+|[\s,;:|/·•–—(-]+$/gu;
const PARTICLE =
  /^(?:van|von|vom|zu|zur|de|del|della|der|den|di|da|das|dos|do|du|la|le|bin|ibn|al|el|ter|ten|y|e|of|the|i)$/u;
/** A word of a name: "Calder", "O’Rook", "J.", "LUND", "Jean-Paul"; of a script without capitals any. */
const NAME_WORD = /^(?:(?:[\p{Lu}\p{Lt}]|d['’]\p{Lu}|de\p{Lu})[\p{L}\p{M}.'’-]*|[\p{Lo}\p{M}]{1,12})$/u;

/** What a line says of its account. */
export interface Signature {
  /** As the line writes them; null where it names nobody. */
  readonly names: string | null;
  /** ISO 8601; null where it has no date or one that cannot be told. */
  readonly published: string | null;
  /** It opens with "By" or the like, so that what follows is meant as an author. */
  readonly opens: boolean;
}

/**
 * A line that signs: nothing but names, or names and a date, or a date ("By Ines Calder on Monday, 3 May 2038", "Ines
 * Calder - May 3, 2038, 8:15 pm", "Publicado por: Ines Calder"). Null for any other line.
 */
export function readSignature(
  line: string,
  own: readonly (string | null)[] = [],
  order: DateOrder = null,
): Signature | null {
  if (line.length > MAX_LINE) return null;
  const { rest, published, dated } = withoutDates(line, order);
  const parts = rest
    .split(SEPARATOR)
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && !LABEL.test(part) && !isOwn(part, own));
  for (const [i, part] of parts.entries()) {
    const opens = OPENING.test(part);
    // A name alone signs only beside a date, and before what else the line has.
    if (!opens && (!dated || i > 0)) continue;
    const names = authorsIn(part, own);
    // "Von Trier", "Por Favor": a word alone after these is as often no author.
    if (opens && !dated && !/^by\b/i.test(part) && !/\s/.test(names ?? '')) continue;
    if (names !== null && readsAsName(names.split(BETWEEN)[0]!)) return { names, published, opens };
  }
  return dated && parts.length === 0 ? { names: null, published, opens: false } : null;
}

/**
 * The names in what signs an account, as written but without "By", dates and addresses. Null where nobody is named: the
 * newsroom, an account's name, or `own`, the outlet itself under one of its names or its host's.
 */
export function authorsIn(written: string, own: readonly (string | null)[] = []): string | null {
  const { rest } = withoutDates(written.slice(0, MAX_LINE).replace(/\s+/g, ' ').trim(), null);
  const [line] = rest.split('\n');
  const bare = line!.replace(ADDRESS, ' ').replace(/\s+/g, ' ').trim().replace(OPENING, '');
  const parts = bare.split(BETWEEN).map((part) => part.replace(EDGES, ''));
  const kept = parts.filter((part) => /\p{L}/u.test(part) && !isOwn(part, own));
  if (kept.every((part) => NOBODY_WHOLE.test(part))) return null;
  const text = kept.length === parts.length ? bare : kept.join(', ');
  return text.replace(EDGES, '') || null;
}

/** Is it shaped as the name of one person, or an agency's? */
export function readsAsName(part: string): boolean {
  const words = part.trim().split(/\s+/);
  if (isAgency(part)) return true;
  if (words.length > NAME_WORDS || isFurniture(part) || /^(?:the|an?)\s/i.test(part)) return false;
  // One word alone is a first name as names are written ("Regan"), or an agency, and no account ("kevin-r", "GTO").
  if (words.length === 1) return /^(?:\p{Lu}\p{Ll}{2,}|\p{Lo}{2,5})$/u.test(part);
  return (
    NAME_WORD.test(words[0]!) &&
    NAME_WORD.test(words.at(-1)!) &&
    words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word) || /^\(?["“'].+["”']\)?$/u.test(word))
  );
}

/** The outlet itself or a desk of it: "CBS News" of CBS News, "Gazette Sport" at gazette.example. */
function isOwn(part: string, own: readonly (string | null)[]): boolean {
  const key = outletKey(part);
  const short = !/\s/.test(part.trim());
  return own.some((outlet) => {
    const name = outlet === null ? '' : outletKey(outlet);
    if (key === name) return true;
    // "Gazette Sport" of the Gazette; "Gazette" of Gazette Online.
    return (
      (name.length >= DESK_OF && key.startsWith(name)) ||
      (short && key.length >= DESK_OF && name.startsWith(key))
    );
  });
}

const isAgency = (name: string): boolean => AGENCY_KEYS.has(outletKey(name));

/** The line with its dates, their labels, weekdays and times of day cut out; the first one published, else the first. */
function withoutDates(
  line: string,
  order: DateOrder,
): { rest: string; published: string | null; dated: boolean } {
  let rest = line;
  const dates: { iso: string | null; first: boolean }[] = [];
  for (let date = findDate(rest, order); date !== null && dates.length < 4; date = findDate(rest, order)) {
    let head = rest.slice(0, date.start);
    let tail = rest.slice(date.end);
    let first = false;
    for (let more = BEFORE.exec(head); more !== null; more = BEFORE.exec(head)) {
      first ||= more[1] !== undefined;
      head = head.slice(0, more.index);
    }
    for (let more = AFTER.exec(tail); more !== null; more = AFTER.exec(tail))
      tail = tail.slice(more[0].length);
    dates.push({ iso: date.iso, first });
    rest = `${head}\n${tail}`;
  }
  const published = dates.find((date) => date.first) ?? dates[0];
  return { rest: rest.trim(), published: published?.iso ?? null, dated: dates.length > 0 };
}
