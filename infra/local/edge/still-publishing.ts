import type { IncomingHttpHeaders, RequestListener } from "node:http";
import { API_HOME_PATH } from "../../../functions/domain/addresses.ts";
import { pageHeaders } from "../../../functions/http/answers/page-headers.ts";
import { languageOf, preferredLanguage } from "../../../functions/http/request/visit.ts";
import type { PublishProgress } from "../../../functions/rendering/messages/shapes/publish-progress.ts";
import {
  RETRY_SECONDS,
  stillPublishingPage,
} from "../../../functions/rendering/pages/problems/still-publishing-page.ts";
import { READER_HEADERS } from "../../aws/edge/response-headers.ts";
import { type Answer, textAnswer, withHeaders } from "./answer.ts";
import { withPolicy } from "./edge-headers.ts";

/** What is asked of a request to answer it in its language. */
interface Asked {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** How far publishing is; undefined when nothing is being published. */
export type Publishing = () => PublishProgress | undefined;

/**
 * The answer to a reader while something is being published: of what is not there it says that it may come, and
 * nothing is stored. Files name their bytes and stay as they are.
 */
export function whilePublishing(publishing: Publishing, asked: Asked, answer: Answer): Answer {
  const progress = publishing();
  if (!progress) return answer;
  if (isReading(asked) && (answer.status === 404 || isEmpty(answer))) return notYet(progress, asked);
  return asked.url?.startsWith("/media/") ? answer : withHeaders(answer, { "cache-control": "no-store" });
}

/** What was typed into a form and could not be stored is never replaced. */
const isReading = ({ method }: Asked): boolean => method === "GET" || method === "HEAD";

/** As the newsroom answers as long as it has no site. */
const isEmpty = ({ status, headers }: Answer): boolean =>
  status === 503 && String(headers["content-type"]).startsWith("text/plain");

/** Answers every request before anything can be read. */
export function startingListener(publishing: Publishing): RequestListener {
  return (request, response) => {
    const { status, headers, body } = notYet(publishing() ?? { done: 0, of: 0 }, request);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.writeHead(status).end(request.method === "HEAD" ? undefined : body);
  };
}

function notYet(progress: PublishProgress, { url = "/", headers }: Asked): Answer {
  const language = languageOf(url) ?? preferredLanguage(headers["accept-language"]);
  const answer = url.startsWith(API_HOME_PATH)
    ? textAnswer(503, "application/problem+json", problemOf(progress))
    : withHeaders(
        textAnswer(503, "text/html; charset=utf-8", stillPublishingPage(language, progress)),
        pageHeaders(language),
      );
  return withHeaders(withPolicy(answer, READER_HEADERS), {
    "cache-control": "no-store",
    "retry-after": String(RETRY_SECONDS),
  });
}

const problemOf = ({ done, of }: PublishProgress): string =>
  JSON.stringify({
    title: "The newsroom is still being published.",
    status: 503,
    detail: of === 0 ? "It is starting; ask again." : `${done} of ${of} done; ask again.`,
  });
