import { expect, test } from "vitest";
import { isFenced, NO_FENCE } from "../../functions/storage/newsroom/fence.ts";

const [OWN, SOURCE, OTHER] = ["a", "b", "c"].map((each) => each.repeat(64)) as [string, string, string];
const key = `media/${OWN}/photo.jpg`;

test.each([
  ["its own bytes are hidden", { hiddenFiles: new Set([OWN]) }],
  ["what it was made of is hidden", { hiddenFiles: new Set([SOURCE]) }],
  ["its own bytes were taken down", { takenDown: new Set([OWN]) }],
  ["what it was made of was taken down", { takenDown: new Set([SOURCE]) }],
  ["its object is gone for good", { gone: new Set([key]) }],
])("a file is fenced when %s", (_, fence) => {
  expect(isFenced({ ...NO_FENCE, ...fence }, { key, sources: [OTHER, SOURCE] })).toBe(true);
});

test("a file is free when others are hidden or were taken down", () => {
  const fence = {
    ...NO_FENCE,
    hiddenFiles: new Set([OTHER]),
    takenDown: new Set([OTHER]),
    gone: new Set([`media/${OTHER}/photo.jpg`]),
  };
  expect(isFenced(fence, { key, sources: [SOURCE] })).toBe(false);
  expect(isFenced(fence, { key })).toBe(false);
});
