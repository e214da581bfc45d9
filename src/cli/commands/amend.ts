/** `stemma amend`: what the user says of a case goes over what the program found. */
import { type ArgsDef, defineCommand } from 'citty';
import { counted } from '../../export/plain.js';
import { CASE_ARG, caseNamed } from '../case-arg.js';
import { isCalled, readAgain, understood } from '../change-case.js';
import { parseCommand } from '../inputs.js';
import { OK } from '../outcome.js';
import { writeOut } from '../output.js';

const args = {
  case: CASE_ARG,
  outlet: { type: 'string', valueHint: 'NAME', description: 'Of accounts: whose they are' },
  published: { type: 'string', valueHint: 'DATE', description: 'Of accounts: when they were published' },
  title: { type: 'string', valueHint: 'WORDS', description: 'Of accounts: what they are headed' },
  url: { type: 'string', valueHint: 'URL', description: 'Of accounts: where they were published' },
  status: { type: 'string', valueHint: 'STATUS', description: 'Of accounts: published or unpublished' },
  mark: {
    type: 'string',
    valueHint: 'MARK',
    description: 'Of claims: checked, disputed, off (set aside), or none to take a mark back',
  },
  join: { type: 'boolean', description: 'Of claims: they are one' },
  split: {
    type: 'boolean',
    description: 'Of statements, by the ids that stemma explain shows: they are a claim of their own',
  },
  speaker: {
    type: 'string',
    valueHint: 'NAME',
    description: 'Of what is attributed, by its words or id: who says it, or unresolved',
  },
  kind: {
    type: 'string',
    valueHint: 'KIND',
    description:
      'What the speaker is, where the record knows none so called: person, organisation, outlet, …',
  },
  pin: { type: 'string', valueHint: 'WORDS', description: 'Of an account: words in it to find again' },
  note: { type: 'string', valueHint: 'WORDS', description: 'Why, in your words' },
  by: { type: 'string', valueHint: 'NAME', description: 'Who says it; else who is logged in' },
  undo: { type: 'string', valueHint: 'N', description: 'Take back what the list has under this number' },
} satisfies ArgsDef;

export const command = defineCommand({
  meta: {
    name: 'amend',
    description:
      'Say what you know of a case: stemma amend CASE NAME… with what is so; without a name, list what was said',
  },
  args,
});

export async function run(rawArgs: readonly string[]): Promise<number> {
  const given = parseCommand('amend', args, rawArgs);
  const undo = given.text('undo');
  if (undo !== null) return takeBack(caseNamed('amend', given), undo);
  if (given.paths.length === 1 && rawArgs.length === 1) return list(caseNamed('amend', given));
  const { path, names } = understood('amend', given);
  const { WAYS, saidOfAccounts } = await import('../amending.js');
  const asked = WAYS.filter(({ option }) =>
    option === 'join' || option === 'split' ? given.flag(option) : given.text(option) !== null,
  );
  const fields = saidOfAccounts(given);
  if (asked.length + (fields === null ? 0 : 1) !== 1)
    throw new RangeError(
      'amend needs one thing to say: --outlet, --published, --title, --url or --status of accounts, or --mark, --join, --split, --speaker or --pin',
    );
  const by = given.text('by');
  let numbers: readonly number[] = [];
  const status = await readAgain(path, 'amend', ({ file, amend }) => {
    const [way] = asked;
    if (way !== undefined) {
      const { amendments, told } = way.say(file.record(), names, given);
      numbers = amend(amendments, by);
      return told;
    }
    // By id, which the account keeps whatever is said of it.
    const ids = file.namedDocuments((document) => isCalled(names, document)).map(({ id }) => id);
    if (ids.length === 0) throw new RangeError(`no account of that name in ${path}: ${names.join(', ')}`);
    numbers = amend(
      ids.map((ref) => ({ what: 'account', ref, ...fields, note: given.text('note'), by: null, at: null })),
      by,
    );
    return `${counted(ids.length, 'account')} amended: ${Object.keys(fields!).join(', ')}`;
  });
  if (numbers.length > 0)
    process.stdout.write(`--undo ${numbers.join(', ')} takes ${numbers.length === 1 ? 'it' : 'them'} back\n`);
  return status;
}

function takeBack(path: string, number: string): Promise<number> {
  if (!/^\d{1,9}$/.test(number)) throw new RangeError(`--undo takes a number of the list, not "${number}"`);
  return readAgain(path, 'amend', ({ file }) => {
    file.undo(Number(number));
    return 'one word taken back';
  });
}

async function list(path: string): Promise<number> {
  const { CaseFile } = await import('../../store/case-file.js');
  const { toSaidPage } = await import('../../export/said-page.js');
  const file = CaseFile.open(path, 'read');
  try {
    await writeOut('-', [toSaidPage(file.said(), file.record())]);
  } finally {
    file.close();
  }
  return OK;
}
