/** What all accounts of a story but one have, and what one alone has. */
import type { Claim } from '../../model/record.js';
import { append } from '../../text/multimap.js';
import { counted } from '../plain.js';
import {
  type AllButOne,
  byTelling,
  type Silence,
  silenceLabel,
  sourcedFirst,
  sure,
  type Telling,
} from '../silence.js';
import { joinedAccounts } from './claims.js';
import { html, type Markup, type Part, when } from './markup.js';
import { account, type Page, rest, section } from './page.js';

/** Of an account so many claims are shown, of a text so many accounts that print it. */
const MOST_CLAIMS = 5;
const MOST_ACCOUNTS = 60;
const MOST_COPIES = 8;

/** `lone`: claims of one account that the page does not tell in full; of all but one, what nothing explains. */
export function silenceSection(page: Page, found: Silence, lone: readonly Claim[]): Markup {
  const missed = sure(found.allButOne);
  return section(
    'lone',
    'What only one account has, and what all but one have',
    `${silenceLabel(page.view.record, found)}. A few of each account; what copies of one text alone have stands among the claims above.`,
    [
      when(missed.length > 0, () => allButOne(page, missed)),
      when(lone.length > 0, () => onlyOne(page, lone)),
    ],
  );
}

function allButOne(page: Page, missed: readonly AllButOne[]): Part {
  const groups = byTelling(missed, page.view.record).slice(0, MOST_ACCOUNTS);
  let told = 0;
  const body = groups.map(([telling, items]) => {
    const claims = items.slice(0, MOST_CLAIMS).map(({ claim }) => claim);
    told += claims.length;
    return html`<div class="speaker"><h3>All but ${copies(page, telling)}</h3>${list(page, claims)}</div>`;
  });
  return [
    html`<div class="two">${body}</div>`,
    rest(told, missed.length, 'claims of all accounts but one are'),
  ];
}

function copies(page: Page, telling: Telling): Part {
  const more = telling.length - MOST_COPIES;
  return [
    joinedAccounts(page, telling.slice(0, MOST_COPIES)),
    when(more > 0, () => ` and ${counted(more, 'more', 'more')}`),
    when(telling.length > 1, () => ' (one text)'),
  ];
}

/** The attributed and the first-hand before the rest. */
function onlyOne(page: Page, lone: readonly Claim[]): Part {
  const byAccount = new Map<string, Claim[]>();
  for (const claim of lone) {
    const doc = claim.statements[0]?.anchor.doc;
    if (doc !== undefined) append(byAccount, doc, claim);
  }
  const accounts = page.view.record.documents.filter(({ id }) => byAccount.has(id)).slice(0, MOST_ACCOUNTS);
  let told = 0;
  const body = accounts.map(({ id }) => {
    const claims = sourcedFirst(byAccount.get(id)!).slice(0, MOST_CLAIMS);
    told += claims.length;
    return html`<div class="speaker"><h3>Only ${account(page, id)}</h3>${list(page, claims)}</div>`;
  });
  return [html`<div class="two">${body}</div>`, rest(told, lone.length, 'claims of a single account are')];
}

const list = (page: Page, claims: readonly Claim[]): Markup =>
  html`<ul>${claims.map(
    ({ title, statements }) =>
      html`<li><a href="${page.excerpts.cite(statements[0]!.anchor)}">${title}</a></li>`,
  )}</ul>`;
