import type { Language } from "../../../domain/language.ts";
import { escapedHtml } from "../../format/escaped-html.ts";
import { PUBLISHING_MESSAGES } from "../../messages/publishing.ts";
import type { PublishProgress } from "../../messages/shapes/publish-progress.ts";
import { STYLE } from "../../style/style.ts";

/** Seconds after which the page asks again. */
export const RETRY_SECONDS = 2;

/**
 * A page in the place of one that is not published yet, with how far it is; or, before that is known, that the
 * newsroom is starting. It knows nothing of the site, which may not be there either.
 */
export function stillPublishingPage(language: Language, progress: PublishProgress): string {
  const messages = PUBLISHING_MESSAGES[language];
  const isKnown = progress.of > 0;
  const title = escapedHtml(isKnown ? messages.title : messages.startingTitle);
  const text = escapedHtml(isKnown ? messages.notYet(progress) : messages.starting);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="${RETRY_SECONDS}">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body><main><div class="wide"><header class="head"><h1>${title}</h1><p class="stand-first" role="status">${text}</p></header></div></main></body>
</html>
`;
}
