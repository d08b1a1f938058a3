import type { PublicBytes } from "../media/public-bytes.ts";

/** A file that was prepared for publication. */
export interface ArchivedFile extends PublicBytes {
  /** Where it lies on this machine. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
}

/** A file of an archive by its name within the folder, and the asset to which it belongs. */
export interface NamedFile extends ArchivedFile {
  readonly name: string;
  readonly mediaType: string;
}
