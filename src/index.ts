export { toClaimsCsv } from './export/claims/csv.js';
export {
  type ClaimsOnly,
  type ClaimsSelection,
  type ClaimsSort,
  selectClaims,
} from './export/claims/selection.js';
export { toGraphml } from './export/graphml.js';
export { type NodeLink, toNodeLink } from './export/node-link.js';
export {
  type AllButOne,
  findSilence,
  type OnlyOne,
  type Silence,
  type Telling,
} from './export/silence.js';
export { toSvg } from './export/svg.js';
export type { PassOnOptions } from './export/view.js';
export { analyse } from './extract/analyse.js';
export { readAbout } from './ingest/about.js';
export { type ColumnMap, parseMap } from './ingest/columns.js';
export { textDocument } from './ingest/document.js';
export type { IngestOptions } from './ingest/formats.js';
export { ingestBytes } from './ingest/ingest.js';
export { ingestPaths } from './ingest/paths.js';
export type { Amended, Amendment, Amendments } from './model/amendments.js';
export type { Analysis } from './model/analysis.js';
export type { Document } from './model/document.js';
export type { DocumentAttribution, Speaker } from './model/document-attribution.js';
export type { DocumentFacts, DocumentName } from './model/document-facts.js';
export { StemmaError } from './model/errors.js';
export type { Message } from './model/message.js';
export { RECORD_VERSION, Record } from './model/record.js';
export { DEFAULT_SETTINGS, type Settings, type Tier } from './model/settings.js';
export type { Anchor, Span } from './model/span.js';
export type { Standing, Without } from './model/what-if.js';
export { withoutSource } from './origins/what-if.js';
export {
  findAttributions,
  findFacts,
  inProcess,
  type ReadOptions,
  type Runner,
  readRecord,
} from './pipeline.js';
export { findPassages, type PassageOptions, type ReuseDocument } from './reuse/passages.js';
export { type IndexPassage, ReuseIndex } from './reuse/reuse-index.js';
export type { ReuseOptions } from './reuse/settings.js';
export { CaseFile } from './store/case-file.js';
export type { Run } from './store/log.js';
export { loadReuseIndex, saveReuseIndex } from './store/reuse-index.js';
export { type Verdict, verifyCase } from './store/verify.js';
