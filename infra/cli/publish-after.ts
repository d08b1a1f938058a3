import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../functions/domain/refusal.ts";
import { onceFree } from "./once-free.ts";
import { publishInto, readContent } from "./publish-content.ts";
import type { PublishTarget } from "./publish-target.ts";

/** What follows something that readers have seen the end of already. */
export interface Following {
  readonly content: string;
  readonly state: string;
  /** Units that are published from the content, each alone. */
  readonly units: readonly string[];
  /** Whether pages go first, and the archives of kits in a second turn. */
  readonly archivesLast?: boolean;
}

/**
 * Publishes units from the content after an emergency: what takes longer, and what no reader waits for.
 * @returns whether all of it was published; what keeps it from that is said
 */
export async function publishAfter(
  target: PublishTarget,
  { content, state, units, archivesLast = false }: Following,
): Promise<boolean> {
  if (units.length === 0) return true;
  if (!existsSync(join(content, "site.yaml"))) {
    process.stderr.write(
      `There is no content in ${content}: publish from where it is, for archives to be made anew.\n`,
    );
    return false;
  }
  const what = { content, state, clock: () => new Date() };
  try {
    const manifest = await readContent(what, target);
    let isAll = true;
    for (const withoutArchives of archivesLast ? [true, false] : [false])
      for (const only of units) {
        const permissions = { dryRun: false, removeMissing: false, allowHide: true, only, withoutArchives };
        const code = await onceFree(() =>
          publishInto(target, manifest, what, { ...permissions, forgetFormer: true }),
        );
        isAll = isAll && code === 0;
      }
    return isAll;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(
      `Readers see it already. What follows does not go on: ${error.message} ${error.help}\n`,
    );
    return false;
  }
}
