/** The whole trail of one claim in words, statement by statement, with the rule that decided each (DESIGN §4). */
import pc from 'picocolors';
import type { Claim, Record, Statement } from '../model/record.js';
import { inProse } from '../text/describe.js';
import { onClaim } from './amended.js';
import { wrap } from './columns.js';
import type { TerminalOptions } from './entries.js';
import { clip, plain, sentenceCase } from './plain.js';
import {
  accountLabel,
  creditOf,
  originsLabel,
  reasonOf,
  trailsOf,
  unique,
  type View,
  viewOf,
} from './view.js';

/** Characters of a sentence that are quoted. */
const QUOTED = 300;

export function toExplanation(record: Record, claim: Claim, options: TerminalOptions = {}): string {
  const view = viewOf(record);
  const width = options.width ?? 80;
  const paint = pc.createColors(options.colour === true);
  const block = (text: string, indent: number): string[] =>
    wrap(plain(text), width - indent).map((line) => `${' '.repeat(indent)}${line}`);
  const parts = [
    ...block(`${sentenceCase(claim.title)} (${claim.id})`, 0).map(paint.bold),
    ...block(`Origins in the accounts read: ${originsLabel(claim.origins)}. ${reasonOf(claim)}`, 0),
    ...claim.alike.flatMap(([a, b]) =>
      block(`${sentenceCase(view.name(a))} and ${view.name(b)} may be one origin.`, 0),
    ),
    ...onClaim(claim, view)
      .flatMap((words) => block(words, 0))
      .map(paint.yellow),
    ...alike(claim.statements, view).flatMap(([statement, ids]) => [
      '',
      ...explained(statement, ids, view, block, paint.bold),
    ]),
    ...section('What changed on the way', unique(claim.drift.map(({ note }) => note))),
    ...section('Where accounts conflict', unique(claim.conflicts.map(({ note }) => note))),
  ];
  return `${parts.join('\n')}\n`;

  function section(title: string, notes: readonly string[]): string[] {
    return notes.length === 0 ? [] : ['', paint.bold(title), ...notes.flatMap((note) => block(note, 2))];
  }
}

/** Statements that would read alike, as two parts of one sentence may, as one, with the ids of all. */
function alike(
  statements: readonly Statement[],
  view: View,
): readonly (readonly [Statement, readonly string[]])[] {
  const found = new Map<string, { first: Statement; ids: string[] }>();
  for (const statement of statements) {
    const { anchor, focus, stance } = statement;
    const key = JSON.stringify([
      anchor,
      stance,
      partOf(anchor.exact, focus),
      ruleInWords(statement, view),
      trailsOf(statement, view),
    ]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { first: statement, ids: [statement.id] });
    else known.ids.push(statement.id);
  }
  return [...found.values()].map(({ first, ids }) => [first, ids] as const);
}

/** The words of it that are meant, where they are not nearly all of the sentence; else null. */
function partOf(sentence: string, focus: Statement['focus']): string | null {
  const words = focus.map(({ exact }) => exact).join(' … ');
  return words.length < PART * sentence.length ? words : null;
}

/** Of a sentence: what is longer is taken for the whole of it. */
const PART = 0.6;

function explained(
  statement: Statement,
  ids: readonly string[],
  view: View,
  block: (text: string, indent: number) => string[],
  bold: (text: string) => string,
): string[] {
  const { anchor, focus, hedges, stance } = statement;
  const part = partOf(anchor.exact, focus);
  const document = view.document(anchor.doc);
  const hedged = hedges.map(({ exact }) => `“${exact}”`);
  return [
    `${bold(plain(document ? accountLabel(document) : anchor.doc))} (${ids.join(', ')})`,
    ...block(`“${clip(anchor.exact, QUOTED)}”`, 2),
    ...(part === null ? [] : block(`Of it: “${clip(part, QUOTED)}”`, 2)),
    ...(hedged.length > 0 ? block(`It is hedged: ${inProse(hedged)}.`, 2) : []),
    ...block(
      stance === 'asserts'
        ? ruleInWords(statement, view)
        : `It asserts nothing (${stance}), and counts for nothing.`,
      2,
    ),
    ...trailsOf(statement, view).flatMap((trail) => block(`Trail: this account ← ${trail}`, 2)),
  ];
}

/** The rule that decided, with what it found. */
function ruleInWords(statement: Statement, view: View): string {
  const ends = unique(statement.roots.map((id) => view.name(id)));
  const hearings = statement.grounds.filter(({ as }) => as === 'hearing');
  const root =
    ends.length === 0
      ? ''
      : hearings.length > 0
        ? ` Spoken words are counted by who heard them: ${inProse(ends)}.`
        : ` Its trail ends at ${inProse(ends)}.`;
  const none =
    statement.sourceless === null ? '' : ' No source is given: it adds nothing for sure, and perhaps one.';
  const helpers = statement.contributors.map((id) => view.name(id));
  const helped = helpers.length > 0 ? ` ${inProse(helpers)} contributed, which may be one more.` : '';
  const heard = statement.firstHand ? ' The account shows that it heard, read or saw this itself.' : '';
  return `${ruled(statement, view)}${heard}${root}${none}${helped}`;
}

function ruled(statement: Statement, view: View): string {
  const credit = creditOf(statement, view);
  switch (statement.rule) {
    case 'copied':
      return isTaken(statement, view)
        ? 'Copied (rule 1): most of its words lie in a passage that it took from another account.'
        : 'Copied (rule 1): most of its words lie in a passage that it shares with a fuller account, and counts with that; nothing shows which has it from which.';
    case 'derived':
      return 'Derived (rule 2): it has this from another’s report.';
    case 'attributed':
      return `Attributed (rule 3): ${credit === null ? 'it names who says so' : `it names ${credit}`}.`;
    case 'own':
      return 'Own voice (rule 4): it states this itself.';
  }
}

/** Whether it is known that the account has its text from the one that its trail goes to. */
function isTaken({ anchor, paths }: Statement, { record }: View): boolean {
  const from = paths[0]?.[0];
  return (
    record.lineage.families.some(
      ({ origin, members }) => origin === from && members.some(({ doc }) => doc === anchor.doc),
    ) || record.lineage.edges.some((e) => e.direction === 'known' && e.from === from && e.to === anchor.doc)
  );
}
