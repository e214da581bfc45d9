/** The claims: what is said, by how many, from how many origins and why, each statement beside the others. */
import type { Claim, Conflict, Drift, Statement } from '../../model/record.js';
import type { Anchor } from '../../model/span.js';
import { onClaim } from '../amended.js';
import { counted, plain, sentenceCase } from '../plain.js';
import {
  accountsOf,
  creditOf,
  type FoundConflict,
  heldClaims,
  originsLabel,
  originsRange,
  reasonOf,
  ruleLabel,
  sharedClaims,
  trailsOf,
  unique,
} from '../view.js';
import { html, joined, Markup, type Part, when } from './markup.js';
import { account, marked, type Page, quote, rest, section } from './page.js';

/** So many claims are told in full, so many statements of each: a page of a thousand accounts must still open. */
export const MOST_CLAIMS = 60;
const MOST_STATEMENTS = 20;
const MOST_DRIFT = 12;
/** The first is open, so that a reader sees what is behind the others. */
const OPEN = 1;
const MOST_CONFLICTS = 40;
const MOST_ON_A_SIDE = 8;

/** What the page tells in full: claims of several accounts, or, where no two accounts meet, those of one. */
export function toldClaims(page: Page): readonly Claim[] {
  const shared = sharedClaims(page.view.record);
  return shared.length > 0 ? shared : heldClaims(page.view.record);
}

export function claimsSection(page: Page): Markup {
  const told = toldClaims(page);
  const shown = told.slice(0, MOST_CLAIMS);
  const stories = page.view.record.stories
    .map((story) => ({ story, claims: shown.filter((claim) => claim.story === story.id) }))
    .filter(({ claims }) => claims.length > 0)
    .sort((a, b) => shown.indexOf(a.claims[0]!) - shown.indexOf(b.claims[0]!));
  let nth = 0;
  const body = stories.map(
    ({ story, claims }) => html`
${when(stories.length > 1, () => html`<p class="story">${story.title}</p>`)}
${claims.map((claim) => one(page, claim, nth++ < OPEN))}`,
  );
  return section(
    'claims',
    'What is said to have happened',
    'In the accounts read. Beside each claim stand the accounts that make it and the independent origins behind them, as a range where the evidence leaves it open.',
    [body, rest(shown.length, told.length, 'claims of several accounts are')],
  );
}

function one(page: Page, claim: Claim, open: boolean): Markup {
  const accounts = accountsOf(claim).length;
  const range = originsLabel(claim.origins);
  const words = range === originsRange(claim.origins) ? 'origins' : '';
  const shown = claim.statements.slice(0, MOST_STATEMENTS);
  return html`
<article class="claim" id="${claim.id}" aria-labelledby="${claim.id}-h">
<div class="count"><span><b>${accounts}</b> ${accounts === 1 ? 'account' : 'accounts'}</span><span><b class="${words === '' ? 'words' : 'range'}">${range}</b> ${words}</span></div>
<div>
<h3 id="${claim.id}-h">${claim.title}</h3>
<p class="reason">${reasonOf(claim)}</p>
${onClaim(claim, page.view).map((words) => html`<p class="said">${words}</p>`)}
<details${opened(open)}>
<summary>${counted(claim.statements.length, 'statement')} side by side${claim.drift.length > 0 ? `, ${counted(claim.drift.length, 'change')} on the way` : ''}</summary>
<table>
<thead><tr><th scope="col">Account</th><th scope="col">What it says</th><th scope="col">From whom</th></tr></thead>
<tbody>${rows(page, shown)}</tbody>
</table>
${rest(shown.length, claim.statements.length, 'statements are')}
${when(claim.drift.length > 0, () => changes(page, claim.drift))}
${when(claim.possible.length > 0, () => possible(page, claim))}
</details>
</div>
</article>`;
}

const opened = (open: boolean): Part => when(open, () => html` open`);

const STANCES: { readonly [stance in Statement['stance']]: string } = {
  asserts: '',
  denies: 'Denies it or plays it down. ',
  neutral: 'Does not assert it. ',
};

/** The statements of one sentence share its row; the sentences of one account share its heading. */
function rows(page: Page, statements: readonly Statement[]): readonly Markup[] {
  const sentences = groupBy(statements, ({ anchor }) => `${anchor.doc} ${anchor.start}`);
  return [...groupBy(sentences, (said) => said[0]!.anchor.doc)].flatMap((ofAccount) =>
    ofAccount.map((said, i) => row(page, said, i === 0 ? ofAccount.length : 0)),
  );
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}

