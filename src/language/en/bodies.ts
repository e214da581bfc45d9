/**
 * Bodies that news knows by their letters: acronym → full name. Used only where the text itself gives the acronym and a
 * broken long form ("Department of Homeland acting Secretary"), since letters alone may be another country's body.
 */
export const BODIES: ReadonlyMap<string, string> = new Map([
  ['DHS', 'Department of Homeland Security'],
  ['HHS', 'Department of Health and Human Services'],
  ['HUD', 'Department of Housing and Urban Development'],
  ['DOJ', 'Department of Justice'],
  ['DOD', 'Department of Defense'],
  ['FBI', 'Federal Bureau of Investigation'],
  ['CIA', 'Central Intelligence Agency'],
  ['NSA', 'National Security Agency'],
  ['EPA', 'Environmental Protection Agency'],
  ['FDA', 'Food and Drug Administration'],
  ['FAA', 'Federal Aviation Administration'],
  ['SEC', 'Securities and Exchange Commission'],
  ['IRS', 'Internal Revenue Service'],
  ['CBP', 'Customs and Border Protection'],
  ['ICE', 'Immigration and Customs Enforcement'],
  ['CDC', 'Centers for Disease Control and Prevention'],
  ['FEMA', 'Federal Emergency Management Agency'],
  ['NHS', 'National Health Service'],
  ['NCA', 'National Crime Agency'],
  ['HMRC', 'His Majesty’s Revenue and Customs'],
  ['WHO', 'World Health Organization'],
  ['IMF', 'International Monetary Fund'],
  ['ECB', 'European Central Bank'],
  ['NATO', 'North Atlantic Treaty Organization'],
  ['IAEA', 'International Atomic Energy Agency'],
  ['UNHCR', 'United Nations High Commissioner for Refugees'],
]);
