import { join } from "node:path";
import { Refusal } from "../../../functions/domain/refusal.ts";

/** The Java program of `JAVA_HOME`, else the first one in the path. */
export function defaultJava(): string {
  const home = process.env.JAVA_HOME;
  return home ? join(home, "bin", "java") : "java";
}

/** @param found what there is instead of a Java that is new enough */
export function javaMissing(found: string, cause: unknown): Refusal {
  return new Refusal(
    "java-missing",
    500,
    `DynamoDB Local needs Java 17 or newer: ${found}.`,
    `Install a JRE (Debian, Ubuntu: \`sudo apt install default-jre-headless\`; macOS: \`brew install openjdk\`) and put java into the path or set JAVA_HOME.`,
    { cause },
  );
}

/** What the complaint of a Java that ended says about the Java itself; undefined when it is new enough. */
export function javaRefusal(complaint: string): Refusal | undefined {
  if (/UnsupportedClassVersionError|Unrecognized VM option/.test(complaint))
    return javaMissing("the Java found here is older", complaint);
  if (/Unable to locate a Java Runtime/.test(complaint)) return javaMissing("there is none here", complaint);
  return undefined;
}
