import { RELATIVES, TIME_WORDS } from '../language/en/phrase-bounds.js';
import type { Token } from '../text/parsed.js';
import type { Frame } from './frames.js';
import type { NameIndex } from './names/name-index.js';

/** "acting ICE Director" before a name: role and body. */
export function roleBefore(
  frame: Frame,
  from: number,
  to: number,
  index: NameIndex,
): { role: string | null; organisation: string | null } {
  const { words } = frame;
  const kept: string[] = [];
  let organisation: string | null = null;
  for (let i = from; i < to; i++) {
    const name = index.startingAt(frame, i);
    if (name !== null && name.to <= to && !index.isPerson(name.name)) {
      const body = index.names[name.name]!;
      if (isEmployer(index, name.name)) organisation ??= body.name;
      else kept.push(...words.slice(i, name.to).map((w) => w.text));
      i = name.to - 1;
      continue;
    }
    const w = words[i]!;
    if (w.norm === "'s" || w.norm === "'") {
      kept.length = 0;
      continue;
    }
    if (
      w.pos === 'DET' ||
      (w.pos === 'PUNCT' && w.text !== '-') ||
      HONORIFIC.test(w.norm) ||
      w.pos === 'PRON' ||
      TIME_WORDS.has(w.norm) ||
      w.pos === 'CCONJ'
    )
      continue;
    kept.push(w.text);
  }
  // "Sens. A and B": each is a senator.
  const role = kept
    .join(' ')
    .replace(/ (?:of|at|in|for|from)$/, '')
    .replace(/^(Sen|Rep|Gov|Drs|Prof)s\./, '$1.')
    .trim();
  return { role: role === '' ? null : role, organisation };
}

/** A body, or an acronym of one that is not spelt out. */
function isEmployer(index: NameIndex, name: number): boolean {
  return (
    index.isBody(name) ||
    (index.names[name]!.kind === 'other' && /^[A-Z]{2,6}$/.test(index.names[name]!.name))
  );
}

const HONORIFIC = /^(?:mr|mrs|ms|miss|mx|dr|sir|lord|lady|dame)\.?$/;

/** ", the acting head of Customs and Border Protection, who …" after a name: role and body. */
export function roleAfter(
  frame: Frame,
  from: number,
  to: number,
  index: NameIndex,
): { role: string | null; organisation: string | null } {
  const { words } = frame;
  let i = from;
  while (i < to && (words[i]!.pos === 'PUNCT' || words[i]!.pos === 'NUM')) {
    if (words[i]!.text === '(') while (i < to && words[i]!.text !== ')') i++;
    i++;
  }
  if (i >= to || RELATIVES.has(words[i]!.norm) || words[i]!.norm.endsWith('ing'))
    return { role: null, organisation: null };
  const start = i;
  let role: string[] = [];
  let organisation: string | null = null;
  let roleDone = false;
  for (; i < to; i++) {
    const w = words[i]!;
    if (RELATIVES.has(w.norm) || w.norm === 'during' || (w.text === ',' && i > start)) break;
    const name = index.startingAt(frame, i);
    if (name !== null && !index.isPerson(name.name) && name.to <= to) {
      const body = index.names[name.name]!;
      if (isEmployer(index, name.name)) {
        if (organisation === null) {
          const genitive =
            words[name.to]?.norm === "'s" &&
            (words[name.to + 1]?.pos === 'PROPN' || words[name.to + 1]?.pos === 'NOUN');
          const owned = genitive ? index.startingAt(frame, name.to + 1) : null;
          organisation = owned !== null && owned.to <= to ? textOf(words, i, owned.to) : body.name;
          if (owned !== null) {
            i = owned.to - 1;
            roleDone = role.length > 0;
            continue;
          }
        }
        i = name.to - 1;
        if (words[i + 1]?.norm === "'s") i++;
        continue;
      }
    }
    if (w.pos === 'ADP' || w.pos === 'VERB' || w.pos === 'SCONJ') roleDone = true;
    if (roleDone) continue;
    if (w.norm === "'s" || w.norm === "'") {
      role = [];
      continue;
    }
    if ((w.pos === 'DET' || w.pos === 'PRON') && role.length === 0) continue;
    role.push(w.text);
  }
  const text = role.join(' ').trim();
  if (PARTY_TAG.test(text)) return { role: null, organisation };
  const nominal = /[\p{L}]/u.test(text);
  return { role: nominal ? text : null, organisation };
}

/** "R-Ohio", "D-N . Y .": a party and a state are no role. */
const PARTY_TAG = /^[RDIL]\s?-\s?\p{Lu}/u;

function textOf(words: readonly Token[], from: number, to: number): string {
  let out = '';
  for (let i = from; i < to; i++)
    out += (i > from && words[i]!.start > words[i - 1]!.end ? ' ' : '') + words[i]!.text;
  return out;
}
