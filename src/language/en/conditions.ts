/**
 * Phrases under which alone something is said to hold: "if prices keep rising", "on the auditor's own assumptions". They run
 * to the next mark; an assumption is told by its own words.
 */
export const CONDITION =
  /\b(?:(?<!\b(?:as|even|what|only|wonder(?:s|ed)?|ask(?:s|ed)?|see|know|check(?:s|ed)?|doubt(?:s|ed)?|decide[sd]?|question(?:s|ed)?) )if(?! (?:not|any|only|ever|anything|so|at all)\b)|unless|provided that|so long as|on condition that|assuming(?: that)?|under (?:certain|these|those|such|some) (?:conditions|circumstances|assumptions)|in the (?:best|worst)(?: of)? cases?|at worst)\b[^,;:.!?“”"()]*|\bon (?:the |an? |its |his |her |their |these |those |this |that )?(?:[\p{L}’'-]+ ){0,4}?assumptions?\b/iu;

/** "Should section 4 fall, …": a condition without "if", at the head of what is said. */
export const INVERTED_CONDITION =
  /^\W*(?:Should|Were|Had) (?:the |an? |he |she |it |they |we )?[\p{L}\p{N}’' -]+(?:,|$)/u;

/** What opens a turn against what was said before. */
export const OPPOSED = /^\W*(?:but|yet|except|only|not)\b/i;
