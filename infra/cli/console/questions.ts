import { createInterface } from "node:readline/promises";
import { warn } from "./say.ts";

/** Questions to whoever sits at the terminal; what is piped in answers them line by line. */
export interface Questions {
  /** Lines up to an empty one, or to the end of what is piped in. */
  lines(question: string): Promise<string[]>;
  /**
   * Whether the answer is yes; no where nobody can answer.
   * @param flag by which the command does not ask
   */
  confirmed(question: string, flag?: "--yes"): Promise<boolean>;
  /**
   * The answer that was chosen by its first letter or as a whole; undefined for an empty line, and where nobody answers.
   */
  chosen<Answer extends string>(question: string, answers: readonly Answer[]): Promise<Answer | undefined>;
  close(): void;
}

/** Begins to listen at once: input that ends before the first question is an answer, too. */
export function questions(): Questions {
  const input = createInterface({ input: process.stdin });
  const typed = input[Symbol.asyncIterator]();
  async function* untilEmpty(): AsyncGenerator<string> {
    for (let next = await typed.next(); !next.done && next.value !== ""; next = await typed.next())
      yield next.value;
  }
  return {
    lines: async (question) => {
      show(`${question}\n`);
      const all: string[] = [];
      for await (const line of untilEmpty()) all.push(line);
      return all;
    },
    confirmed: async (question, flag) => {
      show(`${question} [yes/no] `);
      for await (const line of untilEmpty()) return /^(y|yes)$/i.test(line.trim());
      warn(`Nothing was done: answer yes${flag ? `, or give ${flag}` : ""}.`);
      return false;
    },
    chosen: async (question, answers) => {
      for (;;) {
        show(`${question} [${answers.join("/")}] `);
        const { value: line = "" } = await typed.next();
        const text = line.trim().toLowerCase();
        const answer = text === "" ? undefined : answers.find((each) => each.startsWith(text));
        if (text === "" || answer !== undefined) return answer;
      }
    },
    close: () => input.close(),
  };
}

/** Questions are shown only where somebody can answer. */
function show(text: string): void {
  if (process.stdin.isTTY) process.stdout.write(text);
}
