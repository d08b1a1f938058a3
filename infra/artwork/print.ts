import { openBrowser } from "../local/machine/browser.ts";

/** A date of the same length as the one that the browser writes, in the form of PDF 1.7, 7.9.4. */
const FIXED_DATE = "D:20261101060000+00'00'";

/**
 * Prints pages as tagged PDFs, fonts embedded. The browser stamps the hour of printing into the file; a fixed date
 * takes its place, so that printing again gives the same bytes.
 */
export async function printPdfs(pages: readonly string[]): Promise<Buffer[]> {
  const browser = await openBrowser("--font-render-hinting=none");
  try {
    const page = await browser.newPage();
    const printed: Buffer[] = [];
    for (const html of pages) {
      await page.setContent(html, { waitUntil: "load" });
      printed.push(
        withFixedDate(await page.pdf({ preferCSSPageSize: true, tagged: true, printBackground: true })),
      );
    }
    return printed;
  } finally {
    await browser.close();
  }
}

function withFixedDate(pdf: Buffer): Buffer {
  const text = pdf.toString("latin1");
  return Buffer.from(text.replace(/D:\d{14}\+00'00'/g, FIXED_DATE), "latin1");
}
