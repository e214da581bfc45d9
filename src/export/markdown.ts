/** The record as a memo to an editor, in Markdown. */
import type { Claim, Drift, Family, Record, Statement, Subject } from '../model/record.js';
import { inProse } from '../text/describe.js';
import { allSaid, onAccount, onClaim } from './amended.js';
import { period } from './period.js';
import { clip, counted, plain, sentenceCase } from './plain.js';
import { type Quotation, quotationsBySpeaker, type Speaker } from './quotations.js';
import {
  byTelling,
  findSilence,
  type Silence,
  silenceLabel,
  sourcedFirst,
  sure,
  tellingLabel,
} from './silence.js';
import { type SubjectPage, subjectPages, subjectsOf } from './subjects.js';
import {
  accountLabel,
  accountsOf,
  conflictsOf,
  creditOf,
  edgesByTarget,
  extentLabel,
  type FoundConflict,
  heldClaims,
  isUndetermined,
  memberLabel,
  membersOf,
  noteOf,
  originsLabel,
  originsRange,
  type PassOnOptions,
  reasonOf,
  refuseUnpublished,
  ruleLabel,
  sharedClaims,
  speakerOf,
  toldMark,
  unique,
  type View,
  viewOf,
  witnessesByName,
} from './view.js';

const MOST = {
  claims: 40,
  statements: 12,
  conflicts: 30,
  silent: 30,
  silentClaims: 4,
  families: 40,
  speakers: 40,
  quotations: 6,
  leads: 40,
  subjects: 20,
  facts: 5,
  times: 5,
  other: 60,
  alike: 8,
};
/** Of a quoted sentence. */
const QUOTED = 300;

export function toMarkdown(record: Record, options: PassOnOptions = {}): string {
  refuseUnpublished(record, options);
  const view = viewOf(record);
  const shared = sharedClaims(record);
  const parts = [
    head(record),
    part(
      'What is said to have happened',
      shared.length > 0 ? shared : heldClaims(record),
      MOST.claims,
      (c) => claim(c, view),
      '\n',
    ),
    part('Where the accounts conflict', conflictsOf(record), MOST.conflicts, (c) => conflict(c, view), '\n'),
    silencePart(view),
    part(
      'What accounts took back or changed',
      record.corrections,
      MOST.other,
      ({ doc, anchor, note }) =>
        `- ${words(accountLabel(view.document(doc)!))}: “${quoted(anchor.exact)}” ${words(note)}`,
    ),
    part('What to check next', record.leads, MOST.leads, ({ note }) => `1. ${words(note)}`),
    part(
      'Who and what it is about',
      subjectPages(view, MOST.subjects),
      MOST.subjects,
      (p) => subject(p, view),
      '\n',
      record.subjects.length,
    ),
    part('Who has it from whom', record.lineage.families, MOST.families, (f) => family(f, view)),
    part('Who is quoted', quotationsBySpeaker(view), MOST.speakers, (s) => speaker(s, view), '\n'),
    part(
      'Documents that are not here',
      witnessesByName(view),
      MOST.other,
      ({ name, mentions }) =>
        `- ${words(`${name} (${inProse(unique(mentions.map((m) => view.name(m.doc))), MOST.alike)})`)}`,
    ),
    part(
      'The accounts',
      record.documents,
      MOST.other,
      (d) =>
        `- ${words(accountLabel(d))}${d.title === null ? '' : `: ${words(d.title)}`} (${words(d.ref)}, sha256 ${d.sha256.slice(0, 16)})${saidOfAccount(d.id, view)}`,
    ),
    part('What users said of it', allSaid(view), MOST.other, (line) => `- ${words(line)}`),
    part('What could not be read or settled', record.messages, MOST.other, (m) => `- ${words(noteOf(m))}`),
    '_An origin is where the trail of a statement ends in these accounts. The first number counts the origins of which no two may be the same, the second all that are distinct. Read by machine; check each sentence in its account._\n',
  ];
  return parts.filter((text) => text !== '').join('\n');
}

function saidOfAccount(doc: string, view: View): string {
  const said = onAccount(doc, view);
  return said === null ? '' : `. ${words(said)}`;
}

