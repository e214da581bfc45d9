import type { SentenceEncoder } from '../encoder/sentence-encoder.js';
import type { Analysis } from '../model/analysis.js';
import type { Document } from '../model/document.js';
import { STATEMENT_ROLES } from '../model/document.js';
import type { Message } from '../model/message.js';
import type { Depth } from '../model/settings.js';
import { segment } from '../text/blocks.js';
import { sha256 } from '../text/ids.js';
import { parseText } from '../text/parse.js';
import { findAssertions } from './assertions.js';
import { findAttributions } from './attributions.js';
import { resolveBodies } from './bodies.js';
import { findFigures } from './figures/figures.js';
import { findOrdinals } from './figures/ordinals.js';
import type { FrameTagger } from './frame-tagger.js';
import { findLists } from './lists/lists.js';
import { findMeanings } from './meanings.js';
import { readMetadata } from './metadata.js';
import { findNames } from './names/names.js';
import { findPlaces } from './places/places.js';
import { findTimes } from './times/times.js';

/** Raised when a change to `analyse` changes what it finds, so that stored analyses are made anew. */
const ANALYSER = 12;

/** What an analysis depends on: the text, its blocks as received, what relative times and "told the …" need, the depth. */
export function analysisKey(document: Document, depth: Depth): string {
  const { id, title, outlet, url, byline, published, language, text, blocks } = document;
  return sha256(
    JSON.stringify([
      ANALYSER,
      depth,
      id,
      title,
      outlet,
      url,
      byline,
      published,
      language,
      sha256(text),
      blocks,
    ]),
  );
}

/** The trained models of a tier, null where it has none. */
export interface Models {
  readonly tagger: FrameTagger | null;
  readonly encoder: SentenceEncoder | null;
}

export const NO_MODELS: Models = { tagger: null, encoder: null };

/** Everything found in one document alone, with the user's amendments already applied to it. */
export function analyse(document: Document, depth: Depth, models: Models = NO_MODELS): Analysis {
  const { tagger, encoder } = models;
  const { text } = document;
  const blocks = document.blocks.length > 0 ? document.blocks : segment(text);
  const metadata = readMetadata(text, blocks, [document.outlet, document.url]);
  const published = document.published ?? metadata.published;
  const outlet = document.outlet ?? metadata.outlet;
  const parsed = parseText({ text, blocks, published, outlet, url: document.url });
  const names = findNames(parsed);
  const {
    sources: mentioned,
    attributions,
    credits,
  } = depth === 'facts' ? NOBODY : findAttributions(parsed, names, tagger);
  const sources = resolveBodies(mentioned, names);
  const figures = findFigures(parsed);
  const times = findTimes(parsed);
  const places = findPlaces(parsed, names);
  const lists = findLists(parsed, figures, places, names);
  const found = { sources, attributions, figures, times, places, names, lists };
  const assertions = depth === 'facts' ? [] : findAssertions(parsed, found);
  const words = blocks.some((block) => STATEMENT_ROLES.has(block.role));
  return {
    key: analysisKey(document, depth),
    doc: document.id,
    metadata,
    blocks,
    sentences: parsed.sentences.map(({ start, end, block }) => ({ start, end, block })),
    sources,
    attributions,
    credits,
    figures,
    ordinals: findOrdinals(parsed),
    times,
    places,
    names,
    lists,
    assertions,
    meanings: encoder === null ? null : findMeanings(text, parsed.sentences, assertions, encoder),
    messages: [
      ...(words ? [] : [noted('no-statements', `${document.ref} has no text that makes statements`)]),
      ...(parsed.readTo === null
        ? []
        : [
            noted(
              'long-text',
              `${document.ref} is longer than accounts are: what it says was read up to character ${parsed.readTo} of ${text.length}, and the rest is in the record as text alone; its parts can be read as files of their own`,
            ),
          ]),
    ],
  };

  function noted(rule: string, note: string): Message {
    return { rule, severity: 'warning', ref: document.ref, note };
  }
}

const NOBODY = { sources: [], attributions: [], credits: [] };

/** Of a document that could not be analysed: nothing is found in it, all its text counts as body. */
export function emptyAnalysis(document: Document, depth: Depth, why: string): Analysis {
  return {
    key: analysisKey(document, depth),
    doc: document.id,
    metadata: { title: null, outlet: null, issuer: null, byline: null, published: null, language: null },
    blocks: [{ start: 0, end: document.text.length, role: 'body' }],
    sentences: [],
    sources: [],
    attributions: [],
    credits: [],
    figures: [],
    ordinals: [],
    times: [],
    places: [],
    names: [],
    lists: [],
    assertions: [],
    meanings: null,
    messages: [
      {
        rule: 'analysis-failed',
        severity: 'error',
        ref: document.ref,
        note: `${document.ref} could not be analysed, and nothing of it is in the record but its text: ${why}`,
      },
    ],
  };
}
