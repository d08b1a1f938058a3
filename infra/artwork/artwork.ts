import { Refusal } from "../../functions/domain/refusal.ts";
import { runCommand } from "../cli/console/command.ts";
import { CONTENT_OPTION } from "../cli/console/folder-options.ts";
import { requireContent } from "../cli/target/content-folder.ts";
import { type ArtworkGroup, GROUPS } from "./groups.ts";
import { requireFonts } from "./tools.ts";

await runCommand({
  name: "npm run artwork",
  summary: "Draws the pictures, documents and clip of the sample content.",
  positionals: "[GROUP…]",
  arguments: GROUPS.map(({ name, help }) => [name, help]),
  options: {
    content: CONTENT_OPTION,
  },
  examples: ["npm run artwork", "npm run artwork -- logo clip"],
  async run({ content }, names) {
    const groups = names.length === 0 ? GROUPS : names.map(groupNamed);
    requireContent(content);
    await requireFonts();
    const { draw } = await import("./draw.ts");
    await draw(content, groups);
    return 0;
  },
});

/** @throws Refusal `option-invalid` */
function groupNamed(name: string): ArtworkGroup {
  const group = GROUPS.find((each) => each.name === name);
  if (group) return group;
  throw new Refusal(
    "option-invalid",
    400,
    `There is no artwork named ${name}.`,
    `Known are: ${GROUPS.map((each) => each.name).join(", ")}.`,
  );
}