function head(record: Record): string {
  const stories = record.stories
    .slice(0, 20)
    .map(({ title, documents }) => `- ${words(title)} (${counted(documents.length, 'account')})`);
  return [
    `# What ${counted(record.documents.length, 'account')} say`,
    '',
    `${extentLabel(record)}. What follows is what these accounts say and from how many independent origins they have it. It is no verdict on what is true.`,
    '',
    ...stories,
    '',
  ].join('\n');
}

function part<T>(
  title: string,
  items: readonly T[],
  most: number,
  show: (item: T) => string,
  glue = '',
  all = items.length,
): string {
  if (items.length === 0) return '';
  const more =
    all > most
      ? `\n${counted(all - most, 'more', 'more')} not shown here; the record as JSON has all of them.\n`
      : '';
  return `## ${title}\n\n${items.slice(0, most).map(show).join(`\n${glue}`)}\n${more}`;
}

/** "5 accounts, origins 1–2". */
function standing(found: Claim): string {
  const accounts = accountsOf(found).length || found.statements.length;
  const range = originsLabel(found.origins);
  return `${counted(accounts, 'account')}, ${range === originsRange(found.origins) ? `origins ${range}` : range}`;
}

function claim(found: Claim, view: View): string {
  const statementLine = (statement: Statement): string => {
    const document = view.document(statement.anchor.doc);
    const stance = { asserts: '', denies: 'denies it or plays it down; ', neutral: 'does not assert it; ' }[
      statement.stance
    ];
    const credit = creditOf(statement, view) ?? 'no source named';
    return `- ${words(document ? accountLabel(document) : statement.anchor.doc)}: “${quoted(statement.anchor.exact)}” (${stance}${words(credit)}; ${ruleLabel(statement)})`;
  };
  // Two statements of one sentence may read alike.
  const statements = unique(found.statements.map(statementLine));
  const rest = statements.length - MOST.statements;
  const driftLine = ({ kind, from, to, note }: Drift): string => {
    const where = unique([from, to].flatMap((a) => (a === null ? [] : [view.name(a.doc)]))).join(' → ');
    return `- Changed (${kind}): ${words(note)} (${words(where)})`;
  };
  const changes = unique(found.drift.map(driftLine));
  return [
    `### ${words(found.title)}`,
    '',
    `**${standing(found)}.** ${words(reasonOf(found))}`,
    ...onClaim(found, view).flatMap((said) => ['', `**${words(said)}**`]),
    '',
    ...statements.slice(0, MOST.statements),
    ...(rest > 0 ? [`- and ${counted(rest, 'more statement')}`] : []),
    ...changes.slice(0, MOST.statements),
    ...(changes.length > MOST.statements
      ? [`- and ${counted(changes.length - MOST.statements, 'more change')}`]
      : []),
  ].join('\n');
}

function conflict({ claim: of, conflict: found }: FoundConflict, view: View): string {
  const sides = found.sides.map((side) => {
    const docs = unique(side.anchors.map((a) => view.name(a.doc)));
    return `- origins ${originsRange(side.origins)}: “${quoted(side.anchors[0]?.exact ?? '')}” (${words(docs.slice(0, 8).join(', '))}${docs.length > 8 ? ` and ${docs.length - 8} more` : ''})`;
  });
  return [`**${words(sentenceCase(found.note))}**, in: ${words(of.title)}`, '', ...sides].join('\n');
}

interface SilenceOf {
  readonly who: string;
  readonly claims: readonly Claim[];
}

function silencePart(view: View): string {
  const found = findSilence(view.record);
  const text = part(SILENCE, silences(found, view), MOST.silent, silence, '\n');
  return text.replace('\n\n', `\n\n${sentenceCase(silenceLabel(view.record, found))}.\n\n`);
}
const SILENCE = 'What only one account has, and what all but one have';

/** Those first that are silent, then those that are alone; only what is sure. */
function silences({ onlyOne, allButOne }: Silence, view: View): readonly SilenceOf[] {
  return [
    ...byTelling(sure(allButOne), view.record).map(([telling, items]) => ({
      who: `All but ${tellingLabel(telling, view)}`,
      claims: items.map(({ claim }) => claim),
    })),
    ...byTelling(sure(onlyOne), view.record).map(([telling, items]) => ({
      who: `Only ${tellingLabel(telling, view)}`,
      claims: sourcedFirst(items.map(({ claim }) => claim)),
    })),
  ];
}

