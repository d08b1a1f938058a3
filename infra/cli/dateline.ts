import { COMMANDS } from "./command-table.ts";
import { runProgram } from "./console/program.ts";

// Nothing else is loaded before the version of Node is looked at and a command is chosen.
await runProgram(COMMANDS, process.argv.slice(2));
