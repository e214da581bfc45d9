/** Two to six capitals, with or without full stops ("ICE", "F.B.I.", "BORTAC", "AT&T"). */
export function isAcronym(text: string): boolean {
  return /^(?:\p{Lu}[\p{Lu}\d&]{1,6}s?|(?:\p{Lu}\.){2,6})$/u.test(text);
}

const COUNTRY = /^(?:u\.?s\.?a?\.?|uk|u\.k\.)$/i;

/** True where the acronym is made of the initials of the words, small words counted or not, a leading country or not. */
export function initialsMatch(acronym: string, words: readonly string[]): boolean {
  const letters = acronym.replace(/[^\p{Lu}]/gu, '');
  if (letters.length < 2) return false;
  const country = COUNTRY.test(words[0] ?? '');
  // Most names begin with another letter.
  if (!country && /^\p{Lu}/u.test(words[0] ?? '') && words[0]![0] !== letters[0]) return false;
  const parts = words.flatMap((word) => word.split('-')).filter((word) => /^\p{L}/u.test(word));
  const capitals = parts.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]!);
  const all = parts.map((word) => word[0]!.toUpperCase());
  const forms = [capitals.join(''), all.join('')];
  if (country) forms.push(capitals.slice(1).join(''), `US${capitals.slice(1).join('')}`);
  return forms.includes(letters);
}
