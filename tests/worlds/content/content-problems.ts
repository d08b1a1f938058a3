import { expect, it } from "vitest";
import { contentFolder, openFolder } from "./content.ts";
import { type ContentFiles, SMALL_NEWSROOM } from "./small-newsroom.ts";

export const RELEASE = "releases/first/release.yaml";
export const EVENT = "events/press-day/event.yaml";
export const KIT = "media-kits/photos/kit.yaml";

/** One file of the small newsroom with some of its text replaced. */
export function edited(file: string, from: string, to: string): ContentFiles {
  const text = String(SMALL_NEWSROOM[file]);
  expect(text).toContain(from);
  return { [file]: text.replace(from, to) };
}

/** `file:line: severity message` of everything that check finds, with files relative to the content. */
export async function found(changes: ContentFiles): Promise<string[]> {
  const directory = await contentFolder(changes);
  const { problems } = await openFolder(directory);
  const base = directory.split("/").at(-1);
  return problems.map(
    ({ file, line, severity, message }) => `${file.split(`${base}/`)[1]}:${line}: ${severity} ${message}`,
  );
}

/** A mistake, the files that make it, and parts of the problems that tell it. */
export type Case = [fact: string, changes: () => ContentFiles | Promise<ContentFiles>, ...expected: string[]];

/** Each case is a test. */
export function holds(cases: Case[]): void {
  it.each(cases)("%s", async (_, changes, ...expected) => {
    const problems = await found(await changes());
    for (const part of expected) expect(problems).toContainEqual(expect.stringContaining(part));
  });
}
