import { defineCommand } from "../console/command-definition.ts";
import { CONTENT_OPTION, STATE_OPTION } from "../console/folder-options.ts";

// Nothing else is loaded before the arguments and the version of Node are checked.
export const startCommand = defineCommand({
  name: "npm start",
  summary:
    "Runs the newsroom on this machine, publishes its content and publishes it again when it is edited.",
  options: {
    port: { type: "string", env: "PORT", value: "PORT", help: "Where it listens on this machine; 8787" },
    content: CONTENT_OPTION,
    state: STATE_OPTION,
    at: {
      type: "string",
      env: "DATELINE_AT",
      value: "TIME",
      help: "Shows the newsroom as it will be, or was, at 2027-07-30T10:00 on its own clock, or with an offset",
    },
    fresh: { type: "boolean", env: "DATELINE_FRESH", help: "Forgets what was published here before" },
  },
  run: async (values) => {
    const { startNewsroom } = await import("../start/start-newsroom.ts");
    return startNewsroom(values);
  },
});
