import { describe, expect, it } from "vitest";
import { cut, iptcFields } from "../../../functions/workflows/media/metadata/iptc-fields.ts";
import { rightsXmp, smallRightsXmp } from "../../../functions/workflows/media/metadata/rights-xmp.ts";
import { fc } from "../../worlds/documents/fast-check.ts";
import { RIGHTS } from "../../worlds/documents/rights.ts";

describe("a field of IPTC-IIM", () => {
  it("has at most its bytes, and ends with a whole letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 0, max: 64 }), (text, bytes) => {
        const kept = cut(text, bytes);
        expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(bytes);
        expect(text.startsWith(kept)).toBe(true);
        expect(Buffer.from(kept).toString()).toBe(kept);
      }),
    );
  });

  it("keeps a mark with its letter", () => {
    expect(cut("Шаңырақ", 11)).toBe("Шаңыр");
    expect(cut("и\u0306и\u0306", 7)).toBe("и\u0306");
    expect(cut("A👩‍👩‍👧", 8)).toBe("A");
    expect(cut("🇰🇿🇷🇺", 12)).toBe("🇰🇿");
    expect(cut("A👍🏽", 5)).toBe("A");
  });

  it("has the whole credit, and of a very long caption as much as a caption may have", () => {
    const credit = "Фото: МОМ / Айгүл Сатыбалдина, Алматы";
    const caption = "Шаңырақ над степью. ".repeat(200);
    const fields = new Map(iptcFields({ ...RIGHTS, credit: { ru: credit }, caption: { ru: caption } }));
    expect(fields.get("Credit")).toBe(credit);
    expect(Buffer.byteLength(fields.get("Caption-Abstract") ?? "")).toBeLessThanOrEqual(2000);
  });
});

it("the country stands in IPTC in the language of the file", () => {
  const country = (language: "en" | "ru" | "kk") =>
    new Map(iptcFields({ ...RIGHTS, language, place: { country: "KZ" } })).get("Country-PrimaryLocationName");
  expect([country("en"), country("ru"), country("kk")]).toEqual(["Kazakhstan", "Казахстан", "Қазақстан"]);
});

describe("the XMP of a file", () => {
  it("is the same for the same rights, and whole in itself", () => {
    expect(rightsXmp(RIGHTS)).toBe(rightsXmp(structuredClone(RIGHTS)));
    expect(rightsXmp(RIGHTS)).toMatch(/^<\?xpacket begin="\uFEFF" .*<\?xpacket end="r"\?>$/s);
    expect(rightsXmp(RIGHTS)).not.toMatch(/XMPToolkit|x:xmptk|CreateDate|\s{20}/);
  });

  it("lets nothing in a caption end an element", () => {
    const caption = { ru: `</rdf:li><x a="1">&amp; ]]> \u0000` };
    expect(rightsXmp({ ...RIGHTS, caption })).toContain(
      `<rdf:li xml:lang="x-default">&#x3C;/rdf:li&#x3E;&#x3C;x a=&#x22;1&#x22;&#x3E;&#x26;amp; ]]&#x3E; </rdf:li>`,
    );
  });

  it("of a thumbnail is in one language, and short", () => {
    const small = smallRightsXmp(RIGHTS);
    for (const said of [RIGHTS.headline, RIGHTS.credit, RIGHTS.usageTerms]) expect(small).toContain(said.ru);
    expect(small).not.toContain(RIGHTS.headline.en);
    expect(Buffer.byteLength(small)).toBeLessThanOrEqual(1200);
  });
});
