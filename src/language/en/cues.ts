import { lookup } from '../lookup.js';

/**
 * Verbs that attribute, by the complement they take. A verb may stand in several lists. Base forms; the extractor
 * inflects them. Particles and prepositions that belong to the cue follow the verb.
 */

/** "X said (that) …", "…, X said", "“…,” said X": speech and writing. */
/** Cues of what was said to somebody. */
export const TELLING = /\b(?:tells?|told|informs?|informed)\b/i;

/** Cues of what was written and is read, not heard. */
export const WRITING = /\b(?:writes?|wrote|written|tweets?|tweeted|posts|posted)\b/i;

export const SAY_VERBS =
  'say add note put_it explain argue insist claim assert state declare announce report write tweet acknowledge admit concede ' +
  'recall conclude suggest warn predict reply respond respond answer continue joke quip remark observe comment contend maintain ' +
  'complain lament confess confirm deny testify reveal disclose allege stress emphasize emphasise reiterate repeat ' +
  'caution counter retort shout cry whisper mutter exclaim yell chant declare proclaim boast brag promise vow pledge swear ' +
  'agree protest ask wonder inquire point_out make_clear make_it_clear opine muse post blog estimate charge imply hint indicate ' +
  'speculate guess recount interject deadpan scoff snap sigh nod laugh theorize urge mention relate affirm ' +
  'reason fret crow gush intone murmur signal find show determine propose recommend rule specify clarify forecast project ' +
  'underscore highlight email text advise decree demand enthuse thunder volunteer surmise posit read';

/** "X told Y (that) …": an addressee comes before what is said. */
export const TELL_VERBS =
  'tell inform assure remind notify warn advise promise convince persuade ask teach alert brief';

/** "X believes (that) …": thought; "…, he believes". */
export const THINK_VERBS =
  'believe think know hope fear expect doubt feel suspect understand realize realise assume worry anticipate imagine ' +
  'conclude figure suppose bet wish decide learn forget remember hear recognize recognise see';

/** "X plans to …". */
export const WANT_VERBS =
  'want plan hope vow pledge promise intend seek agree refuse decline offer threaten decide propose prefer ' +
  'aim aspire swear expect wish ask demand volunteer opt hesitate fear claim like resolve choose commit';

/** "X urged Y to …". */
export const URGE_VERBS =
  'urge ask order call_on tell encourage advise instruct press challenge implore beg direct request want expect warn ' +
  'invite push call_upon exhort plead_with';

/** "X condemned the plan": what is said or thought is a noun phrase. */
export const OBJECT_VERBS =
  'call describe accuse criticize criticise praise endorse support oppose reject dismiss question defend denounce ' +
  'condemn blame cite quote mention discuss announce propose suggest offer express blast slam attack mock decry ' +
  'deride ridicule rebuke lambaste applaud hail tout welcome thank congratulate back favor favour back dispute deny ' +
  'challenge refute explain outline detail estimate predict recall reveal acknowledge admit address emphasize ' +
  'emphasise highlight stress name label characterize characterise portray compare consider view see regard believe know ' +
  'want demand request recommend promise fear doubt expect anticipate prefer value like love hate admire respect ' +
  'appreciate understand remember lament bemoan protest decide approve advocate urge threaten accept declare deem ' +
  'disavow disown repudiate scold chide chastise castigate excoriate trash bash lampoon assail pan knock ' +
  'laud commend celebrate salute honor ask tweet write post read publish report confirm list repeat reiterate echo ' +
  'credit invoke reference disclose claim assert allege consider reconsider weigh want seek show champion ' +
  'disagree_with agree_with side_with sympathize_with call_for call_on call_out push_for press_for ' +
  'argue_for argue_against campaign_for lobby_for advocate_for ' +
  'point_to point_out refer_to allude_to respond_to object_to admit_to react_to listen_to look_to ' +
  'talk_about speak_about complain_about worry_about joke_about think_about care_about ask_about write_about boast_about ' +
  'brag_about hear_about know_about feel_about lie_about tell_about ' +
  'warn_of warn_about warn_against speak_of talk_of think_of complain_of approve_of disapprove_of conceive_of dream_of ' +
  'believe_in insist_on focus_on comment_on elaborate_on expand_on touch_on dwell_on reflect_on weigh_in_on rail_against ' +
  'rule_out lay_out lash_out_at take_aim_at hint_at play_down push_back_on hope_for look_for ask_for plead_for apologize_for ' +
  'vouch_for long_for wish_for argue_over debate speak_out_against come_out_against double_down_on speak_to vote_for vote_against ' +
  'mull contemplate envision imagine foresee signal praise extol ' +
  'brand dub term feel resent regret enjoy prioritize prioritise embrace shun disparage demean belittle vilify downplay tackle inveigh_against';

/** Verbs of judging aloud: whoever "called it a mistake" says what stands in quotation marks right below. */
export const JUDGING_VERBS: ReadonlySet<string> = new Set(
  'call describe accuse urge label brand dub dismiss reject question question_whether cite point_to refer_to call_for call_on push_back_on'.split(
    ' ',
  ),
);

