import { type FrameView, NOTHING, PAD, pair } from './fast-view.js';

/** Features of a word: one of each template. */
export const TEMPLATES = 117;

const SALTS = Int32Array.from({ length: TEMPLATES }, (_, template) => Math.imul(template + 1, 0x9e3779b1));

/**
 * Writes the hashed features of the frame's words, `[word * TEMPLATES + template]`, 32 bits each, into `out`, which
 * must have room for them.
 */
export function writeFeatures(view: FrameView, out: Int32Array): void {
  const { size } = view;
  for (let i = 0; i < size; i++) {
    let at = i * TEMPLATES;
    at = words(view, i, out, at);
    at = tags(view, i, out, at);
    at = rules(view, i, out, at);
    at = quotes(view, i, out, at);
    at = cues(view, i, out, at);
    place(view, i, out, at);
  }
  for (let at = 0, t = 0; at < size * TEMPLATES; at++) {
    // The finaliser of MurmurHash3 (Appleby), salted by template.
    let h = Math.imul(out[at]! ^ SALTS[t]!, 0x85ebca6b);
    h ^= h >>> 13;
    h = Math.imul(h, 0xc2b2ae35);
    out[at] = h ^ (h >>> 16);
    t = t + 1 === TEMPLATES ? 0 : t + 1;
  }
}

/** The words around, their lemmas, and what their letters tell. */
function words(view: FrameView, i: number, out: Int32Array, start: number): number {
  const { norm, lemma, pos, shape, ending } = view;
  const k = i + PAD;
  const form = view.forms[i]!;
  const before = norm[k - 1]!;
  const word = norm[k]!;
  const next = norm[k + 1]!;
  const tag = pos[k]!;
  let at = start;
  out[at++] = 0;
  out[at++] = norm[k - 3]!;
  out[at++] = norm[k - 2]!;
  out[at++] = before;
  out[at++] = word;
  out[at++] = next;
  out[at++] = norm[k + 2]!;
  out[at++] = norm[k + 3]!;
  out[at++] = lemma[k - 1]!;
  out[at++] = lemma[k]!;
  out[at++] = lemma[k + 1]!;
  out[at++] = pair(norm[k - 2]!, before);
  out[at++] = pair(before, word);
  out[at++] = pair(word, next);
  out[at++] = pair(next, norm[k + 2]!);
  out[at++] = pair(before, next);
  out[at++] = pair(pair(before, word), next);
  out[at++] = pair(pair(norm[k - 2]!, before), word);
  out[at++] = pair(pair(word, next), norm[k + 2]!);
  out[at++] = pair(lemma[k]!, pos[k + 1]!);
  out[at++] = pair(lemma[k]!, pos[k - 1]!);
  out[at++] = pair(before, tag);
  out[at++] = pair(next, tag);
  out[at++] = pair(before, tag * 32 + pos[k + 1]!);
  out[at++] = pair(lemma[k - 1]!, pair(lemma[k]!, pos[k + 1]!));
  out[at++] = shape[k - 1]! * 1024 + form.shape * 32 + shape[k + 1]!;
  out[at++] = form.shape * 32 + tag;
  out[at++] = form.prefix;
  out[at++] = form.suffix;
  out[at++] = form.ending;
  out[at++] = ending[k - 1]!;
  out[at++] = ending[k + 1]!;
  return at;
}

/** Parts of speech around. */
function tags({ pos }: FrameView, i: number, out: Int32Array, start: number): number {
  const k = i + PAD;
  const p2 = pos[k - 2]!;
  const p1 = pos[k - 1]!;
  const p = pos[k]!;
  const n1 = pos[k + 1]!;
  const n2 = pos[k + 2]!;
  let at = start;
  out[at++] = pos[k - 3]!;
  out[at++] = p2;
  out[at++] = p1;
  out[at++] = p;
  out[at++] = n1;
  out[at++] = n2;
  out[at++] = pos[k + 3]!;
  out[at++] = p2 * 32 + p1;
  out[at++] = p1 * 32 + p;
  out[at++] = p * 32 + n1;
  out[at++] = n1 * 32 + n2;
  out[at++] = (p2 * 32 + p1) * 32 + p;
  out[at++] = (p1 * 32 + p) * 32 + n1;
  out[at++] = (p * 32 + n1) * 32 + n2;
  out[at++] = (((p2 * 32 + p1) * 32 + p) * 32 + n1) * 32 + n2;
  return at;
}

