/** The body behind a press release, a circular, a statement: no newsroom, its name on a line of its own. */
import { ORGANISATION_HEADS, ORGANISATION_OPENERS } from '../language/en/organisations.js';
import { NAME_LINKS, NAME_PARTERS, RELEASE_ENDS, RELEASE_OPENINGS } from '../language/en/releases.js';
import type { Block } from '../model/document.js';
import { isCapitals, titleCase } from '../text/masthead.js';

/** Blocks of the head in which a release says that it is one and whose it is. */
const HEAD_BLOCKS = 8;
/** Neither line is longer, in characters. */
const MAX_LINE = 80;

const RELEASE = new RegExp(`^(?:${RELEASE_OPENINGS.join('|')})|\\b${RELEASE_ENDS}$`, 'iu');
const BESIDE = /\s*[,:|–—]\s+|\s+-\s+/;
const WORD = "\\p{Lu}[\\p{L}'’&.-]*";
const NAME = new RegExp(`^(?:The )?${WORD}(?: (?:${NAME_LINKS}|${WORD})){1,9}$`, 'u');
const PARTED = new RegExp(` (?:${NAME_PARTERS}) `, 'g');

/** A line that holds a body's name and nothing else. */
interface Letterhead {
  readonly name: string;
  /** Set as no line of running text is: bold, a heading, capitals. */
  readonly apart: boolean;
  /** What the text calls the body outside this line, the name or its first part; null where it does not. */
  readonly called: string | null;
}

/**
 * The body that issues the text, under the name by which the text itself calls it ("Audit Office of Tarn" may be the
 * "Audit Office" in it); null where the head does not tell, or tells of two.
 */
export function issuerOf(text: string, blocks: readonly Block[]): string | null {
  const head = blocks.slice(0, HEAD_BLOCKS).filter(({ start, end }) => end - start <= MAX_LINE);
  const lines = head.map(({ start, end }) => text.slice(start, end));
  const releases = lines.filter((line) => RELEASE.test(bare(line)));
  // "Press release, Harbour Office": what it is and whose, in one line.
  const beside = releases.flatMap((line) =>
    bare(line)
      .split(BESIDE)
      .flatMap((part) => letterheadOf(part, text).map((found) => ({ ...found, apart: true })))
      .filter(({ name }) => isBodyName(name)),
  );
  const letterheads = [...lines.flatMap((line) => letterheadOf(line, text)), ...beside];
  if (releases.length === 0) {
    // Without a word for what it is: in bold beside the title, over a date.
    const title = head.findIndex(({ role }) => role === 'headline');
    const above = [lines[title - 1], lines[title + 1]].flatMap((line) =>
      title >= 0 && line !== undefined && /^\*\*.+\*\*$/.test(line) ? letterheadOf(line, text) : [],
    );
    const dated = head.slice(title).some(({ role }) => role === 'dateline');
    return dated ? only(above.filter(({ name }) => isBodyName(name))) : null;
  }
  const named = letterheads.filter(
    ({ name, apart, called }) => called !== null && (apart || isBodyName(name)),
  );
  return only(named.length > 0 ? named : letterheads.filter(({ name, apart }) => apart && isBodyName(name)));
}

const bare = (line: string): string => line.replace(/^[#*_\s]+|[*_\s]+$/g, '').replace(/\s+/g, ' ');

function letterheadOf(line: string, text: string): Letterhead[] {
  const words = bare(line);
  const name = isCapitals(words) ? titleCase(words) : words;
  if (!NAME.test(name) || RELEASE.test(name)) return [];
  const rest = text.replace(line, '');
  const forms = [name, ...[...name.matchAll(PARTED)].map(({ index }) => name.slice(0, index)).reverse()];
  const called = forms.find((form) => /\s/.test(form) && rest.includes(form)) ?? null;
  return [{ name, apart: words !== line || name !== words, called }];
}

/** "Harbour Office", "Union of Pilots", "Board for Ports": by the word that heads it. */
function isBodyName(name: string): boolean {
  const [first, ...others] = name.toLowerCase().replace(/^the /, '').split(' ');
  const last = name.split(PARTED)[0]!.toLowerCase().split(' ').at(-1)!.replace(/['’]$/, '');
  return (
    ORGANISATION_HEADS.has(last) ||
    ORGANISATION_HEADS.has(others.at(-1) ?? '') ||
    (ORGANISATION_OPENERS.has(first!) && others.length > 1)
  );
}

function only(letterheads: readonly Letterhead[]): string | null {
  const names = new Set(letterheads.map(({ name, called }) => called ?? name));
  return names.size === 1 ? [...names][0]! : null;
}
