import { InvalidFile } from "../../../../domain/content/invalid-file.ts";
import { LANGUAGE_RULES } from "../../../../domain/language.ts";
import type { Rights } from "../../../../domain/rights.ts";
import { plainTags } from "../../metadata/plain-tags.ts";
import { rightsXmp } from "../../metadata/rights-xmp.ts";
import type { ReadAt } from "../read-at.ts";
import type { WriteOn } from "../write-on.ts";
import { id3Tag } from "./id3.ts";
import { mp3Stretches, NO_SOUND } from "./mp3-frames.ts";

/** Writes one tag of our own and then the frames of sound. ID3, APE and Lyrics3 tags with all they hold stay behind. */
export async function cleanMp3(file: ReadAt, into: WriteOn, { rights }: { rights: Rights }): Promise<void> {
  await into.write(id3Tag(plainTags(rights), LANGUAGE_RULES[rights.language].code, rightsXmp(rights)));
  const before = into.length;
  for await (const { offset, bytes } of mp3Stretches(file)) await into.copy(file, offset, bytes);
  if (into.length === before) throw new InvalidFile(NO_SOUND);
}
