import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { warn, warnOfRefusal } from "../console/say.ts";
import { onceFree } from "../target/once-free.ts";
import type { PublishTarget } from "../target/publish-target.ts";
import { publishInto, readContent } from "./publish-content.ts";

/** What follows something that readers have seen the end of already. */
export interface FollowUp {
  readonly content: string;
  readonly state: string;
  /** Units that are published from the content. */
  readonly units: readonly string[];
  /** Units that others no longer lead to, or do so again: those are published as well. */
  readonly turned?: readonly string[];
  /** Whether pages go first, and the archives of kits in a second turn. */
  readonly archivesLast?: boolean;
}

/**
 * Publishes units from the content after an emergency: what takes longer, and what no reader waits for.
 * @returns whether all of it was published; what keeps it from that is said
 */
export async function publishAfter(
  target: PublishTarget,
  { content, state, units, turned = [], archivesLast = false }: FollowUp,
): Promise<boolean> {
  if (units.length + turned.length === 0) return true;
  if (!existsSync(join(content, "site.yaml"))) {
    warn(
      `There is no content in ${content}: publish from where it is, for archives and what leads there to be made anew.`,
    );
    return false;
  }
  const what = { content, state, clock: () => new Date() };
  try {
    const manifest = await readContent(what, target);
    const leading = manifest.units.filter(({ names }) => turned.some((unit) => names?.has(unit)));
    const only = [...new Set([...units, ...leading.map(({ id }) => id)])];
    if (only.length === 0) return true;
    let isAll = true;
    for (const withoutArchives of archivesLast ? [true, false] : [false]) {
      const permissions = { dryRun: false, removeMissing: false, allowHide: true, only, withoutArchives };
      const code = await onceFree(() =>
        publishInto(target, manifest, what, { ...permissions, forgetFormer: true }),
      );
      isAll = isAll && code === 0;
    }
    return isAll;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    warnOfRefusal(error, "Readers see it already. What follows does not go on: ");
    return false;
  }
}
