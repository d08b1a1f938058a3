import type { Context } from "hono";
import type { Refusal } from "../../domain/refusal.ts";
import { REQUEST_REFUSAL_CODES } from "../../rendering/messages/shapes/request-refusal-messages.ts";
import { requestRefusalPage } from "../../rendering/pages/problems/request-refusal-page.tsx";
import { EARLY_HEADERS } from "../answers/early-answer.ts";
import { refusalPageOf, refusedPage } from "../answers/refused-page.ts";
import type { ReadDependencies } from "../request/dependencies.ts";
import type { Visit } from "../request/visit.ts";

/** A refusal of an application that takes forms, for its reader and for nobody else. */
export async function refusedRequest(
  dependencies: ReadDependencies,
  c: Context,
  refusal: Refusal,
): Promise<Response> {
  const answer = await refusedPage(dependencies, c, refusal, {}, pageOf);
  for (const [name, value] of Object.entries(EARLY_HEADERS)) answer.headers.set(name, value);
  return answer;
}

function pageOf(visited: Visit, refusal: Refusal, path: string): string {
  const said = REQUEST_REFUSAL_CODES.find((each) => each === refusal.code);
  return said ? requestRefusalPage(visited.context, said) : refusalPageOf(visited, refusal, path);
}
