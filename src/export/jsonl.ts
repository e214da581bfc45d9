/** The Record as lines `{type, …}`, one entity a line, the record's own line first: for cases of any size. */
import type { Record } from '../model/record.js';
import { jsonLine, jsonLines } from './pieces.js';

export function* toJsonLines(record: Record): Iterable<string> {
  const { version, generator, lineage } = record;
  yield jsonLine('record', { version, generator });
  yield* jsonLines('document', record.documents);
  yield* jsonLines('story', record.stories);
  yield* jsonLines('passage', record.passages);
  yield* jsonLines('attribution', record.attributions);
  yield* jsonLines('figure', record.figures);
  yield* jsonLines('ordinal', record.ordinals);
  yield* jsonLines('time', record.times);
  yield* jsonLines('place', record.places);
  yield* jsonLines('list', record.lists);
  yield* jsonLines('source', record.sources);
  for (const id of lineage.nodes) yield jsonLine('node', { id });
  yield* jsonLines('edge', lineage.edges);
  yield* jsonLines('family', lineage.families);
  yield* jsonLines('report', lineage.reports);
  yield* jsonLines('claim', record.claims);
  yield* jsonLines('correction', record.corrections);
  yield* jsonLines('subject', record.subjects);
  yield* jsonLines('timeline', record.timeline);
  yield* jsonLines('lead', record.leads);
  yield* jsonLines('amendment', record.amendments);
  yield* jsonLines('message', record.messages);
}
