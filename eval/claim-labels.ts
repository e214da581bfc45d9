/** Which sentences of the events of claim_pairs state one claim, judged by hand: `eval/labels/claims.jsonl`, ids and offsets only. */
import { readFileSync } from 'node:fs';

/** A sentence: number of the outlet in the event's ids, and UTF-16 offsets into the text of that row. */
type Place = readonly [outlet: number, start: number, end: number];

export interface EventLabels {
  readonly event: string;
  /** Sentences that state one claim; one of several clauses may be in several. Two that no claim holds do not state one. */
  readonly claims: readonly (readonly Place[])[];
  /** Pairs on which the reader hesitated: told neither way. */
  readonly maybe: readonly (readonly [Place, Place])[];
}

export function readClaimLabels(): EventLabels[] {
  const file = new URL('./labels/claims.jsonl', import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as EventLabels);
}

type Verdict = 'same' | 'different' | 'maybe';

/** What the reader says of two sentences, each given by where its statement begins. */
export function verdictOf(labels: EventLabels): (a: Begin, b: Begin) => Verdict {
  const at = ([outlet, start, end]: Place, { doc, at }: Begin): boolean =>
    doc === `basil/${labels.event}_${outlet}` && start <= at && at < end;
  const among = (places: readonly Place[], begin: Begin): number =>
    places.findIndex((place) => at(place, begin));
  const together = (places: readonly Place[], a: Begin, b: Begin): boolean => {
    const [i, j] = [among(places, a), among(places, b)];
    return i >= 0 && j >= 0 && i !== j;
  };
  return (a, b) =>
    labels.claims.some((places) => together(places, a, b))
      ? 'same'
      : labels.maybe.some((places) => together(places, a, b))
        ? 'maybe'
        : 'different';
}

interface Begin {
  readonly doc: string;
  readonly at: number;
}
