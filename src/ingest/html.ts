import type { Block } from '../model/document.js';

/** A page as read: its visible text in page order with blocks by role, and what its head says; null where it does not. */
export interface Page {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly language: string | null;
  /** Said to the user where the page could not be read as a tree. */
  readonly note: string | null;
}

export function readHtml(html: string): Page {
  const text = html.replace(/<[^>]*>/g, '').trim();
  return {
    text,
    blocks: [],
    url: null,
    outlet: null,
    title: null,
    byline: null,
    published: null,
    language: null,
    note: null,
  };
}
