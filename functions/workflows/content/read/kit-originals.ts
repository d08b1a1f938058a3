import { KIT } from "./source-files.ts";
import { validPart } from "./valid-part.ts";
import { readYaml } from "./yaml/yaml-text.ts";

/** A file that a kit names by its hash, because it lies in the originals store and not beside kit.yaml. */
export interface NamedOriginal {
  /** Name under which it is downloaded. */
  readonly file: string;
  readonly sha256: string;
}

/** The originals that a kit.yaml names, however much else is wrong with it. */
export function originalsNamedIn(kitYaml: Buffer | undefined): NamedOriginal[] {
  if (!kitYaml) return [];
  const yaml = readYaml(kitYaml.toString("utf8"));
  if (yaml.errors.length > 0) return [];
  const { assets = [] } = validPart(KIT.facts.sound, yaml.value ?? {}).value;
  return assets.flatMap(({ file, original }) => (original ? [{ file, sha256: original }] : []));
}
