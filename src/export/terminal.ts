/** The record on one screen: what a reporter on deadline wants to see first. */
import pc from 'picocolors';
import type { Message } from '../model/message.js';
import type { Claim, Correction, Family, Lead, Record } from '../model/record.js';
import { columns, pad, padStart, wrap } from './columns.js';
import { clip, counted, plain, sentenceCase } from './plain.js';
import {
  accountLabel,
  accountsOf,
  conflictsOf,
  creditsOutsideFamilies,
  edgesByTarget,
  extentLabel,
  type FoundConflict,
  isUndetermined,
  memberLabel,
  membersOf,
  noteOf,
  originsLabel,
  originsRange,
  sharedClaims,
  unique,
  type View,
  viewOf,
} from './view.js';

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width?: number;
  readonly colour?: boolean;
}

/** How many of each fit one screen of some 60 lines. */
const MOST = {
  stories: 4,
  claims: 6,
  conflicts: 4,
  corrections: 3,
  families: 4,
  credits: 3,
  leads: 5,
  messages: 6,
};
/** Wider lines are hard to read. */
const WIDEST = 110;
const NARROWEST = 40;

type Paint = ReturnType<typeof pc.createColors>;
interface Page {
  readonly view: View;
  readonly width: number;
  readonly paint: Paint;
}

export function toTerminal(record: Record, options: TerminalOptions = {}): string {
  const width = Math.max(NARROWEST, Math.min(options.width ?? 80, WIDEST));
  const page: Page = { view: viewOf(record), width, paint: pc.createColors(options.colour === true) };
  const shared = sharedClaims(record);
  const sections = [
    header(page),
    section(page, 'Stories', bySize(record.stories), MOST.stories, story),
    shared.length > 0
      ? section(page, 'What most accounts say', shared, MOST.claims, claim, 'origins')
      : section(page, 'What is said', record.claims, MOST.claims, claim, 'origins'),
    section(page, 'Where they conflict', conflictsOf(record), MOST.conflicts, conflict, 'origins'),
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
    section(page, 'Not read, or not settled', notes(record), MOST.messages, message),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function header({ view, paint, width }: Page): readonly string[] {
  const claims = `${counted(view.record.claims.length, 'claim')}, ${counted(sharedClaims(view.record).length, 'of them', 'of them')} in more than one account`;
  return [
    ...wrap(extentLabel(view.record), width).map(paint.bold),
    ...wrap(`${claims}. What follows is what these accounts say, not what is so.`, width),
  ];
}

function section<T>(
  page: Page,
  title: string,
  items: readonly T[],
  most: number,
  show: (page: Page, item: T) => readonly string[],
  column = '',
): readonly string[] {
  if (items.length === 0) return [];
  const { paint, width } = page;
  const rest = items.length - most;
  const heading = column === '' ? title : `${title}${padStart(column, width - columns(title))}`;
  return [
    column === '' ? paint.bold(heading) : `${paint.bold(title)}${paint.dim(heading.slice(title.length))}`,
    ...items.slice(0, most).flatMap((item) => show(page, item)),
    ...(rest > 0 ? [paint.dim(`  and ${counted(rest, 'more', 'more')}`)] : []),
  ];
}

const bySize = (stories: Record['stories']): Record['stories'] =>
  [...stories].sort((a, b) => b.documents.length - a.documents.length);

function story({ width }: Page, { title, documents }: Record['stories'][number]): readonly string[] {
  const count = padStart(String(documents.length), 5);
  return [`${count}  ${clip(title, width - 7)}`];
}

/** The title, which carries source and hedge, with the range at the right edge; then the reason. */
function claim(page: Page, found: Claim): readonly string[] {
  const { paint } = page;
  const accounts = accountsOf(found).length;
  const title = entry(
    page,
    String(accounts || found.statements.length),
    plain(found.title),
    originsLabel(found.origins),
  );
  const reason = wrap(plain(found.origins.reason), page.width - 7);
  return [...title, ...reason.map((line) => `       ${paint.dim(line)}`)];
}

/** A count at the left, wrapped words, and a short figure at the right edge of the first line. */
function entry({ width, paint }: Page, count: string, words: string, right: string): readonly string[] {
  const room = width - 7 - columns(right) - 2;
  const [first = '', ...rest] = wrap(words, room);
  return [
    `${padStart(count, 5)}  ${pad(first, room)}  ${paint.cyan(right)}`,
    ...rest.map((line) => `       ${line}`),
  ];
}

function conflict(page: Page, { conflict: found, claim: of }: FoundConflict): readonly string[] {
  const { view, paint, width } = page;
  const about = wrap(`${sentenceCase(plain(found.note))}, in: ${plain(of.title)}`, width - 7);
  const sides = found.sides.flatMap((side) => {
    const docs = unique(side.anchors.map((a) => a.doc));
    const names = unique(docs.map((id) => view.name(id)));
    const words = `“${clip(side.anchors[0]?.exact ?? '', 60)}” ${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`;
    return entry(page, String(docs.length), words, originsRange(side.origins));
  });
  return [
    ...about.map((line, i) => (i === 0 ? `    ${paint.yellow('!')}  ${line}` : `       ${line}`)),
    ...sides,
  ];
}

function correction(page: Page, { doc, anchor, note }: Correction): readonly string[] {
  const document = page.view.document(doc);
  const who = document ? accountLabel(document) : doc;
  return bullet(page, `${who}: “${clip(anchor.exact, 110)}” ${plain(note)}`);
}

function family(page: Page, found: Family): readonly string[] {
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

function credits({ view }: Page): readonly string[] {
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

const lead = (page: Page, found: Lead): readonly string[] => bullet(page, plain(found.note));

const SEVERITIES = ['error', 'warning', 'info'] as const;
const notes = (record: Record): readonly Message[] =>
  [...record.messages].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));

const message = (page: Page, found: Message): readonly string[] => bullet(page, noteOf(found));

function bullet({ width }: Page, words: string): readonly string[] {
  return wrap(words, width - 7, 4).map((line, i) => (i === 0 ? `    ·  ${line}` : `       ${line}`));
}
