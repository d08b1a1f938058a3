import * as v from "valibot";
import { RESERVED_PAGE_SLUGS } from "../../../functions/domain/addresses.ts";
import { Slug } from "../../../functions/domain/content/names.ts";
import { UNIT_KINDS } from "../../../functions/domain/kinds.ts";
import { isLanguage, LANGUAGES } from "../../../functions/domain/language.ts";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { defineCommand } from "../console/command-definition.ts";
import { didYouMean } from "../console/did-you-mean.ts";
import { CONTENT_OPTION } from "../console/folder-options.ts";
import { requireContent } from "../target/content-folder.ts";

export const newCommand = defineCommand({
  name: "npm run new",
  summary: "Makes the folder of a new release, event, media kit or page, to be filled in.",
  positionals: "KIND SLUG",
  arguments: [
    ["KIND", UNIT_KINDS.join(", ")],
    ["SLUG", "Its name in addresses: lower-case Latin letters, digits and hyphens"],
  ],
  options: {
    content: CONTENT_OPTION,
    source: {
      type: "string",
      value: "LANGUAGE",
      default: "en",
      help: `Language of the source text: ${LANGUAGES.join(", ")}`,
    },
  },
  examples: ["npm run new -- release my-release", "npm run new -- event world-day-2027 --source ru"],
  async run({ content, source }, [asked, slug = "", ...more]) {
    const kind = UNIT_KINDS.find((each) => each === asked);
    if (!kind || more.length > 0)
      throw refused(
        kind
          ? `${more[0]} is one word too many.`
          : asked === undefined
            ? "No kind was named."
            : `There is no kind ${JSON.stringify(asked)}.`,
        `${kind ? "" : didYouMean(asked, UNIT_KINDS)}Give kind and name: \`npm run new -- release my-release\`; kinds are ${UNIT_KINDS.join(", ")}.`,
      );
    if (slug === "")
      throw refused(`The ${kind} has no name yet.`, `Give one: \`npm run new -- ${kind} my-${kind}\`.`);
    if (!v.is(Slug, slug) || (kind === "page" && RESERVED_PAGE_SLUGS.includes(slug)))
      throw refused(
        `${JSON.stringify(slug)} cannot be the address of a ${kind}.`,
        "Use lower-case Latin letters, digits and single hyphens, and no word that the newsroom itself needs.",
      );
    if (!isLanguage(source))
      throw refused(`There is no language ${source}.`, `The languages are ${LANGUAGES.join(", ")}.`);
    requireContent(content);
    const { makeFolder } = await import("../publishing/new-work.ts");
    makeFolder(content, { kind, slug, source });
    return 0;
  },
});

function refused(message: string, help: string): Refusal {
  return new Refusal("option-invalid", 400, message, help);
}
