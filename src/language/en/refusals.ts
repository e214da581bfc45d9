const MANNER = '(?:(?:\\w+ly|yet|even|either|further)\\s+)?';
const ANSWER =
  '(?:be (?:interviewed|drawn|quoted)|comment|respond|reply|answer|discuss|elaborate|say|speak|talk|specify|disclose|explain|give (?:an? )?(?:interviews?|answers?|details?|comment|figures?|numbers?|reasons?)|provide (?:an? )?(?:comment|details?|specifics|information|figures?|numbers?|answers?|data)|confirm|return (?:an? |the |our )?(?:calls?|messages?|e-?mails?|requests?|questions?)|make (?:\\w+ )?available)';

/** That somebody would not answer, said of them behind their name or in their own words: "declined to comment". */
export const REFUSES_TO_ANSWER = new RegExp(
  [
    `\\b(?:declin|refus)(?:e|es|ed|ing)\\s+${MANNER}to\\s+${MANNER}${ANSWER}\\b`,
    `\\b(?:did|do|does|would|will|could|can|ha[sd]|have)\\s*n[o’']t\\s+${MANNER}${ANSWER}(?:ed)?\\b`,
    `\\b(?:ha[sd]|have)\\s*n[o’']t\\s+${MANNER}(?:replied|said|spoken|given|returned)\\b`,
    '\\bcould not (?:immediately )?be reached\\b',
    '\\b(?:had|has|have|offered|with) no (?:immediate )?comment\\b',
  ].join('|'),
  'iu',
);
