/** A page for each named thing, closed until asked for: its claims by weight, its days, and the words about it and by it. */
import type { Claim, TimelineEntry } from '../../model/record.js';
import { inProse } from '../../text/describe.js';
import { period } from '../period.js';
import { clip, counted } from '../plain.js';
import type { Quotation } from '../quotations.js';
import { SUBJECT_KINDS, type SubjectPage, subjectPages, subjectsOf } from '../subjects.js';
import { accountsOf, originsLabel, originsRange, speakerOf, unique } from '../view.js';
import { joinedAccounts } from './claims.js';
import { html, joined, type Markup, type Part, when } from './markup.js';
import { account, type Page, quote, rest, section } from './page.js';

const MOST = { subjects: 60, claims: 12, times: 20, quotations: 8, aliases: 6, alike: 8 };

/** `told`: ids of the claims that the page tells in full, to link to. */
export function subjectsSection(page: Page, told: ReadonlySet<string>): Markup | null {
  const { subjects } = page.view.record;
  if (subjects.length === 0) return null;
  const pages = subjectPages(page.view, MOST.subjects);
  const groups = SUBJECT_KINDS.map(([kind, title]) => ({
    title,
    pages: pages.filter(({ subject }) => subject.kind === kind),
  })).filter((group) => group.pages.length > 0);
  return section(
    'subjects',
    'Who and what it is about',
    'Operations, bodies, office-holders, documents, laws and places that the accounts name: what they say of each, with the accounts that say so and the origins behind them. A person stands here only with an office or a spokesperson’s role.',
    [
      html`<ul class="index">${groups.map(
        (group) =>
          html`<li><span class="kind">${group.title}</span> <span>${joined(
            group.pages
              .flatMap(subjectsOf)
              .map((subject) => html`<a href="#${anchorOf(subject.id)}">${clip(subject.name, 80)}</a>`),
            ', ',
          )}</span></li>`,
      )}</ul>`,
      groups.map(
        (group) =>
          html`<h3 class="label">${group.title}</h3>${group.pages.map((found) => one(page, found, told))}`,
      ),
      rest(pages.flatMap(subjectsOf).length, subjects.length, 'subjects are'),
    ],
  );
}

/** Inside what is closed: a browser that follows a link to it opens it. */
const anchorOf = (id: string): string => `s-${id}`;

function one(page: Page, found: SubjectPage, told: ReadonlySet<string>): Markup {
  const { subject, role } = found;
  const claims = found.claims.length + found.from.length;
  const aliases = subject.aliases.slice(0, MOST.aliases).map((alias) => clip(alias, 80));
  const accounts = unique(subject.mentions.map(({ doc }) => doc)).length;
  const also = [
    ...(role === '' ? [] : [role]),
    ...(aliases.length === 0 ? [] : [`also ${aliases.join(', ')}`]),
  ];
  return html`
<details class="subject">
<summary><b>${clip(
    inProse(
      subjectsOf(found).map(({ name }) => name),
      MOST.alike,
    ),
    160,
  )}</b> <span class="where">${counted(claims, 'claim')}, named in ${counted(accounts, 'account')}</span></summary>
<div id="${anchorOf(subject.id)}">
${found.alike.map(({ id }) => html`<span id="${anchorOf(id)}"></span>`)}
${when(also.length > 0, () => html`<p class="where">${clip(also.join('; '), 300)}</p>`)}
${claimList(page, 'What the accounts say', found.claims, told)}
${when(
  found.as.length > 0,
  () =>
    html`<p class="where">And all that is said of ${clip(
      inProse(
        found.as.map(({ name }) => name),
        MOST.alike,
      ),
      160,
    )}.</p>`,
)}
${claimList(page, 'What they have from there', found.from, told)}
${times(page, found.timeline)}
${quotations(page, 'Quoted', found.by, false)}
${quotations(page, 'In others’ words', found.about, true)}
</div>
</details>`;
}

function claimList(page: Page, title: string, claims: readonly Claim[], told: ReadonlySet<string>): Part {
  const shown = claims.slice(0, MOST.claims);
  return when(
    claims.length > 0,
    () =>
      html`<h4>${title}</h4><ul class="rows">${shown.map((claim) => {
        const to = told.has(claim.id) ? `#${claim.id}` : page.excerpts.cite(claim.statements[0]!.anchor);
        const accounts =
          accountsOf(claim).length || unique(claim.statements.map(({ anchor }) => anchor.doc)).length;
        return html`<li class="fact"><span class="where">${counted(accounts, 'account')}, ${range(claim)}</span><a class="words" href="${to}">${claim.title}</a></li>`;
      })}</ul>${rest(shown.length, claims.length, 'claims are')}`,
  );
}

function range({ origins }: Claim): string {
  const label = originsLabel(origins);
  return label === originsRange(origins) ? `origins ${label}` : label;
}

function times(page: Page, entries: readonly TimelineEntry[]): Part {
  const shown = entries.slice(0, MOST.times);
  return when(
    entries.length > 0,
    () =>
      html`<h4>When</h4><ol class="rows">${shown.map((entry) => timeItem(page, entry))}</ol>${rest(shown.length, entries.length, 'entries are')}`,
  );
}

/** One entry of a timeline: the time at its precision, the claim, the words that tell the time. */
export function timeItem(page: Page, entry: TimelineEntry): Markup {
  const title = page.view.claim(entry.claim)?.title;
  return html`<li class="time"><span class="at">${period(entry)}</span><span>${title ?? ''} <span class="where">${quote(page, entry.anchor, 80)}, ${account(page, entry.anchor.doc)}</span></span></li>`;
}

/** `named`: with the speaker, where the words are somebody else's. */
function quotations(page: Page, title: string, found: readonly Quotation[], named: boolean): Part {
  const shown = found.slice(0, MOST.quotations);
  return when(
    found.length > 0,
    () =>
      html`<h4>${title}</h4><ul class="rows">${shown.map(({ words, attributions }) => {
        const who = named ? html`${speakerOf(attributions[0]!, page.view)}: ` : null;
        const docs = unique(attributions.map(({ doc }) => doc)).slice(0, 8);
        return html`<li>${who}<a class="words" href="${page.excerpts.cite(attributions[0]!.content[0]!)}"><span dir="auto">${words}</span></a> <span class="where">${joinedAccounts(page, docs)}</span></li>`;
      })}</ul>${rest(shown.length, found.length, 'quotations are')}`,
  );
}
