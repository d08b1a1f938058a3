import type { Spot } from "../../../domain/content/problem.ts";
import type { MediaFacts } from "../read/media-file.ts";
import { namedPicture } from "./inspect-files.ts";
import { inspectShownPicture } from "./inspect-pictures.ts";
import type { Inspection } from "./inspection.ts";

/** Pixels of a preview, as social networks show it. */
const PREVIEW = { width: 1200, height: 630 };

/** A picture that previews of a page show. */
export function inspectPreview(
  inspection: Parameters<typeof namedPicture>[0] & Pick<Inspection, "pictures">,
  name: string,
  at: Spot,
): MediaFacts | undefined {
  const facts = namedPicture(inspection, name, at);
  if (!facts) return undefined;
  const { picture, width = 0, height = 0 } = facts;
  const expected = `a photograph or another bitmap of at least ${PREVIEW.width} × ${PREVIEW.height} pixels`;
  const report = (problem: string) => inspection.problems.error(at, { problem, expected });
  if (picture !== "bitmap") report(`${name} is a drawing, which previews cannot show`);
  else if (width < PREVIEW.width || height < PREVIEW.height)
    report(`${name} has ${width} × ${height} pixels`);
  inspectShownPicture(inspection, name, "lead", at);
  return facts;
}
