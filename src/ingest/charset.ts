/** Text in an encoding that something beside the bytes names, as the head of a part of a letter does. */
import iconv from 'iconv-lite';
import { decode } from './decode.js';

export interface CharsetText {
  /** Line ends as "\n"; null where the bytes are no text. */
  readonly text: string | null;
  /** Why the text may be wrong, or why there is none; else null. */
  readonly note: string | null;
}

/** Names that stand in messages by habit, whatever their bytes are: the bytes tell more. */
const BY_HABIT = /^(?:us-ascii|ascii|unknown(?:-8bit)?|x-unknown|8bit|7bit|binary|default|none)$/;
/** Control characters above this share are no text. */
const MAX_CONTROL_SHARE = 0.02;

/** The text of bytes in the encoding named, or in the one that the bytes tell where the name does not hold. */
export function decodeAs(bytes: Uint8Array, charset: string | null): CharsetText {
  const name = (charset ?? '').trim().toLowerCase().slice(0, 60);
  if (name === '' || BY_HABIT.test(name)) return detected(bytes, null);
  // Node 20's own decoder of these leaves out the quotes and dashes.
  if (/^(?:iso[-_]?8859-1|latin-?1|l1|cp-?1252|(?:x-)?windows-?1252)$/.test(name))
    return told(iconv.decode(bytes, 'windows-1252'));
  const decoder = decoderOf(name);
  if (decoder !== null) {
    try {
      return told(decoder.decode(bytes));
    } catch {
      return detected(bytes, `it does not hold the ${printable(name)} that it names`);
    }
  }
  if (iconv.encodingExists(name)) return told(iconv.decode(bytes, name));
  return detected(bytes, `it names the encoding "${printable(name)}", which is not known`);
}

function decoderOf(name: string): { decode(bytes: Uint8Array): string } | null {
  // Mail programs write these over what the web's encoding of that name reads.
  for (const label of [name, name.replace(/^(?:x-|cs)/, ''), name.replace(/^cp-?(?=125\d)/, 'windows-')]) {
    try {
      return new TextDecoder(label, { fatal: true });
    } catch {
      // Not a label of the web's; tried by another name.
    }
  }
  return null;
}

function detected(bytes: Uint8Array, note: string | null): CharsetText {
  const decoded = decode(bytes);
  if (decoded.text === null) return { text: null, note: decoded.reason };
  return {
    text: plainLines(decoded.text),
    note: note === null ? null : `${note}; ${decoded.encoding} was taken`,
  };
}

function told(text: string): CharsetText {
  let control = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32 && code !== 27)) control++;
  }
  if (control > MAX_CONTROL_SHARE * text.length) return { text: null, note: 'binary content, not text' };
  return { text: plainLines(text), note: null };
}

function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/^\ufeff|\0/g, '');
}

/** For messages: what an encoding's name may hold. */
function printable(name: string): string {
  return name.replace(/[^\w.:+-]/g, '?');
}
