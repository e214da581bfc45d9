/** Strings as libraries hand them out of binary formats, made fit for a Document's text. */

/** Without control characters (tab and line feed stay) and soft hyphens, lone surrogates replaced, Latin ligatures in letters. */
export function cleanString(value: string): string {
  return value
    .replace(/[\p{Cc}\u00ad\ufeff\u200b]/gu, (c) => (c === '\n' || c === '\t' ? c : ''))
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[\ufb00-\ufb06]/g, (c) => c.normalize('NFKC'))
    .replace(/\uf0b7/g, '•');
}
