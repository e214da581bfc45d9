import {
  ATTITUDES,
  DECLINE_VERBS,
  DOUBLING_VERBS,
  FALSEHOODS,
  INTENT_VERBS,
  IRREGULAR_VERBS,
  OBJECT_VERBS,
  SAY_VERBS,
  TELL_VERBS,
  THINK_VERBS,
  URGE_VERBS,
  WANT_VERBS,
} from '../language/en/cues.js';
import { CLAUSE_OPENERS, POSSESSIVE } from '../language/en/phrase-bounds.js';
import type { Attitude } from '../model/analysis.js';
import type { Token } from '../text/parsed.js';
import { adjectiveCue } from './adjective-cues.js';
import type { Frame } from './frames.js';

export const SAY = 1;
export const TELL = 2;
export const THINK = 4;
export const WANT = 8;
export const URGE = 16;
export const OBJECT = 32;
/** Attributes only where negated: "would not provide", "did not respond". */
export const DECLINE = 64;

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';
export type Voice = 'finite' | 'passive' | 'participial' | 'infinitive';

/** A verb group that may attribute: words `from` to `to` of its frame (half-open), the verb itself at `verb`. */
export interface CueGroup {
  readonly from: number;
  readonly to: number;
  readonly verb: number;
  readonly lemma: string;
  readonly takes: number;
  readonly voice: Voice;
  readonly negated: boolean;
}

interface Particle {
  readonly words: readonly string[];
  readonly lemma: string;
  readonly takes: number;
}
interface Entry {
  readonly lemma: string;
  takes: number;
  readonly particles: Particle[];
}

const LEXICON = compile();
const NEGATION = new Set(["n't", 'not', 'never', 'nor']);
const BE = new Set([
  'be',
  'is',
  'are',
  'was',
  'were',
  'been',
  'being',
  "'s",
  "'re",
  'am',
  "'m",
  'get',
  'got',
]);
const MODALS = new Set([
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'shall',
  'should',
  'must',
  "'ll",
  "'d",
  'ca',
  'wo',
]);
const HAVE = new Set(['have', 'has', 'had', 'having', "'ve"]);
const DO = new Set(['do', 'does', 'did']);
/** Adverbs inside a group: "has repeatedly said". The tagger marks most; these it may not. */
const ADVERB = new Set([
  'also',
  'later',
  'then',
  'first',
  'once',
  'previously',
  'still',
  'already',
  'now',
  'just',
  'often',
  'even',
]);
const SUBJECTS = new Set([
  'i',
  'he',
  'she',
  'it',
  'we',
  'they',
  'you',
  'who',
  'that',
  'which',
  'others',
  'some',
  'many',
]);

/** Every verb group in the frame, outside quotations, whose verb is in the tables. */
export function findCueGroups(frame: Frame): CueGroup[] {
  const { words, speech } = frame;
  const groups: CueGroup[] = [];
  for (let i = 0; i < words.length; i++) {
    const forms = LEXICON.get(words[i]!.norm);
    if (speech[i] === 1) continue;
    const adjective = adjectiveCue(words, i);
    if (adjective !== null || forms === undefined) {
      const tag = adjective ?? unknownTag(frame, i);
      if (tag !== null) groups.push(tag);
      continue;
    }
    const group = groupAt(words, i, forms.entry, forms.form);
    if (group !== null) {
      groups.push(group);
      i = group.to - 1;
    }
  }
  return groups;
}

/** Whether a word is a form of a verb of saying. */
export function isSayVerb(norm: string): boolean {
  return ((LEXICON.get(norm)?.entry.takes ?? 0) & SAY) !== 0;
}

/** `…,” summarised Senor`: right after speech any verb before a name or pronoun is one of saying. */
function unknownTag({ words, speech }: Frame, i: number): CueGroup | null {
  const w = words[i]!;
  const next = words[i + 1];
  if (i === 0 || speech[i - 1] !== 1 || w.pos !== 'VERB' || !/(?:ed|s)$/.test(w.norm)) return null;
  if (next?.pos !== 'PROPN' && next?.pos !== 'PRON') return null;
  return { from: i, to: i + 1, verb: i, lemma: w.lemma, takes: SAY, voice: 'finite', negated: false };
}