/** What the rules found here. */
function rules(view: FrameView, i: number, out: Int32Array, start: number): number {
  const { norm, pos, rule, said, quote } = view;
  const k = i + PAD;
  const before = rule[k - 1]!;
  const own = rule[k]!;
  const next = rule[k + 1]!;
  const three = (before * 32 + own) * 32 + next;
  let at = start;
  out[at++] = rule[k - 2]!;
  out[at++] = before;
  out[at++] = own;
  out[at++] = next;
  out[at++] = rule[k + 2]!;
  out[at++] = before * 32 + own;
  out[at++] = own * 32 + next;
  out[at++] = three;
  out[at++] = (rule[k - 2]! * 32768 + three) * 32 + rule[k + 2]!;
  out[at++] = pair(three, rule[k - 3]! * 32 + rule[k + 3]!);
  out[at++] = own * 32 + pos[k]!;
  out[at++] = pair(own, norm[k]!);
  out[at++] = pair(own, view.lemma[k]!);
  out[at++] = pair(own, norm[k + 1]!);
  out[at++] = pair(own, norm[k - 1]!);
  out[at++] = pair(before * 32 + own, norm[k]!);
  out[at++] = pair(before * 32 + own, pos[k]!);
  out[at++] = pair(before * 32 + own, norm[k - 1]!);
  out[at++] = pair(own * 32 + next, norm[k + 1]!);
  out[at++] = pair(three, quote[k]!);
  out[at++] = pair(three, (pos[k - 1]! * 32 + pos[k]!) * 32 + pos[k + 1]!);
  out[at++] = said[k]!;
  out[at++] = pair(said[k]!, three);
  out[at++] = pair(said[k - 1]!, pair(said[k]!, three));
  out[at++] = pair(said[k + 1]!, three);
  out[at++] = pair(said[k - 1]!, three);
  return at;
}

/** Where the word stands among quotation marks. */
function quotes(view: FrameView, i: number, out: Int32Array, start: number): number {
  const { norm, pos, rule, quote } = view;
  const k = i + PAD;
  let at = start;
  out[at++] = quote[k - 1]!;
  out[at++] = quote[k]!;
  out[at++] = quote[k + 1]!;
  out[at++] = (quote[k - 1]! * 32 + quote[k]!) * 32 + quote[k + 1]!;
  out[at++] = quote[k]! * 32 + pos[k]!;
  out[at++] = pair(quote[k]!, norm[k]!);
  out[at++] = pair(quote[k]! * 32 + rule[k]!, pos[k]!);
  return at;
}

