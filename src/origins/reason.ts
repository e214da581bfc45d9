/** One plain sentence for a count of origins, in neutral words. */
import { describeSource, inProse, numberWord } from '../text/describe.js';
import type { Count } from './count.js';
import type { StoryView } from './story.js';

/** `passedOn`: accounts whose every statement of the claim is copied or derived. */
export function reason(counted: Count, accounts: number, passedOn: number, view: StoryView): string {
  const { roots, sourceless, contributors } = counted;
  const subject = `${numberWord(accounts)} ${accounts === 1 ? 'account' : 'accounts'}`;
  if (accounts === 0) return 'No account read asserts it.';
  const clauses: string[] = [];
  const sources = roots.filter((root) => root.kind === 'source' || root.kind === 'unknown');
  const voices = roots.filter((root) => root.kind === 'voice');
  const hearings = roots.filter((root) => root.kind === 'hearing');
  if (sources.length > 0) {
    const all =
      accounts > 1 && voices.length + hearings.length + sourceless.length === 0 && sources.length === 1
        ? 'all rest on'
        : accounts === 1
          ? 'rests on'
          : 'rest on';
    clauses.push(`${all} ${inProse(sources.map((root) => describe(root.id, view)))}`);
  }
  if (hearings.length > 0) {
    const shown = hearings.filter((root) => root.shown);
    const silent = hearings.filter((root) => !root.shown);
    if (shown.length > 0) clauses.push(`heard by ${inProse(shown.map((root) => describe(root.id, view)))}`);
    if (silent.length > 0) {
      const whose = inProse(silent.map((root) => describe(root.id, view)));
      clauses.push(`${whose} ${silent.length === 1 ? 'does' : 'do'} not show where the words were heard`);
    }
  }
  if (voices.length > 0) {
    clauses.push(
      `${inProse(voices.map((root) => describe(root.id, view)))} ${voices.length === 1 ? 'states' : 'state'} it in ${voices.length === 1 ? 'its' : 'their'} own voice`,
    );
  }
  if (sourceless.length > 0 && roots.length === 0) return sentence(`${subject}: no source given`);
  if (sourceless.length > 0)
    clauses.push(
      `${inProse(sourceless.map((id) => describe(id, view)))} ${sourceless.length === 1 ? 'gives' : 'give'} no source`,
    );
  if (contributors.length > 0)
    clauses.push(`${inProse(contributors.map((id) => describe(id, view)))} contributed`);
  if (roots.length > 1 && counted.min < roots.length) clauses.push('some of these may be the same');
  if (passedOn > 0 && accounts > 1)
    clauses.push(`${numberWord(passedOn)} ${passedOn === 1 ? 'passes' : 'pass'} on what another report has`);
  return sentence(`${subject}${clauses.length > 0 ? `: ${clauses.join('; ')}` : ''}`);
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function describe(id: string, view: StoryView): string {
  const source = view.source(id);
  if (source) return describeSource(source, (seer) => view.source(seer)?.name ?? null);
  const { document } = view.account(id);
  return document.outlet ?? `the account ${document.ref}`;
}
