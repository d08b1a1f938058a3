import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";
import { releaseDocument } from "../../worlds/documents/documents.ts";
import { feedOf } from "../../worlds/documents/feed.ts";
import { addUzbek, copySources, filesTouched } from "../../worlds/languages/add-uzbek.ts";
import { pageContext } from "../../worlds/reading/every-page.ts";
import { eventOf, OPENED, placeOf } from "../../worlds/registration/registration-events.ts";

const MOST_FILES = 12;
const TIME = 180_000;
const root = temporaryFolder();

beforeAll(() => {
  copySources(root);
  addUzbek(root);
});
afterAll(() => rmSync(root, { recursive: true }));

const compiled = () =>
  spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", root], {
    encoding: "utf8",
  }).stdout;

test(`a fourth language touches at most ${MOST_FILES} files beside its own folders, all named in docs/how-to-add.md`, () => {
  const touched = filesTouched(root);
  expect(touched.length).toBeGreaterThan(3);
  expect(touched.length).toBeLessThanOrEqual(MOST_FILES);
  const [, section = ""] =
    /## A language\n([\s\S]*?)\n## /.exec(readFileSync("docs/how-to-add.md", "utf8")) ?? [];
  expect(touched.filter((file) => !section.includes(`\`${file}\``))).toEqual([]);
  expect(section).toContain(`${touched.length} files`);
});

test("the sources compile with a fourth language, and not when its catalogue lacks a word", {
  timeout: TIME,
}, () => {
  expect(compiled()).toBe("");
  const catalogue = join(root, "functions/rendering/messages/uz/edge.ts");
  const complete = readFileSync(catalogue, "utf8");
  writeFileSync(catalogue, complete.replace(/ {2}formTooLarge: .*\n/, ""));
  expect(compiled()).toContain("messages/uz/edge.ts");
  writeFileSync(catalogue, complete);
});

test("a page, a feed, a mail and the edge answer in a fourth language", { timeout: TIME }, () => {
  const answers = answersInUzbek();
  expect(answers.page).toContain('<html lang="uz">');
  expect(answers.page).toContain("30 iyul 2020");
  expect(answers.page).toContain("Oʻzbekcha");
  expect(answers.feed).toContain('xml:lang="uz"');
  expect(answers.feed).toContain("/uz/feed.atom");
  expect(answers.mail.html).toContain('<html lang="uz">');
  expect(answers.mail.text).toContain("20 iyul 2027");
  expect(answers.edge.root).toMatchObject({ statusCode: 302, headers: { location: { value: "/uz/" } } });
  expect(answers.edge.refused.body.data).toContain('<html lang="uz">');
  expect(answers.edge.refused.body.data).toContain("Bu manzilni faqat oʻqish mumkin.");
  expect(answers.edge.form).not.toHaveProperty("statusCode");
  expect(answers.edge.isPrivate).toBe(true);
  expect(answers.edge.bytes).toBeLessThan(10_240);
});

/** What the copy answers to documents of the tests, with Uzbek in place of English. */
function answersInUzbek() {
  const given = JSON.stringify({
    context: pageContext(),
    release: releaseDocument(),
    feed: feedOf(),
    mail: mailFacts(),
  });
  const file = join(root, "documents.json");
  writeFileSync(file, given.replaceAll('"en"', '"uz"').replaceAll("/en/", "/uz/"));
  const program = resolve("tests/worlds/languages/answers-in-uzbek.ts");
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", program, root, file], {
    encoding: "utf8",
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, "tsconfig.json") },
  });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

function mailFacts() {
  const event = eventOf([placeOf("hall")]);
  return {
    event,
    site: { address: "https://newsroom.example.org", name: "Newsroom", organisation: "IOM" },
    now: OPENED,
    link: "https://newsroom.example.org/en/registration/token",
    mail: {
      ...{ registration: "0", event: event.id, version: 1, index: 0, kind: "invitation" },
      ...{ to: "dana@example.org", name: "Dana Serik", language: "en", createdAt: OPENED },
      booking: {
        place: "hall",
        state: "offered",
        participants: [{ pass: "7QK2M8ZC4D", name: "Dana Serik" }],
        until: "2027-07-20T18:59:59Z",
        submittedAt: "2027-06-01T05:00:00.000Z",
        priority: 5,
        told: "",
        invitation: {
          list: "a-list",
          by: "Academy of Justice",
          source: "You asked for invitations in 2026.",
        },
      },
    },
  };
}
