import { SITE_PLACE } from "../../../functions/workflows/redact/places.ts";
import { folderNamed, folderOfUnit } from "../target/unit-file.ts";

/**
 * What somebody names to be redacted: a folder, site.yaml, or a unit by its id, `release/{uuid}`, as a redaction that was
 * cut short is named.
 *
 * @throws Refusal `option-invalid` when there is none
 */
export function redactPlace(content: string, name: string): string {
  if (/(^|\/)site(\.yaml)?$/.test(name)) return SITE_PLACE;
  return /^[a-z]+\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name)
    ? folderOfUnit(content, name)
    : folderNamed(content, name);
}
