/** Letters, press releases and the like of the corpus that other accounts cite: by the words quoted, by title or issuer. */
import { HEAD_WORDS, ISSUED_TYPES } from '../language/en/cited-documents.js';
import type { LocalAttribution, LocalSource } from '../model/analysis.js';
import type { Account } from '../model/story.js';
import { append } from '../text/multimap.js';
import { nameWords, organisationKey } from '../text/name-keys.js';
import type { IssuingBody } from './issuing-bodies.js';
import type { Outlets } from './outlets.js';
import { datesDiffer, documentType } from './witnesses.js';

/** Fewer quoted words stand in many texts. */
const QUOTED_WORDS = 5;

/** Characters at the head of a document that tell what it is. */
const HEAD = 600;

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
  bodies: readonly IssuingBody[],
): (doc: string, local: number) => string | null {
  const issued = new Set(bodies.flatMap(({ documents }) => documents));
  const byId = new Map(accounts.map((account) => [account.document.id, account]));
  const quotations = new Map(accounts.map((account) => [account.document.id, quotationsOf(account)]));
  const candidates = accounts
    .filter(({ document }) => outlets.ownOf(document.id) === null || issued.has(document.id))
    .map(({ document, analysis }) => ({
      id: document.id,
      text: words(document.text),
      cited: analysis.sources.map((source, local) => ({
        type: source.kind === 'document' ? documentType(source) : null,
        words: quotations.get(document.id)!(local),
      })),
    }));
  return (doc, local) => {
    if (candidates.every(({ id }) => id === doc)) return null;
    const account = byId.get(doc)!;
    const quotes = quotations.get(doc)!(local);
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
    // Of several, the one whose head says that it is a transcript, a letter …; copies of one are that one.
    const kind = HEAD_WORDS.get(type);
    const called = found.filter(({ text }) => kind?.test(text.slice(0, HEAD)));
    const one = called.length > 0 ? called : found;
    return new Set(one.map(({ text }) => text)).size === 1 ? one[0]!.id : null;
  };
}

/** The words that an account quotes from each of its sources, or through it, each quotation by itself. */
function quotationsOf({ document, analysis }: Account): (local: number) => readonly string[] {
  const bySource = new Map<number, string[]>();
  for (const attribution of analysis.attributions) {
    const quoted = quotedIn(document.text, attribution);
    const { speaker, medium } = attribution;
    for (const local of new Set([speaker, medium]))
      if (local !== null) for (const text of quoted) append(bySource, local, text);
  }
  return (local) => bySource.get(local) ?? [];
}

function quotedIn(text: string, { content, form }: LocalAttribution): string[] {
  return content
    .map(({ start, end }) => text.slice(start, end))
    .flatMap((said) =>
      form === 'direct' ? [said] : [...said.matchAll(/["“‘]([^"“”‘]+)["”’]/g)].map((m) => m[1]!),
    )
    .map(words)
    .filter((said) => said.trim().split(' ').length >= QUOTED_WORDS);
}

/** Which documents of the story a cited document is: by title, or the one that its issuer published. */
export function describedDocuments(
  accounts: readonly Account[],
  outlets: Outlets,
): (group: readonly { readonly doc: string; readonly source: LocalSource }[]) => string[] {
  const byTitle = new Map<string, string[]>();
  const byIssuer = new Map<string, string[]>();
  const nameOf = new Map(outlets.all.map((outlet) => [outlet.id, outlet.name]));
  const add = (map: Map<string, string[]>, key: string, doc: string): void => {
    if (key !== '') append(map, key, doc);
  };
  const days = new Map<string, string | null>();
  for (const { document, analysis } of accounts) {
    const title = document.title ?? analysis.metadata.title;
    const own = outlets.ownOf(document.id);
    add(byTitle, title === null ? '' : nameWords(title).join(' '), document.id);
    if (own !== null) add(byIssuer, organisationKey(nameOf.get(own)!), document.id);
    if (document.byline !== null) add(byIssuer, organisationKey(document.byline), document.id);
    days.set(document.id, document.published?.slice(0, 10) ?? null);
  }
  return (group) => {
    const citing = new Set(group.map((member) => member.doc));
    for (const { source } of group) {
      const titled = source.named ? (byTitle.get(nameWords(source.name).join(' ')) ?? []) : [];
      const issuer = source.document?.issuer;
      const issued =
        issuer && ISSUED_TYPES.has(documentType(source)) ? (byIssuer.get(organisationKey(issuer)) ?? []) : [];
      const date = source.document?.date ?? null;
      const found = (titled.length > 0 ? titled : issued).filter(
        (doc) => !citing.has(doc) && !datesDiffer(date, days.get(doc) ?? null),
      );
      if (found.length === 1) return found;
    }
    return [];
  };
}
