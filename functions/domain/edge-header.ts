/** The header in which the edge proves itself to a function. CloudFront replaces what a reader sends under this name. */
export const EDGE_SECRET_HEADER = "X-Dateline-Edge";
