import { spawnSync } from "node:child_process";
import { Refusal } from "../../../domain/refusal.ts";

/** @throws Refusal `perl-missing` where there is no Perl to run ExifTool */
export function requirePerl(): void {
  if (process.platform === "win32") return; // the package brings a program of its own there
  if (spawnSync("perl", ["-MFile::Basename", "-MPOSIX", "-e", "1"], { stdio: "ignore" }).status === 0) return;
  throw new Refusal(
    "perl-missing",
    500,
    "Perl is not installed, and metadata of pictures cannot be cleaned without it.",
    "Install it with `apt install perl` or `dnf install perl`; macOS and most Linux systems have it.",
  );
}
