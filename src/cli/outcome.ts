/** How a command ends. */
import { plain } from '../export/plain.js';
import type { Message } from '../model/message.js';

export const OK = 0;
/** Some input could not be read; the rest was. */
export const INCOMPLETE = 1;
/** Misuse, or a failed read or write. */
export const FAILED = 2;

/** What is told even where nothing else is: an account that could not be read, and what --about says to no effect. */
export const isGrave = ({ severity, rule }: Message): boolean =>
  severity === 'error' || ABOUT_RULES.has(rule);

const ABOUT_RULES = new Set(['about-unmatched', 'bad-about', 'bad-date', 'bad-status', 'unknown-column']);

/** One line on standard error, never a stack trace. Returns the exit status. */
export function complain(trouble: unknown): number {
  const words = trouble instanceof Error ? trouble.message : String(trouble);
  process.stderr.write(`stemma: ${plain(words).trim()}\n`);
  return FAILED;
}
