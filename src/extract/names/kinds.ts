import { PROPER_BODIES } from '../../language/en/bodies.js';
import { CRAFT, LAND_OPENERS, LOCATIVE, PROPER_LAWS } from '../../language/en/name-words.js';
import { OFFICES as OFFICE_HOLDERS } from '../../language/en/offices.js';
import {
  BUILDING_HEADS,
  DOMAIN_NOUNS,
  LAND_HEADS,
  LAW_HEADS,
  OPERATION_OPENERS,
  ORGANISATION_HEADS,
  ORGANISATION_OPENERS,
  OUTLET_HEADS,
  OUTLETS,
  SURNAME_HEADS,
} from '../../language/en/organisations.js';
import { SPEECH_WORDS } from '../../language/en/speech-words.js';
import { HONORIFICS, NAME_SUFFIXES, OFFICES } from '../../language/en/titles-of-people.js';
import type { LocalName } from '../../model/analysis.js';
import { isGivenName, regionsNamed, townsNamed } from '../places/gazetteer.js';
import { isAcronym } from './acronyms.js';
import { kindFeatures, type NameWords, nameWordsOf } from './kind-features.js';
import { classProbabilities, NAME_CLASSES, type NameClass } from './kind-model.js';
import type { NameSpan } from './spans.js';

/** A single name is believed to be a town from this size on; smaller towns share too many names with people. */
const PLACE_POPULATION = 100_000;

/** "Washington said": towns of this size speak for their governments; smaller ones are rather people's names. */
const SEAT_POPULATION = 1_000_000;

/**
 * What kind of thing these mentions of one name name, by their words first, then by what stands around them.
 * `masthead`: the document's own outlet, null where unknown.
 */
