/** What a user names that is to be fetched: addresses, and files that list them. */

/** A path never looks so. */
export const isAddress = (path: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(path);

/**
 * The addresses in a text that lists them one a line, with comments (#) and blank lines; null where it is another text: a
 * line of a list has no second word, and one at least is a web address.
 */
export function addressesIn(text: string): string[] | null {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/(?<!\S)#.*$/, '').trim())
    .filter((line) => line !== '');
  const isList = lines.some((line) => /^https?:\/\//i.test(line)) && lines.every((line) => !/\s/.test(line));
  return isList ? lines : null;
}
