import { expect, test } from "vitest";
import { wholeAddresses } from "../../functions/rendering/forms/whole-addresses.ts";

const HERE = { address: "https://newsroom.example.org", path: "/en/releases/a" };

test.each([
  ["a link", "see [it](/en/kits/a)", "see [it](https://newsroom.example.org/en/kits/a)"],
  ["a link in angle brackets", "[it](</en/kits/a>)", "[it](<https://newsroom.example.org/en/kits/a>)"],
  ["a picture", "![Camp](/media/0/camp.jpg)", "![Camp](https://newsroom.example.org/media/0/camp.jpg)"],
  ["a place on the same page", "[it](#notes)", "[it](https://newsroom.example.org/en/releases/a#notes)"],
  ["a definition", "[it]\n\n[it]: /en/a", "[it]\n\n[it]: https://newsroom.example.org/en/a"],
])("Markdown carries the whole address of %s", (_, markdown, whole) => {
  expect(wholeAddresses("md", markdown, HERE)).toBe(whole);
});

test.each([
  ["a link", "see it (/en/kits/a)", "see it (https://newsroom.example.org/en/kits/a)"],
  ["a place on the same page", "it (#notes)", "it (https://newsroom.example.org/en/releases/a#notes)"],
])("plain text carries the whole address of %s", (_, text, whole) => {
  expect(wholeAddresses("txt", text, HERE)).toBe(whole);
});

test.each([
  ["md", "[IOM](https://iom.int/) and [mail](mailto:a@b.org) and [//](//host/a)"],
  ["txt", "IOM (https://iom.int/), and/or (a/b) (//host/a)"],
] as const)("what is no address of the newsroom stays as it is in .%s", (form, text) => {
  expect(wholeAddresses(form, text, HERE)).toBe(text);
});
