/** What a court decides and an assembly votes stands in its record, whoever tells it. */

/** Bodies whose acts are recorded, by a word of their name. */
export const RECORDED_BODIES =
  /\b(?:court|tribunal|assembly|council|parliament|senate|congress|chamber|legislature|house of (?:commons|lords|representatives))\b/i;

/** Their acts, at the head of the predicate, behind what may stand before the verb. */
export const RECORDED_ACTS =
  /^(?:(?:has|have|had|also|then|unanimously|narrowly|today|since|now) )*(?:annul(?:led|s)?|quash(?:ed|es)?|str(?:uck|ikes?) down|thr(?:ew|ows?) out|up(?:held|holds?)|overturn(?:ed|s)?|overrul(?:ed|es)|dismiss(?:ed|es)?|acquit(?:ted|s)?|convict(?:ed|s)?|sentenc(?:ed|es)|revers(?:ed|es)|void(?:ed|s)|nullif(?:ied|ies)|vot(?:ed|es)|adopt(?:ed|s)?|approv(?:ed|es)|enact(?:ed|s)?|ratif(?:ied|ies)|pass(?:ed|es)|repeal(?:ed|s)?|amend(?:ed|s)?|grant(?:ed|s)?|order(?:ed|s)|rul(?:ed|es)|took)\b/i;
