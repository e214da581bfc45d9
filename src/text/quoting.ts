/** Quotation marks around words that may hold some of their own. */

/** Words in quotation marks, those that they hold in single ones. */
export const inMarks = (text: string): string =>
  `“${text.replace(/[“„«]|"(?=[\p{L}\p{N}$€£‘'(])/gu, '‘').replace(/[”»"]/g, '’')}”`;

/** A text with a partner for a quotation mark at its edge that has lost it. */
export function balanced(text: string): string {
  const marks = (of: RegExp): number => text.match(of)?.length ?? 0;
  if (marks(/"/g) % 2 === 1) return text.startsWith('"') && text.length < 2 ? '' : `${text}"`;
  const open = marks(/“/g) - marks(/”/g);
  return open > 0 ? `${text}”` : open < 0 ? `“${text}` : text;
}

/** What stands in quotation marks in a text, in order, also where it ends before the closing mark. */
export const quotedIn = (text: string): string[] => [...text.matchAll(QUOTED)].map(([, words]) => words!);

const QUOTED = /[“"«„]([^“”"«»„]{2,400})(?:[”"»“]|$)/gu;
