import type { Chunks } from "../../storage/buckets/file-chunks.ts";
import { asPublic, type PublicBytes } from "../media/public-bytes.ts";
import type { ZipLayout } from "./zip-layout.ts";

/** An archive of a kit, whose bytes are made while they are read. */
export interface PublicArchive extends PublicBytes {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: "application/zip";
  readonly stream: () => Chunks;
}

/** @param layout of the entries of a kit: files that were prepared, and texts of our own */
export const publicArchive = ({ bytes, open: stream }: ZipLayout, sha256: string): PublicArchive =>
  asPublic({ sha256, bytes, mediaType: "application/zip", stream });
