/** How a command ends. */
import { plain } from '../export/plain.js';

export const OK = 0;
/** Some input could not be read; the rest was. */
export const INCOMPLETE = 1;
/** Misuse, or a failed read or write. */
export const FAILED = 2;

/** One line on standard error, never a stack trace. Returns the exit status. */
export function complain(trouble: unknown): number {
  const words = trouble instanceof Error ? trouble.message : String(trouble);
  process.stderr.write(`stemma: ${plain(words).trim()}\n`);
  return FAILED;
}
