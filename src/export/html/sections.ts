/** The parts of the page after the claims: lineage, quotations, sources, timeline, leads, messages, method. */
import type { Edge, Family, Lead, Record, Source } from '../../model/record.js';
import type { Anchor } from '../../model/span.js';
import { allSaid } from '../amended.js';
import { clip, counted, percent, plain, sentenceCase } from '../plain.js';
import { quotationsBySpeaker, type Speaker } from '../quotations.js';
import {
  creditsOutsideFamilies,
  edgesByTarget,
  isUndetermined,
  memberLabel,
  membersOf,
  noteOf,
  roleLabel,
  toldMark,
  unique,
  type witnessesByName,
} from '../view.js';
import { joinedAccounts } from './claims.js';
import { html, joined, type Markup, type Part, when } from './markup.js';
import { account, type Page, quote, rest, section } from './page.js';
import { stemmaFigures } from './stemma.js';
import { timeItem } from './subjects.js';

const MOST = {
  stories: 200,
  corrections: 60,
  families: 60,
  members: 30,
  credits: 60,
  speakers: 60,
  quotations: 6,
  witnesses: 60,
  times: 80,
  leads: 10,
  furtherLeads: 100,
  said: 100,
  messages: 100,
};

export function familiesSection(page: Page): Markup | null {
  const { record } = page.view;
  const { families } = record.lineage;
  const credits = creditsOutsideFamilies(record);
  if (families.length === 0 && credits.length === 0) return null;
  const targets = edgesByTarget(record);
  const shown = families.slice(0, MOST.families);
  const named = credits.slice(0, MOST.credits);
  return section(
    'lineage',
    'Who has it from whom',
    'Accounts that share their words, and accounts that name another as their source.',
    [
      stemmaFigures(page),
      html`<ul class="rows">${shown.map((found) => family(page, found, targets))}</ul>`,
      rest(shown.length, families.length, 'families are'),
      when(
        named.length > 0,
        () =>
          html`<details${when(families.length === 0, () => html` open`)}><summary>${counted(credits.length, 'further tie')} between accounts and sources</summary><ul class="rows">${named.map((edge) => credit(page, edge))}</ul>${rest(named.length, credits.length, 'ties are')}</details>`,
      ),
    ],
  );
}

function family(page: Page, found: Family, targets: ReadonlyMap<string, readonly Edge[]>): Markup {
  const { view } = page;
  const members = membersOf(found, view, targets);
  const taken = members.filter(({ document }) => document.id !== found.origin);
  const shown = taken.slice(0, MOST.members);
  const inside = found.origin !== null && view.document(found.origin) !== undefined;
  const head =
    found.origin === null
      ? html`A text that ${counted(members.length, 'account')} share.`
      : inside
        ? html`From ${account(page, found.origin)}:`
        : html`From ${view.name(found.origin)}, whose own account was not read:`;
  const open = when(
    isUndetermined(found, view.record),
    () => html` <span class="evidence">Nothing read shows which of these has it from which.</span>`,
  );
  return html`<li>${head}${open}<ul class="tree">${shown.map(
    (member) =>
      html`<li>${account(page, member.document.id)}: ${member.edges.length > 0 ? roleLabel(member.role) : memberLabel(member)} ${evidence(page, member.edges)}</li>`,
  )}</ul>${rest(shown.length, taken.length, 'members are')}</li>`;
}

function credit(page: Page, edge: Edge): Markup {
  const { view } = page;
  const from = view.document(edge.from) ? account(page, edge.from) : html`${view.name(edge.from)}`;
  const share = edge.share === null ? '' : `, shares ${percent(edge.share)} of its words`;
  return html`<li>${account(page, edge.to)} ← ${from}: ${edge.relation}${share}${edge.direction === 'undetermined' ? ', direction undetermined' : ''} ${evidence(page, [edge])}</li>`;
}

