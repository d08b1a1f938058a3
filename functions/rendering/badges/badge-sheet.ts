import fontkit from "@cantoo/fontkit";
import { PDFDocument, type PDFFont, type PDFPage, rgb } from "@cantoo/pdf-lib";
import { create } from "qrcode";
import { mm, PAPERS, type Paper, type PaperName } from "../../domain/registration/badge-papers.ts";
import { type Pass, passText } from "../../domain/registration/links/pass.ts";
import { type FittedText, fittedText, LEADING, type TextBox } from "./fitted-text.ts";

/** What one badge shows. */
export interface Badge extends Pass {
  readonly name: string;
  /** For whom they come; empty where nothing is known. */
  readonly organisation: string;
  /** Title of the place. */
  readonly place: string;
}

export interface BadgeSheet {
  /** Title of the event. */
  readonly title: string;
  readonly paper: PaperName;
  readonly badges: readonly Badge[];
  /** Bytes of TrueType fonts with every letter that names are written in. */
  readonly fonts: { readonly regular: Uint8Array; readonly bold: Uint8Array };
  readonly madeAt: Date;
}

const MARGIN = mm(7);
const QR_SIDE = mm(24);
const GREY = rgb(0.35, 0.35, 0.35);

/**
 * Badges to print, in PDF: name, organisation, place, and the QR code of the pass with its ten characters.
 * @returns with the names that have letters which the fonts lack: their badges have to be written by hand
 */
export async function badgeSheet(
  sheet: BadgeSheet,
): Promise<{ readonly pdf: Uint8Array; readonly unwritable: readonly string[] }> {
  const { badges, title, madeAt } = sheet;
  const paper = PAPERS[sheet.paper];
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  pdf.setTitle(title);
  pdf.setCreationDate(madeAt);
  pdf.setModificationDate(madeAt);
  const fonts = {
    regular: await pdf.embedFont(sheet.fonts.regular, { subset: true }),
    bold: await pdf.embedFont(sheet.fonts.bold, { subset: true }),
  };
  const known = new Set(fonts.bold.getCharacterSet());
  const perPage = paper.columns * paper.rows;
  let page: PDFPage | undefined;
  for (const [i, badge] of badges.entries()) {
    if (!page || i % perPage === 0) page = newPage(pdf, paper);
    drawBadge(page, badge, { title, fonts, ...boxOf(paper, i % perPage) });
  }
  if (!page) newPage(pdf, paper);
  const unwritable = badges
    .filter(({ name, organisation }) =>
      [...`${name}${organisation}`].some((each) => !known.has(each.codePointAt(0) ?? 0)),
    )
    .map(({ name }) => name);
  return { pdf: await pdf.save(), unwritable };
}

/** Where a badge stands: its lower left corner and its size. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxOf({ width, height, columns, rows }: Paper, n: number): Box {
  const [w, h] = [width / columns, height / rows];
  return { x: (n % columns) * w, y: height - (Math.floor(n / columns) + 1) * h, width: w, height: h };
}

function newPage(pdf: PDFDocument, { width, height, columns, rows, isCut }: Paper): PDFPage {
  const page = pdf.addPage([width, height]);
  if (!isCut) return page;
  const line = { thickness: 0.25, color: rgb(0.75, 0.75, 0.75) };
  for (let i = 1; i < columns; i++) {
    const x = (width / columns) * i;
    page.drawLine({ ...line, start: { x, y: 0 }, end: { x, y: height } });
  }
  for (let i = 1; i < rows; i++) {
    const y = (height / rows) * i;
    page.drawLine({ ...line, start: { x: 0, y }, end: { x: width, y } });
  }
  return page;
}

interface Facts extends Box {
  readonly title: string;
  readonly fonts: { readonly regular: PDFFont; readonly bold: PDFFont };
}

/**
 *     title of the event
 *     NAME, as large as it fits
 *     organisation                [QR]
 *     place                       code
 */
function drawBadge(page: PDFPage, badge: Badge, { title, fonts, x, y, width, height }: Facts): void {
  const { regular, bold } = fonts;
  const left = x + MARGIN;
  const inner = width - 2 * MARGIN;
  const top = y + height - MARGIN;
  const low = y + MARGIN + QR_SIDE + mm(5);
  const head = set(regular, title, { width: inner, height: mm(9), largest: 9, smallest: 6 });
  const below = drawLines(page, head, { font: regular, x: left, top, color: GREY });
  const name = { width: inner, height: below - low - mm(2), largest: 34, smallest: 8 };
  drawLines(page, set(bold, badge.name, name), { font: bold, x: left, top: below - mm(1) });
  const beside = { width: inner - QR_SIDE - mm(3), largest: 13, smallest: 6 };
  const organisation = set(regular, badge.organisation, { ...beside, height: mm(17) });
  drawLines(page, organisation, { font: regular, x: left, top: low - mm(2) });
  const place = set(regular, badge.place, { ...beside, height: mm(9), largest: 10 });
  const bottom = y + MARGIN + place.lines.length * place.size * LEADING;
  drawLines(page, place, { font: regular, x: left, top: bottom, color: GREY });
  drawCode(page, badge, { x: x + width - MARGIN - QR_SIDE, y: y + MARGIN + mm(4), font: regular });
}

const set = (font: PDFFont, text: string, box: TextBox): FittedText =>
  fittedText(text, (each) => font.widthOfTextAtSize(each, 1000) / 1000, box);

/** @returns where the next text may begin */
function drawLines(
  page: PDFPage,
  { lines, size }: FittedText,
  {
    font,
    x,
    top,
    color = rgb(0, 0, 0),
  }: { font: PDFFont; x: number; top: number; color?: ReturnType<typeof rgb> },
): number {
  for (const [i, line] of lines.entries())
    page.drawText(line, { x, y: top - size - i * size * LEADING, size, font, color });
  return top - lines.length * size * LEADING;
}

/** The QR code as one shape, which any printer draws sharply, and the characters below it. */
function drawCode(
  page: PDFPage,
  badge: Badge,
  { x, y, font }: { x: number; y: number; font: PDFFont },
): void {
  const { modules } = create(passText(badge), { errorCorrectionLevel: "M" });
  const path: string[] = [];
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) path.push(`M${column} ${row}h1v1h-1z`);
  page.drawSvgPath(path.join(""), {
    x,
    y: y + QR_SIDE,
    scale: QR_SIDE / modules.size,
    color: rgb(0, 0, 0),
    borderWidth: 0,
  });
  const size = 7;
  const width = font.widthOfTextAtSize(badge.pass, size);
  page.drawText(badge.pass, { x: x + (QR_SIDE - width) / 2, y: y - mm(3), size, font, color: GREY });
}
