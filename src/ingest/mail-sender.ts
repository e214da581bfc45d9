/** Who a message says it is from: an office (its outlet) or a person (its byline). Addresses stay behind. */
import { OUTLET_WORDS } from '../language/en/boilerplate.js';
import { MORE_GIVEN_NAMES } from '../language/en/given-names.js';
import { OFFICE_ADDRESSES, OFFICE_NAMES, OFFICES_OF_ANYONE } from '../language/en/mail.js';
import { ORGANISATION_HEADS, OUTLET_HEADS, SURNAME_HEADS } from '../language/en/organisations.js';
import { GIVEN_NAMES } from '../language/generated/given-names.js';
import { isNames } from '../text/lineforms.js';

export interface Sender {
  readonly outlet: string | null;
  readonly byline: string | null;
}

const NOBODY: Sender = { outlet: null, byline: null };
const OFFICE_ADDRESS = new RegExp(
  `^(?:[\\w]{1,20}[._-])?(?:${OFFICE_ADDRESSES})(?:[._+-][\\w.+-]{1,60})?$`,
  'i',
);
const OFFICE_NAME = new RegExp(`(?:^|[\\s,.&/-])(?:${OFFICE_NAMES})(?:$|[\\s,.&/:-])`, 'i');
const ANYONE = new RegExp(`^${OFFICES_OF_ANYONE}$`, 'i');
const OUTLET_NAME = new RegExp(`^(?:The )?(?:[\\p{Lu}\\d][\\p{L}\\d.&’'-]* ){1,4}(?:${OUTLET_WORDS})$`, 'u');
/** Display names are looked at up to here, in code units. */
const MAX_NAME = 120;

/** From the display name and the address as the message gives them. What is neither an office nor a person's name tells nothing. */
export function sender(name: string | null, address: string | null): Sender {
  const shown = (name ?? '').replace(/^["'“‘\s]+|["'”’\s]+$/g, '').slice(0, MAX_NAME);
  if (shown === '' || shown.includes('@') || ANYONE.test(shown)) return NOBODY;
  // "Ines Calder, Harbour Trust", "Ines Calder at the Harbour Trust": both are said.
  const both = /^([^,|]{3,60}?)(?:\s?[,|]\s?| (?:at|from|of) (?:the )?)([^,|]{3,80})$/u.exec(shown);
  if (both !== null && isPerson(both[1]!) && isOffice(both[2]!))
    return { outlet: both[2]!, byline: both[1]! };
  if (isOffice(shown)) return { outlet: shown, byline: null };
  const turned = /^(\p{Lu}[\p{L}’'-]{1,30}), (\p{Lu}[\p{L}’'.-]{1,30}(?: \p{Lu}[\p{L}’'.-]{0,30})?)$/u.exec(
    shown,
  );
  const person = turned !== null ? `${turned[2]} ${turned[1]}` : isPerson(shown) ? shown : null;
  // Behind an office's address stands whoever wrote, or a brand of two words: the given name tells.
  const local = (address ?? '').split('@')[0] ?? '';
  if (OFFICE_ADDRESS.test(local.slice(0, MAX_NAME)) && (person === null || !isGivenName(person)))
    return { outlet: shown, byline: null };
  return person !== null ? { outlet: null, byline: person } : NOBODY;
}

let givenNames: ReadonlySet<string> | null = null;

function isGivenName(person: string): boolean {
  givenNames ??= new Set([...GIVEN_NAMES.trimEnd().split('\n'), ...MORE_GIVEN_NAMES]);
  const folded = person.split(' ', 1)[0]!.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return givenNames.has(folded);
}

function isPerson(name: string): boolean {
  return isNames(name) && !isOffice(name);
}

/** By its words: "Press Office", "Harbour Council", "Quay Gazette", "Rook & Sons Ltd". */
function isOffice(name: string): boolean {
  if (OFFICE_NAME.test(name) || OUTLET_NAME.test(name)) return true;
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return false;
  const heads = words.filter((word) => ORGANISATION_HEADS.has(word) || OUTLET_HEADS.has(word));
  // "Ines Bell", "Tom Church": the last word alone of a name of two may be a surname.
  return heads.some((word) => !SURNAME_HEADS.has(word)) || (heads.length > 0 && words.length > 2);
}
