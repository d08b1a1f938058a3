import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { parse } from "yaml";
import { ReleaseSource, ReleaseText } from "../../functions/domain/content/release-source.ts";
import { dateInWords } from "../../functions/domain/date-in-words.ts";
import type { Language } from "../../functions/domain/language.ts";

/** A figure as the fact sheet prints it. */
export interface SheetFigure {
  readonly value: string;
  readonly label: string;
  readonly note: string | undefined;
  readonly source: string;
  readonly asOf: string;
}

/**
 * The figures of a release in one language, in the order of its `release.yaml`. The sheet takes its words from
 * there, so that it cannot say something else than the release.
 */
export async function figuresOf(release: string, language: Language): Promise<SheetFigure[]> {
  const source = v.parse(ReleaseSource, parse(await readFile(join(release, "release.yaml"), "utf8")));
  const file = await readFile(join(release, `${language}.md`), "utf8");
  const text = v.parse(ReleaseText, parse(file.split(/^---$/m)[1] ?? ""));
  return (source.figures ?? []).flatMap((figure) => {
    const words = text.figures?.[figure.id];
    if (words === undefined) return [];
    const { value, label, note, source: from } = words;
    return [{ value, label, note, source: from, asOf: dateInWords(figure.asOf, language) }];
  });
}
