import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../../functions/domain/language.ts";
import { bodyAt, compiled, compiledIn, documentAt } from "../../../worlds/content/compiled.ts";
import { contentFolder } from "../../../worlds/content/content.ts";
import { edited } from "../../../worlds/content/content-problems.ts";
import {
  EVENT_ID,
  KIT_ID,
  PAGE_ID,
  picture,
  SMALL_NEWSROOM,
  showsNobody,
  words,
  writeFile,
} from "../../../worlds/content/small-newsroom.ts";

describe("an event", () => {
  it("has its sessions and places in UTC, and stands in the list by its end", async () => {
    const unit = await compiled("events/press-day");
    expect(bodyAt(unit, "/en/events/press-day")).toMatchObject({
      kind: "event",
      start: "2020-07-30T05:00:00Z",
      end: "2020-07-30T06:00:00Z",
      series: { id: "world-day", title: "World Day" },
      sessions: [{ id: "opening", start: "2020-07-30T05:00:00Z", languages: ["en"], speakers: [] }],
      places: [{ id: "press-room", opens: "2020-07-01T04:00:00Z", closes: "2020-07-30T05:00:00Z" }],
      calendar: { uid: `${EVENT_ID}@newsroom.example.org`, sequence: 0 },
    });
    expect(documentAt(unit, "/kk/events/press-day").items[1]?.key).toEqual({
      pk: "list#kk#events",
      sk: `2020-07-30T06:00:00Z#${EVENT_ID}`,
    });
  });

  it("keeps places for invited guests to itself", async () => {
    const yaml = String(SMALL_NEWSROOM["events/press-day/event.yaml"]).replace(
      "audience: press",
      "audience: invitation",
    );
    expect(
      bodyAt(
        await compiled("events/press-day", { "events/press-day/event.yaml": yaml }),
        "/en/events/press-day",
      ),
    ).toMatchObject({ places: [] });
  });

  it("is an edition of its series", async () => {
    const unit = await compiledIn(await contentFolder(), "site.yaml", "series/world-day");
    expect(bodyAt(unit, "/ru/series/world-day")).toMatchObject({
      kind: "series",
      publishAt: "2020-07-01T04:00:00Z",
      editions: [{ path: "/ru/events/press-day", end: "2020-07-30T06:00:00Z" }],
    });
  });
});

describe("a kit", () => {
  it("offers its files for download under their own names", async () => {
    const unit = await compiled("media-kits/photos");
    const [file] = unit.media;
    expect(file).toMatchObject({
      mediaType: "image/png",
      disposition: `attachment; filename="steppe.png"; filename*=UTF-8''steppe.png`,
    });
    expect(bodyAt(unit, "/downloads/photos/steppe.png")).toMatchObject({
      kind: "download",
      rendition: "original",
      targets: [{ to: `/${file?.key}` }],
    });
    expect(bodyAt(unit, "/en/kits/photos")).toMatchObject({
      id: KIT_ID,
      assetCount: 1,
      totalBytes: file?.bytes,
      assets: [
        {
          file: "steppe.png",
          renditions: [
            { name: "original", width: 60, height: 40, download: "/downloads/photos/steppe.png" },
            { name: "web-jpeg", width: 60, height: 40, download: "/downloads/photos/steppe-web.jpg" },
            { name: "web-webp", download: "/downloads/photos/steppe-web.webp" },
            { name: "thumbnail" },
          ],
          licence: { name: "CC BY" },
          captions: [],
        },
      ],
    });
  });

  it("keeps the pages after the first in parts that its document names", async () => {
    const directory = await contentFolder();
    const asset = (n: number) =>
      `  - { id: a-${n}, file: a-${n}.png, kind: document, people: false, creator: A, created: 2020, licence: cc-by-4-0 }\n`;
    const numbers = Array.from({ length: 100 }, (_, n) => n);
    const yaml = String(SMALL_NEWSROOM["media-kits/photos/kit.yaml"]);
    writeFile(
      directory,
      "media-kits/photos/kit.yaml",
      yaml.slice(0, yaml.indexOf("  - {")) + numbers.map(asset).join("").replaceAll(".png", ".txt"),
    );
    for (const n of numbers) writeFile(directory, `media-kits/photos/a-${n}.txt`, `file ${n}`);
    const assets = Object.fromEntries(
      numbers.map((n) => [`a-${n}`, { headline: "A", caption: "A", credit: "A" }]),
    );
    writeFile(directory, "media-kits/photos/en.md", words({ title: "Kit", summary: "Kit", assets }));
    for (const name of ["ru.md", "kk.md", "steppe.png"])
      writeFile(directory, `media-kits/photos/${name}`, null);
    const unit = await compiledIn(directory, "media-kits/photos");
    const document = documentAt(unit, "/en/kits/photos");
    const kit = bodyAt(unit, "/en/kits/photos");
    if (kit.kind !== "kit") throw new Error("not a kit");
    expect([kit.assets.length, kit.assetCount, kit.pages?.count]).toEqual([48, 100, 3]);
    expect(document.parts.map(({ key, body }) => [key.sk, JSON.parse(body).length])).toEqual([
      [`part#${kit.pages?.hash}#0002`, 48],
      [`part#${kit.pages?.hash}#0003`, 4],
    ]);
  });
});

it("a picture in a text is shown from the media bucket with its size", async () => {
  const text = String(SMALL_NEWSROOM["pages/about/en.md"]);
  const unit = await compiled("pages/about", {
    "pages/about/page.yaml": `${SMALL_NEWSROOM["pages/about/page.yaml"]}${showsNobody("house.png")}`,
    "pages/about/en.md": `${text}\n![A house](house.png)\n`,
    "pages/about/house.png": await picture(60, 40),
  });
  const [house] = unit.media;
  expect(house).toMatchObject({ disposition: "inline" });
  expect(bodyAt(unit, "/en/about")).toMatchObject({
    kind: "page",
    id: PAGE_ID,
    html: `<p>Who we are.</p>\n<p><img src="/${house?.key}" width="60" height="40" alt="A house" loading="lazy"></p>`,
    contacts: [{ name: "Press office", zone: "Asia/Almaty" }],
  });
});

it("the site carries its navigation and topics, and each topic has a document of its own", async () => {
  const unit = await compiledIn(await contentFolder(), "site.yaml", "site");
  const site = JSON.parse(documentAt(unit, "/ru/").items[0]?.body ?? "");
  expect(site).toMatchObject({
    address: "https://newsroom.example.org",
    rendering: "test",
    navigation: [{ title: "About ru", path: "/ru/about" }],
    topics: [{ id: "protection" }, { id: "data" }],
    security: "mailto:security@example.org",
  });
  expect(bodyAt(unit, "/kk/topics/data")).toMatchObject({ kind: "topic", description: "On data қазақша" });
  expect(unit.sitemap.map(({ id }) => id)).toEqual([
    "front",
    "releases",
    "events",
    "kits",
    "topic-protection",
    "topic-data",
  ]);
});

it("the site names its hub in every language", async () => {
  const hub = "https://hub.example.org/";
  const unit = await compiledIn(
    await contentFolder(edited("site.yaml", "security:", `hub: ${hub}\nsecurity:`)),
    "site.yaml",
    "site",
  );
  for (const language of LANGUAGES)
    expect(JSON.parse(documentAt(unit, `/${language}/`).items[0]?.body ?? "")).toMatchObject({ hub });
});