/** Verb groups that may attribute: here, the last and the next one. */
function cues(view: FrameView, i: number, out: Int32Array, start: number): number {
  const { norm, pos, rule, cue, mark } = view;
  const k = i + PAD;
  const own = rule[k]!;
  const three = (rule[k - 1]! * 32 + own) * 32 + rule[k + 1]!;
  let at = start;
  out[at++] = cue[k - 1]!;
  out[at++] = cue[k]!;
  out[at++] = cue[k + 1]!;
  out[at++] = pair(cue[k]!, pos[k]!);
  out[at++] = pair(cue[k]!, three);
  out[at++] = pair(cue[k - 1]!, cue[k + 1]!);
  const l = view.leftCue[i]!;
  const leftLemma = l < 0 ? NOTHING : view.cueLemma[l]!;
  const leftKind = l < 0 ? NOTHING : view.cueKind[l]!;
  const left = l < 0 ? 9 : step(i - view.cues[l]!.to);
  const opener = view.openerSinceCue[i]!;
  const since = view.markSinceCue[i]!;
  out[at++] = pair(leftLemma, left);
  out[at++] = pair(leftLemma, own);
  out[at++] = pair(leftKind, left * 32 + own);
  out[at++] = pair(leftLemma, pair(norm[k]!, left < 3 ? 1 : 0));
  out[at++] = pair(leftLemma, pair(pos[k]!, Math.min(left, 3)));
  out[at++] = pair(leftLemma, pair(opener, since));
  out[at++] = pair(leftKind, pair(opener, since * 32 + own));
  out[at++] = pair(leftKind, pair(since, (mark[k]! * 32 + own) * 32 + pos[k]!));
  const r = view.rightCue[i]!;
  const rightLemma = r < 0 ? NOTHING : view.cueLemma[r]!;
  const rightKind = r < 0 ? NOTHING : view.cueKind[r]!;
  const rightAt = r < 0 ? view.size : view.cues[r]!.from;
  const right = r < 0 ? 9 : step(rightAt - i);
  out[at++] = pair(rightLemma, right);
  out[at++] = pair(rightLemma, own);
  out[at++] = pair(rightKind, right * 32 + own);
  out[at++] = pair(rightKind, pair(pos[k]!, Math.min(right, 3)));
  out[at++] = pair(rightKind, (view.rightMarkAt[i]! < rightAt ? view.rightMark[i]! : 0) * 32 + own);
  return at;
}

/** Marks, verbs, openers and quotations to the left and right; place in the frame and on the page. */
function place(view: FrameView, i: number, out: Int32Array, start: number): number {
  const { pos, rule, quote, frame, size } = view;
  const k = i + PAD;
  const own = rule[k]!;
  const quoted = own * 2 + (quote[k] === 0 ? 0 : 1);
  let at = start;
  out[at++] = (view.leftMark[i]! * 32 + step(i - view.leftMarkAt[i]!)) * 32 + own;
  out[at++] = (view.rightMark[i]! * 32 + step(view.rightMarkAt[i]! - i)) * 32 + own;
  out[at++] = ((view.leftMark[i]! * 32 + view.rightMark[i]!) * 32 + own) * 32 + pos[k]!;
  out[at++] = view.commas[i]! * 32 + own;
  out[at++] = pair(view.leftVerb[i]!, step(i - view.leftVerbAt[i]!));
  out[at++] = pair(view.leftVerb[i]!, pos[k]! * 32 + pos[k + 1]!);
  out[at++] = pair(view.rightVerb[i]!, step(view.rightVerbAt[i]! - i));
  out[at++] = pair(view.rightVerb[i]!, pos[k]!);
  out[at++] = pair(view.opener[i]!, step(i - view.openerAt[i]!) * 32 + own);
  out[at++] = step(i - view.leftQuoteAt[i]!) * 32 + quoted;
  out[at++] = step(view.rightQuoteAt[i]! - i) * 32 + quoted;
  out[at++] = step(i) * 32 + own;
  out[at++] = step(size - 1 - i) * 32 + own;
  out[at++] = (i === 0 ? 1 : i === size - 1 ? 2 : view.opens[k] === 1 ? 3 : 0) * 32 + pos[k]!;
  out[at++] = (frame.headline ? 2 : frame.display ? 1 : 0) * 32 + own;
  out[at++] = (view.before * 32 + own) * 32 + quote[k]!;
  out[at++] = (view.before * 32 + Math.min(i, 2)) * 32 + pos[k]!;
  out[at++] = step(size >> 1) * 32 + Math.min(view.cues.length, 4);
  return at;
}

/** A distance in words, in nine steps. */
function step(distance: number): number {
  if (distance < 4) return distance;
  if (distance < 6) return 4;
  if (distance < 9) return 5;
  if (distance < 15) return 6;
  return distance < 30 ? 7 : 8;
}
