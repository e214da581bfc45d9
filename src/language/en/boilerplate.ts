/**
 * Lines of a page that are neither told nor evidence, and the lines that say who made it. Each entry is the source of
 * a case-insensitive regular expression over one trimmed line; no entry has an unbounded repeat inside another.
 */

/** Whole lines. */
export const FURNITURE_LINES: readonly string[] = [
  'advertis(?:e)?ment|advertising|ads?|sponsored(?: content| post)?|promoted(?: content)?|paid post|partner content',
  'story continue[sd](?: below)?\\W*(?:advertise?ment)?|scroll down (?:for|to).{0,40}|(?:view|see) (?:the )?(?:gallery|photos|slideshow)|(?:slideshow|gallery|video)(?: \\(.{1,20}\\))?|story continues below(?: advertise?ment)?|article continues (?:below|after).{0,40}|continue reading.{0,60}|scroll (?:down )?to continue.{0,40}',
  'loading\\W*|please wait\\W*|open image in new window|expand(?: image)?|close(?: menu)?|menu|search|home|news|back to top|next|previous',
  '(?:view|show|hide|read|see|load|add|post|leave|write)(?: all| a| your| the| more)? (?:comments?|reply|replies)(?: \\(?\\d+\\)?)?|\\d+ comments?|comments?(?: \\(?\\d+\\)?)?',
  'share|shares|tweet|pin(?: it)?|print|e-?mail|facebook|twitter|x|whatsapp|linkedin|reddit|flipboard|pinterest|copy link|save(?: article)?|bookmark|text size|listen',
  '(?:share|follow|like|find|join|contact)(?: this(?: story| article)?| us)?(?: on| via| with| at)? (?:facebook|twitter|instagram|whatsapp|linkedin|social media|e-?mail|telegram|youtube).{0,80}',
  'subscribe(?: now| today)?|sign (?:in|up)|log ?(?:in|out)|register(?: now)?|my account|donate(?: now)?|support us|newsletters?|accessibility(?: help)?',
  'privacy(?: policy| notice)?|terms (?:of (?:use|service)|and conditions)|cookie (?:policy|settings)|about us|contact us|help|careers|site ?map',
  'related(?: (?:stories|articles|content|topics|coverage|news|posts))?\\W*|recommended(?: for you| stories)?\\W*|(?:most|editor.?s) (?:read|popular|viewed|picks?)\\W*|more (?:stories|news|top stories|from .{2,60})\\W*|you (?:may|might) (?:also )?like.{0,30}|trending(?: now)?|top stories|up next|what to read next|latest(?: news)?',
  '(?:story )?(?:at a glance|highlights)|key (?:points|takeaways|facts|findings)|in brief|in short|tl;dr|the gist|need to know|what we know',
  '.{0,60}\\bskip to (?:main |the )?(?:content|navigation|search|footer)\\b.{0,40}',
  '(?:image|photo|video|media) (?:caption|credit|source)s?\\W*|play video.{0,60}|watch (?:live|now|video)\\W*|\\d{1,2}:\\d{2}|photos?|videos?|[^\\p{L}\\p{N}]+',
  '\\[[^\\]]{0,80}\\]|@media\\b.{0,100}|(?:#\\w+\\W*)+|\\S*https?://\\S+|.{0,200}\\bpic\\.twitter\\.com/\\S+.{0,80}|[—–-]\\s?.{1,60}\\(@\\w{1,30}\\).{0,30}',
];

/** The labels among them after which bullets sum the story up. */
export const SUMMARY_LABELS =
  '(?:story )?(?:at a glance|highlights)|key (?:points|takeaways|facts|findings)|in brief|in short|tl;dr|the gist|need to know|what we know';

