import { hashOf } from "../../../domain/addresses.ts";
import type { Asset, AssetRendition } from "../../../domain/documents/kit.ts";
import type { Language } from "../../../domain/language.ts";
import { fileSize } from "../../messages/file-size.ts";
import { messagesOf } from "../../messages/messages-of.ts";

interface Offered extends AssetRendition {
  readonly download: string;
}

/** One button for each file that one can have of an asset, with what it will cost. */
export function AssetDownloads({ asset, language }: { asset: Asset; language: Language }) {
  const { kit } = messagesOf(language);
  const offered = offeredOf(asset);
  const labelOf = ({ name }: Offered) => {
    if (offered.length === 1) return kit.download;
    return name === "original" ? kit.original : kit.web;
  };
  return (
    <p class="actions">
      {offered.map((rendition) => (
        <a
          class={rendition.name === "original" ? "button" : "button quiet"}
          href={rendition.download}
          download
        >
          <span class="hidden">{asset.headline}: </span>
          {labelOf(rendition)(downloadFormat(rendition.download))}{" "}
          <small>{extent(rendition, language)}</small>
        </a>
      ))}
    </p>
  );
}

/** What to check downloads against, as `sha256sum -c` reads it. */
export function Checksums({ asset }: { asset: Asset }) {
  const lines = offeredOf(asset).map(({ path, download }) => `${hashOf(path)}  ${fileName(download)}`);
  return (
    <details>
      <summary>SHA-256</summary>
      <pre>{lines.join("\n")}</pre>
    </details>
  );
}

function offeredOf({ renditions }: Asset): Offered[] {
  return renditions.filter((each): each is Offered => each.download !== undefined);
}

/** “3000 × 2000, 2.4 MB” */
function extent({ width, height, bytes }: AssetRendition, language: Language): string {
  const size = fileSize(bytes, language);
  return width === undefined || height === undefined ? size : `${width}\u00a0×\u00a0${height}, ${size}`;
}

/** “JPG”, “PDF”: the format as the name of a file tells it. */
export function downloadFormat(file: string): string {
  const format = (file.split(".").at(-1) ?? "").toUpperCase();
  return format === "WEBP" ? "WebP" : format;
}

function fileName(address: string): string {
  return address.split("/").at(-1) ?? "";
}
