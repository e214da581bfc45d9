/** Words of the bars of links above an article, lower case: rubrics, services, accounts. */
export const NAVIGATION_WORDS: ReadonlySet<string> = new Set(
  `home news world national nation local politics business money markets economy finance sport sports opinion opinions
  comment letters editorial culture arts life lifestyle style living food travel health science tech technology weather
  video videos photos podcasts puzzles games crosswords classifieds jobs notices obituaries deaths births property motoring
  education environment climate entertainment music film tv books law courts crime town harbour harbor region regions
  events directory gear boats features magazine archive archives newsletters newsletter subscribe subscriptions donate
  support login register account menu search more about contact shop store live latest trending topics sections all
  e-paper epaper app apps us uk europe asia africa americas community farming fishing shipping tides`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Phrases of such bars that are more than a word. */
export const NAVIGATION_PHRASES =
  /\b(?:log in|log out|sign in|sign up|my account|e-paper|latest news|top stories)\b/gi;
