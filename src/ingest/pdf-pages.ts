/** The pages of a PDF as lines in reading order, by pdf.js. Runs on the thread (office-thread.ts). */
import { getDocumentProxy } from 'unpdf';
import { layout, type PdfItem, type PdfLine } from './pdf-layout.js';
import { cleanString } from './strings.js';

/** More pages are a book or a dump. */
export const MOST_PAGES = 2_000;
/** Pieces of text on a page; a full page of newsprint sets some 10,000. */
const MOST_ITEMS = 50_000;

/** What is sent first, then one by one. */
export type PdfPart =
  | {
      readonly kind: 'opened';
      /** All pages, also those beyond the bound. */
      readonly pages: number;
      /** Title in the file's properties: no more than a hint, templates leave theirs in. */
      readonly title: string | null;
    }
  | ({ readonly kind: 'page' } & PdfPage);

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly height: number;
  readonly lines: readonly PdfLine[];
  /** Text that runs up or down the page, beside the rest. */
  readonly aside: readonly string[];
  /** Why the page could not be read, or null. */
  readonly failed: string | null;
}

/** Sends the file's parts to `receive`. Rejects with the errors of pdf.js where it is no PDF or is locked. */
export async function pdfPages(bytes: Uint8Array, receive: (part: PdfPart) => void): Promise<void> {
  const pdf = await getDocumentProxy(bytes, {
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: true,
    disableAutoFetch: true,
    maxImageSize: 0,
    verbosity: 0,
    standardFontDataUrl: undefined,
    cMapUrl: undefined,
  });
  try {
    receive({ kind: 'opened', pages: pdf.numPages, title: await titleOf(pdf) });
    for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number++)
      receive({ kind: 'page', ...(await readPage(pdf, number)) });
  } finally {
    await pdf.destroy().catch(() => {});
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function titleOf(pdf: Pdf): Promise<string | null> {
  try {
    const { info } = await pdf.getMetadata();
    const title = (info as { Title?: unknown }).Title;
    return typeof title === 'string' && title.trim() !== ''
      ? cleanString(title.slice(0, 1_000)).trim()
      : null;
  } catch {
    return null;
  }
}

async function readPage(pdf: Pdf, number: number): Promise<PdfPage> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const { transform, width, height } = page.getViewport({ scale: 1 });
    page.cleanup();
    const placed = items
      .slice(0, MOST_ITEMS)
      .flatMap((item) => ('str' in item ? [place(item, transform as number[])] : []));
    const turn = commonTurn(placed);
    const upright = placed.filter((item) => item.turn === turn);
    const aside = placed.filter((item) => item.turn !== turn && item.str.trim() !== '');
    return {
      number,
      height: turn % 2 === 0 ? height : width,
      lines: layout(upright.map((item) => turned(item, turn, width, height))),
      aside: aside.map((item) => item.str),
      failed:
        items.length > MOST_ITEMS ? `more than ${MOST_ITEMS} pieces of text; the rest was left out` : null,
    };
  } catch (cause) {
    const failed = cause instanceof Error ? cause.message : String(cause);
    return { number, height: 0, lines: [], aside: [], failed };
  }
}

interface Placed extends PdfItem {
  /** Quarter turns clockwise in which the text runs, -1 for slanted text. */
  readonly turn: number;
}

/** An item on the page as shown: y runs down, turned pages stand upright. */
function place(
  item: { str: string; transform: number[]; width: number; fontName: string },
  view: readonly number[],
): Placed {
  const [va, vb, vc, vd, ve, vf] = view as [number, number, number, number, number, number];
  const [a, b, c, d, e, f] = item.transform as [number, number, number, number, number, number];
  const [ma, mb] = [va * a + vc * b, vb * a + vd * b];
  const angle = Math.atan2(mb, ma) / (Math.PI / 2);
  return {
    str: cleanPdfString(item.str),
    x: va * e + vc * f + ve,
    y: vb * e + vd * f + vf,
    width: item.width,
    size: Math.hypot(va * c + vc * d, vb * c + vd * d) || 1,
    font: item.fontName,
    turn: Math.abs(angle - Math.round(angle)) < 0.06 ? (Math.round(angle) + 4) % 4 : -1,
  };
}

/** A soft hyphen at the end of a line still says that the word goes on. */
function cleanPdfString(str: string): string {
  return str.endsWith('\u00ad') ? `${cleanString(str)}\u00ad` : cleanString(str);
}

function commonTurn(items: readonly Placed[]): number {
  const letters = [0, 0, 0, 0];
  for (const { turn, str } of items) if (turn >= 0) letters[turn]! += str.length;
  return letters.indexOf(Math.max(...letters));
}

function turned(item: Placed, turn: number, width: number, height: number): PdfItem {
  const { x, y } = item;
  if (turn === 1) return { ...item, x: y, y: width - x };
  if (turn === 2) return { ...item, x: width - x, y: height - y };
  return turn === 3 ? { ...item, x: height - y, y: x } : item;
}
