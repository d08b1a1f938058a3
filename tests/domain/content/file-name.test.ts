import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { FileName } from "../../../functions/domain/content/fields.ts";
import { mayNamePerson, proposedFileName } from "../../../functions/domain/content/file-name.ts";
import { fc } from "../../worlds/documents/fast-check.ts";

const HASH = "3fa9c0de".padEnd(64, "0");

describe("the name of a file", () => {
  test.each([
    "Aigul Serik.jpg",
    "AigulSerik_2.jpg",
    "portrait-of-ivanova.jpg",
    "Айгүл Серікқызы.mp4",
    "интервью Петров.mov",
    "2024-05-01 Dana Omarova.png",
  ])("may be that of a person: %s", (name) => expect(mayNamePerson(name)).toBe(true));

  test.each(["DSC_0123.JPG", "IMG-20240501-WA0003.jpg", "World Day.png", "shelter-kitchen.jpg", "a.jpg", ""])(
    "is nobody's: %s",
    (name) => expect(mayNamePerson(name)).toBe(false),
  );
});

describe("the proposed name", () => {
  test.each([
    ["DSC_0123.JPG", "DSC_0123.JPG"],
    ["kitchen of the shelter (1).JPG", "kitchen-of-the-shelter-1.jpg"],
    ["_draft.png", "draft.png"],
    ["Зал.jpg", "file-3fa9c0de.jpg"],
    ["Aigul Serik.jpg", "file-3fa9c0de.jpg"],
    ["bad..name.jpg", "bad-name.jpg"],
  ])("for %s is %s", (name, proposed) => expect(proposedFileName(name, HASH)).toBe(proposed));

  test("is always allowed, short, and in no folder, whatever the file is called", () => {
    const name = fc.string({ unit: "binary", maxLength: 300 });
    fc.assert(
      fc.property(name, (given) => {
        const proposed = proposedFileName(given, HASH);
        expect(v.is(FileName, proposed)).toBe(true);
        expect(proposed).not.toContain("/");
      }),
    );
  });
});
