/** Offices and spokespersons' roles in the words of a role (DESIGN §6: who has a page). */
import { OFFICES } from '../language/en/offices.js';

/** The words of a role that tell an office; none for a name that merely speaks, who is a bystander for all we know. */
export function officesIn(role: string | null): string[] {
  const words = (role ?? '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  // "harbour master" is written as two words and as one.
  const pairs = words.slice(1).map((word, at) => words[at]! + word);
  return [...words, ...pairs].filter((word) => OFFICES.has(word));
}
