import { existsSync } from "node:fs";
import { Refusal } from "../../../functions/domain/refusal.ts";
import { bringOriginals } from "../../../functions/workflows/originals/fetch-original.ts";
import { namedOriginals } from "../../../functions/workflows/originals/named-originals.ts";
import { forgetOriginal } from "../../../functions/workflows/originals/originals-folder.ts";
import { bytesInWords } from "../console/publish-words.ts";
import { questions } from "../console/questions.ts";
import { say, warn } from "../console/say.ts";
import type { OriginalsTarget } from "../target/originals-target.ts";
import { addOriginals } from "./add-originals.ts";
import { type OriginalsVerb, unknownOriginal } from "./originals-verbs.ts";
import type { FileProgress } from "./originals-words.ts";

/** What flags say of the work. */
export interface OriginalsFlags {
  readonly content: string;
  readonly force: boolean;
  readonly yes: boolean;
}

/** What a verb of `npm run originals` does. @returns exit code */
type OriginalsWork = (
  target: OriginalsTarget,
  given: readonly string[],
  flags: OriginalsFlags,
  progress: FileProgress,
) => Promise<number>;

export const ORIGINALS_WORK: Readonly<Record<OriginalsVerb, OriginalsWork>> = {
  add: async (target, files, _, progress) => ((await addOriginals(files, target, progress)) > 0 ? 1 : 0),
  get,
  list,
  remove,
};

async function get(
  { store, folder }: OriginalsTarget,
  asked: readonly string[],
  { content }: OriginalsFlags,
  progress: FileProgress,
) {
  const wanted = asked.length > 0 ? asked : namedOriginals(content).map(({ sha256 }) => sha256);
  const missing = await bringOriginals(wanted, store, folder, ({ sha256, done, of }) =>
    progress.show("Bringing", `${sha256.slice(0, 12)}…`, done, of),
  );
  progress.end();
  for (const sha256 of missing) warn(`There is no original ${sha256} in the store.`);
  const here = new Set(wanted).size - missing.length;
  say(`${here} ${here === 1 ? "original is" : "originals are"} on this machine.`);
  return missing.length > 0 ? 1 : 0;
}

async function list({ store, name }: OriginalsTarget, _: readonly string[], { content }: OriginalsFlags) {
  const named = existsSync(content) ? namedOriginals(content) : [];
  let count = 0;
  for await (const { sha256, bytes, addedAt } of store.list()) {
    count++;
    const folders = [...new Set(named.filter((each) => each.sha256 === sha256).map(({ folder }) => folder))];
    const day = addedAt.toISOString().slice(0, 10);
    process.stdout.write(
      `${sha256}  ${day}  ${bytesInWords(bytes).padStart(11)}  ${folders.join(", ") || "named by no kit"}\n`,
    );
  }
  if (count === 0) say(`The store of ${name} is empty.`);
  return 0;
}

async function remove(
  { store, folder, name }: OriginalsTarget,
  [sha256 = ""]: readonly string[],
  { content, force, yes }: OriginalsFlags,
) {
  const bytes = await store.bytesOf(sha256);
  if (bytes === undefined) throw unknownOriginal(`There is no original ${sha256} in the store.`);
  const kit = force ? undefined : namedOriginals(content).find((each) => each.sha256 === sha256);
  if (kit)
    throw new Refusal(
      "original-named",
      409,
      `${kit.folder} names this original.`,
      "Take the asset out of its kit.yaml first, or give --force.",
    );
  const question = `Remove ${sha256.slice(0, 12)}… (${bytesInWords(bytes)}) from ${name}, in every version, for good?`;
  if (!yes && !(await answeredYes(question))) return 1;
  await store.remove(sha256);
  await forgetOriginal(sha256, folder);
  say("Removed, here and in the store.");
  return 0;
}

async function answeredYes(question: string): Promise<boolean> {
  const input = questions();
  try {
    return await input.confirmed(question, "--yes");
  } finally {
    input.close();
  }
}
