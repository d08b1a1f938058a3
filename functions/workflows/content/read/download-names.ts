import type { Archive, AssetRendition } from "../../../domain/documents/kit.ts";
import { baseName, stemOf } from "./base-name.ts";

/** Photographs have an archive of their own where there is something else to leave out, and more than one of them. */
const FEWEST_PHOTOGRAPHS = 2;

/** Which archives there are of assets of these kinds. */
export function archiveNames(kinds: readonly string[]): Archive["name"][] {
  const photographs = kinds.filter((kind) => kind === "photograph").length;
  const apart = photographs >= FEWEST_PHOTOGRAPHS && photographs < kinds.length;
  return apart ? ["kit", "photographs"] : ["kit"];
}

/** `world-day-2020.zip`, `world-day-2020-photographs.zip` */
export function archiveFile(slug: string, name: Archive["name"]): string {
  return name === "kit" ? `${slug}.zip` : `${slug}-${name}.zip`;
}

/** Name of the original among the downloads: what a telephone writes is offered as the JPEG that it became. */
export const offeredName = (file: string): string => baseName(file).replace(/\.(?:hei[cf]|avif)$/i, ".jpg");

/** Names under which the files of an asset are downloaded: `steppe.jpg`, `steppe-web.jpg`, `steppe-web.webp`. */
export function downloadNames(file: string, isBitmap: boolean): Map<AssetRendition["name"], string> {
  const name = offeredName(file);
  const names = new Map<AssetRendition["name"], string>([["original", name]]);
  if (!isBitmap) return names;
  return names.set("web-jpeg", `${stemOf(name)}-web.jpg`).set("web-webp", `${stemOf(name)}-web.webp`);
}
