/** Facts as JSON, each as the record has it: one object, or one fact a line. Of the texts only the hashes. */
import type { DocumentFacts } from '../../model/document-facts.js';
import { described } from '../accounts.js';
import { lineFinder } from '../lines.js';
import { jsonArrays, jsonLine, jsonLines } from '../pieces.js';
import type { DocumentWithFacts, FactKind, Facts } from './facts.js';

/** Raised when a change breaks a reader. */
export const FACTS_VERSION = 1;

type Group = Exclude<keyof DocumentFacts, 'doc'>;
const GROUPS: { readonly [kind in FactKind]: Group } = {
  figure: 'figures',
  ordinal: 'ordinals',
  time: 'times',
  place: 'places',
  name: 'names',
  list: 'lists',
};

export function* toFactsJson({ generator, documents, messages }: Facts): Iterable<string> {
  yield `{\n"version": ${FACTS_VERSION},\n"generator": ${JSON.stringify(generator)}`;
  yield* jsonArrays({ documents: described(documents) });
  for (const group of Object.values(GROUPS)) yield* jsonArrays({ [group]: rows(documents, group) });
  yield* jsonArrays({ messages });
  yield '\n}\n';
}

export function* toFactsJsonLines({ generator, documents, messages }: Facts): Iterable<string> {
  yield jsonLine('facts', { version: FACTS_VERSION, generator });
  yield* jsonLines('document', described(documents));
  for (const [kind, group] of Object.entries(GROUPS)) yield* jsonLines(kind, rows(documents, group));
  yield* jsonLines('message', messages);
}

/** `line`: where it stands, counted from 1; of a name its first mention. */
function* rows(documents: readonly DocumentWithFacts[], group: Group): Iterable<object> {
  for (const { document, facts } of documents) {
    const lineOf = lineFinder(document.text);
    for (const found of facts[group])
      yield { ...found, line: lineOf('anchor' in found ? found.anchor.start : found.mentions[0]!.start) };
  }
}
