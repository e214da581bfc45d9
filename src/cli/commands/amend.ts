/** `stemma amend`: what the user says of accounts in a case goes over what the program found. */
import { type ArgsDef, defineCommand } from 'citty';
import { counted } from '../../export/plain.js';
import { DocumentAmendment } from '../../model/amendments.js';
import { isoDate } from '../../text/dates.js';
import { CASE_ARG } from '../case-arg.js';
import { isCalled, readAgain, understood } from '../change-case.js';
import { type Given, parseCommand } from '../inputs.js';

const args = {
  case: CASE_ARG,
  outlet: { type: 'string', valueHint: 'NAME', description: 'Whose they are' },
  published: { type: 'string', valueHint: 'DATE', description: 'When they were published' },
  title: { type: 'string', valueHint: 'WORDS', description: 'What they are headed' },
  url: { type: 'string', valueHint: 'URL', description: 'Where they were published' },
  status: { type: 'string', valueHint: 'STATUS', description: 'published or unpublished' },
} satisfies ArgsDef;

export const command = defineCommand({
  meta: {
    name: 'amend',
    description:
      'Say whose accounts in a case are, when they were published, or that they are not: stemma amend CASE NAME… by path, URL or id',
  },
  args,
});

export async function run(rawArgs: readonly string[]): Promise<number> {
  const given = parseCommand('amend', args, rawArgs);
  const { path, names } = understood('amend', given);
  const said = saidIn(given);
  return readAgain(path, 'amend', (file) => {
    // By id, which the account keeps whatever is said of it.
    const ids = file.namedDocuments((document) => isCalled(names, document)).map(({ id }) => id);
    if (ids.length === 0) throw new RangeError(`no account of that name in ${path}: ${names.join(', ')}`);
    file.amend({ documents: ids.map((ref) => ({ ref, ...said })) });
    return `${counted(ids.length, 'account')} amended: ${Object.keys(said).join(', ')}`;
  });
}

/** Throws RangeError where nothing is said, or what is said makes no sense. */
function saidIn(given: Given): Omit<DocumentAmendment, 'ref'> {
  const date = given.text('published');
  const published = date === null ? null : isoDate(date);
  if (date !== null && published === null)
    throw new RangeError(`--published takes a date such as 2031-05-12, not "${date}"`);
  const status = given.text('status');
  if (status !== null && status !== 'published' && status !== 'unpublished')
    throw new RangeError(`--status takes published or unpublished, not "${status}"`);
  const said = {
    outlet: given.text('outlet'),
    published,
    title: given.text('title'),
    url: given.text('url'),
    status,
  };
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
  if (Object.keys(told).length === 0)
    throw new RangeError('amend needs something to say: --outlet, --published, --title, --url or --status');
  const { ref: _, ...found } = DocumentAmendment.parse({ ref: '', ...told });
  return found;
}
