import { expect, it } from "vitest";
import { releaseMarkdown, releaseText } from "../../functions/rendering/forms/release-forms.ts";
import { formKey } from "../../functions/storage/newsroom/keys.ts";
import { withdrawal } from "../worlds/content/changes.ts";
import { compiled, documentAt } from "../worlds/content/compiled.ts";
import { picture, SMALL_NEWSROOM, showsNobody } from "../worlds/content/small-newsroom.ts";
import { releaseDocument } from "../worlds/documents/documents.ts";

async function form(language: string, name: "md" | "txt", changes = {}): Promise<string> {
  const path = `/${language}/releases/first`;
  const { items } = documentAt(await compiled("releases/first", changes), path);
  return items.find((item) => item.key.sk === formKey(path, name).sk)?.body ?? "";
}

it("a release as Markdown has its figures as a table and its statements by name", async () => {
  expect(await form("en", "md")).toBe(`# Release en

**Summary en**

Astana, 30 July 2020

There were 69 cases in en.

## Background

More on [the organisation](/en/about).

## Figures

| Figure | What it counts | Source | As of |
|---|---|---|---|
| 69 | cases | Ministry | July 2020 |

## Statements

**A. Speaker, Director, 30 July 2020 (paraphrase):** It was said.

## Sustainable Development Goal targets

- 5.2 End violence

## Notes to editors

See [all releases](/en/releases).

## Press contacts

- Press office: [+7 7172 00 00 00](tel:+77172000000), <press@example.org>, Weekdays
`);
});

it("a release as plain text reads from top to bottom in its language", async () => {
  const text = await form("ru", "txt");
  expect(text).toMatch(
    /^RELEASE RU\n\nSummary ru\n\nAstana, 30\u00a0июля 2020\u00a0г\.\n\nThere were 69 cases in ru\.\n\nBackground\n\n/,
  );
  expect(text).toContain("\n- 69: cases (источник: Ministry; по состоянию на: июль 2020\u00a0г.)\n");
  expect(text).not.toContain("<");
});

it("a picture of the Markdown form stands at its public path", async () => {
  const text = String(SMALL_NEWSROOM["releases/first/en.md"]);
  const markdown = await form("en", "md", {
    "releases/first/release.yaml": `${SMALL_NEWSROOM["releases/first/release.yaml"]}${showsNobody("house.png")}`,
    "releases/first/en.md": `${text}\n![A house](house.png)\n`,
    "releases/first/house.png": await picture(60, 40),
  });
  expect(markdown).toMatch(/!\[A house\]\(\/media\/\d+-\/[0-9a-f]{64}\/house-60\.webp\)/);
});

it("a withdrawn release begins with the mark, the day and the reason in either form", () => {
  const release = releaseDocument("ru", { withdrawn: withdrawal("ru") });
  const { note } = withdrawal("ru");
  const asked = "Этот пресс-релиз отозван. Просим не цитировать";
  const [, ...markdown] = releaseMarkdown(release, { body: "Text." }).split("\n");
  expect(releaseMarkdown(release, { body: "Text." })).toMatch(
    /^> \*\*Отозвано, 19\u00a0ноября 2026\u00a0г\.:\*\* /,
  );
  expect(markdown.join("\n")).toMatch(new RegExp(`^>\n> ${asked}`));
  expect(releaseText(release)).toMatch(
    new RegExp(`^ОТОЗВАНО, 19\u00a0НОЯБРЯ 2026\u00a0Г\\.: ${note}\n\n${asked}`),
  );
});

it("what was removed for safety is named in the forms as no more than that", () => {
  const release = releaseDocument("en", { corrections: [], redactedAt: ["2020-08-05T03:00:00Z"] });
  const told = "- 5 August 2020: Something was removed for safety.";
  expect(releaseText(release)).toContain(`\nCHANGES\n\n${told}\n`);
  expect(releaseMarkdown(release, {})).toContain(`\n## Changes\n\n${told}\n`);
});