/** `spans`: how many rows the account's heading stands beside; 0 where it stands above already. */
function row(page: Page, said: readonly Statement[], spans: number): Markup {
  const { anchor } = said[0]!;
  const stances = unique(said.map((s) => STANCES[s.stance])).join('');
  const hedges = unique(said.flatMap((s) => s.hedges.map((h) => `“${plain(h.exact)}”`)));
  return html`
<tr>
${when(spans > 0, () => html`<th scope="rowgroup" rowspan="${spans}">${account(page, anchor.doc)}</th>`)}
<td>${when(stances !== '', () => html`<span class="stance">${stances}</span>`)}<a class="words" href="${page.excerpts.cite(anchor)}">${marked(
    anchor,
    said.flatMap((s) => s.focus),
  )}</a>${when(hedges.length > 0, () => html` <span class="sub">hedged: ${hedges.join(', ')}</span>`)}</td>
<td class="how">${joined(
    unique(said.map((s) => whence(page, s).text)).map((text) => new Markup(text)),
    '',
  )}</td>
</tr>`;
}

/** Who is named, by which rule the account has it, and the trail behind. */
function whence(page: Page, statement: Statement): Markup {
  const credit = creditOf(statement, page.view);
  const own = page.view.name(statement.anchor.doc);
  const trails = trailsOf(statement, page.view).filter((trail) => trail !== credit && trail !== own);
  const named = credit ?? (statement.rule === 'own' ? null : 'no source named');
  return html`<div>${when(named !== null, () => html`${named}`)}<span class="sub">${ruleLabel(statement)}</span>${trails.map((trail) => html`<span class="sub">← ${trail}</span>`)}</div>`;
}

function changes(page: Page, drift: readonly Drift[]): Markup {
  const shown = drift.slice(0, MOST_DRIFT);
  return html`
<p class="label">What changed on the way</p>
<ul class="changes">${shown.map(
    ({ kind, from, to, note }) =>
      html`<li><span class="kind">${kind}</span><span>${note}<br>${account(page, from.doc)}: ${quote(page, from, 160)} → ${
        to === null ? 'dropped' : html`${account(page, to.doc)}: ${quote(page, to, 160)}`
      }</span></li>`,
  )}</ul>
${rest(shown.length, drift.length, 'changes are')}`;
}

function possible(page: Page, claim: Claim): Part {
  const known = claim.possible.flatMap((id) => page.view.claim(id) ?? []).slice(0, 3);
  if (known.length === 0) return null;
  return html`
<p class="label">Perhaps the same, and not joined</p>
<ul class="small">${known.map((other) => html`<li>${other.title}</li>`)}</ul>`;
}

export function conflictsSection(page: Page, conflicts: readonly FoundConflict[]): Markup {
  const shown = conflicts.slice(0, MOST_CONFLICTS);
  return section(
    'conflicts',
    'Where the accounts conflict',
    'Statements that cannot both hold. Each side has its own count of origins.',
    [shown.map((found) => conflict(page, found)), rest(shown.length, conflicts.length, 'conflicts are')],
  );
}

function conflict(page: Page, { claim, conflict: found }: FoundConflict): Markup {
  return html`
<div class="conflict">
<h3>${sentenceCase(found.note)}</h3>
<p class="about">${claim.title}</p>
<div class="sides">${found.sides.map((side) => sideOf(page, side))}</div>
</div>`;
}

/** The same words of several accounts stand once. */
function sideOf(page: Page, { anchors, origins }: Conflict['sides'][number]): Markup {
  const wordings = groupBy(anchors, ({ exact }) => plain(exact).trim().toLowerCase());
  const shown = wordings.slice(0, MOST_ON_A_SIDE);
  const accounts = (found: readonly Anchor[]): Part =>
    joinedAccounts(page, unique(found.map((a) => a.doc)).slice(0, MOST_ON_A_SIDE));
  return html`<div class="side">
<p>${counted(unique(anchors.map((a) => a.doc)).length, 'account')}, origins ${originsRange(origins)}</p>
<ul>${shown.map((found) => html`<li>${quote(page, found[0]!, 200)}<br><span class="where">${accounts(found)}</span></li>`)}</ul>
${rest(shown.length, wordings.length, 'wordings are')}
<p>${origins.reason}</p>
</div>`;
}

export const joinedAccounts = (page: Page, docs: readonly string[]): Part =>
  joined(
    docs.map((doc) => account(page, doc)),
    ', ',
  );
