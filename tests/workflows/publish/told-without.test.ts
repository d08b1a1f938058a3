import { expect, test } from "vitest";
import type { ChangesDocument, TextChange } from "../../../functions/domain/documents/changes.ts";
import { changesKey } from "../../../functions/storage/newsroom/keys.ts";
import { item } from "../../../functions/storage/newsroom/parts.ts";
import { textDifference } from "../../../functions/workflows/publish/changes/text-difference.ts";
import { changesWithout } from "../../../functions/workflows/publish/without/changes-without.ts";
import { releaseDocument } from "../../worlds/documents/documents.ts";

const AT = "2026-03-01T09:00:00Z";
const PICTURE = '<img src="/media/x/house.jpg" alt="A house by the river">';
const release = (...blocks: string[]) =>
  releaseDocument("en", { html: blocks.map((block) => `<p>${block}</p>`).join("\n") });
const { path } = release();

function toldOf(changes: TextChange[]) {
  const document: ChangesDocument = { kind: "changes", path, language: "en", changes };
  return item(changesKey(path), JSON.stringify(document), AT);
}
const minor = (before: string, after: string): TextChange => ({
  at: AT,
  kind: "minor",
  paragraphs: textDifference(before, after),
});
const tells = (told: ReturnType<typeof toldOf>): TextChange[] => JSON.parse(told.body).changes;

test("the paragraphs that hold a caption go, also where it read otherwise before, and a change that was nothing else", () => {
  const told = toldOf([
    minor("Seen in 2019.\nOne.", "Seen in spring.\nTwo."),
    minor("", "A house by the river\nSeen in 2019."),
    {
      at: AT,
      kind: "correction",
      note: "A picture more.",
      paragraphs: textDifference("", "Seen in spring."),
    },
  ]);
  const before = release("One.", PICTURE, "<em>Seen in spring.</em>", "Three.");
  const left = tells(changesWithout(told, before, release("One.", "Three.")));
  expect(left).toEqual([
    { at: AT, kind: "minor", paragraphs: textDifference("One.", "Two.") },
    { at: AT, kind: "minor", paragraphs: textDifference("", "Seen in 2019.") },
    { at: AT, kind: "correction", note: "A picture more.", paragraphs: [] },
  ]);
});

test("of a picture within a line the words of the picture are searched, whatever the line read", () => {
  const told = toldOf([minor("It stands.", `A house by the river: it stood.`), minor("A house.", "A hut.")]);
  const before = release(`See ${PICTURE} over there.`);
  expect(tells(changesWithout(told, before, release("See over there.")))).toEqual([
    minor("A house.", "A hut."),
  ]);
});

test("what is told stays as it is, byte by byte, where none of the words stands in it", () => {
  const told = toldOf([minor("One.", "Two."), minor("The riverside.", "A house by the riverside.")]);
  expect(changesWithout(told, release(PICTURE, "One."), release("One."))).toBe(told);
});

test("a caption that another picture still has stays in what is told", () => {
  const told = toldOf([minor("", "A house by the river")]);
  expect(changesWithout(told, release(PICTURE, PICTURE), release(PICTURE))).toBe(told);
});
