import type { LocalName } from '../../model/analysis.js';
import { compareSpans } from '../../text/order.js';
import type { ParsedText } from '../../text/parsed.js';
import { nameOf } from './forms.js';
import { nameGroups } from './groups.js';
import { kindsIn } from './kinds.js';
import { joinShortForms } from './short-forms.js';

/**
 * The named things of a document, each with all its mentions: people, organisations, outlets, operations, laws, other.
 * Acronyms, surnames and shortened forms are joined to the full form where only one fits; else they stay alone.
 */
export function findNames(parsed: ParsedText): LocalName[] {
  const groups = nameGroups(parsed);
  const kindOf = kindsIn(
    [...groups.values()].map(({ spans }) => spans),
    parsed.outlet,
  );
  const names: LocalName[] = [];
  for (const list of joinShortForms(parsed, groups, kindOf).values()) {
    const spans = list.length === 1 ? list[0]!.spans : list.flatMap((group) => group.spans);
    const kind = kindOf(spans);
    if (kind !== 'none') names.push(nameOf(parsed, spans, kind));
  }
  return names.sort((a, b) => compareSpans(a.mentions[0]!, b.mentions[0]!));
}
