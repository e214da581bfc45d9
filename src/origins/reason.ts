/** One plain sentence for a count of origins, in neutral words. */
import { inProse, numberWord } from '../text/describe.js';
import type { Count } from './count.js';

/**
 * `words`: whether the claim is what somebody said, and not that somebody spoke, refused or acted; `passedOn`: accounts
 * whose every statement of the claim is copied or derived; `describe`: a node in words.
 */
export function reason(
  counted: Count,
  words: boolean,
  accounts: number,
  passedOn: number,
  describe: (node: string) => string,
): string {
  const { grounds, sourceless, contributors } = counted;
  const subject = `${numberWord(accounts)} ${accounts === 1 ? 'account' : 'accounts'}`;
  if (accounts === 0) return 'No account read asserts it.';
  const clauses: string[] = [];
  const sources = grounds.filter(({ as }) => as === 'source' || as === 'unknown');
  const voices = grounds.filter(({ as }) => as === 'voice');
  const hearings = grounds.filter(({ as }) => as === 'hearing');
  if (sources.length > 0) {
    const all =
      accounts > 1 && voices.length + hearings.length + sourceless.length === 0 && sources.length === 1
        ? 'all rest on'
        : accounts === 1
          ? 'rests on'
          : 'rest on';
    clauses.push(`${all} ${inProse(sources.map(({ root }) => describe(root)))}`);
  }
  if (hearings.length > 0) {
    const shown = hearings.filter((ground) => ground.shown);
    const silent = hearings.filter((ground) => !ground.shown);
    if (shown.length > 0) clauses.push(`heard by ${inProse(shown.map(({ root }) => describe(root)))}`);
    if (silent.length > 0) {
      const whose = inProse(silent.map(({ root }) => describe(root)));
      const [does, they] = silent.length === 1 ? ['does', 'it'] : ['do', 'they'];
      clauses.push(
        `${whose} ${does} not ${words ? 'show where the words were heard' : `say where ${they} learned it`}`,
      );
    }
  }
  if (voices.length > 0) {
    clauses.push(
      `${inProse(voices.map(({ root }) => describe(root)))} ${voices.length === 1 ? 'states' : 'state'} it in ${voices.length === 1 ? 'its' : 'their'} own voice`,
    );
  }
  if (sourceless.length > 0 && grounds.length === 0) return sentence(`${subject}: no source given`);
  if (sourceless.length > 0)
    clauses.push(
      `${inProse(sourceless.map(describe))} ${sourceless.length === 1 ? 'gives' : 'give'} no source`,
    );
  if (contributors.length > 0) clauses.push(`${inProse(contributors.map(describe))} contributed`);
  if (grounds.length > 1 && counted.min < grounds.length) clauses.push('some of these may be the same');
  if (passedOn > 0 && accounts > 1)
    clauses.push(`${numberWord(passedOn)} ${passedOn === 1 ? 'passes' : 'pass'} on what another report has`);
  return sentence(`${subject}${clauses.length > 0 ? `: ${clauses.join('; ')}` : ''}`);
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
