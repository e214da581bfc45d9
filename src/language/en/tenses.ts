/** Words that put a clause into the future. Lower case. */
export const FUTURE_WORDS: ReadonlySet<string> = new Set(
  "will 'll won't shall plans planned plan scheduled expected expects expect due set slated going may might could would intends aims effective".split(
    ' ',
  ),
);
/** Irregular past forms and auxiliaries. Lower case; regular ones end in -ed. */
export const PAST_WORDS: ReadonlySet<string> = new Set(
  `was were had did said told made took went came became began gave got left found fell rose shot held met ran saw sent brought
thought spoke wrote won lost led paid put built hit struck broke drove flew grew knew kept sold spent stood taught
understood wore sought hurt cut died let read sat stole swore threw woke dealt fled felt bought caught drew hung laid
rode shook sank slid stuck swept tore lay bore chose forgot froze heard has have wasn't weren't didn't hadn't`.split(
    /\s+/,
  ),
);
