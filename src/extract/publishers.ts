/** The outlet or body that a page's own lines say published it. */
import type { Block } from '../model/document.js';
import { placeOfDate } from '../text/datelines.js';
import { isKnownOutlet, readMasthead, readNameplate } from '../text/masthead.js';
import { AGENCY_KEYS, outletKey } from '../text/name-keys.js';
import { issuerOf } from './issuers.js';

/** The outlet by its masthead, beside the byline, as issuer or by its copyright line; null where none tells, or they differ. */
export function publisherOf(text: string, blocks: readonly Block[]): string | null {
  const told = blocks.findIndex(({ role }) => role === 'body' || role === 'list' || role === 'quote');
  const head = told < 0 ? blocks : blocks.slice(0, told);
  return (
    mastheadOf(text, head) ??
    signedOutlet(text, head) ??
    issuerOf(text, blocks) ??
    holderOf(
      text,
      blocks.filter(({ role }) => role === 'copyright'),
    )
  );
}

/** An outlet's name above the headline, alone or before a bar of links, is the page's own. */
function mastheadOf(text: string, head: readonly Block[]): string | null {
  const headline = head.findIndex(({ role }) => role === 'headline');
  // Without a headline the first line may be anything; a name that all know is one.
  const above = head.slice(0, headline < 0 ? 1 : headline);
  const names = above.flatMap(({ start, end }) => {
    const line = text.slice(start, end);
    const alone = readNameplate(line);
    if (alone !== null) return headline >= 0 || (isKnownOutlet(alone) && !isAgency(alone)) ? [alone] : [];
    if (headline < 0) return [];
    const name = readMasthead(line)?.name ?? null;
    return name !== null && (readNameplate(name) !== null || saysElsewhere(text, name)) ? [name] : [];
  });
  const name = only(names);
  return name === null ? null : fullName(text, name);
}

const isAgency = (name: string): boolean => AGENCY_KEYS.has(outletKey(name));

/** Names that a reprint bears of whom it has the text from. */
const WIRE = /\b(?:Agency|Agencies|Service|Wire)$/;

/** "The Harbour Gazette" beside the byline or the date, or before the date in its line; a wire's name there is a credit. */
function signedOutlet(text: string, head: readonly Block[]): string | null {
  const names = head.flatMap(({ start, end, role }, i) => {
    if (role === 'headline') return [];
    const line = text.slice(start, end);
    const dated = role === 'dateline' ? placeOfDate(line) : null;
    const beside = [head[i - 1], head[i + 1]].some(
      (block) => block?.role === 'byline' || (block?.role === 'dateline' && isDay(text, block)),
    );
    const name = readNameplate(dated ?? (beside ? line : ''));
    return name !== null && !WIRE.test(name) && !isAgency(name) ? [name] : [];
  });
  return only(names);
}

/** A line of the day, not a wire's "HARROWFLEET (AP) —". */
const isDay = (text: string, { start, end }: Block): boolean => /\d{4}/.test(text.slice(start, end));

function only(names: readonly string[]): string | null {
  const [name, ...others] = [...new Set(names)];
  return name !== undefined && others.length === 0 ? name : null;
}

/** The copyright line has the article where it stands ("The Orrelhaven Packet"): the name may be cut in the masthead. */
function fullName(text: string, name: string): string {
  return text.includes(`The ${name}`) && !name.startsWith('The ') ? `The ${name}` : name;
}

/** A masthead's name that is no form of outlet name counts where the text speaks of it again: "told Harbourline". */
function saysElsewhere(text: string, name: string): boolean {
  return text.split(name).length > (text.startsWith(name) ? 2 : 1);
}

/** Who prints another's text keeps the other's copyright line: the holder is the outlet only where the text shows it at work. */
function holderOf(text: string, copyright: readonly Block[]): string | null {
  for (const { start, end } of copyright) {
    const match =
      /(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?:by )?((?:The )?\p{Lu}[\p{L}'’&-]*(?: \p{Lu}[\p{L}'’&-]*){0,4})/iu.exec(
        text.slice(start, end).replace(/\s+/g, ' '),
      );
    const name = match?.[1]?.trim();
    if (name === undefined) continue;
    const short = name.split(' ').pop()!;
    const atWork = new RegExp(
      `\\b(?:told|seen by|reviewed by|obtained by) the ${short}\\b|, ${short} (?:staff|reporter|correspondent)`,
      'i',
    );
    if (atWork.test(text)) return name;
  }
  return null;
}
