/** What a code unit is part of, for passes over whole texts that cannot wait for an expression at every place. */

/** Letters and digits. */
export const WORD = 1;
export const SPACE = 2;
/** All else, halves of a surrogate pair with it. */
export const MARK = 3;

/** 0 where not yet asked. */
const classes = new Uint8Array(0x10000);

/** WORD, SPACE or MARK of a code unit (0 to 65,535). */
export function classOf(unit: number): number {
  const known = classes[unit]!;
  if (known !== 0) return known;
  const character = String.fromCharCode(unit);
  const found = /[\p{L}\p{N}]/u.test(character) ? WORD : /\s/.test(character) ? SPACE : MARK;
  classes[unit] = found;
  return found;
}
