import { BODY_NOUNS } from '../language/en/body-nouns.js';
import type { Source } from '../model/record.js';

/** Items in prose: "a, b and c"; of more than `most`, the first few and how many more; "a letter and another letter". */
export function inProse(items: readonly string[], most = 3): string {
  const rest = items.length - most;
  const told = items.map((item, i) => (items.indexOf(item) < i ? item.replace(/^an? /, 'another ') : item));
  const shown = rest > 1 ? [...told.slice(0, most), `${numberWord(rest)} more`] : told;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "one", "two", … and figures from eleven on: how the house writes a small number. */
export function numberWord(n: number): string {
  return WORDS[n] ?? String(n);
}

/** Whether several speak ("two officials", "the latest statistics", "crews mending nets"), so that they "say". */
export function isPlural(source: Source | null): boolean {
  if (source === null) return false;
  if (source.kind === 'people') return source.count === null || source.count.max !== 1;
  if (
    !/^(?:document|unknown|organisation)$/.test(source.kind) ||
    source.named ||
    /^(?:an?|one|this|that)\s/i.test(source.name)
  )
    return false;
  const head = source.name.split(
    /\s(?:of|by|from|to|in|on|at|with|for|seen|obtained|reviewed)\s|(?<=s)\s\w+(?:ed|ing)\s/,
  )[0]!;
  return /(?:[^s]s|data|media)$/i.test(head);
}

/** A source as a reader knows it: "the internal e-mail seen by The Courier", "Ines Calder". */
export function describeSource(source: Source, nameOf: (id: string) => string | null): string {
  const name = withArticle(source);
  const seers = source.seenBy.flatMap((id) => nameOf(id) ?? []);
  const says = /\b(?:seen|reviewed|obtained|viewed|read) by\b/i.test(source.name);
  return source.kind === 'document' && seers.length > 0 && !says ? `${name} seen by ${inProse(seers)}` : name;
}

function withArticle({ kind, name, named }: Source): string {
  return named && (kind === 'organisation' || kind === 'document') ? inSentence(name) : name;
}

/** A body's or a law's name: "the Coastal Safety Directorate", "the Vessel Safety Act"; an acronym or a company's stands bare. */
export function inSentence(name: string): string {
  if (/^(?:the|an?|its|their)\s/i.test(name)) return name;
  const words = name.toLowerCase().split(/\s+/);
  const body = BODY_NOUNS.has(words.at(-1)!) || (words[1] === 'of' && BODY_NOUNS.has(words[0]!));
  return words.length > 1 && (body || ACT.test(name)) ? `the ${name}` : name;
}

const ACT = /\b(?:Act|Order|Law|Bill|Code|Regulations?|Directive|Treaty|Constitution)$/;

/** A node of the stemma as a reader knows it; `source` and `document` give null for what is none. Throws RangeError for neither. */
export function describeNode(
  node: string,
  sourceOf: (id: string) => Source | null,
  documentOf: (id: string) => { readonly outlet: string | null; readonly ref: string } | null,
): string {
  const source = sourceOf(node);
  if (source) return describeSource(source, (seer) => sourceOf(seer)?.name ?? null);
  const document = documentOf(node);
  if (!document) throw new RangeError(`no node of the stemma: ${node}`);
  return document.outlet ?? `the account ${document.ref}`;
}
