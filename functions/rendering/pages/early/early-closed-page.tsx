import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { problemPage } from "../problems/problem-page.tsx";

/** For a link that opens nothing: the same bytes whether it never was, was cut off, has expired or was revoked. */
export function earlyClosedPage(context: PageContext): string {
  const { early } = messagesOf(context.language);
  return problemPage(context, { title: early.closed, text: early.closedText });
}
