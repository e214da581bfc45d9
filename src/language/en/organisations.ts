/** Last words that make a capitalised sequence an organisation. Lower case. */
export const ORGANISATION_HEADS: ReadonlySet<string> = new Set(
  `academy administration admiralty agency airlines airways alliance army arsenal assembly associates association assn
athletic authority auditors bank board brigade brotherhood bureau cabinet campaign caucus cathedral center centre chamber
charity choir church circuit city-council clinic club coalition college commission committee commonwealth company co conference
congress consortium co-operative cinema constabulary consulate convention cooperative corporation corp corps council court courts crew
customs department dept directorate district division embassy enforcement enterprises exchange executive faction federation
firm force forces foundation front fund gang government group guard guards guild hall holdings hospital house inc incorporated
industries initiative inspectorate institute institution intelligence investigations joint-stock journalists laboratory
laboratories lab labs league legislature library llc llp llc. lords ltd mafia management markets militia ministry mission
mosque motors movement museum nations navy network nhs office operations opera orchestra order organisation organization
parliament partners party patrol plc police politburo port post-office prison program project protection quartet regiment registry
resistance rotary school schools sciences secretariat securities senate service services shipyard society solutions
squad staff station stores strategies studio studios subcommittee supermarkets symphony synagogue systems taskforce team
technologies teamsters treasury tribunal troops trust trustees trustee unit union united university ventures volunteers watch watchdog
workers works investigation affairs security administration`.split(/\s+/),
);

/** First words that make "X of Y" or "X and Y" an organisation. Lower case. */
export const ORGANISATION_OPENERS: ReadonlySet<string> = new Set(
  `academy agency alliance army association bank board bureau center centers centre centres institutes colleges chamber church city-council college commission
committee confederation congress corporation council court daughters democratic-party department dept division embassy
faculty federation foundation fund general-assembly house institute international league library ministry museum national
office order organisation organization parliament party port-authority republic-guard school secretariat senate subcommittee
society sons supreme-court union university`.split(/\s+/),
);

/** Nouns of administration that open "X and Y Z", where Z is an organisation head ("Customs and Border Protection"). */
export const DOMAIN_NOUNS: ReadonlySet<string> = new Set(
  `agriculture alcohol aid arts business citizenship civil commerce crime culture customs defence defense development diversity
drug economic economy education emergency employment energy enforcement engineering environment environmental equality
ethics family finance fire fish fisheries food foreign forestry freedom harbour harbours harbor health heritage highways
home homeland housing human immigration industry information infrastructure innovation intelligence interior internal
investment justice labor labour land law loan media medical medicine mental mines motor natural nuclear occupational
oceanic oversight parks peace pensions planning police prisons public recreation refugee refugees research revenue
rights roads safety savings science securities security social sports standards state statistics sustainability tax
technology tobacco tourism trade traffic training transport transportation treasury veterans water welfare wildlife women work
works youth studies culture history prevention control space technology progress democracy development cooperation reform
constitutional politics elections privacy antiquities worship pensions skills communities equalities rehabilitation
probation correction corrections management budget appropriations reconciliation aging`.split(/\s+/),
);

