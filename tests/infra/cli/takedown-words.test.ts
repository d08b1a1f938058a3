import { expect, test } from "vitest";
import { plannedInWords } from "../../../infra/cli/taking-back/takedown-words.ts";

test("what was hidden before it is taken down is shown with the pages on which it stood", () => {
  const words = plannedInWords({
    target: "this machine",
    what: "photos/dawn",
    folder: undefined,
    files: [],
    pages: [],
    pagesBefore: ["/en/kits/photos"],
    objects: 1,
    archives: 1,
  });
  expect(words).toContain("1 file and 1 archive in the bucket");
  expect(words).toContain("Nothing shows it now.\nUntil it was hidden it was shown by:\n  /en/kits/photos\n");
});
