import { downloadPath, mediaPath } from "../../functions/domain/addresses.ts";
import type { Asset } from "../../functions/domain/documents/kit.ts";
import { LANGUAGES, type Language } from "../../functions/domain/language.ts";
import { RELEASED, sha256 } from "./parts.ts";
import { KIT_TEXTS } from "./texts/kit.ts";

/** A photograph, a vector graphic, a fact sheet and a clip with captions. */
export function kitAssets(language: Language): Asset[] {
  const { assets, licence, credit, alterations, transcript } = KIT_TEXTS[language];
  const files = [
    {
      id: "heart",
      file: "heart.jpg",
      kind: "photograph",
      mediaType: "image/jpeg",
      bytes: 2_412_345,
      width: 3000,
      height: 2000,
    },
    {
      id: "logo",
      file: "logo.svg",
      kind: "graphic",
      mediaType: "image/svg+xml",
      bytes: 1_204,
      width: 512,
      height: 512,
    },
    {
      id: "fact-sheet",
      file: `fact-sheet-${language}.pdf`,
      kind: "document",
      mediaType: "application/pdf",
      bytes: 88_120,
      language,
    },
    {
      id: "clip",
      file: "clip.mp4",
      kind: "video",
      mediaType: "video/mp4",
      bytes: 5_804_112,
      width: 1280,
      height: 720,
    },
  ] as const;
  return files.map((each, n) => ({
    ...each,
    sha256: sha256(String(n + 1)),
    download: downloadPath("world-day", each.file),
    path: mediaPath(sha256(String(n + 1)), each.file),
    headline: assets[n]?.[0] ?? each.id,
    caption: assets[n]?.[1] ?? each.id,
    ...(assets[n]?.[2] !== undefined && { alt: assets[n][2] }),
    credit,
    creator: "Dateline",
    created: "2026-09",
    alterations,
    licence: { id: "cc-by-4.0", url: "https://creativecommons.org/licenses/by/4.0/", ...licence },
    captions:
      each.kind === "video"
        ? LANGUAGES.map((of) => ({ language: of, path: mediaPath(sha256("c"), `clip.${of}.vtt`) }))
        : [],
    ...(each.kind === "video" && { transcript, poster: mediaPath(sha256("d"), "clip.jpg") }),
    ...(each.kind === "photograph" && { thumbnail: thumbnail("e", "heart", 267) }),
    ...(each.kind === "video" && { thumbnail: thumbnail("f", "clip", 225) }),
    publishAt: RELEASED,
  }));
}

function thumbnail(digit: string, name: string, height: number): Asset["thumbnail"] {
  const path = mediaPath(sha256(digit), `${name}-thumbnail.webp`);
  return { path, width: 400, height, bytes: 6_120, mediaType: "image/webp" };
}
