/** A failed read or write. Turned into an exit status or JSON only at the edge (cli, server). */
export class StemmaError extends Error {
  override readonly name = 'StemmaError';
  constructor(
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
