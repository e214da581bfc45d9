/** Letters and press releases of the corpus that other accounts quote: a cited document whose quoted words stand in one. */
import type { Account } from '../model/story.js';
import { organisationKey } from '../text/name-keys.js';
import type { Outlets } from './outlets.js';
import { documentType } from './witnesses.js';

/** Fewer quoted words stand in many texts. */
const QUOTED_WORDS = 5;

const words = (text: string): string =>
  ` ${(
    text
      .toLowerCase()
      .replace(/[’']/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')} `;

/**
 * For a local source (document id and index), the one document of the story whose words are quoted from it, or null.
 * Only documents that no outlet made can be it: those without an outlet, and those that a body published itself.
 */
export function quotedDocuments(
  accounts: readonly Account[],
  outlets: Outlets,
): (doc: string, local: number) => string | null {
  const bodies = new Set(
    accounts.flatMap(({ analysis }) =>
      analysis.sources
        .filter((s) => s.kind === 'organisation' && s.named)
        .map((s) => organisationKey(s.name)),
    ),
  );
  const nameOf = new Map(outlets.all.map((outlet) => [outlet.id, outlet.name]));
  const candidates = accounts
    .filter(({ document }) => {
      const own = outlets.ownOf(document.id);
      return own === null || bodies.has(organisationKey(nameOf.get(own) ?? ''));
    })
    .map(({ document, analysis }) => ({
      id: document.id,
      text: words(document.text),
      cited: analysis.sources.map((source, local) => ({
        type: source.kind === 'document' ? documentType(source) : null,
        words: quotationsOf({ document, analysis }, local),
      })),
    }));
  const byId = new Map(accounts.map((account) => [account.document.id, account]));
  return (doc, local) => {
    if (candidates.length === 0) return null;
    const account = byId.get(doc)!;
    const quotes = quotationsOf(account, local);
    const type = documentType(account.analysis.sources[local]!);
    const found = candidates.filter(
      ({ id, text, cited }) =>
        id !== doc &&
        quotes.some(
          (quote) =>
            text.includes(quote) &&
            // Who has the words from such a document himself is not that document.
            !cited.some(
              (c) => c.type === type && c.words.some((w) => w.includes(quote) || quote.includes(w)),
            ),
        ),
    );
    // Copies of one letter are that letter.
    return new Set(found.map(({ text }) => text)).size === 1 ? found[0]!.id : null;
  };
}

/** The words that an account quotes from one of its sources, or through it, each quotation by itself. */
function quotationsOf(
  { document, analysis }: Pick<Account, 'document' | 'analysis'>,
  local: number,
): string[] {
  return analysis.attributions
    .filter((a) => a.speaker === local || a.medium === local)
    .flatMap(({ content, form }) =>
      content
        .map(({ start, end }) => document.text.slice(start, end))
        .flatMap((text) =>
          form === 'direct' ? [text] : [...text.matchAll(/["“‘]([^"“”‘]+)["”’]/g)].map((m) => m[1]!),
        ),
    )
    .map(words)
    .filter((text) => text.trim().split(' ').length >= QUOTED_WORDS);
}
