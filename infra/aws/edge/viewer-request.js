// Runs before the cache is asked: on CloudFront in its runtime 2.0, on one machine in the local edge.
// Gives every document one address, refuses methods that mean nothing, sends `/` to the reader's language, and
// withholds media outside their window in time. Of downloads it passes on which range was asked for.
// Only syntax that the runtime documents is used here, and nothing may throw: an exception is a 500 at the edge.

// edge-source.ts puts in what stands in the tables of the newsroom.
const LANGUAGES = PUT_LANGUAGES;
const DEFAULT_LANGUAGE = PUT_DEFAULT_LANGUAGE;

const READING = "GET, HEAD, OPTIONS";
const SUBMITTING = "GET, HEAD, OPTIONS, POST";
const LONGEST_PATH = 1024;

// LARGEST_BODY in functions/domain/request-limits.ts; what a form may have at most is LARGEST_FORM there.
const LARGEST_BODY = 4718592;

const REFUSALS = PUT_REFUSALS;

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it
function handler(event) {
  const request = event.request;
  forgetOurHeaders(request);
  const path = request.uri;
  const submits = takesSubmissions(path);
  const allowed = submits ? SUBMITTING : READING;
  if (allowed.split(", ").indexOf(request.method) < 0) return methodNotAllowed(request, allowed);
  if (request.method === "OPTIONS" && !submits) return options(path);
  if (submits) withViewer(request, event.viewer.ip);
  if (request.method === "POST")
    return isTooLarge(request) ? refused(request, 413, "Content Too Large", {}) : request;
  if (path === "/") return toReadersLanguage(request);
  const canonical = isPlain(path) ? canonicalPath(path) : path;
  if (canonical !== path) return redirect(301, "Moved Permanently", canonical, request, {});
  if (isMedia(path)) return isOpen(path) ? request : noSuchMedia();
  return isDownload(path) ? withRange(request) : request;
}

// What functions take for the edge's own word, no reader may say.
function forgetOurHeaders(request) {
  delete request.headers["x-dateline-viewer"];
  delete request.headers["x-dateline-host"];
  delete request.headers["x-dateline-range"];
}

// The names are VIEWER_HEADER and HOST_HEADER in functions/domain/edge-header.ts: limits are counted by the one, and
// what other sites send is told by the other.
function withViewer(request, address) {
  request.headers["x-dateline-viewer"] = { value: address };
  if (request.headers.host) request.headers["x-dateline-host"] = { value: request.headers.host.value };
}

// Spelled as the behaviours of the distribution are: any other spelling goes to the function that reads, which has no
// use for a form.
function takesSubmissions(path) {
  const isNamed = LANGUAGES.indexOf(path.split("/")[1]) >= 0;
  return isNamed && /^\/[^/]+\/(?:register|registration|early)\/./.test(path);
}