function silence({ who, claims }: SilenceOf): string {
  const rest = claims.length - MOST.silentClaims;
  return [
    `**${words(who)}**`,
    '',
    ...claims.slice(0, MOST.silentClaims).map(({ title }) => `- ${words(title)}`),
    ...(rest > 0 ? [`- and ${counted(rest, 'more claim')}`] : []),
  ].join('\n');
}

function family(found: Family, view: View): string {
  const members = membersOf(found, view, edgesByTarget(view.record));
  const taken = members.filter((m) => m.document.id !== found.origin).slice(0, MOST.other);
  const names = taken.map((m) => `${words(accountLabel(m.document))} (${memberLabel(m)})`).join('; ');
  const open = isUndetermined(found, view.record)
    ? '; nothing read shows which of these has it from which'
    : '';
  return `- ${found.origin === null ? 'Shared text' : `From ${words(view.name(found.origin))}`}: ${names}${open}`;
}

function speaker({ source, quotations }: Speaker, view: View): string {
  const role = [source.role, source.organisation].flatMap((p) => (p === null ? [] : [words(p)])).join(', ');
  const said = quotations.slice(0, MOST.quotations).map(({ words: text, attributions }) => {
    const docs = unique(attributions.map((a) => view.name(a.doc))).slice(0, 8);
    return `- ${quoted(text)} (${words(docs.join(', '))}${words(toldMark(attributions, view)).replace(/^./, ' $&')})`;
  });
  const rest = quotations.length - said.length;
  return [
    `**${words(view.name(source.id))}**${role === '' ? '' : ` (${role})`}`,
    '',
    ...said,
    ...(rest > 0 ? [`- and ${counted(rest, 'more', 'more')}`] : []),
  ].join('\n');
}

function subject(page: SubjectPage, view: View): string {
  const { subject: of, role, claims, from, timeline, by, about } = page;
  const bounded = <T>(items: readonly T[], most: number, show: (item: T) => string): string[] => [
    ...items.slice(0, most).map((item) => `- ${show(item)}`),
    ...(items.length > most ? [`- and ${counted(items.length - most, 'more', 'more')}`] : []),
  ];
  const fact = (found: Claim): string => `${words(found.title)} (${standing(found)})`;
  const said = ({ words: text, attributions }: Quotation): string =>
    `${quoted(text)} (${words(
      unique(attributions.map((a) => view.name(a.doc)))
        .slice(0, 8)
        .join(', '),
    )})`;
  const parts: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [
      'What the accounts say:',
      [
        ...bounded(claims, MOST.facts, fact),
        ...(page.as.length > 0 ? [`- and all that is said of ${words(namesOf(page.as))}`] : []),
      ],
    ],
    ['What they have from there:', bounded(from, MOST.facts, fact)],
    [
      'When:',
      bounded(
        timeline,
        MOST.times,
        (entry) =>
          `${words(period(entry))}: ${words(view.claim(entry.claim)?.title ?? '')} (“${quoted(entry.anchor.exact)}”, ${words(view.name(entry.anchor.doc))})`,
      ),
    ],
    ['Quoted:', bounded(by, MOST.quotations, said)],
    [
      'In others’ words:',
      bounded(about, MOST.quotations, (q) => `${words(speakerOf(q.attributions[0]!, view))}: ${said(q)}`),
    ],
  ];
  const kind = of.kind === 'person' ? role || 'office-holder' : of.kind;
  const several = page.alike.length > 0 ? 's' : '';
  return [
    `### ${words(clip(namesOf(subjectsOf(page)), 160))} (${words(clip(kind, 120))}${several})`,
    ...parts.flatMap(([title, lines]) => (lines.length === 0 ? [] : ['', title, '', ...lines])),
  ].join('\n');
}

const namesOf = (subjects: readonly Subject[]): string =>
  inProse(
    subjects.map(({ name }) => name),
    MOST.alike,
  );

/** Document text is words, never markup: whatever Markdown or HTML could read into it is escaped. */
export function words(text: string): string {
  return plain(text)
    .trim()
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=]/g, '\\$&')
    .replace(/^(\s*)([-.:])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/\b(https?|ftp|mailto|javascript|data):/gi, '$1\u2060:')
    .replace(/\bwww\./gi, 'www\u2060.')
    .replace(/@/g, '@\u2060');
}

const quoted = (text: string): string => words(clip(text, QUOTED));
