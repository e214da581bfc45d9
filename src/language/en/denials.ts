/** Verbs and phrases by which somebody denies, disputes or plays down what others say. */
export const DENIAL_CUES =
  /\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|rebut(?:s|ted|ting)?|refut(?:e|es|ed|ing)|contradict(?:s|ed|ing)?|play(?:s|ed|ing)? down|downplay(?:s|ed|ing)?|minimi[sz](?:e|es|ed|ing)|scoff(?:s|ed|ing)? at|push(?:es|ed|ing)? back (?:on|against)|contest(?:s|ed|ing)?)\b/i;

/** Words inside what is said that contradict or belittle: "a fairy tale", "just a handful". */
export const BELITTLING =
  /\b(?:(?:just|only|merely|no more than|nothing (?:but|more than)) (?:an? )?(?:handful|few|couple|small number)|fairy[- ]?tale|fiction|fabrication|nonsense|rubbish|baseless|untrue|not true|isn['’]t true|false|exaggerat\w+|wildly inaccurate|inaccurate|no truth|never happened|did not happen|didn['’]t happen)\b/i;