/** Verbs that, negated, refuse to say: "would not provide specifics", "did not respond to a request". */
export const DECLINE_VERBS =
  'say comment comment_on respond respond_to reply reply_to return provide give offer disclose discuss elaborate elaborate_on specify identify reveal confirm release answer address explain';

/** Adjectives of thought and feeling that take what is thought: "is worried that", "was confident about". */
export const ADJECTIVE_CUES: ReadonlySet<string> = new Set(
  'worried concerned confident afraid sure certain convinced hopeful aware unaware optimistic pessimistic skeptical sceptical doubtful glad proud disappointed adamant unsure uncertain wary fearful anxious dismayed mindful critical suspicious'.split(
    ' ',
  ),
);

/** Adjectives of intention: "is determined to". */
export const EAGER_ADJECTIVES: ReadonlySet<string> = new Set(
  'determined eager prepared willing unwilling reluctant keen anxious hopeful'.split(' '),
);

/** What an attribution with this verb does where it does not simply assert. */
export const ATTITUDES: Readonly<Record<string, 'denies' | 'doubts' | 'declines' | 'asks' | 'reacts'>> =
  lookup({
    deny: 'denies',
    dispute: 'denies',
    refute: 'denies',
    reject: 'denies',
    rebut: 'denies',
    disavow: 'denies',
    dismiss: 'denies',
    rule_out: 'denies',
    contradict: 'denies',
    repudiate: 'denies',
    disown: 'denies',
    play_down: 'denies',
    downplay: 'denies',
    belittle: 'denies',
    doubt: 'doubts',
    question: 'doubts',
    challenge: 'doubts',
    decline: 'declines',
    refuse: 'declines',
    ask: 'asks',
    wonder: 'asks',
    inquire: 'asks',
    ask_about: 'asks',
    ask_for: 'asks',
    request: 'asks',
    ...Object.fromEntries(
      (
        'criticize criticise praise endorse oppose condemn blast slam attack mock decry deride ridicule rebuke lambaste applaud hail ' +
        'welcome thank congratulate lament bemoan support back favor favour love hate admire like appreciate ' +
        'assail laud commend celebrate protest denounce blame defend scold chide bash trash salute honor agree_with disagree_with ' +
        'applaud resent regret embrace shun inveigh_against'
      )
        .split(' ')
        .map((v) => [v, 'reacts' as const]),
    ),
  });

/**
 * Verbs whose infinitive or object is the actor's own act, planned, wanted, asked for or offered: nobody says it to the
 * account. With a clause or a quotation as content they tell a thought or words as others do.
 */
export const INTENT_VERBS: ReadonlySet<string> = new Set(
  (
    'plan intend aim aspire seek want wish hope decide choose opt resolve commit agree offer volunteer threaten vow pledge promise swear ' +
    'be_determined be_eager be_prepared be_willing be_unwilling be_reluctant be_keen be_anxious be_hopeful ' +
    'prefer request order ask ask_for instruct look_for push_for press_for campaign_for lobby_for'
  ).split(' '),
);

/** Words for what is not so: "called it a fairy tale" denies. */
export const FALSEHOODS: ReadonlySet<string> = new Set(
  (
    'lie lies hoax nonsense fiction fake false untrue baseless rubbish myth fabrication wrong groundless unfounded inaccurate ' +
    'invention invented fantasy fabricated misleading bogus ludicrous absurd preposterous fairytale'
  ).split(' '),
);

/** Past and participle where not regular: base past participle. */
export const IRREGULAR_VERBS =
  'say said said,tell told told,write wrote written,think thought thought,know knew known,feel felt felt,swear swore sworn,' +
  'find found found,show showed shown,make made made,begin began begun,see saw seen,understand understood understood,' +
  'forget forgot forgotten,hear heard heard,teach taught taught,read read read,bet bet bet,seek sought sought,choose chose chosen,' +
  'speak spoke spoken,give gave given,lay laid laid,take took taken,come came come,learn learned learned,' +
  'cry cried cried,foresee foresaw foreseen,beg begged begged,hint hinted hinted,lead led led,chide chided chided,' +
  'put put put,overhear overheard overheard,retell retold retold,reply replied replied';

/** Regular verbs that double the last consonant. */
export const DOUBLING_VERBS =
  'plan quip admit chat brag beg commit refer blog slam pan opt nod rebut forget bet';

/** Participles that give a name: without a source they are no one's words. */
export const NAMING: ReadonlySet<string> = new Set(
  'known called named dubbed nicknamed code-named titled christened'.split(' '),
);

/** Words that open the phrase of "according to": cue and where the source stands after it. */
export const SOURCE_PREPOSITIONS: readonly (readonly string[])[] = [
  ['according', 'to'],
  ['as', 'per'],
  ['per'],
  ['in', 'the', 'words', 'of'],
  ['in', 'the', 'view', 'of'],
  ['in', 'the', 'opinion', 'of'],
];
