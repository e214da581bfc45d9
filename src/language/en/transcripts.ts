/** Labels of a line that tell what it is about, not who speaks: "WHERE: the town hall". Lower case. */
export const NOTE_LABELS: ReadonlySet<string> = new Set(
  (
    'what|when|where|who|why|how|note|notes|update|updated|updates|correction|clarification|related|more|read more|see also|' +
    'photo|photos|picture|pictures|video|audio|watch|listen|source|sources|contact|contacts|media contact|press contact|date|time|' +
    'place|location|venue|address|phone|tel|telephone|email|e-mail|fax|web|website|subject|re|to|from|cc|bcc|summary|background|' +
    'breaking|opinion|analysis|review|verdict|fact|facts|claim|rating|quote|the quote|the claim|topic|warning|spoiler|example|' +
    "editor’s note|editors’ note|editor's note|for immediate release|embargo|embargoed|bottom line|ps|p.s|result|results|score|" +
    'final score|answers|tip|tips|price|prices|rule|rules|step|part|chapter|section|table|figure|appendix|annex|total|key points|' +
    'highlights|tags|topics|filed under|posted|published|written by|by|hosts|host|guest|guests|panel|transcript|headline|byline|' +
    'dateline|photo credit|credit|copyright|links|link|http|https|ages|age|hometown|occupation|party|education|experience|family'
  ).split('|'),
);

/** Labels of those who ask, as transcripts write them. Lower case. */
export const ASKING_LABELS: ReadonlySet<string> = new Set(['q', 'question', 'interviewer']);

/** Labels of the one who answers. Lower case. */
export const ANSWERING_LABELS: ReadonlySet<string> = new Set(['a', 'answer', 'interviewee']);

/** How a statement is set apart by whose it is: "From Chairwoman Calder: …", "Statement by Mayor Lund: …". */
export const STATEMENT_LABEL =
  /^(?:(?:joint |press )?statement (?:from|by|of)|(?:message|note|word|letter|remarks|comments?) (?:from|by|of)|from) /i;
