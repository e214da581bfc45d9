/** Letters and press releases of the corpus that other accounts quote: a cited document whose quoted words stand in one. */
import type { Account } from '../model/story.js';
import { organisationKey } from '../text/name-keys.js';
import type { Outlets } from './outlets.js';

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
    .map(({ document }) => ({ id: document.id, text: words(document.text) }));
  const byId = new Map(accounts.map((account) => [account.document.id, account]));
  return (doc, local) => {
    if (candidates.length === 0) return null;
    const { document, analysis } = byId.get(doc)!;
    const quotes = analysis.attributions
      .filter((a) => a.speaker === local || a.medium === local)
      .flatMap((a) =>
        a.content.map(({ start, end }) => ({
          text: document.text.slice(start, end),
          direct: a.form === 'direct',
        })),
      )
      .flatMap(({ text, direct }) =>
        direct ? [text] : [...text.matchAll(/["“‘]([^"“”‘]+)["”’]/g)].map((m) => m[1]!),
      )
      .map(words)
      .filter((text) => text.trim().split(' ').length >= QUOTED_WORDS);
    const found = candidates.filter((c) => c.id !== doc && quotes.some((quote) => c.text.includes(quote)));
    return found.length === 1 ? found[0]!.id : null;
  };
}
