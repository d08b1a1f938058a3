/** A hub that takes longer is asked again a minute later. */
const TIMEOUT_MS = 5_000;

/**
 * Tells a WebSub hub that a feed changed. WebSub (W3C Recommendation, section 6) leaves open how; public hubs take
 * `hub.mode=publish` with the feed as `hub.url` (PubSubHubbub 0.3, section 7.1), some as `hub.topic`, so both are sent.
 *
 * @param feed address of the feed, the one that it names as `self`
 * @throws Error that says in a few words what went wrong; a redirect is none that a POST could follow
 */
export async function pingHub(hub: string, feed: string, timeoutMs = TIMEOUT_MS): Promise<void> {
  const answer = await fetch(hub, {
    method: "POST",
    body: new URLSearchParams({ "hub.mode": "publish", "hub.url": feed, "hub.topic": feed }),
    redirect: "manual",
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((cause: unknown) => {
    throw new Error(`it cannot be reached: ${reasonOf(cause)}`, { cause });
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
}

/** `fetch failed` says nothing: what failed is its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "no answer in time";
  return error.cause instanceof Error ? error.cause.message : error.message;
}
