import { findNames } from '../../src/extract/names/names.js';
import { findPlaces } from '../../src/extract/places/places.js';
import type { Result } from '../result.js';
import { type Doc, f1, missing, parsedOf, type SetData } from './sets.js';

/** GeoWebNews-style: exact spans; of the places whose span is right and that the gold locates, those within 161 km. */
export function geo(set: string, data: SetData | null): Result[] {
  if (data === null) return missing(set);
  const whole = score(data.docs, data);
  const unseen = score(
    data.docs.filter((_, i) => i % 2 === 1),
    data,
  );
  const note = `in the half whose places eval/train-names.ts does not read: span F1 ${unseen.spans.toFixed(4)}, near ${unseen.near.toFixed(4)}`;
  return [
    {
      set,
      metric: 'exact span F1',
      ours: whole.spans,
      published: 'Google .832, spaCy .749 on another set',
      note,
    },
    { set, metric: 'within 161 km, of spans found', ours: whole.near, published: '–' },
  ];
}

function score(docs: readonly Doc[], data: SetData): { readonly spans: number; readonly near: number } {
  let [found, total, spans, located, near] = [0, 0, 0, 0, 0];
  for (const doc of docs) {
    const parsed = parsedOf(doc);
    const places = findPlaces(parsed, findNames(parsed));
    const gold = data.gold.get(doc.id)!.filter((item) => item.scored !== false);
    found += places.length;
    total += gold.length;
    const at = new Map(places.map((place) => [`${place.span.start} ${place.span.end}`, place]));
    for (const item of gold) {
      const place = at.get(`${item.start} ${item.end}`);
      if (place === undefined) continue;
      spans++;
      if (typeof item.lat !== 'number' || typeof item.lon !== 'number') continue;
      located++;
      if (
        place.lat !== null &&
        place.lon !== null &&
        distance(place.lat, place.lon, item.lat, item.lon) <= 161
      )
        near++;
    }
  }
  return { spans: f1(spans, found, total), near: located === 0 ? 0 : near / located };
}

/** Great-circle distance in km. */
function distance(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(a)));
}