/** What an attribution by this group does; `content`: the words it governs. */
export function attitudeOf(group: CueGroup, content: readonly Token[] = []): Attitude {
  const plain = ATTITUDES[group.lemma];
  const head = content[0];
  if (!group.negated && head !== undefined && INTENT_VERBS.has(group.lemma)) {
    const asked = plain === 'asks';
    const clause = CLAUSE_OPENERS.has(head.norm) && !(asked && head.norm === 'that');
    const noun = (group.takes & (OBJECT | URGE)) !== 0 && /^(?:DET|NOUN|PROPN|NUM|ADJ|PRON)$/.test(head.pos);
    if (!clause && (head.norm === 'to' || asked || noun)) return 'intends';
  }
  if (!group.negated && NAMES_AS.test(group.lemma) && content.some(deniesAt)) return 'denies';
  // "said nothing": there is nothing to attribute.
  if (!group.negated && plain === undefined && content.length === 1 && head!.norm === 'nothing')
    return 'declines';
  if (!group.negated) return plain ?? 'asserts';
  // Who does not deny a thing has not said it either.
  if (plain === 'denies') return 'declines';
  if (plain === 'doubts') return 'asserts';
  if (plain !== undefined) return plain;
  return (group.takes & (SAY | TELL | DECLINE)) !== 0 ? 'declines' : 'doubts';
}

const NAMES_AS = /^(?:call|describe|label|characteri[sz]e|dismiss|portray)$/;

function deniesAt({ norm }: Token, at: number, words: readonly Token[]): boolean {
  return FALSEHOODS.has(norm) || (norm === 'tale' && words[at - 1]?.norm === 'fairy');
}

function groupAt(words: readonly Token[], i: number, entry: Entry, form: VerbForm): CueGroup | null {
  let from = i;
  let negated = false;
  let be = false;
  let have = false;
  let helper = false;
  let to = false;
  for (let k = i - 1; k >= 0 && i - k <= 7; k--) {
    const { norm, pos } = words[k]!;
    if (NEGATION.has(norm)) negated = true;
    else if (BE.has(norm) && (pos !== 'PART' || norm !== "'s" || form === 'ing')) be = true;
    else if (HAVE.has(norm)) have = true;
    else if (MODALS.has(norm) || DO.has(norm)) helper = true;
    else if (norm === 'to' && form === 'base' && !to) to = true;
    else if ((pos === 'ADV' || ADVERB.has(norm)) && norm !== 'here' && norm !== 'there') {
      if (be || have || helper || k === i - 1 || words[k + 1]!.pos === 'ADV') {
        if (norm === 'when' || norm === 'how' || norm === 'why' || norm === 'where') break;
        from = k;
        continue;
      }
      break;
    } else break;
    from = k;
  }
  // A leading adverb at the start of the frame belongs to the sentence ("Earlier, …").
  let takes = entry.takes;
  let lemma = entry.lemma;
  let end = i + 1;
  for (const particle of entry.particles) {
    if (particle.words.every((w, n) => words[i + 1 + n]?.norm === w)) {
      takes = particle.takes;
      lemma = particle.lemma;
      end = i + 1 + particle.words.length;
      break;
    }
  }
  if (!negated) takes &= ~DECLINE;
  if (takes === 0) return null;
  const voice: Voice | null = voiceOf(words, i, from, form, be, have, helper, to);
  return voice === null ? null : { from, to: end, verb: i, lemma, takes, voice, negated };
}

