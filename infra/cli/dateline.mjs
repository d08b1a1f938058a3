#!/usr/bin/env node
// What `npx dateline` and the scripts of package.json start: Node reads TypeScript, with JSX, through tsx.
import "tsx";

await import("./dateline.ts");
