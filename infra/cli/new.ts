import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { RESERVED_PAGE_SLUGS } from "../../functions/domain/addresses.ts";
import { Slug } from "../../functions/domain/content/names.ts";
import { isLanguage, LANGUAGES } from "../../functions/domain/language.ts";
import { Refusal } from "../../functions/domain/refusal.ts";
import { PLACES, type UnitKind } from "../../functions/workflows/content/content-tree.ts";
import { parseSource } from "../../functions/workflows/content/parse-source.ts";
import { Problems } from "../../functions/workflows/content/problem.ts";
import { SITE } from "../../functions/workflows/content/source-files.ts";
import { readYaml } from "../../functions/workflows/content/yaml-text.ts";
import { runCommand } from "./command.ts";
import { type TemplateSettings, templateOf } from "./content-templates.ts";
import { CONTENT_OPTION } from "./folder-options.ts";

const KINDS: readonly UnitKind[] = ["release", "event", "kit", "page"];

await runCommand({
  name: "npm run new",
  summary: "Makes the folder of a new release, event, media kit or page, to be filled in.",
  positionals: "KIND SLUG",
  options: {
    content: CONTENT_OPTION,
    source: {
      type: "string",
      value: "LANGUAGE",
      help: `Language of the source text: ${LANGUAGES.join(", ")}; en`,
    },
  },
  async run({ content = "content", source = "en" }, [asked = "", slug = "", ...more]) {
    const kind = KINDS.find((each) => each === asked);
    if (!kind || more.length > 0)
      throw refused(
        kind ? `${more[0]} is one word too many.` : `There is no kind ${JSON.stringify(asked)}.`,
        `Say what and how it is called: \`npm run new -- release my-release\`; kinds are ${KINDS.join(", ")}.`,
      );
    if (!v.is(Slug, slug) || (kind === "page" && RESERVED_PAGE_SLUGS.includes(slug)))
      throw refused(
        `${JSON.stringify(slug)} cannot be the address of a ${kind}.`,
        "Use lower-case Latin letters, digits and single hyphens, and no word that the newsroom itself needs.",
      );
    if (!isLanguage(source))
      throw refused(`There is no language ${source}.`, `The languages are ${LANGUAGES.join(", ")}.`);
    const folder = join(content, PLACES[kind].folder, slug);
    if (existsSync(folder))
      throw refused(`${folder} is already there.`, "Choose another name, or edit what is there.");
    const files = templateOf(kind, { id: randomUUID(), source, ...siteIds(content) });
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
      process.stdout.write(`created ${join(folder, name)}\n`);
    }
    const others = LANGUAGES.filter((language) => language !== source).map((language) => `${language}.md`);
    process.stdout.write(
      `Fill in the empty fields, then run \`npm run check\`. Translations go into ${others.join(" and ")} beside ${source}.md.\n`,
    );
    return 0;
  },
});

/** What site.yaml offers; an unreadable one offers nothing, and `check` says why. */
function siteIds(content: string): Pick<TemplateSettings, "topics" | "contacts" | "licences"> {
  const path = join(content, "site.yaml");
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const site = parseSource(readYaml(text), "site.yaml", SITE, new Problems());
  const ids = (list: "topics" | "contacts" | "licences") => [...site.mentioned(list)];
  return { topics: ids("topics"), contacts: ids("contacts"), licences: ids("licences") };
}

function refused(message: string, help: string): Refusal {
  return new Refusal("option-invalid", 400, message, help);
}
