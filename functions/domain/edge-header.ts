/** The header in which the edge proves itself to a function. CloudFront replaces what a reader sends under this name. */
export const EDGE_SECRET_HEADER = "X-Dateline-Edge";

/**
 * The range that a reader asked for, as `viewer-request.js` passes it on for downloads. CloudFront may ask an origin
 * for more than the reader did, so the range that arrives tells nothing of where a download begins (CloudFront
 * Developer Guide, "How CloudFront processes partial requests for an object"). A reader cannot send it.
 */
export const RANGE_HEADER = "X-Dateline-Range";

/**
 * The host that the reader asked, as `viewer-request.js` passes it on: `Host` names the origin there. A reader cannot
 * send it.
 */
export const HOST_HEADER = "X-Dateline-Host";

/** The address of the reader, as `viewer-request.js` passes it on for what people submit. A reader cannot send it. */
export const VIEWER_HEADER = "X-Dateline-Viewer";
