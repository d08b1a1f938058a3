import { relative } from "node:path";
import { expect, test } from "vitest";
import { bodyAt, compiledIn, documentAt } from "../../worlds/content/compiled.ts";
import { contentFolder, openFolder } from "../../worlds/content/content.ts";
import { picture, SMALL_NEWSROOM } from "../../worlds/content/small-newsroom.ts";

const YAML = "releases/first/release.yaml";
const WORDS = "{ en: A view, ru: Вид, kk: Көрініс }";
const CONSENT =
  "{ scope: [newsroom, social-media], date: 2020-01-01, ends: never, givenBy: adult, reviewedBy: R. Viewer, reference: C-1 }";

/** The release with a picture at its head and another in its English text, of which `pictures` says this. */
async function release(...entries: readonly string[]) {
  const image = `image: { file: lead.png, alt: ${WORDS}, credit: ${WORDS} }\n`;
  const facts = entries.map((entry) => `  - { ${entry} }\n`).join("");
  const text = SMALL_NEWSROOM["releases/first/en.md"];
  return contentFolder({
    [YAML]: `${SMALL_NEWSROOM[YAML]}${image}${facts === "" ? "" : `pictures:\n${facts}`}`,
    "releases/first/en.md": `${text}\n![A house](house.png)\n\n*Seen in spring.*\n\nThe end.\n`,
    "releases/first/lead.png": await picture(1300, 700),
    "releases/first/house.png": await picture(300, 200),
  });
}

/** What check finds of pictures: that translations are older than the changed text is not asked here. */
const problemsOf = async (directory: string) =>
  (await openFolder(directory)).problems
    .filter(({ message }) => !message.includes("since this translation was reviewed"))
    .map(({ file, severity, message }) => {
      const name = relative(directory, file);
      return `${name}: ${severity} ${message.split(";")[0]}`;
    });

test("pictures of which nobody said whether they show people are nowhere, and the release goes out without them", async () => {
  const directory = await release();
  const unit = await compiledIn(directory, "releases/first");
  expect(unit.media).toEqual([]);
  expect(JSON.stringify(unit.documents)).not.toMatch(/A view|A house|Seen in spring|house\.png|lead\.png/);
  expect(bodyAt(unit, "/en/releases/first")).not.toHaveProperty("image");
  expect(
    documentAt(unit, "/en/releases/first")
      .items.map(({ body }) => body)
      .join("\n"),
  ).toContain("The end.");
  expect(await problemsOf(directory)).toEqual([
    "releases/first/en.md: warning house.png is not published: nobody has said whether people can be recognised in it",
    `${YAML}: warning lead.png is not published: nobody has said whether people can be recognised in it`,
  ]);
});

test("a question that is not answered yet withholds its picture, and no other", async () => {
  const directory = await release("file: lead.png, people: none", "file: house.png, people: ");
  const unit = await compiledIn(directory, "releases/first");
  expect(unit.media.every(({ key }) => key.includes("/lead-"))).toBe(true);
  expect(bodyAt(unit, "/en/releases/first")).toHaveProperty("image");
  expect(JSON.stringify(unit.documents)).not.toContain("A house");
});

test.each([
  ["people without a consent", "people: yes", "it shows people, and no consent of theirs is recorded"],
  [
    "people who did not agree to previews",
    `people: yes, consent: ${CONSENT.replace(", social-media", "")}`,
    "those in it did not agree to previews on social networks, which show the picture at the head of a page",
  ],
  [
    "people who must not be found",
    `people: yes, consent: ${CONSENT.replace(" }", ", protected: true, obscured: true }")}`,
    "it shows people who must not be found, and previews of the page would carry it anywhere",
  ],
])("a lead picture with %s is withheld, and previews show that of the newsroom", async (_, facts, why) => {
  const directory = await release(`file: lead.png, ${facts}`, "file: house.png, people: none");
  const unit = await compiledIn(directory, "releases/first");
  expect(bodyAt(unit, "/en/releases/first")).not.toHaveProperty("image");
  expect(unit.media.some(({ key }) => key.includes("lead"))).toBe(false);
  expect((await problemsOf(directory)).filter((line) => line.includes(why))).toHaveLength(1);
});

test("a lead picture of people who agreed to be shown here and in previews is published", async () => {
  const directory = await release(
    `file: lead.png, people: yes, consent: ${CONSENT}`,
    "file: house.png, people: none",
  );
  expect(bodyAt(await compiledIn(directory, "releases/first"), "/en/releases/first")).toHaveProperty("image");
  expect(await problemsOf(directory)).toEqual([]);
});

test("a picture in a text of protected people is shown once they are obscured, under a name that says nothing", async () => {
  const hidden = CONSENT.replace(" }", ", protected: true }");
  const shown = CONSENT.replace(" }", ", protected: true, obscured: true }");
  const lead = "file: lead.png, people: none";
  const before = await compiledIn(
    await release(lead, `file: house.png, people: yes, consent: ${hidden}`),
    "releases/first",
  );
  const after = await compiledIn(
    await release(lead, `file: house.png, people: yes, consent: ${shown}`),
    "releases/first",
  );
  const keys = (unit: typeof before) => unit.media.map(({ key }) => key.split("/").at(-1) ?? "");
  expect(keys(before).filter((name) => /house|picture/.test(name))).toEqual([]);
  expect(keys(after).filter((name) => /house|picture/.test(name))).toEqual(["picture-300.webp"]);
  expect(after.sitemap.map(({ body }) => body).join()).not.toContain("picture-300");
});

test.each([
  [
    "twice",
    ["file: lead.png, people: none", "file: lead.png, people: none"],
    "error lead.png has its facts twice",
  ],
  ["of a file that nothing shows", ["file: share.png, people: none"], "error there is no file share.png"],
  [
    "of nobody with a consent",
    [`file: lead.png, people: none, consent: ${CONSENT}`],
    "error lead.png has a consent but says that it shows nobody",
  ],
  [
    "with an end before its beginning",
    ["file: lead.png, people: none, until: 2020-01-01T00:00"],
    "error lead.png ends at 2020-01-01T00:00, before anyone could see it",
  ],
  [
    "whose consent can end under a licence that cannot",
    [`file: lead.png, people: yes, licence: cc-by-4-0, consent: ${CONSENT.replace("never", "on-request")}`],
    "error the consent can end, and cc-by-4-0 can never be taken back",
  ],
  [
    "whose maker looked at the consent",
    [`file: lead.png, people: yes, creator: R. Viewer, consent: ${CONSENT}`],
    "error R. Viewer made lead.png and reviewed the consent to it",
  ],
])("facts %s are a mistake", async (_, entries, found) => {
  expect((await problemsOf(await release(...entries))).join("\n")).toContain(found);
});
