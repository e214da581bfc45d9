import { describe, expect, it } from 'vitest';
import { textDocument } from '../../src/ingest/document.js';
import { traceLineage } from '../../src/lineage/lineage.js';
import type { Source } from '../../src/model/record.js';
import type { Account } from '../../src/model/story.js';
import { readDocument } from '../../src/pipeline.js';
import { findPassages } from '../../src/reuse/passages.js';

/** The documents that the accounts cite, as the story's sources. */
function cited(...texts: readonly string[]): Source[] {
  const accounts = texts.map((text, at): Account => {
    const document = textDocument(text, {
      ref: `${at}.txt`,
      outlet: OUTLETS[at]!,
      published: `2031-05-${10 + at}`,
    });
    const analysis = readDocument(document, 'rules');
    return { document: { ...document, blocks: analysis.blocks }, analysis };
  });
  const { passages } = findPassages(
    accounts.map(({ document }) => document),
    { thorough: true },
  );
  return traceLineage({ accounts, passages }).sources.filter(({ kind }) => kind === 'document');
}

const OUTLETS = ['Saltmarch Ledger', 'Orrel Gazette', 'Tern Weekly'];
const SEEN =
  'The directorate will send 40 inspectors to six harbours, according to an internal memo seen by the Saltmarch Ledger.';
const BODY =
  'Boats over nine metres are to be measured at the quay before the season opens, and those whose nets are too fine will stay in port until they are mended. ';

describe('documents that only some outlets had in hand', () => {
  it.each<[what: string, memos: number, texts: readonly string[]]>([
    [
      'one, where the other account says who first reported it',
      1,
      [
        SEEN,
        'Forty inspectors are to come, according to an internal memo that was first reported by the Saltmarch Ledger.',
      ],
    ],
    [
      'one, where the other account says who disclosed it',
      1,
      [SEEN, 'An internal memo that the Saltmarch Ledger disclosed on Monday speaks of 40 inspectors.'],
    ],
    [
      'two, where another outlet disclosed the other',
      2,
      [SEEN, 'An internal memo that the Harbour Courier disclosed on Monday speaks of 40 inspectors.'],
    ],
    [
      'two, where nothing ties a bare mention to either',
      2,
      [SEEN, 'Some 40 inspectors will come to the coast, according to an internal memo.'],
    ],
    [
      'one, where the bare mention stands in a copy of the text',
      1,
      [
        `${BODY}The directorate will send 40 inspectors, an internal memo says.`,
        `${BODY}The directorate will send 40 inspectors, an internal memo says.\n\nThe mayor did not reply.`,
      ],
    ],
    [
      'one, where the copy leaves out who reported it',
      1,
      [
        `${BODY}Some 40 inspectors are to be sent, according to an internal memo that was first reported by the Harbour Courier.`,
        `${BODY}Some 40 inspectors are to be sent, according to an internal memo.`,
      ],
    ],
    [
      'two, where the same words stand outside the copied text',
      2,
      [
        `${BODY}\n\nNobody at the ministry would speak of it. Fees are to double, an internal memo says.`,
        `${BODY}\n\nPilots met in the evening at the old customs house. Lights will be dimmed, an internal memo says.`,
      ],
    ],
  ])('%s', (_, memos, texts) => {
    const found = cited(...texts).filter(({ name }) => /memo/.test(name));
    expect(found.map(({ name }) => name)).toHaveLength(memos);
  });
});
