import { expect, test } from "vitest";
import type { Answer } from "./answers.ts";
import { differencesBetween } from "./differences.ts";
import { isHtml, withHeader, withoutPart } from "./meant-differences.ts";

const former: Answer = {
  address: "/en/",
  status: 200,
  headers: { "content-type": "text/html", etag: '"a"', link: "</x>" },
  body: "first\nsecond line\n",
};

test("an answer that is the same has no differences", () => {
  expect(differencesBetween(former, former, [])).toEqual([]);
});

test("a difference is shown with its address, the header or the first line that differs", () => {
  const present = {
    ...former,
    headers: { "content-type": "text/html", etag: '"b"', vary: "Accept" },
    body: "first\nsecond lime\n",
  };
  expect(differencesBetween(former, present, [])).toEqual([
    `/en/
  - link: </x>
  + link: (none)
  - vary: (none)
  + vary: Accept
  - line 2, character 10: second line
  + line 2, character 10: second lime`,
  ]);
});

test("the validator of the same bytes may not change, and that of other bytes must", () => {
  const moved = withHeader("etag", '"b"')(former);
  expect(differencesBetween(former, moved, [])[0]).toContain('+ etag of the same bytes: "b"');
  const stayed = { ...former, body: "other" };
  expect(differencesBetween(former, stayed, [])[0]).toContain('! etag of other bytes stayed "a"');
});

test("a header that is meant to be added is required, and another value of it is a difference", () => {
  const meant = [{ reason: "refused", of: isHtml, becomes: withHeader("x-frame-options", "DENY") }];
  expect(differencesBetween(former, withHeader("x-frame-options", "DENY")(former), meant)).toEqual([]);
  expect(differencesBetween(former, former, meant)[0]).toContain("- x-frame-options: DENY");
});

test("a style sheet and its hash that are meant to differ are left out of both answers", () => {
  const page = (css: string): Answer => ({
    ...former,
    headers: { "content-security-policy": `style-src 'sha256-${css}'`, etag: `"${css}"` },
    body: `<style>${css}</style>\nsecond line\n`,
  });
  const meant = [
    { reason: "style", of: () => true, ignores: withoutPart(/<style>[^<]*<\/style>|'sha256-[^']+'/g) },
  ];
  expect(differencesBetween(page("a"), page("b"), [])[0]).toContain("content-security-policy");
  expect(differencesBetween(page("a"), page("b"), meant)).toEqual([]);
});
