import { isCommandName } from "./command-names.ts";

/** `npm start`, `npm run check`, `npm run check -- `, with the name of the command. */
const THROUGH_NPM = /\bnpm (?:run (?:--silent )?([a-z]+)|(start))\b(?: --(?= ))?/g;

/**
 * A text as whoever reads it started the program: texts name commands as `npm run check -- --format github`, and say
 * `npx dateline check --format github` where it was no script of package.json that started this.
 */
export function asStarted(text: string, env: NodeJS.ProcessEnv = process.env): string {
  if (isCommandName(env.npm_lifecycle_event)) return text;
  return text.replaceAll(THROUGH_NPM, (typed: string, run?: string, start?: string) => {
    const name = run ?? start;
    return isCommandName(name) ? `npx dateline ${name}` : typed;
  });
}
