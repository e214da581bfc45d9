import { FACILITY_HEADS } from '../../language/en/organisations.js';
import { HOUSED } from '../../language/en/place-contexts.js';
import type { LocalName, LocalPlace } from '../../model/analysis.js';
import type { Span } from '../../model/span.js';
import { compareSpans } from '../../text/order.js';
import type { ParsedText } from '../../text/parsed.js';
import { isSite } from '../names/kinds.js';
import { SURE } from './belief.js';
import { districtsNamed, fold, regionsNamed, townsNamed } from './gazetteer.js';
import { homeOf } from './home.js';
import { findMentions } from './mentions.js';
import { resolve } from './resolve.js';
import { numberedRoads } from './roads.js';

/**
 * Mentions of places in text order, each with the reading chosen among its namesakes and the reason. Names of people,
 * outlets, laws and operations hide the place names inside them; those of bodies do not ("Danbury Superior Court").
 */
export function findPlaces(parsed: ParsedText, names: readonly LocalName[]): LocalPlace[] {
  const home = homeOf(parsed.outlet, parsed.url);
  const roads = numberedRoads(parsed).map(({ start, end, sentence }) =>
    unlocated({ start, end }, parsed, 'facility', sentence),
  );
  const onRoad = (span: Span): boolean =>
    roads.some((road) => span.start < road.span.end && road.span.start < span.end);
  const facilities = [...facilityMentions(names, parsed).filter(({ span }) => !onRoad(span)), ...roads];
  const mentions = findMentions(parsed, names, home);
  const sure = new Set(mentions.filter(({ belief }) => belief >= SURE).map(({ key }) => key));
  const places: LocalPlace[] = [];
  for (const { mention, entry, reason, supported } of resolve(mentions, home)) {
    if (mention.belief < SURE && !sure.has(mention.key) && !supported) continue;
    places.push({
      span: { start: mention.start, end: mention.end },
      name: mention.name,
      country: entry.country,
      lat: entry.lat,
      lon: entry.lon,
      literal: !mention.demonym && !mention.embedded && !mention.speaks,
      kind: mention.demonym ? 'demonym' : entry.kind === 'district' ? 'region' : entry.kind,
      reason,
      sentence: mention.sentence,
    });
  }
  const free = facilities.map((facility) => housed(facility, places));
  const covered = (place: LocalPlace): boolean =>
    facilities.some(({ span }) => span.start <= place.span.start && place.span.end <= span.end);
  return [...places.filter((place) => !covered(place)), ...free].sort((a, b) => compareSpans(a.span, b.span));
}

/** A building that is called after the place where it stands lies there: "Henderson County Jail". */
function housed(facility: LocalPlace, places: readonly LocalPlace[]): LocalPlace {
  const head = fold(facility.name).split(/\s+/).at(-1)!;
  const inside = places.find(
    ({ span }) => span.start === facility.span.start && span.end < facility.span.end,
  );
  if (inside === undefined || !HOUSED.has(head)) return facility;
  const { country, lat, lon } = inside;
  return { ...facility, country, lat, lon, reason: 'inside' };
}

function unlocated(
  span: Span,
  { text }: ParsedText,
  kind: LocalPlace['kind'],
  sentence: number | null,
): LocalPlace {
  return {
    span,
    name: text.slice(span.start, span.end),
    country: null,
    lat: null,
    lon: null,
    literal: true,
    kind,
    reason: null,
    sentence,
  };
}

/** Roads, rivers and buildings: the tables have no point for them. */
function facilityMentions(names: readonly LocalName[], parsed: ParsedText): LocalPlace[] {
  const found: LocalPlace[] = [];
  for (const name of names) {
    if (!isSite(name.kind)) continue;
    for (const span of name.mentions) {
      const text = parsed.text.slice(span.start, span.end);
      const words = fold(text).split(/\s+/);
      const head = words[words.length - 1]!.replace(/\.$/, '');
      if (words.length < 2 || !FACILITY_HEADS.has(head)) continue;
      const key = words.join(' ');
      if (regionsNamed(key).length > 0 || districtsNamed(key).length > 0 || townsNamed(key).length > 0)
        continue;
      const kind =
        /^(?:county|parish|province|valley|region|coast|island|islands|peninsula|gulf|ocean|sea)$/.test(head)
          ? 'region'
          : 'facility';
      found.push(unlocated(span, parsed, kind, null));
    }
  }
  return found;
}