function voiceOf(
  words: readonly Token[],
  i: number,
  from: number,
  form: VerbForm,
  be: boolean,
  have: boolean,
  helper: boolean,
  to: boolean,
): Voice | null {
  const word = words[i]!;
  const before = words[from - 1];
  const after = words[i + 1];
  // A noun takes no "it": the tagger erred on "put it".
  const verbal = word.pos === 'VERB' || word.pos === 'AUX' || after?.norm === 'it';
  if (form === 'ing') {
    if (be) return 'finite';
    if (before?.pos === 'DET' || before?.pos === 'ADJ' || before?.norm === "'s") return null;
    return verbal || before?.text === ',' ? 'participial' : null;
  }
  if (be && (form === 'past' || form === 'participle')) return 'passive';
  if (form === 'base') {
    if (to) return 'infinitive';
    if (helper) return 'finite';
  }
  // "known" and "seen" alone are no finite verbs.
  if (form === 'participle' && !have && !helper) return null;
  if (have || helper) return form === 'participle' || form === 'past' || form === 'base' ? 'finite' : null;
  // "like" is a verb of wishing only where an auxiliary or a pronoun makes it one.
  if (word.norm === 'like' && before?.pos !== 'PRON') return null;
  const subjectLike =
    before !== undefined &&
    (SUBJECTS.has(before.norm) ||
      before.pos === 'PROPN' ||
      (before.pos === 'NOUN' && (form !== 'base' || before.norm.endsWith('s'))));
  if (before !== undefined && POSSESSIVE.has(before.norm)) return null;
  if (before !== undefined && (before.pos === 'DET' || before.norm === "'s") && !SUBJECTS.has(before.norm))
    return null;
  if (form === 'past' || form === 'participle') {
    if (after?.norm === 'by') return null;
    if (before?.pos === 'ADJ' && words[from - 2]?.pos !== 'NOUN') return null;
    if (before?.pos === 'ADP') return null;
    // "the raids and added manpower": a participle before its noun.
    if (before?.pos === 'CCONJ' && /^(?:NOUN|ADJ)$/.test(after?.pos ?? '') && entryIsBare(word.norm))
      return null;
    return verbal ? 'finite' : null;
  }
  if (verbal) return before?.pos === 'ADP' ? null : 'finite';
  if (!subjectLike) return null;
  // "…, statistics show.": at the end only a plural noun and its verb.
  const closes = after === undefined || after.text === '.';
  const opens = closes
    ? tagsQuote(words, from) ||
      (form === 'base' && before.pos === 'NOUN' && before.norm.endsWith('s') && words[from - 2]?.text === ',')
    : after.norm === 'that' ||
      after.norm === 'to' ||
      /^[“"‘:]/.test(after.text) ||
      after.pos === 'DET' ||
      after.pos === 'PROPN' ||
      after.pos === 'PRON';
  return opens ? 'finite' : null;
}

/** `…,” the letter states.`: a short subject and a verb right behind a closing mark. */
function tagsQuote(words: readonly Token[], verb: number): boolean {
  let k = verb - 1;
  while (k > 0 && verb - k < 6 && /^(?:DET|ADJ|NOUN|PROPN)$/.test(words[k]!.pos)) k--;
  return k < verb - 1 && /^(?:["”’»]|'')$/.test(words[k]?.text ?? '');
}

/** Verbs that are mostly adjectives where a noun follows without an article. */
function entryIsBare(norm: string): boolean {
  return /^(?:added|reported|alleged|planned|proposed|promised|estimated|revealed|stated|expected|projected)$/.test(
    norm,
  );
}

function compile(): Map<string, { entry: Entry; form: VerbForm }> {
  const entries = new Map<string, Entry>();
  const lists: readonly (readonly [string, number])[] = [
    [SAY_VERBS, SAY],
    [TELL_VERBS, TELL],
    [THINK_VERBS, THINK],
    [WANT_VERBS, WANT],
    [URGE_VERBS, URGE],
    [OBJECT_VERBS, OBJECT],
    [DECLINE_VERBS, DECLINE],
  ];
  for (const [list, flag] of lists) {
    for (const item of list.split(' ')) {
      const [verb, ...rest] = item.split('_') as [string, ...string[]];
      let entry = entries.get(verb);
      if (entry === undefined) {
        entry = { lemma: verb, takes: 0, particles: [] };
        entries.set(verb, entry);
      }
      if (rest.length === 0) entry.takes |= flag;
      else {
        const known = entry.particles.findIndex((p) => p.lemma === item);
        const takes = flag | (known >= 0 ? entry.particles[known]!.takes : 0);
        if (known >= 0) entry.particles.splice(known, 1);
        entry.particles.push({ words: rest, lemma: item, takes });
        entry.particles.sort((a, b) => b.words.length - a.words.length);
      }
    }
  }
  const irregular = new Map(
    IRREGULAR_VERBS.split(',').map((row) => {
      const [base, past, participle] = row.trim().split(' ') as [string, string, string];
      return [base, { past, participle }] as const;
    }),
  );
  const doubling = new Set(DOUBLING_VERBS.split(' '));
  const forms = new Map<string, { entry: Entry; form: VerbForm }>();
  const add = (word: string, entry: Entry, form: VerbForm) => {
    if (!forms.has(word)) forms.set(word, { entry, form });
  };
  for (const [verb, entry] of entries) {
    const stem = doubling.has(verb) ? verb + verb.at(-1) : verb;
    const past = irregular.get(verb);
    add(
      past?.past ??
        (/[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : verb.endsWith('e') ? `${verb}d` : `${stem}ed`),
      entry,
      'past',
    );
    if (past !== undefined) add(past.participle, entry, 'participle');
    add(
      /[^aeiou]y$/.test(verb)
        ? `${verb.slice(0, -1)}ies`
        : /(?:s|sh|ch|x|z)$/.test(verb)
          ? `${verb}es`
          : `${verb}s`,
      entry,
      's',
    );
    add(
      /[^e]e$/.test(verb)
        ? verb.endsWith('ie')
          ? `${verb.slice(0, -2)}ying`
          : `${verb.slice(0, -1)}ing`
        : `${stem}ing`,
      entry,
      'ing',
    );
    add(verb, entry, 'base');
  }
  return forms;
}
