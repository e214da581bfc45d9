/** Prefixes that stand before a name with a hyphen and are no part of it ("pro-Lund", "anti-EU"). Lower case. */
export const NAME_PREFIXES: ReadonlySet<string> = new Set(
  'anti pro ex non post pre mid trans neo un never cross inter all then now'.split(' '),
);

/** First parts of words whose second part is small although the whole is one word or name ("Co-operative", "X-ray"). */
export const KEPT_OPENERS: ReadonlySet<string> = new Set(
  'co wi re e x t self coca pepsi rolls vice sub e sci lo hi'.split(' '),
);

/** Second syllables of East Asian given names, written small behind a hyphen ("Ki-moon", "Ing-wen"). */
export const GIVEN_SYLLABLES: ReadonlySet<string> = new Set(
  `un il eun in hye moon hyun jin ho su soo young yong min jae hee woo wook chul sik shek kyu kyun sun seok suk gyu geun hwan nam
sung bin kook mi ja ok sook kyung dae jung jong joon jun tae ki goo gu rae lee wan sam hoon seop ran ah bum beom pyo yeon wen ying
jeou bian te lun hui teh tung fai ming wah kit kei ngor chiu yan kuan leung yuet ngai`.split(/\s+/),
);

/** Letters of parties before a place ("D-Pa.", "R-Westfield"). */
export const PARTY_LETTERS: ReadonlySet<string> = new Set([
  'D',
  'R',
  'I',
  'L',
  'DFL',
  'Dem',
  'Rep',
  'Lab',
  'Con',
]);
