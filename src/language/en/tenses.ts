/** Words that put a clause into the future. Lower case. */
export const FUTURE_WORDS: ReadonlySet<string> = new Set(
  "will 'll won't shall going may might could would upcoming effective".split(' '),
);

/** Those that do so where they are verbs. */
export const PLANNING_VERBS: ReadonlySet<string> = new Set(
  'plans plan expects expect intends intend aims aim hopes hope wants want'.split(' '),
);

/** Verbs, in the past too, behind which "to do it until May" is yet to come. */
export const DIRECTING_VERBS: ReadonlySet<string> = new Set(
  `asked urged ordered told directed instructed advised invited pressed begged agreed voted vowed promised threatened offered decided
pledged proposed wanted hoped refused required allowed gave granted given asking urging ordering plans planned wants seeks sought vows`.split(
    /\s+/,
  ),
);

/** Verbs, in the past too, whose "until" or "through" lies ahead: "extended it until Friday". */
export const EXTENDING_VERBS: ReadonlySet<string> = new Set(
  `extended extend extends postponed postpone delayed delay prolonged adjourned remanded suspended rescheduled deferred renewed
extending postponing delaying`.split(/\s+/),
);

/** Participles and adjectives that do so before "to" or "for" or behind "is". */
export const FUTURE_PARTICIPLES: ReadonlySet<string> = new Set(
  'planned scheduled expected due set slated poised bound'.split(' '),
);

/** Irregular past forms and auxiliaries. Lower case; regular ones end in -ed. */
export const PAST_WORDS: ReadonlySet<string> = new Set(
  `was were had did said told made took went came became began gave got left found fell rose shot held met ran saw sent brought
thought spoke wrote won lost led paid put built hit struck broke drove flew grew knew kept sold spent stood taught
understood wore sought hurt cut died let read sat stole swore threw woke dealt fled felt bought caught drew hung laid
rode shook sank slid stuck swept tore lay bore chose forgot froze heard has have wasn't weren't didn't hadn't been`.split(
    /\s+/,
  ),
);

/** Before a participle they have the time of the verb before them, or are present: "will be held", "stays closed until June". */
export const LINKING_VERBS: ReadonlySet<string> = new Set(
  'be stay remain keep become get being is are stays remains'.split(' '),
);
