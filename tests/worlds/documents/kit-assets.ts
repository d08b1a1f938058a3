import { downloadPath, mediaPath } from "../../../functions/domain/addresses.ts";
import {
  type Archive,
  type Asset,
  type AssetRendition,
  originalOf,
} from "../../../functions/domain/documents/kit.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import { RELEASED, sha256 } from "./parts.ts";
import { KIT_TEXTS } from "./texts/kit.ts";

const KIT = "world-day";

/** A file of the kit with an address of its own; its name tells which rendition it is, unless it says otherwise. */
export function rendition(file: string, changes: Partial<AssetRendition> = {}): AssetRendition {
  const { name = "original" } = changes;
  const digit = { original: "1", "web-jpeg": "2", "web-webp": "3", thumbnail: "e" }[name];
  return {
    name,
    mediaType: "image/jpeg",
    bytes: 2_412_345,
    path: mediaPath(sha256(digit), file),
    ...(name !== "thumbnail" && { download: downloadPath(KIT, file) }),
    ...changes,
  };
}

/** A photograph at full quality, for the web in two formats, and as the page shows it. */
export function pictureRenditions(name: string): AssetRendition[] {
  return [
    rendition(`${name}.jpg`, { width: 3000, height: 2000 }),
    rendition(`${name}-web.jpg`, { name: "web-jpeg", bytes: 310_120, width: 1600, height: 1067 }),
    rendition(`${name}-web.webp`, {
      name: "web-webp",
      mediaType: "image/webp",
      bytes: 214_880,
      width: 1600,
      height: 1067,
    }),
    thumbnail(name, 267),
  ];
}

function thumbnail(name: string, height: number): AssetRendition {
  return rendition(`${name}-thumbnail.webp`, {
    name: "thumbnail",
    mediaType: "image/webp",
    bytes: 6_120,
    width: 400,
    height,
  });
}

/** A photograph, a vector graphic, a fact sheet and a clip with captions. */
export function kitAssets(language: Language): Asset[] {
  const { assets, licence, credit, alterations, transcript, place } = KIT_TEXTS[language];
  const files: (Pick<Asset, "id" | "kind" | "renditions"> & Partial<Asset>)[] = [
    {
      id: "heart",
      kind: "photograph",
      renditions: pictureRenditions("heart"),
      place: { country: "KZ", name: place },
    },
    {
      id: "logo",
      kind: "graphic",
      renditions: [
        rendition("logo.svg", { mediaType: "image/svg+xml", bytes: 1_204, width: 512, height: 512 }),
      ],
    },
    {
      id: "fact-sheet",
      kind: "document",
      language,
      renditions: [rendition(`fact-sheet-${language}.pdf`, { mediaType: "application/pdf", bytes: 88_120 })],
    },
    {
      id: "clip",
      kind: "video",
      duration: 30.04,
      renditions: [
        rendition("clip.mp4", { mediaType: "video/mp4", bytes: 5_804_112, width: 1280, height: 720 }),
        thumbnail("clip", 225),
      ],
      captions: LANGUAGES.map((of) => ({ language: of, path: mediaPath(sha256("c"), `clip.${of}.vtt`) })),
      transcript,
      poster: mediaPath(sha256("d"), "clip-poster.jpg"),
    },
  ];
  return files.map(({ renditions, ...each }, n) => ({
    file: renditions[0]?.path.split("/").at(-1) ?? "",
    renditions,
    headline: assets[n]?.[0] ?? each.id,
    caption: assets[n]?.[1] ?? each.id,
    ...(assets[n]?.[2] !== undefined && { alt: assets[n][2] }),
    credit,
    creator: "Dateline",
    source: "Dateline",
    copyright: "© 2026 Dateline",
    created: "2026-09",
    digitalSourceType: "algorithmicMedia",
    alterations,
    licence: { id: "cc-by-4.0", url: "https://creativecommons.org/licenses/by/4.0/", ...licence },
    usageTerms: licence.terms,
    captions: [],
    publishAt: RELEASED,
    ...each,
  }));
}

/** The ZIPs of a kit: all of it, and its photographs if it has any. */
export function kitArchives(assets: readonly Asset[]): Archive[] {
  const archive = (name: Archive["name"], file: string, held: readonly Asset[]): Archive[] =>
    held.length === 0
      ? []
      : [
          {
            name,
            file,
            fileCount: held.length,
            bytes: bytesOf(held),
            path: mediaPath(sha256(name === "kit" ? "8" : "9"), file),
            download: downloadPath(KIT, file),
            publishAt: RELEASED,
          },
        ];
  return [
    ...archive("kit", `${KIT}.zip`, assets),
    ...archive(
      "photographs",
      `${KIT}-photographs.zip`,
      assets.filter(({ kind }) => kind === "photograph"),
    ),
  ];
}

/** Bytes of the originals. */
export function bytesOf(assets: readonly Asset[]): number {
  return assets.reduce((sum, asset) => sum + originalOf(asset).bytes, 0);
}

/** The same files, with everything that a page can tell of one: a note, marks, a recording, someone to protect. */
export function tellingAssets(language: Language): Asset[] {
  const assets = kitAssets(language);
  const [photograph, , , clip] = assets;
  if (!photograph || !clip) throw new Error("The kit has no photograph or no clip.");
  const { alterations: _, ...asShot } = photograph;
  return [
    {
      ...asShot,
      creator: "A. Maker",
      digitalSourceType: "digitalCapture",
      specialInstructions: KIT_TEXTS[language].instructions,
    },
    { ...photograph, id: "edited", digitalSourceType: "compositeWithTrainedAlgorithmicMedia" },
    { ...photograph, id: "portrait", protected: true, renditions: pictureRenditions("portrait") },
    ...assets.slice(1),
    {
      ...clip,
      id: "recording",
      file: "recording.mp3",
      kind: "audio",
      duration: 3725,
      renditions: [rendition("recording.mp3", { mediaType: "audio/mpeg", bytes: 29_804_112 })],
    },
  ];
}
