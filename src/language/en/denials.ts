/** Verbs by which somebody will not have a thing: a denial only where the thing is something said. */
export const REJECTIONS =
  /\b(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|rul(?:e|es|ed|ing) out|repudiat(?:e|es|ed|ing)|disown(?:s|ed|ing)?|call(?:s|ed|ing)?|label(?:s|l?ed|l?ing)?|describ(?:e|es|ed|ing)|characteri[sz](?:e|es|ed|ing)|portray(?:s|ed|ing)?)\b/i;

/** What is said, at the head of what is rejected: "rejected assertions that …". */
export const THINGS_SAID =
  /^(?:(?:the|any|an?|all|such|those|these|this|that|his|her|their|its|[\p{L}.]+['’]s?)\s+)*(?:[\p{L}-]+\s+)?(?:assertions?|claims?|allegations?|accusations?|suggestions?|insinuations?|notions?|reports?|rumou?rs?|statements?|contentions?|speculation|charges?|idea) (?:that|of|about)\b/iu;

/** Cues, and words inside what is said, that make little of a thing and do not deny it: "played down", "just a handful". */
export const MAKES_LITTLE =
  /\b(?:play(?:s|ed|ing)? down|down-?play(?:s|ed|ing)?|belittl(?:e|es|ed|ing)|minimi[sz](?:e|es|ed|ing)|(?:just|only|merely|no more than|nothing (?:but|more than)) (?:an? )?(?:handful|few|couple|small number))\b/i;

/** Words inside what is said that contradict or belittle: "is a fairy tale", "just a handful". */
export const BELITTLING =
  /\b(?:(?:just|only|merely|no more than|nothing (?:but|more than)) (?:an? )?(?:handful|few|couple|small number)|(?:is|are|was|were|be|been|['’]s|['’]re)(?: \p{L}+ly)? (?:an? )?(?:fairy[- ]?tale|fiction|fabrication|nonsense|rubbish|baseless|untrue|not true|false(?! \p{L}+)|exaggerat(?:ed|ion)|wildly inaccurate|inaccurate)|isn['’]t true|no truth (?:to|in)|never happened|did not happen|didn['’]t happen)\b/iu;

/** What an account had before and takes back: "An earlier version of this article said that …". */
export const EARLIER_VERSION =
  /\b(?:(?:earlier|previous|prior|original|first) versions? of (?:this|the) (?:article|story|report|piece|post|column|item|text)|this (?:article|story|report|piece|post|column) (?:originally|previously|initially|earlier|first)|(?:article|story|report) has been (?:corrected|updated|amended))\b/i;

/** An account's own earlier report, "our article of 9 March": taken back where `WAS_WRONG` follows. */
export const OWN_REPORT =
  /\b(?:our|this (?:news)?paper['’]s) (?:\p{L}+ )?(?:article|story|report|piece|column|item) (?:of|on|from|in|published)\b/iu;

/** "This was wrong, and the mistake was ours." */
export const WAS_WRONG =
  /\b(?:(?:this|that|it|which|the \p{L}+) (?:is|was|were) (?:\p{L}+ly )?(?:wrong|incorrect|false|inaccurate|mistaken|not (?:right|true|correct)|in error|an error|a mistake)|we (?:regret|apologi[sz]e))\b/iu;

/** A note that sets right: "Correction: …", "Editor's note – …". Names that begin so ("Correction officers") have no mark. */
export const CORRECTION_NOTE =
  /^\W*(?:corrections?|clarifications?|editor[’']?s[’']? notes?|erratum|errata)\s?(?:[:–—]|--)/i;

/** What such a note takes back: "the statue cost 14,000 marks, not 40,000". */
export const NOT_AS_BEFORE = /[,;(–—-]\s*(?:and |rather )?not\b/i;

/** Cues by which somebody will not have what was said to be so. */
export const DISPUTING =
  /\b(?:disput(?:e|es|ed|ing)|contest(?:s|ed|ing)?|contradict(?:s|ed|ing)?|rebut(?:s|ted)?|refut(?:e|es|ed)|reject(?:s|ed|ing)?|(?:not|n['’]t|never) accept(?:s|ed)?)\b/iu;

/** Words of an answer that contradict what it answers: "it had never happened", "there was nothing wrong with the pump". */
export const ANSWERING =
  /\b(?:(?:ha[sd] |have )?never happened|did not happen|didn['’]t happen|nothing (?:was )?(?:wrong|amiss|untoward)|(?:is|was) (?:simply |just |completely |entirely )?(?:not true|untrue|wrong|false|not so|not the case)(?=\W*$))/iu;
