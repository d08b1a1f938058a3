import { type Asset, originalOf, thumbnailOf } from "../../../domain/documents/kit.ts";
import { LANGUAGE_NAMES, type Language } from "../../../domain/language.ts";
import { downloadFormat } from "./asset-downloads.tsx";

/**
 * What a file looks like before one downloads it; nothing is fetched for what is not on the screen yet.
 * @param offered without it, nothing but a small picture is shown: what is shown in full could be kept
 */
export function AssetPreview({
  asset,
  offered,
  language,
}: {
  asset: Asset;
  offered: boolean;
  language: Language;
}) {
  if (offered && (asset.kind === "video" || asset.kind === "audio"))
    return (
      <div class="frame">
        <Player asset={asset} language={language} />
      </div>
    );
  const shown = thumbnailOf(asset) ?? (offered ? originalOf(asset) : undefined);
  if (!shown?.mediaType.startsWith("image/") || asset.kind === "document")
    return (
      <div class="frame sheet-of-paper" aria-hidden="true">
        {downloadFormat(asset.file)}
      </div>
    );
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
}

/** A clip or a recording, with captions in every language there is; those of the page are on from the start. */
function Player({ asset, language }: { asset: Asset; language: Language }) {
  const Medium = asset.kind === "video" ? "video" : "audio";
  const { path, mediaType, width, height } = originalOf(asset);
  const picture =
    asset.kind === "video" ? { width, height, poster: thumbnailOf(asset)?.path ?? asset.poster } : {};
  return (
    <Medium controls preload="none" aria-label={asset.alt ?? asset.headline} {...picture}>
      <source src={path} type={mediaType} />
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
