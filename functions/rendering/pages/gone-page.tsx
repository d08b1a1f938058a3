import { messagesOf } from "../messages/messages-of.ts";
import type { PageContext } from "../page-context.ts";
import { problemPage } from "./problem-page.tsx";

/** 410: what stood here has left for good. */
export function gonePage(context: PageContext): string {
  const { problem } = messagesOf(context.language);
  return problemPage(context, { title: problem.gone, text: problem.goneText });
}
