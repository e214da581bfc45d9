/** Drift and conflicts judged by hand: `eval/labels/read-events.jsonl`, ids, offsets and the reader's own words, no text. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drift } from '../src/model/record.js';

export type DriftKind = Drift['kind'];

/** UTF-16 code units into the text of a row. */
export interface Place {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
}

/** A finding of some run that was held against both texts. */
export interface Verdict {
  readonly event: string;
  readonly what: 'drift' | 'conflict';
  readonly kind: DriftKind;
  readonly from: Place;
  readonly to: Place | null;
  /** `true`: the two assert one thing, and this changed in it as the kind says; of a conflict: both cannot hold. */
  readonly verdict: 'true' | 'false';
  readonly reason: string;
}

/** What an attentive editor notes between the accounts of an event read in full, and no record of that day had. */
export interface Missed {
  readonly event: string;
  readonly what: 'missed';
  readonly kind: DriftKind;
  readonly from: Place;
  readonly to: Place | null;
  readonly reason: string;
}

/** All accounts of an event were read in full, so that what its record lacks is known. */
interface ReadInFull {
  readonly event: string;
  readonly what: 'read in full';
}

export interface Labels {
  readonly verdicts: readonly Verdict[];
  readonly missed: readonly Missed[];
  readonly inFull: ReadonlySet<string>;
}

const FILE = join(import.meta.dirname ?? 'eval', 'labels/read-events.jsonl');

export function readLabels(): Labels {
  const lines = existsSync(FILE)
    ? readFileSync(FILE, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Verdict | Missed | ReadInFull)
    : [];
  return {
    verdicts: lines.filter((line): line is Verdict => line.what === 'drift' || line.what === 'conflict'),
    missed: lines.filter((line): line is Missed => line.what === 'missed'),
    inFull: new Set(lines.flatMap((line) => (line.what === 'read in full' ? [line.event] : []))),
  };
}

/** What a record lists, its places in rows. */
export interface Finding {
  readonly event: string;
  readonly what: 'drift' | 'conflict';
  readonly kind: DriftKind;
  readonly from: readonly Place[];
  /** Empty where it was dropped. */
  readonly to: readonly Place[];
}

type Told = Pick<Verdict, 'event' | 'kind' | 'from' | 'to'>;

const meet = (places: readonly Place[], { doc, start, end }: Place): boolean =>
  places.some((p) => p.doc === doc && p.start < end && start < p.end);

/** One kind, and the places overlap, whichever of the two comes first; a dropped word has one place only. */
export function speaksOf({ event, kind, from, to }: Finding, told: Told): boolean {
  if (event !== told.event || kind !== told.kind) return false;
  if (told.to === null || to.length === 0) return meet(from, told.from);
  return (meet(from, told.from) && meet(to, told.to)) || (meet(from, told.to) && meet(to, told.from));
}

/** The verdict on a finding, one with as many places before others; null where nobody has judged it. */
export function verdictOf(finding: Finding, { verdicts }: Labels): Verdict | null {
  const fitting = verdicts.filter((v) => v.what === finding.what && speaksOf(finding, v));
  return fitting.find((v) => (v.to === null) === (finding.to.length === 0)) ?? fitting[0] ?? null;
}

/** The judged findings as a section of eval/RESULTS.md. */
export function sectionOf({ verdicts, missed }: Labels): string[] {
  const place = (p: Place | null): string =>
    p === null ? 'dropped' : `${p.doc.replace(/^basil\/(\w{8})[\w-]*_/, '$1_')} ${p.start}–${p.end}`;
  const line = (label: Verdict | Missed, head: string): string =>
    `- ${head} ${label.kind}, ${place(label.from)} → ${place(label.to)}: ${label.reason}`;
  return [
    '## Findings read by hand',
    '',
    `Every drift and conflict in the records of basil_half (stage read-events), ${verdicts.length} findings of both tiers, each held against both texts by one reader: a drift is true where the two assert one thing and this did change in it, a conflict where both cannot hold. Below them the ${missed.length} that three events read in full hold and the first records lacked. Documents by the first eight characters of their event and their number, places in UTF-16 code units. The verdicts are kept (eval/labels/read-events.jsonl) and found again by kind and place, so that what later code asserts anew shows as not judged.`,
    '',
    ...verdicts.map((v) => line(v, `${v.verdict}: ${v.what},`)),
    '',
    '### Missed',
    '',
    ...missed.map((m) => line(m, 'missed:')),
    '',
  ];
}