export function ruleKind(spans: readonly NameSpan[], masthead: string | null): LocalName['kind'] {
  const fullest = spans.reduce((best, span) => (span.words.length > best.words.length ? span : best));
  const keys = fullest.words.map((word) => word.key);
  const text = keys.join(' ');
  const first = keys[0]!;
  const last = keys[keys.length - 1]!;

  if (OPERATION_OPENERS.has(first) && keys.length > 1) return 'operation';
  const titled = spans.some((span) => span.title !== '');
  // "Mr. Bloomberg" is no agency.
  if ((OUTLETS.has(text) || OUTLETS.has(`the ${text}`)) && !(titled && keys.length === 1)) return 'outlet';
  // A body that publishes its own notices is no outlet.
  if (masthead?.toLowerCase().replace(/^the /, '') === text && !ORGANISATION_HEADS.has(last)) return 'outlet';
  if (titled) return 'person';
  if (isCraft(spans)) return 'other';
  if (isSurelyPerson(fullest)) return 'person';
  const said = spans.find((span) => span.said !== null)?.said ?? null;
  if (said !== null && !(isGivenName(first) && keys.length < 4) && !OUTLET_HEADS.has(last)) return said;
  if (PROPER_BODIES.has(text) || PROPER_BODIES.has(`the ${text}`)) return 'organisation';
  if (PROPER_LAWS.has(text)) return 'law';
  if (isState(fullest) || spans.every(({ before }) => /^(?:d|r|i|dfl)$/.test(before))) return 'place';
  if (keys.length > 1) {
    // "Director General of the Directorate" is an office.
    const of = keys.indexOf('of');
    if (of > 0 && of < 3 && keys.slice(0, of).every((key) => OFFICE_HOLDERS.has(key))) return 'other';
    if (keys.includes('v') && fullest.words.some((word) => word.text === 'v.')) return 'law';
    if (keys[keys.length - 2] === 'of' && /^(?:school|faculty)$/.test(keys[keys.length - 3] ?? ''))
      return 'organisation';
    if (LAW_HEADS.has(last) && !(last === 'convention' && GATHERINGS.has(keys[keys.length - 2]!)))
      return 'law';
    if (LAW_HEADS.has(first) && (keys[1] === 'of' || ROMAN.test(keys[1]!))) return 'law';
    if (isPlaceName(text) || isPartOfTown(keys)) return 'place';
    // "Virginia AFL-CIO", "the Carolina Panthers"
    const home =
      regionsNamed(keys[0]!).length > 0 || (townsNamed(keys[0]!)[0]?.population ?? 0) >= PLACE_POPULATION;
    if (home && keys.length === 2 && (PROPER_BODIES.has(last) || isTeam(fullest))) return 'organisation';
    const given =
      keys.length <= 3 &&
      isGivenName(first) &&
      SURNAME_HEADS.has(last) &&
      (townsNamed(text).length === 0 || spans.some(looksLikePerson));
    if (given && spans.every(({ before }) => before !== 'the' && before !== 'on' && !LOCATIVE.has(before)))
      return 'person';
    if (OUTLET_HEADS.has(last)) return 'outlet';
    if (ORGANISATION_HEADS.has(last)) return 'organisation';
    if (/^(?:stadium|arena|tower|building)$/.test(last)) return 'facility';
    if (keys.includes('of') && ORGANISATION_OPENERS.has(first)) return 'organisation';
    if (
      keys.some(
        (key, i) => (key === 'of' || key === 'for' || key === 'on') && ORGANISATION_OPENERS.has(keys[i - 1]!),
      )
    )
      return 'organisation';
    if (LAND_HEADS.has(last) || LAND_OPENERS.has(first)) return 'place';
    if (BUILDING_HEADS.has(last)) return 'facility';
    if (keys.includes('and') || keys.includes('&')) return 'organisation';
    if (
      spans.some(
        (span) => span.words.length === 1 && !isAcronym(span.words[0]!.text) && looksLikePerson(span),
      )
    )
      return 'person';
    if (NAME_SUFFIXES.has(last)) return 'person';
    // "the Constance Ann" is a ship.
    if (spans.every((span) => span.before === 'the')) return 'other';
    if (keys.length <= 4 && isGivenName(first) && !DOMAIN_NOUNS.has(last)) return 'person';
    if (keys.length <= 3 && spans.some((span) => span.apposed)) return 'person';
    if (spans.some((span) => isAcronym(span.words[span.words.length - 1]!.text))) return 'organisation';
    if (keys.length <= 4 && spans.some(looksLikePerson)) return 'person';
    return 'other';
  }
  if (spans.some((span) => isAcronym(span.words[0]!.text)))
    return isPlaceName(text) ? 'place' : 'organisation';
  // "told Sextant on Tuesday", "told Harbourline.": what one tells things to, and nobody's surname or given name.
  if (!isGivenName(first) && spans.some((span) => span.told)) return 'outlet';
  const located = spans.filter((span) => LOCATIVE.has(span.before)).length;
  const place = regionsNamed(first).length > 0 || (townsNamed(first)[0]?.population ?? 0) >= PLACE_POPULATION;
  const seat = regionsNamed(first).length > 0 || (townsNamed(first)[0]?.population ?? 0) >= SEAT_POPULATION;
  if (place && (seat || located > 0 || !spans.some(looksLikePerson))) return 'place';
  if (OUTLET_HEADS.has(last) && spans.some((span) => span.before === 'the')) return 'outlet';
  if (ORGANISATION_HEADS.has(last)) return 'organisation';
  if (
    spans.some(looksLikePerson) &&
    located < spans.length / 2 &&
    !spans.some((span) => span.before === 'the')
  )
    return 'person';
  return isGivenName(first) && located === 0 && !spans.some((span) => span.before === 'the')
    ? 'person'
    : 'other';
}

/** The kinds of the names of a document: by the rules, weighed with all else by the model. */
export function kindsIn(
  groups: readonly (readonly NameSpan[])[],
  masthead: string | null,
): (spans: readonly NameSpan[]) => NameClass {
  const doc = nameWordsOf(groups);
  const known = new Map<readonly NameSpan[], NameClass>();
  return (spans) => {
    let kind = known.get(spans);
    if (kind === undefined) {
      kind = kindOf(spans, masthead, doc);
      known.set(spans, kind);
    }
    return kind;
  };
}

function kindOf(spans: readonly NameSpan[], masthead: string | null, doc: NameWords): NameClass {
  const rule = ruleKind(spans, masthead);
  if (rule === 'operation') return rule;
  if (isCraft(spans)) return 'other';
  if (isSure(spans, rule)) return rule;
  const probabilities = classProbabilities((take) => kindFeatures(spans, rule, doc, take));
  // "EB-5", "PolitiFact"
  if (isMade(spans)) probabilities[PERSON] = 0;
  return decide(probabilities, rule);
}

/**
 * The likeliest class where it is likely; else what the rules say. A sequence is thrown away as no name only where that is as
 * good as sure: a name of no known kind serves still.
 */
