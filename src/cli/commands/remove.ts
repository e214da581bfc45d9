/** `stemma remove`: accounts out of a case, and back in. */
import { type ArgsDef, defineCommand } from 'citty';
import { counted } from '../../export/plain.js';
import { CASE_ARG } from '../case-arg.js';
import { isCalledOrIn, readAgain, understood } from '../change-case.js';
import { parseCommand } from '../inputs.js';

const args = {
  case: CASE_ARG,
  restore: { type: 'boolean', description: 'Take them back in' },
} satisfies ArgsDef;

export const command = defineCommand({
  meta: {
    name: 'remove',
    description:
      'Take accounts out of a case, or back in with --restore: stemma remove CASE NAME…, by path, URL or id; they stay in the file until they are purged',
  },
  args,
});

export async function run(rawArgs: readonly string[]): Promise<number> {
  const given = parseCommand('remove', args, rawArgs);
  const { path, names } = understood('remove', given);
  const restore = given.flag('restore');
  const what = restore ? 'restore' : 'remove';
  return readAgain(path, what, ({ file }) => {
    const changed = file.setRemoved((document, ref) => isCalledOrIn(names, document, ref), !restore);
    if (changed === 0)
      throw new RangeError(`no account of that name to ${what} in ${path}: ${names.join(', ')}`);
    return `${counted(changed, 'account')} ${restore ? 'taken back in' : 'taken out'}`;
  });
}
