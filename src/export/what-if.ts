/** What would still stand without a source, for the terminal. */
import pc from 'picocolors';
import type { Record } from '../model/record.js';
import type { Standing, Without } from '../model/what-if.js';
import { inProse } from '../text/describe.js';
import { wrap } from './columns.js';
import type { TerminalOptions } from './entries.js';
import { counted, plain, sentenceCase } from './plain.js';
import { accountLabel, originsRange, type View, viewOf } from './view.js';

/** Claims shown of each kind, unless all are asked for. */
const MOST = 12;

export interface WhatIfOptions extends TerminalOptions {
  readonly all?: boolean;
}

/** The claims that fall to none, to one origin, and those that have fewer, each with its id. */
export function toWhatIfPage(record: Record, without: Without, options: WhatIfOptions = {}): string {
  const view = viewOf(record);
  const width = options.width ?? 80;
  const paint = pc.createColors(options.colour === true);
  const most = options.all ? Number.POSITIVE_INFINITY : MOST;
  const names = [
    ...new Set(
      without.removed.map((id) => {
        const document = view.document(id);
        return document ? `the account of ${accountLabel(document)}` : view.name(id);
      }),
    ),
  ];
  const fallen = without.documents.flatMap((id) => view.document(id) ?? []);
  const head = [
    `Without ${inProse(names)}: ${counted(without.claims.length, 'claim')} of ${record.claims.length.toLocaleString('en-US')} would change, in the accounts read.`,
    ...(fallen.length > 0 ? [`Fall with it: ${inProse(fallen.map(accountLabel), 6)}.`] : []),
  ];
  const none = without.claims.filter(({ after }) => after.max === 0);
  const one = without.claims.filter(({ after }) => after.max > 0 && after.min <= 1);
  const fewer = without.claims.filter(({ after }) => after.min > 1);
  const section = (title: string, claims: readonly Standing[]): string[] =>
    claims.length === 0
      ? []
      : [
          '',
          paint.bold(`${title} (${claims.length})`),
          ...claims.slice(0, most).flatMap((standing) => lines(standing, view, width)),
          ...(claims.length > most ? [`  and ${claims.length - most} more; --all lists them`] : []),
        ];
  return `${[
    ...head.flatMap((line) => wrap(plain(line), width)),
    ...section('Nobody left who says so', none),
    ...section('No more than one origin for sure', one),
    ...section('Fewer origins, still several', fewer),
  ].join('\n')}\n`;
}

function lines({ claim, before, after }: Standing, view: View, width: number): string[] {
  const title = `${sentenceCase(plain(view.claim(claim)!.title))} (${claim})`;
  const range = `${originsRange(before)} → ${after.max === 0 ? 'none' : originsRange(after)}`;
  return [
    ...wrap(title, width - 2).map((line) => `  ${line}`),
    ...wrap(after.max === 0 ? range : `${range}: ${plain(after.reason)}`, width - 4).map(
      (line) => `    ${line}`,
    ),
  ];
}
