import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Run with the folder of a changed copy and a file of documents in Uzbek: writes what the copy answers to them. Its
 * parts are imported by their path, since the sources here know no Uzbek.
 */
const [root = "", given = ""] = process.argv.slice(2);
const { context, release, feed, mail } = JSON.parse(readFileSync(given, "utf8"));
const part = (file: string) => import(join(root, file));

const { releasePage } = await part("functions/rendering/pages/release/release-page.tsx");
const { atomFeed } = await part("functions/rendering/feeds/atom-feed.ts");
const { registrationMail } = await part("functions/rendering/mail/registration-mail.ts");
const { edgeEvent, loadEdgeFunction } = await part("infra/local/edge/edge-function.ts");
const { policyFor } = await part("infra/local/edge/edge-headers.ts");
const { PRIVATE_HEADERS } = await part("infra/aws/edge/response-headers.ts");
const { edgeCode } = await part("infra/aws/delivery/edge-code.ts");

const edge = loadEdgeFunction("viewer-request");
const { html, text } = await registrationMail(mail);
process.stdout.write(
  JSON.stringify({
    page: releasePage(context, release),
    feed: atomFeed(feed),
    mail: { html, text },
    edge: {
      root: edge(edgeEvent("GET", "/", { "accept-language": "uz,en;q=0.5" })),
      refused: edge(edgeEvent("DELETE", "/uz/releases", {})),
      form: edge(edgeEvent("POST", "/uz/register/world-day-2027", { "content-length": "10" })),
      isPrivate: policyFor("/uz/registration/token") === PRIVATE_HEADERS,
      bytes: Buffer.byteLength(edgeCode("viewer-request")),
    },
  }),
);
