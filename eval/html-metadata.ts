/** Date and author of web pages against what a person sees on them: `eval/labels/html-metadata.jsonl`, offsets and days. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decode } from '../src/ingest/decode.js';
import { ingestBytes } from '../src/ingest/ingest.js';
import { readAccounts } from '../src/pipeline.js';
import type { Result } from './result.js';

/**
 * One page as a person read it, before any run of ours. Days are ISO 8601, null where the page's own lines for this
 * article show none (the day of a comment, of today or of a copyright is none).
 */
interface PageLabel {
  readonly page: string;
  /**
   * The rules were made with sixty in view (mulberry32 of seed 9, Fisher-Yates over the sorted ids); the other 33 were
   * read afterwards. On these the rules gave .91 (date) and .92 (author) before six faults that they showed were mended.
   */
  readonly part: 'rules' | 'check';
  readonly date: string | null;
  readonly updated?: string;
  /** Where only an update is seen: the day of publication that the page's address or data tells. */
  readonly original?: string;
  /** UTF-16 code units into the decoded HTML, one a name; empty where no name is seen (staff, an account, the outlet). */
  readonly authors: readonly (readonly [start: number, end: number])[];
  /** What the byline says behind the names, right with or without it: a trade, an agency, the outlet. */
  readonly behind?: readonly (readonly [start: number, end: number])[];
  /** The byline names an agency in the place of people. */
  readonly agency?: true;
}

type Verdict = 'right' | 'wrong' | 'missed' | 'unseen' | 'none';

interface PageMetadataScore {
  readonly page: string;
  readonly part: PageLabel['part'];
  readonly date: Verdict;
  /** The same moment, written in another time zone than the page shows. */
  readonly otherZone: boolean;
  readonly author: Verdict;
}

const FILE = join(import.meta.dirname ?? 'eval', 'labels/html-metadata.jsonl');
/** Time zones reach from UTC-12 to UTC+14. */
const HOUR = 3_600_000;

export async function evaluateMetadata(
  shared: string,
  { sample, detail = () => {} }: { sample?: number; detail?: (line: string) => void } = {},
): Promise<Result[]> {
  const labels = readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PageLabel);
  const scores: PageMetadataScore[] = [];
  for (const label of labels.slice(0, sample)) scores.push(await scorePage(shared, label));
  return (['rules', 'check'] as const).flatMap((part) => {
    const pages = scores.filter((score) => score.part === part);
    if (pages.length === 0) return [];
    return (['date', 'author'] as const).map((what): Result => {
      const count = (...verdicts: Verdict[]): number =>
        pages.filter((page) => verdicts.includes(page[what])).length;
      for (const page of pages)
        if (page[what] !== 'right' && page[what] !== 'none')
          detail(`${part} ${what} ${page[what]}: ${page.page.slice(0, 12)}`);
      const seen = count('right', 'wrong', 'missed');
      const zones = what === 'date' ? pages.filter((page) => page.otherZone).length : 0;
      const note = `${seen} of ${pages.length} pages show one; wrong ${count('wrong')}, missed ${count('missed')}; given on ${count('unseen')} of the ${count('unseen', 'none')} that show none${zones > 0 ? `; ${zones} right in another time zone than shown` : ''}`;
      return {
        set: `html, ${part === 'rules' ? '60 pages that the rules were made with' : '33 read afterwards'}`,
        metric: `${what} as a person sees it`,
        ours: seen === 0 ? null : count('right') / seen,
        published: '–',
        note,
      };
    });
  });
}

async function scorePage(shared: string, label: PageLabel): Promise<PageMetadataScore> {
  const bytes = gunzipSync(readFileSync(join(shared, 'html', `${label.page}.html.gz`)));
  const { documents } = await ingestBytes(`${label.page}.html`, bytes);
  const document = (await readAccounts(documents, { depth: 'facts' })).accounts[0]?.document;
  const html = decode(bytes).text ?? '';
  const names = label.authors.map(([start, end]) => html.slice(start, end));
  const { byline = null, published = null } = document ?? {};
  const shown =
    label.date !== null ? [label.date] : [label.updated, label.original].filter((day) => day !== undefined);
  const day = shown.find((day) => published?.slice(0, 10) === day);
  const moment = day === undefined && shown.some((day) => published !== null && isWithin(published, day));
  return {
    page: label.page,
    part: label.part,
    date: verdict(shown.length > 0, published !== null, day !== undefined || moment),
    otherZone: moment,
    author: verdict(
      names.length > 0,
      byline !== null,
      byline !== null &&
        sameNames(
          byline,
          names,
          (label.behind ?? []).map(([start, end]) => html.slice(start, end)),
        ),
    ),
  };
}

function verdict(seen: boolean, given: boolean, right: boolean): Verdict {
  if (!seen) return given ? 'unseen' : 'none';
  if (!given) return 'missed';
  return right ? 'right' : 'wrong';
}

/** Is the moment on that day in some time zone? Only where it is told with its own. */
function isWithin(published: string, day: string): boolean {
  if (!/(?:Z|[+-]\d\d:\d\d)$/.test(published)) return false;
  const since = Date.parse(published) - Date.parse(`${day}T00:00Z`);
  return since >= -14 * HOUR && since < 36 * HOUR;
}

/** All the names and no other, in any case. */
function sameNames(byline: string, names: readonly string[], behind: readonly string[]): boolean {
  const plain = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  const given = new Set(byline.split(/,|;|&|\||\band\b/).map(plain));
  for (const words of behind) given.delete(plain(words));
  return given.size === names.length && names.every((name) => given.has(plain(name)));
}
