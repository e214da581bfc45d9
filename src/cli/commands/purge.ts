/** `stemma purge`: a file and all that came of it, erased from a case. */
import { type ArgsDef, defineCommand } from 'citty';
import { counted } from '../../export/plain.js';
import { CASE_ARG } from '../case-arg.js';
import { isCalledOrIn, readAgain, understood } from '../change-case.js';
import { parseCommand } from '../inputs.js';

const args = {
  case: CASE_ARG,
  yes: { type: 'boolean', description: 'Erase it: there is no way back' },
} satisfies ArgsDef;

export const command = defineCommand({
  meta: {
    name: 'purge',
    description:
      'Erase files from a case for good: stemma purge CASE NAME… --yes, by path, URL or id; of a file with several accounts all go',
  },
  args,
});

export async function run(rawArgs: readonly string[]): Promise<number> {
  const given = parseCommand('purge', args, rawArgs);
  const { path, names } = understood('purge', given);
  if (!given.flag('yes'))
    throw new RangeError('purge erases for good: say --yes; stemma remove takes an account out and keeps it');
  return readAgain(path, 'purge', ({ file }) => {
    const before = file.said();
    const hashes = file.purge((document, ref) => isCalledOrIn(names, document, ref));
    if (hashes.length === 0) throw new RangeError(`no file of that name in ${path}: ${names.join(', ')}`);
    const after = new Map(file.said().map((said) => [said.id, JSON.stringify(said.amendment)]));
    const gone = before.filter(({ id }) => !after.has(id)).length;
    const cut = before.filter(
      ({ id, amendment }) => (after.get(id) ?? JSON.stringify(amendment)) !== JSON.stringify(amendment),
    ).length;
    const words = [
      ...(gone > 0 ? [`with ${counted(gone, 'word')} that users said of it`] : []),
      ...(cut > 0 ? [`without the notes on ${counted(cut, 'claim')} that it was a part of`] : []),
    ];
    return `${counted(hashes.length, 'file')} erased${words.map((part) => `, ${part}`).join('')}, salted hash ${hashes.join(' ')}`;
  });
}
