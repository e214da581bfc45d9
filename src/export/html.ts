/** The record as one page to read, print and pass on: no script, no network, nothing to load. */
import { createHash } from 'node:crypto';
import type { Record } from '../model/record.js';
import { claimsSection, conflictsSection, MOST_CLAIMS, toldClaims } from './html/claims.js';
import { excerptsOf } from './html/excerpts.js';
import { html, Markup, type Part, when } from './html/markup.js';
import { type Page, section } from './html/page.js';
import {
  amendedSection,
  correctionsSection,
  familiesSection,
  leadsSection,
  messagesSection,
  methodSection,
  quotationsSection,
  storiesSection,
  timelineSection,
  witnessesSection,
} from './html/sections.js';
import { silenceSection } from './html/silence.js';
import { STYLE } from './html/style.js';
import { subjectsSection } from './html/subjects.js';
import { counted } from './plain.js';
import { findSilence } from './silence.js';
import {
  accountsOf,
  conflictsOf,
  extentLabel,
  heldClaims,
  type PassOnOptions,
  refuseUnpublished,
  viewOf,
  witnessesByName,
} from './view.js';

export function toHtml(record: Record, options: PassOnOptions = {}): string {
  refuseUnpublished(record, options);
  const view = viewOf(record);
  const page: Page = { view, excerpts: excerptsOf(view) };
  const conflicts = conflictsOf(record);
  const witnesses = witnessesByName(view);
  const told = new Set(toldClaims(page));
  const lone = heldClaims(record).filter((claim) => !told.has(claim) && accountsOf(claim).length === 1);
  const silence = findSilence(record);
  const parts: readonly (readonly [id: string, label: string, count: number, body: Part])[] = [
    ['claims', 'Claims', told.size, when(told.size > 0, () => claimsSection(page))],
    [
      'conflicts',
      'Conflicts',
      conflicts.length,
      when(conflicts.length > 0, () => conflictsSection(page, conflicts)),
    ],
    ['corrections', 'Taken back', record.corrections.length, correctionsSection(page)],
    ['leads', 'What to check', record.leads.length, leadsSection(page)],
    [
      'subjects',
      'Who and what',
      record.subjects.length,
      subjectsSection(page, new Set([...told].slice(0, MOST_CLAIMS).map(({ id }) => id))),
    ],
    ['lineage', 'From whom', record.lineage.families.length, familiesSection(page)],
    ['quotations', 'Quotations', 0, quotationsSection(page)],
    [
      'witnesses',
      'Not here',
      witnesses.length,
      when(witnesses.length > 0, () => witnessesSection(page, witnesses)),
    ],
    ['timeline', 'When', 0, timelineSection(page)],
    [
      'lone',
      'One account',
      silence.onlyOne.length,
      when(lone.length + silence.onlyOne.length + silence.allButOne.length > 0, () =>
        silenceSection(page, silence, lone),
      ),
    ],
    [
      'stories',
      'Stories',
      record.stories.length,
      when(record.stories.length > 0, () => storiesSection(page)),
    ],
    ['amended', 'Amended', 0, amendedSection(page)],
    ['messages', 'Not read', record.messages.length, messagesSection(page)],
    ['method', 'Method', 0, methodSection(record)],
  ];
  const present = parts.filter(([, , , body]) => body !== null);
  // Last, when every fact has asked for its excerpt.
  const appendix = section(
    'accounts',
    'The accounts, quoted',
    'Each sentence that this page rests on, with a little of what stands around it.',
    page.excerpts.appendix(),
  );
  const accounts = record.documents.length;
  const title =
    record.stories.length === 1 ? record.stories[0]!.title : `What ${counted(accounts, 'account')} say`;
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${new Markup(STYLE_HASH)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title} – record of accounts</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the claims</a>
<div class="page">
<header>
<p class="kicker">Record of accounts</p>
<h1>${title}</h1>
<p class="extent">${extentLabel(record)}${when(record.stories.length > 1, () => html`, in ${counted(record.stories.length, 'story', 'stories')}`)}.</p>
<p class="lede">What follows is what these accounts say, who says so, and from how many independent origins they have it. It is no verdict on what is true.</p>
</header>
<nav aria-label="Parts of this page"><ul>${present.map(([id, label, count]) => html`<li><a href="#${id}">${label}</a>${when(count > 0, () => html` <span class="n">${count}</span>`)}</li>`)}<li><a href="#accounts">Accounts</a> <span class="n">${accounts}</span></li></ul></nav>
<main id="main" tabindex="-1">
${present.map(([, , , part]) => part)}
${appendix}
</main>
<footer>In the accounts read. Quotations belong to their authors.</footer>
</div>
</body>
</html>
`;
  return body.text;
}

const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;
