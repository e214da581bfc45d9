/** The Record as one JSON object: the keys of the record in their order, one entity a line. */
import type { Record } from '../model/record.js';

/** In pieces, since the whole of a large case is longer than a string may be. */
export function* toJson(record: Record): Iterable<string> {
  const { version, generator, documents, stories, passages, attributions, figures, ordinals, times } = record;
  const { places, sources, lineage, claims, corrections, subjects, timeline, leads, messages } = record;
  yield `{\n"version": ${JSON.stringify(version)},\n"generator": ${JSON.stringify(generator)}`;
  yield* lists({ documents, stories, passages, attributions, figures, ordinals, times, places, sources });
  yield ',\n"lineage": {';
  const { nodes, edges, families } = lineage;
  let first = true;
  for (const piece of lists({ nodes, edges, families })) {
    yield first ? piece.slice(1) : piece;
    first = false;
  }
  yield '\n}';
  yield* lists({ claims, corrections, subjects, timeline, leads, messages });
  yield '\n}\n';
}

function* lists(named: { readonly [name: string]: readonly unknown[] }): Iterable<string> {
  for (const [name, items] of Object.entries(named)) {
    yield `,\n"${name}": [`;
    for (const [i, item] of items.entries()) yield `${i === 0 ? '' : ','}\n${JSON.stringify(item)}`;
    yield items.length === 0 ? ']' : '\n]';
  }
}
