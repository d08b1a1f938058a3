/** Written as it is: console.log would put the line into another object, in which CloudWatch finds no metric. */
export function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
