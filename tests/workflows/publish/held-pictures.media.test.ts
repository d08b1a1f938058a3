import { expect, test } from "vitest";
import { illustratedFiles } from "../../worlds/content/illustrated.ts";
import { bucketedNewsroom } from "../../worlds/tables/bucketed-newsroom.ts";

const FACTS = "releases/first/release.yaml";
const NOW = "2026-03-01T09:00:00Z";
const LATER = "2026-03-01T10:00:00Z";
const MUCH_LATER = "2026-03-09T10:00:00Z";
const BROKEN = "---\ntitle: [\n---\n";

/** The illustrated release, published; since then its Kazakh text is broken, so it is held as it was. */
async function held() {
  const newsroom = await bucketedNewsroom(await illustratedFiles(), { spendSeats: true });
  await newsroom.publish(NOW);
  newsroom.write("releases/first/kk.md", BROKEN);
  const page = async (now: string) => (await newsroom.at(now).request("/en/releases/first")).text();
  return { ...newsroom, page };
}

test("a picture of a held release that is said to show people goes at once, with its caption, and all else stays", async () => {
  const newsroom = await held();
  expect(await newsroom.page(NOW)).toMatch(/inside-300\.webp.*Seen from inside/s);
  newsroom.edit(FACTS, (text) =>
    text.replace("file: inside.png, people: none", "file: inside.png, people: yes"),
  );
  await newsroom.publish(LATER);
  const page = await newsroom.page(LATER);
  expect(page).not.toMatch(/inside-|Seen from inside/);
  expect(page).toContain("lead-preview.jpg");
  expect(await newsroom.keys("inside")).toEqual([]);
  expect(await newsroom.keys("lead")).not.toEqual([]);
});

test("a picture of a held release whose facts were removed goes, and one whose end comes goes by the next publication", async () => {
  const newsroom = await held();
  newsroom.edit(FACTS, (text) =>
    text
      .replace("  - { file: inside.png, people: none }\n", "")
      .replace("file: lead.png, people: none", `file: lead.png, people: none, until: "2026-03-05T00:00:00Z"`),
  );
  await newsroom.publish(LATER);
  expect(await newsroom.page(LATER)).not.toContain("inside-");
  expect(await newsroom.page(LATER)).toContain("lead-preview.jpg");
  await newsroom.publish(MUCH_LATER);
  expect(await newsroom.page(MUCH_LATER)).not.toContain("lead-");
  expect(await newsroom.keys("lead")).toEqual([]);
});

test("a held release whose facts cannot be read keeps its pictures", async () => {
  const newsroom = await held();
  newsroom.edit(FACTS, (text) => text.replace("pictures:\n", "pictures: [\n"));
  await newsroom.publish(LATER);
  expect(await newsroom.page(LATER)).toMatch(/lead-preview\.jpg.*inside-300\.webp/s);
});
