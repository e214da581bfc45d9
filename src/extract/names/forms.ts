import { BODIES } from '../../language/en/bodies.js';
import type { LocalName } from '../../model/analysis.js';
import type { Span } from '../../model/span.js';
import { compareSpans } from '../../text/order.js';
import type { ParsedText } from '../../text/parsed.js';
import type { NameSpan } from './spans.js';

/** The name that these mentions are of: the fullest form as name, the others as aliases. */
export function nameOf(
  parsed: ParsedText,
  mentioned: readonly NameSpan[],
  kind: LocalName['kind'],
): LocalName {
  const spans = [...mentioned].sort(compareSpans);
  const forms: string[] = [];
  for (const span of spans) {
    const form = parsed.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    if (!forms.includes(form)) forms.push(form);
  }
  const name = fullest(parsed, kind, forms, spans);
  const mentions: Span[] = spans.map(({ start, end }) => ({ start, end }));
  return { kind, name, aliases: forms.filter((form) => form !== name), mentions };
}

function fullest(
  parsed: ParsedText,
  kind: LocalName['kind'],
  forms: readonly string[],
  spans: readonly NameSpan[],
): string {
  const shouted = (form: string) => form.length > SHOUT && form === form.toUpperCase();
  const full = forms.reduce((best, form) =>
    form.length > best.length || (form.length === best.length && shouted(best) && !shouted(form))
      ? form
      : best,
  );
  const name = full.replace(/^(?:U\.S\.|US) (?=\S+ \S+ \S)/, '');
  const body = forms.map((form) => BODIES.get(form)).find((long) => long?.startsWith(`${name} `));
  if (body !== undefined) return body;
  if (kind !== 'outlet') return name;
  const masthead = mastheadOf(parsed.outlet, name);
  if (masthead !== null) return masthead;
  return articleOf(parsed.text, name, spans) ? `The ${name}` : name;
}

/** Longer words in capitals alone are shouted, shorter ones may be acronyms. */
const SHOUT = 6;

/** The document's own outlet where the name is that or its end ("the Ledger" in The Saltmarch Ledger), or null. */
export function mastheadOf(outlet: string | null, name: string): string | null {
  if (outlet === null) return null;
  const whole = outlet.replace(/^the /i, '').toLowerCase();
  const part = name.replace(/^the /i, '').toLowerCase();
  return whole === part || whole.endsWith(` ${part}`) ? outlet : null;
}

/** Whether the text writes "The" as part of an outlet's name where it first gives the name in full. */
function articleOf(text: string, name: string, spans: readonly NameSpan[]): boolean {
  if (name.startsWith('The ') || !name.includes(' ')) return false;
  const first = spans.find(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ') === name);
  return (
    first !== undefined &&
    /(?:^|\s|[“"‘'(])The\s$/.test(text.slice(Math.max(0, first.start - 6), first.start))
  );
}
