import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { command } from "../../worlds/commands/command.ts";
import { temporaryFolder } from "../../worlds/commands/temporary-folder.ts";

test.each(["state", "state/below"])(
  "a state folder that cannot be one is refused in one line: %s",
  async (name) => {
    const directory = temporaryFolder();
    writeFileSync(join(directory, "state"), "");
    const { code, stderr } = await command("start", "--port", "0", "--state", join(directory, name));

    expect([code, stderr.split("\n").length]).toEqual([1, 2]);
    expect(stderr).toContain(`${join(directory, name)} cannot be used: `);
  },
);
