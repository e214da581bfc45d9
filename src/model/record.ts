/** The Record, as `--json` writes it. The JSON Schema in `schema/` is generated from these definitions. */
import { z } from 'zod';
import { Amended } from './amendments.js';
import { Document } from './document.js';
import { Message } from './message.js';
import { Anchor } from './span.js';
import * as v from './vocabulary.js';

const ids = z.array(z.string()).readonly();
const anchors = z.array(Anchor).readonly();

export const Passage = z
  .object({
    id: z.string(),
    a: Anchor,
    b: Anchor,
    kind: v.PassageKind,
    similarity: z.number().min(0).max(1),
    boilerplate: z.boolean().optional(),
  })
  .readonly();
export type Passage = z.infer<typeof Passage>;

export const Attribution = z
  .object({
    id: z.string(),
    doc: z.string(),
    form: v.AttributionForm,
    source: anchors,
    cue: anchors,
    content: anchors,
    sourceId: z.string().nullable(),
    candidates: ids,
    parent: z.string().nullable(),
  })
  .readonly();
export type Attribution = z.infer<typeof Attribution>;

export const Figure = z
  .object({
    anchor: Anchor,
    value: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    bound: v.Bound,
    unit: z.string(),
    of: z.string(),
    ofAnchor: Anchor.nullable(),
    kind: v.FigureKind,
    whose: Anchor.nullable(),
    hedges: anchors,
    change: z
      .object({ direction: z.enum(['up', 'down']), role: z.enum(['by', 'from', 'to']) })
      .readonly()
      .nullable(),
    normal: z
      .object({
        value: z.number().optional(),
        min: z.number().optional(),
        max: z.number().optional(),
        unit: z.string(),
      })
      .readonly()
      .nullable(),
  })
  .readonly();
export type Figure = z.infer<typeof Figure>;

/** A place in a series ("the third raid"); kept apart from figures. */
export const Ordinal = z.object({ anchor: Anchor, value: z.number(), of: z.string() }).readonly();
export type Ordinal = z.infer<typeof Ordinal>;

export const Time = z
  .object({
    anchor: Anchor,
    type: v.TimexType,
    value: z.string(),
    mod: v.TimexMod.nullable(),
    start: z.string().nullable(),
    end: z.string().nullable(),
  })
  .readonly();
export type Time = z.infer<typeof Time>;

export const Place = z
  .object({
    anchor: Anchor,
    name: z.string(),
    country: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    literal: z.boolean(),
    kind: v.PlaceKind,
    reason: v.PlaceReason.nullable(),
  })
  .readonly();
export type Place = z.infer<typeof Place>;

/** An enumeration of like things. `of` and `kind`: what they are, in the account's words and by the names themselves. */
export const List = z
  .object({
    anchor: Anchor,
    kind: v.NameKind.nullable(),
    of: z.string(),
    items: anchors,
    stated: z.number().nullable(),
    statedAnchor: Anchor.nullable(),
    open: z.boolean(),
  })
  .readonly();
export type List = z.infer<typeof List>;

export const Source = z
  .object({
    id: z.string(),
    kind: v.SourceKind,
    name: z.string(),
    aliases: z.array(z.string()).readonly(),
    role: z.string().nullable(),
    organisation: z.string().nullable(),
    named: z.boolean(),
    count: z.object({ min: z.int(), max: z.int().nullable() }).readonly().nullable(),
    documents: ids,
    seenBy: ids,
    mentions: anchors,
  })
  .readonly();
export type Source = z.infer<typeof Source>;

export const Evidence = z.object({ kind: v.EvidenceKind, anchors, note: z.string() }).readonly();
export type Evidence = z.infer<typeof Evidence>;

export const Edge = z
  .object({
    from: z.string(),
    to: z.string(),
    relation: v.Relation,
    direction: z.enum(['known', 'undetermined']),
    share: z.number().min(0).max(1).nullable(),
    evidence: z.array(Evidence).readonly(),
  })
  .readonly();
export type Edge = z.infer<typeof Edge>;

export const Family = z
  .object({
    id: z.string(),
    origin: z.string().nullable(),
    members: z.array(z.object({ doc: z.string(), role: v.MemberRole }).readonly()).readonly(),
  })
  .readonly();
export type Family = z.infer<typeof Family>;

export const Lineage = z
  .object({
    nodes: ids,
    edges: z.array(Edge).readonly(),
    families: z.array(Family).readonly(),
    /** Of each document whose report it is known to be: the source id of the outlet or agency. */
    reports: z.array(z.object({ doc: z.string(), of: z.string() }).readonly()).readonly(),
  })
  .readonly();
export type Lineage = z.infer<typeof Lineage>;

export const Origins = z
  .object({ min: z.int().min(0), max: z.int().min(0), roots: ids, reason: z.string() })
  .readonly();
export type Origins = z.infer<typeof Origins>;

