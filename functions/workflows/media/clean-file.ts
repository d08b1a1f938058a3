import type { Finding } from "../../domain/content/problem.ts";
import type { Rights } from "../../domain/rights.ts";

/** A file to be published at full quality. Both paths are absolute; `to` must not be there yet. */
export interface FileToClean {
  readonly from: string;
  readonly to: string;
  readonly mediaType: string;
  readonly rights: Rights;
}

/**
 * Writes a file without what it tells of its making, and with its rights, as its format has it.
 *
 * @returns `as-is` for formats in which nothing is written, such as text: then there is no file at `to`
 */
export async function cleanFile(file: FileToClean): Promise<"cleaned" | "as-is" | Finding> {
  const { mediaType } = file;
  // what knows a format is large, and most runs find every file made
  if (mediaType === "image/svg+xml") {
    const { cleanDrawing } = await import("./drawing/clean-drawing.ts");
    return (await cleanDrawing(file)) ?? "cleaned";
  }
  if (mediaType === "application/pdf") {
    const { cleanDocument } = await import("./document/clean-document.ts");
    return (await cleanDocument(file)) ?? "cleaned";
  }
  if (/^(video|audio)\//.test(mediaType)) {
    const { cleanRecording } = await import("./recording/clean-recording.ts");
    return (await cleanRecording(file)) ?? "cleaned";
  }
  if (!/^image\/|^application\/postscript$/.test(mediaType)) return "as-is";
  const { cleanPicture } = await import("./picture/clean-picture.ts");
  try {
    await cleanPicture(file);
    return "cleaned";
  } catch (error) {
    if (error instanceof Error && "code" in error && NOT_THE_FILE.has(String(error.code))) throw error;
    return {
      problem: `what the picture tells of its making cannot be taken out of it: ${reasonIn(error)}`,
      expected: "a picture that another program has written anew",
    };
  }
}

/** What this machine lacks is no fault of the file's. */
const NOT_THE_FILE: ReadonlySet<string> = new Set(["perl-missing", "ENOSPC", "EDQUOT"]);

/** What ExifTool says, without the paths of this machine. */
function reasonIn(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replace(/\s+-\s+\/.*$/s, "")
    .replace(/^Error:\s*/, "")
    .trim();
}
