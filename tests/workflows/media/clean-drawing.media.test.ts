import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { cleanDrawing, cleanedDrawing } from "../../../functions/workflows/media/drawing/clean-drawing.ts";
import { drawingFacts } from "../../../functions/workflows/media/drawing/drawing-facts.ts";
import { RIGHTS } from "../../worlds/documents/rights.ts";
import { temporaryFolder } from "../../worlds/media/media-folder.ts";

const folder = await temporaryFolder();
afterAll(() => folder.remove());

const SIGN = await readFile("content/media-kits/world-day-2020/logo.svg", "utf8");
const svg = (inner: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 40" ${attributes}>${inner}</svg>`;
const clean = (inner: string, attributes = "") => cleanedDrawing(svg(inner, attributes), RIGHTS);
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("a cleaned drawing looks as it did", () => {
  const gradient = `<defs><linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="#00f"/></linearGradient>
    <filter id="b"><feGaussianBlur stdDeviation="1"/></filter><clipPath id="c"><circle cx="30" cy="20" r="18"/></clipPath></defs>
    <style>.a > rect, .b { fill: url(#g); } @media print { .b { fill: none } }</style>
    <g class="a" clip-path="url(#c)"><rect width="60" height="40" style="filter:url(#b)"/></g>
    <text x="4" y="30" font-size="9" xml:space="preserve">a  <tspan fill="white">b &lt; c</tspan> d</text>
    <use xlink:href="#p" x="10"/><path id="p" d="M1 1h8v8H1z" fill-rule="evenodd" opacity=".5"/>`;

  test.each([
    ["gradients, styles, filters, text", svg(gradient)],
    ["the newsroom's own sign", SIGN],
    [
      "Illustrator's entities and switches",
      `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
        <!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">]>
        <svg xmlns="&ns_svg;" xmlns:i="&ns_ai;" width="60" height="40"><switch>
        <foreignObject requiredExtensions="&ns_ai;"><i:pgfRef/></foreignObject><g i:extraneous="self"><rect width="30" height="30" fill="green"/></g></switch></svg>`,
    ],
  ])("%s", async (_, drawing) => {
    const [before, after] = await Promise.all(
      [drawing, cleanedDrawing(drawing, RIGHTS)].map((text) => sharp(Buffer.from(text)).raw().toBuffer()),
    );
    expect(after?.equals(before ?? Buffer.alloc(0))).toBe(true);
  });
});

test.each([
  [
    "a script",
    `<script>evil()</script><svg:script xmlns:svg="http://www.w3.org/2000/svg">evil()</svg:script>`,
  ],
  ["an event handler", `<rect onclick="evil()" width="1" height="1"/>`],
  ["an address that is a script", `<a xlink:href="javascript:evil()"><rect width="1" height="1"/></a>`],
  ["an address that becomes a script", `<a><set attributeName="href" to="javascript:evil()"/></a>`],
  ["HTML", `<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">evil</p></foreignObject>`],
  ["a picture from elsewhere", `<image href="https://evil.example/a.png" width="9" height="9"/>`],
  ["a drawing from elsewhere", `<use href="https://evil.example/a.svg#x"/>`],
  ["a paint from elsewhere", `<rect fill="url( 'https://evil.example/a.svg#x' )" width="1" height="1"/>`],
  ["a style from elsewhere", `<style>@import "https://evil.example/a.css"; rect{fill:red}</style>`],
  ["a style cut in two", `<style>@im@import "x";port "https://evil.example/a.css";</style>`],
  ["a style in escapes", `<rect style="fill:u\\72 l(https://evil.example/)" width="1" height="1"/>`],
  ["a style in pieces", `<style>rect{fill:ur<![CDATA[l(https://evil.example/)}]]></style>`],
  ["a font from elsewhere", `<style>@font-face{font-family:x;src:url(//evil.example/a.woff)}</style>`],
  ["a picture set from elsewhere", `<style>rect{mask:image-set("https://evil.example/a" 1x)}</style>`],
  [
    "a drawing within",
    `<image width="9" height="9" href="data:image/svg+xml;base64,${base64(svg("<script>evil()</script>"))}"/>`,
  ],
  [
    "an editor's notes",
    `<g xmlns:inkscape="http://www.inkscape.org/" inkscape:export-filename="/home/evil/a.png"/>`,
  ],
  ["metadata", `<metadata><cc xmlns="urn:x">evil</cc></metadata>`],
  ["a remark", `<!-- evil -->`],
  ["a program's advertisement", `<desc>Created with Evil.</desc>`],
])("%s goes", (_, inner) => {
  const cleaned = clean(`${inner}<circle r="3"/>`);
  const within = [...cleaned.matchAll(/base64,([\w+/=]+)/g)].map(([, data = ""]) =>
    Buffer.from(data, "base64"),
  );
  expect(cleaned + within.join("")).not.toMatch(/evil/i);
  expect(cleaned).toContain(`<circle r="3"/>`);
});

test("instructions for the program that opens it go", () => {
  const drawing = `<?xml version="1.0"?><?xml-stylesheet href="https://evil.example/a.css"?>${svg("")}`;
  expect(cleanedDrawing(drawing, RIGHTS)).not.toContain("<?");
});

test("a photograph within a drawing loses what its camera wrote, and keeps its pixels", async () => {
  const photograph = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
    .withExif({ IFD0: { Copyright: "Secret" }, IFD3: { GPSLatitudeRef: "N" } })
    .jpeg()
    .toBuffer();
  const cleaned = clean(
    `<image width="8" height="8" href="data:image/jpeg;base64,${photograph.toString("base64")}"/>`,
  );
  const within = Buffer.from(/base64,([\w+/=]+)/.exec(cleaned)?.[1] ?? "", "base64");
  expect(within.toString("latin1")).not.toMatch(/Exif|Secret/);
  expect((await sharp(within).raw().toBuffer()).equals(await sharp(photograph).raw().toBuffer())).toBe(true);
});

test("a drawing says what the kit says of it, after its own title", () => {
  const cleaned = clean(`<title>Звезда</title><circle r="3"/>`);
  expect(cleaned).toContain("<title>Звезда</title>");
  expect(cleaned).toMatch(/<metadata><rdf:RDF .*Степь на рассвете.*<\/rdf:RDF><\/metadata><\/svg>\n$/s);
});

test("entities that grow out of each other are refused", async () => {
  const layers = "bcdefghij"
    .split("")
    .map((name, i) => `<!ENTITY ${name} "${`&${"abcdefghi"[i]};`.repeat(10)}">`);
  const bomb = `<!DOCTYPE svg [<!ENTITY a "ha">${layers.join("")}]>${svg("<text>&j;</text>")}`;
  const [from, to] = [join(folder.path, "bomb.svg"), join(folder.path, "never.svg")];
  await writeFile(from, bomb);
  const finding = await cleanDrawing({ from, to, mediaType: "image/svg+xml", rights: RIGHTS });
  expect(finding?.problem).toBe("the drawing declares entities that hold others or lie elsewhere");
});

test.each([
  ["a width and height", `width="300" height="200px"`, { width: 300, height: 200 }],
  ["a share of the page, whatever the view box", `width="100%"`, { width: 60, height: 40 }],
])("the size of a drawing is known from %s", (_, attributes, size) => {
  expect(drawingFacts(svg("", attributes))).toEqual(size);
});

test.each([
  [
    "is not closed",
    `<svg xmlns="http://www.w3.org/2000/svg"><g></svg>`,
    /^the drawing is not well-formed XML, line 1/,
  ],
  ["belongs to no namespace", `<svg viewBox="0 0 1 1"/>`, /namespace of SVG$/],
  [
    "is a page",
    `<html xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg"/></html>`,
    /svg element/,
  ],
])("a drawing that %s is named", (_, drawing, problem) => {
  expect(drawingFacts(drawing)).toEqual({
    problem: expect.stringMatching(problem),
    expected: expect.any(String),
  });
});
