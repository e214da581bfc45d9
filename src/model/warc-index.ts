/** A record of a web archive that replay can look up by address. */
export interface IndexedRecord {
  readonly url: string;
  /** WARC-Date as it stands there. */
  readonly date: string;
  /** Media type; "unk" where nothing tells, "warc/revisit" where the record refers to another. */
  readonly mime: string;
  /** Of HTTP; 200 for a file. */
  readonly status: number;
  /** WARC-Payload-Digest; null where it has none. */
  readonly digest: string | null;
  /** Where its packed bytes lie in the archive. */
  readonly offset: number;
  readonly length: number;
}