function evidence(page: Page, edges: readonly Edge[]): Part {
  const all = edges.flatMap((edge) => edge.evidence);
  const seen = new Set<string>();
  const notes = all
    .filter(({ note }) => !seen.has(note) && seen.add(note))
    .slice(0, 5)
    .map(({ note, anchors }) => {
      const place = anchors[0];
      return place ? html`<a href="${page.excerpts.cite(place)}">${note}</a>` : html`${note}`;
    });
  return when(notes.length > 0, () => html`<span class="evidence">(${joined(notes, '; ')})</span>`);
}

export function quotationsSection(page: Page): Markup | null {
  const speakers = quotationsBySpeaker(page.view);
  if (speakers.length === 0) return null;
  const shown = speakers.slice(0, MOST.speakers);
  return section(
    'quotations',
    'Who is quoted',
    'Words in quotation marks, by speaker, with the accounts that carry them. Without marks around them all, words are as the account puts them.',
    [
      html`<div class="two">${shown.map((speaker) => quoted(page, speaker))}</div>`,
      rest(shown.length, speakers.length, 'speakers are'),
    ],
  );
}

function quoted(page: Page, { source, quotations }: Speaker): Markup {
  const shown = quotations.slice(0, MOST.quotations);
  return html`<div class="speaker"><h3>${page.view.name(source.id)}</h3>${role(source)}<ul>${shown.map(
    ({ words, attributions }) =>
      html`<li><a class="words" href="${page.excerpts.cite(attributions[0]!.content[0]!)}"><span dir="auto">${words}</span></a><br><span class="where">${joinedAccounts(page, unique(attributions.map((a) => a.doc)).slice(0, 8))}${toldMark(attributions, page.view)}</span></li>`,
  )}</ul>${rest(shown.length, quotations.length, 'are')}</div>`;
}

function role({ role, organisation }: Source): Part {
  const words = [role, organisation].flatMap((part) => (part === null ? [] : [plain(part)]));
  return when(words.length > 0, () => html`<p class="where">${words.join(', ')}</p>`);
}

export function witnessesSection(page: Page, witnesses: ReturnType<typeof witnessesByName>): Markup {
  const shown = witnesses.slice(0, MOST.witnesses);
  const places = (mentions: readonly Anchor[]): Part =>
    joined(
      unique(mentions.map((m) => m.doc))
        .slice(0, 8)
        .map((doc) => mentions.find((m) => m.doc === doc)!)
        .map((mention) => html`<a href="${page.excerpts.cite(mention)}">${page.view.name(mention.doc)}</a>`),
      ', ',
    );
  return section(
    'witnesses',
    'Documents that are not here',
    'The accounts speak of these, and none of them was among what was read.',
    [
      html`<ul class="rows">${shown.map(({ name, mentions }) => html`<li>${sentenceCase(name)} <span class="where">in ${places(mentions)}</span></li>`)}</ul>`,
      rest(shown.length, witnesses.length, 'documents are'),
    ],
  );
}

export function correctionsSection(page: Page): Markup | null {
  const { corrections } = page.view.record;
  if (corrections.length === 0) return null;
  const shown = corrections.slice(0, MOST.corrections);
  return section(
    'corrections',
    'What accounts took back or changed',
    'Notes that set something right, and later versions by the same outlet that have it otherwise; with the accounts that still carry the old.',
    [
      html`<ul class="rows">${shown.map(
        ({ doc, anchor, corrects, note }) =>
          html`<li>${account(page, doc)}: ${quote(page, anchor, 200)} <span class="evidence">${note}</span>${before(page, corrects)}</li>`,
      )}</ul>`,
      rest(shown.length, corrections.length, 'corrections are'),
    ],
  );
}

const before = (page: Page, corrects: readonly Anchor[]): Part =>
  when(
    corrects.length > 0,
    () =>
      html` <span class="where">Before: ${joined(
        corrects
          .slice(0, 4)
          .map((old) => html`<a href="${page.excerpts.cite(old)}">${page.view.name(old.doc)}</a>`),
        ', ',
      )}</span>`,
  );

export function timelineSection(page: Page): Markup | null {
  const { timeline } = page.view.record;
  if (timeline.length === 0) return null;
  const shown = timeline.slice(0, MOST.times);
  return section('timeline', 'When', 'Days and times that the claims name.', [
    html`<ol class="rows">${shown.map((entry) => timeItem(page, entry))}</ol>`,
    rest(shown.length, timeline.length, 'entries are'),
  ]);
}

