import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { problemPage } from "./problem-page.tsx";

/** 410: what stood here has left for good. */
export function gonePage(context: PageContext): string {
  const { problem } = messagesOf(context.language);
  return problemPage(context, { title: problem.gone, text: problem.goneText });
}

/** 410 of a file that was taken down or withdrawn: it asks to delete copies, and does not tell which file it was. */
export function goneFilePage(context: PageContext): string {
  const { problem } = messagesOf(context.language);
  return problemPage(context, { title: problem.goneFile, text: problem.goneFileText });
}
