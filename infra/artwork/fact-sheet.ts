import type { Language } from "../../functions/domain/language.ts";
import type { SheetFigure } from "./fact-sheet-figures.ts";
import { SHEET_WORDS } from "./fact-sheet-words.ts";
import { INK, mark, SUN } from "./mark.ts";

/**
 * The fact sheet as a page to print, one A4 sheet. Its headings, list and language end up as tags in the PDF, by
 * which screen readers find their way.
 */
export function factSheetHtml(language: Language, newsroom: string, figures: readonly SheetFigure[]): string {
  const words = SHEET_WORDS[language];
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${htmlText(words.title)}</title><style>${STYLE}</style></head>
<body>
<header><svg width="46" height="37" viewBox="0 10 200 162" aria-hidden="true">${mark(INK)}</svg><p>${htmlText(newsroom)}</p></header>
<main>
<p class="kicker">${htmlText(words.kicker)}</p>
<h1>${htmlText(words.title)}</h1>
<p class="lead">${htmlText(words.lead)}</p>
<ul class="figures">${figures.map((figure) => figureHtml(figure, words.source)).join("")}</ul>
<section><h2>${htmlText(words.background)}</h2><ul class="milestones">${words.milestones
    .map(([year, event]) => `<li><p class="year">${year}</p><p>${htmlText(event)}</p></li>`)
    .join("")}</ul></section>
</main>
<footer><p class="use">${htmlText(words.use)}</p><p>${htmlText(words.sample)}</p></footer>
</body>
</html>`;
}

function figureHtml(figure: SheetFigure, source: string): string {
  const note = figure.note === undefined ? "" : `<p class="note">${htmlText(figure.note)}</p>`;
  return `<li><p class="value">${htmlText(figure.value)}</p><p class="label">${htmlText(figure.label)}</p>${note}<p class="source">${htmlText(source)}: ${htmlText(figure.source)} · ${htmlText(figure.asOf)}</p></li>`;
}

function htmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const STYLE = `
@page { size: A4; margin: 0; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { width: 210mm; height: 297mm; padding: 12mm 18mm 10mm; display: flex; flex-direction: column; font: 9.6pt/1.42 "Noto Sans"; color: #1c2a3a; hyphens: manual; }
header { display: flex; align-items: center; gap: 4mm; padding-bottom: 4mm; border-bottom: 0.6mm solid ${INK}; }
header p { font-weight: 600; color: ${INK}; font-size: 11pt; }
main { flex: 1; padding-top: 6mm; display: flex; flex-direction: column; }
.kicker { color: #a3500f; font-weight: 600; font-size: 8.8pt; }
h1 { font: 600 23pt/1.16 "Noto Serif"; color: ${INK}; margin: 1.2mm 0 2.4mm; text-wrap: balance; }
.lead { font-size: 9.9pt; line-height: 1.44; max-width: 168mm; text-wrap: pretty; }
.figures { list-style: none; display: grid; grid-template-columns: 1fr 1fr; column-gap: 9mm; margin-top: 4.5mm; flex: 1; grid-auto-rows: auto; align-content: space-between; }
.figures li { border-top: 0.3mm solid #c9d2dc; padding: 2mm 0 2.4mm; break-inside: avoid; }
.figures li:first-child { grid-column: 1 / -1; border-top: 1mm solid ${SUN}; display: grid; grid-template-columns: auto 1fr; column-gap: 6mm; align-items: center; }
.figures li:first-child .value { grid-row: 1 / span 3; font-size: 46pt; }
.value { font: 600 19pt/1.2 "Noto Serif"; color: #1463a8; }
.label { font-weight: 600; font-size: 9.2pt; line-height: 1.34; color: ${INK}; }
.note { font-size: 8.4pt; line-height: 1.36; margin-top: 0.6mm; }
.source { font-size: 8pt; line-height: 1.36; color: #4c5b6b; margin-top: 0.6mm; }
section { margin-top: 2mm; background: #f2f5f8; padding: 3mm 5mm; border-radius: 1.5mm; }
section h2 { font: 600 12pt/1.3 "Noto Serif"; color: ${INK}; margin-bottom: 1.4mm; }
.milestones { list-style: none; display: grid; grid-template-columns: repeat(3, 1fr); gap: 6mm; font-size: 8.8pt; line-height: 1.38; }
.milestones .year { font: 600 11.5pt "Noto Serif"; color: #1463a8; }
footer { margin-top: 4mm; padding-top: 2.2mm; border-top: 0.3mm solid #c9d2dc; font-size: 8pt; line-height: 1.4; color: #4c5b6b; }
footer .use { font-weight: 600; color: #1c2a3a; }
`;
