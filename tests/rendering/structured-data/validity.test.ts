import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../functions/domain/language.ts";
import { everyPage } from "../../worlds/reading/every-page.ts";

interface Node {
  readonly "@type"?: string | readonly string[];
  readonly "@id"?: string;
  readonly [property: string]: unknown;
}

/** Nodes of the structured data of every kind of page, in every language, each with the path that leads to it. */
const NODES = LANGUAGES.flatMap((language) =>
  Object.entries(everyPage(language)).flatMap(([name, html]) => {
    const source = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
    if (source === undefined) return [];
    const graph: Node[] = JSON.parse(source)["@graph"];
    return graph.flatMap((node, n) => within(node, `${language} ${name} ${n}`));
  }),
);

function within(value: unknown, at: string): { readonly at: string; readonly node: Node }[] {
  if (Array.isArray(value)) return value.flatMap((each, n) => within(each, `${at}[${n}]`));
  if (typeof value !== "object" || value === null) return [];
  const nested = Object.entries(value).flatMap(([name, each]) => within(each, `${at}.${name}`));
  return [{ at, node: value as Node }, ...nested];
}
const typesOf = ({ "@type": type = [] }: Node) => [type].flat();
const pageOf = (at: string) => at.replace(/ \d+[.[]?.*$/, "");
const placesOf = (found: (node: Node) => boolean) =>
  NODES.filter(({ node }) => found(node)).map(({ at }) => at);

/** schema.org: types whose instances are media objects, and properties that only those have. */
const MEDIA = ["MediaObject", "ImageObject", "VideoObject", "AudioObject"];
const OF_MEDIA = ["contentUrl", "contentSize", "uploadDate", "sha256", "width", "height", "duration"];
const DATES = /(?:date|Date|uploaded|expires|validFrom|validThrough)/;
const PARTIAL = ["dateCreated"];

describe("the structured data of every page", () => {
  test("is there on pages of each kind", () => {
    expect(new Set(NODES.map(({ at }) => pageOf(at))).size).toBeGreaterThan(20);
  });

  test("has no empty values, which validators report", () => {
    expect(
      placesOf((node) =>
        Object.values(node).some((value) => value === "" || (Array.isArray(value) && value.length === 0)),
      ),
    ).toEqual([]);
  });

  test("gives the properties of bytes to media objects alone", () => {
    expect(
      placesOf(
        (node) =>
          OF_MEDIA.some((property) => property in node) &&
          !typesOf(node).some((type) => MEDIA.includes(type)),
      ),
    ).toEqual([]);
  });

  test("types every node, or points to one on the same page that has a type", () => {
    const typed = new Set(
      NODES.filter(({ node }) => typesOf(node).length > 0).map(
        ({ at, node }) => `${pageOf(at)} ${node["@id"]}`,
      ),
    );
    const untyped = NODES.filter(({ node }) => typesOf(node).length === 0);
    expect(
      untyped.filter(({ at, node }) => !typed.has(`${pageOf(at)} ${node["@id"]}`)).map(({ at }) => at),
    ).toEqual([]);
  });

  test("tells moments with their offset, but for days on which something was made", () => {
    const wrong = NODES.flatMap(({ at, node }) =>
      Object.entries(node)
        .filter(([name, value]) => DATES.test(name) && !PARTIAL.includes(name) && typeof value === "string")
        .filter(([name]) => name !== "dateline" && name !== "validity")
        .filter(([, value]) => !/T\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(String(value)))
        .map(([name]) => `${at}.${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test("has what search engines require and recommend of each type", () => {
    const required: Readonly<Record<string, readonly string[]>> = {
      NewsArticle: ["headline", "image", "datePublished", "dateModified", "author"],
      Event: ["name", "startDate", "endDate", "location", "eventStatus", "eventAttendanceMode", "organizer"],
      VideoObject: ["name", "description", "uploadDate", "thumbnailUrl"],
      Offer: ["price", "priceCurrency", "url", "availability", "validFrom"],
      ListItem: ["position", "name", "item"],
      Organization: ["name"],
    };
    const lacking = NODES.flatMap(({ at, node }) =>
      typesOf(node).flatMap((type) =>
        (required[type] ?? [])
          .filter((property) => !(property in node))
          .map((property) => `${at} ${property}`),
      ),
    );
    expect(lacking).toEqual([]);
  });

  test("gives pictures of articles and events their size", () => {
    expect(
      NODES.filter(({ at }) => /\.image\[\d+\]$/.test(at) && !at.includes(".hasPart")).filter(
        ({ node }) => typeof node.width !== "number" || typeof node.height !== "number",
      ),
    ).toEqual([]);
  });
});