/** In the record's order, most useful first: the first few in view and the others behind them. */
export function leadsSection(page: Page): Markup | null {
  const { leads } = page.view.record;
  if (leads.length === 0) return null;
  const first = leads.slice(0, MOST.leads);
  const others = leads.slice(MOST.leads, MOST.leads + MOST.furtherLeads);
  return section(
    'leads',
    'What to check next',
    'Most useful first: what more of these accounts hang on stands before what fewer do.',
    html`<ol class="leads">${first.map((lead) => leadItem(page, lead))}</ol>
${when(others.length > 0, () => html`<details><summary>${counted(others.length, 'more', 'more')}</summary><ol class="leads" start="${first.length + 1}">${others.map((lead) => leadItem(page, lead))}</ol></details>`)}
${rest(first.length + others.length, leads.length, 'leads are')}`,
  );
}

function leadItem(page: Page, { note, anchors }: Lead): Markup {
  const firsts = unique(anchors.map((a) => a.doc)).map((doc) => anchors.find((a) => a.doc === doc)!);
  const places = firsts
    .slice(0, 3)
    .map((a) => html`<a href="${page.excerpts.cite(a)}">${clip(page.view.name(a.doc), 40)}</a>`);
  return html`<li>${note}${when(places.length > 0, () => html` <span class="where">${joined(places, ', ')}</span>`)}</li>`;
}

export function storiesSection(page: Page): Markup {
  const { stories } = page.view.record;
  const shown = stories.slice(0, MOST.stories);
  const one = ({ title, documents }: Record['stories'][number]): Markup =>
    html`<li>${title}<br><span class="where">${joinedAccounts(page, documents.slice(0, MOST.members))}${documents.length > MOST.members ? ` and ${documents.length - MOST.members} more` : ''}</span></li>`;
  return section(
    'stories',
    'The stories',
    'Accounts of the same event stand together; each is in one story.',
    [html`<ul class="rows">${shown.map(one)}</ul>`, rest(shown.length, stories.length, 'stories are')],
  );
}

export function amendedSection({ view }: Page): Markup | null {
  const said = allSaid(view);
  if (said.length === 0) return null;
  const shown = said.slice(0, MOST.said);
  return section('amended', 'What users said of it', 'By hand, over what the program found.', [
    html`<ul class="rows">${shown.map((words) => html`<li>${words}</li>`)}</ul>`,
    rest(shown.length, said.length, 'of these are'),
  ]);
}

export function messagesSection({ view }: Page): Markup | null {
  const { messages } = view.record;
  if (messages.length === 0) return null;
  const shown = messages.slice(0, MOST.messages);
  return section('messages', 'What could not be read or settled', null, [
    html`<ul class="rows">${shown.map((found) => html`<li>${noteOf(found)}</li>`)}</ul>`,
    rest(shown.length, messages.length, 'messages are'),
  ]);
}

export function methodSection({ generator }: Record): Markup {
  return section(
    'method',
    'How this was made',
    null,
    html`<div class="method">
<p>An <strong>origin</strong> is where the trail of a statement ends in these accounts: a person who was heard, a document that was read, a public record, or an outlet that speaks in its own voice. Five reprints of one report are one origin. An account that takes its words or its news from another adds no origin of its own.</p>
<p>Two numbers are given. The first counts the origins of which no two may be the same; the second counts all that are distinct by name or description. “Three officials”, unnamed, are from one to three. “No source given” means that an account says so and does not say from where.</p>
<p>What this page does not say: whether a claim is true, whether an outlet is reliable, or who an unnamed source may be. It knows only the accounts that were read. Reading is done by rules on English text, without anyone’s eye on it: claims may be missed, and a sentence may be credited to the wrong speaker. Every claim links to the sentence it comes from; check it there before relying on it.</p>
<p>Excerpts carry few words around what is quoted. The number under each account is the SHA-256 of what was read, by which a holder of the original can check that it is the same.</p>
<p class="none">Written by ${generator.name} ${generator.version}, ${generator.tier} tier.</p>
</div>`,
  );
}
