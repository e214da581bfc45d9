/** The closed vocabularies of the record (DESIGN: "The record"). */
import { z } from 'zod';

export const AttributionForm = z.enum(['direct', 'mixed', 'indirect']);
export type AttributionForm = z.infer<typeof AttributionForm>;

export const Bound = z.enum(['exact', 'min', 'max', 'approx']);
export type Bound = z.infer<typeof Bound>;

export const FigureKind = z.enum([
  'count',
  'share',
  'ratio',
  'percent',
  'money',
  'age',
  'duration',
  'measure',
]);
export type FigureKind = z.infer<typeof FigureKind>;

export const TimexType = z.enum(['DATE', 'TIME', 'DURATION', 'SET']);
export type TimexType = z.infer<typeof TimexType>;

export const TimexMod = z.enum(['START', 'MID', 'END', 'APPROX']);
export type TimexMod = z.infer<typeof TimexMod>;

/**
 * Why one place was chosen among its namesakes: `told` next to it ("Newark, N.J."), the `only` one known, its `size`, what
 * is named nearby (`neighbours`), the `country` of the account, the town of its `outlet`, or the place it lies `inside`.
 */
export const PlaceReason = z.enum(['told', 'only', 'size', 'neighbours', 'country', 'outlet', 'inside']);
export type PlaceReason = z.infer<typeof PlaceReason>;

/** `region` holds counties, parishes and everything larger that is no state or country. */
export const PlaceKind = z.enum(['town', 'state', 'country', 'region', 'facility', 'demonym']);
export type PlaceKind = z.infer<typeof PlaceKind>;

export const NameKind = z.enum([
  'person',
  'organisation',
  'outlet',
  'operation',
  'law',
  'place',
  'facility',
  'other',
]);
export type NameKind = z.infer<typeof NameKind>;

export const SourceKind = z.enum(['person', 'organisation', 'outlet', 'people', 'document', 'unknown']);
export type SourceKind = z.infer<typeof SourceKind>;

/**
 * How firmly a clause puts what it says. `done`: it happened or is happening; `future`: it will; `planned`: someone
 * plans, intends or is set to; `requested`: asked for; `ordered`: told to; `possible`: may, might, could; `conditional`;
 * `obliged`: must, should; `stative`: a standing fact ("sanctuary policies prevent …").
 */
export const ModalityKind = z.enum([
  'done',
  'stative',
  'future',
  'planned',
  'requested',
  'ordered',
  'possible',
  'conditional',
  'obliged',
]);
export type ModalityKind = z.infer<typeof ModalityKind>;

export const PassageKind = z.enum(['verbatim', 'edited', 'paraphrase']);
export type PassageKind = z.infer<typeof PassageKind>;

export const Relation = z.enum(['reprint', 'rewrite', 'quote', 'credit', 'follow-up']);
export type Relation = z.infer<typeof Relation>;

export const EvidenceKind = z.enum([
  'overlap',
  'containment',
  'edit',
  'time',
  'byline',
  'dateline',
  'credit-line',
  'copyright',
  'told',
  'report',
  'link',
]);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

export const MemberRole = z.enum(['origin', 'copy', 'shorter', 'longer', 'rewrite']);
export type MemberRole = z.infer<typeof MemberRole>;

export const ClaimKind = z.enum(['statement', 'figure', 'quotation', 'list']);
export type ClaimKind = z.infer<typeof ClaimKind>;

export const Stance = z.enum(['asserts', 'denies', 'neutral']);
export type Stance = z.infer<typeof Stance>;

export const Rule = z.enum(['copied', 'derived', 'attributed', 'own']);
export type Rule = z.infer<typeof Rule>;

export const DriftKind = z.enum([
  'hedge',
  'figure',
  'list',
  'attribution',
  'modality',
  'actor',
  'time',
  'quotation',
  'wording',
]);
export type DriftKind = z.infer<typeof DriftKind>;
