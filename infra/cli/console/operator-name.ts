import { execFileSync } from "node:child_process";
import { userInfo } from "node:os";

/** Who runs this command, for the record: the name that git knows, else that of the system. */
export function operatorName(): string {
  try {
    return execFileSync("git", ["config", "user.name"], { encoding: "utf8" }).trim() || userInfo().username;
  } catch {
    return userInfo().username;
  }
}
