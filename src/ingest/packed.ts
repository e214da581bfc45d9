/** What archives share: which of their files are read, under which names, and how what they give is put together. */
import type { Message } from '../model/message.js';
import { compareStrings } from '../text/order.js';
import { about, type Ingested } from './document.js';
import type { Inside } from './inside.js';

/** A longer name is shortened: it is shown, never opened. */
const MOST_NAME = 400;

/** Something so much larger unpacked than packed, and of some size, is no text: deflate packs prose to a third. */
const MOST_FOLD = 200;
const LEAST_BOMB = 2 * 1024 * 1024;
/** What one bomb costs: after a few, nothing more is unpacked. */
const BOMB_BYTES = 64 * 1024 * 1024;

/** Whether what was unpacked so far shows a bomb; it is then counted as if it had been unpacked. */
export function isBomb(unpacked: number, packed: number, inside: Inside): boolean {
  if (unpacked <= LEAST_BOMB || unpacked <= packed * MOST_FOLD) return false;
  inside.take(BOMB_BYTES);
  return true;
}

/** The files of one archive, read one by one in any order and given by name. */
export interface PackedFiles {
  /** The name to use for a path in the archive; null for what is passed over, as hidden files are. */
  nameOf(path: string): string | null;
  /** Reads a file. Of files of one name the last counts, as when the archive is unpacked. */
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** Notes about a file, or about the archive where `name` is null. */
  tell(rule: string, severity: Message['severity'], name: string | null, note: string): void;
  /** Everything read so far, in order of the names. */
  finish(): Ingested;
}

export function packedFiles(ref: string, inside: Inside): PackedFiles {
  const read = new Map<string, Ingested>();
  const messages: Message[] = [];
  const twice = new Set<string>();
  let empty = 0;
  const tell: PackedFiles['tell'] = (rule, severity, name, note) => {
    messages.push(about(rule, severity, name === null ? ref : `${ref}!${name}`, note));
  };
  return {
    nameOf(path) {
      const name = cleanName(path);
      if (name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')) return null;
      if (name === '') {
        tell('unsafe-path', 'info', null, 'a file without a usable name; it was left out');
        return null;
      }
      if (leadsOut(path))
        tell('unsafe-path', 'info', name, 'its path leads out of the archive; only its name was used');
      return name;
    },
    async add(name, bytes) {
      if (bytes.length === 0) {
        empty++;
        return;
      }
      if (read.has(name)) twice.add(name);
      read.set(name, await inside.read({ ref: `${ref}!${name}`, bytes, type: null }));
    },
    tell,
    finish() {
      for (const name of twice)
        tell('duplicate-name', 'warning', name, 'several files of this name; the last was read');
      if (empty > 0)
        tell(
          'empty-document',
          'warning',
          null,
          empty === 1 ? '1 file in it is empty' : `${empty} files in it are empty`,
        );
      const all = [...read].sort(([a], [b]) => compareStrings(a, b)).map(([, ingested]) => ingested);
      return {
        documents: all.flatMap(({ documents }) => documents),
        messages: [...all.flatMap((ingested) => ingested.messages), ...messages],
      };
    },
  };
}

/** A path without what leads out of the archive, and without characters that would disturb a terminal. */
function cleanName(path: string): string {
  return path
    .slice(-4 * MOST_NAME)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part))
    .join('/')
    .slice(-MOST_NAME);
}

function leadsOut(path: string): boolean {
  return /^(?:[/\\]|[a-z]:[/\\])|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path);
}
