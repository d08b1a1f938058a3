import { expect, it } from "vitest";
import { markReviewed } from "../../../functions/workflows/content/mark-reviewed.ts";
import { translationHash } from "../../../functions/workflows/content/read/text-file.ts";

const HASH = "0123456789abcdef";

it("adds the hash at the end of the front matter and leaves every other byte", () => {
  expect(markReviewed("---\ntitle: A  # kept\n---\nBody\n---\n", HASH)).toBe(
    `---\ntitle: A  # kept\ntranslationOf: ${HASH}\n---\nBody\n---\n`,
  );
  expect(markReviewed("\uFEFF---\r\ntitle: A\r\n---\r\nBody", HASH)).toBe(
    `\uFEFF---\r\ntitle: A\r\ntranslationOf: ${HASH}\r\n---\r\nBody`,
  );
});

it("replaces the hash that is there, in the front matter only", () => {
  const body = "\ntranslationOf: in the body\n";
  expect(markReviewed(`---\ntranslationOf: "ffffffffffffffff" # old\ntitle: A\n---${body}`, HASH)).toBe(
    `---\ntranslationOf: ${HASH} # old\ntitle: A\n---${body}`,
  );
  expect(markReviewed(`---\ntranslationOf:\ntitle: A\n---${body}`, HASH)).toBe(
    `---\ntranslationOf: ${HASH}\ntitle: A\n---${body}`,
  );
});

it("does not touch a file without front matter", () => {
  expect(markReviewed("Only a body", HASH)).toBeUndefined();
  expect(markReviewed("---\ntitle: A\n", HASH)).toBeUndefined();
});

it("a source has one hash, whether its lines end in LF or CRLF", () => {
  expect(translationHash("a\nb\n")).toBe("911169ddaaf146af");
  expect(translationHash("\uFEFFa\r\nb\r\n")).toBe("911169ddaaf146af");
});
