/** Function words and other words that open sentences and headlines and are no names. Lower case. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about above according across after afterwards again against ago ahead all almost alone along already also although altogether
always am amid among amongst an and another any anybody anyone anything anyway apparently are around as aside ask asked at away
back be became because become been before behind being below beneath beside besides best better between beyond both
but by can cannot could currently despite did do does done down due during each earlier early either else elsewhere
enough even eventually ever every everybody everyone everything everywhere except experts few fewer finally first five following
for former formerly four from further furthermore generally get given good got great had half has have having he hence her here hers herself
hi high him himself his historically how however hundreds i if ideally imagine in including indeed initially inside instead into is it its
itself just last late lately later latest least less let like likewise local long look lots made mainly make many may maybe me
meanwhile might more moreover most mostly much must my myself near nearly neither never nevertheless new next nine no nobody none
nonetheless nor not note nothing notably now nowhere obviously of off officials often oh ok okay old on once one only onto or other others
otherwise our ours out outside over overall own part people per perhaps please plus possibly previously prior probably put quite rather really
recent recently regardless reportedly right same say says second see seven several shall she should similarly since six
so some somebody someone something sometimes somewhere soon sources still story such suddenly sure take ten than thank thanks that the their
theirs them themselves then there therefore these they thing things think third this those though thousands three through throughout thus
to today together tomorrow tonight too top toward towards traditionally two typically ultimately under unfortunately unless
unlike until up upon us use usually very via was we well went were what whatever when whenever where whereas wherever
whether which while who whoever whole whom whose why will with within without won worse would yes yesterday yet you your yours
yourself i'm i've i'll i'd it's that's there's he's she's we're they're we've they've you're you've don't doesn't didn't
isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't let's what's who's here's`.split(/\s+/),
);

/** Capitalised words that are no names of people or bodies: months, days, holidays, languages' words. Lower case. */
export const CALENDAR_WORDS: ReadonlySet<string> = new Set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
christmas easter thanksgiving halloween ramadan hanukkah passover midnight noon
am pm gmt bst est edt pst pdt cst cdt utc cet am. pm. a.m p.m`.split(/\s+/),
);
