import { createHash } from "node:crypto";
import type { Language } from "../../domain/language.ts";

/** Id of a publication in one language: UUID version 5 (RFC 9562, 5.5) of the language in the namespace of its id. */
export function entryId(id: string, language: Language): string {
  const namespace = Buffer.from(id.replaceAll("-", ""), "hex");
  const bytes = createHash("sha1").update(namespace).update(language).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
