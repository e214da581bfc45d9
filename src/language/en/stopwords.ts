/** English function words: they carry grammar, not content. Lower case, straight apostrophes. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those such
  i me my mine myself we us our ours ourselves you your yours yourself yourselves
  he him his himself she her hers herself it its itself they them their theirs themselves one ones
  who whom whose which what when where why how
  and or but nor so yet if then than because while although though unless until whether since as
  of at by for with about against between into through during before after above below to from up down in out on off
  over under again further upon within without toward towards among amid per via
  am is are was were be been being have has had having do does did doing done
  will would shall should can could may might must ought
  not no never neither only own same too very just also even still already ever there here now once
  all any both each few more most other others another some much many every either
  i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'd it'll
  we're we've we'd we'll they're they've they'd they'll that's that'd that'll there's who's what's let's
  isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't shan't shouldn't
  can't cannot couldn't mustn't mightn't`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
