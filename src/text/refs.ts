/** What documents are called: a path, a URL, a row's id; of what is packed or attached in a file "FILE!PART". */

/** What a part stands in, outermost first: "a.zip", "a.zip!mail.eml" of "a.zip!mail.eml!memo.docx"; none of a file. */
export function outerRefs(ref: string): string[] {
  const parts = ref.split('!');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('!'));
}
