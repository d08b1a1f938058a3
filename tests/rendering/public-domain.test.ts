import { expect, test } from "vitest";
import type { Asset } from "../../functions/domain/documents/kit.ts";
import { LANGUAGES, type Language } from "../../functions/domain/language.ts";
import { kitResource } from "../../functions/rendering/api/kit-resource.ts";
import { readmeText } from "../../functions/rendering/archive/readme-text.ts";
import { messagesOf } from "../../functions/rendering/messages/messages-of.ts";
import { README } from "../../functions/rendering/messages/readme.ts";
import { kitPage } from "../../functions/rendering/pages/kit/kit-page.tsx";
import { copyrightOf } from "../../functions/workflows/content/compile/rights-of-asset.ts";
import { iptcFields } from "../../functions/workflows/media/metadata/iptc-fields.ts";
import { plainTags } from "../../functions/workflows/media/metadata/plain-tags.ts";
import { rightsXmp } from "../../functions/workflows/media/metadata/rights-xmp.ts";
import { kitDocument, siteDocument } from "../worlds/documents/documents.ts";
import { RIGHTS } from "../worlds/documents/rights.ts";
import { pageContext } from "../worlds/reading/every-page.ts";

const CC0 = { id: "cc0-1.0", url: "https://creativecommons.org/publicdomain/zero/1.0/" };
const NOTICE = copyrightOf({ creator: "Dateline", created: "2026-09" } as never, CC0);

/** The kit of tests, of which so many files are in the public domain. */
function kitOf(language: Language, free: (asset: Asset, n: number) => boolean) {
  const kit = kitDocument(language);
  const assets = kit.assets.map((asset, n) =>
    free(asset, n)
      ? {
          ...asset,
          licence: { ...CC0, name: "CC0", terms: "Free." },
          usageTerms: "Free.",
          copyright: NOTICE,
        }
      : asset,
  );
  return { ...kit, assets };
}
const unfolded = (text: string) => text.replace(/\r\n/g, " ");
const page = (language: Language, kit: ReturnType<typeof kitOf>) =>
  kitPage(pageContext(language), kit, { page: 1, pages: 1 });
const readme = (kit: ReturnType<typeof kitOf>) => unfolded(readmeText(kit, new Map()));

test("the notice of a file in the public domain names nobody as the holder of a right", () => {
  expect(NOTICE).toBe("CC0, Dateline");
});

test.each(LANGUAGES)("in %s nothing says of files under CC0 that one must credit them, or ©", (language) => {
  const kit = kitOf(language, () => true);
  const api = kitResource(siteDocument(language), kit, 1, "2026-11-20T09:00:00Z");
  const { howToCredit, creditWelcome, copyright } = messagesOf(language).kit;
  for (const text of [page(language, kit), readme(kit), api]) expect(text).not.toContain("©");
  for (const told of [`<dt>${howToCredit}</dt>`, `<dt>${copyright}</dt>`])
    expect(page(language, kit)).not.toContain(told);
  expect(page(language, kit)).toContain(`<dt>${creditWelcome}</dt>`);
  expect(readme(kit)).not.toContain(README[language].howToCreditText);
  expect(readme(kit)).toContain(README[language].creditWelcomeText);
  const files = JSON.parse(api).assets;
  expect(files).toHaveLength(kit.assets.length);
  for (const file of files)
    expect([file.copyrightHolder, file.licence.requires, file.copyrightNotice]).toEqual([
      ...[undefined, [], NOTICE],
    ]);
});

test.each(LANGUAGES)("in %s the README of a mixed kit names the files that need no credit", (language) => {
  const kit = kitOf(language, (_, n) => n === 0);
  const text = readme(kit);
  expect(text).toContain(README[language].howToCreditText);
  expect(text).toContain(README[language].notToCredit(kit.assets[0]?.file ?? ""));
  expect(page(language, kit)).toContain(`<dt>${messagesOf(language).kit.howToCredit}</dt>`);
});

test("a file in the public domain says within itself that no rights are reserved", () => {
  const rights = { ...RIGHTS, copyrightNotice: NOTICE, publicDomain: true as const };
  const said = [rightsXmp(rights), ...iptcFields(rights).flat(), ...Object.values(plainTags(rights))].join();
  expect(said).not.toContain("©");
  expect(said).toContain("<xmpRights:Marked>False</xmpRights:Marked>");
  expect(rightsXmp(RIGHTS)).toContain("<xmpRights:Marked>True</xmpRights:Marked>");
});
