/** A small writer of PDF files for tests: text at given places, in Helvetica. */

/** Text at a place, in points from the top left corner; size 10 where none is given; bold is a second font. */
export type Put = readonly [x: number, y: number, text: string, size?: number, bold?: boolean];

export interface PdfOptions {
  readonly info?: { readonly [key: string]: string };
  /** Added to each page's dictionary. */
  readonly page?: string;
  /** Added to the trailer. */
  readonly trailer?: string;
  readonly pages?: string;
}

const HEIGHT = 792;

/** The PDF of these pages, each 612 × 792 points. */
export function pdf(pages: readonly (readonly Put[] | string)[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>');
  objects.push(options.pages ?? `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const font of ['Helvetica', 'Helvetica-Bold'])
    objects.push(`<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`);
  objects.push(
    `<< ${Object.entries(options.info ?? {})
      .map(([key, value]) => `/${key} ${literal(value)}`)
      .join(' ')} >>`,
  );
  pages.forEach((page, i) => {
    const content = typeof page === 'string' ? page : page.map(show).join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 ${HEIGHT}] /Contents ${7 + 2 * i} 0 R ` +
        `/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> ${options.page ?? ''} >>`,
      stream('', content),
    );
  });
  return file(objects, `/Root 1 0 R /Info 5 0 R ${options.trailer ?? ''}`);
}

/** A file of these objects, numbered from 1. */
export function file(objects: readonly string[], trailer: string): Uint8Array {
  let out = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) out += `${String(offset).padStart(10, '0')} 00000 n \n`;
  out += `trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

export function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Lines one below the other. */
export function lines(x: number, y: number, texts: readonly string[], size = 10, leading = 12): Put[] {
  return texts.map((text, i): Put => [x, y + i * leading, text, size]);
}

function show([x, y, text, size = 10, bold = false]: Put): string {
  return `BT /F${bold ? 2 : 1} ${size} Tf ${x} ${HEIGHT - y} Td ${literal(text)} Tj ET`;
}

/** In windows-1252, as far as tests need it. */
function literal(text: string): string {
  const bytes = text.replace(/[–—’“”•]/g, (c) => '\x96\x97\x92\x93\x94\x95'.charAt('–—’“”•'.indexOf(c)));
  return `(${bytes.replace(/[\\()]/g, '\\$&')})`;
}
