/** What a run shows on the screen besides its figures. */
import { clip } from '../../src/export/plain.js';
import { ROLES } from './data.js';
import { type Errors, FAULTS, type Fault, LENGTHS } from './errors.js';
import type { Miss } from './misses.js';
import type { ByRole } from './spans.js';

/** Per cent with one decimal. */
export const percent = (share: number): number => Math.round(share * 1000) / 10;

const LABELS: { readonly [fault in Fault]: string } = {
  missed: 'missed whole',
  start: 'wrong start',
  end: 'wrong end',
  both: 'wrong start and end',
  split: 'split',
  merged: 'merged',
};

export function errorLines(title: string, errors: ByRole<Errors>, unread: number): readonly string[] {
  const columns = ['gold', 'found', ...FAULTS.map((fault) => LABELS[fault]), 'ours', 'spurious'];
  const row = (first: string, cells: readonly (string | number)[]): string =>
    `${first.padEnd(9)}${cells.map((cell, i) => String(cell).padStart(columns[i]!.length + 2)).join('')}`;
  const ranges = LENGTHS.map((most, i) => {
    const least = i === 0 ? 1 : LENGTHS[i - 1]! + 1;
    return most === Number.POSITIVE_INFINITY ? `over ${least - 1}` : `${least}–${most}`;
  });
  return [
    '',
    `${title}: spans by what became of them`,
    row('', columns),
    ...ROLES.map((role) => {
      const { gold, hit, ours, faults, spurious } = errors[role];
      return row(role, [gold, hit, ...FAULTS.map((fault) => faults[fault]), ours, spurious]);
    }),
    `recall by length in words (${ranges.join(', ')}):`,
    ...ROLES.map((role) => {
      const cells = errors[role].lengths.map(({ hit, gold }) =>
        gold === 0 ? '–' : `${percent(hit / gold)} % of ${gold}`,
      );
      return `  ${role.padEnd(9)}${cells.map((cell) => cell.padEnd(16)).join('')}`.trimEnd();
    }),
    ...(unread === 0
      ? []
      : [`${unread} gold spans lie outside what makes statements, and no figure counts them`]),
  ];
}

export function missLines(title: string, misses: readonly Miss[]): readonly string[] {
  const told = ({ source, cue, content }: Miss['gold']): string =>
    `[${clip(source, 120)}] [${clip(cue, 80)}] [${clip(content, 400)}]`;
  return [
    '',
    `${title}: ${misses.length} of the misses, as [source] [cue] [content]`,
    ...misses.flatMap(({ doc, sentences, gold, ours, faults }, i) => [
      `${String(i + 1).padStart(2)}  ${doc}: ${faults.map(({ role, fault }) => `${role} ${LABELS[fault]}`).join(', ')}`,
      `      text  ${clip(sentences, 600)}`,
      `      gold  ${told(gold)}`,
      `      ours  ${ours === null ? 'nothing' : told(ours)}`,
    ]),
  ];
}
