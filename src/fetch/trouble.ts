/** Why an address gave no account: a rule and a sentence for its user. Never leaves this folder. */
export class Trouble extends Error {
  constructor(
    readonly rule: string,
    note: string,
    /** Whether another try may go better. */
    readonly passing = false,
  ) {
    super(note);
  }
}
