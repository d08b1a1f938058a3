import { expect, it } from "vitest";
import { found, holds, KIT } from "../../../worlds/content/content-problems.ts";
import type { ContentFiles } from "../../../worlds/content/small-newsroom.ts";
import { timedKitFiles } from "../../../worlds/content/timed-kit.ts";

const LATER = ["publishAt: 2030-01-01T10:00"];
const dawn = (times: readonly string[]) => timedKitFiles([{ id: "dawn", times }]);

/** The kit with a file that comes later, and one text of another folder that ends with a link. */
async function linked(file: string, link: string): Promise<ContentFiles> {
  const { SMALL_NEWSROOM } = await import("../../../worlds/content/small-newsroom.ts");
  return { ...(await dawn(LATER)), [file]: `${SMALL_NEWSROOM[file]}\nSee [more](${link}).\n` };
}

holds([
  [
    "an asset that ends before it begins",
    () => dawn([...LATER, "until: 2029-01-01T10:00"]),
    `${KIT}:16: error dawn ends at 2029-01-01T10:00, before anyone could see it`,
  ],
  [
    "an asset that ends when its kit begins",
    () => dawn(["until: 2020-07-01T10:00"]),
    "error dawn ends at 2020-07-01T10:00",
  ],
  [
    "an asset that would come before its kit",
    () => dawn(["publishAt: 2020-06-01T10:00"]),
    `${KIT}:15: warning dawn comes out with the kit`,
  ],
  [
    "a time far from ours",
    () => dawn(["until: 9020-06-01T10:00"]),
    `${KIT}:15: error 9020-06-01T10:00 is far`,
  ],
  [
    "a text that links to a download that comes later",
    () => linked("releases/first/en.md", "/downloads/photos/dawn.png"),
    "error /downloads/photos/dawn.png is published later than the text that links to it",
  ],
  [
    "a text that links to an asset that comes later",
    () => linked("releases/first/en.md", "/en/kits/photos#asset-dawn"),
    "error /en/kits/photos#asset-dawn is published later",
  ],
  [
    "a kit's own text that leads to an asset that comes later",
    () => linked("media-kits/photos/en.md", "#asset-dawn"),
    'error there is nothing with the id "asset-dawn" on this page',
  ],
]);

it("nothing is wrong with times that are in order", async () => {
  expect(await found(await dawn([...LATER, "until: 2031-01-01T10:00"]))).toEqual([]);
});
