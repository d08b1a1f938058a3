import { expect, it } from "vitest";
import { edited, found, holds, KIT } from "../../../worlds/content/content-problems.ts";
import { type ContentFiles, SMALL_NEWSROOM } from "../../../worlds/content/small-newsroom.ts";

/** The small newsroom with its one licence as it is here, and with what its kit says of its one file. */
function licensed(id: string, { url, copyright, credit }: Record<string, string>): ContentFiles {
  const site = edited(
    "site.yaml",
    "id: cc-by-4-0",
    `id: ${id}${url === undefined ? "" : `\n    url: ${url}`}`,
  );
  const claim = copyright === undefined ? "" : `, copyright: "${copyright}"`;
  const words = String(SMALL_NEWSROOM["media-kits/photos/en.md"]);
  return {
    ...site,
    ...edited(KIT, "licence: cc-by-4-0", `licence: ${id}${claim}`),
    ...(credit !== undefined && {
      "media-kits/photos/en.md": words.replace("A. Maker", credit),
    }),
  };
}

const ZERO = "https://creativecommons.org/publicdomain/zero/1.0/";
const CLAIMS = "error this claims a right in the file, and under";

holds([
  [
    "a copyright notice in the public domain",
    () => licensed("cc0-1.0", { copyright: "© IOM 2026" }),
    `${KIT}:7: ${CLAIMS} cc0-1.0 nobody holds any; expected words without ©, or another licence`,
  ],
  [
    "a copyright notice under what is CC0 by its address alone",
    () => licensed("free", { url: ZERO, copyright: "All rights reserved" }),
    `${CLAIMS} free`,
  ],
  [
    "a credit with ©, in the public domain",
    () => licensed("cc0-1.0", { credit: "© IOM" }),
    `media-kits/photos/en.md:4: ${CLAIMS} cc0-1.0`,
  ],
]);

it("a notice is fine where somebody holds a right, and a notice without a claim everywhere", async () => {
  for (const fine of [
    licensed("cc-by-4-0", { copyright: "© IOM 2026", credit: "© IOM" }),
    licensed("cc0-1.0", { copyright: "Public domain, IOM" }),
  ])
    expect((await found(fine)).filter((problem) => problem.includes(" error "))).toEqual([]);
});
