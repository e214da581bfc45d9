/** A message as a tree of its parts, by postal-mime: transfer encodings undone, headers as they stood. */
import iconv from 'iconv-lite';
import PostalMime, { addressParser, decodeWords } from 'postal-mime';

/** A message or a part of one. */
export interface MailPart {
  /** Media type, lower case, without parameters. */
  readonly type: string;
  /** Parameters of the media type by lower-case name. */
  readonly params: Readonly<Record<string, string>>;
  /** "inline", "attachment" or another word; null where the part says nothing. */
  readonly disposition: string | null;
  /** As given by the sender: a name to show, never a path. */
  readonly filename: string | null;
  /** With its angle brackets; null where it has none. */
  readonly contentId: string | null;
  /** Transfer encoding undone; empty for a part of parts. */
  readonly bytes: Uint8Array;
  readonly children: readonly MailPart[];
  /** The first header of this lower-case name as it stood, unfolded; null where there is none. */
  header(name: string): string | null;
}

/** More lines are no letter: 64 MB of an attachment in base64 have some 900,000. */
const MOST_LINES = 1_500_000;
const MOST_PARTS = 2_000;
/** The library keeps two chunks a line for parts without transfer encoding: they are joined when so many wait. */
const MOST_CHUNKS = 8_192;

/** What is used of the library's own tree; its public result has joined the text parts and lost all this of them. */
interface Node {
  readonly contentType: { readonly parsed: Structured };
  readonly contentDisposition: { readonly parsed: Structured };
  readonly contentId?: string;
  readonly contentDecoder: { chunks: (Uint8Array | string)[] } | null;
  readonly content: ArrayBuffer | null;
  readonly childNodes: readonly Node[];
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}
interface Structured {
  readonly value: string;
  readonly params: Readonly<Record<string, string>>;
}
interface Library {
  readonly root: Node;
  readonly currentNode: Node;
  parse(bytes: Uint8Array): Promise<unknown>;
  processLine(line: Uint8Array, isFinal: boolean): Promise<void>;
  collectNode(): Promise<void>;
  buildMessage(): object;
}
const Library = PostalMime as unknown as new (options: {
  readonly maxNestingDepth: number;
  readonly maxHeadersSize: number;
}) => Library;

/** The library's parser, stopped before it joins the text parts. */
class Parser extends Library {
  private last: Node | null = null;
  private parts = 0;
  /** Chunks of the part at hand that are joined already. */
  private joined = 0;

  override async processLine(line: Uint8Array, isFinal: boolean): Promise<void> {
    const node = this.currentNode;
    if (node !== this.last) {
      this.last = node;
      this.joined = 0;
      if (++this.parts > MOST_PARTS) throw new RangeError(`a message of more than ${MOST_PARTS} parts`);
    }
    const decoder = node.contentDecoder;
    if (
      decoder !== null &&
      !('maxChunkSize' in decoder) &&
      decoder.chunks.length > this.joined + MOST_CHUNKS
    ) {
      const waiting = decoder.chunks.splice(this.joined);
      const bytes = waiting.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
      decoder.chunks.push(new Uint8Array(Buffer.concat(bytes)));
      this.joined++;
    }
    return super.processLine(line, isFinal);
  }

  override async collectNode(): Promise<void> {}

  /** Lists of addresses are not asked for, and long ones are dear. */
  override buildMessage(): object {
    return {};
  }
}

/** Reads a message. Nested messages stay bytes. Throws on too many lines, parts, levels (64) or bytes of headers (1 MB). */
export async function readMailTree(bytes: Uint8Array): Promise<MailPart> {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1))
    if (++lines > MOST_LINES) throw new RangeError(`a message of more than ${MOST_LINES} lines`);
  const parser = new Parser({ maxNestingDepth: 64, maxHeadersSize: 1024 * 1024 });
  await parser.parse(bytes);
  return partOf(parser.root);
}

function partOf(node: Node): MailPart {
  const { value, params } = node.contentType.parsed;
  const disposition = node.contentDisposition.parsed;
  const filename = disposition.params.filename || params.name || '';
  return {
    // What is no media type counts as plain text (RFC 2045, 5.2).
    type: /^[\w.+-]+\/[\w.+-]+$/.test(value) ? value : 'text/plain',
    params,
    disposition: disposition.value || null,
    filename: filename === '' ? null : filledLine(decodeWords(filename)),
    contentId: node.contentId ?? null,
    bytes: new Uint8Array(node.content ?? new ArrayBuffer(0)),
    children: node.childNodes.map(partOf),
    header: (name) => node.headers.find(({ key }) => key === name)?.value ?? null,
  };
}

/** The text of a header: encoded words decoded, control characters and runs of white space as one space; null where none. */
export function headerText(part: MailPart, name: string): string | null {
  const raw = part.header(name);
  return raw === null ? null : filledLine(decodeWords(raw));
}

/** The first sender of the message: display name and address, null where not given. */
export function senderOf(part: MailPart): { readonly name: string | null; readonly address: string | null } {
  const first = addressParser((part.header('from') ?? '').slice(0, 2_000), { flatten: true })[0];
  return { name: filledLine(first?.name ?? ''), address: filledLine(first?.address ?? '') };
}

function filledLine(text: string): string | null {
  const line = text
    // Node 20 reads windows-1252, and Latin-1 as the web has it, without the quotes and dashes of that.
    .replace(/[\u0080-\u009f]/g, (char) => iconv.decode(Buffer.from(char, 'latin1'), 'windows-1252'))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? null : line;
}
