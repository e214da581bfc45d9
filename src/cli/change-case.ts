/** A case changed by its user, and its record read anew from what it holds then. */
import type { Document } from '../model/document.js';
import { DEFAULT_SETTINGS } from '../model/settings.js';
import type { Run } from '../store/log.js';
import { aimed } from './about.js';
import { caseNamed } from './case-arg.js';
import type { CaseSession } from './case-session.js';
import type { Given } from './inputs.js';
import { OK } from './outcome.js';

/** The case, and the names that follow it. Throws RangeError where one is missing. */
export function understood(command: string, given: Given): { path: string; names: readonly string[] } {
  const [path, ...names] = given.paths;
  if (path === undefined || names.length === 0)
    throw new RangeError(`${command} takes a case file and the names of what to ${command}`);
  return { path: caseNamed(command, { ...given, paths: [path] }), names };
}

/** By its path in the folder that was read, URL or id; never for an account that is damaged. */
export const isCalled = (names: readonly string[], document: Document | null): boolean =>
  document !== null &&
  names.some((name) => name === document.id || name === document.url || name === document.ref);

/** By the path of the file that it came in, too. */
export const isCalledOrIn = (names: readonly string[], document: Document | null, file: string): boolean =>
  isCalled(names, document) || names.includes(file);

/** `change` gives the line for the log. The tier stays that of the record before. */
export async function readAgain(
  path: string,
  what: Run['what'],
  change: (session: CaseSession) => string,
): Promise<number> {
  const { CaseSession } = await import('./case-session.js');
  const session = CaseSession.open(path, 'write');
  try {
    const tier = session.tier() ?? DEFAULT_SETTINGS.tier;
    const note = change(session);
    const { readRecord } = await import('../pipeline.js');
    const documents = session.documents();
    const { record, analyses } = await readRecord(documents, {
      settings: { ...DEFAULT_SETTINGS, tier },
      amendments: aimed(session.amendments(), documents),
      messages: session.messages(),
      analyses: session.analyses(),
      runner: session.runner(),
    });
    session.commit(what, note, record, analyses);
    if (what === 'purge') session.file.shrink();
    process.stdout.write(`${note} (${path})\n`);
    return OK;
  } finally {
    session.close();
  }
}
