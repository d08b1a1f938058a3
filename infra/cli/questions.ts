import type { Interface } from "node:readline/promises";

/** Asks only where somebody can answer: what is piped in is read as it is. */
const ask = (text: string) => {
  if (process.stdin.isTTY) process.stdout.write(text);
};

/** Lines up to an empty one, or to the end of what is piped in. */
export async function linesFrom(input: Interface, question: string): Promise<string[]> {
  ask(`${question}\n`);
  const lines: string[] = [];
  for await (const line of until(input)) lines.push(line);
  return lines;
}

/** Whether the answer is yes. @returns false where nobody can answer */
export async function confirmed(input: Interface, question: string): Promise<boolean> {
  ask(`${question} [yes/no] `);
  for await (const line of until(input)) return /^(y|yes)$/i.test(line.trim());
  process.stderr.write("Nothing was done: answer yes, or give --yes.\n");
  return false;
}

const waiting = new WeakMap<Interface, AsyncIterator<string>>();

/** One iterator for all questions: a second one would lose lines that have come already. */
async function* until(input: Interface): AsyncGenerator<string> {
  const lines = waiting.get(input) ?? input[Symbol.asyncIterator]();
  waiting.set(input, lines);
  for (let next = await lines.next(); !next.done && next.value !== ""; next = await lines.next())
    yield next.value;
}
