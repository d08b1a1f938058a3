import { expect, it } from "vitest";
import { CONSENT, consentingKit } from "../../../worlds/content/consenting-kit.ts";
import { found, holds } from "../../../worlds/content/content-problems.ts";
import type { ContentFiles } from "../../../worlds/content/small-newsroom.ts";

const PROTECTED = { ...CONSENT, protected: "true", obscured: "true" };
const without = (field: keyof typeof CONSENT) => {
  const { [field]: _, ...rest } = CONSENT;
  return consentingKit(rest);
};
const renamed = (files: ContentFiles, from: string, to: string): ContentFiles => ({
  ...files,
  "media-kits/photos/kit.yaml": String(files["media-kits/photos/kit.yaml"]).replace(from, to),
});
const saying = (files: ContentFiles, field: string, text: string): ContentFiles => ({
  ...files,
  "media-kits/photos/en.md": `---\ntitle: Kit\nsummary: Files\nassets:\n  steppe: { headline: A view, caption: A view., alt: Grass, credit: A. Maker, ${field}: "${text}" }\n---\n`,
});

holds([
  [
    "people in an asset without a recorded consent",
    () => consentingKit(undefined),
    "error steppe shows people, and no consent of theirs is recorded",
  ],
  [
    "a consent to what shows nobody",
    () => consentingKit(CONSENT, { people: "false" }),
    "error steppe has a consent but says that it shows nobody",
  ],
  ["a consent without an end", () => without("ends"), "error ends is missing"],
  ["a consent that nobody else looked at", () => without("reviewedBy"), "error reviewedBy is missing"],
  ["a consent whose paper cannot be found", () => without("reference"), "error reference is missing"],
  [
    "a reference that tells of the person",
    () => consentingKit({ ...CONSENT, reference: "Aigerim-2025" }),
    "expected a number such as C-2026-0142, which says nothing about the person",
  ],
  [
    "people who agreed to be shown here only",
    () => consentingKit({ ...CONSENT, scope: "[newsroom]" }),
    "error those in steppe did not agree to publication by the media",
  ],
  [
    "a consent that is dated ahead",
    () => consentingKit({ ...CONSENT, date: "2031-01" }),
    "error this consent lies ahead",
  ],
  [
    "a consent that ends before it was given",
    () => consentingKit({ ...CONSENT, ends: "2024-01-01T00:00" }),
    "error the consent to steppe ends before it was given",
  ],
  [
    "a consent that can end beside a licence that cannot",
    () => consentingKit({ ...CONSENT, ends: "2030-01-01T00:00" }, { licence: "cc-by-4-0" }),
    "error the consent can end, and cc-by-4-0 can never be taken back",
  ],
  [
    "a consent that can be taken back beside a licence that cannot",
    () => consentingKit(CONSENT, { licence: "cc-by-4-0" }),
    "error the consent can end, and cc-by-4-0 can never be taken back",
  ],
  [
    "a consent that the photographer reviewed alone",
    () => consentingKit({ ...CONSENT, reviewedBy: "a. maker" }),
    "error a. maker made steppe and reviewed the consent to it",
  ],
  [
    "protected people who can be recognised",
    () => consentingKit({ ...CONSENT, protected: "true" }),
    "error steppe shows people who must not be found; expected `obscured: true`",
  ],
  [
    "protected people at a place that can be found",
    () => consentingKit(PROTECTED, { place: "{ country: KZ, name: { en: Aksu, ru: Аксу, kk: Ақсу } }" }),
    "error the place of steppe is too precise",
  ],
  [
    "protected people in a file whose name may tell of them",
    () => renamed(consentingKit(PROTECTED), "steppe.png", "after-the-raid.png"),
    "error the name of after-the-raid.png may tell more than the asset may; expected a name that is that of the asset, steppe.png",
  ],
  [
    "protected people in the preview of their kit",
    () => ({
      ...consentingKit(PROTECTED, {}),
      "media-kits/photos/kit.yaml": `${consentingKit(PROTECTED)["media-kits/photos/kit.yaml"]}image: { file: steppe.png, alt: { en: a, ru: a, kk: a }, credit: { en: a, ru: a, kk: a } }\n`,
    }),
    "error steppe.png shows people who must not be found, and previews of the page would carry it anywhere",
  ],
  [
    "what reads like the name of somebody protected",
    () => saying(consentingKit(PROTECTED), "transcript", "Then Aigerim Omarova went home."),
    "warning “Aigerim Omarova” in the transcript of steppe reads like a name",
  ],
]);

it("an asset whose people agreed to all that a kit does is right", async () => {
  expect(await found(consentingKit(CONSENT))).toEqual([]);
  expect(await found(consentingKit(PROTECTED, { place: "{ country: KZ }" }))).toEqual([]);
  expect(await found(consentingKit({ ...CONSENT, ends: "never" }, { licence: "cc-by-4-0" }))).toEqual([]);
});