/** Beginnings of short lines that ask something of the reader or point elsewhere. */
export const PROMPT_OPENINGS: readonly string[] = [
  'skip (?:to|past|ad)\\b',
  'you have (?:\\d+|one|two|three|no) (?:free )?(?:articles?|stories|story)\\b',
  'subscribe (?:from|for|to|now|today)\\b',
  'also (?:on|in|from) [^:]{2,40}:',
  'get (?:free|our|exclusive|the latest)\\b',
  '(?:read|see|watch|listen|also|more|related|recommended|don.t miss|click|further reading|in pictures|in depth|explainer|timeline|opinion|analysis)(?: (?:more|also|this|now|here|next|to|on|reading|read|see))?\\s?[:|»›→]',
  '(?:also|must) (?:read|see|watch)\\b',
  'read (?:more|next|the full|our|also)\\b',
  'click (?:here|to|on)\\b',
  'tap (?:here|to)\\b',
  '(?:sign|log) ?(?:in|up|on) (?:to|for|with|here|now|today)\\b',
  'subscribe (?:to|for|here|now|today)\\b',
  'register (?:to|for|here|now)\\b',
  'join (?:our|us (?:on|at|for)|now)\\b',
  'join (?:\\S+ ){0,3}(?:conversations?|discussions?|debates?|forums?|community|newsletter)\\b',
  'thank you for (?:registering|subscribing|signing|reading|your (?:support|subscription|interest))',
  'thanks for (?:registering|subscribing|signing|reading|visiting)',
  'please (?:refresh|sign|log|enable|subscribe|register|consider|enter|wait|try|check|see our|turn|disable|update your)\\b',
  '(?:get|receive) (?:our|the (?:latest|best|day|top)|breaking news|news|unlimited|more).{0,60}\\b(?:newsletter|inbox|e-?mail|alerts?|delivered|access|app)\\b',
  '(?:our|the|a|your) (?:free |daily |weekly )?newsletter\\b',
  'enter your e-?mail',
  'by (?:signing|clicking|subscribing|registering|entering|providing) ',
  'already (?:a |have |registered|subscribed)',
  'you (?:have|can|must|need to|are) (?:successfully|already|been logged|unsubscribe|opt out|log|sign|subscribe|register)',
  'follow (?:us|him|her|them|@|[^.]{2,40} on (?:twitter|facebook|instagram|x)\\b)',
  'like us on\\b',
  'share (?:this|your|on|via)\\b',
  'download (?:our|the) .{0,30}app\\b',
  '(?:this|we use|our) (?:site|website|page)? ?(?:uses? )?cookies',
  'this (?:article|story|site|page|video|content) (?:requires|is (?:only|not) available|is protected|uses)\\b',
  '(?:have|got) (?:a|any) (?:story|tip|question|news|comment|feedback)',
  'do you have (?:a|any|more) (?:story|tip|information|question|news)',
  'contact (?:the (?:author|reporter|writer|newsroom)|us)\\b',
  'send (?:tips|us|your|news tips|an e-?mail)\\b',
  'e-?mail (?:the (?:author|reporter|writer)|us|me|him|her)\\b',
  'write to\\b.{0,60}@',
  '(?:be the first to|leave a|post a|join the) (?:comment|reply|discussion)',
  'comments (?:are|have been|on this|posted|will be)\\b',
  '(?:tags?|topics?|filed under|categories|category|keywords|more on|in this (?:article|story)|find out more|sources?)\\s?:',
  '(?:our|these) standards\\s?:',
  'for (?:more|the latest|breaking) (?:news|stories|information|coverage|on).{0,80}(?:visit|follow|click|sign|subscribe|download|go to)\\b',
  'a version of this (?:article|story|piece)\\b',
  'this (?:article|story|piece|post|report) (?:was |is |has been )?(?:originally |first )?(?:published|appeared|updated|republished)\\b',
  'opinions expressed\\b',
  'the views expressed\\b',
  '(?:watch|listen to) (?:the )?(?:full )?(?:video|episode|interview|live)\\b',
];

/** Who else had a hand in it. */
export const CREDIT_LINES: readonly string[] = [
  '.{2,200}\\bcontributed (?:to|reporting|research).{0,120}',
  '\\W?(?:with )?(?:additional |further )?reporting(?: (?:by|from|in)\\b|\\s?:).{2,240}',
  '\\W?(?:writing|edited|editing|compiled|research|produced|illustrations?|graphics?) by\\b.{2,240}',
  '(?:with (?:additional )?)?(?:material|files|input|inputs|information|contributions|reports?|reporting) from\\b.{2,160}',
  'with .{2,40} (?:wires?|wire services|agencies|correspondents|news services)\\.?',
  '(?:source|via|courtesy(?: of)?|credit|from)\\s?:\\s?.{2,80}',
  '(?:—|–|--?)\\s?(?:with )?(?:the )?(?:ap|afp|reuters|upi|pa|bloomberg|associated press|agence france-presse|press association|agencies|wire (?:reports|services)|staff(?: and agencies)?)\\W*',
  '\\(?(?:with )?(?:the )?(?:ap|afp|reuters|upi|pti|ani|ians|bloomberg|associated press|agence france-presse|press association|agencies|wire (?:reports|services)|news services)\\)?\\.?',
];

