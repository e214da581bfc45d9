/** What was fetched, as a web archive: WARC 1.1, each record packed by itself, written as it comes. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { WARC_1_1, WARCRecord, WARCSerializer, type WARCType } from 'warcio';
import { entityBody } from '../ingest/http-response.js';
import { ROBOTS } from '../ingest/warc.js';
import { StemmaError } from '../model/errors.js';
import { GENERATOR_VERSION } from '../model/version.js';
import { type Exchange, USER_AGENT } from './exchange.js';

/** What an address was asked for: the user wants the page there, or it is a robots.txt on the way to one. */
export type Purpose = 'page' | typeof ROBOTS;

export class Archive {
  #file: FileHandle | null = null;
  #records = 0;
  #size = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** The file is made with the first record, readable by its owner alone, and never goes over another. */
  constructor(readonly path: string) {}

  /** Bytes of the responses in it. */
  get size(): number {
    return this.#size;
  }

  get isEmpty(): boolean {
    return this.#records === 0;
  }

  /** The number of the response's record, from 1. Throws StemmaError where it cannot be written. */
  add(exchange: Exchange, purpose: Purpose): Promise<number> {
    this.#size += exchange.response.length;
    const done = this.#last.then(() => this.#add(exchange, purpose));
    this.#last = done.catch(() => {});
    return done;
  }

  async #add({ url, at, address, request, response, head }: Exchange, purpose: Purpose): Promise<number> {
    const date = at.toISOString();
    if (this.#records === 0)
      await this.#write('warcinfo', date, { 'WARC-Filename': basename(this.path) }, this.#about());
    const number = this.#records + 1;
    const of = { 'WARC-Target-URI': url.href, 'WARC-IP-Address': address };
    const id = await this.#write(
      'response',
      date,
      {
        ...of,
        'WARC-Payload-Digest': digest(entityBody(head, response.subarray(head.bodyAt))),
        // Other readers pass over the header.
        ...(purpose === ROBOTS && { 'WARC-Resource-Type': ROBOTS }),
      },
      response,
    );
    // Told, since warcio takes the block of a record for its payload.
    const nothing = { 'WARC-Payload-Digest': digest(new Uint8Array()) };
    await this.#write('request', date, { ...of, ...nothing, 'WARC-Concurrent-To': id }, request);
    return number;
  }

  #about(): Uint8Array {
    const fields = {
      software: `stemma/${GENERATOR_VERSION}`,
      format: 'WARC File Format 1.1',
      conformsTo: 'https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
      robots: 'obey',
      'http-header-user-agent': USER_AGENT,
    };
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
    return Buffer.from(lines.join(''));
  }

  /** The record's id. */
  async #write(
    type: WARCType,
    date: string,
    headers: { readonly [name: string]: string },
    block: Uint8Array,
  ): Promise<string> {
    const record = WARCRecord.create({ type, date, warcVersion: WARC_1_1, warcHeaders: { ...headers } }, [
      block,
    ]);
    // The block has its HTTP head already, as it came; made anew it would be another.
    record.httpHeaders = null;
    const bytes = await WARCSerializer.serialize(record, { gzip: true });
    try {
      this.#file ??= await open(this.path, 'wx', 0o600);
      await this.#file.writeFile(bytes);
    } catch (cause) {
      const { message } = cause as Error;
      throw new StemmaError('write', `cannot write ${this.path}: ${message}`, { cause });
    }
    this.#records++;
    return record.warcHeaders.headers.get('WARC-Record-ID') ?? '';
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#file?.close();
    this.#file = null;
  }
}

const digest = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
