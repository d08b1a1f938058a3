import { expect, test } from "vitest";
import { shownEarly } from "../../../functions/domain/early/shown-early.ts";
import { addSeconds, NEVER } from "../../../functions/domain/instant.ts";
import { releaseDocument } from "../../worlds/documents/documents.ts";
import { reference, uuid } from "../../worlds/documents/parts.ts";

const LIFT = "2027-07-08T06:00:00Z";
const NOW = addSeconds(LIFT, -3600);
const titled = (title: string, n: number, publishAt: string) =>
  reference(title, `/en/releases/${n}`, "en", { id: uuid(n), publishAt });
const release = releaseDocument("en", {
  publishAt: LIFT,
  related: [
    titled("public", 31, NOW),
    titled("lifts at the same time", 32, LIFT),
    titled("granted, lifts later", 33, addSeconds(LIFT, 86_400)),
    titled("granted draft", 34, NEVER),
  ],
  kit: titled("kit", 35, addSeconds(NOW, 1)),
});

test("of what a release refers to, only what is public now or was granted shows", () => {
  const shown = shownEarly(release, new Set([uuid(33), uuid(34)]), NOW);
  expect(shown.related.map(({ title }) => title)).toEqual([
    "public",
    "granted, lifts later",
    "granted draft",
  ]);
  expect(shown.kit).toBeUndefined();
});

test("the newer figure of an embargoed release stays hidden until that is granted", () => {
  const figures = release.figures.map((figure) => ({
    ...figure,
    supersededBy: { id: "newer", value: "70", release: titled("newer", 36, LIFT) },
  }));
  const hidden = shownEarly({ ...release, figures }, new Set(), NOW);
  expect(hidden.figures.some((figure) => figure.supersededBy)).toBe(false);
  const shown = shownEarly({ ...release, figures }, new Set([uuid(36)]), NOW);
  expect(shown.figures.every((figure) => figure.supersededBy?.value === "70")).toBe(true);
});
