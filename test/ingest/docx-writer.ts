/** A small writer of .docx files for tests. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8"?>';

const STYLES: readonly (readonly [id: string, name: string])[] = [
  ['Titel', 'Title'],
  ['Kop1', 'heading 1'],
  ['Kop2', 'heading 2'],
  ['Zitat', 'Quote'],
  ['Zitat2', 'Intense Quote'],
  ['Beschriftung', 'caption'],
  ['Autor', 'Byline'],
];

/** A paragraph of that text (or runs, where it begins with "<"), in the style of that id. */
export function p(text: string, style = '', properties = ''): string {
  const styled = style === '' ? '' : `<w:pStyle w:val="${style}"/>`;
  const runs = text.startsWith('<') ? text : run(text);
  return `<w:p><w:pPr>${styled}${properties}</w:pPr>${runs}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of a list. */
export function item(text: string): string {
  return p(text, '', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
}

/** A file whose body is that XML; `parts` are added or put in place of its own, by name. */
export function docx(body: string, parts: { readonly [name: string]: string } = {}): Uint8Array {
  const files: { [name: string]: string } = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': document(body),
    'word/styles.xml': `${XML}<w:styles ${W}>${STYLES.map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`).join('')}</w:styles>`,
    'word/numbering.xml': `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

export function document(body: string): string {
  return `${XML}<w:document ${W} xmlns:r="${REL}"><w:body>${body}</w:body></w:document>`;
}

/** The part of that name ("footnotes", "comments") with that XML in it. */
export function part(name: string, xml: string): { [path: string]: string } {
  return { [`word/${name}.xml`]: `${XML}<w:${name} ${W}>${xml}</w:${name}>` };
}
