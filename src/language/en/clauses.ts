/** Conjunctions whose finite clause asserts something of its own: "…, because he had lost his job". */
export const ASSERTING_SUBORDINATORS: ReadonlySet<string> = new Set(
  'after because while whereas although though since as'.split(' '),
);

/** Conjunctions whose clause stays inside the assertion it qualifies. */
export const DEPENDENT_SUBORDINATORS: ReadonlySet<string> = new Set(
  `that whether how why what whatever when whenever where wherever until till before once lest than whoever however
  so`.split(/\s+/),
);

/** Conjunctions that make the assertion conditional. */
export const CONDITIONALS: ReadonlySet<string> = new Set('if unless provided assuming'.split(' '));

export const RELATIVES: ReadonlySet<string> = new Set('which who whom whose that where when'.split(' '));

export const COORDINATORS: ReadonlySet<string> = new Set('and but or nor yet so &'.split(' '));

/** Pronouns that can only be, or usually are, subjects. */
export const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(
  'i you he she it we they who which that this these those there what one someone everyone nobody'.split(' '),
);

/** Words trimmed from the start of an assertion: they join it to what stands before. */
export const LINKERS: ReadonlySet<string> = new Set(
  'and but or nor yet so that because after although though while whereas since as even just only & plus then'.split(
    ' ',
  ),
);
