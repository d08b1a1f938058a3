import type { Finding } from "./problem.ts";

/** Stops reading a file that is not what it says it is, from however deep within its parts. */
export class InvalidFile extends Error {
  constructor(
    readonly finding: Finding,
    options?: ErrorOptions,
  ) {
    super(finding.problem, options);
    this.name = "Unsound";
  }
}

/**
 * What the work answers, or what is wrong with the file it reads. What a parser says of bytes it cannot read becomes
 * `otherwise`; what the machine says (no such file, disk full) is no finding about the file and is thrown on.
 */
export async function orFinding<T>(work: () => Promise<T>, otherwise: Finding): Promise<T | Finding> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InvalidFile) return error.finding;
    if (error instanceof Error && "syscall" in error) throw error;
    return otherwise;
  }
}