export function decide(probabilities: ArrayLike<number>, rule: LocalName['kind']): NameClass {
  if (rule === 'operation') return rule;
  const none = probabilities[NAME_CLASSES.length - 1]!;
  if (none >= SURELY_NONE) return 'none';
  let best = 0;
  for (let k = 1; k < NAME_CLASSES.length - 1; k++) if (probabilities[k]! > probabilities[best]!) best = k;
  return probabilities[best]! >= LIKELY && probabilities[best]! > none ? NAME_CLASSES[best]! : rule;
}

/** Chosen by six folds of the training articles. */
const SURELY_NONE = 0.8;
const LIKELY = 0.5;

const PERSON = NAME_CLASSES.indexOf('person');

/** Where the rules are right as good as always: one in 300 otherwise by the model on 400 articles of `throughput`. */
function isSure(spans: readonly NameSpan[], rule: LocalName['kind']): boolean {
  const keys = spans[0]!.words.map(({ key }) => key);
  const given = isGivenName(keys[0]!);
  const text = keys.join(' ');
  if (rule === 'person' && keys.length > 1)
    return (
      isSurelyPerson(spans[0]!) ||
      spans.some(({ title }) => title !== '') ||
      (given && keys.length < 4 && townsNamed(text).length === 0)
    );
  if (rule === 'organisation') return PROPER_BODIES.has(text);
  // "told The Hill": the article with its capital is part of the name.
  if (rule === spans.find((span) => span.said !== null)?.said) return !given;
  if (rule === 'outlet') return spans.some(({ start, words }) => start < words[0]!.start);
  return rule === 'place' && ((!given && regionsNamed(text).length > 0) || isPartOfTown(keys));
}

/** "J. Runa Lund", "Ada “Ace” Lund" */
function isSurelyPerson({ words }: NameSpan): boolean {
  const [first, second] = words;
  if (words.length < 3) return false;
  if (first!.key.length === 1) return isGivenName(second!.key);
  return isGivenName(first!.key) && /^["“‘]$/.test(second!.text);
}

/** "the trawler Constance Ann" */
function isCraft(spans: readonly NameSpan[]): boolean {
  return spans.some((span) => CRAFT.has(span.before) && span.words.length === spans[0]!.words.length);
}

/** A word with digits or capitals inside it, which no person's name has. */
function isMade(spans: readonly NameSpan[]): boolean {
  const { words, title } = spans[0]!;
  const { text, key } = words[0]!;
  if (words.length > 1 || title !== '' || isGivenName(key)) return false;
  return /\d/.test(text) || /^(?!Ma?c|De|Di|La|Le|Du|Van|Fitz|Lo|San)\p{Lu}\p{Ll}+\p{Lu}/u.test(text);
}

/** A place or a facility: what one is at, not what speaks or acts. */
export function isSite(kind: NameClass): boolean {
  return kind === 'place' || kind === 'facility';
}

/** What follows: a verb of speech, an age, "who". */
function looksLikePerson(span: NameSpan): boolean {
  return (
    SPEECH_WORDS.has(span.after) ||
    SPEECH_WORDS.has(span.before) ||
    span.after === 'who' ||
    HONORIFICS.has(span.before) ||
    OFFICES.has(span.before)
  );
}

/** A plural name in the plural: "the Harrowfleet Gulls". */
function isTeam({ words, before }: NameSpan): boolean {
  const { key, text, pos } = words[words.length - 1]!;
  return (
    before === 'the' &&
    /[^s]s$/.test(key) &&
    /^\p{Lu}\p{Ll}/u.test(text) &&
    pos !== 'VERB' &&
    !LAND_HEADS.has(key)
  );
}

/** "Ky.", "N.J.", "D.C." */
function isState(span: NameSpan): boolean {
  if (span.words.length > 1) return false;
  const { text, key } = span.words[0]!;
  return text.endsWith('.') && regionsNamed(`${key.replace(/\.$/, '')}.`).length > 0;
}

const ROMAN = /^[ivx]+$/;

/** "Democratic National Convention" is a gathering, no treaty. */
const GATHERINGS = new Set(
  'national democratic republican party baptist constitutional annual nominating'.split(' '),
);

/** "East Oxford" */
function isPartOfTown(keys: readonly string[]): boolean {
  if (keys.length !== 2 || !/^(?:north|south|east|west|central|upper|lower)(?:ern)?$/.test(keys[0]!))
    return false;
  return regionsNamed(keys[1]!).length > 0 || (townsNamed(keys[1]!)[0]?.population ?? 0) >= PLACE_POPULATION;
}

function isPlaceName(key: string): boolean {
  return regionsNamed(key).length > 0 || (townsNamed(key)[0]?.population ?? 0) >= PLACE_POPULATION;
}
