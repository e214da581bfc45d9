/** The paragraphs of a .docx, by mammoth's reading of its XML. Runs on the thread (office-thread.ts). */
import { strFromU8, strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { unpack } from './docx-package.js';
import { cleanString } from './strings.js';

/** A paragraph as laid out. */
export interface DocxParagraph {
  readonly text: string;
  /** Name of its style in lower case, English for built-in styles in any language of Word; "" where none. */
  readonly style: string;
  readonly place: 'text' | 'list' | 'table' | 'note';
}

export interface DocxRead {
  readonly paragraphs: readonly DocxParagraph[];
  /** Insertions, deletions or moves under review. */
  readonly tracked: boolean;
  readonly comments: number;
}

/** mammoth's document model, as far as it is used here. */
interface Element {
  readonly type: string;
  readonly children?: readonly Element[];
  readonly value?: string;
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: object | null;
  readonly highlight?: string | null;
  readonly breakType?: string;
  readonly checked?: boolean;
  readonly body?: readonly Element[];
  readonly noteType?: string;
  readonly noteId?: string;
}

interface Root extends Element {
  readonly notes: { resolve(reference: Element): Element | null };
}

/** Hidden text is marked by a colour that no one can choose, since mammoth tells colours and does not tell hidden text. */
const HIDDEN = 'hidden-text';
const TRACKED = /<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel)[\s/>]/;

/** Sends one DocxRead. Rejects where it is no document. */
export async function docxParagraphs(bytes: Uint8Array, receive: (read: DocxRead) => void): Promise<void> {
  const parts: { [name: string]: Uint8Array } = Object.create(null);
  let tracked = false;
  let comments = 0;
  for (const [name, part] of unpack(bytes)) {
    parts[name] = part;
    if (!name.endsWith('.xml')) continue;
    const xml = strFromU8(part);
    tracked ||= TRACKED.test(xml);
    comments += xml.split('<w:commentReference').length - 1;
    if (xml.includes('<w:vanish')) parts[name] = strToU8(markHidden(xml));
  }
  const root = await modelOf(zipSync(parts, { level: 0 }));
  receive({ paragraphs: paragraphsOf(root), tracked, comments });
}

function markHidden(xml: string): string {
  return xml.replace(/<w:vanish(?:\s[^<>]*)?\/?>/g, (tag) =>
    /w:val\s*=\s*["'](?:0|false|off)["']/.test(tag) ? tag : `<w:highlight w:val="${HIDDEN}"/>`,
  );
}

/** What mammoth reads, taken before it makes HTML of it. */
async function modelOf(docx: Uint8Array): Promise<Root> {
  let root: Root | null = null;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(docx) },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      transformDocument(document: Root) {
        root = document;
        return { ...document, children: [] };
      },
    },
  );
  if (root === null) throw new Error('it holds no document');
  return root;
}

function paragraphsOf(root: Root): DocxParagraph[] {
  const paragraphs: DocxParagraph[] = [];
  const references = new Map<string, Element>();

  const walk = (elements: readonly Element[], place: 'text' | 'table' | 'note'): void => {
    for (const element of elements) {
      if (element.type === 'paragraph') addParagraph(element, place);
      else if (element.children !== undefined)
        walk(element.children, place === 'text' && element.type === 'table' ? 'table' : place);
    }
  };
  const addParagraph = (paragraph: Element, place: 'text' | 'table' | 'note'): void => {
    const pieces: string[] = [];
    /** Paragraphs inside the paragraph: text boxes anchored in it. */
    const boxes: Element[] = [];
    const inline = (elements: readonly Element[]): void => {
      for (const element of elements) {
        const { type } = element;
        if (type === 'text') pieces.push(element.value ?? '');
        else if (type === 'tab') pieces.push('\t');
        else if (type === 'break') pieces.push('\n');
        else if (type === 'checkbox') pieces.push(element.checked ? '☒' : '☐');
        else if (type === 'noteReference') references.set(`${element.noteType} ${element.noteId}`, element);
        else if (type === 'paragraph' || type === 'table') boxes.push(element);
        else if (element.children !== undefined && element.highlight !== HIDDEN) inline(element.children);
      }
    };
    inline(paragraph.children ?? []);
    const listed = paragraph.numbering !== null && paragraph.numbering !== undefined;
    const text = cleanString(pieces.join('')).trim();
    const style = (paragraph.styleName ?? paragraph.styleId ?? '').toLowerCase();
    if (text !== '') paragraphs.push({ text, style, place: listed && place === 'text' ? 'list' : place });
    walk(boxes, place);
  };

  walk(root.children ?? [], 'text');
  for (const reference of [...references.values()]) walk(root.notes.resolve(reference)?.body ?? [], 'note');
  return paragraphs;
}
