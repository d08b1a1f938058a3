import { Endings, untilStopSignal } from "../../local/endings.ts";
import { defineCommand } from "../console/command-definition.ts";
import { CONTENT_OPTION } from "../console/folder-options.ts";
import { stageName } from "../console/stage-name.ts";
import { originalsVerb } from "../originals/originals-verbs.ts";
import { TARGET_OPTIONS } from "../target/target-options.ts";

const OPTIONS = {
  stage: { ...TARGET_OPTIONS.stage, help: "dev or prod on AWS; without it the store on this machine" },
  state: TARGET_OPTIONS.state,
  content: CONTENT_OPTION,
  force: { type: "boolean", help: "remove: also what a kit of the content names" },
  yes: { type: "boolean", help: "remove: does not ask" },
} as const;

const INTERRUPTED = 130;

export const originalsCommand = defineCommand({
  name: "npm run originals",
  summary:
    "Keeps pictures of people and large files out of git: adds them to a private store, from which kits name them by their hash.",
  positionals: "add FILE… | get [HASH…] | list | remove HASH",
  arguments: [
    ["add FILE…", "Puts files into the store, and prints what to write into kit.yaml"],
    ["get [HASH…]", "Brings originals to this machine: those named, or all that the content names"],
    ["list", "Lists what is in the store, and which kits name it"],
    ["remove HASH", "Takes an original out of the store, in every version"],
  ],
  options: OPTIONS,
  examples: ["npm run originals -- add ~/Pictures/steppe.jpg", "npm run originals -- list --stage prod"],
  run: async (values, [asked = "", ...rest]) => {
    const verb = originalsVerb(asked, rest);
    const stage = values.stage === undefined ? undefined : stageName(values.stage);
    const { fileProgress } = await import("../originals/originals-words.ts");
    const { openOriginals } = await import("../target/originals-target.ts");
    const { ORIGINALS_WORK } = await import("../originals/originals-work.ts");
    const progress = fileProgress(process.stdout, () => performance.now());
    const endings = new Endings();
    const told = untilStopSignal().then(() => "told" as const);
    const done = openOriginals({ stage, state: values.state }, endings).then(async (target) => {
      try {
        return await ORIGINALS_WORK[verb](target, rest, values, progress);
      } catch (error) {
        throw target.explain?.(error) ?? error;
      }
    });
    try {
      const code = await Promise.race([done, told]);
      if (code !== "told") return code;
      progress.line("Stopped; the same command goes on from there.");
    } finally {
      progress.end();
      await endings.end();
    }
    process.exit(INTERRUPTED); // whatever is still under way
  },
});
