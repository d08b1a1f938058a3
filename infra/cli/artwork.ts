import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Refusal } from "../../functions/domain/refusal.ts";
import { requireFonts } from "./artwork/tools.ts";
import { WORKS } from "./artwork/works.ts";
import { runCommand } from "./command.ts";
import { CONTENT_OPTION } from "./folder-options.ts";

await runCommand({
  name: "npm run artwork",
  summary: `Draws the pictures, documents and clip of the sample content: ${WORKS.map((group) => group.name).join(", ")}.`,
  positionals: "GROUP…",
  options: {
    content: CONTENT_OPTION,
  },
  async run({ content = "content" }, names) {
    const groups = WORKS.filter((group) => names.length === 0 || names.includes(group.name));
    const unknown = names.find((name) => !WORKS.some((group) => group.name === name));
    if (unknown !== undefined) throw unknownGroup(unknown);
    await requireFonts();
    for (const group of groups)
      for await (const { file, bytes } of group.draw(content))
        process.stdout.write(`${await save(join(content, file), bytes)} ${file}\n`);
    return 0;
  },
});

/** Writes a file unless it already holds these bytes, and says what it did. */
async function save(path: string, drawn: Buffer | string | undefined): Promise<string> {
  if (drawn === undefined) return "not drawn, ffmpeg is missing (`apt-get install ffmpeg`):";
  const bytes = Buffer.from(drawn);
  const before = await readFile(path).catch(() => undefined);
  if (before?.equals(bytes)) return "unchanged";
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  return before === undefined ? "created" : "changed";
}

function unknownGroup(name: string): Refusal {
  const known = WORKS.map((group) => `${group.name} (${group.help})`).join(", ");
  return new Refusal("option-invalid", 400, `There is no artwork named ${name}.`, `Known are: ${known}.`);
}
