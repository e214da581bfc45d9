/** The record on one screen: what a reporter on deadline wants to see first. */
import type { Message } from '../model/message.js';
import type { Correction, Family, Lead, Record } from '../model/record.js';
import { allSaid } from './amended.js';
import { padStart, wrap } from './columns.js';
import {
  bullet,
  claimEntry,
  entry,
  GUTTER,
  headingOf,
  indented,
  type RecordPage,
  recordPage,
  type TerminalOptions,
} from './entries.js';
import { clip, counted, plain, sentenceCase } from './plain.js';
import { byTelling, findSilence, silenceLabel, sure, tellingLabel } from './silence.js';
import {
  accountLabel,
  conflictsOf,
  creditsOutsideFamilies,
  edgesByTarget,
  extentLabel,
  type FoundConflict,
  heldClaims,
  isUndetermined,
  memberLabel,
  membersOf,
  noteOf,
  originsRange,
  sharedClaims,
  unique,
  viewOf,
} from './view.js';

/** How many of each fit one screen of some 60 lines. */
const MOST = {
  stories: 4,
  claims: 6,
  conflicts: 4,
  corrections: 3,
  silent: 3,
  lone: 3,
  families: 4,
  credits: 3,
  leads: 5,
  said: 6,
  messages: 6,
};

