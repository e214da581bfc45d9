/** The case file that a command is about. */
import type { Given } from './inputs.js';

export const CASE_ARG = {
  type: 'positional',
  required: false,
  valueHint: 'CASE',
  description: 'A case file, which stemma read --case makes',
} as const;

/** Throws RangeError where not just one is given. */
export function caseNamed(command: string, { paths }: Given): string {
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0)
    throw new RangeError(`${command} takes one case file, which stemma read --case FILE makes`);
  return path;
}
