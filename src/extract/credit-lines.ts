import { FUNCTION_WORDS } from '../language/en/common-words.js';
import { OUTLET_HEADS, OUTLETS } from '../language/en/organisations.js';
import { STAFF_WORDS } from '../language/en/unnamed.js';
import type { Credit } from '../model/analysis.js';
import type { Span } from '../model/span.js';
import type { ParsedText } from '../text/parsed.js';
import type { NameIndex } from './names/name-index.js';

/** Wires and agencies by the names that lines and datelines use. */
export const AGENCY =
  /^(?:AP|A\.P\.|AFP|UPI|Reuters|DPA|dpa|ANSA|EFE|PA|CNA|TASS|IANS|PTI|ANI|Xinhua|Bloomberg|CNN|Kyodo|Interfax|Associated Press|The Associated Press|Agence France-Presse|United Press International)$/;

/** Whether a name has an outlet's form. */
export function isOutletForm(name: string): boolean {
  const lower = name.toLowerCase();
  if (OUTLETS.has(lower) || AGENCY.test(name)) return true;
  const words = lower.split(/\s+/);
  return (
    words.length > 1 &&
    OUTLET_HEADS.has(words.at(-1)!) &&
    !/^(?:record|review|press|mail|sun)$/.test(words.at(-1)!)
  );
}

/** `HARBOUR TOWN, Maine (AP) — ` at the head of a paragraph. */
const DATELINE =
  /^[A-Z][\p{L}.,'’ /\d-]{1,60}?\(([A-Z][\p{L}.&]*(?: [A-Z][\p{L}.-]*){0,4})\)\s{0,2}(?:—|–|--|-)/u;
const BARE_WIRE = /^\(?((?:AP|Reuters|REUTERS|AFP|UPI|dpa|ANSA))\)?\s{1,2}(?:—|–|--|-)\s/;

/** The wire that a paragraph beginning at `start` names as its maker, or null. */
export function wireDateline(
  text: string,
  start: number,
): { outlet: string; span: Span; outletSpan: Span } | null {
  const head = text.slice(start, start + 120);
  const match = DATELINE.exec(head) ?? BARE_WIRE.exec(head);
  if (match === null) return null;
  const at =
    start + match[0].indexOf(match[1]!, match[0].startsWith('(') ? 0 : Math.max(0, match[0].indexOf('(')));
  return {
    outlet: match[1]!,
    span: { start, end: start + match[0].trimEnd().length },
    outletSpan: { start: at, end: at + match[1]!.length },
  };
}

/** The fullest form of an outlet's name that the document has. */
export function fullest(name: string, index: NameIndex): string {
  return index.known(name)?.name ?? name;
}

const LINE_KINDS: Readonly<Record<string, Credit['kind']>> = {
  byline: 'byline',
  dateline: 'dateline',
  copyright: 'copyright',
  credit: 'credit-line',
};
const CAP = String.raw`[A-Z][\p{L}\d&.'’-]*`;
const OUTLET_IN_LINE = new RegExp(String.raw`(?:[Tt]he\s)?${CAP}(?:\s(?:of\s|de\s|&\s)?${CAP}){0,5}`, 'gu');

/** "Sextant contributed to this report": a person has two names, and staff or reporters are no name. */
const CONTRIBUTED = /^\s+(?:also\s+)?contributed\b/;
const isLoneName = (name: string): boolean =>
  /^\p{Lu}[\p{L}\d-]+$/u.test(name) &&
  !/s$/.test(name) &&
  !FUNCTION_WORDS.has(name.toLowerCase()) &&
  !STAFF_WORDS.has(name.toLowerCase());

/** Sentences of a line, with their offsets: "© 2031 The Courier. Distributed by …" names two. */
function sentencesOf(line: string): { readonly sentence: string; readonly offset: number }[] {
  const ends = [...line.matchAll(/(?<=\p{Ll}{3})\.\s+(?=\p{Lu})/gu)].map(({ index }) => index + 1);
  return [0, ...ends].map((offset, i) => ({ sentence: line.slice(offset, ends[i]), offset }));
}

const isBody = (block: ParsedText['blocks'][number] | undefined): boolean => block?.role === 'body';

/** Bylines, datelines, copyright and credit lines: what in them has an outlet's form. */
export function creditsInLines(parsed: ParsedText, index: NameIndex): Credit[] {
  const found: Credit[] = [];
  parsed.blocks.forEach((block, number) => {
    const kind = LINE_KINDS[block.role];
    if (kind === undefined || block.end - block.start > 600) return;
    const line = parsed.text.slice(block.start, block.end);
    const span = { start: block.start, end: block.end };
    if (/^(?:photo|image|picture|video|getty|credit:)|\b(?:getty images|photograph|file photo)\b/i.test(line))
      return;
    const contributed = /\bcontribut(?:ed|ing)\b/.test(line);
    for (const { sentence, offset } of sentencesOf(line))
      for (const match of sentence.matchAll(OUTLET_IN_LINE)) {
        const name = match[0]
          .replace(/[.,]+$/, '')
          .replace(/^(?:By|Copyright|Source|From|Via|Reporting)\s/, '')
          .replace(/^([Tt]he )+/, (t) => t);
        const shift = match[0].indexOf(name);
        const bare = name.replace(/^the\s/i, '');
        const named = index.known(bare) ?? index.known(name);
        const known = named?.kind === 'outlet' ? named : undefined;
        const alone =
          kind === 'credit-line' && !contributed && name.length >= line.replace(/[.\s]+$/, '').length - 1;
        // The text goes on below it: the name of whoever took a picture.
        if (alone && isBody(parsed.blocks[number - 1]) && isBody(parsed.blocks[number + 1])) continue;
        const helped =
          named?.kind !== 'person' &&
          isLoneName(bare) &&
          CONTRIBUTED.test(sentence.slice(match.index + shift + name.length));
        // "TARNFORD (Corvane Wire) -": what stands there is the wire, known or not.
        const inParentheses =
          kind === 'dateline' &&
          sentence[match.index + shift - 1] === '(' &&
          /^\)\s{0,2}[—–-]/.test(sentence.slice(match.index + shift + name.length));
        if (
          known === undefined &&
          !inParentheses &&
          !isOutletForm(name) &&
          !isOutletForm(bare) &&
          !alone &&
          !helped &&
          !AGENCY.test(bare)
        )
          continue;
        const start = block.start + offset + match.index + shift;
        found.push({
          kind: contributed ? 'contributed' : kind,
          outlet: known?.name ?? name,
          span,
          outletSpan: { start, end: start + name.length },
          sentence: null,
          block: number,
          source: null,
        });
      }
  });
  return found;
}
