import { expect, test } from "vitest";
import { releasePage } from "../../../functions/rendering/pages/release/release-page.tsx";
import { releaseDocument } from "../../worlds/documents/documents.ts";
import { pageContext } from "../../worlds/reading/every-page.ts";

const render = (...[language, changes]: Parameters<typeof releaseDocument>) => {
  const release = releaseDocument(language, changes);
  return releasePage(pageContext(release.language), release).replaceAll("\u00a0", " ");
};
const text = (html: string) => html.replace(/<[^>]+>/g, "").replace(/\s+/g, " ");

test("the dateline opens the first paragraph, with the day in the zone of the release", () => {
  const html = render("ru");
  expect(html).toContain('<time datetime="2020-07-30T14:00:00+06:00">30 июля 2020 г.</time>');
  expect(text(html)).toContain("Нур-Султан, 30 июля 2020 г. — Международная организация по миграции (МОМ)");
});

test("a text that begins with something else keeps its dateline in a paragraph of its own", () => {
  expect(render("en", { html: "<ul><li>First</li></ul>" })).toMatch(/—<\/span> <\/p><ul><li>First/);
});

test("every figure is a row that one can link to and cite", () => {
  const html = render("en");
  expect(html).toContain('<tr id="figure-criminal-cases-2020"><th scope="row">69</th>');
  expect(text(html)).toMatch(
    /69 – criminal cases .*Ministry of Internal Affairs.*#figure-criminal-cases-2020/,
  );
});

test("a paraphrase is called one and has no quotation marks; a quotation has those of its language", () => {
  const [said] = releaseDocument("ru").statements;
  const paraphrase = render("ru", { statements: said ? [said] : [] });
  const quote = render("ru", { statements: said ? [{ ...said, kind: "quote" }] : [] });
  expect(paraphrase).toContain('<p class="label">В пересказе</p>');
  expect(paraphrase).not.toContain("<blockquote>");
  expect(quote).toContain("<blockquote><p>«В 2020 году");
  expect(quote).not.toContain("В пересказе");
});

test("a correction stands at the top with its time, and in full under #changes", () => {
  const html = render("en");
  const [top, full = ""] = html.split('id="changes"');
  expect(text(top ?? "")).toContain(
    "Corrected 3 August 2020, 10:30 (UTC+06:00): The number of state-funded shelters",
  );
  expect(text(full)).toContain("An earlier version said 11.");
});

test("a press contact can be called and written to, in hours that say their offset", () => {
  const html = render("kk");
  expect(html).toContain('<a href="tel:+77172000000">+7 7172 00 00 00</a>');
  expect(html).toContain('<a href="mailto:press@newsroom.example">');
  expect(text(html)).toContain("дүйсенбі — жұма, 9:00–18:00 (UTC+05:00)");
});
