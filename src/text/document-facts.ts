import type { Analysis, LocalFigure } from '../model/analysis.js';
import type { Document } from '../model/document.js';
import type { DocumentFacts, DocumentName } from '../model/document-facts.js';
import type { Figure, List, Ordinal, Place, Time } from '../model/record.js';
import type { Span } from '../model/span.js';
import { anchor } from './anchors.js';

type Text = Pick<Document, 'id' | 'text'>;

/** The figures, ordinals, times, places, names and lists of one document, each with its words. */
export function documentFacts(document: Text, analysis: Analysis): DocumentFacts {
  return {
    doc: document.id,
    figures: figuresOf(document, analysis),
    ordinals: ordinalsOf(document, analysis),
    times: timesOf(document, analysis),
    places: placesOf(document, analysis),
    names: namesOf(document, analysis),
    lists: listsOf(document, analysis),
  };
}

const anchorsOf = (document: Text, spans: readonly Span[]) => spans.map((span) => anchor(document, span));

function figuresOf(document: Text, analysis: Analysis): Figure[] {
  return analysis.figures.map((f) => ({
    anchor: anchor(document, f.span),
    ...amountOf(f),
    bound: f.bound,
    unit: f.unit,
    of: f.of,
    ofAnchor: f.ofSpan === null ? null : anchor(document, f.ofSpan),
    kind: f.kind,
    whose: f.whose === null ? null : anchor(document, f.whose),
    hedges: anchorsOf(document, f.hedges),
    change: f.change,
    normal: f.normal === null ? null : { ...amountOf(f.normal), unit: f.normal.unit },
  }));
}

/** One number as `value`, a range as `min` and `max`. */
function amountOf({
  value,
  min,
  max,
}: Pick<LocalFigure, 'value' | 'min' | 'max'>): Pick<Figure, 'value' | 'min' | 'max'> {
  if (value !== null) return { value };
  return { ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) };
}

function ordinalsOf(document: Text, analysis: Analysis): Ordinal[] {
  return analysis.ordinals.map(({ span, value, of }) => ({ anchor: anchor(document, span), value, of }));
}

function timesOf(document: Text, analysis: Analysis): Time[] {
  return analysis.times.map(({ span, type, value, mod, start, end }) => ({
    anchor: anchor(document, span),
    type,
    value,
    mod,
    start,
    end,
  }));
}

function placesOf(document: Text, analysis: Analysis): Place[] {
  return analysis.places.map(({ span, name, country, lat, lon, literal, kind, reason }) => ({
    anchor: anchor(document, span),
    name,
    country,
    lat,
    lon,
    literal,
    kind,
    reason,
  }));
}

function namesOf(document: Text, analysis: Analysis): DocumentName[] {
  return analysis.names.map(({ kind, name, aliases, mentions }) => ({
    kind,
    name,
    aliases,
    mentions: anchorsOf(document, mentions),
  }));
}

function listsOf(document: Text, analysis: Analysis): List[] {
  return analysis.lists.map(({ span, kind, head, items, stated, statedSpan, open }) => ({
    anchor: anchor(document, span),
    kind,
    of: head,
    items: anchorsOf(document, items),
    stated,
    statedAnchor: statedSpan === null ? null : anchor(document, statedSpan),
    open,
  }));
}