export const COPYRIGHT_LINES: readonly string[] = [
  '(?:©|\\(c\\)\\s|copyright (?:by|©|\\(c\\)|\\d{4})|copyright,? .{2,60}\\d{4}|copyright:).{0,300}',
  '.{0,200}\\ball rights reserved\\b.{0,200}',
  'this material may not be (?:published|reproduced).{0,200}',
  '(?:re-?)?published (?:here )?(?:with|by) permission.{0,200}',
  '(?:distributed|syndicated) by\\b.{2,160}',
];

/** Picture agencies, as photo credits name them. */
export const PHOTO_AGENCIES =
  'getty(?: images)?|shutterstock|istock(?:photo)?|alamy(?: stock photo)?|epa(?:-efe)?|zuma(?: press)?|ap photo|ap images|pool photo|afp photo|wireimage|rex features|polaris|redux|unsplash|pixabay|wikimedia commons|flickr';

/** Captions and photo credits; PHOTO_AGENCY stands for any of them. */
export const CAPTION_LINES: readonly string[] = [
  '\\(?(?:(?:file |handout |stock )?(?:photo|photograph|image|picture|illustration|video|screenshot)s?)(?: credit| caption| source| by| courtesy(?: of)?| via| from)?\\s?(?::|/|\\bby\\b|\\bvia\\b|\\bcourtesy\\b).{1,300}',
  'file\\s?(?:photo|picture|image)?\\s?(?:—|–|--?|:)\\s?.{1,400}',
  '.{0,300}(?:/\\s?|\\bvia |\\bfor |\\(|\\||©\\s?|—\\s?)(?:PHOTO_AGENCY)\\W*',
  '(?:\\S+ ){0,5}(?:PHOTO_AGENCY)\\W*',
  '.{10,400}\\b(?:photograph|photo|picture)s?: .{2,80}',
  '.{0,300}\\((?:photo|image|picture|credit|ap photo|reuters photo|courtesy)\\b.{0,120}\\)\\.?',
  '(?:ap|reuters|afp|epa|upi|pa)\\s?(?:photo\\s?)?/\\s?.{2,80}',
  '(?:pictured|above|left|right|top|bottom|from left|clockwise)(?: \\w+)?\\s?:\\s.{2,300}',
  'enlarge this image.{0,300}|image (?:copyright|source|caption)\\b.{0,400}|(?:facebook |twitter |pinterest ){2,3}.{0,400}|toggle caption.{0,60}|hide caption.{0,60}|view of .{2,80} photo',
];

/** What a person who makes news is called in the line on the author at a page's foot or head. */
export const AUTHOR_TRADES =
  'journalist|reporter|correspondent|editor|columnist|writer|author|anchor|producer|contributor|blogger|freelancer?|photographer|fellow|professor|lecturer|commentator|critic|analyst|intern|bureau chief|host|novelist|historian|director|researcher|member of|staff|covers|reports|writes|joined|holds a|graduated';

/** Words that end the name of a news outlet; a line of nothing but such a name is a credit. */
export const OUTLET_WORDS =
  'Times|Post|News|Press|Herald|Guardian|Journal|Tribune|Gazette|Courier|Beacon|Independent|Telegraph|Chronicle|Observer|Examiner|Inquirer|Globe|Mail|Mirror|Express|Standard|Star|Sun|Record|Register|Reporter|Dispatch|Recorder|Clarion|Intelligencer|Messenger|Ledger|Bulletin|Monitor|Review|Sentinel|Echo|Argus|Advertiser|Enquirer|Mercury|Republic|Agency|Agencies|Service|Radio|Television|TV|Magazine|Wire|Daily|Weekly|Today|Politico|Reuters|Bloomberg|BBC|CNN|NPR|ABC|CBS|NBC|AFP|UPI|AP|Hill|Atlantic|Economist|Intercept|ProPublica|Axios';
