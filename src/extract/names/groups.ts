import type { ParsedText } from '../../text/parsed.js';
import { isAcronym } from './acronyms.js';
import { type NameSpan, nameSpans } from './spans.js';

/** Mentions under one key, before short forms are joined to long ones. */
export interface NameGroup {
  readonly key: string;
  readonly spans: NameSpan[];
}

/** Mentions that are written alike, by their folded words. */
export function nameGroups(parsed: ParsedText): Map<string, NameGroup> {
  const all = nameSpans(parsed);
  const groups = new Map<string, NameGroup>();
  for (const span of all) {
    if (span.headline) continue;
    put(groups, span);
  }
  // In headlines capitals tell nothing: only names that the text below bears out.
  for (const span of all) {
    if (!span.headline) continue;
    for (const part of partsOfHeadline(span, groups)) groups.get(part.key)!.spans.push(part.span);
  }
  return groups;
}

function keyOfSpan(span: NameSpan): string {
  return span.words
    .map((word) => (isAcronym(word.text) ? word.text.replace(/\./g, '').toLowerCase() : word.key))
    .join(' ');
}

function put(groups: Map<string, NameGroup>, span: NameSpan): void {
  const key = keyOfSpan(span);
  const group = groups.get(key);
  if (group === undefined) groups.set(key, { key, spans: [span] });
  else group.spans.push(span);
}

/** The longest known names inside a title-case sequence. */
function partsOfHeadline(
  span: NameSpan,
  groups: ReadonlyMap<string, NameGroup>,
): { readonly key: string; readonly span: NameSpan }[] {
  const found: { key: string; span: NameSpan }[] = [];
  const { words } = span;
  for (let i = 0; i < words.length; ) {
    let step = 1;
    for (let n = Math.min(words.length - i, LONGEST_HEADLINE_NAME); n > 0; n--) {
      const part = words.slice(i, i + n);
      const candidate: NameSpan = {
        ...span,
        words: part,
        start: part[0]!.start,
        end: part[n - 1]!.end,
        title: '',
      };
      const key = keyOfSpan(candidate);
      if (!groups.has(key)) continue;
      found.push({ key, span: candidate });
      step = n;
      break;
    }
    i += step;
  }
  return found;
}

/** In words. */
const LONGEST_HEADLINE_NAME = 8;