/** What a statement rests on: a root with what counting must know of it. */
export const Ground = z
  .object({
    root: z.string(),
    /**
     * `voice`: an account's own voice, or a report behind which nobody is named; `hearing`: one reporter heard the words;
     * `unknown`: somebody whom the text leaves open; `source`: a person, body, unnamed people or document.
     */
    as: z.enum(['source', 'voice', 'hearing', 'unknown']),
    /** Of a voice: the text shows that the reporter was there. Of a hearing: the account shows it as its own. */
    shown: z.boolean(),
    /** Those from whom the root has it by hearsay, and the further signatories of a joint statement. */
    kin: ids,
  })
  .readonly();
export type Ground = z.infer<typeof Ground>;

export const Statement = z
  .object({
    id: z.string(),
    anchor: Anchor,
    focus: anchors,
    stance: v.Stance,
    attribution: z.string().nullable(),
    paths: z.array(ids).readonly(),
    roots: ids,
    grounds: z.array(Ground).readonly(),
    /** Where no source is given: the outlet, or the document where its outlet is not known; else null. */
    sourceless: z.string().nullable(),
    /** Other outlets and agencies that contributed to what stands here in the account's own voice. */
    contributors: ids,
    rule: v.Rule,
    firstHand: z.boolean(),
    hedges: anchors,
  })
  .readonly();
export type Statement = z.infer<typeof Statement>;

export const Drift = z
  .object({ kind: v.DriftKind, from: Anchor, to: Anchor.nullable(), note: z.string() })
  .readonly();
export type Drift = z.infer<typeof Drift>;

export const Conflict = z
  .object({
    kind: v.DriftKind,
    sides: z.array(z.object({ anchors, origins: Origins }).readonly()).readonly(),
    note: z.string(),
  })
  .readonly();
export type Conflict = z.infer<typeof Conflict>;

export const Claim = z
  .object({
    id: z.string(),
    kind: v.ClaimKind,
    title: z.string(),
    story: z.string(),
    statements: z.array(Statement).readonly(),
    origins: Origins,
    /** Pairs of its roots, all sources, that may be one origin. */
    alike: z.array(z.tuple([z.string(), z.string()])).readonly(),
    drift: z.array(Drift).readonly(),
    conflicts: z.array(Conflict).readonly(),
    possible: ids,
  })
  .readonly();
export type Claim = z.infer<typeof Claim>;

export const Correction = z
  .object({ doc: z.string(), anchor: Anchor, corrects: anchors, carriedBy: ids, note: z.string() })
  .readonly();
export type Correction = z.infer<typeof Correction>;

export const Story = z.object({ id: z.string(), title: z.string(), documents: ids }).readonly();
export type Story = z.infer<typeof Story>;

export const Subject = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['operation', 'law', 'organisation', 'person', 'place', 'document']),
    aliases: z.array(z.string()).readonly(),
    /** Where accounts name it, or call it again by its common noun ("the directorate"). */
    mentions: anchors,
    /** Claims that speak of it, by weight: most accounts first, then most origins. */
    claims: ids,
    /** The sources that are it. */
    sources: ids,
    /** Claims that an account has from it, directly or through others, by weight. */
    behind: ids,
    /** Attributions of its own words, and of others' words that name it; in quotation marks, in whole or in part. */
    quotations: ids,
    quotationsAbout: ids,
  })
  .readonly();
export type Subject = z.infer<typeof Subject>;

export const TimelineEntry = z
  .object({
    start: z.string(),
    end: z.string(),
    precision: z.enum(['year', 'month', 'day', 'time']),
    /** Which end is not told: `end` of "since March", `start` of "until 31 August"; null where both are. */
    open: z.enum(['start', 'end']).nullable(),
    claim: z.string(),
    anchor: Anchor,
  })
  .readonly();
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const Lead = z
  .object({
    kind: z.enum([
      'obtain-document',
      'single-origin',
      'settle-conflict',
      'ask-outlet',
      'ask-named-source',
      'name-outlet',
      'establish-direction',
      'carry-correction',
      'date-document',
    ]),
    note: z.string(),
    anchors,
    sources: ids,
  })
  .readonly();
export type Lead = z.infer<typeof Lead>;

export const RECORD_VERSION = 1;

export const Record = z
  .object({
    version: z.literal(RECORD_VERSION),
    generator: z
      .object({ name: z.literal('stemma'), version: z.string(), tier: z.enum(['rules', 'fast', 'accurate']) })
      .readonly(),
    documents: z.array(Document).readonly(),
    stories: z.array(Story).readonly(),
    passages: z.array(Passage).readonly(),
    attributions: z.array(Attribution).readonly(),
    figures: z.array(Figure).readonly(),
    ordinals: z.array(Ordinal).readonly(),
    times: z.array(Time).readonly(),
    places: z.array(Place).readonly(),
    lists: z.array(List).readonly(),
    sources: z.array(Source).readonly(),
    lineage: Lineage,
    claims: z.array(Claim).readonly(),
    corrections: z.array(Correction).readonly(),
    subjects: z.array(Subject).readonly(),
    timeline: z.array(TimelineEntry).readonly(),
    leads: z.array(Lead).readonly(),
    /** What users said, kept apart from what was found; in the order said. */
    amendments: z.array(Amended).readonly().default([]),
    messages: z.array(Message).readonly(),
  })
  .readonly();
export type Record = z.infer<typeof Record>;
