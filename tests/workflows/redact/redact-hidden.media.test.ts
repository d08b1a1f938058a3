import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { detailOf } from "../../../functions/domain/detail.ts";
import { redactHidden } from "../../../functions/workflows/redact/redact-hidden.ts";
import { fileSearch } from "../../../functions/workflows/redact/search/search-file.ts";
import { emergencyWorld, hideOrder } from "../../worlds/emergencies.ts";
import { illustratedFiles } from "../../worlds/illustrated.ts";
import { drawn } from "../../worlds/pictures.ts";
import { temporaryFolder } from "../../worlds/temporary-folder.ts";

const BEFORE = "2026-03-01T09:00:00Z";
const LATER = "2026-03-02T10:00:00Z";
const detail = detailOf(["Omarova"]);
const search = fileSearch(detail, temporaryFolder());

test("a hidden file and former documents that hold the words are destroyed, so that showing them again brings nothing back", async () => {
  const world = await emergencyWorld(await illustratedFiles());
  world.edit("media-kits/photos/en.md", (text) => text.replace("The dawn.", "Omarova at dawn."));
  await world.publish(BEFORE);
  const subject = await world.subject("photos/dawn");
  await world.order(hideOrder(world, subject));

  const { destroyed } = await redactHidden(world.hidden, detail, search);

  expect(destroyed).toBeGreaterThan(1);
  const left: string[] = [];
  for await (const { key } of world.hidden.objects()) left.push(key);
  expect(left.filter((key) => key.includes("/units/"))).toEqual([]);
  await world.order({ verb: "unhide", id: "first", what: subject.what });
  expect(await world.keys("dawn")).toEqual([]);
  world.edit("media-kits/photos/en.md", (text) => text.replace("Omarova at dawn", "A woman at dawn"));
  await world.publish(LATER, { answerRemoval: async () => "safety" });
  expect(await world.keys("dawn")).not.toEqual([]);
  expect(await (await world.at(LATER).request("/en/kits/photos")).text()).toContain("A woman at dawn");
});

test("hidden files without the words stay, and what no search sees is named", async () => {
  const files = new Map<string, string | Buffer>([
    ["hidden/1/objects/media/a/clean.txt", "nobody"],
    ["hidden/1/objects/media/a/omarova.txt", "nobody"],
    ["hidden/1/objects/media/a/picture.png", await drawn().png().toBuffer()],
    ["hidden/1/units/release/1", '{"title":"<b>Omar</b>ova"}'],
    ["hidden/1/units/release/2", '{"title":"nobody"}'],
    ["0123", "Omarova"],
  ]);
  const originals = {
    async *objects(prefix = "") {
      for (const [key, content] of [...files])
        if (key.startsWith(prefix)) yield { key, bytes: content.length, current: true };
    },
    open: async ({ key }: { readonly key: string }) => Readable.from([files.get(key) ?? ""]),
    remove: async (key: string) => void files.delete(key),
  };
  const { destroyed, unknown } = await redactHidden(originals, detail, search);

  expect(destroyed).toBe(1);
  expect([...files.keys()]).not.toContain("hidden/1/objects/media/a/omarova.txt");
  expect(files.size).toBe(5);
  expect(unknown.map(({ path }) => path)).toEqual(["hidden/1/objects/media/a/picture.png"]);
});
