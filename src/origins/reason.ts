/** One plain sentence for a count of origins, in neutral words. */
import type { Count } from './count.js';
import type { StoryView } from './story.js';
import type { Trail } from './roots.js';

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "one", "two", … "eleven" as figures: how the house writes a small number. */
export function numberWord(n: number): string {
  return WORDS[n] ?? String(n);
}

/** Roots named in full before the rest are counted. */
const NAMED_ROOTS = 3;

export function reason(counted: Count, trails: readonly Trail[], accounts: number, view: StoryView): string {
  const { roots, sourceless, contributors } = counted;
  const subject = `${numberWord(accounts)} ${accounts === 1 ? 'account' : 'accounts'}`;
  if (accounts === 0) return 'No account read asserts it.';
  const clauses: string[] = [];
  const sources = roots.filter((root) => root.kind === 'source' || root.kind === 'unknown');
  const voices = roots.filter((root) => root.kind === 'voice');
  const hearings = roots.filter((root) => root.kind === 'hearing');
  if (sources.length > 0) {
    const all = accounts > 1 && voices.length + hearings.length + sourceless.length === 0 && sources.length === 1 ? 'all rest on' : accounts === 1 ? 'rests on' : 'rest on';
    clauses.push(`${all} ${list(sources.map((root) => describe(root.id, view)))}`);
  }
  if (hearings.length > 0) {
    const shown = hearings.filter((root) => root.shown);
    const silent = hearings.filter((root) => !root.shown);
    if (shown.length > 0) clauses.push(`heard by ${list(shown.map((root) => describe(root.id, view)))}`);
    if (silent.length > 0) {
      const whose = list(silent.map((root) => describe(root.id, view)));
      clauses.push(`${whose} ${silent.length === 1 ? 'does' : 'do'} not show where the words were heard`);
    }
  }
  if (voices.length > 0) {
    clauses.push(`${list(voices.map((root) => describe(root.id, view)))} ${voices.length === 1 ? 'states' : 'state'} it in ${voices.length === 1 ? 'its' : 'their'} own voice`);
  }
  const passedOn = trails.filter((trail) => trail.rule === 'copied' || trail.rule === 'derived').length;
  if (sourceless.length > 0 && roots.length === 0) return sentence(`${subject}: no source given`);
  if (sourceless.length > 0) clauses.push(`${list(sourceless.map((id) => describe(id, view)))} ${sourceless.length === 1 ? 'gives' : 'give'} no source`);
  if (contributors.length > 0) clauses.push(`${list(contributors.map((id) => describe(id, view)))} contributed`);
  if (roots.length > 1 && counted.min < roots.length) clauses.push('some of these may be the same');
  if (passedOn > 0 && accounts > 1) clauses.push(`${numberWord(Math.min(passedOn, accounts))} ${passedOn === 1 ? 'passes' : 'pass'} on what another has`);
  return sentence(`${subject}${clauses.length > 0 ? `: ${clauses.join('; ')}` : ''}`);
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function list(items: readonly string[]): string {
  const rest = items.length - NAMED_ROOTS;
  const shown = rest > 1 ? [...items.slice(0, NAMED_ROOTS), `${numberWord(rest)} more`] : items;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}

/** A source as a reader knows it: "the internal e-mail seen by The Courier", "Ines Calder", "the account harbour.txt". */
export function describe(id: string, view: StoryView): string {
  const source = view.source(id);
  if (!source) {
    const { document } = view.account(id);
    return document.outlet ?? `the account ${document.ref}`;
  }
  const seers = source.seenBy.map((seer) => view.source(seer)?.name).filter((name) => name !== undefined);
  if (source.kind === 'document' && seers.length > 0 && !/\b(?:seen|reviewed|obtained) by\b/.test(source.name)) {
    return `${source.name} seen by ${list(seers)}`;
  }
  return source.name;
}
