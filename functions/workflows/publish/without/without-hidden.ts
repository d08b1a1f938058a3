import { type Fence, isFenced } from "../../../storage/newsroom/fence.ts";
import type { ManifestUnit } from "../../manifest.ts";
import { withoutFiles } from "./without-files.ts";

/**
 * What a publication brings of a unit while some of its files are hidden: all else. Through here everything goes that is
 * made of content; what was taken down is refused before (`fenceRefusal`).
 */
export function withoutHidden(unit: ManifestUnit, fence: Fence): ManifestUnit {
  if (fence.hiddenFiles.size === 0) return unit;
  const hidden = new Set(unit.media.filter((object) => isFenced(fence, object)).map(({ key }) => `/${key}`));
  return hidden.size === 0 ? unit : withoutFiles(unit, (path) => hidden.has(path));
}
