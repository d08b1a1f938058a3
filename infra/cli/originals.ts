import { Endings, untilToldToEnd } from "../local/endings.ts";
import { runCommand } from "./command.ts";
import { CONTENT_OPTION } from "./folder-options.ts";
import { openOriginals } from "./originals-target.ts";
import { fileProgress } from "./originals-words.ts";
import { originalsWork } from "./originals-work.ts";
import { TARGET_OPTIONS } from "./target-options.ts";

const OPTIONS = {
  stage: { ...TARGET_OPTIONS.stage, help: "dev or prod on AWS; without it the store on this machine" },
  state: TARGET_OPTIONS.state,
  content: CONTENT_OPTION,
  force: { type: "boolean", help: "remove: also what a kit of the content names" },
  yes: { type: "boolean", help: "remove: does not ask" },
} as const;

const progress = fileProgress(process.stdout, () => performance.now());
const INTERRUPTED = 130;

await runCommand({
  name: "npm run originals",
  summary:
    "Keeps pictures of people and large files out of git: adds them to a private store, from which kits name them by their hash.",
  positionals: "add FILE… | get [HASH…] | list | remove HASH",
  options: OPTIONS,
  run: async (values, [verb = "", ...rest]) => {
    const work = originalsWork(verb);
    work.expects(rest);
    const endings = new Endings();
    const told = untilToldToEnd().then(() => "told" as const);
    const done = openOriginals(values, endings).then(async (target) => {
      try {
        return await work.do(target, rest, { ...values, content: values.content ?? "content" }, progress);
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