/** Outlets known by one name or without an outlet's head word. Lower case. */
export const OUTLETS: ReadonlySet<string> = new Set(
  `reuters|ap|afp|upi|bbc|bbc news|cnn|nbc|nbc news|abc news|cbs|cbs news|fox news|msnbc|npr|pbs|bloomberg|politico|axios|vox
the hill|the associated press|associated press|agence france-presse|press association|al jazeera|the guardian|the observer
the independent|the economist|the atlantic|the new yorker|the intercept|the daily beast|the verge|breitbart|huffpost
huffington post|the huffington post|buzzfeed|buzzfeed news|propublica|newsweek|time magazine|vice news|usa today|xinhua|tass|interfax|der spiegel
die zeit|le monde|le figaro|el país|el pais|la repubblica|the washington post|washington post|the new york times|new york times
wall street journal|the wall street journal|financial times|los angeles times|cnbc|sky news|itv news|dpa|ansa|efe|kyodo|slate|salon|the onion|c-span|new yorker
mother jones|national review|rolling stone|vanity fair|business insider|mcclatchy|daily caller|deutsche welle|euronews
politifact|factcheck.org|snopes|realclearpolitics|real clear politics|fivethirtyeight|drudge report|zero hedge|the federalist|redstate
gawker|jezebel|gizmodo|techcrunch|mashable|new republic|the new republic|forbes|marketwatch|yahoo news|univision|telemundo|theblaze|the blaze
infowars|newsmax|hollywood reporter|espn|daily mail|mailonline|evening standard|itv|channel 4 news|gb news|lbc|rte|haaretz|jerusalem post
al arabiya|global times|people's daily|asahi shimbun|nikkei|times of india|the hindu|cbc|cbc news|ctv news|globe and mail|toronto star
le parisien|liberation|suddeutsche zeitung|frankfurter allgemeine zeitung|bild|die welt|ard|zdf|el mundo|corriere della sera|politiken
dagens nyheter|nrk|svt|nos|la stampa|o globo|folha de s.paulo|clarin|moscow times|novaya gazeta|meduza|kyiv post|kyiv independent
nfl network|voice of america|radio free europe|radio liberty|rt|c-span|weekly standard|the weekly standard|american prospect|texas tribune|christian science monitor|foreign affairs
foreign policy|new york daily news|new york post|the daily signal|talking points memo|think progress|thinkprogress|the week`.split(
    /[|\n]/,
  ),
);
/** Last words that make a capitalised sequence an outlet. Lower case. */
export const OUTLET_HEADS: ReadonlySet<string> = new Set(
  `times post journal herald tribune gazette courier chronicle telegraph mirror mail observer examiner inquirer enquirer
sentinel dispatch news globe bulletin echo express argus press newspaper newspapers magazine weekly daily register
star-tribune broadcasting radio television tv reporter digest beacon advertiser mercury bee sun intelligencer
post-dispatch post-gazette sun-times plain-dealer ledger republican-herald record review`.split(/\s+/),
);

/** Last words that make a capitalised sequence a law or a treaty. Lower case. */
export const LAW_HEADS: ReadonlySet<string> = new Set(
  'act bill law order amendment treaty code accord accords protocol constitution statute ordinance regulation convention charter resolution agreement pact clause'.split(
    ' ',
  ),
);

/** First words of operations and the like. */
export const OPERATION_OPENERS: ReadonlySet<string> = new Set([
  'operation',
  'exercise',
  'project',
  'task-force',
]);

/** Heads of natural features and of tracts of land: capitalised sequences that are places. */
export const LAND_HEADS: ReadonlySet<string> = new Set(
  `bay beach canyon coast county borough creek desert falls forest glacier gulf harbor harbour heights hill hills island islands
isle isles lake lakes mountain mountains mount ocean parish peninsula plateau prairie province reef region ridge river sea shore
strait township valley village ward zone basin delta archipelago glen moor loch fjord sound`.split(/\s+/),
);

/** Heads of buildings, roads and grounds. */
export const BUILDING_HEADS: ReadonlySet<string> = new Set(
  `airport avenue ave blvd boulevard bridge building canal castle cemetery dock docks drive estate expressway freeway highway hotel
inn jail lane mall motel palace park parkway penitentiary pier plaza port prison quay ranch rd road square stadium st
street terminal tower towers trail tunnel turnpike villa way wharf arena amphitheater barracks auditorium memorial
monument mosque cathedral synagogue temple pipeline reactor refinery dam lighthouse cafe restaurant diner tavern pub
nightclub racecourse marina pyramid airfield speedway coliseum`.split(/\s+/),
);

export const FACILITY_HEADS: ReadonlySet<string> = new Set([...LAND_HEADS, ...BUILDING_HEADS]);

/** Heads of facilities and lands that are surnames too: behind a given name, without an article, it is a person. */
export const SURNAME_HEADS: ReadonlySet<string> = new Set(
  `hill hills lake park parks rivers river woods forest bridge bridges castle ford marsh banks church house hall inn
ward parish way heath dock day young temple port post mail bush bell law bill bank guard hunt price mount moor glen sound
building power crew page fund may bishop knight cook king dean noble works gray dale wells court tower day march`.split(
    /\s+/,
  ),
);

/** What companies put behind their names. Lower case. */
export const COMPANY_FORMS: ReadonlySet<string> = new Set(
  'inc corp co ltd llc plc ag gmbh sa group holdings'.split(' '),
);
