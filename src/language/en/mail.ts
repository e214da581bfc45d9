/** How mail says who sends it, and what in it was written before. Sources of regular expressions without groups. */

/** Local parts of addresses behind which stands an office and no person: "press@", "news-desk@". */
export const OFFICE_ADDRESSES =
  'press|presse|pressoffice|media|mediaoffice|mediarelations|pr|news|newsdesk|newsroom|newsletters?|info|information|contact|communications?|comms|enquir(?:y|ies)|inquir(?:y|ies)|office|editor|editorial|editors|alerts?|updates?|digest|bulletin|announcements?|no-?reply|do-?not-?reply|noreply|mailings?|mailer|hello|team|secretariat|publicaffairs|publicity';

/** Words that stand in the names of offices and mailings, besides those of organisations and outlets. */
export const OFFICE_NAMES =
  'press|media|newsletter|newsroom|newsdesk|news|office|desk|communications?|relations|affairs|team|bulletin|alerts?|updates?|digest|releases?|briefing|spokesperson|secretariat|ministry|city of|town of|county|borough|municipality|commissioner|embassy|dept';

/** A line that opens a message passed on. */
export const FORWARD_LINES =
  '-{2,} ?forwarded (?:message|by)[^\\n]{0,80}|begin forwarded message:?|start of forwarded message[^\\n]{0,40}|-{2,} ?forwarded ?-{2,}';

/** A line that opens a message that was answered or passed on. */
export const EARLIER_LINES = '-{2,} ?original (?:message|appointment|e-?mail) ?-{2,}';

/** "On 5 March 2034, Tom Rook wrote:" */
export const REPLY_LINE = 'on [^\\n]{6,200}\\n?[^\\n]{0,200}\\b(?:wrote|writes):';

/** Names of the lines at the head of a message passed on. */
export const HEAD_LINES =
  'from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments?|resent-from|organi[sz]ation';

/** Those of them that say by whom, when and about what. */
export const HEAD_FIELDS = { from: 'from', date: 'date|sent', subject: 'subject' } as const;

/** Those that stand right under the first, by whom it is. */
export const HEAD_NEXT = 'sent|date|to|subject|reply-to';

/** A line at the foot of a mailing: why it came, and how to have no more of it. */
export const UNSUBSCRIBE_LINES =
  "^(?:to )?unsubscribe\\b|\\bunsubscribe (?:here|at any time|from (?:this|these|our|all|future)|by|or)\\b|\\b(?:to|click (?:here )?to|you (?:can|may)) unsubscribe\\b|\\byou(?:'re|’re| are) receiving (?:this|these) (?:e-?mails?|messages?|newsletters?|mailings?|updates?|releases?|alerts?)\\b|\\byou(?:'re|’re| are) subscribed to (?:this|our|the)\\b[^\\n]{0,60}\\b(?:list|newsletters?|e-?mails?|mailings?|updates?)\\b|\\byou (?:have )?received this (?:e-?mail|message|newsletter) because\\b|\\b(?:manage|update|change) your (?:e-?mail |mailing |subscription )?(?:preferences|subscription)\\b|^this (?:e-?mail|message|newsletter) was sent to\\b";

/** A text part that only sends its reader to the web page or to another program. */
export const VIEW_ELSEWHERE =
  "view (?:this|it|the|our|in|online|as)\\b|(?:read|see|open) (?:this|it|online)\\b|(?:this|your) (?:e-?mail|message|newsletter) (?:is|was|requires|contains|needs)\\b|(?:to view|if you (?:cannot|can't|can’t|are (?:having|unable)|have trouble))\\b|your (?:e-?mail|mail) (?:client|program|app)\\b|html (?:e-?mail|format|version)\\b";

/** Names of offices that any body has: whose it is they do not say. */
export const OFFICES_OF_ANYONE =
  '(?:the )?(?:press|media|news|newsroom|newsdesk|communications?|public (?:affairs|relations|information)|information|info|contact|e-?mail|mail|no-?reply|do-?not-?reply|enquiries|inquiries)(?: (?:office|team|desk|department|dept|service|services|room|centre|center|unit|contact|contacts|release|releases|relations|alerts?))?';
