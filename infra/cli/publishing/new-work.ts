import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problems } from "../../../functions/domain/content/problem.ts";
import type { UnitKind } from "../../../functions/domain/kinds.ts";
import { KINDS } from "../../../functions/domain/kinds.ts";
import { LANGUAGES, type Language } from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { parseSource } from "../../../functions/workflows/content/read/parse-source.ts";
import { SITE } from "../../../functions/workflows/content/read/source-files.ts";
import { readYaml } from "../../../functions/workflows/content/read/yaml/yaml-text.ts";
import { say } from "../console/say.ts";
import { type TemplateSettings, templateOf } from "./content-templates.ts";

/**
 * Makes a folder of content with its files and prints what to do next.
 * @throws Refusal `option-invalid` where it stands already
 */
export function makeFolder(
  content: string,
  { kind, slug, source }: { readonly kind: UnitKind; readonly slug: string; readonly source: Language },
): void {
  const folder = join(content, KINDS[kind].folder, slug);
  if (existsSync(folder))
    throw new Refusal(
      "option-invalid",
      409,
      `${folder} is already there.`,
      "Choose another name, or edit what is there.",
    );
  const files = templateOf(kind, { id: randomUUID(), source, ...siteIds(content) });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    say(`${join(folder, name)} was made.`);
  }
  const others = LANGUAGES.filter((language) => language !== source).map((language) => `${language}.md`);
  say(
    `Fill in the empty fields, then run \`npm run check\`. Translations go into ${others.join(" and ")} beside ${source}.md.`,
  );
}

/** What site.yaml offers; an unreadable one offers nothing, and `check` says why. */
function siteIds(content: string): Pick<TemplateSettings, "topics" | "contacts" | "licences"> {
  const text = readFileSync(join(content, "site.yaml"), "utf8");
  const site = parseSource(readYaml(text), "site.yaml", SITE, new Problems());
  const ids = (list: "topics" | "contacts" | "licences") => [...site.mentioned(list)];
  return { topics: ids("topics"), contacts: ids("contacts"), licences: ids("licences") };
}
