/** HTML that cannot be broken out of: whatever is put into a template is escaped, unless it is markup itself. */
import { plain } from '../plain.js';

export class Markup {
  constructor(readonly text: string) {}
}

export type Part = Markup | string | number | null | readonly Part[];

/** The words of the program stand in the template, everything else in its holes. */
export function html(words: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = words[0]!;
  parts.forEach((part, i) => {
    text += render(part) + words[i + 1]!;
  });
  return new Markup(text);
}

function render(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return escaped(plain(String(part)));
}

const ENTITIES: { readonly [letter: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);

export const when = (condition: boolean, part: () => Part): Part => (condition ? part() : null);

export function joined(parts: readonly Part[], glue: string): Part {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [glue, part]));
}

/** A link leads out only over http; anything else that calls itself a URL is shown as words. */
export function webAddress(url: string | null): URL | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed : null;
}