// Whether a path may be rewritten at all: characters of RFC 3986, whole escapes of UTF-8, none that hides a slash,
// a control character or a dot segment. A browser reads `/\host` and `/<tab>/host` as another site's address, so
// whatever is odd goes on to the function, which answers 404.
function isPlain(path) {
  if (path.length > LONGEST_PATH) return false;
  if (!/^\/(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*$/.test(path)) return false;
  if (/%(?:[01][0-9A-Fa-f]|2[EeFf]|5[Cc]|7[Ff])/.test(path)) return false;
  if (/\/\.\.?(?:\/|$)/.test(path)) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch (_) {
    return false;
  }
}

function canonicalPath(path) {
  const single = path.replace(/\/{2,}/g, "/");
  const segments = lowerCase(single.split("/")); // the first is empty: a path begins with its slash
  if (segments.length > 2 && segments[segments.length - 1] === "") segments.pop();
  const isFolder = segments.length === 2 && (segments[1] === "api" || LANGUAGES.indexOf(segments[1]) >= 0);
  return isFolder ? `/${segments[1]}/` : segments.join("/");
}

// Names of files and tokens keep their case; what leads to them does not.
function lowerCase(segments) {
  const first = lower(segments[1]);
  let kept = segments.length;
  if (first === "downloads" || first === "media") kept = 2;
  else if (segments.length > 3 && /^(registration|early)$/.test(lower(segments[2]))) kept = 3;
  return segments.map((segment, index) => (index < kept ? lower(segment) : segment));
}

// The letters of escapes stay: `%D0` and `%d0` are the same address.
function lower(segment) {
  return segment.replace(/%..|[A-Z]/g, (match) => (match.length === 1 ? match.toLowerCase() : match));
}

// Whether the bucket may be asked, however the address is spelled: CloudFront chooses by the decoded path.
function isMedia(path) {
  return /^\/+(?:m|%6d)(?:e|%65)(?:d|%64)(?:i|%69)(?:a|%61)(?:\/|%2f)/i.test(path);
}

// Whether these bytes may be had now. The bucket would find a key under any escaped spelling, so there is one spelling
// only: digits without leading zeros, then the hash, then one name.
function isOpen(path) {
  const found = /^\/media\/(?:(0|[1-9]\d{0,11})-([1-9]\d{0,11})?\/)?[0-9a-f]{64}\/[^/]+$/.exec(path);
  if (!found || !isPlain(path)) return false;
  const now = Math.floor(Date.now() / 1000);
  return (!found[1] || Number(found[1]) <= now) && (!found[2] || now < Number(found[2]));
}

// In the bucket's words. That it comes from the edge tells only what the address tells: the window and the time.
function noSuchMedia() {
  return {
    statusCode: 404,
    statusDescription: "Not Found",
    headers: { "cache-control": { value: "no-store" }, "content-type": { value: "application/xml" } },
    body: {
      encoding: "text",
      data: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchKey</Code></Error>\n`,
    },
  };
}

function isDownload(path) {
  return /^\/downloads\//.test(path);
}

// A download is counted by where it begins, and CloudFront may ask the function for more than the reader asked for. The
// name is RANGE_HEADER in functions/domain/edge-header.ts.
function withRange(request) {
  const range = request.headers.range;
  if (range) request.headers["x-dateline-range"] = { value: range.value };
  return request;
}

function toReadersLanguage(request) {
  return redirect(302, "Found", `/${readersLanguage(request)}/`, request, {
    vary: { value: "Accept-Language" },
    "cache-control": { value: "no-store" },
  });
}

// RFC 9110, section 12.5.4: the range with the highest weight wins, the earlier one among equals.
function readersLanguage(request) {
  const header = request.headers["accept-language"];
  let best = DEFAULT_LANGUAGE;
  let bestWeight = 0;
  (header ? header.value : "").split(",").forEach((range) => {
    const parts = range.toLowerCase().split(";");
    const language = parts[0].trim().split("-")[0];
    const weight = weightOf(parts.slice(1).join(";"));
    if (LANGUAGES.indexOf(language) < 0 || weight <= bestWeight) return;
    best = language;
    bestWeight = weight;
  });
  return best;
}

function weightOf(parameters) {
  const found = /(?:^|;)\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)/.exec(parameters);
  return found ? Math.min(1, Number(found[1])) : 1;
}

function redirect(statusCode, statusDescription, path, request, headers) {
  headers.location = { value: path + queryOf(request) };
  return { statusCode: statusCode, statusDescription: statusDescription, headers: headers };
}

// As the reader sent it, without what has no place in a header.
function queryOf(request) {
  const query =
    typeof request.rawQueryString === "function" ? request.rawQueryString() : joined(request.querystring);
  const clean = (query || "").replace(/[^\x21-\x7e]/g, "");
  return clean === "" ? "" : `?${clean}`;
}

// A name that came several times has all its values in `multiValue`; all are still encoded.
function joined(querystring) {
  const pairs = [];
  Object.keys(querystring || {}).forEach((name) => {
    const parameter = querystring[name];
    (parameter.multiValue || [parameter]).forEach((each) => {
      pairs.push(each.value === "" ? name : `${name}=${each.value}`);
    });
  });
  return pairs.join("&");
}

// Where something is submitted the function answers, which knows its routes.
function options(path) {
  const headers = { allow: { value: READING } };
  if (isForScripts(path)) {
    headers["access-control-allow-origin"] = { value: "*" };
    headers["access-control-allow-methods"] = { value: READING };
    headers["access-control-allow-headers"] = { value: "*" };
    headers["access-control-max-age"] = { value: "86400" };
  }
  return { statusCode: 204, statusDescription: "No Content", headers: headers };
}

// What scripts of other sites may read: the API, feeds, calendars, releases as JSON, media and what leads to them.
function isForScripts(path) {
  return isApi(path) || isDownload(path) || /^\/media\//.test(path) || /\.(?:rss|atom|json|ics)$/.test(path);
}

function isApi(path) {
  return /^\/api(?:\/|$)/.test(path);
}

// Lambda would not take it, and the HTTP API would say so in no language.
function isTooLarge(request) {
  const length = request.headers["content-length"];
  return Boolean(length) && Number(length.value) > LARGEST_BODY;
}

function methodNotAllowed(request, allowed) {
  const headers = { allow: { value: allowed } };
  if (!isApi(request.uri)) return refused(request, 405, "Method Not Allowed", headers);
  headers["cache-control"] = { value: "no-store" };
  headers["content-type"] = { value: "application/problem+json" };
  headers["access-control-allow-origin"] = { value: "*" };
  const body = { encoding: "text", data: problem(request, allowed) };
  return { statusCode: 405, statusDescription: "Method Not Allowed", headers: headers, body: body };
}

// RFC 9457.
function problem(request, allowed) {
  return JSON.stringify({
    type: "about:blank",
    title: "Method Not Allowed",
    status: 405,
    detail: `Use one of ${allowed}.`,
    instance: request.uri,
    code: "method-not-allowed",
    allowed: allowed.split(", "),
  });
}

// A page, with the headers of pages.
function refused(request, statusCode, statusDescription, headers) {
  headers["cache-control"] = { value: "no-store" };
  headers["content-type"] = { value: "text/html; charset=utf-8" };
  headers["content-security-policy"] = { value: "default-src 'none'; frame-ancestors 'none'" };
  headers["cross-origin-resource-policy"] = { value: "same-origin" };
  const named = lower(request.uri.split("/")[1] || "");
  const language = LANGUAGES.indexOf(named) < 0 ? readersLanguage(request) : named;
  const text = REFUSALS[statusCode][language];
  const data = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${statusCode} · ${text}</title><h1>${text}</h1><p><a href="/${language}/">Dateline</a></p></html>`;
  const body = { encoding: "text", data: data };
  return { statusCode: statusCode, statusDescription: statusDescription, headers: headers, body: body };
}
