/** The Record as lines `{type, …}`, one entity a line, the record's own line first: for cases of any size. */
import type { Record } from '../model/record.js';

export function* toJsonLines(record: Record): Iterable<string> {
  const { version, generator, lineage } = record;
  yield line('record', { version, generator });
  yield* lines('document', record.documents);
  yield* lines('story', record.stories);
  yield* lines('passage', record.passages);
  yield* lines('attribution', record.attributions);
  yield* lines('figure', record.figures);
  yield* lines('ordinal', record.ordinals);
  yield* lines('time', record.times);
  yield* lines('place', record.places);
  yield* lines('source', record.sources);
  for (const id of lineage.nodes) yield line('node', { id });
  yield* lines('edge', lineage.edges);
  yield* lines('family', lineage.families);
  yield* lines('claim', record.claims);
  yield* lines('correction', record.corrections);
  yield* lines('subject', record.subjects);
  yield* lines('timeline', record.timeline);
  yield* lines('lead', record.leads);
  yield* lines('message', record.messages);
}

function* lines(type: string, items: readonly object[]): Iterable<string> {
  for (const item of items) yield line(type, item);
}

/** A time has a `type` of its own (DATE, …), which stands as `timex` here. */
function line(type: string, item: object): string {
  const { type: timex, ...rest } = item as { readonly type?: unknown };
  return `${JSON.stringify({ type, timex, ...rest })}\n`;
}
