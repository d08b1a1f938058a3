import type { Problems } from "../../../domain/content/problem.ts";
import type { IndexedUnit, NewsroomIndex } from "../index/newsroom-index.ts";

/** A redirect must in the end lead to something that readers can see: not in a circle, not to what is gone. */
export function checkRedirects(index: NewsroomIndex, problems: Problems): void {
  for (const unit of index.units) {
    const use = unit.record.uses.find((each) => each.to === "folder");
    if (!use) continue;
    const end = endOf(index, use.id, [unit.folder.folder]);
    if (end === "circle")
      problems.error(use, {
        problem: `the redirect to ${use.id} leads back to where it began`,
        expected: "a folder that stays",
      });
    else if (end?.record.facts?.leaving?.verb === "gone")
      problems.error(use, {
        problem: `the redirect ends at ${end.folder.folder}, which is gone`,
        expected: "a folder that readers can see",
      });
    else if (end?.record.facts?.draft)
      problems.error(use, {
        problem: `the redirect ends at ${end.folder.folder}, which is a draft`,
        expected: "a folder that readers can see",
      });
  }
}

function endOf(
  index: NewsroomIndex,
  folder: string,
  passed: readonly string[],
): IndexedUnit | "circle" | undefined {
  if (passed.includes(folder)) return "circle";
  const unit = index.folder(folder);
  const next = unit?.record.facts?.leaving?.to;
  return next === undefined ? unit : endOf(index, next, [...passed, folder]);
}
