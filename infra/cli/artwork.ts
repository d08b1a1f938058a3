import { Refusal } from "../../functions/domain/refusal.ts";
import { type ArtworkGroup, GROUPS } from "./artwork/groups.ts";
import { requireFonts } from "./artwork/tools.ts";
import { runCommand } from "./command.ts";
import { requireContent } from "./content-folder.ts";
import { CONTENT_OPTION } from "./folder-options.ts";

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
    const { draw } = await import("./artwork/draw.ts");
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
