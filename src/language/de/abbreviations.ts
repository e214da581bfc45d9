const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** German abbreviations that do not end a sentence, whatever follows: a capital tells nothing in German. Without the stop. */
export const GERMAN_ABBREVIATIONS = words(`
  bzw ca Ca Mio Mrd Nr Nrn usf evtl Evtl ggf Ggf inkl exkl vgl Vgl Str Hrsg geb gest sog bspw Bspw insb zzgl Dipl Frhr
  Kap Ziff
`);

/** Words before which a number with a stop is an ordinal ("am 3. Oktober", "im 21. Jahrhundert"). */
export const AFTER_GERMAN_ORDINAL = words(`
  Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember
  Jahrhundert Jahrhunderts Jahrestag Geburtstag Bundesliga Platz Spieltag Etappe Kongress Lebensjahr Quartal Halbjahr
`);
