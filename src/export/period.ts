/** When, in a reader's words: at the precision told, a stretch with both ends or with the one that is told. */
import type { TimelineEntry } from '../model/record.js';
import { day } from './plain.js';

/** "2 June – 30 September 2031", "since March 2031", "2 June 2031, 12:00". */
export function period({ start, end, open }: Pick<TimelineEntry, 'start' | 'end' | 'open'>): string {
  if (open === 'start') return `until ${point(end)}`;
  if (open === 'end') return `since ${point(start)}`;
  if (start === end) return point(start);
  const [from, to] = [point(start), point(end)];
  // Month and year stand once where both ends have them.
  const days = start.length === 10 && end.length === 10;
  const shared = [days ? from.slice(from.indexOf(' ')) : '', ` ${start.slice(0, 4)}`].find(
    (words) => words !== '' && from.endsWith(words) && to.endsWith(words),
  );
  return shared === undefined ? `${from} – ${to}` : `${from.slice(0, -shared.length)} – ${to}`;
}

function point(iso: string): string {
  const time = /T(\d\d:\d\d)/.exec(iso)?.[1];
  return `${day(iso) ?? iso}${time === undefined ? '' : `, ${time}`}`;
}
