import { readFileSync, writeFileSync } from "node:fs";
import {
  picturesToAsk,
  withPictureQuestions,
} from "../../../functions/workflows/content/picture-questions.ts";

/** Writes a question about each picture of which nothing is said into the YAML of its unit. */
export function migratePictures(content: string, dryRun: boolean): { lines: string[]; code: number } {
  const asked = picturesToAsk(content);
  if (asked.length === 0) return { lines: ["Every picture that is shown has its facts."], code: 0 };
  const lines: string[] = [];
  let failed = 0;
  let written = 0;
  for (const { file, path, pictures } of asked) {
    const next = withPictureQuestions(readFileSync(path, "utf8"), pictures);
    if (next === undefined) {
      failed++;
      lines.push(
        `${file}: add entries for ${pictures.join(", ")} to \`pictures\` yourself: its list is not written line by line.`,
      );
      continue;
    }
    if (!dryRun) writeFileSync(path, next);
    written += pictures.length;
    lines.push(`${file}: ${pictures.join(", ")}`);
  }
  const count = `${written} ${written === 1 ? "picture" : "pictures"}`;
  lines.push(
    dryRun
      ? `Would ask about ${count}. Nothing was written.`
      : `Asked about ${count}. Answer \`people\` in these files: until then the pictures are not published.`,
  );
  return { lines, code: failed > 0 ? 1 : 0 };
}
