import { runCommand } from "./command.ts";
import { CONTENT_OPTION, STATE_OPTION } from "./folder-options.ts";
import { publicAddress } from "./public-address.ts";
import { publishInto, readContent } from "./publish-content.ts";
import { localTarget } from "./publish-target.ts";
import { stageName, stageTarget } from "./stage-target.ts";

await runCommand({
  name: "npm run publish",
  summary: "Publishes the content: writes the difference to what is published already, and nothing else.",
  options: {
    stage: {
      type: "string",
      env: "DATELINE_STAGE",
      value: "NAME",
      help: "dev or prod on AWS; without it the newsroom that `npm start` runs here",
    },
    content: CONTENT_OPTION,
    state: STATE_OPTION,
    address: {
      type: "string",
      env: "DATELINE_ADDRESS",
      value: "URL",
      help: "Public address in feeds and links, instead of the newsroom's own",
    },
    "dry-run": {
      type: "boolean",
      help: "Tells what would be done, and what only history can tell; writes nothing",
    },
    "remove-missing": {
      type: "boolean",
      help: "Takes off what is published and no longer in the folder, instead of refusing",
    },
    "allow-hide": {
      type: "boolean",
      help: "Lets what is public go out of sight until a later publishAt, instead of refusing",
    },
  },
  run: async (values) => {
    const what = {
      content: values.content ?? "content",
      state: values.state ?? ".dateline",
      clock: () => new Date(),
    };
    const target =
      values.stage === undefined
        ? await localTarget(what.state, publicAddress(values.address))
        : await stageTarget(stageName(values.stage), publicAddress(values.address));
    const manifest = await readContent(what, target.address);
    return publishInto(target, manifest, what, {
      dryRun: values["dry-run"],
      removeMissing: values["remove-missing"],
      allowHide: values["allow-hide"],
    });
  },
});
