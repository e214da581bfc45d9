/** One line of eval/RESULTS.md. `ours` is null where the evaluation could not run, with the reason in the note. */
export interface Result {
  readonly set: string;
  readonly metric: string;
  readonly ours: number | null;
  /** Best published figure as text, '–' where there is none. */
  readonly published: string;
  readonly note?: string;
}
