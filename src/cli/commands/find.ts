/** `stemma find`: where words stand in the accounts of a case. */
import { type ArgsDef, defineCommand } from 'citty';
import { CASE_ARG } from '../case-arg.js';
import { parseCommand } from '../inputs.js';
import { OK } from '../outcome.js';
import { writeOut } from '../output.js';
import { pageOptions } from '../record-file.js';

const args = {
  case: CASE_ARG,
  words: {
    type: 'positional',
    required: false,
    valueHint: 'WORDS',
    description:
      'Words that must all stand there; “in a row” in quotation marks, beginnings with a star: board*',
  },
} satisfies ArgsDef;

export const command = defineCommand({
  meta: { name: 'find', description: 'Find words in the accounts of a case' },
  args,
});

export async function run(rawArgs: readonly string[]): Promise<number> {
  const { paths } = parseCommand('find', args, rawArgs);
  const [path, ...words] = paths;
  if (path === undefined || words.length === 0)
    throw new RangeError('find takes a case file, which stemma read --case FILE makes, and words');
  const { CaseFile } = await import('../../store/case-file.js');
  const { toFoundPage } = await import('../../export/found-page.js');
  const file = CaseFile.open(path, 'read');
  try {
    // What the shell took as one argument was given as words in a row.
    const asked = words
      .map((word) => (/\s/.test(word.trim()) && !/["“”]/.test(word) ? `"${word}"` : word))
      .join(' ');
    const known = new Map(file.record().documents.map((document) => [document.id, document]));
    const found = file.find(asked).flatMap(({ id, places }) => {
      const document = known.get(id);
      return document === undefined ? [] : [{ document, places }];
    });
    await writeOut('-', toFoundPage(words.join(' '), found, pageOptions()));
  } finally {
    file.close();
  }
  return OK;
}
