import type { Metadata } from '../model/analysis.js';
import type { Block } from '../model/document.js';
import { isoDate } from '../text/dates.js';
import { detectLanguage } from '../text/language.js';
import { isOutletName } from '../text/lineforms.js';
import { readMasthead } from '../text/masthead.js';

const BY = /^(?:by|written by|posted by|author|reported by|story by|text by|words by)\s?:?\s+/i;
/** The head of a letter. */
const ADDRESSEE = /^(?:to|cc|dear)\b/i;
/** A line "Published … Updated …": the first publication is meant. */
const FIRST_PUBLISHED = /\b(?:first |originally )?published\b(?: on| at)?\s?:?\s?/i;

/** What the lines of the page say of the document; null where none says it. A credit to another outlet names no outlet. */
export function readMetadata(text: string, blocks: readonly Block[]): Metadata {
  const lineOf = (block: Block | undefined): string | null =>
    block === undefined
      ? null
      : text
          .slice(block.start, block.end)
          .replace(/^#{1,6}\s+/, '')
          .replace(/\s+/g, ' ');
  const headline = blocks.findIndex((block) => block.role === 'headline');
  const byline = lineOf(
    blocks.find((block) => block.role === 'byline' && !ADDRESSEE.test(text.slice(block.start, block.end))),
  );
  return {
    title: lineOf(blocks[headline]),
    outlet:
      mastheadOf(
        blocks.slice(0, Math.max(0, headline)).map((block) => lineOf(block)!),
        text,
      ) ??
      issuerOf(
        blocks.slice(0, HEAD_BLOCKS).map((block) => lineOf(block)!),
        text,
      ) ??
      holderOf(
        blocks.filter((block) => block.role === 'copyright').map((block) => lineOf(block)!),
        text,
      ),
    byline: byline === null ? null : byline.replace(BY, ''),
    published: publishedOf(
      blocks.filter((block) => block.role === 'dateline').map((block) => lineOf(block)!),
    ),
    language: detectLanguage(
      blocks
        .filter((block) => block.role === 'body')
        .slice(0, 20)
        .map(lineOf)
        .join(' '),
    ),
  };
}

/** An outlet's name above the headline, alone or before a bar of links, is the page's own. */
function mastheadOf(lines: readonly string[], text: string): string | null {
  const names = lines.flatMap((line) => {
    if (isOutletName(line)) return [line.replace(/\.$/, '')];
    const name = readMasthead(line)?.name ?? null;
    return name !== null && (isOutletName(name) || saysElsewhere(text, name)) ? [name] : [];
  });
  const [name, ...others] = [...new Set(names)];
  return name !== undefined && others.length === 0 ? fullName(text, name) : null;
}

/** The copyright line has the article where it stands ("The Orrelhaven Packet"): the name may be cut in the masthead. */
function fullName(text: string, name: string): string {
  return text.includes(`The ${name}`) && !name.startsWith('The ') ? `The ${name}` : name;
}

/** A masthead's name that is no form of outlet name counts where the text speaks of it again: "told Harbourline". */
function saysElsewhere(text: string, name: string): boolean {
  return text.split(name).length > (text.startsWith(name) ? 2 : 1);
}

/** Lines of the head in which a press release says that it is one. */
const HEAD_BLOCKS = 8;
const PRESS_RELEASE = /\b(?:press|news|media) (?:release|notice|statement)\b|\bfor immediate release\b/i;

/** The body that issues a press release: a short line of its own at the head, named again in the text. */
function issuerOf(head: readonly string[], text: string): string | null {
  if (!head.some((line) => line.length < 80 && PRESS_RELEASE.test(line))) return null;
  const names = head
    .map((line) => line.replace(/^[*_\s]+|[*_\s]+$/g, ''))
    .filter((line) =>
      /^(?:The )?\p{Lu}[\p{L}'’&.-]*(?: (?:of|for|and|the|&|\p{Lu}[\p{L}'’&.-]*)){1,7}$/u.test(line),
    )
    .filter((line) => !PRESS_RELEASE.test(line) && text.split(line).length > 2);
  return names.length === 1 ? names[0]! : null;
}

/** Who prints another's text keeps the other's copyright line: the holder is the outlet only where the text shows it at work. */
function holderOf(lines: readonly string[], text: string): string | null {
  for (const line of lines) {
    const match =
      /(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?:by )?((?:The )?\p{Lu}[\p{L}'’&-]*(?: \p{Lu}[\p{L}'’&-]*){0,4})/iu.exec(
        line,
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

function publishedOf(lines: readonly string[]): string | null {
  for (const line of lines) {
    const label = FIRST_PUBLISHED.exec(line);
    const date =
      (label !== null ? isoDate(line.slice(label.index + label[0].length)) : null) ?? isoDate(line);
    if (date !== null) return date;
  }
  return null;
}
