import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { problemPage } from "./problem-page.tsx";

/** 404: the same for an address that never existed and for one that has not lifted. */
export function notFoundPage(context: PageContext): string {
  const { problem } = messagesOf(context.language);
  return problemPage(context, { title: problem.notFound, text: problem.notFoundText });
}
