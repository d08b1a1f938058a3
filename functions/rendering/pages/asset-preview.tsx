import { type Asset, originalOf, thumbnailOf } from "../../domain/documents/kit.ts";
import { LANGUAGE_NAMES, type Language } from "../../domain/language.ts";

/** What a file looks like before one downloads it; nothing is fetched for what is not on the screen yet. */
export function AssetPreview({ asset, language }: { asset: Asset; language: Language }) {
  const thumbnail = thumbnailOf(asset);
  const shown = thumbnail ?? originalOf(asset);
  switch (asset.kind) {
    case "photograph":
    case "graphic":
      if (!thumbnail && !shown.mediaType.startsWith("image/")) return <Sheet asset={asset} />;
      return (
        <div class={isMark(asset) ? "frame mark" : "frame"}>
          <img
            src={shown.path}
            alt={asset.alt ?? asset.caption}
            width={shown.width}
            height={shown.height}
            loading="lazy"
            decoding="async"
          />
        </div>
      );
    case "video":
    case "audio":
      return (
        <div class="frame">
          <Player asset={asset} language={language} />
        </div>
      );
    case "document":
      return <Sheet asset={asset} />;
  }
}

/** In the place of what a browser cannot show in a page: the name of its format. */
function Sheet({ asset }: { asset: Asset }) {
  return (
    <div class="frame sheet-of-paper" aria-hidden="true">
      {formatOf(asset)}
    </div>
  );
}

/** A clip or a recording, with captions in every language there is; those of the page are on from the start. */
function Player({ asset, language }: { asset: Asset; language: Language }) {
  const Medium = asset.kind === "video" ? "video" : "audio";
  const original = originalOf(asset);
  const picture =
    asset.kind === "video"
      ? { width: original.width, height: original.height, poster: thumbnailOf(asset)?.path ?? asset.poster }
      : {};
  return (
    <Medium controls preload="none" aria-label={asset.alt ?? asset.headline} {...picture}>
      <source src={original.path} type={original.mediaType} />
      {asset.captions.map((each) => (
        <track
          kind="captions"
          src={each.path}
          srclang={each.language}
          label={LANGUAGE_NAMES[each.language]}
          default={each.language === language}
        />
      ))}
    </Medium>
  );
}

/** Whether it is drawn for a page's own ground, as a logo is: it is shown on white, in either scheme. */
function isMark(asset: Asset): boolean {
  return asset.kind === "graphic" && originalOf(asset).mediaType !== "image/jpeg";
}

/** “JPG”, “PDF”: the format as the file's name tells it. */
export function formatOf({ file }: Asset): string {
  return (file.split(".").at(-1) ?? "").toUpperCase();
}