export function toTerminal(record: Record, options: TerminalOptions = {}): string {
  const page = recordPage(viewOf(record), options);
  const shared = sharedClaims(record);
  const sections = [
    header(page),
    section(page, 'Stories', bySize(record.stories), MOST.stories, story),
    shared.length > 0
      ? section(page, 'What most accounts say', shared, MOST.claims, claimEntry, 'origins')
      : section(page, 'What is said', heldClaims(record), MOST.claims, claimEntry, 'origins'),
    section(page, 'Where they conflict', conflictsOf(record), MOST.conflicts, conflict, 'origins'),
    silence(page),
    section(page, 'What was taken back or changed', record.corrections, MOST.corrections, correction),
    section(page, 'Who has it from whom', record.lineage.families, MOST.families, family),
    section(
      page,
      record.lineage.families.length > 0 ? 'And further' : 'Who has it from whom',
      credits(page),
      MOST.credits,
      (p, line) => bullet(p, line),
    ),
    section(page, 'What to do next', nextSteps(record), MOST.leads, lead),
    section(page, 'What users said of it', allSaid(page.view), MOST.said, (p, line) => bullet(p, line)),
    section(page, 'Not read, or not settled', notes(record), MOST.messages, message),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function header({ view, paint, width }: RecordPage): readonly string[] {
  const claims = `${counted(view.record.claims.length, 'claim')}, ${counted(sharedClaims(view.record).length, 'of them', 'of them')} in more than one account`;
  return [
    ...wrap(extentLabel(view.record), width).map(paint.bold),
    ...wrap(`${claims}. What follows is what these accounts say, not what is so.`, width),
  ];
}

function section<T>(
  page: RecordPage,
  title: string,
  items: readonly T[],
  most: number,
  show: (page: RecordPage, item: T) => readonly string[],
  column = '',
): readonly string[] {
  if (items.length === 0) return [];
  const rest = items.length - most;
  return [
    headingOf(page, title, column),
    ...items.slice(0, most).flatMap((item) => show(page, item)),
    ...(rest > 0 ? [page.paint.dim(`  and ${counted(rest, 'more', 'more')}`)] : []),
  ];
}

const bySize = (stories: Record['stories']): Record['stories'] =>
  [...stories].sort((a, b) => b.documents.length - a.documents.length);

function story({ width }: RecordPage, { title, documents }: Record['stories'][number]): readonly string[] {
  const count = padStart(String(documents.length), 5);
  return [`${count}  ${clip(title, width - GUTTER)}`];
}

function conflict(page: RecordPage, { conflict: found, claim: of }: FoundConflict): readonly string[] {
  const { view, paint, width } = page;
  const about = wrap(`${sentenceCase(plain(found.note))}, in: ${plain(of.title)}`, width - GUTTER);
  const sides = found.sides.flatMap((side) => {
    const docs = unique(side.anchors.map((a) => a.doc));
    const names = unique(docs.map((id) => view.name(id)));
    const words = `“${clip(side.anchors[0]?.exact ?? '', 60)}” ${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`;
    return entry(page, String(docs.length), words, originsRange(side.origins));
  });
  return [
    ...about.map((line, i) => (i === 0 ? `    ${paint.yellow('!')}  ${line}` : indented(line))),
    ...sides,
  ];
}

/** What all but one account have, as far as it is sure; of what one alone has, how much it is and where most of it stands. */
function silence(page: RecordPage): readonly string[] {
  const { view, paint } = page;
  const found = findSilence(view.record);
  const { onlyOne, allButOne } = found;
  const missing = sure(allButOne);
  const alone = [...byTelling(onlyOne, view.record)].sort(([, a], [, b]) => b.length - a.length);
  const counts = alone
    .slice(0, MOST.lone)
    .map(
      ([telling, items]) => `${items.length.toLocaleString('en-US')} only in ${tellingLabel(telling, view)}`,
    );
  const rest = alone.slice(MOST.lone).reduce((sum, [, items]) => sum + items.length, 0);
  if (missing.length === 0 && counts.length === 0) return [];
  const more = missing.length - MOST.silent;
  return [
    headingOf(page, 'In one account alone, or all but one'),
    ...missing
      .slice(0, MOST.silent)
      .flatMap(({ claim, telling }) =>
        bullet(
          page,
          `All but ${tellingLabel(telling, view)}: ${plain(claim.title)}`,
          Number.POSITIVE_INFINITY,
        ),
      ),
    ...(more > 0 ? [paint.dim(`  and ${counted(more, 'more', 'more')}`)] : []),
    ...bullet(
      page,
      `${silenceLabel(view.record, found)}.${counts.length > 0 ? ` In one alone: ${counts.join('; ')}${rest > 0 ? `; ${rest.toLocaleString('en-US')} in others` : ''}.` : ''} stemma claims RECORD --only silence lists them.`,
      Number.POSITIVE_INFINITY,
    ),
  ];
}

function correction(page: RecordPage, { doc, anchor, note }: Correction): readonly string[] {
  const document = page.view.document(doc);
  const who = document ? accountLabel(document) : doc;
  return bullet(page, `${who}: “${clip(anchor.exact, 110)}” ${plain(note)}`);
}

function family(page: RecordPage, found: Family): readonly string[] {
  const { view } = page;
  const members = membersOf(found, view, edgesByTarget(view.record)).filter(
    (m) => m.document.id !== found.origin,
  );
  const names = members.map((m) => `${accountLabel(m.document)} (${memberLabel(m)})`).join('; ');
  const inside = found.origin === null ? undefined : view.document(found.origin);
  const origin = inside
    ? accountLabel(inside)
    : found.origin === null
      ? null
      : `${view.name(found.origin)}, not read itself`;
  const open = isUndetermined(found, view.record) ? '; nothing shows which of these has it from which' : '';
  return bullet(page, `${origin === null ? 'Shared text' : `From ${origin}`}: ${names}${open}`);
}

function credits({ view }: RecordPage): readonly string[] {
  return unique(
    creditsOutsideFamilies(view.record).map((edge) => {
      const to = view.document(edge.to);
      const note = edge.evidence[0]?.note;
      return `${to ? accountLabel(to) : view.name(edge.to)} ← ${view.name(edge.from)}${note ? ` (${plain(note)})` : ''}`;
    }),
  );
}

/** The conflicts stand above already. */
const nextSteps = (record: Record): readonly Lead[] =>
  record.leads.filter(({ kind }) => kind !== 'settle-conflict');

const lead = (page: RecordPage, found: Lead): readonly string[] => bullet(page, plain(found.note));

const SEVERITIES = ['error', 'warning', 'info'] as const;
const notes = (record: Record): readonly Message[] =>
  [...record.messages].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));

const message = (page: RecordPage, found: Message): readonly string[] => bullet(page, noteOf(found));
