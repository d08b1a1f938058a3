/**
 * How much of a request is taken, at every door that takes forms. What goes beyond is refused before it costs
 * anything, so that one request cannot keep the others waiting. docs/registration.md names these limits.
 */

/** Bytes of a form, its files included: the longest list of a delegation fits several times. */
export const LARGEST_FORM = 256_000;
/** The same where a list of a delegation is read: a workbook or a document of 2 MB beside what was typed. */
export const LARGEST_LIST_FORM = 2_000_000 + LARGEST_FORM;
/** Different names of fields in a form; the longest of ours, with twenty people of whom five things are asked, has about 190. */
export const MOST_FIELDS = 200;
/** Values, files included, under one name; an event has at most 16 places to choose. */
export const MOST_VALUES = 30;

/**
 * Bytes of path and query that CloudFront takes.
 * Source: Amazon CloudFront developer guide, "Quotas", maximum length of a URL.
 */
export const LONGEST_TARGET = 8_192;
/** Bytes of cookies, those of other sites under the same domain included. An HTTP API takes 10,240 of all headers. */
export const LONGEST_COOKIES = 8_192;

/**
 * Bytes of a body that reach a function at all: Lambda takes 6 MB, of which base64 leaves three quarters.
 * `infra/aws/edge/viewer-request.js` repeats the number, since it can import nothing.
 * Source: AWS Lambda developer guide, "Lambda quotas", invocation payload.
 */
export const LARGEST_BODY = 4_718_592;
