import { messagesOf } from "../../messages/messages-of.ts";
import type { PageContext } from "../frame/page-context.ts";
import { problemPage } from "./problem-page.tsx";

/** What a refusal tells; its sentences are in English. */
export interface RefusalFacts {
  readonly status: number;
  readonly message: string;
  readonly help: string;
}

/** Any other refusal: what it means in the reader's language, and its own sentences for whoever looks into it. */
export function refusalPage(context: PageContext, { status, message, help }: RefusalFacts): string {
  const { problem } = messagesOf(context.language);
  return problemPage(
    context,
    { title: problem.titles[status] ?? problem.refused, text: problem.refusedText },
    <p class="note" lang="en">
      {message} {help}
    </p>,
  );
}
