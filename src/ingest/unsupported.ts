/** What to do with files that newsrooms have and that are not read, by the ending of the name. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  ...['doc', 'dot', 'docm', 'dotx', 'odt', 'rtf', 'pages', 'wpd', 'wps'].map((ending): [string, string] => [
    ending,
    'save it as .docx or .pdf',
  ]),
]);

/** Why a file of this ending is left out, and how it can be read; null where there is nothing to say. */
export function adviceFor(ending: string): string | null {
  const advice = ADVICE.get(ending);
  return advice === undefined ? null : `.${ending} is not read; ${advice}`;
}
