/** Words of an office or of a role that speaks for a body. A role with none of them (resident, driver, victim) is private. */
export const OFFICES: ReadonlySet<string> = new Set(
  `president vice premier chancellor minister secretary undersecretary senator sen representative rep congressman
  congresswoman congressperson lawmaker legislator mp councillor councilor councilman councilwoman alderman mayor governor
  commissioner commissar ambassador envoy consul judge justice magistrate prosecutor attorney-general solicitor-general
  sheriff marshal chief superintendent inspector-general general admiral colonel commander captain director director-general
  chairman chairwoman chairperson chair head leader deputy administrator comptroller auditor ombudsman registrar clerk
  treasurer spokesman spokeswoman spokesperson speaker harbourmaster harbormaster harbour-master king queen prince princess
  pope archbishop bishop chancellor rector provost dean ceo executive founder editor publisher bailiff coroner constable
  taoiseach whip ranger premier counsel official officer aide adviser advisor`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** The office that heads a ministry, lower case: what of. */
export const MINISTER = /^(?:(\p{L}+) minister|minister (?:of|for) (\p{L}+))$/u;
