import { basename, dirname, join } from "node:path";
import { Refusal } from "../../functions/domain/refusal.ts";
import { runCommand } from "./command.ts";
import { requireContent } from "./content-folder.ts";
import { CONTENT_OPTION } from "./folder-options.ts";
import { chosenTarget, findTarget, TARGET_OPTIONS } from "./target-options.ts";
import { whoOrders } from "./who-orders.ts";

await runCommand({
  name: "npm run takedown",
  summary:
    "Takes a file of a kit out of public for good: every stored version of it and every archive that holds it. Readers and subscribers learn its id, and nothing else.",
  positionals: "KIT/ASSET",
  arguments: [["KIT/ASSET", "Folder of the kit in media-kits/, and id of the asset in its kit.yaml"]],
  options: {
    reason: {
      type: "string",
      value: "TEXT",
      help: "Why, for the record of the press office; readers never see it",
    },
    by: { type: "string", value: "NAME", help: "Who orders it, for the record; the name that git knows" },
    ...TARGET_OPTIONS,
    content: CONTENT_OPTION,
  },
  examples: ['npm run takedown -- world-day-2020/steppe-at-dawn --reason "consent withdrawn"'],
  async run(values, names) {
    const { asset, reason } = asked(values.reason, names);
    const chosen = chosenTarget(values);
    const { content, state } = values;
    requireContent(content);
    const { folderNamed } = await import("./unit-file.ts");
    const folder = folderNamed(content, `media-kits/${basename(dirname(asset))}`, ["kit"]);
    const { listedAsset } = await import("../../functions/workflows/takedown/taken-down-content.ts");
    const listed = listedAsset(join(content, folder), basename(asset));
    const found = await findTarget(chosen);
    const { openTarget } = await import("./open-target.ts");
    const target = await openTarget(found);
    const { takeDown } = await import("./takedown-work.ts");
    return takeDown(target, { content, state, folder, listed, reason, by: values.by ?? whoOrders() });
  },
});

/** @throws Refusal `option-invalid` */
function asked(
  reason: string | undefined,
  [asset = "", ...more]: readonly string[],
): { asset: string; reason: string } {
  if (more[0] !== undefined) throw refused(`${more[0]} is one word too many.`);
  if (!/[^/]\/+[^/]/.test(asset)) throw refused("Name one asset of one kit.");
  if (!reason?.trim()) throw refused("A takedown needs a reason.");
  return { asset, reason };
}

function refused(message: string): Refusal {
  const example = 'npm run takedown -- world-day-2020/steppe-at-dawn --reason "consent withdrawn".';
  return new Refusal("option-invalid", 400, message, `Such as: ${example}`);
}
