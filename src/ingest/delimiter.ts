/** What parts the cells of a table. Spreadsheets of some countries write semicolons or tabs. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** A header is not looked at further, in code units. */
const MAX_HEADER = 65_536;

/** The delimiter that the header has most of outside quotes; a comma where it has none. */
export function delimiterOf(csv: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (let at = 0; at < Math.min(csv.length, MAX_HEADER); at++) {
    const char = csv.charAt(at);
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) break;
    else if (!quoted && counts.has(char)) counts.set(char, counts.get(char)! + 1);
  }
  return [...DELIMITERS].sort((a, b) => counts.get(b)! - counts.get(a)!)[0]!;
}
