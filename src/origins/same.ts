/** Which two roots may be the same. Nothing is ever taken to *be* the same because it may be. */
import { ISSUER } from '../language/en/documents.js';
import { MINISTER } from '../language/en/offices.js';
import type { Ground, Source } from '../model/record.js';
import { bareName, type StoryView } from './story.js';

/** `alike`: whether two sources may be. */
export function mayBeSame(a: Ground, b: Ground, alike: (x: string, y: string) => boolean): boolean {
  if (a.root === b.root) return true;
  if (a.as === 'unknown' || b.as === 'unknown') return true;
  // A hearing that is not shown may be any other; two that are shown are two.
  if (a.as === 'hearing' || b.as === 'hearing') return !(a.shown && b.shown);
  if (a.as === 'voice' && !a.shown) return true;
  if (b.as === 'voice' && !b.shown) return true;
  if (a.as === 'voice' || b.as === 'voice') return false;
  if (a.kin.includes(b.root) || b.kin.includes(a.root)) return true;
  return alike(a.root, b.root);
}

/** Whether two sources may be the same, by what the story tells of them. */
export function sourcesMayBeSame(a: string, b: string, view: StoryView): boolean {
  const [x, y] = [view.source(a), view.source(b)];
  if (!x || !y) return true;
  return (
    unnamedMayBe(x, y) ||
    unnamedMayBe(y, x) ||
    oneName(x, y) ||
    speaksFor(x, y) ||
    speaksFor(y, x) ||
    ofOneBody(x, y) ||
    issued(x, y, view) ||
    issued(y, x, view) ||
    view.speaksThrough(a, b) ||
    view.speaksThrough(b, a) ||
    alikeDocuments(x, y, view)
  );
}

function unnamedMayBe(x: Source, y: Source): boolean {
  if (x.kind === 'unknown') return true;
  return (
    x.kind === 'people' &&
    !x.named &&
    (y.kind === 'people' || y.kind === 'person' || y.kind === 'organisation')
  );
}

const names = (source: Source): readonly string[] =>
  [source.name, ...source.aliases].map(bareName).filter((n) => n !== '');

/** Two of one kind, the words of one name all in the other's: "Ruiz" may be any Ruiz, "the board" the Harbour Board. */
function oneName(x: Source, y: Source): boolean {
  if (x.kind !== y.kind || x.kind === 'document') return false;
  const words = (name: string): readonly string[] => name.split(' ');
  const within = (a: readonly string[], b: readonly string[]): boolean => a.every((word) => b.includes(word));
  return names(x).some((a) => names(y).some((b) => within(words(a), words(b)) || within(words(b), words(a))));
}

/** x belongs to the body y, or speaks for the person y ("a spokesman for Mayor Ines Calder"). */
function speaksFor(x: Source, y: Source): boolean {
  if (y.kind === 'person') {
    const full = names(y).filter((name) => name.includes(' '));
    return (
      x.kind === 'person' && described(x).some((words) => full.some((name) => words.includes(` ${name} `)))
    );
  }
  const body = bodyOf(x);
  if (body === null || (y.kind !== 'organisation' && y.kind !== 'outlet')) return false;
  return names(y).some(
    (name) => name === body || ` ${body} `.includes(` ${name} `) || ` ${name} `.includes(` ${body} `),
  );
}

/** Two who speak for one body. */
function ofOneBody(x: Source, y: Source): boolean {
  const body = bodyOf(x);
  return body !== null && body === bodyOf(y);
}

/** The body that somebody belongs to as the accounts say, or that the office heads ("the transport minister"); or null. */
function bodyOf({ organisation, role }: Source): string | null {
  if (organisation !== null) return bareName(organisation);
  const minister = role === null ? null : MINISTER.exec(bareName(role));
  return minister === null ? null : `ministry of ${minister[1] ?? minister[2]}`;
}

/** How the accounts describe somebody: "Lorne Pettick, the chief inspector of the harbour police". */
const described = ({ mentions }: Source): readonly string[] =>
  mentions.map(({ exact }) => ` ${bareName(exact)} `);

/** x is a document that y issued, signed or speaks for the issuer of. */
function issued(x: Source, y: Source, view: StoryView): boolean {
  if (x.kind !== 'document' || y.kind === 'document') return false;
  const issuers = view
    .locals(x.id)
    .flatMap((local) => (local.document?.issuer ? [bareName(local.document.issuer)] : []))
    .concat(x.organisation === null ? [] : [bareName(x.organisation)])
    .concat(
      described(x).flatMap((words) => {
        const issuer = ISSUER.exec(words);
        return issuer === null ? [] : [(issuer[1] ?? issuer[2])!];
      }),
    );
  // "The statement from his lawyer, Ana Ruiz" names its author; unnamed people may have signed any letter.
  const called = [...names(y), ...(y.organisation === null ? [] : [bareName(y.organisation)])];
  if (y.named && described(x).some((words) => called.some((name) => words.includes(` ${name} `))))
    return true;
  if (y.kind === 'people' && !y.named && view.locals(x.id).some((local) => local.document?.type === 'letter'))
    return true;
  // Of a document whose issuer nobody tells, any body, and whoever speaks for one, may be the issuer.
  if (issuers.length === 0 && !isRegister(x, view))
    return y.kind === 'organisation' || SPEAKS.test(y.role ?? '');
  const bodies = [...called.map((name) => ` ${name} `), ...(y.kind === 'person' ? described(y) : [])];
  return issuers.some((issuer) =>
    bodies.some((body) => body.includes(` ${issuer} `) || ` ${issuer} `.includes(body)),
  );
}

const SPEAKS = /\b(?:spokes\w+|press|media|communications)\b/i;

/** A law, a docket, a register: its issuer is no party to what it says. */
function isRegister(source: Source, view: StoryView): boolean {
  return view.locals(source.id).some((local) => local.document?.publicRecord);
}

/** Words of a name all begin with a capital, save these. "Four mayors" and "Kessock and three others" may be the same. */
const NAME = /^(?:[Tt]he )?\p{Lu}\S*(?: (?:\p{Lu}\S*|of|and|for|the|on|in|de|&))*$/u;

const issuerName = (issuer: string | null): string | null =>
  issuer !== null && NAME.test(issuer) ? bareName(issuer) : null;

/** Two documents whose descriptions do not differ in kind, issuer, number of signatories or date. */
function alikeDocuments(x: Source, y: Source, view: StoryView): boolean {
  if (x.kind !== 'document' || y.kind !== 'document') return false;
  const told = <T>(
    id: string,
    of: (traits: NonNullable<ReturnType<StoryView['locals']>[number]['document']>) => T | null,
  ): Set<T> =>
    new Set(
      view
        .locals(id)
        .flatMap((local) => (local.document ? [of(local.document)] : []))
        .filter((v): v is Awaited<T> & T => v !== null),
    );
  const differ = <T>(s: Set<T>, t: Set<T>): boolean =>
    s.size > 0 && t.size > 0 && ![...s].some((v) => t.has(v));
  const type = (id: string) => told(id, (d) => (d.type === 'document' ? null : d.type));
  return !(
    differ(type(x.id), type(y.id)) ||
    differ(
      told(x.id, (d) => issuerName(d.issuer)),
      told(y.id, (d) => issuerName(d.issuer)),
    ) ||
    differ(
      told(x.id, (d) => d.signatories),
      told(y.id, (d) => d.signatories),
    ) ||
    differ(
      told(x.id, (d) => d.date),
      told(y.id, (d) => d.date),
    )
  );
}
