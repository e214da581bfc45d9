/** The tokens and fingerprints of many documents in flat arrays, one document after the other. */
import type { Span } from '../../model/span.js';
import { fingerprint } from './fingerprints.js';
import { grown, Uint32List } from './grow.js';
import { tokenise, tokenSink } from './tokens.js';

export interface Corpus {
  readonly length: number;
  readonly tokens: Uint32Array;
  /** First token of each document, and the end of the last. */
  readonly tokenStarts: Uint32Array;
  /** Ends of lines as token indices, and the first line of each document. */
  readonly lineEnds: Uint32Array;
  readonly lineStarts: Uint32Array;
  /** Fingerprints: hash, index of the first token in `tokens`, document; and the first of each document. */
  readonly hashes: Uint32Array;
  readonly positions: Uint32Array;
  readonly docs: Uint32Array;
  readonly fingerprintStarts: Uint32Array;
}

interface Readable {
  readonly text: string;
  readonly spans: readonly Span[];
}

export function readCorpus(documents: readonly Readable[]): Corpus {
  const sink = tokenSink(false);
  const hashes = new Uint32List();
  const positions = new Uint32List();
  const tokenStarts = new Uint32Array(documents.length + 1);
  const lineStarts = new Uint32Array(documents.length + 1);
  const fingerprintStarts = new Uint32Array(documents.length + 1);
  let docs: Uint32Array = new Uint32Array(1024);
  for (let doc = 0; doc < documents.length; doc++) {
    const { text, spans } = documents[doc]!;
    tokenise(text, spans, sink);
    fingerprint(sink.hashes, tokenStarts[doc]!, sink.length, hashes, positions);
    tokenStarts[doc + 1] = sink.length;
    lineStarts[doc + 1] = sink.lines;
    docs = grown(docs, hashes.length);
    docs.fill(doc, fingerprintStarts[doc]!, hashes.length);
    fingerprintStarts[doc + 1] = hashes.length;
  }
  return {
    length: documents.length,
    tokens: sink.hashes,
    tokenStarts,
    lineEnds: sink.lineEnds,
    lineStarts,
    hashes: hashes.values,
    positions: positions.values,
    docs,
    fingerprintStarts,
  };
}
