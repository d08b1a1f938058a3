import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../../functions/domain/refusal.ts";

/**
 * Looks whether content can be there, before anything is loaded that reads it.
 * @throws Refusal `content-invalid` for what is no folder, or holds no site.yaml
 */
export function requireContent(folder: string): void {
  const help = "`--content DIR` names the folder that holds site.yaml.";
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Refusal("content-invalid", 400, `There is no folder ${folder}.`, help);
  if (!existsSync(join(folder, "site.yaml")))
    throw new Refusal("content-invalid", 400, `There is no site.yaml in ${folder}.`, help);
}
