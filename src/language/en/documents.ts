/** Nouns for documents that can stand as sources → the type of DocumentTraits. Singular. */
export const DOCUMENT_NOUNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'e-mail': 'email e-mail',
    memo: 'memo memorandum directive circular',
    letter: 'letter',
    report:
      'report study analysis review audit investigation survey assessment findings paper research book memoir',
    filing: 'filing complaint lawsuit suit petition affidavit brief motion indictment',
    statement: 'statement press-release release announcement press-notice',
    statistics: 'statistics statistic data figure poll number census tally estimate',
    law: 'law bill act statute ordinance constitution regulation order',
    'court record': 'ruling judgment judgement verdict opinion docket register warrant deposition testimony',
    post: 'tweet post blog message',
    broadcast: 'broadcast video recording footage tape ad advertisement clip',
    transcript: 'transcript',
    document:
      'document record file paperwork note plan guidance draft slide presentation contract spreadsheet notice leaflet resolution manual website article editorial headline column story',
  }).flatMap(([type, nouns]) => nouns.split(' ').map((noun) => [noun, type] as const)),
);

/** Types that stand in a public record. */
export const PUBLIC_RECORD_TYPES: ReadonlySet<string> = new Set(['law', 'court record']);

/** Nouns for what binds and is kept to, besides laws and rulings: "per the agreement". */
export const BINDING_NOUNS: ReadonlySet<string> = new Set(
  'policy rule agreement contract treaty protocol guideline decree charter mandate settlement'.split(' '),
);

/** Types that their author makes public. */
export const PUBLISHED_TYPES: ReadonlySet<string> = new Set([
  'statement',
  'filing',
  'law',
  'court record',
  'post',
  'broadcast',
  'statistics',
  'report',
]);

/** Adjectives that say that a document was not made public. */
export const UNPUBLISHED_WORDS: ReadonlySet<string> = new Set(
  'internal leaked confidential secret unpublished draft private classified unreleased'.split(' '),
);

/** Verbs of having a document in hand: "reviewed by the Times", "the Times obtained a copy". */
export const SEEN_VERBS: ReadonlySet<string> = new Set(
  'seen reviewed obtained viewed read examined acquired uncovered unearthed inspected accessed'.split(' '),
);
/** Verbs of handing it over: "shared with the Times", "provided to the Times". */
export const HANDED_VERBS: ReadonlySet<string> = new Set(
  'shared provided given leaked sent shown released forwarded passed'.split(' '),
);

/** Nouns that name a medium after "said in a …" → document type. */
export const MEDIUM_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    statement: 'statement',
    release: 'statement',
    notice: 'statement',
    circular: 'memo',
    letter: 'letter',
    email: 'e-mail',
    'e-mail': 'e-mail',
    memo: 'memo',
    memorandum: 'memo',
    tweet: 'post',
    post: 'post',
    tweets: 'post',
    posts: 'post',
    blog: 'post',
    message: 'post',
    filing: 'filing',
    lawsuit: 'filing',
    complaint: 'filing',
    affidavit: 'filing',
    report: 'report',
    op_ed: 'report',
    'op-ed': 'report',
    editorial: 'report',
    column: 'report',
    article: 'report',
    book: 'report',
    memoir: 'report',
    ruling: 'court record',
    opinion: 'court record',
    testimony: 'court record',
    video: 'broadcast',
    broadcast: 'broadcast',
    note: 'document',
    document: 'document',
    documents: 'document',
  }),
);

/** Verbs of making a document public or sending it, lemmas: "released a statement saying". */
export const ISSUING_VERBS: ReadonlySet<string> = new Set(
  'release issue publish post write send sign circulate distribute give make read file'.split(' '),
);

/** Nouns for an outlet's own work, after its name: "Courier figures", "a Times report". */
export const OUTLET_WORK: ReadonlySet<string> = new Set(
  'report reports story article investigation figures analysis exclusive count tally data survey poll editorial review'.split(
    ' ',
  ),
);

/** Participles before "by" and an outlet by which its report is passed on. */
export const REPORTED_PARTICIPLES: ReadonlySet<string> = new Set(
  'reported disclosed revealed published quoted cited uncovered broken detailed'.split(' '),
);

/** Nouns for public records that need no attribution: "a court ruling", "the harbour register". */
export const RECORD_NOUNS: ReadonlySet<string> = new Set(
  'ruling judgment judgement verdict register docket gazette'.split(' '),
);

/** Prepositions before a law or record on which the clause rests. */
export const RECORD_PREPOSITIONS: ReadonlySet<string> = new Set(['under', 'per', 'on', 'in', 'by']);

/** What a document does in its words, behind its name: "the memo, which calls it Clear Mooring", "the e-mail sets a date". */
export const DOCUMENT_SPEAKS =
  /^[\s,]*(?:which|that)?\s*(?:also |then |further )?(?:call|name|list|describe|detail|outline|order|direct|instruct|urge|set|put|give|gave|tell|told|lay|laid|spell|refer)(?:s|ed|d|t)?\b/i;

/** The head of what a law says by its parts: "Under section 4, …"; "Section 6" where a verb of LAW_SAYS follows. */
export const UNDER_SECTION = /^under (?:section|article|paragraph|clause) \d/i;
export const SECTION = /^(?:section|article|paragraph|clause) \d+\p{L}? /iu;

/** What laws do, behind that: "makes a parent liable"; a section that "is annulled" says nothing. */
export const LAW_SAYS =
  /^(?:(?:does|do|did) not )?(?:forbids?|forbade|allows?(?:ed)?|permits?|permitted|makes?|made|lets?|requires?|required|obliges?|gives?|gave|says?|provides?|provided|prohibits?|prohibited|bars?|barred|empowers?|entitles?|enables?|imposes?|limits?|punish(?:es)?|sets?|applies)\b/i;

/** Who made a document that no name tells, in plain words: "a report by the harbor police", "police figures". */
export const ISSUER =
  /^ (?:an? |the )?(?:[\p{L}]+ ){0,2}?(?:report|statement|letter|memo|figures|statistics|notice|bulletin) (?:by|of|from) (?:the |an? )?(\p{L}+(?: \p{L}+)?) |^ (?:the )?(police|council|court|government|company|union|brigade|board) (?:report|statement|letter|memo|figures|statistics|notice|bulletin) /u;
