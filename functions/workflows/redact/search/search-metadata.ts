import * as v from "valibot";
import type { Detail } from "../../../domain/detail.ts";
import { Refusal } from "../../../domain/refusal.ts";
import { runExiftool } from "../../media/metadata/exiftool.ts";
import { type Findings, together, unsearched } from "./findings.ts";
import { searchText } from "./search-text.ts";

const Read = v.pipe(
  v.tuple([v.record(v.string(), v.unknown())]),
  v.transform(([tags]) => tags),
);

/** What ExifTool says of the file as it lies here, and of itself. */
const ABOUT_THE_FILE = /^(SourceFile$|ExifTool:|System:)/;
/** Every group, every duplicate, every unknown field, and what is embedded. */
const EVERYTHING = ["-json", "-G1", "-a", "-ee", "-U", "-api", "largefilesupport=1"];

/** Every metadata field of a file, and its media type as ExifTool tells it. */
export async function searchMetadata(
  path: string,
  detail: Detail,
): Promise<{ readonly findings: Findings; readonly mediaType: string }> {
  const tags = await read(path);
  if (!tags) return { findings: unsearched("damaged"), mediaType: "" };
  const fields = Object.entries(tags).filter(([name]) => !ABOUT_THE_FILE.test(name));
  return {
    findings: together(fields.map(([name, value]) => searchText(textOf(value), detail, name))),
    mediaType: String(tags["File:MIMEType"] ?? ""),
  };
}

async function read(path: string): Promise<Record<string, unknown> | undefined> {
  try {
    return v.parse(Read, JSON.parse(await runExiftool([...EVERYTHING, path])));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return undefined; // it is told as damaged
  }
}

function textOf(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
