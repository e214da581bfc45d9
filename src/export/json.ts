/** The Record as one JSON object: the keys of the record in their order, one entity a line. */
import type { Record } from '../model/record.js';
import { jsonArrays } from './pieces.js';

/** In pieces, since the whole of a large case is longer than a string may be. */
export function* toJson(record: Record): Iterable<string> {
  const { version, generator, documents, stories, passages, attributions, figures, ordinals, times } = record;
  const { places, lists, sources, lineage, claims, corrections, subjects, timeline, leads } = record;
  const { amendments, messages } = record;
  yield `{\n"version": ${JSON.stringify(version)},\n"generator": ${JSON.stringify(generator)}`;
  yield* jsonArrays({ documents, stories, passages, attributions, figures, ordinals, times, places, lists });
  yield* jsonArrays({ sources });
  yield ',\n"lineage": {';
  const { nodes, edges, families, reports } = lineage;
  let first = true;
  for (const piece of jsonArrays({ nodes, edges, families, reports })) {
    yield first ? piece.slice(1) : piece;
    first = false;
  }
  yield '\n}';
  yield* jsonArrays({ claims, corrections, subjects, timeline, leads, amendments, messages });
  yield '\n}\n';
}
